from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.content.loading import case_from, load_case
from kompetens_gui.content.yaml_reader import YamlDocument, parse_yaml
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem
from tests.content.factory import case_data, case_id, write_case, yaml_text

Change = Callable[[dict[str, Any]], object]


def parsed(change: Change | None = None, number: int = 0) -> YamlDocument:
    data = deepcopy(case_data(number))
    if change is not None:
        change(data)
    return parse_yaml(yaml_text(data).encode(), "case.yaml")


def loaded(change: Change | None = None, number: int = 0) -> Case:
    return case_from(parsed(change, number), case_id(number))


def problems_of(change: Change, number: int = 0) -> tuple[YamlDocument, tuple[ContentProblem, ...]]:
    document = parsed(change, number)
    with pytest.raises(ContentInvalid) as caught:
        case_from(document, case_id(number))
    for problem in caught.value.problems:
        assert problem.advice
    return document, caught.value.problems


def at(document: YamlDocument, *where: str | int) -> int:
    assert where in document.positions
    return document.positions[where].line


def put(*where: str | int) -> Callable[[Any], Change]:
    """Return a maker of changes that set the value at a place; `...` removes it."""

    def maker(value: object) -> Change:
        def change(data: dict[str, Any]) -> None:
            part: Any = data
            for step in where[:-1]:
                part = part[step]
            if value is ...:
                del part[where[-1]]
            else:
                part[where[-1]] = value

        return change

    return maker


def test_a_case_is_loaded_from_its_folder_and_from_its_file(tmp_path: Path) -> None:
    file = write_case(tmp_path, case_data(4))
    assert load_case(file.parent) == load_case(file)
    assert load_case(file).id == "fall-00004"
    assert load_case(file).audience == ("Läkare", "Handläggare")


KEY = ("keys", 0)
CERTIFICATE = ("medical_certificates", 0)


@pytest.mark.parametrize(
    ("where", "value", "line_of", "what", "advice"),
    [
        (("title",), ..., (), "”title” saknas", "title: …"),
        (("title",), None, ("title",), "”title” är tomt", ""),
        (("title",), "  ", ("title",), "är tomt", ""),
        (("title",), 12, ("title",), "läses som ett tal", '"12"'),
        (("title",), True, ("title",), "ja eller nej", "citattecken"),
        (("title",), ["a"], ("title",), "lista", ""),
        (("title",), "x" * 301, ("title",), "för långt: gränsen är 300", ""),
        (("titel",), "x", ("titel",), "Okänt fält ”titel”", "Menade du ”title”?"),
        (("schema",), 2, ("schema",), "version 2", "uppdateras"),
        (("status",), "redy", ("status",), "”redy”", "Menade du ”ready”? Välj något av: draft, ready, archived"),
        (("difficulty",), 9, ("difficulty",), "för stort", "högst 4"),
        (("difficulty",), 0, ("difficulty",), "för litet", "minst 1"),
        (("difficulty",), "2", ("difficulty",), "heltal", ""),
        (("person", "age"), 41.5, ("person", "age"), "heltal", ""),
        (("person", "sex"), "kvinna", ("person", "sex"), "”kvinna”", "woman, man, other"),
        (("person",), "Sigrid", ("person",), "block med fält", ""),
        (("person", "kön"), "x", ("person", "kön"), "Okänt fält", "name, sex, voice"),
        (("rule_date",), "i fjol", ("rule_date",), "ett datum", "ÅÅÅÅ-MM-DD"),
        (("audience",), "läkare", ("audience",), "ska vara en lista", "- "),
        (("audience",), [], ("audience",), "för få", "minst 1"),
        (("audience",), ["Läkare", 3], ("audience", 1), "”audience” (punkt 2) ska vara text", ""),
        (("competence_areas",), ["K15"], ("competence_areas", 0), "inte skrivet på rätt sätt", "K01 till K14"),
        (("learning_goals",), [None], ("learning_goals", 0), "är tomt", ""),
        ((*CERTIFICATE, "infection_carrier"), "ja", (*CERTIFICATE, "infection_carrier"), "ja eller nej", "true"),
        ((*CERTIFICATE, "texts", "99.9"), "x", (*CERTIFICATE, "texts", "99.9"), "inget fält", "35.1"),
        ((*CERTIFICATE, "texts"), ["x"], (*CERTIFICATE, "texts"), "block med fält", ""),
        ((*CERTIFICATE, "diagnoses", 0, "code"), "depp", (*CERTIFICATE, "diagnoses", 0, "code"), "rätt sätt", "F32.1"),
        ((*CERTIFICATE, "periods", 0, "degree"), 60, (*CERTIFICATE, "periods", 0, "degree"), "”60”", "25, 50, 75, 100"),
        ((*CERTIFICATE, "periods", 0, "start"), ..., (*CERTIFICATE, "periods", 0), "saknas", "start: …"),
        ((*KEY, "spans", 1, "knd"), "F", (*KEY, "spans", 1, "knd"), "Okänt fält", "Menade du ”kind”?"),
        ((*KEY, "spans", 1, "kind"), "X", (*KEY, "spans", 1, "kind"), "”X”", "D, F, A, W, B"),
        ((*KEY, "links", 0), ["d1"], (*KEY, "links", 0), "för få delar", "minst 2"),
        ((*KEY, "links", 0), ["d1", "f1", "a1"], (*KEY, "links", 0), "för många", "högst 2"),
        (("rewrites", 0, "points"), ["en"], ("rewrites", 0, "points"), "för få", "minst 2"),
    ],
)
def test_what_the_schema_refuses_is_told_in_swedish_at_its_line(
    where: tuple[str | int, ...], value: object, line_of: tuple[str | int, ...], what: str, advice: str
) -> None:
    document, problems = problems_of(put(*where)(value))
    assert len(problems) == 1
    assert what in problems[0].what
    assert advice in problems[0].advice
    assert problems[0].line == (at(document, *line_of) if line_of else 1)


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    def change(data: dict[str, Any]) -> None:
        data["title"] = 1
        data["person"]["age"] = "x"
        data["review"]["author"] = "x"

    _, problems = problems_of(change)
    assert len(problems) == 3
    assert [p.line for p in problems] == sorted(p.line for p in problems)


def test_a_file_that_is_only_a_list_or_a_text_is_refused() -> None:
    for text in ("- a\n- b\n", "bara text\n"):
        with pytest.raises(ContentInvalid) as caught:
            case_from(parse_yaml(text.encode(), "f"))
        assert caught.value.problems[0].line == 1


def add_period(start: str, end: str) -> Change:
    return lambda d: d["medical_certificates"][0]["periods"].append({"degree": 25, "start": start, "end": end})


def copy_of(section: str, **changes: object) -> Change:
    return lambda d: d[section].append({**deepcopy(d[section][0]), **changes})


@pytest.mark.parametrize(
    ("change", "line_of", "what"),
    [
        (put("id")("annat-namn"), ("id",), "mappen heter ”fall-00000”"),
        (copy_of("medical_certificates"), ("medical_certificates", 1, "id"), "”intyg-1” används två gånger"),
        (copy_of("documents", id="intyg-1"), ("documents", 1, "id"), "används två gånger"),
        (copy_of("discussion"), ("discussion", 1, "id"), "används två gånger"),
        (put("keys", 0, "spans", 1, "id")("d1"), ("keys", 0, "spans", 1, "id"), "”d1” används två gånger"),
        (put("keys", 1, "perspective")("insurance_medicine_adviser"), ("keys", 1, "perspective"), "två gånger"),
        (put("keys", 0, "medical_certificate")("intyg-9"), ("keys", 0, "medical_certificate"), "”intyg-9” finns inte"),
        (
            put("supplements", 0, "medical_certificate")("intyg-9"),
            ("supplements", 0, "medical_certificate"),
            "finns inte",
        ),
        (put("rewrites", 0, "medical_certificate")("intyg-9"), ("rewrites", 0, "medical_certificate"), "finns inte"),
        (put("medical_certificates", 0, "available")("later"), ("medical_certificates",), "lämnas ut senare"),
        (put("keys", 0, "links", 0)(["d1", "f9"]), ("keys", 0, "links", 0), "”f9”, som inte finns"),
        (put("keys", 0, "links", 0)(["f1", "d1"]), ("keys", 0, "links", 0), "från F till D"),
        (put("keys", 0, "links", 0)(["d1", "a1"]), ("keys", 0, "links", 0), "från D till A"),
        (put("keys", 0, "links")([["d1", "f1"], ["f1", "a1"], ["d1", "f1"]]), ("keys", 0, "links", 2), "två gånger"),
        (add_period("2026-02-20", "2026-03-20"), ("medical_certificates", 0, "periods", 1, "start"), "innan den förra"),
        (
            put("medical_certificates", 0, "periods", 0, "end")("2026-01-01"),
            ("medical_certificates", 0, "periods", 0, "end"),
            "slutar 2026-01-01",
        ),
        (
            put("medical_certificates", 0, "basis", 0, "on")("2026-05-01"),
            ("medical_certificates", 0, "basis", 0, "on"),
            "efter att det skrevs",
        ),
        (
            put("medical_certificates", 0, "prognosis")({"kind": "full_return_within"}),
            ("medical_certificates", 0, "prognosis"),
            "hur många månader",
        ),
        (
            put("medical_certificates", 0, "prognosis")({"kind": "no_full_return", "months": 3}),
            ("medical_certificates", 0, "prognosis", "months"),
            "bara till prognosen",
        ),
        (
            put("medical_certificates", 0, "prognosis")({"kind": "unclear"}),
            ("medical_certificates", 0, "prognosis"),
            "oklar prognos",
        ),
        (put("sick_leave", "start")("2026-02-01"), ("medical_certificates", 0, "periods"), "före sjukperiodens dag 1"),
        (put("keys", 0, "links")([["d1", "f1"]]), ("keys", 0, "sufficiency"), "kedjan är bruten"),
        (put("keys", 0, "spans", 1, "quote")("Rörligheten är dålig"), ("keys", 0, "spans", 1, "quote"), "finns inte"),
        (put("keys", 0, "spans", 1, "occurrence")(2), ("keys", 0, "spans", 1, "quote"), "står 1 gång(er)"),
        (put("rewrites", 0, "quote")("något helt annat"), ("rewrites", 0, "quote"), "finns inte i fält 17.1"),
    ],
)
def test_what_a_schema_cannot_check_is_told_at_its_line(
    change: Change, line_of: tuple[str | int, ...], what: str
) -> None:
    document, problems = problems_of(change)
    problem = next(p for p in problems if what in p.what)
    assert problem.line == at(document, *line_of)


def test_a_certificate_long_before_the_sick_leave_is_refused() -> None:
    def change(data: dict[str, Any]) -> None:
        data["medical_certificates"][0]["issued_on"] = "2025-10-01"
        data["medical_certificates"][0]["basis"] = []

    _, problems = problems_of(change)
    assert "långt före" in problems[0].what


def test_a_quote_that_no_longer_occurs_shows_the_nearest_words() -> None:
    def change(data: dict[str, Any]) -> None:
        data["keys"][0]["spans"][1]["quote"] = "uppmärksamhet är måttlig nedsatt"

    _, problems = problems_of(change)
    assert "Uppmärksamheten är måttligt nedsatt" in problems[0].advice


def test_a_quote_from_another_field_is_recognised() -> None:
    _, problems = problems_of(put("keys", 0, "spans", 1, "field")("17.1"))
    assert "fält 35.1 (Funktionsnedsättning)" in problems[0].advice


def test_a_quote_in_an_empty_field_says_so() -> None:
    _, problems = problems_of(put("keys", 0, "spans", 1, "field")("44.1"))
    assert "inte ifyllt" in problems[0].advice


def test_a_quote_may_break_its_lines_elsewhere_than_the_field() -> None:
    def change(data: dict[str, Any]) -> None:
        data["medical_certificates"][0]["texts"]["35.1"] = "Uppmärksamheten är\nmåttligt nedsatt i dag."

    span = loaded(change).keys[0].spans[1].span
    assert span.quote == "Uppmärksamheten är\nmåttligt nedsatt"


def infection_carrier(data: dict[str, Any]) -> None:
    data["medical_certificates"][0]["infection_carrier"] = True


def test_infection_carriers_are_not_asked_for_function_and_activity() -> None:
    document, problems = problems_of(infection_carrier)
    assert at(document, "keys", 0, "spans", 1, "kind") in [p.line for p in problems]
    assert all("smittbärarpenning" in p.what for p in problems)
    _, problems = problems_of(infection_carrier, number=1)
    assert any("saknar F" in p.what for p in problems)


def test_a_key_for_an_infection_carrier_needs_only_the_diagnosis() -> None:
    def change(data: dict[str, Any]) -> None:
        infection_carrier(data)
        for key in data["keys"]:
            key["spans"], key["links"] = key["spans"][:1], []

    assert loaded(change).medical_certificates[0].infection_carrier


@pytest.mark.parametrize(
    "change",
    [
        put("keys", 0, "sufficient_anyway")(True),
        put("keys", 0, "sufficiency")("depends"),
        put("keys", 0, "missing")([{"id": "f0", "kind": "F", "question": "Vilken funktion?"}]),
    ],
)
def test_a_broken_chain_is_fine_when_it_is_meant(change: Change) -> None:
    def both(data: dict[str, Any]) -> None:
        data["keys"][0]["links"] = [["d1", "f1"]]
        change(data)

    assert loaded(both).keys[0].chain().gaps()


def test_not_enough_and_enough_anyway_contradict_each_other() -> None:
    _, problems = problems_of(put("keys", 0, "sufficient_anyway")(True), number=1)
    assert "räcker ändå" in problems[0].what


def test_fields_of_ones_own_are_left_alone_everywhere() -> None:
    def change(data: dict[str, Any]) -> None:
        for part in (data, data["person"], data["medical_certificates"][0], data["keys"][0]["spans"][0]):
            part["x-anteckning"] = {"fritt": ["vad", "som", "helst"]}
        data["medical_certificates"][0]["texts"]["x-utkast"] = "en tidigare lydelse"

    assert loaded(change) == loaded()


def test_a_sentence_cut_in_two_by_a_comma_is_told_and_not_taken_for_an_empty_field() -> None:
    _, problems = problems_of(lambda d: d["person"].update({"men inte i dag": None}))
    assert "men inte i dag" in problems[0].what


def test_fields_left_empty_count_as_not_there() -> None:
    assert loaded(lambda d: d.update(documents=None, leader_notes=None)).documents == ()


def test_field_ids_and_dates_may_stand_with_or_without_quotation_marks() -> None:
    text = yaml_text(case_data(0)).replace('"field": "35.1"', "field: 35.1").replace('"2026-11-22"', "2026-11-22")
    assert case_from(parse_yaml(text.encode(), "f")) == loaded()


def places(value: object, where: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place for key, part in items for place in ((*where, key), *places(part, (*where, key)))]


ANY_VALUE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10), st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_any_value_anywhere_is_accepted_or_refused_with_advice(data: st.DataObject) -> None:
    number = data.draw(st.integers(0, 2))
    where = data.draw(st.sampled_from(places(case_data(number))))
    value = data.draw(ANY_VALUE)
    try:
        case = loaded(put(*where)(value), number)
    except ContentInvalid as error:
        refused = error.problems
    else:
        assert case.medical_certificates
        return
    assert refused
    assert all(p.line >= 1 and p.what and p.advice for p in refused)


def test_a_hostile_case_of_the_largest_size_is_judged_in_seconds() -> None:
    def change(data: dict[str, Any]) -> None:
        data["medical_certificates"][0]["texts"]["35.1"] = "MADRS" + " är" * 6000
        span = {"kind": "F", "field": "35.1", "quote": "är " * 40 + "inte"}
        data["keys"][0]["spans"] = [{**span, "id": f"f{i}"} for i in range(600)]

    _, problems = problems_of(change)
    assert len([p for p in problems if "finns inte" in p.what]) >= 600
