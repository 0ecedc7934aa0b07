"""What happens in an exercise: opened where it was left, answered, left again, finished, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kompetens_gui.domain.errors import PinWrong
from kompetens_gui.domain.exercises.reading import PageRead, ReadingContent
from kompetens_gui.domain.exercises.safe_questions import DrillSkipped
from kompetens_gui.domain.group_question import GroupQuestion
from kompetens_gui.domain.learning.attempt import Attempt, AttemptLeft, AttemptResumed
from kompetens_gui.domain.learning.path_progress import PathProgress
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.services.news import AttemptGrew
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.ui.exercises.base import ExercisePanel, GroupQuestionAsked, ObserverNamed, SignatureGiven
from kompetens_gui.ui.exercises.remote_requests import AnswerHandedIn, FileWanted, KeyCompared, RequestWanted
from kompetens_gui.ui.shell.error_texts import explain, is_expected
from kompetens_gui.ui.study.ahead import Ahead
from kompetens_gui.ui.study.answers import Answers
from kompetens_gui.ui.study.coming_panel import panel_of
from kompetens_gui.ui.study.exercise_head import ExerciseHead
from kompetens_gui.ui.study.exercise_page import ExercisePage, Stage
from kompetens_gui.ui.study.opening import Opener, Opening, opening
from kompetens_gui.ui.study.parts import StudyParts, StudyServices
from kompetens_gui.ui.study.remote_signing import remote_work
from kompetens_gui.ui.study.result_words import result_lines
from kompetens_gui.ui.turns import Piece, Turns
from kompetens_gui.ui.widgets.laid_out_once import laid_out_once
from kompetens_gui.ui.widgets.preparing import polishing

_OWN_WORDS = frozenset({StepKind.REFLECTION, StepKind.SIGN_OFF})
"""Kinds that are own words already, and are not followed by more of them."""
_REST_MS = 40
"""So long after a key the answer has been painted, and what is not seen yet can be made."""


@dataclass(frozen=True)
class Finish:
    """A finished exercise, and where the learner stands on its path after it."""

    attempt: Attempt
    progress: PathProgress | None


class ExerciseController(QObject):
    """Signals: `ended()` back to where the learner came from, `fast_closed()` away from everything at once,
    `step_wanted(module, step)` for the next step after a result, `discarded()` when an untouched exercise has left no
    trace.
    """

    ended = Signal()
    discarded = Signal()
    _not_begun = Signal(int, object)
    fast_closed = Signal()
    step_wanted = Signal(str, str)

    def __init__(self, page: ExercisePage, parts: StudyParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.page, self._parts = page, parts
        self._services: StudyServices | None = None
        self._opened: OpenAttempt | None = None
        self._head: ExerciseHead | None = None
        self._next: tuple[str, str] = ("", "")
        self._turn = 0
        self._paused = False
        self._finishing = False
        self.answers = Answers(self)
        self.ahead = Ahead(page, parts, self)
        self._later = Turns(self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._make_for_later)
        self._connect()

    @property
    def attempt(self) -> Attempt | None:
        """The attempt that is open, None when none is."""
        return self._opened.attempt if self._opened is not None else None

    @property
    def opened(self) -> OpenAttempt | None:
        """The open attempt itself."""
        return self._opened

    # -- opening
    def open(self, services: StudyServices, opener: Opener) -> None:
        """Open an exercise in the background and show it."""
        self.leave_quietly()
        self._services = services
        self._turn += 1
        self.page.show_opening()
        self._parts.tasks.write(
            partial(opening, services, opener),
            then=partial(self._take, self._turn),
            owner=self,
            failed=partial(self._not_opened, self._turn),
        )

    def open_step(self, services: StudyServices, learner: LearnerProfile, module: str, step: str) -> None:
        """Open a step of the learner's path; one that was made ready is on show at once."""
        ready = self.ahead.take(learner, module, step)
        if ready is None:
            self.open(services, lambda s: s.studying.open_step(learner.id, learner.path, module, step))
            return
        self.leave_quietly()
        self._services = services
        self._turn += 1
        self._take(self._turn, ready.opening, ready.panel)
        # Written when it is on show: Python has one thread at a time, and whoever waits for the exercise comes first.
        begun = services.studying.begin(ready.opening.opened)
        begun.add_done_callback(partial(self._tell_begun, self._turn))

    def _tell_begun(self, turn: int, begun: Future[Attempt]) -> None:
        """Runs on the writer's thread: only hands the answer over to the UI thread."""
        error = begun.exception()
        if error is not None:
            self._not_begun.emit(turn, error)

    def _take(self, turn: int, found: Opening, made: ExercisePanel | None = None) -> None:
        """Show an exercise; `made` is its panel when it shows the attempt already."""
        learner = self._parts.learner.profile
        attempt = found.opened.attempt
        if turn != self._turn or learner is None or learner.id != attempt.started.learner:
            found.opened.leave()
            return
        self._opened, self._head = found.opened, found.head
        self._paused = self._finishing = False
        self.answers.follow(found.opened)
        with laid_out_once(self.page):
            self.page.show_head(found.head)
            panel = made or panel_of(attempt.started.kind, self.page.area_content)
            panel.proposed.connect(self.answers.answer)
            panel.round_wanted.connect(self._finish_round)
            panel.service_wanted.connect(self._serve)
            self.page.take_panel(panel)
            if made is None:
                panel.show_people(learner, found.supervisors)
                panel.show_attempt(attempt)
            self.page.set_can_finish(attempt.can_finish)
            warns = bool(found.head.warning) and not _has_begun(attempt)
            self.page.show_stage(Stage.WARNING if warns else Stage.WORKING)
        self._ask_record(attempt, panel)
        self._rest.start()

    def _ask_record(self, attempt: Attempt, panel: ExercisePanel) -> None:
        """Count how the learner has fared lately, where that is shown; the exercise does not wait for it."""
        if attempt.started.kind == StepKind.MARK_CHAIN and self._services is not None:
            count = partial(self._services.hit_rates.of, attempt.started.learner)
            self._parts.tasks.run(count, then=panel.show_record, owner=panel, failed=self._parts.notices.fail)

    def _not_opened(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.ended.emit()
            self._parts.notices.fail(error)

    @Slot(int, object)
    def _take_back(self, turn: int, error: Exception) -> None:
        """What is on show could not be begun: there is nothing to answer in."""
        if turn == self._turn:
            self._opened = self._head = None
            self.answers.follow(None)
            self.page.drop_panel()
            self._not_opened(turn, error)

    # -- news
    def heard(self, news: object) -> None:
        """Show the attempt on show as it has become."""
        if isinstance(news, AttemptGrew) and self._opened is not None and news.attempt.id == self._opened.id:
            self._show(news.attempt)

    def _show(self, attempt: Attempt) -> None:
        if self.page.panel is None or attempt.is_finished or attempt.is_left:
            return
        with laid_out_once(self.page):
            if not self.answers.is_held_up:
                self.page.panel.show_attempt(attempt)
            self.page.set_can_finish(attempt.can_finish)
        self._rest.start()

    @Slot()
    def _make_for_later(self) -> None:
        """Begin anew with what is not seen yet: what has been made is passed over."""
        self._later.forget()
        if self.page.panel is not None:
            self._later.add(_for_later(self.page.panel))

    def _make_nothing_more(self) -> None:
        self._rest.stop()
        self._later.forget()

    # -- leaving and coming back
    @Slot()
    def leave(self) -> None:
        """Go away with everything kept."""
        self.leave_quietly()
        self.ended.emit()

    def leave_quietly(self) -> None:
        """Let go of the exercise on show: what has been typed is kept, and an untouched one leaves no trace."""
        opened, services = self._opened, self._services
        self._turn += 1
        self.ahead.forget()
        self._make_nothing_more()
        if opened is None or services is None:
            self.page.drop_panel()
            return
        self._commit()
        self._opened = self._head = None
        touched = _has_begun(opened.attempt) or self.answers.asked
        self.answers.follow(None)
        self.page.drop_panel()
        if opened.attempt.is_finished or self._finishing:
            return
        if touched:
            if not self._paused:
                opened.leave()
        else:
            work = partial(services.studying.let_go, opened)
            self._parts.tasks.write(work, then=self._tell_discarded, owner=self)

    def _tell_discarded(self, _nothing: None) -> None:
        self.discarded.emit()

    def pause(self) -> None:
        """Another page of the program is shown: keep what was typed, and let the clock stand."""
        opened = self._opened
        if opened is None or self._paused or opened.attempt.is_finished or self._finishing:
            return
        self._commit()
        # What keeps no answers would be gone; there the time away is cut short by itself.
        if opened.attempt.kind.keeps_answers:
            self._paused = True
            opened.leave()

    def come_back(self) -> None:
        """Go on after a pause, exactly there."""
        opened, services = self._opened, self._services
        if opened is None or services is None or not self._paused:
            return
        self._parts.tasks.write(
            partial(services.studying.resume, opened.id),
            then=partial(self._resumed, self._turn),
            owner=self,
            failed=partial(self._not_opened, self._turn),
        )

    def _resumed(self, turn: int, opened: OpenAttempt) -> None:
        if turn != self._turn:
            opened.leave()
            return
        self._opened, self._paused = opened, False
        self.answers.go_on_with(opened)
        self._show(opened.attempt)

    @Slot()
    def fast_close(self) -> None:
        """Show something else at once; then let go."""
        self.fast_closed.emit()
        self.leave_quietly()

    # -- the big button
    @Slot()
    def _primary(self) -> None:
        if self.page.stage == Stage.REFLECTING:
            self.page.reflection.commit()
            self._finish()
            return
        panel, opened = self.page.panel, self._opened
        if panel is None or opened is None:
            return
        action = panel.primary()
        if action is not None:
            with laid_out_once(self.page):
                action.run()
                self.page.refresh()
            self._rest.start()
        elif opened.attempt.can_finish:
            self._go_on(opened.attempt)

    def _go_on(self, attempt: Attempt) -> None:
        self._commit()
        if attempt.kind.keeps_answers and attempt.started.kind not in _OWN_WORDS:
            self.page.reflection.show_text(attempt.reflection)
            self.page.show_stage(Stage.REFLECTING)
        else:
            self._finish()

    @Slot(str)
    def _reflect(self, text: str) -> None:
        self.answers.ask(lambda opened: opened.reflect(text))

    @Slot()
    def _finish_round(self) -> None:
        self.answers.ask(lambda opened: opened.finish_round())

    @Slot()
    def _begin(self) -> None:
        self.page.show_stage(Stage.WORKING)

    @Slot()
    def _skip(self) -> None:
        """Pass it by: what counts the same counts at once, the rest stays to be done another day."""
        opened = self._opened
        if opened is None:
            return
        content = opened.attempt.started.content
        if opened.attempt.started.kind == StepKind.SAFE_QUESTIONS:
            self.answers.answer(DrillSkipped())
        elif isinstance(content, ReadingContent) and not content.items:
            for page in range(len(content.reading.pages)):
                self.answers.answer(PageRead(page))
        else:
            self.leave()
            return
        self._finish()

    # -- finishing
    def _finish(self) -> None:
        opened, services = self._opened, self._services
        if opened is None or services is None or self._finishing:
            return
        self._finishing = True
        self._parts.tasks.run(
            partial(_finished, services, opened),
            then=partial(self._show_result, self._turn),
            owner=self,
            failed=partial(self._not_finished, self._turn),
        )

    def _show_result(self, turn: int, finish: Finish) -> None:
        if turn != self._turn:
            return
        attempt, progress = finish.attempt, finish.progress
        module = progress.module(attempt.started.module) if progress is not None else None
        following = progress.next if progress is not None else None
        self._next = (following.module.id, following.step.id) if following is not None else ("", "")
        self._make_nothing_more()
        self.page.drop_panel()
        title = self.tr("Klart: {title}").format(title=attempt.started.title or self.page.title.text())
        if attempt.started.kind == StepKind.SAFE_QUESTIONS:
            title = self.tr("Klart")
        lines = result_lines(attempt, module, self._parts.area_titles)
        self.page.result.show_result(title, lines, following.step.title if following is not None else "")
        self.page.show_stage(Stage.RESULT)
        learner, services = self._parts.learner.profile, self._services
        if following is not None and learner is not None and services is not None:
            self.ahead.prepare(services, learner, *self._next)

    def _not_finished(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._finishing = False
            self.page.show_stage(Stage.WORKING)
            self._parts.notices.fail(error)

    @Slot()
    def _take_next(self) -> None:
        self.step_wanted.emit(*self._next)

    # -- what only a service can do
    @Slot(object)
    def _serve(self, request: object) -> None:
        opened, services = self._opened, self._services
        if opened is None or services is None:
            return
        match request:
            case ObserverNamed(name, role):
                self._run_service(lambda: services.studying.name_observer(opened, name, role))
            case SignatureGiven(signer):
                self._run_service(lambda: services.sign_offs.sign_module(opened, signer))
            case RequestWanted() | AnswerHandedIn() | KeyCompared() | FileWanted():
                self._parts.tasks.write(
                    remote_work(request, services, opened, self._parts.write_file),
                    then=partial(self._show_reply, self._turn),
                    owner=self,
                    failed=partial(self._service_refused, self._turn),
                )
            case GroupQuestionAsked(text, about, quote):
                self._parts.tasks.write(
                    partial(services.group_questions.ask, text, about, quote),
                    then=partial(self._tell_asked, services),
                    owner=self,
                    failed=self._parts.notices.fail,
                )

    def _tell_asked(self, services: StudyServices, question: GroupQuestion) -> None:
        remove = partial(services.group_questions.remove, question.id)
        self._parts.notices.tell_undoable(
            self.tr("Frågan ligger i listan"),
            partial(self._parts.tasks.write, remove, owner=self, failed=self._parts.notices.fail),
            self.tr("Den som planerar nästa gruppdialog ser den, men inte att det var du."),
        )

    def _show_reply(self, turn: int, reply: object) -> None:
        if turn == self._turn and self.page.panel is not None:
            self.page.panel.show_reply(reply)

    def _run_service(self, ask: Callable[[], Future[Attempt]]) -> None:
        self._parts.tasks.write(lambda: ask().result(), owner=self, failed=partial(self._service_refused, self._turn))

    def _service_refused(self, turn: int, error: Exception) -> None:
        panel = self.page.panel
        if turn == self._turn and panel is not None and is_expected(error):
            words = explain(error)
            said = f"{words.title}. {words.what_to_do}" if isinstance(error, PinWrong) else words.what_to_do
            if panel.show_refusal(said):
                return
        self._parts.notices.fail(error)

    # -- helpers
    @Slot(object)
    def _refused(self, error: Exception) -> None:
        """Bring the panel back to where the attempt stands, and say why."""
        if self._opened is not None:
            self._show(self._opened.attempt)
        self._parts.notices.fail(error)

    @Slot(object)
    def _held_up(self, error: Exception) -> None:
        self._parts.notices.fail(error)

    def _commit(self) -> None:
        if self.page.panel is not None:
            self.page.panel.commit_pending()
        if self.page.stage == Stage.REFLECTING:
            self.page.reflection.commit()

    def _connect(self) -> None:
        page = self.page
        page.leave_wanted.connect(self.leave)
        page.home_wanted.connect(self.leave)
        page.fast_close_wanted.connect(self.fast_close)
        page.begin_wanted.connect(self._begin)
        page.skip_wanted.connect(self._skip)
        page.primary_wanted.connect(self._primary)
        page.reflected.connect(self._reflect)
        page.next_wanted.connect(self._take_next)
        self._not_begun.connect(self._take_back, Qt.ConnectionType.QueuedConnection)
        self.answers.refused.connect(self._refused)
        self.answers.held_up.connect(self._held_up)


def _finished(services: StudyServices, opened: OpenAttempt) -> Finish:
    """Finish, and look where the learner stands then; in the background."""
    attempt = services.studying.finish(opened).result()
    started = attempt.started
    return Finish(attempt, services.studying.progress(started.learner, started.path) if started.path else None)


def _for_later(panel: ExercisePanel) -> Iterator[Piece]:
    """Make what is not seen at first, and let all that is hidden take its looks: most of what its showing costs."""
    yield from panel.parts_for_later()
    yield from polishing(panel)


def _has_begun(attempt: Attempt) -> bool:
    return any(not isinstance(e.event, (AttemptLeft, AttemptResumed)) for e in attempt.events)
