"""Whatever is on show can be read in both text sizes, has a name, and is reached with Tab."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.branching import WayTaken, WoundBack
from kompetens_gui.domain.exercises.impulses import ImpulseMarked, NextQuestionChosen
from kompetens_gui.domain.exercises.observed import ObservedTask, ObserverCame, PointRated, TalkRated
from kompetens_gui.domain.exercises.safe_questions import DrillSkipped, SafeOptionChosen
from kompetens_gui.domain.exercises.sign_off import (
    NotYetAnswered,
    RequestMade,
    SignedOff,
    SignOffTask,
    WorkDescribed,
)
from kompetens_gui.domain.exercises.twin import TwinAnswered
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.impulses import ImpulseType
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import ElidedLabel
from kompetens_gui.ui.widgets.tags import Tag
from tests.ui.exercises.harness_b import Bench, begin, content, finished, settle, with_events

TALK = ObservedTask("Spela samtalet om brevet som kom i går.", ("Öppnar med syftet", "Frågar lov innan den svarar"))
SIGNED = SignOffTask("Gå igenom förbättringsarbetet tillsammans.", ("Vad som fungerade", "Vad som var svårt"))


def branching() -> Attempt:
    return begin("branching", content("branching", "konflikt-barnbibliotekarie"))


def two_lives() -> Attempt:
    attempt = branching()
    for place in (0, -1):
        while attempt.view.end is None:
            attempt = with_events(attempt, WayTaken(attempt.view.choices[place].id))
        if place == 0:
            attempt = with_events(attempt, WoundBack(1))
    return attempt


def impulses(*events: object) -> Attempt:
    return with_events(begin("impulses", content("impulses", "impuls-bagare")), *events)


def twin(second: str = "") -> Attempt:
    case = content("twin", "tvilling-blommor-och-socker")
    answers = [TwinAnswered(q.id, "a") for q in case.questions]
    first = with_events(begin("twin", case), *answers)
    if not second:
        return first
    now = [TwinAnswered(q.id, second) for q in case.questions]
    return with_events(begin("twin", case, seed=1, earlier=(finished(first),), day=5), *now)


def drill(*events: object) -> Attempt:
    return with_events(begin("safe_questions", content("safe_questions", "fraga-om-vald")), *events)


def nothing(_bench: Bench) -> None:
    """Leave it as it opens."""


def go_on(bench: Bench) -> None:
    bench.press_primary()


def go_on_twice(bench: Bench) -> None:
    bench.press_primary()
    bench.press_primary()


def choose_first(bench: Bench) -> None:
    bench.panel.situation.options.press(1)
    bench.press_primary()


def elsewhere(bench: Bench) -> None:
    bench.panel.describe.way.button("elsewhere").click()


def asked(*events: object) -> Attempt:
    made = RequestMade("r1", "n", "s", "Maria Lundkvist", "Koordinatorskörkort", "Avslut", "Samtal")
    return with_events(begin("sign_off", SIGNED), WorkDescribed("Jag frågar mer."), made, *events)


STATES: dict[str, tuple[Callable[[], Attempt], Callable[[Bench], None]]] = {
    "branching": (branching, nothing),
    "branching told": (lambda: with_events(branching(), WayTaken("a")), choose_first),
    "branching late": (lambda: with_events(branching(), WayTaken("a"), WayTaken("c")), nothing),
    "branching end": (two_lives, nothing),
    "branching compared": (two_lives, lambda bench: bench.panel.compare()),
    "impulses": (lambda: impulses(ImpulseMarked(0, ImpulseType.MANY_CONTACTS, "bagare")), nothing),
    "impulses asking": (impulses, go_on),
    "impulses closed": (lambda: impulses(*(NextQuestionChosen(n, "a") for n in range(3))), nothing),
    "twin": (lambda: begin("twin", content("twin", "tvilling-blommor-och-socker")), nothing),
    "twin done": (twin, nothing),
    "twin compared": (lambda: twin("b"), nothing),
    "safe questions": (drill, nothing),
    "safe questions again": (lambda: drill(SafeOptionChosen("s1", "a")), nothing),
    "safe questions skipped": (lambda: drill(DrillSkipped()), nothing),
    "observed": (lambda: begin("observed", TALK), nothing),
    "observed play": (lambda: with_events(begin("observed", TALK), ObserverCame("o")), nothing),
    "observed card": (lambda: with_events(begin("observed", TALK), ObserverCame("o"), PointRated(0, 1)), go_on),
    "observed told": (lambda: with_events(begin("observed", TALK), ObserverCame("o"), TalkRated(3)), nothing),
    "sign-off": (lambda: begin("sign_off", SIGNED), nothing),
    "sign-off signing": (lambda: with_events(begin("sign_off", SIGNED), WorkDescribed("Jag frågar mer.")), go_on_twice),
    "sign-off elsewhere": (lambda: with_events(begin("sign_off", SIGNED), WorkDescribed("Jag frågar.")), elsewhere),
    "sign-off asked": (lambda: asked(), nothing),
    "sign-off not yet": (lambda: asked(NotYetAnswered("r1", "Ring en gång till och berätta.")), nothing),
    "sign-off changed": (lambda: asked(WorkDescribed("Något annat.")), nothing),
    "signed": (lambda: with_events(begin("sign_off", SIGNED), SignedOff("x")), nothing),
}


def seen(panel: QWidget, kind: type[QWidget]) -> Iterator[QWidget]:
    return (widget for widget in panel.findChildren(kind) if widget.isVisible())


def clipped(panel: QWidget) -> list[str]:
    """Return what has less room than its words need."""
    found = []
    for label in seen(panel, QLabel):
        assert isinstance(label, QLabel)
        if isinstance(label, ElidedLabel) or not label.text():
            continue
        tall = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        wide = 0 if label.wordWrap() else label.sizeHint().width()
        if tall > label.height() + 1 or wide > label.width() + 1:
            found.append(label.text())
    for part in (*seen(panel, Tag), *seen(panel, QAbstractButton)):
        hint = part.minimumSizeHint() if isinstance(part, QAbstractButton) else part.sizeHint()
        if hint.width() > part.width() + 1 or hint.height() > part.height() + 1:
            found.append(part.accessibleName() or str(part))
    return found


def takes_keyboard(panel: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in seen(panel, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled() and widget.focusProxy() is None
    ]


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("state", STATES)
def test_nothing_is_clipped(state: str, scale: float, qtbot: QtBot) -> None:
    theme.set_text_scale(scale)
    make, then = STATES[state]
    bench = Bench(make(), qtbot)
    then(bench)
    settle()
    assert clipped(bench.panel) == []
    assert bench.scroll.horizontalScrollBar().maximum() == 0
    assert bench.panel.width() <= bench.scroll.viewport().width()


@pytest.mark.parametrize("state", STATES)
def test_everything_has_a_name_and_is_reached_with_tab(state: str, qtbot: QtBot) -> None:
    make, then = STATES[state]
    bench = Bench(make(), qtbot)
    then(bench)
    settle()
    wanted = takes_keyboard(bench.panel)
    nameless = [w for w in wanted if not (w.accessibleName() or (isinstance(w, QAbstractButton | QLabel) and w.text()))]
    assert nameless == []
    # Radio rows and segments are one stop for Tab, and the arrows go between them.
    stops = [w for w in wanted if not (isinstance(w, QAbstractButton) and (w.autoExclusive() or w.group()))]
    stops = [w for w in stops if not isinstance(w, QAbstractScrollArea) or w.accessibleName()]
    reached: set[QWidget] = set()
    for _ in range(len(wanted) + 12):
        focus = QApplication.focusWidget()
        assert focus is not None
        reached.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert [w for w in stops if w not in reached] == []


def in_view(bench: Bench, widget: QWidget) -> bool:
    top = widget.mapTo(bench.scroll.viewport(), widget.rect().topLeft()).y()
    return 0 <= top < bench.scroll.viewport().height() - 20


def test_what_the_keys_go_to_is_seen_in_large_text(qtbot: QtBot) -> None:
    theme.set_text_scale(2.0)
    bench = Bench(branching(), qtbot)
    for key in (Qt.Key.Key_3, Qt.Key.Key_Up, Qt.Key.Key_Up):
        bench.key(qtbot, key)
        focus = QApplication.focusWidget()
        assert focus is not None
        assert in_view(bench, focus)
    bench.key(qtbot, Qt.Key.Key_Return)
    assert in_view(bench, bench.panel.tracks.meters[next(iter(bench.panel.tracks.meters))])
    spotting = Bench(impulses(), qtbot)
    spotting.key(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert in_view(spotting, spotting.panel.types.rows)
    spotting.key(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert in_view(spotting, spotting.panel.text)
    talk = Bench(with_events(begin("observed", TALK), ObserverCame("o"), PointRated(0, 1)), qtbot)
    talk.press_primary()
    talk.key(qtbot, Qt.Key.Key_Down)
    assert in_view(talk, talk.panel.card.rows[1])
    talk.panel.card.whole.rows[0].setFocus()
    talk.key(qtbot, Qt.Key.Key_5)
    assert in_view(talk, talk.panel.card.whole.rows[5])
