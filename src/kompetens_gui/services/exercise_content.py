"""What an attempt begins with: the content of a step, drawn or made, ready to be frozen."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.errors import CaseMissing, ContentInvalid, NotFound, StudyContentMissing
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.questions.drawing import draw
from kompetens_gui.domain.exercises.questions.rules import QuestionRound
from kompetens_gui.domain.exercises.reading import ReadingContent
from kompetens_gui.domain.exercises.reflection import ReflectionPrompts
from kompetens_gui.domain.exercises.registry import exercise_kind
from kompetens_gui.domain.exercises.rewrite import tasks_of
from kompetens_gui.domain.exercises.sufficiency import SufficiencyContent
from kompetens_gui.domain.exercises.supplement import models_of
from kompetens_gui.domain.exercises.timeline.generated import made_rows
from kompetens_gui.domain.exercises.timeline.rules import TimelineRound
from kompetens_gui.domain.learning.evidence import RULE_AREAS
from kompetens_gui.domain.rehabilitation_rule_set import RuleSet
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentKind
from kompetens_gui.domain.study.learning_path import CASE_STEPS, StepKind, StepSettings
from kompetens_gui.domain.study.reading import Reading
from kompetens_gui.domain.study.timeline import TimelineCase
from kompetens_gui.services.ports import CaseIndex
from kompetens_gui.services.study_ports import StudyLibrary

MADE_ROWS = 12
_IN_FILES = frozenset(kind.value for kind in StudyContentKind)


@dataclass(frozen=True)
class ContentSources:
    """Where content comes from. `rules` are those of the rehabilitation chain, read when they are first needed."""

    library: StudyLibrary
    cases: CaseIndex
    rules: Callable[[], RuleSet]


@dataclass(frozen=True)
class Wanted:
    """What is to be practised. `areas` are those of the module, for steps whose content has none of its own.

    `asked` are the knowledge items that the learner has met before, oldest first.
    """

    kind: StepKind
    ref: str
    title: str
    settings: StepSettings
    seed: int
    module: str = ""
    areas: tuple[str, ...] = ()
    asked: Sequence[str] = ()


@dataclass(frozen=True)
class Prepared:
    """Content to freeze, with what it counts for."""

    content: object
    title: str
    areas: tuple[str, ...]
    rule_version: str = ""


def prepare(sources: ContentSources, wanted: Wanted) -> Prepared:
    """Return the content of a step, or raise StudyContentMissing when it is not there, broken, or empty.

    A kind that has no files of its own is made from the text and the points in the step's settings.
    """
    try:
        return _prepare(sources, wanted)
    except (NotFound, ContentInvalid, CaseMissing) as error:
        raise StudyContentMissing(wanted.kind.value, wanted.ref) from error


def _prepare(sources: ContentSources, wanted: Wanted) -> Prepared:
    if wanted.kind in CASE_STEPS:
        return _of_case(sources, wanted)
    match wanted.kind:
        case StepKind.QUESTIONS:
            return _questions(sources, wanted)
        case StepKind.TIMELINE if not wanted.ref:
            return _made_timeline(sources, wanted)
        case StepKind.REFLECTION:
            text, points = _asked(wanted)
            return Prepared(ReflectionPrompts(text, points or (text,)), wanted.title, wanted.areas)
        case _ if wanted.kind.value not in _IN_FILES:
            return Prepared(exercise_kind(wanted.kind).content(*_asked(wanted)), wanted.title, wanted.areas)
    found = sources.library.content(StudyContentKind(wanted.kind.value), wanted.ref)
    return _headed(_as_content(sources, found), found.head, wanted)


def _as_content(sources: ContentSources, found: object) -> object:
    if isinstance(found, Reading):
        return ReadingContent(found, tuple(sources.library.item(i) for i in found.check))
    return TimelineRound((found,)) if isinstance(found, TimelineCase) else found


def _headed(content: object, head: StudyContentHead, wanted: Wanted) -> Prepared:
    return Prepared(content, wanted.title or head.title, head.competence_areas, head.rule_version)


def _asked(wanted: Wanted) -> tuple[str, tuple[str, ...]]:
    return wanted.settings.text or wanted.title, wanted.settings.points


def _of_case(sources: ContentSources, wanted: Wanted) -> Prepared:
    case = sources.cases.case(CaseId(wanted.ref))
    content = CaseContent(case, wanted.settings.medical_certificate)
    needs = {StepKind.REWRITE: tasks_of, StepKind.SUPPLEMENT: models_of}.get(wanted.kind)
    if needs is not None and not needs(content):
        raise StudyContentMissing(wanted.kind.value, wanted.ref)
    version = case.rule_version if RULE_AREAS.intersection(case.competence_areas) else ""
    made: object = content
    if wanted.kind == StepKind.SUFFICIENCY:
        made = SufficiencyContent(case, wanted.settings.medical_certificate, sources.library.panel(wanted.ref))
    return Prepared(made, wanted.title or case.title, case.competence_areas, version)


def _questions(sources: ContentSources, wanted: Wanted) -> Prepared:
    """Draw from a module's items; freely chosen rounds name a competence area instead."""
    module = wanted.settings.module or wanted.module
    if wanted.ref:
        items = [i for i in sources.library.items() if i.area == wanted.ref]
    else:
        items = list(sources.library.items_of_module(module))
    drawn = draw(items, wanted.settings.count, wanted.seed, wanted.asked)
    if not drawn:
        raise StudyContentMissing(wanted.kind.value, wanted.ref or module)
    areas = tuple(dict.fromkeys(i.area for i in drawn))
    return Prepared(QuestionRound(drawn), wanted.title, areas)


def _made_timeline(sources: ContentSources, wanted: Wanted) -> Prepared:
    rules = sources.rules()
    rows = made_rows(rules, wanted.seed, wanted.settings.count or MADE_ROWS)
    return Prepared(TimelineRound(rows), wanted.title, ("K03",), rows[0].expected.rule_version if rows else "")
