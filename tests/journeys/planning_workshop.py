"""Plans a specialist's workshop by keyboard: the template, people, three groups, material, and the start."""

from __future__ import annotations

from kompetens_gui.domain.workshop.plan import SessionStatus
from tests.journeys.driver import Leader
from tests.journeys.steps import add_moment, paste_people, plan_of, stand_on, stand_on_block, use_template

TITLE, SERIES, LEADER = "Impulser i november", "Samordning i norr", "Karin Wallmark"
TEMPLATE, MINUTES = "Specialistworkshop 90 min", 90
PASTED = """Amina Solvik; rehabkoordinator; Ekbacken
Per Lindmo; läkare; Ekbacken
Tove Askhed; handläggare; Norr
Jonas Risviken; handläggare; Norr
Mirela Petrović; rehabkoordinator; Tallmon
Elin Brännmo; handläggare; Syd
Björn Sjövall; läkare; Tallmon
Yasmin Haddad; handläggare; Syd
Gunnar Hedås; handläggare; Norr
Leyla Demir; rehabkoordinator; Björkdalen
Oskar Vinge; handläggare; Syd
Sara Holmlund; handläggare; Norr
Mikael Storå; läkare; Björkdalen
Nadia Karimi; handläggare; Syd
Ulrika Frost; rehabkoordinator; Ekbacken
Hassan Jaber; handläggare; Norr
Inger Måsbäck; handläggare; Syd
Tomasz Wilk; handläggare; Norr"""
NAMES = tuple(line.split(";")[0] for line in PASTED.splitlines())
GROUP_WORK, GIVEN_UP = "Samordningsfall i smågrupper", "Rundan utan dörrar"
ROLE_PLAY = "Avstämningsmöte med fyra roller"
BRANCHING = "Öppet när dörren är öppen"


def plan_the_workshop(leader: Leader) -> None:
    leader.activate("Börja med min egen")
    use_template(leader, TEMPLATE)
    plan = plan_of(leader)
    assert (plan.template_id, plan.minutes, len(plan.agenda)) == ("specialistworkshop-90", MINUTES, 8)
    leader.activate("Ändra namnet på träffen")
    leader.replace(TITLE)
    leader.press("Return")
    name_series_and_leader(leader)
    paste_people(leader, PASTED, len(NAMES))
    assert (plan_of(leader).title, plan_of(leader).series) == (TITLE, SERIES)


def name_series_and_leader(leader: Leader) -> None:
    leader.activate("Välj dag och tid")
    leader.tab_to("Dag")
    leader.press(*["Down"] * 14)
    leader.tab_to("Tid")
    leader.type("13")
    leader.tab_to("Serie")
    leader.type(SERIES)
    leader.activate("Lägg till ledare")
    leader.type(LEADER)


def divide_into_three(leader: Leader) -> None:
    leader.activate("Ordna grupper")
    leader.dialog("Grupper")
    leader.tab_to("Personer i varje grupp")
    leader.press("Up", "Up", "Up")
    leader.sees("Blanda ger 3 grupper med 6 i varje.")
    leader.activate("Blanda")
    leader.wait(lambda: len(plan_of(leader).groups) == 3, "three groups")
    leader.activate("Klar")
    leader.dialog_gone()
    people = {p.id: p for p in plan_of(leader).participants}
    for group in plan_of(leader).groups:
        assert len(group.members) == 6
        assert len({people[m].role for m in group.members}) == 3, "every profession in every group"


def choose_material(leader: Leader) -> None:
    """Give three groups three cases of the template's four; put a role play and a branching case before the end."""
    open_picker(leader, GROUP_WORK, "Byt material…")
    leader.tab_to("Material")
    stand_on(leader, GIVEN_UP)
    leader.press("Space")
    leader.activate("Använd 3 i momentet")
    leader.dialog_gone()
    for words, kind, title in (
        ("rollspel", "role_play", ROLE_PLAY),
        ("förgreningsfall", "branching_together", BRANCHING),
    ):
        add_moment(leader, words, kind)
        open_picker(leader, words.capitalize(), "Välj material…")
        leader.tab_to("Material")
        stand_on(leader, title)
        leader.press("Return")
        leader.dialog_gone()
        leader.sees(title)
    agenda = plan_of(leader).agenda
    assert [item.kind for item in agenda[3:6]] == ["group_work", "role_play", "branching_together"]
    materials = agenda[3].settings["materials"]
    assert isinstance(materials, list | tuple)
    assert [str(ref) for ref in materials] == [
        "coordination/samordning-malare",
        "coordination/samordning-forskollarare",
        "coordination/samordning-lastbilsmekaniker",
    ]


def open_picker(leader: Leader, moment: str, button: str) -> None:
    stand_on_block(leader, moment)
    leader.press("Return")
    leader.activate(button)
    leader.dialog("Välj material")
    leader.settled()


def make_ready_and_start(leader: Leader) -> None:
    leader.activate("Markera som klar")
    leader.wait(lambda: plan_of(leader).status == SessionStatus.READY, "ready")
    leader.activate("Starta")
    leader.on_page("presenter")
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
