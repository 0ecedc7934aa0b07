"""Facts that can be checked without a physician: possible values, ages, rule versions, sources and review state."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kompetens_gui.content.content_texts import ContentText
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
from kompetens_gui.content.rule_lists import RuleLists
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.case import Case, CaseStatus, DiagnosisGroup, Review, Source

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
    texts: list[ContentText], case: Case, document: YamlDocument, lists: RuleLists, today: date
) -> Iterator[Finding]:
    """Yield what is found."""
    yield from check_scales(texts, document, lists)
    yield from check_ages(texts, case.person.name, case.person.age, document)
    yield from check_rule_version(case.rule_version, case.rule_date, document)
    yield from _diagnosis_group(case, document)
    yield from check_sources(case.sources, document, resting=("keys", "Fallet har facit") if case.keys else None)
    yield from check_review(case.review, case.status, document, today, "Fallet")


def check_scales(texts: list[ContentText], document: YamlDocument, lists: RuleLists) -> Iterator[Finding]:
    """Yield measurements with a value they cannot have."""
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


def check_ages(texts: list[ContentText], name: str, person_age: int, document: YamlDocument) -> Iterator[Finding]:
    """Yield ages that are not the main person's."""
    by_name = re.compile(rf"\b{re.escape(name)}\s*(?:,|\(|är)\s*(\d\d)\s?år\b")
    for piece in texts:
        for pattern in (_AGE, by_name):
            for match in pattern.finditer(piece.text):
                age = next(int(g) for g in match.groups() if g)
                if age != person_age and age >= 16:
                    what = f"Texten säger ”{match[0]}”, men {name} är {person_age} år."
                    advice = "Rätta åldern i texten eller i person.age. Gäller det någon annan kan det stå kvar."
                    yield Finding(Weight.WARNING, document.problem(piece.where, what, advice, match[0]))


def rule_version_on(day: date) -> str:
    """Return the rule version that is applied to a day that is examined."""
    return load_rehabilitation_rules().version_on(day).id


def check_rule_version(rule_version: str, rule_date: date, document: YamlDocument) -> Iterator[Finding]:
    """Yield a finding when the version was not in force on the day."""
    expected = rule_version_on(rule_date)
    if rule_version != expected:
        what = f"Regelversion {rule_version} gäller inte {rule_date}; då gäller {expected}."
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


def check_sources(
    sources: Sequence[Source], document: YamlDocument, resting: tuple[str, str] | None
) -> Iterator[Finding]:
    """Yield lacking and unchecked sources. `resting` is the field that rests on them and what to say there is."""
    unsure = [i for i, s in enumerate(sources) if s.certainty == "check"]
    if resting and not sources:
        field, there_is = resting
        advice = "Lägg till sources: det facit vilar på, med avsnitt och datum."
        yield Finding(Weight.BLOCKS_READY, document.problem((field,), f"{there_is} men inga källor.", advice))
    elif unsure and len(unsure) == len(sources):
        what = "Alla källor är märkta ”check”, så facit vilar på uppgifter som ingen kontrollerat."
        advice = "Kontrollera minst en källa och märk den certain eller probable."
        yield Finding(Weight.BLOCKS_READY, document.problem(("sources",), what, advice))
    else:
        for i in unsure:
            what = f"Källan ”{sources[i].title}” är inte kontrollerad."
            advice = "Kontrollera den och ändra certainty, eller ta bort den."
            yield Finding(Weight.WARNING, document.problem(("sources", i, "certainty"), what, advice))


def check_review(
    review: Review, status: CaseStatus, document: YamlDocument, today: date, what_it_is: str
) -> Iterator[Finding]:
    """Yield what does not hold together in the review state. `what_it_is` begins the sentences: "Fallet"."""
    at, due = review.reviewed_at, review.review_due

    def finding(weight: Weight, field: str, what: str, advice: str) -> Finding:
        return Finding(weight, document.problem(("review", field), what, advice))

    if at and not review.reviewer_roles:
        advice = "Skriv vilka roller som granskat, eller ta bort reviewed_at tills någon har gjort det."
        yield finding(
            Weight.ERROR, "reviewed_at", f"{what_it_is} sägs vara granskat men ingen har granskat det.", advice
        )
    if review.reviewer_roles and not at:
        advice = "Skriv reviewed_at, eller ta bort rollerna tills granskningen är gjord."
        yield finding(Weight.ERROR, "reviewer_roles", f"{what_it_is} har granskare men inget datum.", advice)
    if at and at > today:
        yield finding(Weight.ERROR, "reviewed_at", f"Granskningen är daterad {at}, i framtiden.", "Rätta datumet.")
    if at and due and (due > _year_after(at) or due <= at):
        what = f"Ny granskning är satt till {due}; det ska vara inom tolv månader från {at}."
        yield finding(Weight.ERROR, "review_due", what, f"Skriv ett datum senast {_year_after(at)}.")
    if at and not due:
        what = f"{what_it_is} är granskat men saknar datum för nästa granskning."
        yield finding(Weight.WARNING, "reviewed_at", what, f"Lägg till review_due, senast {_year_after(at)}.")
    if due and due < today:
        yield finding(Weight.WARNING, "review_due", f"Granskningen gick ut {due}.", "Låt det granskas igen.")
    if status == CaseStatus.READY and not review.is_reviewed:
        advice = "Låt en läkare och en handläggare granska det innan det delas utanför den egna gruppen."
        yield finding(Weight.WARNING, "reviewed_at", f"{what_it_is} är märkt ready men ingen har granskat det.", advice)


def _year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:  # 29 February
        return date(day.year + 1, 3, 1)
