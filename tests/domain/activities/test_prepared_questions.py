"""Questions sent in before: what may be shown, what becomes of them, and what the protocol tells."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext, LeavesQuestions, ListBlock, TableBlock
from kompetens_gui.domain.activities.prepared_questions import rules as r
from kompetens_gui.domain.activities.prepared_questions.rules import KIND, PreparedQuestionsState, QuestionStatus
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, KompetensError
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, Participant, ParticipantId, Role

SETTINGS = {
    "questions": [
        {
            "id": "q1",
            "text": "När ska planen vara klar?",
            "category": "rule",
            "answer": "HEMLIGT SVAR ett",
            "owner": "Specialisten",
            "source": "30 kap. 6 § SFB",
            "source_date": "2026-11-22",
            "certainty": "certain",
        },
        {"id": "q2", "text": "Vem kallar?", "category": "routine", "answer": "HEMLIGT SVAR två"},
        {"id": "q3", "text": "HEMLIGT ÄRENDE om min patient", "category": "other", "rejected": True},
    ]
}
AT = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)


def context(settings: dict[str, object] | None = None) -> ActivityContext:
    chosen = SETTINGS if settings is None else settings
    return ActivityContext(AgendaItem(AgendaItemId("i"), KIND.id, "Frågorna", 40, settings=chosen))


def after(*events: object, start: ActivityContext | None = None) -> PreparedQuestionsState:
    where = start or context()
    state = KIND.start(where)
    for event in events:
        KIND.check(state, event, where)
        state = KIND.fold(state, event, AT, where)
    return state


def test_the_answer_is_seen_only_when_it_is_shown() -> None:
    state = after(r.QuestionShown("q1"))
    room = KIND.room(state, context())
    assert (room.question, room.number, room.answer) == ("När ska planen vara klar?", 1, None)
    shown = KIND.room(after(r.QuestionShown("q1"), r.AnswerShown("q1", shown=True)), context())
    assert shown.answer is not None
    assert (shown.answer.text, shown.answer.source, shown.answer.certainty) == (
        "HEMLIGT SVAR ett",
        "30 kap. 6 § SFB",
        "certain",
    )
    hidden = after(r.QuestionShown("q1"), r.AnswerShown("q1", shown=True), r.AnswerShown("q1", shown=False))
    assert KIND.room(hidden, context()).answer is None


def test_what_is_said_in_the_room_replaces_the_prepared_answer() -> None:
    events = (r.AnswerWorded("q2", "Försäkringskassan kallar."), r.QuestionShown("q2"), r.AnswerShown("q2", shown=True))
    room = KIND.room(after(*events), context())
    assert room.answer is not None
    assert room.answer.text == "Försäkringskassan kallar."
    emptied = after(*events, r.AnswerWorded("q2", " "))
    assert KIND.room(emptied, context()).answer is None


def test_a_question_about_a_live_case_never_reaches_the_room() -> None:
    with pytest.raises(ActivityRefused, match="question_rejected"):
        after(r.QuestionShown("q3"))
    shown = after(r.QuestionShown("q2"), r.QuestionRejected("q2", rejected=True))
    assert KIND.room(shown, context()).question == ""
    assert [line.text for line in KIND.room(shown, context()).lines] == ["När ska planen vara klar?"]
    back = after(r.QuestionRejected("q3", rejected=False), r.QuestionShown("q3"))
    assert KIND.room(back, context()).number == 3


def test_the_protocol_tells_answers_tomorrow_and_who_answers_later() -> None:
    events = (
        r.QuestionSettled("q1", answered=True),
        r.TomorrowWritten("q1", "Ber om planen före dag 30"),
        r.QuestionPostponed("q2", "Samverkansansvarig", "1 december"),
        r.QuestionAsked("n1", "Hur länge gäller samtycket?"),
        r.QuestionSettled("n1", answered=True),
        r.AnswerWorded("n1", "Tills det tas tillbaka."),
    )
    answered, tomorrow, waiting = KIND.result(after(*events), context()).blocks
    assert isinstance(answered, TableBlock)
    assert answered.rows == (
        ("När ska planen vara klar?", "HEMLIGT SVAR ett", "30 kap. 6 § SFB, 2026-11-22"),
        ("Hur länge gäller samtycket?", "Tills det tas tillbaka.", ""),
    )
    assert isinstance(tomorrow, ListBlock)
    assert tomorrow.items == ("Ber om planen före dag 30",)
    assert isinstance(waiting, TableBlock)
    assert waiting.rows == (("Vem kallar?", "Samverkansansvarig", "1 december"),)
    assert KIND.result(after(), context()).blocks == ()


def test_the_next_session_is_left_what_was_postponed_and_what_there_was_no_time_for() -> None:
    events = (
        r.QuestionSettled("q1", answered=True),
        r.QuestionPostponed("q2", "Samverkansansvarig", "1 december"),
        r.QuestionAsked("n1", "Hur länge gäller samtycket?"),
        r.QuestionAsked("n2", "Hur går det för min patient?"),
        r.QuestionAsked("n3", "Vem skriver planen?"),
        r.QuestionPostponed("n3", "Specialisten", ""),
    )
    assert isinstance(KIND, LeavesQuestions)
    assert KIND.open_questions(after(*events), context()) == (
        "Vem kallar? (Samverkansansvarig svarar senast 1 december)",
        "Hur länge gäller samtycket?",
        "Vem skriver planen? (Specialisten svarar)",
    )
    assert KIND.open_questions(KIND.start(context()), context()) == ("När ska planen vara klar?", "Vem kallar?")


def test_who_answers_later_is_a_role_and_no_participant() -> None:
    people = (Participant(ParticipantId("p"), "Anna Ek", Role.PHYSICIAN),)
    with pytest.raises(ActivityRefused, match="names_somebody"):
        after(r.QuestionPostponed("q2", "anna ek", "1 december"), start=replace(context(), participants=people))


def test_a_question_asked_in_the_room_can_be_reworded_and_taken_away() -> None:
    state = after(r.QuestionAsked("n1", "Hur?"), r.QuestionAsked("n1", "Hur då?"), r.QuestionShown("n1"))
    assert KIND.room(state, context()).question == "Hur då?"
    gone = KIND.fold(state, r.QuestionAsked("n1", ""), AT, context())
    assert KIND.room(gone, context()).question == ""
    with pytest.raises(ActivityRefused):
        after(r.QuestionAsked("q1", "En annan fråga med samma id"))


@pytest.mark.parametrize(
    "questions",
    [
        "q",
        [1],
        [{"id": "a"}],
        [{"id": "", "text": "x"}],
        [{"id": "a", "text": "x", "category": "gissning"}],
        [{"id": "a", "text": "x", "certainty": "kanske"}],
        [{"id": "a", "text": "x"}, {"id": "a", "text": "y"}],
        [{"id": "a", "text": 5}],
        [{"id": str(n), "text": "x"} for n in range(61)],
    ],
)
def test_settings_that_are_no_questions_are_refused(questions: object) -> None:
    with pytest.raises(InvalidSettings):
        KIND.check_settings({"questions": questions})


ids = st.sampled_from(["q1", "q2", "q3", "n1", "n2", "?"])
texts = st.text(max_size=30)
anything = st.one_of(
    st.builds(r.QuestionShown, ids | st.just("")),
    st.builds(r.AnswerWorded, ids, texts),
    st.builds(r.QuestionSettled, ids, st.booleans()),
    st.builds(r.QuestionPostponed, ids, texts, texts),
    st.builds(r.QuestionRejected, st.sampled_from(["q1", "q2", "n1", "?"]), st.booleans()),
    st.builds(r.TomorrowWritten, ids, texts),
    st.builds(r.QuestionAsked, ids, texts),
    st.just("något annat"),
)


@given(st.lists(anything, max_size=30))
def test_whatever_happens_no_answer_and_no_live_case_is_seen_unasked(events: list[object]) -> None:
    where = context()
    state = KIND.start(where)
    for event in events:
        try:
            KIND.check(state, event, where)
        except KompetensError:
            continue
        state = KIND.fold(state, event, AT, where)
        room = KIND.room(state, where)
        assert "HEMLIGT" not in str(asdict(room))
        assert all(line.status is not QuestionStatus.REJECTED for line in room.lines)
    KIND.result(state, where)
