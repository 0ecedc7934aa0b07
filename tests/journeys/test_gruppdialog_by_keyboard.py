"""The first gruppdialog of an adviser, from an empty machine to printed kursintyg, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.workshop.plan import Role, SessionStatus, WorkshopSession
from kompetens_gui.ui.planning.agenda_block import AgendaBlock
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)

TITLE = "Utmattning och arbetsförmåga"
UNIT, PLACE = "Ekbackens hälsocentral", "rum Granen"
LEADER = "Karin Wallmark"
FIRST_CASE, SECOND_CASE = "utmattning-projektledare", "landrygg-golvlaggare"
TYPED = (("Åsa Öberg", Role.PHYSICIAN), ("Amina Solvik", Role.REHAB_COORDINATOR))
PASTED = """Per Lindmo; läkare; Ekbacken
Tove Askhed; ST-läkare
Jonas Risviken
Mirela Petrović; underläkare; Tallmon
Elin Brännmo; överläkare
Björn Sjövall; läkare
Yasmin Haddad; läkare
Gunnar Hedås; läkare"""


def test_the_whole_story(begin: Begin, clock: RehearsalClock, tmp_path: Path) -> None:
    leader = begin()
    begin_with_my_own(leader)
    name_place_and_time(leader)
    choose_two_cases(leader)
    change_the_agenda(leader)
    invite_people(leader)
    make_ready_and_start(leader)


def plan_of(leader: Leader) -> WorkshopSession:
    """Read the only plan from the database."""
    leader.settled()
    (row,) = leader.program.planning.sessions()
    return leader.program.planning.get(row.id)


def plan_is(leader: Leader, what: str, **fields: object) -> None:
    """Wait until the plan on disk holds these."""
    leader.wait(lambda: all(getattr(plan_of(leader), name) == value for name, value in fields.items()), what)


def begin_with_my_own(leader: Leader) -> None:
    assert leader.program.planning.sessions() == []
    leader.activate("Börja med min egen")
    leader.dialog("Nytt tillfälle")
    leader.tab_to("Gruppdialog 60 min")
    leader.press("Return")
    leader.on_page("plan")
    plan = plan_of(leader)
    assert (plan.template_id, plan.minutes, len(plan.agenda)) == ("gruppdialog-60", 60, 13)


def name_place_and_time(leader: Leader) -> None:
    leader.activate("Ändra namnet på träffen")
    leader.replace(TITLE)
    leader.press("Return")
    leader.activate("Välj dag och tid")
    leader.tab_to("Dag")
    leader.press(*["Down"] * 14)
    leader.tab_to("Tid")
    leader.type("13")
    leader.tab_to("Enhet")
    leader.type(UNIT)
    leader.tab_to("Plats eller länk")
    leader.type(PLACE)
    leader.activate("Lägg till ledare")
    leader.type(LEADER)
    plan_is(leader, "the facts", title=TITLE, unit=UNIT, place=PLACE)
    plan = plan_of(leader)
    assert plan.starts_at is not None
    assert (plan.starts_at.day, plan.starts_at.month, plan.starts_at.hour, plan.starts_at.minute) == (12, 11, 13, 0)
    assert [f.name for f in plan.facilitators] == [LEADER]


def choose_two_cases(leader: Leader) -> None:
    for words, case in (("utmattning", FIRST_CASE), ("ländrygg", SECOND_CASE)):
        leader.press("Ctrl+K")
        leader.replace(words)
        leader.press("Return")
        leader.settled()
        leader.press("Return")
        leader.wait(lambda case=case: case in plan_of(leader).chosen_cases, case)  # type: ignore[misc]
    assert plan_of(leader).chosen_cases == (FIRST_CASE, SECOND_CASE)


def change_the_agenda(leader: Leader) -> None:
    """Move the second block first, and back; give the last one two minutes more and see its clock follow."""
    before = plan_of(leader).agenda
    leader.press("F6")
    leader.tab_to("13.05. Så läser handläggaren")
    leader.press("Alt+Up")
    leader.wait(lambda: [i.id for i in plan_of(leader).agenda[:2]] == [before[1].id, before[0].id], "the block is first")
    assert focused_block(leader).startswith("13.00. Så läser handläggaren"), "the clock is recalculated"
    leader.press("+", "+")
    leader.wait(lambda: plan_of(leader).agenda[0].minutes == before[1].minutes + 2, "two minutes more")
    leader.press("Down")
    assert focused_block(leader).startswith("13.07. Välkommen och ramar")
    leader.press("Up", "-", "-", "Alt+Down")
    leader.wait(lambda: plan_of(leader).agenda == before, "all is as it was")
    assert focused_block(leader).startswith("13.05. Så läser handläggaren")


def focused_block(leader: Leader) -> str:
    focus = QApplication.focusWidget()
    if not isinstance(focus, AgendaBlock):
        leader.fail("the keyboard is not on a block of the agenda")
    return focus.accessibleName()


def invite_people(leader: Leader) -> None:
    leader.activate("Lägg till deltagare")
    leader.dialog("Deltagare")
    for name, role in TYPED:
        leader.tab_to("Namn")
        leader.type(name)
        if role == Role.REHAB_COORDINATOR:
            leader.choose("Roll", "Rehabkoordinator")
        leader.activate("Lägg till")
    leader.activate("Klistra in lista")
    leader.dialog("Lägg till från en lista")
    leader.tab_to("Klistra in listan här")
    QApplication.clipboard().setText(PASTED)
    leader.press("Ctrl+V")
    leader.sees("8 deltagare förstods")
    leader.activate("Lägg till 8 deltagare")
    leader.wait(lambda: len(plan_of(leader).participants) == 10, "ten participants")
    leader.dialog("Deltagare")
    leader.activate("Klar")
    leader.dialog_gone()
    people = {p.name: p for p in plan_of(leader).participants}
    assert people["Amina Solvik"].role == Role.REHAB_COORDINATOR
    assert people["Tove Askhed"].role == Role.RESIDENT_PHYSICIAN
    assert people["Mirela Petrović"].unit == "Tallmon"


def make_ready_and_start(leader: Leader) -> None:
    leader.activate("Markera som klar")
    leader.wait(lambda: plan_of(leader).status == SessionStatus.READY, "ready")
    leader.activate("Starta")
    leader.on_page("presenter")
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
