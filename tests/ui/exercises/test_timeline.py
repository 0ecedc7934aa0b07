"""A sick-leave period on a line: choose a ground, count the day, read why."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.timeline.rules import TimelineRound
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.timeline import TimelineCase
from kompetens_gui.ui.exercises.timeline.layout import Mark, Scale, day_one, place
from kompetens_gui.ui.style.theme import theme
from tests.ui.exercises.attempts import Studying, library

WELDER = "tidslinje-svetsare-dag-91"
ORGANIST = "tidslinje-kyrkomusiker-aterinsjuknar"


def row(case_id: str) -> TimelineCase:
    found = library().content(StudyContentKind.TIMELINE, case_id)
    assert isinstance(found, TimelineCase)
    return found


def timeline(qtbot: QtBot, *case_ids: str) -> Studying:
    made = Studying("timeline", TimelineRound(tuple(row(c) for c in case_ids)))
    made.show(qtbot)
    return made


def choose(made: Studying, qtbot: QtBot, ground: str) -> None:
    place_of = list(made.panel.grounds).index(ground)
    made.key(qtbot, Qt.Key(Qt.Key.Key_1.value + place_of))


def test_a_ground_and_a_day_are_answered_and_explained(qtbot: QtBot) -> None:
    made = timeline(qtbot, WELDER)
    welder = row(WELDER)
    assert not made.can_press()
    choose(made, qtbot, "OWN")
    made.panel.day.setFocus()
    qtbot.keyClicks(made.panel.day, "90")
    made.press_primary()
    answer = made.attempt.state.answers[0]
    assert (answer.ground, answer.day) == ("OWN", 90)
    assert made.panel.feedback.title.text() == "Nästan. Dag 91 gäller: arbete hos arbetsgivaren."
    assert welder.feedback("OWN") in made.panel.feedback.why.text()
    assert welder.why in made.panel.feedback.why.text()
    assert made.panel.grounds["EMPLOYER"].verdict.text() == "Rätt svar"
    hints = [label.text() for label in made.panel.day_field.findChildren(type(made.panel.day_field.label))]
    assert any("det blir dag 91" in hint for hint in hints)


def test_the_day_is_of_free_will(qtbot: QtBot) -> None:
    made = timeline(qtbot, WELDER)
    choose(made, qtbot, "EMPLOYER")
    made.press_primary()
    assert made.attempt.state.answers[0].day is None
    assert made.panel.feedback.title.text().startswith("Det stämmer.")
    assert made.panel.day.isReadOnly()


def test_numbers_of_days_are_told_only_after_the_answer(qtbot: QtBot) -> None:
    made = timeline(qtbot, WELDER)
    assert "12 juli 2026: " in made.panel.line.accessibleDescription()
    assert "dag 91" not in made.panel.line.accessibleDescription()
    choose(made, qtbot, "EMPLOYER")
    made.press_primary()
    assert "12 juli 2026, dag 91: " in made.panel.line.accessibleDescription()


def test_days_of_an_earlier_period_count_but_the_days_between_do_not(qtbot: QtBot) -> None:
    made = timeline(qtbot, ORGANIST)
    choose(made, qtbot, "EMPLOYER")
    made.press_primary()
    said = made.panel.line.accessibleDescription()
    assert "24 augusti 2026, dag 71" in said
    assert "13 april 2026: " in said, "what happened before the period has no number"


def test_the_fixed_texts_of_rules_are_always_there(qtbot: QtBot) -> None:
    made = timeline(qtbot, WELDER)
    text = made.panel.rules.text()
    assert "Regelläge: RV4, prövad dag 2026-07-12." in text
    assert "Övningen är förenklad." in text
    assert made.panel.rules.isVisible()


def test_the_next_row_comes_when_the_learner_goes_on(qtbot: QtBot) -> None:
    made = timeline(qtbot, WELDER, ORGANIST)
    assert made.panel.progress() == (1, 2)
    choose(made, qtbot, "EMPLOYER")
    made.press_primary()
    assert made.panel.title.text() == row(WELDER).head.title
    assert made.primary_text() == "Nästa tidslinje"
    made.press_primary()
    assert made.panel.title.text() == row(ORGANIST).head.title
    assert made.panel.progress() == (2, 2)
    assert made.panel.day.text() == ""
    assert not made.panel.feedback.isVisible()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_timeline_fits_its_card(scale: float, qtbot: QtBot) -> None:
    theme.set_text_scale(scale)
    made = timeline(qtbot, *library().ids(StudyContentKind.TIMELINE)[:3])
    line = made.panel.line
    assert line.height() >= line.heightForWidth(line.width())
    assert line.width() <= made.panel.card.width()


days = st.integers(0, 900).map(lambda n: date(2025, 1, 1) + timedelta(days=n))


@given(st.lists(days, min_size=1, max_size=8, unique=True), st.floats(300, 1200))
def test_words_on_the_line_never_overlap_in_a_lane(dates: list[date], width: float) -> None:
    marks = [Mark(on, "x") for on in sorted(dates)]
    scale = Scale(marks[0].on, marks[-1].on, 24, width - 24)
    placed = place(marks, scale, 148, 12)
    assert [p.mark for p in placed] == marks
    for lane in {p.lane for p in placed}:
        lefts = [p.left for p in placed if p.lane == lane]
        assert all(b - a >= 148 for a, b in pairwise(lefts))
    assert all(24 <= p.x <= max(width - 24, 24.0) + 0.001 for p in placed)


def test_day_one_moves_back_with_the_days_of_an_earlier_period() -> None:
    assert day_one(date(2026, 5, 22), 70) == date(2026, 3, 13)


def test_a_text_size_changed_on_the_way_leaves_room_for_every_choice(qtbot: QtBot) -> None:
    made = timeline(qtbot, WELDER)
    theme.set_text_scale(2.0)
    grounds = list(made.panel.grounds.values())
    qtbot.waitUntil(lambda: all(g.height() >= g.heightForWidth(g.width()) for g in grounds))
    for ground in grounds:
        for label in (ground.words, ground.detail):
            assert label.height() >= label.heightForWidth(label.width())
    assert made.panel.day.width() == theme.px(120)
