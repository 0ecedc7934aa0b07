"""An attempt that is open for answers: each is checked, written durably, and only then counted and told.

All attempts of the program share one writer thread, so that the order is the order of asking and no window waits for
the disk. Several windows on the same attempt share one `OpenAttempt`: what one answers, the other sees.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from kompetens_gui.domain.errors import AttemptNotOpen
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.learning.attempt import (
    Attempt,
    AttemptId,
    AttemptLeft,
    AttemptResumed,
    ReflectionKept,
)
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.services.learning_ports import AttemptWriter
from kompetens_gui.services.news import AttemptGrew, EventBus
from kompetens_gui.services.ports import Clock


class StudyDesk:
    """The one writer thread and the open attempts, by id. Made when the first attempt is opened."""

    def __init__(self, writer: Callable[[], AttemptWriter], clock: Clock, bus: EventBus) -> None:
        self._make_writer = writer
        self._writer: AttemptWriter | None = None
        self.clock = clock
        self.bus = bus
        self.pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="study-writer")
        self.open: dict[AttemptId, OpenAttempt] = {}

    def append(self, attempt: Attempt, entry: RecordedEvent) -> None:
        """Write an event; nothing is written of a kind that keeps no answers. On the writer thread only."""
        if not attempt.kind.keeps_answers:
            return
        if self._writer is None:
            self._writer = self._make_writer()
        self._writer.append(attempt.id, attempt.started.kind, entry)

    def release(self) -> None:
        """Stop taking answers and let go of the file; what was accepted is on disk."""
        self.pool.shutdown(wait=True)
        if self._writer is not None:
            self._writer.close()
        self.open.clear()


class OpenAttempt:
    """An attempt to answer in. `attempt` may be read from any thread: it is frozen."""

    def __init__(self, attempt: Attempt, desk: StudyDesk, windows: int = 1) -> None:
        self._attempt = attempt
        self._desk = desk
        self._windows = windows

    @property
    def attempt(self) -> Attempt:
        return self._attempt

    @property
    def id(self) -> AttemptId:
        return self._attempt.id

    @property
    def is_shared(self) -> bool:
        """Whether more than one window has it open."""
        return self._windows > 1

    @property
    def view(self) -> Any:  # noqa: ANN401 (each kind has its own)
        """What the learner may see now; the type is the kind's own."""
        return self._attempt.view

    def answer(self, event: object) -> "Future[Attempt]":
        """Ask for an event to happen. The future gives the attempt after it, or the KompetensError that refused it."""
        return self.on_the_writer(lambda: self._accept(event))

    def finish_round(self) -> "Future[Attempt]":
        """Ask how it went so far: compare, reveal, or keep a new version, as the kind has it."""
        return self.answer(RoundFinished())

    def reflect(self, text: str) -> "Future[Attempt]":
        """Keep what the learner takes along; nobody else sees it."""
        return self.answer(ReflectionKept(text))

    def leave(self) -> "Future[Attempt]":
        """Close one window. When it was the last, the clock stands until the attempt is taken up again."""
        return self.on_the_writer(self._leave)

    def take_up(self) -> "Future[Attempt]":
        """Open one more window on it, or go on after it was left."""
        return self.on_the_writer(self._take_up)

    def on_the_writer(self, deed: Callable[[], Attempt]) -> "Future[Attempt]":
        """Let something be done in turn with the answers."""
        try:
            return self._desk.pool.submit(deed)
        except RuntimeError:
            # Released: a click that came too late.
            refused: Future[Attempt] = Future()
            refused.set_exception(AttemptNotOpen(self.id, "left"))
            return refused

    def start_over(self, attempt: Attempt) -> None:
        """Begin at another moment. On the writer thread only, and before anything is answered."""
        self._attempt = attempt

    def grown(self, attempt: Attempt) -> Attempt:
        """Count what has been written, and tell. On the writer thread only."""
        self._attempt = attempt
        self._desk.bus.publish(AttemptGrew(attempt))
        return attempt

    def next_entry(self, event: object) -> RecordedEvent:
        return RecordedEvent(self._attempt.next_seq, self._desk.clock.now(), event)

    def _accept(self, event: object) -> Attempt:
        self._attempt.check(event)
        entry = self.next_entry(event)
        # Folded before it is written: an event that cannot be folded must not reach the disk.
        attempt = self._attempt.with_event(entry)
        self._desk.append(attempt, entry)
        return self.grown(attempt)

    def _leave(self) -> Attempt:
        if self._windows > 1 or self._attempt.is_left or self._attempt.is_finished:
            self._windows = max(0, self._windows - 1)
            return self._attempt
        attempt = self._accept(AttemptLeft())
        self._windows = 0
        self._desk.open.pop(self.id, None)
        return attempt

    def _take_up(self) -> Attempt:
        """Go on. What was not left properly (a crash) is marked too, so that the time in between does not count."""
        if not self._windows:
            self._accept(AttemptResumed())
        self._windows += 1
        self._desk.open[self.id] = self
        return self._attempt
