"""Facts that can be checked without a physician: possible values, ages, rule versions, sources and review state."""

import re
from collections.abc import Iterator
from datetime import date

from kompetens_gui.content.case_texts import CaseText
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.rule_lists import RuleLists
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.case import Case, CaseStatus, DiagnosisGroup

# The day from which each rule version is applied to the day that is examined (27 kap. 46–49 §§ SFB).
_RULE_VERSIONS = (
    ("RV4", date(2022, 9, 1)),
    ("RV3", date(2022, 2, 1)),
    ("RV2", date(2021, 3, 15)),
    ("RV1", date.min),
)
# ICD-10 chapters that belong to one group, or to two; chapters not named can be in any.
_GROUPS_OF_CHAPTER = {
    "F": {DiagnosisGroup.MENTAL},
    "M": {DiagnosisGroup.MUSCULOSKELETAL},
    "G": {DiagnosisGroup.NEUROLOGY},
    "I": {DiagnosisGroup.CIRCULATORY, DiagnosisGroup.NEUROLOGY},
    "C": {DiagnosisGroup.CANCER},
    "A": {DiagnosisGroup.INFECTION},
    "B": {DiagnosisGroup.INFECTION},
}
_AGE = re.compile(
    r"\b(\d\d)-?\s?åri(?:g|ga|ge)\b(?!\s+(?:son|sonen|dotter|dottern|barn|pojke|flicka|mamma|mor|pappa|far|fru|make|maka))"
    r"|\b(\d\d) år gammal\b"
    r"|\b(?:kvinna|man|kvinnan|mannen|patient|patienten|pat\.?)\s*(?:,|\()?\s*(\d\d)\s?år\b",
    re.IGNORECASE,
)


def check_facts(
    texts: list[CaseText], case: Case, document: YamlDocument, lists: RuleLists, today: date
) -> Iterator[Finding]:
    """Yield what is found."""
    yield from _scales(texts, document, lists)
    yield from _ages(texts, case, document)
    yield from _rule_version(case, document)
    yield from _diagnosis_group(case, document)
    yield from _sources(case, document)
    yield from _review(case, document, today)


def _scales(texts: list[CaseText], document: YamlDocument, lists: RuleLists) -> Iterator[Finding]:
    for piece in texts:
        for scale in lists.scales:
            for match in scale.pattern.finditer(piece.text):
                values = [float(g.replace(",", ".")) for g in match.groups() if g is not None]
                if any(not scale.lowest <= v <= scale.highest for v in values):
                    what = (
                        f"”{match[0]}” kan inte stämma: {scale.name} går från {scale.lowest:g} till {scale.highest:g}."
                    )
                    advice = "Rätta värdet. Är skalan en annan: skriv ut dess namn, eller lägg till den i scales.yaml."
                    yield Finding(Weight.ERROR, document.problem(piece.where, what, advice, match[0]))


def _ages(texts: list[CaseText], case: Case, document: YamlDocument) -> Iterator[Finding]:
    by_name = re.compile(rf"\b{re.escape(case.person.name)}\s*(?:,|\(|är)\s*(\d\d)\s?år\b")
    for piece in texts:
        for pattern in (_AGE, by_name):
            for match in pattern.finditer(piece.text):
                age = next(int(g) for g in match.groups() if g)
                if age != case.person.age and age >= 16:
                    what = f"Texten säger ”{match[0]}”, men {case.person.name} är {case.person.age} år."
                    advice = "Rätta åldern i texten eller i person.age. Gäller det någon annan kan det stå kvar."
                    yield Finding(Weight.WARNING, document.problem(piece.where, what, advice, match[0]))


def _rule_version(case: Case, document: YamlDocument) -> Iterator[Finding]:
    expected = next(version for version, start in _RULE_VERSIONS if case.rule_date >= start)
    if case.rule_version != expected:
        what = f"Regelversion {case.rule_version} gäller inte {case.rule_date}; då gäller {expected}."
        yield Finding(
            Weight.BLOCKS_READY, document.problem(("rule_version",), what, "Ändra rule_version eller rule_date.")
        )


def _diagnosis_group(case: Case, document: YamlDocument) -> Iterator[Finding]:
    for i, certificate in enumerate(case.medical_certificates):
        groups = [_GROUPS_OF_CHAPTER.get(d.code[0], {case.diagnosis_group}) for d in certificate.diagnoses]
        if not any(case.diagnosis_group in g for g in groups):
            where = ("medical_certificates", i, "diagnoses", 0, "code")
            what = f"Ingen diagnos i intyget hör till gruppen {case.diagnosis_group.value}."
            advice = f"Kontrollera koden och diagnosis_group ({', '.join(sorted(g.value for g in groups[0]))})."
            yield Finding(Weight.WARNING, document.problem(where, what, advice))


def _sources(case: Case, document: YamlDocument) -> Iterator[Finding]:
    unsure = [i for i, s in enumerate(case.sources) if s.certainty == "check"]
    if case.keys and not case.sources:
        what = "Fallet har facit men inga källor."
        advice = "Lägg till sources: det facit vilar på, med avsnitt och datum."
        yield Finding(Weight.BLOCKS_READY, document.problem(("keys",), what, advice))
    elif unsure and len(unsure) == len(case.sources):
        what = "Alla källor är märkta ”check”, så facit vilar på uppgifter som ingen kontrollerat."
        advice = "Kontrollera minst en källa och märk den certain eller probable."
        yield Finding(Weight.BLOCKS_READY, document.problem(("sources",), what, advice))
    else:
        for i in unsure:
            what = f"Källan ”{case.sources[i].title}” är inte kontrollerad."
            advice = "Kontrollera den och ändra certainty, eller ta bort den."
            yield Finding(Weight.WARNING, document.problem(("sources", i, "certainty"), what, advice))


def _review(case: Case, document: YamlDocument, today: date) -> Iterator[Finding]:
    review = case.review
    at, due = review.reviewed_at, review.review_due

    def finding(weight: Weight, field: str, what: str, advice: str) -> Finding:
        return Finding(weight, document.problem(("review", field), what, advice))

    if at and not review.reviewer_roles:
        advice = "Skriv vilka roller som granskat, eller ta bort reviewed_at tills någon har gjort det."
        yield finding(Weight.ERROR, "reviewed_at", "Fallet sägs vara granskat men ingen har granskat det.", advice)
    if review.reviewer_roles and not at:
        advice = "Skriv reviewed_at, eller ta bort rollerna tills granskningen är gjord."
        yield finding(Weight.ERROR, "reviewer_roles", "Fallet har granskare men inget datum.", advice)
    if at and at > today:
        yield finding(Weight.ERROR, "reviewed_at", f"Granskningen är daterad {at}, i framtiden.", "Rätta datumet.")
    if at and due and (due > _year_after(at) or due <= at):
        what = f"Ny granskning är satt till {due}; det ska vara inom tolv månader från {at}."
        yield finding(Weight.ERROR, "review_due", what, f"Skriv ett datum senast {_year_after(at)}.")
    if at and not due:
        what = "Fallet är granskat men saknar datum för nästa granskning."
        yield finding(Weight.WARNING, "reviewed_at", what, f"Lägg till review_due, senast {_year_after(at)}.")
    if due and due < today:
        yield finding(Weight.WARNING, "review_due", f"Granskningen gick ut {due}.", "Låt fallet granskas igen.")
    if case.status == CaseStatus.READY and not review.is_reviewed:
        advice = "Låt en läkare och en handläggare granska det innan det delas utanför den egna gruppen."
        yield finding(Weight.WARNING, "reviewed_at", "Fallet är märkt ready men ingen har granskat det.", advice)


def _year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)
