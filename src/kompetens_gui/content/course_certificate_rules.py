"""The rules of course certificates from their file to checked, frozen rules."""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, WholeNumber
from kompetens_gui.content.loading import checked_model
from kompetens_gui.content.rule_lists import rules_folder
from kompetens_gui.content.yaml_reader import YamlDocument, read_yaml
from kompetens_gui.domain.course_certificate import CourseCertificateKind
from kompetens_gui.domain.course_certificate_rules import (
    FLOOR,
    CourseCertificateRules,
    IssueCondition,
    KindRules,
)
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem

RULES_FILE = "course_certificates.yaml"
ConditionKey = Literal[
    "named", "issuer_named", "present", "time_certified", "path_completed", "modules_passed",
    "areas_covered", "signed_off", "still_valid", "not_ahead_of_clock", "only_one",
]  # fmt: skip


class KindModel(Model):
    kind: Literal["attendance", "completion"]
    title: Line = Field(description="Vad kursintyget kallas på papperet.")
    conditions: tuple[ConditionKey, ...] = Field(min_length=1, description="Allt som måste gälla.")
    least_minutes: WholeNumber = Field(1, ge=1, le=60_000)
    signers: WholeNumber = Field(0, ge=0, le=5)
    warn_months: WholeNumber = Field(0, ge=0, le=24)


class CourseCertificateRulesModel(Model):
    """The file course_certificates.yaml."""

    schema_version: Literal[1] = Field(alias="schema")
    course_certificates: tuple[KindModel, ...]


@cache
def load_course_certificate_rules(path: Path | None = None) -> CourseCertificateRules:
    """Read the rules; without a path those that come with the program. ContentInvalid tells what is wrong with them."""
    return course_certificate_rules_from(read_yaml(path or rules_folder() / RULES_FILE))


def course_certificate_rules_from(document: YamlDocument) -> CourseCertificateRules:
    """Return the rules that a document describes."""
    model = checked_model(document, CourseCertificateRulesModel)
    problems = _problems(model, document)
    if problems:
        raise ContentInvalid(tuple(sorted(problems, key=lambda p: (p.line, p.column))))
    kinds = {CourseCertificateKind(k.kind): _kind(k) for k in model.course_certificates}
    return CourseCertificateRules(MappingProxyType(kinds))


def _kind(model: KindModel) -> KindRules:
    return KindRules(
        CourseCertificateKind(model.kind),
        model.title,
        frozenset(IssueCondition(c) for c in model.conditions),
        model.least_minutes,
        model.signers,
        model.warn_months,
    )


def _problems(model: CourseCertificateRulesModel, document: YamlDocument) -> list[ContentProblem]:
    kinds = [k.kind for k in model.course_certificates]
    found = []
    for kind in CourseCertificateKind:
        if kinds.count(kind.value) != 1:
            what = f"Slaget ”{kind.value}” ska stå en gång, men står {kinds.count(kind.value)} gånger."
            found.append(document.problem(("course_certificates",), what, "Ge varje slag sina egna regler."))
    for number, one in enumerate(model.course_certificates):
        place = ("course_certificates", number, "conditions")
        lacking = sorted(FLOOR[CourseCertificateKind(one.kind)] - {IssueCondition(c) for c in one.conditions})
        if lacking:
            what = f"Villkoren saknar {', '.join(lacking)}."
            found.append(document.problem(place, what, "Lägg till dem. Utan dem säger kursintyget inget."))
        if "signed_off" in one.conditions and not one.signers:
            what = "Villkoret signed_off finns, men signers är 0."
            found.append(document.problem(place, what, "Skriv hur många som ska ha skrivit under."))
    return found
