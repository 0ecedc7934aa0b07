"""Questions as they come: in mails, in sheets, in a hurry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.errors import QuestionListInvalid
from kompetens_gui.domain.question_list import MOST_LINES, QuestionRemark, read_questions, seems_about_a_case
from kompetens_gui.domain.workshop.events import QuestionCategory


def test_a_pasted_mail_gives_one_question_for_each_line() -> None:
    found = read_questions("- Vad gäller efter dag 90?\r\n\r\n2) Vem ringer chefen; vi eller ni?\n• Hur når vi er?")
    assert [(q.line, q.text) for q in found.questions] == [
        (1, "Vad gäller efter dag 90?"),
        (3, "Vem ringer chefen; vi eller ni?"),
        (4, "Hur når vi er?"),
    ]
    assert found.skipped == ()


def test_a_sheet_with_headings_gives_categories_and_says_what_it_does_not_know() -> None:
    found = read_questions(
        "sep=;\nKategori;Fråga\nRegel;Vad gäller efter dag 90?\nTrassel;Vem ringer?\nsamarbete;Hur ses vi?"
    )
    assert [(q.text, q.category) for q in found.questions] == [
        ("Vad gäller efter dag 90?", QuestionCategory.RULE),
        ("Vem ringer?", QuestionCategory.OTHER),
        ("Hur ses vi?", QuestionCategory.COLLABORATION),
    ]
    assert found.questions[1].remarks == (QuestionRemark.CATEGORY_UNKNOWN,)


def test_a_category_after_the_question_needs_no_headings() -> None:
    found = read_questions("Vem ringer?;rutin\nVad gäller?\tregel".replace("\t", ";"))
    assert [q.category for q in found.questions] == [QuestionCategory.ROUTINE, QuestionCategory.RULE]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Vad gör jag med min patient som inte vill?", True),
        ("Hur går det för 19850312-1234?", True),
        ("Hur gör vi i ärendet med Karin?", True),
        ("Hur når en patient handläggaren?", False),
        ("Vad hände 2021-03-15 med reglerna?", False),
    ],
)
def test_what_seems_to_be_about_somebody_is_marked_and_left_to_the_planner(text: str, about: bool) -> None:
    assert seems_about_a_case(text) is about
    remarks = read_questions(text).questions[0].remarks
    assert (QuestionRemark.MAYBE_A_CASE in remarks) is about


def test_the_same_question_twice_is_taken_once_and_told_of() -> None:
    found = read_questions("Vem ringer?\nvem  ringer\nNy fråga?", taken=["Ny fråga"])
    assert [q.text for q in found.questions] == ["Vem ringer?"]
    assert [(s.line, s.remark) for s in found.skipped] == [(2, QuestionRemark.DUPLICATE), (3, QuestionRemark.DUPLICATE)]


@pytest.mark.parametrize(("text", "reason"), [("", "empty"), (" \n\n", "empty"), ("Fråga;Kategori\n", "empty")])
def test_an_empty_list_is_told_of(text: str, reason: str) -> None:
    with pytest.raises(QuestionListInvalid) as caught:
        read_questions(text)
    assert caught.value.reason == reason


def test_a_list_that_is_far_too_long_is_not_read() -> None:
    with pytest.raises(QuestionListInvalid) as caught:
        read_questions("\n".join(f"Fråga nummer {n}?" for n in range(MOST_LINES + 1)))
    assert caught.value.most == MOST_LINES


@given(st.text(max_size=400))
def test_whatever_is_pasted_every_line_is_counted_for(text: str) -> None:
    try:
        found = read_questions(text)
    except QuestionListInvalid:
        return
    assert all(q.text and q.text == " ".join(q.text.split()) for q in found.questions)
    lines = [q.line for q in found.questions] + [s.line for s in found.skipped]
    assert len(lines) == len(set(lines))
