"""Who studies, and what is asked for: profiles, PINs, the home, paths, free practice. Exercises have their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kompetens_gui.domain.errors import NotFound, PinWrong
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile, PinResetLoss
from kompetens_gui.services.news import ProfilesChanged, ProgressChanged, RepetitionChanged
from kompetens_gui.ui.study.catalogue import Catalogue, FreeEntry, Wish
from kompetens_gui.ui.study.parts import StudyParts, StudyServices
from kompetens_gui.ui.study.profile_form import ProfileWanted
from kompetens_gui.ui.study.snapshots import HomeSnapshot, read_home
from kompetens_gui.ui.study.warming import Warming

T = TypeVar("T")
LOCK_AFTER = timedelta(minutes=10)
"""Away from the study pages so long, and a profile with a PIN asks for it again."""


@dataclass(frozen=True)
class Forgotten:
    """A PIN that somebody has forgotten, with what a reset costs and who can confirm it."""

    profile: LearnerProfile
    loss: PinResetLoss
    supervisors: Sequence[LearnerProfile]


class StudyController(QObject):
    """Asks the services on behalf of the pages.

    Signals: `profiles_shown(profiles)`, `pin_asked(profile)`, `pin_refused(seconds)`, `forgotten_asked(Forgotten)`,
    `reset_refused(seconds)`, `form_refused(seconds)`, `form_failed()`, `home_shown(HomeSnapshot)` whenever it is read,
    `home_opened()` when it is to be shown, `paths_asked(HomeSnapshot)`, `entries_wanted()` when exercises are looked
    for, `entries_found(entries)` when they are found, `entries_failed()` when they could not be read.
    """

    profiles_shown = Signal(object)
    pin_asked = Signal(object)
    pin_refused = Signal(int)
    forgotten_asked = Signal(object)
    reset_refused = Signal(int)
    form_refused = Signal(int)
    form_failed = Signal()
    home_shown = Signal(object)
    home_opened = Signal()
    paths_asked = Signal(object)
    entries_wanted = Signal()
    entries_found = Signal(object)
    entries_failed = Signal()

    def __init__(self, parts: StudyParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.services: StudyServices | None = None
        self._catalogue: Catalogue | None = None
        self._asked_for: LearnerProfile | None = None
        self._away_since: datetime | None = None
        self._wish = 0
        self._reading = 0
        self._opens = False
        self.warming = Warming(parts.tasks, self)
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(0)
        self._stale.timeout.connect(self.refresh_home)

    @property
    def learner(self) -> LearnerProfile | None:
        return self._parts.learner.profile

    # -- coming and going
    def start(self) -> None:
        """Join self-study, once, then show who can study."""
        if self.services is not None:
            self.show_profiles()
            return
        self._parts.tasks.write(
            self._parts.open_services, then=self._ready, owner=self, failed=self._parts.notices.fail
        )

    def _ready(self, services: StudyServices) -> None:
        self.services = services
        self._catalogue = Catalogue(services.library, self._parts.cases, self._parts.area_titles)
        self.show_profiles()

    def went_away(self) -> None:
        """Another page of the program is shown."""
        self._away_since = self._parts.now()

    def came_back(self) -> bool:
        """Tell whether the one who studied may go on; a profile with a PIN is closed after a long time away."""
        away, self._away_since = self._away_since, None
        learner = self.learner
        if learner is None:
            return False
        if learner.has_pin and away is not None and self._parts.now() - away >= LOCK_AFTER:
            self.lock()
            return False
        return True

    def lock(self) -> None:
        """Close the profile and ask for its PIN; one without a PIN goes back to the choice of profiles."""
        learner = self.learner
        self._parts.learner.close()
        if learner is not None and learner.has_pin:
            self._ask_pin(learner)
        else:
            self.show_profiles(by_choice=True)

    # -- profiles
    @Slot()
    def switch(self) -> None:
        """Let somebody else study."""
        self._parts.learner.close()
        self.show_profiles(by_choice=True)

    def show_profiles(self, *, by_choice: bool = False) -> None:
        """Show the profiles; the only one there is, without a PIN, is opened at once unless a choice was asked for."""
        services = self.services
        if services is not None:
            self._run(services.profiles.all, partial(self._take_profiles, by_choice))

    def _take_profiles(self, by_choice: bool, profiles: Sequence[LearnerProfile]) -> None:
        if self.learner is not None:
            return
        if len(profiles) == 1 and not profiles[0].has_pin and not by_choice:
            self._open(profiles[0])
        else:
            self.profiles_shown.emit(profiles)

    @Slot(object)
    def choose(self, profile: LearnerProfile) -> None:
        """Open a profile, or ask for its PIN."""
        if profile.has_pin:
            self._ask_pin(profile)
            return
        services = self.services
        if services is not None:
            # Read anew: what stands on a card may be older than a PIN.
            self._run(partial(services.profiles.get, profile.id), self._choose_fresh)

    def _choose_fresh(self, profile: LearnerProfile) -> None:
        if profile.has_pin:
            self._ask_pin(profile)
        else:
            self._open(profile)

    def _ask_pin(self, profile: LearnerProfile) -> None:
        self._asked_for = profile
        self.pin_asked.emit(profile)

    @Slot(str)
    def give_pin(self, pin: str) -> None:
        services, profile = self.services, self._asked_for
        if services is not None and profile is not None:
            self._write(partial(services.profiles.open, profile.id, pin), self._open, self._pin_failed)

    def _pin_failed(self, error: Exception) -> None:
        self._or_wrong(error, self.pin_refused.emit)

    def _open(self, profile: LearnerProfile) -> None:
        self._asked_for = None
        self._parts.learner.open(profile)
        services = self.services
        if services is not None and profile.room_results_count:
            self._write(partial(services.progress.take_in_room_results, profile.id), _nothing)
        self.open_home()

    # -- a forgotten PIN
    @Slot()
    def forgotten(self) -> None:
        services, profile = self.services, self._asked_for
        if services is None or profile is None:
            return

        def work() -> Forgotten:
            return Forgotten(profile, services.profiles.reset_loss(profile.id), services.profiles.supervisors())

        self._run(work, self.forgotten_asked.emit)

    @Slot(str, str)
    def reset_pin(self, supervisor: str, pin: str) -> None:
        services, profile = self.services, self._asked_for
        if services is None or profile is None:
            return
        who = LearnerId(supervisor) if supervisor else None

        def work() -> LearnerProfile:
            services.profiles.reset_pin(profile.id, who, pin)
            return services.profiles.get(profile.id)

        self._write(work, self._after_reset, lambda error: self._or_wrong(error, self.reset_refused.emit))

    def _after_reset(self, profile: LearnerProfile) -> None:
        self._open(profile)
        self._parts.notices.tell(
            self.tr("Koden är borttagen"), self.tr("Välj gärna en ny kod under ditt namn, om fler använder datorn.")
        )

    # -- making, changing and removing a profile
    @Slot(object)
    def save(self, wanted: ProfileWanted) -> None:
        """Make a new profile, or change the one that is open."""
        services, learner = self.services, self.learner
        if services is None:
            return
        work = partial(_create, services, wanted) if learner is None else partial(_change, services, learner, wanted)
        self._write(work, self._saved, self._not_saved)

    def _saved(self, profile: LearnerProfile) -> None:
        self._open(profile)
        if profile.path:
            self._parts.notices.tell(self.tr("Profilen är sparad"))

    def _not_saved(self, error: Exception) -> None:
        self.form_failed.emit()
        self._or_wrong(error, self.form_refused.emit)

    @Slot(str)
    def remove(self, pin: str) -> None:
        """Remove the profile that is open, with everything in it."""
        services, learner = self.services, self.learner
        if services is not None and learner is not None:
            self._write(partial(services.profiles.remove, learner.id, pin), self._removed, self._not_saved)

    def _removed(self, _nothing: None) -> None:
        self._parts.learner.close()
        self._parts.notices.tell(self.tr("Profilen är borttagen"), self.tr("Allt i den är borta."))
        self.show_profiles(by_choice=True)

    # -- the home and the paths
    @Slot()
    def open_home(self) -> None:
        """Show where the learner stands, as soon as it is read."""
        self._opens = True
        self.refresh_home()

    def stay(self) -> None:
        """Something else is shown: what is being read will not take its place."""
        self._opens = False
        self.warming.pause()

    @Slot()
    def refresh_home(self) -> None:
        """Read where the learner stands, without going there."""
        services, learner = self.services, self.learner
        if services is None or learner is None:
            return
        self._reading += 1
        self._run(
            partial(read_home, services, learner.id), partial(self._take_home, self._reading), self._home_unreadable
        )

    def _take_home(self, reading: int, snapshot: HomeSnapshot) -> None:
        learner = self.learner
        # A later reading is on its way, and knows more.
        if learner is None or learner.id != snapshot.learner.id or reading != self._reading:
            return
        self._parts.learner.open(snapshot.learner)
        opens, self._opens = self._opens, False
        if snapshot.view is not None:
            self.home_shown.emit(snapshot)
            if opens:
                self.home_opened.emit()
                self._warm_up()
        elif opens:
            self.paths_asked.emit(snapshot)

    def _home_unreadable(self, error: Exception) -> None:
        if isinstance(error, NotFound):
            self._parts.learner.close()
            self.show_profiles(by_choice=True)
            return
        self._parts.notices.fail(error)

    @Slot()
    def ask_path(self) -> None:
        services, learner = self.services, self.learner
        if services is not None and learner is not None:
            self._run(partial(read_home, services, learner.id), self.paths_asked.emit)

    @Slot(str)
    def choose_path(self, path_id: str) -> None:
        services, learner = self.services, self.learner
        if services is not None and learner is not None:
            self._write(partial(services.profiles.choose_path, learner.id, path_id), self._path_chosen)

    def _path_chosen(self, profile: LearnerProfile) -> None:
        self._parts.learner.open(profile)
        self.open_home()

    # -- free practice
    @Slot(object)
    def find(self, wish: Wish) -> None:
        """Look for exercises; an answer that has been overtaken is dropped."""
        catalogue = self._catalogue
        if catalogue is None:
            return
        self._wish += 1
        self.entries_wanted.emit()
        self._run(partial(catalogue.find, wish), partial(self._found, self._wish), partial(self._not_found, self._wish))

    def _found(self, wish: int, entries: Sequence[FreeEntry]) -> None:
        if wish == self._wish:
            self.entries_found.emit(entries)

    def _not_found(self, wish: int, error: Exception) -> None:
        if wish == self._wish:
            self.entries_failed.emit()
        self._parts.notices.fail(error)

    def _warm_up(self) -> None:
        if self._catalogue is not None:
            self.warming.go_on(self._catalogue)

    def bank_changed(self) -> None:
        if self._catalogue is not None:
            self._catalogue.forget_cases()

    # -- news
    def heard(self, news: object) -> None:
        """Read anew what has become another."""
        learner = self.learner
        if isinstance(news, ProfilesChanged) and learner is None and self._asked_for is None:
            self.show_profiles(by_choice=True)
        elif learner is not None and _concerns(news, learner.id):
            # Several pieces of news in a row are one reading.
            self._stale.start()

    # -- helpers
    def _or_wrong(self, error: Exception, tell: Callable[[int], object]) -> None:
        if isinstance(error, PinWrong):
            tell(error.wait_seconds)
        else:
            self.form_failed.emit()
            self._parts.notices.fail(error)

    def _run(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        self._parts.tasks.run(work, then, self, failed or self._parts.notices.fail)

    def _write(
        self,
        work: Callable[[], T],
        then: Callable[[T], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        self._parts.tasks.write(work, then, self, failed or self._parts.notices.fail)


def _create(services: StudyServices, wanted: ProfileWanted) -> LearnerProfile:
    made = services.profiles.create(wanted.name, wanted.role, wanted.unit, wanted.sex, wanted.pin)
    more = replace(made, room_results_count=wanted.room_results_count, supervises=wanted.supervises)
    return services.profiles.change(more) if more != made else made


def _change(services: StudyServices, learner: LearnerProfile, wanted: ProfileWanted) -> LearnerProfile:
    """Change the PIN first: when the old one is wrong, nothing has been changed."""
    if wanted.pin:
        services.profiles.set_pin(learner.id, wanted.pin, wanted.old_pin)
    elif wanted.remove_pin:
        services.profiles.remove_pin(learner.id, wanted.old_pin)
    changed = replace(
        services.profiles.get(learner.id),
        name=wanted.name,
        role=wanted.role,
        unit=wanted.unit,
        sex=wanted.sex,
        room_results_count=wanted.room_results_count,
        supervises=wanted.supervises,
    )
    return services.profiles.change(changed)


def _concerns(news: object, learner: LearnerId) -> bool:
    if isinstance(news, ProgressChanged):
        return news.learner is None or news.learner == learner
    return isinstance(news, (RepetitionChanged, ProfilesChanged)) and news.learner == learner


def _nothing(_answer: object) -> None:
    """Nobody waits for the answer."""
