"""The study page of the program: one of its inner pages at a time, and who may see which."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.learning.attempt import AttemptId
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.services.news import AttemptGrew, CaseBankChanged, ProgressChanged, RepetitionChanged
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.study.catalogue import FreeEntry
from kompetens_gui.ui.study.controller import Forgotten, StudyController
from kompetens_gui.ui.study.exercise_controller import ExerciseController
from kompetens_gui.ui.study.exercise_page import ExercisePage
from kompetens_gui.ui.study.forgotten_page import ForgottenPage
from kompetens_gui.ui.study.free_page import FreePage
from kompetens_gui.ui.study.home import StudyHome
from kompetens_gui.ui.study.parts import StudyParts
from kompetens_gui.ui.study.paths_page import PathsPage
from kompetens_gui.ui.study.pin_page import PinPage
from kompetens_gui.ui.study.profile_form import ProfileForm
from kompetens_gui.ui.study.profiles_page import ProfilesPage
from kompetens_gui.ui.study.repetition_controller import RepetitionController
from kompetens_gui.ui.study.repetition_page import RepetitionPage
from kompetens_gui.ui.study.snapshots import HomeSnapshot
from kompetens_gui.ui.widgets.labels import Label

W = TypeVar("W", bound=QWidget)


class StudyPage(QWidget):
    """Signals: `overview_wanted()` for the fast way out of an exercise, `credential_wanted()` to the course certificate
    of a completed path.
    """

    overview_wanted = Signal()
    credential_wanted = Signal()

    def __init__(self, parts: StudyParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", "true")
        self._parts = parts
        self._snapshot: HomeSnapshot | None = None
        self._from_free = False
        self._wants_next = False
        self._wants_area = ""
        self.controller = StudyController(parts, self)
        self.stack = QStackedWidget(self)
        self._blank = QWidget(self.stack)
        waiting = QVBoxLayout(self._blank)
        waiting.addWidget(Label(self.tr("Öppnar …"), "body", "muted"), 0, Qt.AlignmentFlag.AlignCenter)
        self.stack.addWidget(self._blank)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.stack)
        self._connect()
        self.controller.start()

    # -- inner pages, made when first shown
    @cached_property
    def profiles(self) -> ProfilesPage:
        page = self._taken_in(ProfilesPage(self.stack))
        page.chosen.connect(self.controller.choose)
        page.new_wanted.connect(self._new_profile)
        return page

    @cached_property
    def pin(self) -> PinPage:
        page = self._taken_in(PinPage(self.stack))
        page.pin_given.connect(self.controller.give_pin)
        page.forgotten.connect(self.controller.forgotten)
        page.back_wanted.connect(self.controller.switch)
        return page

    @cached_property
    def forgotten(self) -> ForgottenPage:
        page = self._taken_in(ForgottenPage(self.stack))
        page.reset_wanted.connect(self.controller.reset_pin)
        page.back_wanted.connect(self.controller.switch)
        return page

    @cached_property
    def form(self) -> ProfileForm:
        page = self._taken_in(ProfileForm(self.stack))
        page.saved.connect(self.controller.save)
        page.removed.connect(self.controller.remove)
        page.back_wanted.connect(self._leave_form)
        return page

    @cached_property
    def home(self) -> StudyHome:
        page = self._taken_in(StudyHome(self.stack))
        page.step_wanted.connect(self.open_step)
        page.repeat_wanted.connect(self._repeat)
        page.free_wanted.connect(self._show_free)
        page.paths_wanted.connect(self.controller.ask_path)
        page.switch_wanted.connect(self.controller.switch)
        page.edit_wanted.connect(self._edit_profile)
        page.credential_wanted.connect(self.credential_wanted)
        return page

    @cached_property
    def paths(self) -> PathsPage:
        page = self._taken_in(PathsPage(self.stack))
        page.chosen.connect(self.controller.choose_path)
        page.back_wanted.connect(self.controller.open_home)
        page.switch_wanted.connect(self.controller.switch)
        return page

    @cached_property
    def free(self) -> FreePage:
        page = self._taken_in(FreePage(self._parts.area_titles, self.stack))
        page.wish_changed.connect(self.controller.find)
        page.entry_wanted.connect(self._open_free)
        page.resume_wanted.connect(self._resume_free)
        page.back_wanted.connect(self.controller.open_home)
        return page

    @cached_property
    def exercise(self) -> ExerciseController:
        page = self._taken_in(ExercisePage(self.stack))
        controller = ExerciseController(page, self._parts, self)
        controller.ended.connect(self._exercise_ended)
        controller.discarded.connect(self.controller.refresh_home)
        controller.fast_closed.connect(self._fast_closed)
        controller.step_wanted.connect(self.open_step)
        return controller

    @cached_property
    def repetition(self) -> RepetitionController:
        page = self._taken_in(RepetitionPage(self.stack))
        controller = RepetitionController(page, self._parts, self)
        controller.ended.connect(self.controller.open_home)
        return controller

    # -- what the window asks
    def open_with(self, next_step: bool = False, area: str = "", **_context: object) -> None:
        """Come back to where the learner was; with `next_step` go on with the one next thing, with `area` choose freely
        among the exercises of a competence area.
        """
        self._wants_next, self._wants_area = next_step, area
        if self.controller.services is None:
            return
        if not self.controller.came_back():
            if self.controller.learner is None and self.stack.currentWidget() is self._blank:
                self.controller.show_profiles()
            return
        stays = not next_step and not area
        if stays and self._shows("exercise") and self.exercise.opened is not None:
            self.exercise.come_back()
        elif not (stays and self._shows("repetition")):
            self.controller.open_home()

    def leave(self) -> None:
        """Keep what has been typed; the clock of an exercise stands meanwhile."""
        if self._shows("exercise"):
            self.exercise.pause()
        self.controller.went_away()

    def shut_down(self) -> None:
        """Keep what has been typed, for the program ends."""
        if "exercise" in vars(self):
            self.exercise.pause()

    def heard(self, news: object) -> None:
        """Hear what has changed."""
        if isinstance(news, AttemptGrew):
            if "exercise" in vars(self):
                self.exercise.heard(news)
        elif isinstance(news, CaseBankChanged):
            self.controller.bank_changed()
        elif not (isinstance(news, (ProgressChanged, RepetitionChanged)) and self._is_at_work()):
            # Who works comes home later, and the home is read anew then.
            self.controller.heard(news)

    def _is_at_work(self) -> bool:
        return self._shows("exercise") or self._shows("repetition")

    def focus_search(self) -> None:
        """Search among the exercises; only somebody who studies can."""
        if self._shows("free"):
            self.free.focus_search()
        elif self._shows("home"):
            self._show_free()
            self.free.focus_search()

    def panes(self) -> list[QWidget]:
        if self._shows("home"):
            return self.home.panes()
        shown = self.stack.currentWidget()
        return [shown] if shown is not None else [self]

    # -- going about
    @Slot(str, str)
    def open_step(self, module: str, step: str) -> None:
        """Open a step of the learner's own path."""
        services, learner = self.controller.services, self.controller.learner
        if services is None or learner is None:
            return
        self._from_free = False
        self._show_exercise()
        self.exercise.open_step(services, learner, module, step)

    @Slot(object)
    def _open_free(self, entry: FreeEntry) -> None:
        services, learner = self.controller.services, self.controller.learner
        if services is None or learner is None:
            return
        self._from_free = True
        self._show_exercise()
        self.exercise.open(
            services,
            lambda s: s.studying.open_free(learner.id, entry.kind, entry.ref, entry.settings, entry.title),
        )

    @Slot(str)
    def _resume_free(self, attempt_id: str) -> None:
        services = self.controller.services
        if services is not None:
            self._from_free = True
            self._show_exercise()
            self.exercise.open(services, lambda s: s.studying.resume(AttemptId(attempt_id)))

    def _show_exercise(self) -> None:
        self.controller.stay()
        self.stack.setCurrentWidget(self.exercise.page)

    @Slot()
    def _exercise_ended(self) -> None:
        if self._from_free:
            self._show_free()
            self.controller.refresh_home()
        else:
            self.controller.open_home()

    @Slot()
    def _fast_closed(self) -> None:
        """Show the overview first of all; what was on this page is gone when somebody comes back."""
        self.overview_wanted.emit()
        self.stack.setCurrentWidget(self._blank)
        self.controller.lock()

    @Slot()
    def _repeat(self) -> None:
        services, learner = self.controller.services, self.controller.learner
        if services is not None and learner is not None:
            self.controller.stay()
            self.stack.setCurrentWidget(self.repetition.page)
            self.repetition.begin(services, learner.id)

    @Slot()
    def _show_free(self) -> None:
        page = self.free
        page.show_begun(self._snapshot.view.free if self._snapshot is not None and self._snapshot.view else ())
        self.controller.find(page.wish())
        self._show(page)

    @Slot()
    def _new_profile(self) -> None:
        self.form.ask_new()
        self._show(self.form)

    @Slot()
    def _edit_profile(self) -> None:
        learner = self.controller.learner
        if learner is not None:
            self.form.ask_changes(learner)
            self._show(self.form)

    @Slot()
    def _leave_form(self) -> None:
        if self.controller.learner is None:
            self._drop("form")
            self.controller.show_profiles(by_choice=True)
        else:
            self.controller.open_home()

    # -- what the controller shows
    @Slot(object)
    def _show_profiles(self, profiles: object) -> None:
        self.profiles.show_profiles(profiles)  # type: ignore[arg-type]  # sent through a signal
        if not self._shows("form"):
            self._show(self.profiles)

    @Slot(object)
    def _ask_pin(self, profile: LearnerProfile) -> None:
        self._show(self.pin)
        self.pin.ask(profile)

    @Slot(object)
    def _ask_forgotten(self, forgotten: Forgotten) -> None:
        self._show(self.forgotten)
        self.forgotten.ask(forgotten.profile, forgotten.loss, forgotten.supervisors)

    @Slot(object)
    def _take_home(self, snapshot: HomeSnapshot) -> None:
        self._snapshot = snapshot
        if snapshot.view is not None:
            self.home.show_home(snapshot.view, snapshot.unfinished)
            if self._shows("free"):
                self.free.show_begun(snapshot.view.free)

    @Slot()
    def _open_home(self) -> None:
        view = self._snapshot.view if self._snapshot is not None else None
        if self._wants_next and view is not None and view.next is not None:
            self._wants_next = False
            self.open_step(view.next.module, view.next.step)
            return
        self._wants_next = False
        area, self._wants_area = self._wants_area, ""
        if area:
            self._show_free()
            self.free.choose_area(area)
            return
        self._show(self.home)
        # What has been typed in these is nobody's business any more.
        for name in ("form", "pin", "forgotten"):
            self._drop(name)

    @Slot(object)
    def _ask_path(self, snapshot: HomeSnapshot) -> None:
        self.paths.show_paths(snapshot.paths, snapshot.learner.path, role_title(snapshot.learner.role))
        self._show(self.paths)

    @Slot(object)
    def _learner_changed(self, profile: LearnerProfile | None) -> None:
        """Take everything of a person away when their profile is closed."""
        if profile is not None:
            return
        if "exercise" in vars(self):
            self.exercise.leave_quietly()
        for name in ("home", "free", "paths", "repetition", "exercise", "form"):
            self._drop(name)
        self._snapshot = None

    # -- helpers
    def _shows(self, name: str) -> bool:
        held = vars(self).get(name)
        page = getattr(held, "page", held)
        return page is not None and self.stack.currentWidget() is page

    def _show(self, page: QWidget) -> None:
        """Show an inner page and give its first control the keyboard, when this page is on show."""
        self.controller.stay()
        self.stack.setCurrentWidget(page)
        first = getattr(page, "first_focus", None)
        if first is not None and self.isVisible():
            first().setFocus()

    def _drop(self, name: str) -> None:
        """Let go of an inner page with all it shows."""
        held = vars(self).pop(name, None)
        if held is None:
            return
        page: QWidget = getattr(held, "page", held)
        if self.stack.currentWidget() is page:
            self.stack.setCurrentWidget(self._blank)
        self.stack.removeWidget(page)
        page.hide()
        page.deleteLater()
        if held is not page:
            held.deleteLater()

    def _taken_in(self, page: W) -> W:
        self.stack.addWidget(page)
        return page

    def _connect(self) -> None:
        controller = self.controller
        controller.profiles_shown.connect(self._show_profiles)
        controller.pin_asked.connect(self._ask_pin)
        controller.pin_refused.connect(lambda seconds: self.pin.tell_wrong(seconds))
        controller.forgotten_asked.connect(self._ask_forgotten)
        controller.reset_refused.connect(lambda seconds: self.forgotten.tell_wrong(seconds))
        controller.form_refused.connect(lambda seconds: self.form.tell_pin_wrong(seconds))
        controller.form_failed.connect(self._form_failed)
        controller.home_shown.connect(self._take_home)
        controller.home_opened.connect(self._open_home)
        controller.paths_asked.connect(self._ask_path)
        controller.entries_wanted.connect(self._tell_reading)
        controller.entries_found.connect(self._take_entries)
        controller.entries_failed.connect(self._tell_unread)
        self._parts.learner.changed.connect(self._learner_changed)

    @Slot()
    def _form_failed(self) -> None:
        if "form" in vars(self):
            self.form.tell_failed()
        if "pin" in vars(self):
            self.pin.tell_failed()

    @Slot()
    def _tell_reading(self) -> None:
        if "free" in vars(self):
            self.free.show_reading()

    @Slot()
    def _tell_unread(self) -> None:
        if "free" in vars(self):
            self.free.show_failed()

    @Slot(object)
    def _take_entries(self, entries: object) -> None:
        if "free" in vars(self):
            self.free.show_entries(entries)  # type: ignore[arg-type]  # sent through a signal
