from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.documents.attendance_list import render_attendance_list
from kompetens_gui.documents.case_handout import handout_of, render_case_handout
from kompetens_gui.documents.marking_sheet import render_marking_sheet
from kompetens_gui.domain.case import Case, CaseDocument, DocumentId, DocumentKind
from kompetens_gui.domain.medical_certificate import FIELDS, FORM_V2
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId
from tests.documents.reading import outside, overlapping, page_texts, squeezed, text_of
from tests.documents.samples import CASE_FOLDERS, HOSTILE, case_at, fonts, sample_case, session

SHORTEST_SECRET = 18


def secrets(case: Case) -> Iterator[str]:
    """Yield everything that only the leader may see."""
    for key in case.keys:
        yield from (key.reason, key.cheapest_way)
        yield from (span.why for span in key.spans)
        for slot in key.missing:
            yield from (slot.question, slot.why)
    for supplement in case.supplements:
        yield from (supplement.question, supplement.why)
    for task in case.rewrites:
        yield from (task.weakness, task.model, *task.points)
    for card in case.discussion:
        yield from (card.text, card.hint)
    yield from case.leader_notes.splitlines()
    yield from case.learning_goals
    yield from case.outcome_variants
    yield from (document.text for document in case.documents if not document.released_from_start)


def later_texts(case: Case) -> Iterator[str]:
    """Yield what stands only in certificates that are handed out later."""
    first = {
        t for c in case.medical_certificates for t in c.texts.values() if c.id not in case.later_medical_certificates
    }
    for certificate in case.medical_certificates:
        if certificate.id in case.later_medical_certificates:
            yield certificate.title
            yield from (text for text in certificate.texts.values() if text not in first)


def leaked(case: Case, paper: str) -> list[str]:
    text = squeezed(paper)
    hidden = [squeezed(secret) for secret in (*secrets(case), *later_texts(case))]
    return [secret for secret in hidden if len(secret) >= SHORTEST_SECRET and secret in text]


every_case = pytest.mark.parametrize("folder", CASE_FOLDERS, ids=lambda folder: folder.name)


@every_case
def test_nothing_of_the_key_stands_in_the_handout(folder: Path) -> None:
    case = case_at(folder)
    assert leaked(case, text_of(render_case_handout(case, fonts(), "Region Norrälven"))) == []
    assert leaked(case, repr(handout_of(case)).replace("\\n", "\n")) == []


@every_case
def test_nothing_of_the_key_stands_on_the_marking_sheet(folder: Path) -> None:
    case = case_at(folder)
    assert leaked(case, text_of(render_marking_sheet(case, fonts()))) == []


def test_a_leak_would_be_seen() -> None:
    case = sample_case()
    assert leaked(case, f"före {case.keys[0].reason} efter")
    assert leaked(case, case.medical_certificates[1].texts[FORM_V2[5].id])
    open_case = replace(case, later_medical_certificates=())
    assert leaked(case, text_of(render_case_handout(open_case, fonts())))


@every_case
def test_the_handout_holds_the_story_the_work_and_the_form(folder: Path) -> None:
    case = case_at(folder)
    pdf = render_case_handout(case, fonts(), "Region Norrälven")
    text = squeezed(text_of(pdf))
    first = case.medical_certificates[0]
    for words in (
        case.title,
        case.person.name,
        case.work.title,
        case.story.split("\n\n")[0][:60],
        case.work.description.split("\n\n")[0][:60],
        "i rehabiliteringskedjan",
        first.title,
        "FK 7804",
    ):
        assert squeezed(words) in text
    for field, answer in first.filled():
        assert squeezed(field.title) in text
        assert squeezed(answer.split("\n")[0])[:40] in text
    assert outside(pdf) == []
    assert overlapping(pdf) == []
    assert render_case_handout(case, fonts(), "Region Norrälven") == pdf


def test_questions_left_empty_are_shown_as_empty() -> None:
    text = text_of(render_case_handout(sample_case(), fonts()))
    empty = len(FORM_V2) - len(list(sample_case().medical_certificates[0].filled()))
    assert text.count("Ej ifyllt") == empty


def test_someone_kept_from_work_for_infection_control_is_not_asked_for_function_and_activity() -> None:
    case = next(case_at(f) for f in CASE_FOLDERS if not case_at(f).medical_certificates[0].asks_for_chain)
    text = text_of(render_case_handout(case, fonts()))
    certificate = case.medical_certificates[0]
    empty = [f for f in FORM_V2 if not certificate.text(f.id)]
    assert empty
    assert "Ej ifyllt" not in text
    sheet = text_of(render_marking_sheet(case, fonts()))
    assert "smittbärarpenning" in sheet
    assert "Rita kedjan" not in sheet


def test_papers_released_from_the_start_follow_and_the_others_do_not() -> None:
    def paper(name: str, *, released: bool) -> CaseDocument:
        text = f"Innehållet i {name}."
        return CaseDocument(DocumentId(name), DocumentKind.LETTER, f"Brev {name}", date(2026, 10, 1), text, released)

    case = replace(sample_case(), documents=(paper("ett", released=True), paper("två", released=False)))
    text = text_of(render_case_handout(case, fonts()))
    assert "Brev ett" in text
    assert "Innehållet i ett." in text
    assert "Brev två" not in text
    assert "Innehållet i två." not in text


@every_case
def test_the_marking_sheet_numbers_every_line_and_tells_the_kinds_apart(folder: Path) -> None:
    case = case_at(folder)
    pdf = render_marking_sheet(case, fonts())
    text = text_of(pdf)
    certificate = case.medical_certificates[0]
    written = squeezed("".join(answer for _, answer in certificate.filled()))
    numbers = [int(line) for line in text.splitlines() if line.strip().isdigit()]
    assert numbers[: numbers.index(max(numbers)) + 1] == list(range(1, max(numbers) + 1))
    assert max(numbers) > len(written) / 120
    for words in ("Diagnos", "Funktionsnedsättning", "Aktivitetsbegränsning", "Arbetsuppgift", "Grund"):
        assert words in text
    assert outside(pdf) == []
    assert overlapping(pdf) == []
    if certificate.asks_for_chain:
        assert text.count("Saknas") >= 12


def test_another_certificate_can_be_named_for_the_sheet() -> None:
    case = sample_case()
    text = squeezed(text_of(render_marking_sheet(case, fonts(), "", case.medical_certificates[1].id)))
    assert squeezed(case.medical_certificates[1].title) in text


def test_the_attendance_list_has_everyone_and_empty_lines_on_one_page() -> None:
    pdf = render_attendance_list(session(), fonts(), "Region Norrälven")
    [page] = page_texts(pdf)
    for person in session().participants:
        assert person.name in page
    assert "Rehabkoordinator" in page
    assert "12 november 2026, 13.00–14.15" in page
    assert "\n18" in page
    assert "påhittade" not in page
    assert outside(pdf) == []
    assert overlapping(pdf) == []


def test_a_long_list_repeats_its_head_and_keeps_room_for_more() -> None:
    people = tuple(Participant(ParticipantId(str(i)), f"Person Nummer{i}", unit="Enhet " * 8) for i in range(60))
    pages = page_texts(render_attendance_list(replace(session(), participants=people), fonts()))
    assert len(pages) > 2
    assert all("Underskrift" in page for page in pages)
    assert "65" in pages[-1]
    assert f"Sida {len(pages)} av {len(pages)}" in pages[-1]


def test_a_list_for_an_undated_session_without_people_is_empty_lines() -> None:
    bare = replace(session(), participants=(), starts_at=None, place="", unit="", facilitators=())
    [page] = page_texts(render_attendance_list(bare, fonts()))
    assert "Tid ej bestämd" in page


def test_hostile_letters_in_a_case_never_become_markup() -> None:
    case = hostile_case(HOSTILE)
    for pdf in (render_case_handout(case, fonts(), HOSTILE), render_marking_sheet(case, fonts(), HOSTILE)):
        assert squeezed("<b>&amp;") in squeezed(text_of(pdf))
        assert outside(pdf) == []


def hostile_case(text: str) -> Case:
    case = sample_case()
    first = replace(case.medical_certificates[0], title=text, texts=dict.fromkeys(FIELDS, text))
    return replace(
        case,
        title=text,
        story=text,
        content_warning=text,
        person=replace(case.person, name=text, voice=text),
        work=replace(case.work, title=text, extent=text, description=text),
        medical_certificates=(first, *case.medical_certificates[1:]),
    )


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=600))
def test_any_text_gives_all_three_papers(text: str) -> None:
    people = (Participant(ParticipantId("p"), text, unit=text),)
    crowd = replace(session(), title=text, place=text, participants=people)
    case = hostile_case(text)
    for pdf in (
        render_case_handout(case, fonts(), text),
        render_marking_sheet(case, fonts(), text),
        render_attendance_list(crowd, fonts(), text),
    ):
        assert outside(pdf) == []
