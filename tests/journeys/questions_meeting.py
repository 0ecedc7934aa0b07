"""What a leader does with questions that were sent in: in the plan a week before, and in the room."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kompetens_gui.domain.activities.prepared_questions.questions import PreparedQuestion, questions_of
from kompetens_gui.domain.activities.prepared_questions.rules import (
    PreparedQuestionsRoom,
    PreparedQuestionsState,
    QuestionStatus,
)
from kompetens_gui.domain.workshop.events import QuestionCategory
from tests.journeys.driver import Leader
from tests.journeys.steps import go_on_to, plan_of, room, stand_on_block

MOMENT = "Förberedda svar"
ANSWERED = PreparedQuestion(
    "q1",
    "När ska arbetsgivaren ha en plan klar?",
    QuestionCategory.RULE,
    "Senast dag 30, när någon väntas vara borta i minst 60 dagar.",
    "specialisten",
    "30 kap. 6 § socialförsäkringsbalken",
    "2026-11-01",
    "certain",
)
POSTPONED = PreparedQuestion(
    "q2", "Vem kallar till mötet när två enheter delar på det?", QuestionCategory.ROUTINE, owner="enhetschefen"
)
LIVE_CASE = PreparedQuestion("q3", "Hur gör vi i ärendet som ligger hos Samira på Ekbacken?")
UNREAD = PreparedQuestion("q4", "Hur länge sparar vi samtycket?")
PASTED_CASE = PreparedQuestion("q5", "Vad händer med min patient i ärende 2026/481516?", rejected=True)
SENT_IN = (ANSWERED, POSTPONED, LIVE_CASE, UNREAD, PASTED_CASE)
OWNER, UNTIL = "samverkansansvarig", "10 december"
TOMORROW = "Frågar efter planen före dag 30"
FROM_THE_FLOOR, SAID = "Får vi ringa arbetsgivaren utan samtycke?", "Nej. Fråga först, och skriv vad samtycket gäller."
LEFT = (f"{POSTPONED.text} ({OWNER} svarar senast {UNTIL})", UNREAD.text)


def questions_in_plan(leader: Leader) -> tuple[PreparedQuestion, ...]:
    item = next(i for i in plan_of(leader).agenda if i.kind == "prepared_questions")
    return questions_of(item.settings)


def write_the_questions(leader: Leader) -> None:
    """Type the questions that came in one by one; the last two come in a mail and are pasted."""
    stand_on_block(leader, MOMENT)
    leader.press("Return")
    leader.activate("Frågor och svar…")
    leader.dialog("Frågor i förväg")
    leader.sees("Frågestopp 12 november 2026")
    for question in (ANSWERED, POSTPONED, LIVE_CASE):
        leader.tab_to("Ny fråga")
        leader.type(f"{question.text}\n")
        fill_in(leader, question)
    leader.activate("Klistra in lista…")
    leader.dialog("Klistra in frågor")
    QApplication.clipboard().setText(f"1. {UNREAD.text}\n2. {PASTED_CASE.text}")
    leader.press("Ctrl+V")
    leader.sees("2 frågor att lägga till")
    leader.sees("Rad 2: verkar gälla någon särskild")
    leader.activate("Lägg till")
    leader.dialog("Frågor i förväg")
    leader.tab_to("Frågor")
    leader.press("End")
    leader.sees("Frågan verkar gälla någon särskild")
    leader.activate("Gäller ett enskilt ärende")
    leader.sees("det tar vi i ärendet")
    leader.activate("Klar")
    leader.dialog_gone()
    leader.wait(lambda: questions_in_plan(leader) == SENT_IN, "the questions on disk")


def fill_in(leader: Leader, question: PreparedQuestion) -> None:
    if question.category == QuestionCategory.OTHER:
        return
    words = {QuestionCategory.RULE: "Regel", QuestionCategory.ROUTINE: "Rutin"}
    leader.choose("Kategori", words[question.category])
    for field, text in (
        ("Vem svarar", question.owner),
        ("Svar", question.answer),
        ("Källa", question.source),
        ("Källans datum", question.source_date),
    ):
        leader.tab_to(field)
        leader.type(text)
    if question.certainty:
        leader.choose("Hur säkert", "Säker")


# -- in the room


def take_the_questions(leader: Leader) -> None:
    go_on_to(leader, "prepared_questions")
    assert [line.text for line in asked_room(leader).lines] == [q.text for q in SENT_IN if not q.rejected]
    answer_the_first(leader)
    postpone_the_second(leader)
    turn_away_the_third(leader)
    take_one_from_the_floor(leader)
    assert [asked(leader).handling(q.id).status for q in SENT_IN] == [
        QuestionStatus.ANSWERED,
        QuestionStatus.POSTPONED,
        QuestionStatus.REJECTED,
        QuestionStatus.OPEN,
        QuestionStatus.REJECTED,
    ]


def answer_the_first(leader: Leader) -> None:
    leader.press("Alt+Right")
    leader.wait(lambda: asked_room(leader).question == ANSWERED.text, "the first question")
    assert ANSWERED.answer not in repr(room(leader)), "the answer is the leader's until it is shown"
    leader.press("Ctrl+Shift+F")
    leader.wait(lambda: asked_room(leader).answer is not None, "the answer")
    shown = asked_room(leader).answer
    assert shown is not None
    assert (shown.text, shown.source, shown.source_date, shown.certainty) == (
        ANSWERED.answer,
        ANSWERED.source,
        ANSWERED.source_date,
        ANSWERED.certainty,
    )
    leader.tab_to("Det här gör vi i morgon")
    leader.type(TOMORROW)
    leader.press("Ctrl+Shift+K")
    leader.wait(lambda: status(leader, "q1") == QuestionStatus.ANSWERED, "answered")
    leader.press("Alt+Right")
    leader.wait(lambda: asked_room(leader).question == POSTPONED.text, "the second question")
    assert asked(leader).handling("q1").tomorrow == TOMORROW


def postpone_the_second(leader: Leader) -> None:
    leader.press("Ctrl+Shift+U")
    leader.replace(OWNER)
    leader.press("Tab")
    leader.type(f"{UNTIL}\n")
    leader.wait(lambda: status(leader, "q2") == QuestionStatus.POSTPONED, "postponed")
    leader.wait(lambda: (asked_room(leader).owner, asked_room(leader).until) == (OWNER, UNTIL), "in the room too")


def turn_away_the_third(leader: Leader) -> None:
    leader.press("Alt+Right")
    leader.wait(lambda: asked_room(leader).question == LIVE_CASE.text, "the third question")
    leader.activate("Enskilt ärende")
    leader.wait(lambda: status(leader, "q3") == QuestionStatus.REJECTED, "turned away")
    leader.wait(lambda: LIVE_CASE.text not in repr(asked_room(leader)), "gone from the room")
    leader.sees("den tas i ärendet i stället")


def take_one_from_the_floor(leader: Leader) -> None:
    leader.tab_to("Ny fråga i rummet")
    leader.type(f"{FROM_THE_FLOOR}\n")
    leader.wait(lambda: [q.text for q in asked(leader).asked] == [FROM_THE_FLOOR], "the new question")
    leader.tab_to("Frågor som kommit in")
    leader.press("End")
    leader.wait(lambda: asked_room(leader).question == FROM_THE_FLOOR, "in the room")
    leader.tab_to("Svaret")
    leader.type(SAID)
    leader.press("Ctrl+Shift+F", "Ctrl+Shift+K")
    new = asked(leader).asked[0].id
    leader.wait(lambda: status(leader, new) == QuestionStatus.ANSWERED, "answered")
    leader.wait(lambda: getattr(asked_room(leader).answer, "text", "") == SAID, "the answer in the room")


def status(leader: Leader, question: str) -> QuestionStatus:
    return asked(leader).handling(question).status


def asked(leader: Leader) -> PreparedQuestionsState:
    state = leader.activity
    assert isinstance(state, PreparedQuestionsState)
    return state


def asked_room(leader: Leader) -> PreparedQuestionsRoom:
    view = room(leader).view
    assert isinstance(view, PreparedQuestionsRoom)
    return view
