"""A life is lived with keys or pointer, told step by step, wound back on the map, and laid beside another."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.branching import fold, offered
from kompetens_gui.domain.branching_way import way_layout
from kompetens_gui.domain.exercises.branching import WayTaken, WoundBack
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.branching_case import BranchingCase, Track
from kompetens_gui.ui.exercises.branching.scene import Phase, scene
from tests.ui.exercises.harness_b import RESOURCES, Bench, begin, content, with_events

KEY = Qt.Key
CASE = "konflikt-barnbibliotekarie"
CASES = sorted(path.stem for path in (RESOURCES / "exercises" / "branching").glob("*.yaml"))


def the_case() -> BranchingCase:
    case: BranchingCase = content("branching", CASE)
    return case


def lived(*choices: str) -> Attempt:
    return with_events(begin("branching", the_case()), *(WayTaken(choice) for choice in choices))


def to_the_end(attempt: Attempt, pick: Callable[[int, int], int]) -> Attempt:
    """Go on until an end; `pick` gives the place of the choice from how many were made and how many there are."""
    while attempt.view.end is None:
        choices = attempt.view.choices
        chosen = choices[pick(len(attempt.view.steps), len(choices)) % len(choices)]
        attempt = with_events(attempt, WayTaken(chosen.id))
    return attempt


def two_lives() -> Attempt:
    attempt = with_events(to_the_end(lived(), lambda made, count: 0), WoundBack(1))
    return to_the_end(attempt, lambda made, count: count - 1)


def test_a_choice_is_made_with_a_number_and_told_before_the_next_day(qtbot: QtBot) -> None:
    bench = Bench(lived(), qtbot)
    panel, node = bench.panel, the_case().nodes[0]
    assert not bench.can_press()
    bench.key(qtbot, KEY.Key_2)
    assert bench.primary_text() == "Gör valet"
    bench.key(qtbot, KEY.Key_Return)
    assert bench.events == [WayTaken("b")]
    assert panel.situation.text.text() == node.text
    assert panel.situation.options.rows["b"].verdict.text() == "Ert val"
    choice = node.choice("b")
    assert choice is not None
    assert choice.feedback in bench.texts()
    assert {m.why.text() for m in panel.tracks.meters.values()} == {
        choice.consequences.medical,
        choice.consequences.social,
        choice.consequences.economic,
    }
    assert panel.tracks.meters[Track.MEDICAL].change.text() == "Något bättre"
    assert panel.tracks.meters[Track.ECONOMIC].change.text() == "Oförändrat"
    assert bench.primary_text() == "Vidare till dag 14"
    bench.key(qtbot, KEY.Key_Return)
    assert panel.situation.day.text() == "Dag 14"
    assert panel.situation.options.current() == ""
    assert not panel.tracks.meters[Track.MEDICAL].change.isVisible()
    assert panel.situation.options.first().hasFocus()


def test_what_was_told_takes_no_other_choice(qtbot: QtBot) -> None:
    bench = Bench(lived(), qtbot)
    bench.click(qtbot, bench.panel.situation.options.rows["a"])
    bench.press_primary()
    bench.key(qtbot, KEY.Key_3)
    bench.click(qtbot, bench.panel.situation.options.rows["c"])
    assert bench.events == [WayTaken("a")]
    assert bench.panel.situation.options.current() == "a"


def test_a_whole_life_is_lived_with_the_keyboard_alone(qtbot: QtBot) -> None:
    bench = Bench(lived(), qtbot)
    while bench.view.end is None:
        bench.key(qtbot, KEY.Key_1, KEY.Key_Return, KEY.Key_Return)
    assert bench.panel.situation.end_title.text() == bench.view.title
    assert bench.view.looking_back in bench.texts()
    assert bench.primary_text() == ""
    assert bench.attempt.can_finish
    assert "Lev ett liv till, så kan ni jämföra de två." in bench.texts()


def test_late_effects_are_told_when_they_are_due(qtbot: QtBot) -> None:
    bench = Bench(lived("a"), qtbot)
    assert not bench.panel.situation.late.isVisible()
    bench.key(qtbot, KEY.Key_3, KEY.Key_Return)
    assert not bench.panel.situation.late.isVisible()
    bench.key(qtbot, KEY.Key_Return)
    told = bench.attempt.state.now.told
    assert len(told) == 2
    assert all(t.pending.effect.text in bench.texts() for t in told)
    assert "Dag 52. Socialt: något sämre." in bench.texts()
    assert bench.panel.tracks.meters[Track.SOCIAL].change.text() == "Sämre"


def test_alt_left_goes_back_to_the_latest_choice(qtbot: QtBot) -> None:
    bench = Bench(lived("a", "b"), qtbot)
    bench.key(qtbot, KEY.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert bench.events == [WoundBack(1)]
    assert bench.panel.situation.day.text() == "Dag 26"
    assert bench.panel.situation.options.current() == ""
    bench.key(qtbot, KEY.Key_2, KEY.Key_Return)
    bench.key(qtbot, KEY.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert bench.panel.situation.options.current() == ""
    bench.key(qtbot, KEY.Key_3)
    assert bench.panel.situation.options.current() == "c"
    bench.click(qtbot, bench.panel.situation.start_over)
    assert bench.events[-1] == WoundBack(0)
    assert not bench.panel.situation.back.isVisible()


def test_a_day_on_the_map_winds_back_by_key_and_by_pointer(qtbot: QtBot) -> None:
    bench = Bench(lived("a", "b"), qtbot)
    days = bench.panel.way.picture.buttons
    assert days[0].accessibleName() == "Gå tillbaka till dag 7: Hel sjukskrivning i fyra veckor"
    days[1].setFocus()
    bench.key(qtbot, KEY.Key_Return)
    assert bench.events == [WoundBack(1)]
    bench.click(qtbot, bench.panel.way.picture.buttons[0])
    assert bench.events[-1] == WoundBack(0)
    assert bench.panel.way.picture.buttons == []


def test_a_life_left_in_the_middle_is_not_told_again(qtbot: QtBot) -> None:
    bench = Bench(lived("a"), qtbot)
    assert bench.panel.situation.day.text() == "Dag 26"
    assert bench.primary_text() == "Gör valet"


def test_what_is_picked_stays_when_the_attempt_is_shown_again(qtbot: QtBot) -> None:
    bench = Bench(lived(), qtbot)
    bench.key(qtbot, KEY.Key_3)
    bench.panel.show_attempt(bench.attempt)
    assert bench.panel.situation.options.current() == "c"
    assert bench.panel.situation.options.rows["c"].hasFocus()


def test_two_lives_are_compared_once_there_are_two(qtbot: QtBot) -> None:
    bench = Bench(to_the_end(lived(), lambda made, count: 0), qtbot)
    assert not bench.panel.situation.compare.isVisible()
    bench = Bench(two_lives(), qtbot)
    bench.panel.situation.compare.setFocus()
    bench.key(qtbot, KEY.Key_Return)
    page = bench.panel.comparison
    assert page.isVisible()
    lives = page.lives
    assert lives.parting is not None
    assert page.parting.text().startswith(f"Vägarna skiljs dag {lives.parting.day}")
    for end, card in zip((lives.a.end, lives.b.end), page.ends, strict=True):
        assert card.title.text() == end.title
        assert end.looking_back in bench.texts()
    assert bench.texts().count("Här skiljs vägarna") == 2
    late = [t.pending.effect.text for life in (lives.a, lives.b) for t in life.late]
    assert late
    assert all(any(text in shown for shown in bench.texts()) for text in late)
    assert all("Liv 1: dag 7 5" in c.accessibleName() for c in (page.charts[Track.MEDICAL],))
    page.second.setFocus()
    bench.key(qtbot, KEY.Key_Up)
    assert page.parting.text() == "Det är samma väg. Välj två olika liv."
    assert bench.primary_text() == "Tillbaka till fallet"
    bench.press_primary()
    assert bench.panel.life.isVisible()


@pytest.mark.parametrize("case_id", CASES)
def test_every_case_can_be_lived_to_an_end(case_id: str, qtbot: QtBot) -> None:
    bench = Bench(begin("branching", content("branching", case_id)), qtbot)
    while bench.view.end is None:
        choices = bench.view.choices
        bench.panel.situation.options.press(len(bench.view.steps) % len(choices) + 1)
        bench.press_primary()
        assert bench.panel.tracks.meaning.text()
        bench.press_primary()
    assert bench.panel.situation.end_title.text() == bench.view.title
    assert bench.panel.situation.end_title.hasFocus()


def test_the_map_draws_every_way_that_was_open_and_not_taken() -> None:
    case, attempt = the_case(), lived("a", "b")
    shown = scene(case, attempt.state.now, attempt.view, telling=False)
    layout = way_layout(case, attempt.state.now, told=shown.phase == Phase.TOLD)
    assert [stop.day for stop in layout.stops] == [7, 26, attempt.view.day]
    assert [stop.is_now for stop in layout.stops] == [False, False, True]
    for step in range(3):
        state = fold(case, ("a", "b")[:step])
        taken = [("a", "b")[step]] if step < 2 else []
        left = {c.text for c in offered(case, state) if c.id not in taken}
        assert {way.words for way in layout.left if way.column == step} == left
    assert {way.label for way in layout.left if way.column < 2} == {""}
    rows = [way.row for way in layout.left if way.column == 2]
    assert len(set(rows)) == len(rows)
