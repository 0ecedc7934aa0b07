from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kompetens_gui.content.checks import check_case
from kompetens_gui.content.loading import case_from
from kompetens_gui.content.rule_lists import load_rule_lists
from kompetens_gui.content.text_measures import lix, sentences
from kompetens_gui.content.yaml_reader import YamlDocument, parse_yaml
from kompetens_gui.domain.errors import ContentProblem
from tests.content.factory import case_data, yaml_text

TODAY = date(2026, 11, 22)
REVIEWED = {"author_role": "a", "reviewer_roles": ["läkare"], "reviewed_at": "2026-10-01", "review_due": "2027-09-30"}
Change = Callable[[dict[str, Any]], object]


def check(change: Change, number: int = 0) -> tuple[YamlDocument, list[ContentProblem], list[ContentProblem]]:
    data = case_data(number)
    data["review"] = dict(REVIEWED)
    change(data)
    document = parse_yaml(yaml_text(data).encode(), "case.yaml")
    errors, warnings = check_case(case_from(document), document, load_rule_lists(), TODAY)
    assert all(p.advice for p in (*errors, *warnings))
    return document, errors, warnings


def story(text: str) -> Change:
    return lambda d: d.update(story=text)


def certificate_text(text: str) -> Change:
    return lambda d: d["medical_certificates"][0]["texts"].update({"25.1": text})


def test_a_good_case_has_nothing_to_remark_on() -> None:
    for number in range(14):
        _, errors, warnings = check(lambda d: None, number)
        assert (errors, warnings) == ([], [])


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Pat. 19850312-2389 kom i går.", "personnummer"),
        ("Pat. 850312 2389 kom i går.", "personnummer"),
        ("Pat. 198503122389 kom i går.", "personnummer"),
        ("Samordningsnummer 701063-2391.", "personnummer"),
        ("Ring 070-123 45 67 efter lunch.", "telefonnummer"),
        ("Ring 0799234567 efter lunch.", "telefonnummer"),
        ("Ring +46 63 12 34 56.", "telefonnummer"),
        ("Ring 063-12 34 56.", "telefonnummer"),
        ("Ring 063-123456.", "telefonnummer"),
        ("Ring 08-123 45 67.", "telefonnummer"),
        ("Skriv till anna.ek@example.se.", "e-postadress"),
        ("Se dnr 012345-2025 om detta.", "nummer"),
        ("Ärendenummer: AB 4711-22.", "nummer"),
        ("Enligt FK 2021/002924 gäller.", "ärendenummer"),
    ],
)
def test_what_points_at_real_people_is_an_error(text: str, what: str) -> None:
    for change in (story(f"Rad ett.\n\n{text}"), certificate_text(text)):
        _, errors, _ = check(change)
        assert any(what in p.what for p in errors)


@pytest.mark.parametrize(
    "text",
    [
        "Besöket 2026-03-12 varade i 20–25 minuter.",
        "Ring 1177 eller 112. Kvinnofridslinjen har 020-50 50 50.",
        "Puls 120, blodtryck 130/85, 0,5 mg.",
        "Sjukskriven 2026-01-12–2026-02-25, dag 1–45.",
        "Se 27 kap. 46–49 §§, HFD 2022 ref. 47 och SFS 2021:1240.",
        "Arbetar 07.00–16.00 och kör 0-3 pass per dag.",
        "Öppet 08-12, annars 08-16 30 minuter.",
    ],
)
def test_ordinary_numbers_are_left_alone(text: str) -> None:
    _, errors, _ = check(certificate_text(text))
    assert errors == []


def test_words_are_told_at_their_own_line() -> None:
    data = case_data(0)
    text = yaml_text(data).replace(
        f'"story": "{data["story"]}"'.replace("\n", "\\n"),
        "story: |\n  Första raden är lugn.\n\n  Han är gnällig på morgonen.",
    )
    document = parse_yaml(text.encode(), "case.yaml")
    errors, _ = check_case(case_from(document), document, load_rule_lists(), TODAY)
    assert [text.split("\n")[p.line - 1] for p in errors] == ["  Han är gnällig på morgonen."]


def test_guilt_words_stop_the_story_of_a_ready_case_and_are_remarked_on_in_a_draft() -> None:
    _, errors, warnings = check(story("Hon vägrar prata med chefen."))
    assert "vägrar" in errors[0].what
    _, errors, warnings = check(lambda d: d.update(story="Hon vägrar prata.", status="draft"))
    assert errors == []
    assert any("vägrar" in p.what for p in warnings)
    _, errors, warnings = check(certificate_text("Patienten är medgörlig."))
    assert errors == []
    assert any("medgörlig" in p.what for p in warnings)


def test_words_within_words_are_not_found() -> None:
    _, errors, warnings = check(story("Latinet på plattan är platt. Väggen slöar inte."))
    assert not [p for p in (*errors, *warnings) if "skuldord" in p.what]


@pytest.mark.parametrize(
    ("words", "found"), [("Hon har rätt till det.", "har rätt till"), ("FK säger aldrig nej.", "aldrig")]
)
def test_rule_words_in_keys_and_notes_are_flagged(words: str, found: str) -> None:
    _, errors, warnings = check(lambda d: d.update(leader_notes=words))
    assert errors == []
    assert any(found in p.what for p in warnings)
    _, _, warnings = check(lambda d: d["keys"][0].update(reason=words))
    assert any(found in p.what for p in warnings)


def test_doubtful_claims_are_flagged() -> None:
    _, _, warnings = check(lambda d: d["keys"][0].update(reason="Det leder till avslag."))
    assert any("avslag" in p.what for p in warnings)


def test_long_sentences_are_flagged() -> None:
    _, _, warnings = check(story("Ett " * 26 + "slut. Kort mening."))
    assert any("har 27 ord" in p.what for p in warnings)


def test_heavy_text_is_flagged() -> None:
    heavy = "Försäkringsmedicinska bedömningsunderlag förutsätter funktionsbeskrivningar. " * 14
    _, _, warnings = check(story(heavy))
    assert any("LIX" in p.what for p in warnings)


def test_unresolved_facts_stop_a_ready_case() -> None:
    change: Change = lambda d: d.update(leader_notes="Gränsen är dag 90 [kontrollera].")  # noqa: E731
    _, errors, _ = check(change)
    assert "kontrollera" in errors[0].what


def source(certainty: str) -> dict[str, str]:
    return {"title": f"Källa {certainty}", "certainty": certainty}


def test_sources_that_nobody_has_checked_cannot_carry_a_key() -> None:
    document, errors, _ = check(lambda d: d.update(sources=[source("check"), source("check")]))
    assert "Alla källor" in errors[0].what
    assert errors[0].line == document.positions["sources",].line
    _, errors, _ = check(lambda d: d.update(sources=[]))
    assert "inga källor" in errors[0].what
    _, errors, warnings = check(lambda d: d.update(sources=[source("certain"), source("check")]))
    assert errors == []
    assert "inte kontrollerad" in warnings[0].what


@pytest.mark.parametrize(
    ("review", "where", "what"),
    [
        ({"reviewer_roles": []}, "reviewed_at", "ingen har granskat"),
        ({"reviewed_at": None, "review_due": None}, "reviewer_roles", "inget datum"),
        ({"review_due": "2027-10-02"}, "review_due", "inom tolv månader"),
        ({"review_due": "2026-09-01"}, "review_due", "inom tolv månader"),
        ({"reviewed_at": "2027-01-01", "review_due": "2027-12-01"}, "reviewed_at", "framtiden"),
    ],
)
def test_a_review_that_cannot_be_true_is_an_error(review: dict[str, Any], where: str, what: str) -> None:
    document, errors, _ = check(lambda d: d["review"].update(review))
    assert what in errors[0].what
    assert errors[0].line == document.positions["review", where].line


def test_an_old_review_and_no_review_are_remarked_on() -> None:
    _, errors, warnings = check(lambda d: d["review"].update(reviewed_at="2025-10-01", review_due="2026-10-01"))
    assert errors == []
    assert "gick ut" in warnings[0].what
    _, errors, warnings = check(lambda d: d.update(review={"author_role": "a"}))
    assert errors == []
    assert "ingen har granskat" in warnings[0].what


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("MADRS 61 i dag.", "MADRS 61"),
        ("MADRS-S är 55.", "MADRS-S är 55"),
        ("KEDS: 55", "KEDS: 55"),
        ("GAD-7 = 22", "GAD-7 = 22"),
        ("PHQ-9 på 28 poäng", "PHQ-9 på 28"),
        ("EF 85 %", "EF 85"),
        ("EF 3 %", "EF 3"),
        ("VAS 11/10", "VAS 11/10"),
        ("VAS 4–12", "VAS 4–12"),
        ("MoCA 31/30", "MoCA 31/30"),
        ("MADRS sjönk från 64 till 20", "MADRS sjönk från 64 till 20"),
    ],
)
def test_impossible_measurements_are_errors(text: str, wrong: str) -> None:
    _, errors, _ = check(certificate_text(text))
    assert wrong in errors[0].what


@pytest.mark.parametrize(
    "text",
    ["MADRS 60, MADRS-S 54, KEDS 31", "GAD-7 = 21", "PHQ-9 0", "EF 35–40 %", "VAS 65 mm", "VAS 6/10", "MoCA 24/30",
     "MADRS 2026-10-06 visade förbättring", "GAD-7 och PHQ-9 fylldes i 2026"],
)  # fmt: skip
def test_possible_measurements_are_fine(text: str) -> None:
    _, errors, _ = check(certificate_text(text))
    assert errors == []


def test_an_age_that_differs_from_the_person_is_remarked_on() -> None:
    _, _, warnings = check(story("Sigrid, 51 år, blev sjuk i vintras."))
    assert "51 år" in warnings[0].what
    _, _, warnings = check(certificate_text("48-årig kvinna som söker för trötthet."))
    assert "48-årig" in warnings[0].what
    _, _, warnings = check(story("Sigrid, 22 år, har en 17-årig son och har arbetat i 19 år."))
    assert warnings == []


def test_the_rule_version_must_be_that_of_the_day() -> None:
    _, errors, _ = check(lambda d: d.update(rule_date="2022-08-31"))
    assert "RV3" in errors[0].what


def test_a_diagnosis_of_another_group_is_remarked_on() -> None:
    _, _, warnings = check(lambda d: d.update(diagnosis_group="cancer"))
    assert "cancer" in warnings[0].what


def test_marked_words_that_go_into_each_other_are_remarked_on() -> None:
    def change(data: dict[str, Any]) -> None:
        span = {"id": "f2", "kind": "F", "field": "35.1", "quote": "måttligt nedsatt vid undersökningen"}
        data["keys"][0]["spans"].append(span)
        data["keys"][0]["links"] += [["d1", "f2"], ["f2", "a1"]]

    document, errors, warnings = check(change)
    assert errors == []
    assert "”f2” delar ord" in warnings[0].what
    assert warnings[0].line == document.positions["keys", 0, "spans", 3, "quote"].line


def test_a_gap_that_the_key_is_silent_about_is_remarked_on() -> None:
    def change(data: dict[str, Any]) -> None:
        data["keys"][0].update(links=[["d1", "f1"]], sufficiency="insufficient")

    _, _, warnings = check(change)
    assert "utan att facit visar en lucka" in warnings[0].what


@pytest.mark.parametrize("field", ["supplements", "discussion", "leader_notes", "documents", "keys"])
def test_a_ready_case_that_cannot_carry_a_group_dialogue_is_remarked_on(field: str) -> None:
    _, errors, warnings = check(lambda d: d.pop(field))
    assert errors == []
    assert field in warnings[0].advice
    _, _, warnings = check(lambda d: (d.pop(field), d.update(status="draft")))
    assert warnings == []


def test_sentences_end_where_people_end_them() -> None:
    text = (
        "Kom kl. 13.00, t.ex. med bil. Åt sedan!\n\n- Första punkten\n- Andra punkten. Enligt 27 kap. 46 § gäller det."
    )
    assert sentences(text) == [
        "Kom kl. 13.00, t.ex. med bil.",
        "Åt sedan!",
        "- Första punkten",
        "- Andra punkten.",
        "Enligt 27 kap. 46 § gäller det.",
    ]


def test_lix_is_words_per_sentence_plus_share_of_long_words() -> None:
    assert lix("Ett två tre fyra. Försäkringen betalar.") == 3 + 33
    assert lix("") == 0
