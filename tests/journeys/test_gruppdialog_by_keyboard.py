"""The first gruppdialog of an adviser, from an empty machine to printed kursintyg, by keyboard alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.information import InformationRoom
from kompetens_gui.domain.activities.mark_chain.events import MarkRoom, MarkState
from kompetens_gui.domain.activities.read_certificate import ReadRoom
from kompetens_gui.domain.activities.rewrite import RewriteState
from kompetens_gui.domain.activities.sufficiency_vote import VoteRoom, VoteState
from kompetens_gui.domain.activities.takeaways import TakeawaysState
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.workshop.plan import Role, SessionStatus
from kompetens_gui.ui.planning.agenda_block import AgendaBlock
from kompetens_gui.ui.widgets.certificate_view import CertificateView
from kompetens_gui.ui.widgets.chain_view import ChainView
from tests.journeys.conftest import Begin
from tests.journeys.driver import Leader, name_of
from tests.journeys.steps import plan_is, plan_of, room, text_of_pdf, text_of_word, use_template

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
NAMES = (
    "Åsa Öberg",
    "Amina Solvik",
    "Per Lindmo",
    "Tove Askhed",
    "Jonas Risviken",
    "Mirela Petrović",
    "Elin Brännmo",
    "Björn Sjövall",
    "Yasmin Haddad",
    "Gunnar Hedås",
)
PATIENTS = ("Samira", "Ronja")
FIRST_VOTE, SECOND_VOTE = (3, 4, 3), (1, 7, 2)
MARKS = (
    ("D", "Utmattningssyndrom"),
    ("F", "tappar sammanhanget två gånger"),
    ("A", "Kan inte hålla flera projekt i huvudet samtidigt."),
)
LATER_MARK = ("A", "Klarar inte att leda byggmöten.")
LONGEST_WALK = 400
OPEN_QUESTION = "Vad gör bilkörningen osäker?"
QUESTION = "Hur skriver vi när besöket sker på telefon?"
NOTE = "Låt de tysta börja."
SUPPLEMENT = "Hur länge i taget kan hon köra bil, och vad är det som sviktar?"
REWRITTEN = "Kör korta sträckor utvilad men inte längre än 30 minuter, eftersom uppmärksamheten sviktar."
POINT = "Det andra intyget säger hur ofta."
TAKEAWAYS = ("Skriv hur länge och hur ofta", "Säg varifrån uppgiften kommer", "Knyt varje begränsning till arbetet")
RANKED = (2, 0, 1)
LATE = "Jonas Risviken"
CORRECTED = ("Tove Askhed", "Tove Askhed Lund")
REVOKED = "Gunnar Hedås"


def test_the_whole_story(begin: Begin, clock: RehearsalClock, tmp_path: Path) -> None:
    leader = begin()
    begin_with_my_own(leader)
    name_place_and_time(leader)
    choose_two_cases(leader)
    change_the_agenda(leader)
    invite_people(leader)
    make_ready_and_start(leader)
    show_the_frames(leader)
    read_field_by_field(leader)
    vote_before_the_talk(leader)
    mark_and_link(leader)
    use_notes_clock_and_room(leader, clock)
    mark_again_and_reveal_the_key(leader)
    vote_after_the_talk(leader)
    write_the_supplement(leader)
    rewrite_a_line(leader)
    go_through_the_second_case(leader)
    take_along(leader)
    end_the_session(leader, clock)
    mark_one_late_and_issue(leader)
    papers = save_the_papers(leader, tmp_path)
    read_the_course_certificates(papers)
    read_the_protocol(papers)
    correct_one_and_revoke_one(leader)


def begin_with_my_own(leader: Leader) -> None:
    assert leader.program.planning.sessions() == []
    leader.activate("Börja med min egen")
    use_template(leader, "Gruppdialog 60 min")
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
    leader.wait(
        lambda: [i.id for i in plan_of(leader).agenda[:2]] == [before[1].id, before[0].id], "the block is first"
    )
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
        raise leader.unreachable("the keyboard is not on a block of the agenda")
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
    assert leader.windows.room.is_windowed, "with one screen the room has a window"
    assert leader.windows.room.window.isVisible()


# -- running


def on_item(leader: Leader, number: int, kind: str) -> None:
    """Wait until both windows show the agenda item `number` (from 1)."""
    leader.wait(lambda: leader.state.position == number - 1, f"item {number}")
    item = leader.state.item
    assert item is not None
    assert item.kind == kind
    leader.wait(lambda: room(leader).item == item.id, "the room follows")


def show_the_frames(leader: Leader) -> None:
    on_item(leader, 1, "information")
    before = room(leader).view
    leader.press("Right")
    leader.wait(lambda: room(leader).view != before, "its second page")
    shown = room(leader).view
    assert isinstance(shown, InformationRoom)
    assert shown.page == 1
    leader.press("PgDown")
    on_item(leader, 2, "information")
    leader.press("PgUp")
    on_item(leader, 1, "information")
    leader.press("PgDown")
    on_item(leader, 2, "information")


def read_field_by_field(leader: Leader) -> None:
    leader.press("PgDown")
    on_item(leader, 3, "read_certificate")
    seen: list[object] = []
    for _ in range(4):
        leader.press("Down")
        before = len(seen)
        leader.wait(lambda: shown_field(leader) not in (None, *seen), "the next field")
        seen.append(shown_field(leader))
        assert len(seen) == before + 1
    leader.press("Home")
    leader.wait(lambda: shown_field(leader) is None, "the whole certificate")


def shown_field(leader: Leader) -> object:
    view = room(leader).view
    assert isinstance(view, ReadRoom)
    return view.field


def vote_before_the_talk(leader: Leader) -> None:
    leader.press("PgDown")
    on_item(leader, 4, "sufficiency_vote")
    count_hands(leader, FIRST_VOTE, Round.FIRST)
    view = room(leader).view
    assert isinstance(view, VoteRoom)
    assert (view.voted, view.first, view.second, view.verdicts) == (None, None, None, ()), "the room sees no counts yet"


def count_hands(leader: Leader, hands: tuple[int, ...], vote_round: Round) -> None:
    for place, count in enumerate(hands, 1):
        leader.press(*[str(place)] * count)
    # One hand too many, and taken back with Shift.
    leader.press("1", "Shift+1")
    leader.wait(lambda: votes(leader).counts.get(vote_round) == hands, f"the votes {hands}")


def votes(leader: Leader) -> VoteState:
    state = leader.activity
    assert isinstance(state, VoteState)
    return state


def mark_and_link(leader: Leader) -> None:
    leader.press("PgDown")
    on_item(leader, 5, "mark_chain")
    for kind, quote in MARKS:
        mark(leader, kind, quote)
    leader.press("Ctrl+Tab")
    for source, target in (("D", "F"), ("F", "A")):
        stand_on_card(leader, source)
        leader.press("L")
        stand_on_card(leader, target)
        leader.press("Return")
        leader.wait(lambda s=source, t=target: (s, t) in links(leader), f"{source} linked to {target}")  # type: ignore[misc]
    leader.press("Ctrl+Shift+S")
    leader.tab_to("Frågan som är öppen")
    leader.type(OPEN_QUESTION)
    leader.press("Return")
    leader.wait(lambda: any(n.is_missing and n.text == OPEN_QUESTION for n in chain(leader).nodes), "the gap")


def mark(leader: Leader, kind: str, quote: str) -> None:
    """Walk with the caret to a quote, choose its words, and give them a kind."""
    words = quote.split()
    leader.press("Ctrl+Home")
    for _ in range(LONGEST_WALK):
        said = caret_at(leader)
        if said.endswith(f": {words[0]}"):
            leader.press(*["Shift+Right"] * (len(words) - 1))
            if caret_at(leader).endswith(f": {quote}"):
                break
            leader.press(*["Shift+Left"] * (len(words) - 1), "Esc")
        leader.press("Right")
    else:
        raise leader.unreachable(f"the caret never came to {quote!r}")
    leader.press(kind)
    leader.wait(lambda: any(n.kind == kind and n.text == quote for n in chain(leader).nodes), f"{kind}: {quote}")


def caret_at(leader: Leader) -> str:
    """What a screen reader says of the place of the caret."""
    focus = QApplication.focusWidget()
    if not isinstance(focus, CertificateView):
        raise leader.unreachable("the keyboard is not in the certificate")
    return focus.accessibleDescription()


def stand_on_card(leader: Leader, kind: str) -> None:
    """Walk with arrows to the (only) card of a kind in the chain."""
    view = QApplication.focusWidget()
    if not isinstance(view, ChainView):
        raise leader.unreachable("the keyboard is not in the chain")
    node = next(n for n in chain(leader).nodes if n.kind == kind and not n.is_missing)
    for key in ("Left", "Left", "Up", "Up", *["Down"] * 6, "Right", "Up", "Up", "Down", "Right", "Up", "Up", "Down"):
        if view.current_node() == node.id:
            return
        leader.press(key)
    raise leader.unreachable(f"the arrows do not lead to the card of {kind}")


def chain(leader: Leader) -> Chain:
    state = leader.activity
    assert isinstance(state, MarkState)
    return state.chain


def links(leader: Leader) -> set[tuple[str, str]]:
    kinds = {n.id: str(n.kind) for n in chain(leader).nodes}
    return {(kinds[link.source], kinds[link.target]) for link in chain(leader).links}


def use_notes_clock_and_room(leader: Leader, clock: RehearsalClock) -> None:
    """All that a leader does beside the activity, without leaving it."""
    item = leader.state.item
    assert item is not None
    clock.move(240)
    leader.press("Alt+5")
    leader.wait(lambda: leader.state.minutes_of(item) == item.minutes + 5, "five minutes more")
    leader.press("Ctrl+Z")
    leader.wait(lambda: leader.state.minutes_of(item) == item.minutes, "undone")
    leader.press("Ctrl+J")
    leader.type(QUESTION)
    leader.press("Return")
    leader.wait(lambda: [q.text for q in leader.state.questions] == [QUESTION], "the question")
    leader.press("Ctrl+M")
    leader.type(NOTE)
    leader.press("Return")
    leader.wait(lambda: [n.text for n in leader.state.notes] == [NOTE], "the note")
    leader.press("Ctrl+B")
    leader.wait(lambda: room(leader).black, "black")
    assert leader.windows.room.window.view.cover.isVisible()
    leader.press("Ctrl+B")
    leader.wait(lambda: not room(leader).black, "light again")
    leader.press("Ctrl+E")
    leader.wait(lambda: room(leader).frozen, "frozen")
    leader.press("PgDown")
    leader.wait(lambda: leader.state.position == 5, "the leader goes on")
    assert room(leader).item == item.id, "and the room does not"
    leader.press("PgUp", "Ctrl+E")
    leader.wait(lambda: not room(leader).frozen and room(leader).item == item.id, "the room follows again")


def mark_again_and_reveal_the_key(leader: Leader) -> None:
    leader.press("Ctrl+Shift+2")
    leader.wait(lambda: marked(leader).round == Round.SECOND, "the second round")
    if isinstance(QApplication.focusWidget(), ChainView):
        leader.press("Ctrl+Tab")
    mark(leader, *LATER_MARK)
    assert room_key(leader) is None, "nothing of the key has been in the room"
    leader.press("Ctrl+Shift+F")
    leader.activate("Lägg över i rummet")
    leader.wait(lambda: room_key(leader) is not None, "the key lies over the room's picture")
    first = marked(leader).first
    assert first is not None
    assert len(first.nodes) == len(MARKS) + 1, "round one is kept as it was"


def marked(leader: Leader) -> MarkState:
    state = leader.activity
    assert isinstance(state, MarkState)
    return state


def room_key(leader: Leader) -> object:
    view = room(leader).view
    assert isinstance(view, MarkRoom)
    return view.key


def vote_after_the_talk(leader: Leader) -> None:
    leader.press("PgDown")
    on_item(leader, 6, "sufficiency_vote")
    count_hands(leader, SECOND_VOTE, Round.SECOND)
    for keys, seen in (
        ("Ctrl+Shift+A", lambda view: view.voted == 10),
        ("Ctrl+Shift+D", lambda view: view.second == SECOND_VOTE and view.first == FIRST_VOTE),
        ("Ctrl+Shift+F", lambda view: bool(view.verdicts)),
    ):
        assert not seen(room(leader).view), keys
        leader.press(keys)
        leader.wait(lambda seen=seen: seen(room(leader).view), f"the room after {keys}")  # type: ignore[misc]


def write_the_supplement(leader: Leader) -> None:
    leader.press("PgDown")
    on_item(leader, 7, "write_supplement")
    leader.type(SUPPLEMENT)
    leader.back_to("Fält i intyget")
    leader.choose("Fält i intyget", "Aktivitetsbegränsning")
    leader.wait(lambda: getattr(leader.activity, "text", "") == SUPPLEMENT, "the question to the doctor")


def rewrite_a_line(leader: Leader) -> None:
    leader.press("PgDown")
    on_item(leader, 8, "rewrite")
    leader.tab_to("Efter")
    leader.type(REWRITTEN)
    leader.tab_to("Säger när körning går")
    leader.press("Space")
    leader.wait(lambda: rewritten(leader).text == REWRITTEN and rewritten(leader).met == (0,), "the new line")


def rewritten(leader: Leader) -> RewriteState:
    state = leader.activity
    assert isinstance(state, RewriteState)
    return state


def go_through_the_second_case(leader: Leader) -> None:
    leader.press("PgDown")
    on_item(leader, 9, "read_certificate")
    leader.press("PgDown")
    on_item(leader, 10, "sufficiency_vote")
    count_hands(leader, (6, 2, 2), Round.FIRST)
    leader.press("PgDown")
    on_item(leader, 11, "discussion")
    leader.type(POINT)
    leader.press("Return")
    leader.wait(lambda: POINT in str(leader.activity), "the point")
    leader.press("PgDown")
    on_item(leader, 12, "sufficiency_vote")


def take_along(leader: Leader) -> None:
    leader.press("PgDown")
    on_item(leader, 13, "takeaways")
    for text in TAKEAWAYS:
        leader.type(text)
        leader.press("Return")
    leader.wait(lambda: takeaways(leader) == list(TAKEAWAYS), "the take-aways")
    leader.tab_to("Punkt 3")
    for place in (2, 1):
        leader.press("Alt+Up")
        leader.wait(lambda n=place: name_of(QApplication.focusWidget()) == f"Punkt {n}", f"place {place}")  # type: ignore[misc]
    leader.wait(lambda: takeaways(leader) == [TAKEAWAYS[i] for i in RANKED], "the last is first")


def takeaways(leader: Leader) -> list[str]:
    state = leader.activity
    assert isinstance(state, TakeawaysState)
    return [item.text for item in state.items]


def end_the_session(leader: Leader, clock: RehearsalClock) -> None:
    clock.move(3000)
    leader.press("Ctrl+Shift+Q")
    leader.answer("Avsluta träffen")
    leader.on_page("closing")
    assert plan_of(leader).status == SessionStatus.CLOSED
    assert not leader.windows.room.window.isVisible(), "the room is dark"


# -- afterwards


def mark_one_late_and_issue(leader: Leader) -> None:
    leader.sees(TITLE)
    leader.choose(f"Närvaro för {LATE}", "Kom senare")
    leader.settled()
    leader.tab_to(f"Minuter för {LATE}")
    leader.press("Down", "Down", "Down")
    leader.settled()
    leader.activate("Utfärda 10 kursintyg")
    leader.wait(lambda: any(n.startswith("10 kursintyg utfärdade") for n in leader.notices()), "issued")
    leader.settled()
    issued = leader.program.certificates.all()
    assert {c.holder: c.minutes for c in issued} == {n: 45 if n == LATE else 60 for n in NAMES}


def save_the_papers(leader: Leader, folder: Path) -> dict[str, Path]:
    papers = {
        "Alla i en PDF": folder / "alla kursintyg.pdf",
        "Spara PDF": folder / "protokoll.pdf",
        "Spara Word": folder / "protokoll.docx",
    }
    for button, file in papers.items():
        leader.activate(button)
        leader.save_as(file)
        leader.wait(file.is_file, str(file))
        leader.settled()
    return papers


def read_the_course_certificates(papers: dict[str, Path]) -> None:
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(papers["Alla i en PDF"]).pages]
    assert len(pages) == len(NAMES)
    for name, page in zip(NAMES, pages, strict=True):
        assert name in page
        assert TITLE in page
        assert LEADER in page
        assert "12 november 2026" in page


def read_the_protocol(papers: dict[str, Path]) -> None:
    pdf = text_of_pdf(papers["Spara PDF"])
    word = text_of_word(papers["Spara Word"])
    for text in (pdf, word):
        for part in NAMES + PATIENTS:
            for name in (part, part.split()[0]):
                assert re.search(rf"\b{name}\b", text) is None, f"{name} is in the protocol"
        assert TITLE in text
        for _, quote in (*MARKS, LATER_MARK):
            assert quote in text
        for words in (OPEN_QUESTION, SUPPLEMENT, REWRITTEN, POINT, QUESTION, *TAKEAWAYS):
            assert words in text
        assert NOTE not in text, "notes are private"
        assert text.index(TAKEAWAYS[RANKED[0]]) < text.index(TAKEAWAYS[RANKED[1]])
        for when, hands in (("Före", FIRST_VOTE), ("Efter", SECOND_VOTE)):
            assert f"{when} samtalet {' '.join(map(str, hands))} {sum(hands)}" in text, "the votes"


def correct_one_and_revoke_one(leader: Leader) -> None:
    leader.go_to("Kursintyg", "course_certificates")
    leader.sees("10 utfärdade, 10 giltiga")
    choose_in_register(leader, CORRECTED[0])
    leader.tab_to("Namn på det nya kursintyget")
    leader.replace(CORRECTED[1])
    leader.activate("Utfärda på nytt")
    leader.sees("11 utfärdade, 10 giltiga")
    choose_in_register(leader, REVOKED)
    leader.tab_to("Skäl att återkalla")
    leader.type("Fel person.")
    leader.activate("Återkalla")
    leader.sees("11 utfärdade, 9 giltiga")
    rows = {c.holder: c for c in leader.program.certificates.all()}
    assert rows[CORRECTED[1]].replaces == rows[CORRECTED[0]].number
    assert rows[CORRECTED[0]].replaced_by == rows[CORRECTED[1]].number
    assert rows[REVOKED].revoke_reason == "Fel person."
    assert any("Fel person." in words for words in leader.words()), "the reason is in view"


def choose_in_register(leader: Leader, name: str) -> None:
    leader.press("Ctrl+K")
    leader.replace(name)
    leader.sees(f", {name}.")
