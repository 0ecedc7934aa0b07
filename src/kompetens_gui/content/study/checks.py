"""The checklist before publication for one study content file, as far as a program can answer it."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from kompetens_gui.content.fact_checks import (
    check_ages,
    check_review,
    check_rule_version,
    check_scales,
    check_sources,
)
from kompetens_gui.content.findings import Finding, Weight, weighed
from kompetens_gui.content.language_checks import check_heaviness, check_language
from kompetens_gui.content.privacy_checks import check_privacy
from kompetens_gui.content.rule_lists import RuleLists
from kompetens_gui.content.study.format import StudyFormat
from kompetens_gui.content.study.texts import study_texts
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.case import CaseStatus, Review
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.common import StudyContentHead
from kompetens_gui.domain.study.timeline import TimelineCase

_VIOLENCE = "K08"


def check_study_content(
    content: Any,  # noqa: ANN401 (of the format's domain type)
    format_: StudyFormat,
    document: YamlDocument,
    lists: RuleLists,
    today: date,
) -> tuple[list[ContentProblem], list[ContentProblem]]:
    """Return errors and warnings of content that can be loaded. A draft is only warned of what blocks publication."""
    return weighed(findings(content, format_, document, lists, today), status_of(content))


def head_of(content: object) -> StudyContentHead | None:
    head = getattr(content, "head", None)
    return head if isinstance(head, StudyContentHead) else None


def status_of(content: object) -> CaseStatus:
    """Return where content stands in editing; what has no status of its own is used as it is."""
    head = head_of(content)
    status = head.status if head else getattr(content, "status", CaseStatus.READY)
    return CaseStatus(status)


def findings(
    content: Any,  # noqa: ANN401
    format_: StudyFormat,
    document: YamlDocument,
    lists: RuleLists,
    today: date,
) -> Iterator[Finding]:
    """Yield everything found, check by check."""
    texts = list(study_texts(document))
    yield from check_privacy(texts, document)
    yield from check_language(texts, document, lists)
    yield from check_heaviness(format_.wholes(content), document)
    yield from check_scales(texts, document, lists)
    head = head_of(content)
    if head is not None:
        yield from _head_findings(head, document, wants_person=format_.wants_person)
        if head.person and head.person.name:
            yield from check_ages(texts, head.person.name, head.person.age, document)
        yield from _rules_findings(content, head, document)
    review = head.review if head else getattr(content, "review", None)
    if isinstance(review, Review):
        yield from check_review(review, status_of(content), document, today, "Innehållet")
    yield from format_.findings(content, document, today)


def _head_findings(head: StudyContentHead, document: YamlDocument, *, wants_person: bool) -> Iterator[Finding]:
    yield from check_sources(head.sources, document, resting=("sources", "Innehållet lär ut något"))
    if wants_person and head.person is None:
        what = "Innehållet har ingen huvudperson."
        yield Finding(Weight.WARNING, document.problem((), what, "Lägg till person, så räknas den i balansen."))
    if _VIOLENCE in head.competence_areas and not head.content_warning:
        what = f"Innehållet hör till {_VIOLENCE}, våld i nära relationer, men förvarnar inte."
        advice = "Skriv content_warning: vad den som läser möter, och att det går att hoppa över."
        yield Finding(Weight.BLOCKS_READY, document.problem(("competence_areas",), what, advice))


def _rules_findings(content: object, head: StudyContentHead, document: YamlDocument) -> Iterator[Finding]:
    if bool(head.rule_version) != (head.rule_date is not None):
        what = "rule_version och rule_date hör ihop, men bara det ena finns."
        yield Finding(
            Weight.BLOCKS_READY, document.problem((), what, "Skriv båda, eller inget när regler inte berörs.")
        )
    # A timeline leans on the rules of the day it examines, whenever they were read.
    if head.rule_version and head.rule_date and not isinstance(content, TimelineCase):
        yield from check_rule_version(head.rule_version, head.rule_date, document)
