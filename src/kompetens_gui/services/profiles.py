"""Who studies on this machine: profiles, their PINs, and help when a PIN is forgotten."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.errors import PinWrong, SignOffRefused
from kompetens_gui.domain.learning.pin import SALT_BYTES, PinThrottle, after_wrong, is_right_pin, make_pin, wait_left
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile, PinResetLoss, check_profile
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.erasing import Erased, ErasedKind, ErasureJournal, note_erasures
from kompetens_gui.services.news import EventBus, ProfilesChanged
from kompetens_gui.services.ports import Clock, NewId, UnitOfWorkFactory


@dataclass(frozen=True)
class ProfilesParts:
    """What the service is joined from. `random_bytes` are as good as the system gives."""

    work: UnitOfWorkFactory
    clock: Clock
    bus: EventBus
    new_id: NewId
    random_bytes: Callable[[int], bytes]
    journal: ErasureJournal
    leave_no_trace: Callable[[], None]


class ProfilesService:
    """Makes, opens and changes profiles. A PIN is checked here and nowhere else."""

    def __init__(self, parts: ProfilesParts) -> None:
        self._parts = parts

    def all(self) -> Sequence[LearnerProfile]:
        """Return all profiles by name."""
        with self._parts.work() as work:
            return work.learners.all()

    def get(self, learner: LearnerId) -> LearnerProfile:
        with self._parts.work() as work:
            return work.learners.get(learner)

    def create(
        self, name: str, role: Role, unit: str = "", sex: Sex | None = None, pin: str = "", path: str = ""
    ) -> LearnerProfile:
        """Make a profile; an empty PIN is none."""
        profile = LearnerProfile(
            id=LearnerId(self._parts.new_id()),
            name=" ".join(name.split()),
            role=role,
            unit=" ".join(unit.split()),
            sex=sex,
            path=path,
            pin=make_pin(pin, self._parts.random_bytes(SALT_BYTES)) if pin else None,
            created_at=self._parts.clock.now(),
        )
        return self._saved(profile)

    def change(self, profile: LearnerProfile) -> LearnerProfile:
        """Write a changed profile. The PIN is not changed this way.

        Taking consent back takes away what sessions have given as evidence.
        """
        with self._parts.work() as work:
            before = work.learners.get(profile.id)
            changed = replace(profile, name=" ".join(profile.name.split()), pin=before.pin, throttle=before.throttle)
            check_profile(changed)
            work.learners.save(changed)
            if before.room_results_count and not changed.room_results_count:
                work.evidence.remove(profile.id, "session:")
            work.commit()
        self._parts.bus.publish(ProfilesChanged(profile.id))
        return changed

    def choose_path(self, learner: LearnerId, path: str) -> LearnerProfile:
        return self.change(replace(self.get(learner), path=path))

    def open(self, learner: LearnerId, pin: str = "") -> LearnerProfile:
        """Return a profile to whoever knows its PIN, or raise PinWrong with how long to wait.

        Wrong tries are counted on disk before anything is told: starting the program anew does not help to guess.
        """
        with self._parts.work() as work:
            profile = work.learners.get(learner)
            if profile.pin is None:
                return profile
            now = self._parts.clock.now()
            early = wait_left(profile.throttle, now)
            if early > timedelta():
                raise PinWrong(_seconds(early))
            if is_right_pin(pin, profile.pin):
                if profile.throttle.wrong:
                    work.learners.set_throttle(learner, PinThrottle())
                    work.commit()
                return replace(profile, throttle=PinThrottle())
            throttle = after_wrong(profile.throttle, now)
            work.learners.set_throttle(learner, throttle)
            work.commit()
        raise PinWrong(_seconds(wait_left(throttle, now)))

    def set_pin(self, learner: LearnerId, new: str, old: str = "") -> LearnerProfile:
        """Choose a PIN, or another one; the old one is asked for when there is one."""
        profile = self.open(learner, old)
        pin = make_pin(new, self._parts.random_bytes(SALT_BYTES))
        return self._saved(replace(profile, pin=pin, throttle=PinThrottle()))

    def remove_pin(self, learner: LearnerId, old: str) -> LearnerProfile:
        """Do without a PIN from now on."""
        return self._saved(replace(self.open(learner, old), pin=None, throttle=PinThrottle()))

    def supervisors(self) -> Sequence[LearnerProfile]:
        """Return those who may help with a forgotten PIN: they supervise and can prove who they are."""
        return [p for p in self.all() if p.supervises and p.has_pin]

    def reset_loss(self, learner: LearnerId) -> PinResetLoss:
        """Return what a reset takes away, to be told before it is done."""
        with self._parts.work() as work:
            return work.learners.private_texts(learner)

    def reset_pin(
        self, learner: LearnerId, supervisor: LearnerId | None = None, supervisor_pin: str = ""
    ) -> PinResetLoss:
        """Take a forgotten PIN away, with everything that only the learner was to read; levels and results stay.

        Where a supervisor has a profile with a PIN, one of them has to confirm it. There is no hint and no way round.
        """
        self._check_supervisor(learner, supervisor, supervisor_pin)
        with self._parts.work() as work:
            profile = work.learners.get(learner)
            loss = work.learners.private_texts(learner)
            work.learners.remove_private_texts(learner)
            work.learners.save(replace(profile, pin=None, throttle=PinThrottle()))
            work.commit()
        self._parts.leave_no_trace()
        self._parts.bus.publish(ProfilesChanged(learner))
        return loss

    def remove(self, learner: LearnerId, pin: str = "") -> None:
        """Remove a profile with everything in it, at the learner's wish. A restored backup does not bring it back."""
        self.open(learner, pin)
        with self._parts.work() as work:
            work.personal_data.begin_erasing()
            work.learners.remove(learner)
            erased = (Erased(ErasedKind.LEARNER, learner),)
            note_erasures(work, self._parts.journal, erased, self._parts.clock.now())
            work.commit()
        self._parts.leave_no_trace()
        self._parts.bus.publish(ProfilesChanged(learner))

    def _check_supervisor(self, learner: LearnerId, supervisor: LearnerId | None, pin: str) -> None:
        known = [p.id for p in self.supervisors() if p.id != learner]
        if not known:
            return
        if supervisor not in known:
            raise SignOffRefused("not_supervisor")
        self.open(supervisor, pin)

    def _saved(self, profile: LearnerProfile) -> LearnerProfile:
        check_profile(profile)
        with self._parts.work() as work:
            work.learners.save(profile)
            work.commit()
        self._parts.bus.publish(ProfilesChanged(profile.id))
        return profile


def _seconds(wait: timedelta) -> int:
    """Return whole seconds, rounded up: who waits so long has waited enough."""
    return -int(-wait.total_seconds() // 1)
