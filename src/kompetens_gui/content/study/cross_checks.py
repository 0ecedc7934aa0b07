"""References between files: learning paths, questions, readings and panels must lead somewhere."""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.study.formats import EXERCISES, PANELS, PATHS, QUESTIONS
from kompetens_gui.content.study.surroundings import CheckedContent, Surroundings
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.learning_path import (
    CASE_STEPS,
    LearningModule,
    LearningPath,
    LearningStep,
    PassRuleKind,
    StepKind,
)
from kompetens_gui.domain.study.panel import Panel
from kompetens_gui.domain.study.questions import KnowledgeItem, QuestionFile
from kompetens_gui.domain.study.reading import Reading

_LEAST_WITHOUT_IMPULSE = 0.15
# With fewer cases than this a share says nothing about the bank.
_FEWEST_IMPULSE_CASES = 6
_CONTENT_STEPS = {kind.value: kind for kind in StudyContentKind}
# What a case must hold for a step of the kind to be done with it, and the word for it.
_CASE_HOLDS: Mapping[StepKind, tuple[Callable[[Case, str], bool], str]] = {
    StepKind.MARK_CHAIN: (lambda case, paper: any(k.medical_certificate_id == paper for k in case.keys), "facit"),
    StepKind.SUFFICIENCY: (lambda case, paper: any(k.medical_certificate_id == paper for k in case.keys), "facit"),
    StepKind.REWRITE: (
        lambda case, paper: any(r.medical_certificate_id == paper for r in case.rewrites),
        "rad att skriva om",
    ),
    StepKind.SUPPLEMENT: (
        lambda case, paper: any(s.medical_certificate_id == paper for s in case.supplements),
        "förslag till komplettering",
    ),
}


def cross_findings(checked: Sequence[CheckedContent], around: Surroundings) -> Iterator[tuple[CheckedContent, Finding]]:
    """Yield every reference that leads nowhere, with the file it stands in."""
    for one in checked:
        if one.format is PATHS:
            found = _path_findings(one.content, one.document, around)
        elif one.format is QUESTIONS:
            found = _question_findings(one.content, one.document, around)
        elif one.format is PANELS:
            found = _panel_findings(one.content, one.document, around)
        elif one.format is EXERCISES[StudyContentKind.READING]:
            found = _reading_findings(one.content, one.document, around)
        else:
            continue
        for finding in found:
            yield one, finding
    yield from _impulse_balance(checked)


def repeated_items(checked: Iterable[CheckedContent]) -> Iterator[ContentProblem]:
    """Yield a problem for each knowledge item whose id is used in another file already."""
    first: dict[str, str] = {}
    for one in checked:
        if one.format is QUESTIONS:
            for i, item in enumerate(one.content.items):
                other = first.setdefault(item.id, one.document.path)
                if other != one.document.path:
                    what = f"Frågan ”{item.id}” finns redan i {other}."
                    yield one.document.problem(("items", i, "id"), what, "Ge den ena ett annat id.")


def nothing(
    what: str, wanted: str, known: Iterable[str], where: Where, document: YamlDocument, weight: Weight = Weight.ERROR
) -> Finding:
    """Return what is found when a name leads nowhere, with the nearest that would."""
    near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.6)
    advice = (
        f"Menade du ”{near[0]}”? Annars: skriv det som saknas." if near else "Rätta id:t, eller skriv det som saknas."
    )
    return Finding(weight, document.problem(where, what, advice))


# ---------------------------------------------------------------- learning paths


def _path_findings(path: LearningPath, document: YamlDocument, around: Surroundings) -> Iterator[Finding]:
    for i, module in enumerate(path.modules):
        at: Where = ("modules", i)
        for j, step in enumerate(module.steps):
            here = (*at, "steps", j)
            if step.kind in CASE_STEPS:
                yield from _case_step(step, here, document, around)
            elif step.kind == StepKind.QUESTIONS:
                yield from _questions_step(step, path, here, document, around)
            elif step.kind.value in _CONTENT_STEPS:
                yield from _content_step(step, here, document, around)
        yield from _safety(module, (*at, "pass"), document, around)


def _content_step(step: LearningStep, at: Where, document: YamlDocument, around: Surroundings) -> Iterator[Finding]:
    kind = _CONTENT_STEPS[step.kind.value]
    known = around.content_ids(kind)
    if step.ref not in known:
        folder = "/".join(EXERCISES[kind].folder)
        what = f"Steget ”{step.id}” pekar på ”{step.ref}”, som inte finns i {folder}."
        yield nothing(what, step.ref, known, (*at, "ref"), document, Weight.BLOCKS_READY)
    elif around.is_draft(kind, step.ref):
        what = f"Steget ”{step.id}” pekar på ”{step.ref}”, som inte är klart."
        advice = "Sätt status: ready på innehållet när det är färdigt."
        yield Finding(Weight.BLOCKS_READY, document.problem((*at, "ref"), what, advice))


def _case_step(step: LearningStep, at: Where, document: YamlDocument, around: Surroundings) -> Iterator[Finding]:
    if not around.has_case(step.ref):
        what = f"Steget ”{step.id}” gäller fallet ”{step.ref}”, som inte finns."
        yield nothing(what, step.ref, around.case_ids(), (*at, "ref"), document, Weight.BLOCKS_READY)
        return
    case = around.case(step.ref)
    if case is None:
        return
    wanted = step.settings.medical_certificate
    papers = [c.id for c in case.medical_certificates]
    if wanted and wanted not in papers:
        what = f"Fallet ”{case.id}” har inget intyg ”{wanted}”."
        yield nothing(what, wanted, papers, (*at, "settings", "medical_certificate"), document)
        return
    holds, word = _CASE_HOLDS[step.kind]
    if not holds(case, wanted or papers[0]):
        what = (
            f"Fallet ”{case.id}” har inget {word} för {wanted or papers[0]}, så steget ”{step.id}” går inte att göra."
        )
        yield Finding(Weight.ERROR, document.problem((*at, "ref"), what, "Välj ett annat fall eller intyg."))


def _questions_step(
    step: LearningStep, path: LearningPath, at: Where, document: YamlDocument, around: Surroundings
) -> Iterator[Finding]:
    wanted = step.settings.module
    where = (*at, "settings", "module")
    known = {m.id for p in (path, *around.paths) for m in p.modules}
    if wanted not in known:
        yield nothing(f"Det finns ingen modul ”{wanted}”.", wanted, known, where, document)
        return
    families = {i.family for i in _items_of(wanted, around)}
    if not families:
        what = f"Det finns inga frågor till modulen ”{wanted}”."
        yield nothing(what, wanted, (), where, document, Weight.BLOCKS_READY)
    elif len(families) < step.settings.count:
        what = (
            f"Steget ”{step.id}” drar {step.settings.count} frågor, men ”{wanted}” har {len(families)} frågefamiljer."
        )
        advice = "Skriv fler frågor, eller sänk count: en omgång tar en fråga ur varje familj."
        yield Finding(Weight.WARNING, document.problem((*at, "settings", "count"), what, advice))


def _safety(module: LearningModule, at: Where, document: YamlDocument, around: Surroundings) -> Iterator[Finding]:
    for i, rule in enumerate(module.pass_rules):
        if rule.rule != PassRuleKind.ALL_SAFE or any(s.kind == StepKind.SAFE_QUESTIONS for s in module.steps):
            continue
        asked = {s.settings.module for s in module.steps if s.kind == StepKind.QUESTIONS}
        if not any(item.safety for name in asked for item in _items_of(name, around)):
            what = f"Kravet all_safe i ”{module.id}” har inga säkerhetsfrågor att gälla."
            advice = "Sätt safety: true på de frågor som måste besvaras rätt."
            yield Finding(Weight.BLOCKS_READY, document.problem((*at, i), what, advice))


def _items_of(module_id: str, around: Surroundings) -> list[KnowledgeItem]:
    return [i for i in around.items.values() if module_id in i.modules]


# ---------------------------------------------------------------- the others


def _question_findings(file: QuestionFile, document: YamlDocument, around: Surroundings) -> Iterator[Finding]:
    known = {m.id for p in around.paths for m in p.modules}
    if not known:
        return
    for i, item in enumerate(file.items):
        for j, module in enumerate(item.modules):
            if module not in known:
                what = f"Frågan ”{item.id}” hör till modulen ”{module}”, som inte finns i någon lärandeväg."
                yield nothing(what, module, known, ("items", i, "modules", j), document)


def _reading_findings(reading: Reading, document: YamlDocument, around: Surroundings) -> Iterator[Finding]:
    for i, item in enumerate(reading.check):
        if item not in around.checked_items and item not in around.items:
            what = f"Det finns ingen fråga ”{item}”."
            yield nothing(what, item, around.items, ("check", i), document, Weight.BLOCKS_READY)


def _panel_findings(panel: Panel, document: YamlDocument, around: Surroundings) -> Iterator[Finding]:
    if not around.has_case(panel.case_id):
        what = f"Panelen gäller fallet ”{panel.case_id}”, som inte finns."
        yield nothing(what, panel.case_id, around.case_ids(), ("case",), document)
        return
    case = around.case(panel.case_id)
    papers = [c.id for c in case.medical_certificates] if case else []
    for i, certificate in enumerate(panel.certificates):
        paper = certificate.medical_certificate_id
        if case and paper not in papers:
            what = f"Fallet ”{panel.case_id}” har inget intyg ”{paper}”."
            yield nothing(what, paper, papers, ("certificates", i, "medical_certificate"), document)


def _impulse_balance(checked: Sequence[CheckedContent]) -> Iterator[tuple[CheckedContent, Finding]]:
    cases = [c for c in checked if isinstance(c.content, ImpulseCase)]
    without = [c for c in cases if not c.content.has_impulse]
    if len(cases) >= _FEWEST_IMPULSE_CASES and len(without) < _LEAST_WITHOUT_IMPULSE * len(cases):
        what = f"{len(without)} av {len(cases)} impulsfall är utan impuls; det ska vara minst 15 %."
        advice = "Skriv fler fall där det inte finns något att upptäcka: klara ärenden ska lämnas i fred."
        yield cases[0], Finding(Weight.WARNING, cases[0].document.problem(("portions",), what, advice))
