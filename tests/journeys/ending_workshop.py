"""Ends a workshop by keyboard: commitments, take-aways, the close, the protocol, and the next that begins with them."""

from __future__ import annotations

from pathlib import Path

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.activities.commitments import CommitmentsState
from kompetens_gui.domain.activities.follow_up import Followed, FollowUpOutcome, FollowUpRoom, FollowUpState
from kompetens_gui.domain.activities.takeaways import TakeawaysState
from kompetens_gui.domain.workshop.plan import SessionStatus
from tests.journeys.driver import Leader
from tests.journeys.leading_groups import ANSWERS
from tests.journeys.leading_role_play import DEBRIEF_NOTE, LEAVES, TURN
from tests.journeys.leading_the_way import SAID
from tests.journeys.planning_workshop import BRANCHING, NAMES, ROLE_PLAY, TEMPLATE, TITLE, name_series_and_leader
from tests.journeys.steps import go_on_to, on_item, plan_of, room, text_of_pdf, text_of_word, use_template

COMMITMENTS = (("Jag ringer chefen före dag 30", "nästa samtal"), ("Jag frågar vad som går", "inom två veckor"))
TAKEAWAYS = ("En fråga i taget", "Skriv vem som har sagt det")
HAPPENED = "Chefen hade redan provat kortare pass"


def promise(leader: Leader) -> None:
    go_on_to(leader, "commitments")
    for text, when in COMMITMENTS:
        leader.type(text)
        leader.press("Tab")
        leader.type(when)
        leader.press("Return")
    leader.wait(lambda: len(promised(leader)) == len(COMMITMENTS), "the commitments")
    assert promised(leader) == list(COMMITMENTS)
    go_on_to(leader, "takeaways")
    for text in TAKEAWAYS:
        leader.type(text)
        leader.press("Return")
    leader.wait(lambda: taken(leader) == list(TAKEAWAYS), "the take-aways")


def promised(leader: Leader) -> list[tuple[str, str]]:
    state = leader.activity
    assert isinstance(state, CommitmentsState)
    return [(c.text, c.when) for c in state.commitments]


def taken(leader: Leader) -> list[str]:
    state = leader.activity
    assert isinstance(state, TakeawaysState)
    return [item.text for item in state.items]


def close(leader: Leader, clock: RehearsalClock) -> None:
    clock.move(3600)
    leader.press("Ctrl+Shift+Q")
    leader.answer("Avsluta träffen")
    leader.on_page("closing")
    assert plan_of(leader).status == SessionStatus.CLOSED
    leader.choose(f"Närvaro för {LEAVES}", "Gick tidigare")


def read_the_protocol(leader: Leader, folder: Path, words: list[str]) -> None:
    papers = {"Spara PDF": folder / "protokoll.pdf", "Spara Word": folder / "protokoll.docx"}
    for button, file in papers.items():
        leader.activate(button)
        leader.save_as(file)
        leader.wait(file.is_file, str(file))
        leader.settled()
    for text in (text_of_pdf(papers["Spara PDF"]), text_of_word(papers["Spara Word"])):
        for name in NAMES:
            assert name not in text, f"{name} is in the protocol"
            assert name.split()[0] not in text.split(), f"{name} is in the protocol"
        for said in (TITLE, *ANSWERS, ROLE_PLAY, TURN, DEBRIEF_NOTE, BRANCHING, SAID, *TAKEAWAYS, *words):
            assert said in text, f"{said!r} is not in the protocol"
        for promise_text, when in COMMITMENTS:
            assert promise_text in text
            assert when in text
        assert "2, 1 1" in text, "the ratings of both observers, and the own"


def begin_the_next_with_what_was_promised(leader: Leader) -> None:
    leader.press("Ctrl+N")
    use_template(leader, TEMPLATE)
    name_series_and_leader(leader)
    leader.sees(COMMITMENTS[0][0])
    leader.activate("Börja med uppföljning")
    leader.sees("Sedan sist")
    leader.activate("Markera som klar")
    leader.activate("Starta")
    leader.on_page("presenter")
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    on_item(leader, "follow_up")
    view = room(leader).view
    assert isinstance(view, FollowUpRoom)
    assert [(f.commitment.text, f.commitment.when) for f in view.followed] == list(COMMITMENTS)
    leader.press("Alt+Right", "Ctrl+Shift+1")
    leader.wait(lambda: followed(leader)[0].outcome == FollowUpOutcome.TRIED, "tried")
    leader.tab_to(f"Vad hände: {COMMITMENTS[0][0]}")
    leader.type(HAPPENED)
    leader.press("Return")
    leader.wait(lambda: followed(leader)[0].happened == HAPPENED, "what happened")


def followed(leader: Leader) -> tuple[Followed, ...]:
    state = leader.activity
    assert isinstance(state, FollowUpState)
    return state.followed
