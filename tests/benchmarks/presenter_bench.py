"""A key press in Ledarvyn until both windows are painted, and the longest time a whole session blocks the UI thread.

Run as `python tests/benchmarks/presenter_bench.py [presses]`; without a screen it paints offscreen, with DISPLAY and
QT_QPA_PLATFORM=xcb on that display. The certificate has 3,000 words and 500 marks; each press changes the kind of a
mark, which goes to disk and comes back to both windows. Exit code 1 when p99 passes two frames.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
sys.dont_write_bytecode = False  # from its second start on the program has its modules compiled
LIMIT_MS = 33.0
WORDS, MARKS = 3_000, 500
HEARTBEAT_MS = 1


def two_screens() -> None:
    """Give the offscreen platform a laptop and a projector, unless another platform is asked for."""
    if "QT_QPA_PLATFORM" in os.environ:
        return
    screens = [
        {"name": "Laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "dpr": 1},
        {"name": "Projektor", "x": 1366, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "dpr": 1},
    ]
    file = Path(tempfile.mkdtemp()) / "screens.json"
    file.write_text(json.dumps({"synchronousWindowSystemEvents": False, "screens": screens}))
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


two_screens()

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer, Signal  # noqa: E402 - the platform is chosen first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from kompetens_gui.domain.activities.mark_chain.events import NodesLinked, SpanMarked  # noqa: E402
from kompetens_gui.domain.case import Case, CaseId  # noqa: E402
from kompetens_gui.domain.chain import NodeId, SpanKind  # noqa: E402
from kompetens_gui.domain.medical_certificate import ACTIVITY, FUNCTION, OTHER  # noqa: E402
from kompetens_gui.domain.workshop.events import ActivityHappened  # noqa: E402
from kompetens_gui.services.rehearsal import rehearsed  # noqa: E402
from kompetens_gui.ui.style.theme import theme, use_swedish_formats  # noqa: E402
from kompetens_gui.ui.widgets.certificate_view import CertificateView  # noqa: E402
from tests.ui.presenter import harness  # noqa: E402

NO_KEY = Qt.KeyboardModifier.NoModifier
PLACES = (FUNCTION, ACTIVITY, OTHER)
KINDS = (SpanKind.FUNCTION, SpanKind.ACTIVITY)


def long_case() -> Case:
    """A case whose first certificate has 3,000 words, each one of a kind so that it can be quoted."""
    case = harness.real_case(harness.CASES[0])
    share = WORDS // len(PLACES)
    texts = {
        place: " ".join(f"ord{n * share + i:04d}" + ("." if i % 12 == 11 else "") for i in range(share))
        for n, place in enumerate(PLACES)
    }
    first = replace(case.medical_certificates[0], texts=texts)
    return replace(case, medical_certificates=(first, *case.medical_certificates[1:]), keys=())


class OneLongCase(harness.RealCases):
    def case(self, case_id: CaseId) -> Case:
        return replace(long_case(), id=case_id) if case_id == harness.CASES[0] else super().case(case_id)


def wait(milliseconds: int) -> None:
    """Let the event loop run as it does in the program: the other threads get their turn while it has nothing to do."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Painted(QObject):
    """Notes which of a few widgets have been painted since the leader's page showed a new state."""

    all_painted = Signal()

    def __init__(self, desk: harness.Desk, *widgets: QObject) -> None:
        super().__init__()
        self._desk = desk
        self.before: object = None
        self._names = {id(w): n for n, w in enumerate(widgets)}
        self._widgets = widgets
        self.seen: set[int] = set()
        for widget in widgets:
            widget.installEventFilter(self)

    def start(self) -> None:
        self.before = self._desk.controller.state
        self.seen.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._desk.controller.state is not self.before:
            self.seen.add(self._names[id(watched)])
            if len(self.seen) == len(self._names):
                # Sent when the loop comes round: the last of the widgets is only about to be painted now.
                QTimer.singleShot(0, self.all_painted.emit)
        return False


class Heart:
    """Beats as often as it can; a late beat is a blocked UI thread.

    Each gap is kept as wall-clock and as the UI thread's own processor time: other programs only lengthen the first.
    """

    def __init__(self) -> None:
        self.gaps: list[tuple[float, float, str]] = []
        self.doing = ""
        self._last = self._last_cpu = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(HEARTBEAT_MS)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        self._last, self._last_cpu = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now, cpu = time.perf_counter(), time.thread_time()
        wall = (now - self._last) * 1000 - HEARTBEAT_MS
        self.gaps.append((wall, (cpu - self._last_cpu) * 1000, self.doing))
        self._last, self._last_cpu = now, cpu


@contextmanager
def stage(long: bool) -> Iterator[harness.Desk]:
    base = harness.Base(Path(tempfile.mkdtemp()))
    if long:
        base.running._parts = replace(base.running._parts, cases=OneLongCase())
    desk = harness.Desk(base)
    try:
        desk.start()
        wait(200)
        yield desk
    finally:
        desk.close()
        base.close()


def mark_everything(desk: harness.Desk) -> None:
    item = desk.state.item
    assert item is not None
    step = WORDS // MARKS
    share = WORDS // len(PLACES)
    before: NodeId | None = None
    for n in range(MARKS):
        word = n * step
        node = NodeId(f"n{n}")
        what: object = SpanMarked(node, KINDS[n % 2], PLACES[word // share], f"ord{word:04d} ord{word + 1:04d}")
        desk.session.propose(ActivityHappened(item.id, what)).result()
        if before is not None and n % 2:
            desk.session.propose(ActivityHappened(item.id, NodesLinked(before, node))).result()
        before = node


def measure_presses(presses: int) -> list[float]:
    with stage(long=True) as desk:
        while desk.state.item is not None and desk.state.item.kind != "mark_chain":
            desk.next()
        mark_everything(desk)
        wait(1_500)
        in_room = desk.room.window.view.stack.currentWidget()
        assert in_room is not None
        leader = desk.panel.findChild(CertificateView)
        room = in_room.findChild(CertificateView)
        assert leader is not None
        assert room is not None
        leader.setFocus()
        painted = Painted(desk, leader.viewport(), room.viewport())
        times = [_press(leader, painted, n) for n in range(presses + 20)]
        return times[20:]


def _press(leader: CertificateView, painted: Painted, number: int) -> float:
    # The next mark that is in sight in both windows; the press itself is what is timed.
    QTest.keyClick(leader, Qt.Key.Key_N if number % 8 else Qt.Key.Key_Home, NO_KEY)
    wait(12 if number % 10 else 220)
    mark = leader.current_mark()
    loop = QEventLoop()
    painted.all_painted.connect(loop.quit)
    QTimer.singleShot(1_000, loop, loop.quit)
    painted.start()
    began = time.perf_counter()
    QTest.keyClick(leader, Qt.Key.Key_A if mark is not None and mark.kind == "F" else Qt.Key.Key_F, NO_KEY)
    loop.exec()
    return (time.perf_counter() - began) * 1000


def measure_session() -> list[tuple[float, float, str]]:
    with stage(long=False) as desk:
        heart = Heart()
        heart.start()
        while True:
            item = desk.state.item
            assert item is not None
            heart.doing = f"{item.kind}: events"
            for what in rehearsed(desk.state.context(item)):
                desk.session.propose(ActivityHappened(item.id, what))
                wait(40)
            wait(900)
            if desk.state.next_item is None:
                break
            heart.doing = f"to {desk.state.next_item.kind}"
            focus = desk.window.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, Qt.Key.Key_PageDown, NO_KEY)
            wait(300)
        heart.stop()
        return heart.gaps


def main() -> int:
    presses = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    app = QApplication(sys.argv[:1])
    use_swedish_formats()
    theme.install(app, ROOT / "resources" / "fonts", "light", 1.0)
    theme.finish()
    print(f"platform {app.platformName()}, screens {[s.size().toTuple() for s in app.screens()]}")
    times = sorted(measure_presses(presses))
    p50, p99 = statistics.median(times), times[int(len(times) * 0.99)]
    print(f"key press to both windows painted, {len(times)} presses: p50 {p50:.1f} ms, p99 {p99:.1f} ms")
    gaps = measure_session()
    for what, place in (("by the clock", 0), ("in processor time", 1)):
        longest = sorted(gaps, key=lambda gap: gap[place], reverse=True)[:8]
        worst = ", ".join(f"{gap[place]:.0f} ms ({gap[2]})" for gap in longest)
        print(f"longest blocks of the UI thread in a whole session, {what}: {worst}")
    return 0 if p99 <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
