"""A meeting of coordinators from the questions sent in a week before to the next one in its series, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.activities.follow_up import FollowUpOutcome, FollowUpRoom, FollowUpState, FollowUpSubject
from kompetens_gui.domain.workshop.plan import SessionStatus
from tests.journeys import questions_meeting as asked
from tests.journeys.conftest import Begin
from tests.journeys.coordinators_at_work import (
    ANSWERS,
    COMMITMENTS,
    NEWS,
    TAKEAWAY,
    tell_news_and_promise,
    work_in_groups,
)
from tests.journeys.driver import Leader
from tests.journeys.steps import (
    go_on_to,
    on_item,
    paste_people,
    plan_of,
    room,
    text_of_pdf,
    text_of_word,
    use_template,
)

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

TEMPLATE, TITLE = "Rehabkoordinatorträff 90 min", "Koordinatorerna i november"
SERIES, UNIT, LEADER = "Koordinatorträffar i norr", "Norra området", "Karin Wallmark"
PASTED = """Amina Solvik; rehabkoordinator; Ekbacken
Mirela Petrović; rehabkoordinator; Tallmon
Leyla Demir; rehabkoordinator; Björkdalen
Ulrika Frost; rehabkoordinator; Ekbacken
Jonas Risviken; rehabkoordinator; Granliden
Gunnar Hedås; handläggare; Norr
Tomasz Wilk; rehabkoordinator; Lärkan
Sara Holmlund; rehabkoordinator; Tallmon"""
NAMES = tuple(line.split(";")[0] for line in PASTED.splitlines())
DAYS_EARLIER, WEEK = 7, 7 * 24 * 3600  # a fortnight ahead is proposed; the meeting is in a week
TRIED, KNOWN = "Två av tre svarade direkt", "Den enhet som har läkaren kallar"


def test_the_whole_meeting(begin: Begin, clock: RehearsalClock, tmp_path: Path) -> None:
    leader = begin()
    leader.activate("Börja med min egen")
    plan_the_meeting(leader)
    asked.write_the_questions(leader)
    paste_people(leader, PASTED, len(NAMES))
    divide(leader)
    clock.move(WEEK)
    start(leader)
    assert leader.state.previous is None
    go_on_to(leader, "follow_up")
    leader.sees("Ingen tidigare träff i serien")
    asked.take_the_questions(leader)
    work_in_groups(leader)
    tell_news_and_promise(leader)
    close(leader, clock)
    read_the_protocol(leader, tmp_path)
    plan_the_next(leader)
    begin_with_what_was_left(leader)


# -- planning


def plan_the_meeting(leader: Leader) -> None:
    use_template(leader, TEMPLATE)
    assert plan_of_latest(leader) == ("rehabkoordinatortraff-90", 90, 7)
    leader.activate("Ändra namnet på träffen")
    leader.replace(TITLE)
    leader.press("Return")
    write_the_facts(leader)


def plan_of_latest(leader: Leader) -> tuple[str, int, int]:
    plan = plan_of(leader)
    return plan.template_id, plan.minutes, len(plan.agenda)


def write_the_facts(leader: Leader) -> None:
    leader.activate("Välj dag och tid")
    leader.tab_to("Dag")
    leader.press(*["Down"] * DAYS_EARLIER)
    leader.tab_to("Tid")
    leader.type("13")
    for field, text in (("Enhet", UNIT), ("Serie", SERIES)):
        leader.tab_to(field)
        leader.type(text)
    leader.activate("Lägg till ledare")
    leader.type(LEADER)


def divide(leader: Leader) -> None:
    leader.activate("Ordna grupper")
    leader.dialog("Grupper")
    leader.tab_to("Personer i varje grupp")
    leader.press("Up")
    leader.sees("Blanda ger 2 grupper med 4 i varje.")
    leader.activate("Blanda")
    leader.wait(lambda: len(plan_of(leader).groups) == 2, "two groups")
    leader.activate("Klar")
    leader.dialog_gone()
    plan = plan_of(leader)
    assert (plan.title, plan.series, plan.unit) == (TITLE, SERIES, UNIT)


def start(leader: Leader) -> None:
    leader.activate("Markera som klar")
    leader.activate("Starta")
    leader.on_page("presenter")
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    on_item(leader, "information")


# -- afterwards


def close(leader: Leader, clock: RehearsalClock) -> None:
    clock.move(5000)
    leader.press("Ctrl+Shift+Q")
    leader.answer("Avsluta träffen")
    leader.on_page("closing")
    assert plan_of(leader).status == SessionStatus.CLOSED


def read_the_protocol(leader: Leader, folder: Path) -> None:
    papers = {"Spara PDF": folder / "protokoll.pdf", "Spara Word": folder / "protokoll.docx"}
    for button, file in papers.items():
        leader.activate(button)
        leader.save_as(file)
        leader.wait(file.is_file, str(file))
        leader.settled()
    for text in (text_of_pdf(papers["Spara PDF"]), text_of_word(papers["Spara Word"])):
        for name in (*NAMES, "Samira"):
            assert name.split()[0] not in text, f"{name} is in the protocol"
        for hidden in (asked.LIVE_CASE.text, "min patient", "2026/481516"):
            assert hidden not in text, f"{hidden!r} is in the protocol"
        for question, answer in ((asked.ANSWERED.text, asked.ANSWERED.answer), (asked.FROM_THE_FLOOR, asked.SAID)):
            assert question in text
            assert answer in text
        assert f"{asked.ANSWERED.source}, {asked.ANSWERED.source_date}" in text, "the source and its day"
        assert f"{asked.POSTPONED.text} {asked.OWNER} {asked.UNTIL}" in text, "who answers, and when"
        for said in (TITLE, asked.TOMORROW, *ANSWERS, NEWS, *COMMITMENTS[0], *COMMITMENTS[1], TAKEAWAY):
            assert said in text, f"{said!r} is not in the protocol"


# -- the next one


def plan_the_next(leader: Leader) -> None:
    leader.press("Ctrl+N")
    use_template(leader, TEMPLATE)
    write_the_facts(leader)
    for left in (COMMITMENTS[0][0], TAKEAWAY, *asked.LEFT):
        leader.sees(left)
    leader.activate("Lämna över…")
    leader.dialog("Lämna över serien")
    sheet = leader.tab_to("Överlämning")
    assert isinstance(sheet, QPlainTextEdit)
    for left in (COMMITMENTS[0][0], *asked.LEFT):
        assert left in sheet.toPlainText()
    assert not any(name in sheet.toPlainText() for name in NAMES)
    leader.activate("Kopiera texten")
    assert QApplication.clipboard().text() == sheet.toPlainText()
    leader.activate("Stäng")
    leader.dialog_gone()


def begin_with_what_was_left(leader: Leader) -> None:
    start(leader)
    go_on_to(leader, "follow_up")
    view = follow_up_room(leader)
    assert [(f.commitment.text, f.commitment.when) for f in view.followed] == list(COMMITMENTS)
    assert view.questions == asked.LEFT
    leader.press("Alt+Right", "Ctrl+Shift+1")
    leader.wait(lambda: followed(leader).count(FollowUpOutcome.TRIED) == 1, "tried")
    leader.tab_to(f"Vad hände: {COMMITMENTS[0][0]}")
    leader.type(f"{TRIED}\n")
    leader.press("Alt+Right", "Alt+Right")
    leader.wait(lambda: follow_up_room(leader).subject == FollowUpSubject.QUESTION, "the postponed question")
    leader.tab_to(f"Svar: {asked.LEFT[0]}")
    leader.type(f"{KNOWN}\n")
    leader.wait(lambda: follow_up_room(leader).answers == (KNOWN, ""), "what is known now")
    assert [f.happened for f in followed(leader).followed] == [TRIED, ""]


def followed(leader: Leader) -> FollowUpState:
    state = leader.activity
    assert isinstance(state, FollowUpState)
    return state


def follow_up_room(leader: Leader) -> FollowUpRoom:
    view = room(leader).view
    assert isinstance(view, FollowUpRoom)
    return view
