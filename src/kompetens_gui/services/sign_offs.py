"""Sign-offs: modules, talks with a mentor, contributions, a colleague's word, sessions led, changes at work."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import date

from kompetens_gui.domain.errors import SignOffRefused
from kompetens_gui.domain.exercises.sign_off import SignedOff, SigningState
from kompetens_gui.domain.exercises.sign_off.remote import SignOffAnswer
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.evidence import sign_off_source
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.learning.sign_off import (
    Signer,
    SignOff,
    SignOffId,
    SignOffPurpose,
    check_content,
    check_signer,
    sign_off_evidence,
)
from kompetens_gui.services.news import EventBus, ProgressChanged
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.services.ports import Clock, NewId, UnitOfWork, UnitOfWorkFactory
from kompetens_gui.services.profiles import ProfilesService
from kompetens_gui.services.protocol_scrub import Scrubber


@dataclass(frozen=True)
class SignOffParts:
    """What the service is joined from."""

    work: UnitOfWorkFactory
    profiles: ProfilesService
    clock: Clock
    bus: EventBus
    new_id: NewId


class SignOffService:
    """Writes the register. Nobody signs for themselves but for a change in their own work."""

    def __init__(self, parts: SignOffParts) -> None:
        self._parts = parts

    def of(self, learner: LearnerId) -> Sequence[SignOff]:
        """Return a person's sign-offs, newest first."""
        with self._parts.work() as work:
            return work.sign_offs.of(learner)

    def sign_module(self, opened: OpenAttempt, signer: Signer) -> "Future[Attempt]":
        """Sign an open attempt at a SIGN_OFF step. The future gives the attempt, which can then be finished."""
        started = opened.attempt.started
        if not isinstance(opened.attempt.state, SigningState) or opened.attempt.state.sign_off:
            raise SignOffRefused("already_given")
        signer = self._proved(started.learner, signer, SignOffPurpose.MODULE)
        with self._parts.work() as work:
            # One may be there already: signed just before a crash, while the attempt did not hear of it.
            sign_off = work.sign_offs.of_attempt(opened.id)
            if sign_off is None:
                made = self._made(started.learner, SignOffPurpose.MODULE, started.areas, signer, started.title)
                sign_off = replace(made, attempt=opened.id)
                work.sign_offs.add(sign_off)
                work.commit()
        return opened.answer(SignedOff(sign_off.id))

    def sign_from_afar(self, opened: OpenAttempt, answer: SignOffAnswer, fingerprint: str) -> "Future[Attempt]":
        """Sign an open attempt with an answer that has been checked; `fingerprint` is of the key that signed it."""
        started = opened.attempt.started
        with self._parts.work() as work:
            sign_off = work.sign_offs.of_attempt(opened.id)
            if sign_off is None:
                signer = signer_of(answer)
                made = self._made(
                    started.learner,
                    SignOffPurpose.MODULE,
                    started.areas,
                    signer,
                    started.title,
                    answer.comment,
                    answer.on,
                )
                sign_off = replace(made, attempt=opened.id, request=answer.request, fingerprint=fingerprint)
                work.sign_offs.add(sign_off)
                work.commit()
        return opened.answer(SignedOff(sign_off.id))

    def record_change(self, learner: LearnerId, areas: Sequence[str], text: str) -> SignOff:
        """Keep what the learner has changed in their own work. A text with identity or case numbers is refused."""
        profile = self._parts.profiles.get(learner)
        own = Signer(profile.name, profile.role)
        made = self._made(learner, SignOffPurpose.CHANGED_WORK, areas, own, text=text.strip())
        return self._written(made)

    def confirm(
        self, learner: LearnerId, purpose: SignOffPurpose, areas: Sequence[str], signer: Signer, text: str = ""
    ) -> SignOff:
        """Keep a colleague's or mentor's word: MENTORING, CONTRIBUTION or PEER."""
        if purpose not in (SignOffPurpose.MENTORING, SignOffPurpose.CONTRIBUTION, SignOffPurpose.PEER):
            raise SignOffRefused("own")
        signer = self._proved(learner, signer, purpose)
        return self._written(self._made(learner, purpose, areas, signer, text=text.strip()))

    def record_led(
        self,
        learner: LearnerId,
        areas: Sequence[str],
        title: str,
        on: date,
        rating: float,
        raters: int,
        signer: Signer,
    ) -> SignOff:
        """Keep that the learner led a session, as those who were there rated it (mean of 0 to 5)."""
        signer = self._proved(learner, signer, SignOffPurpose.LED)
        made = self._made(learner, SignOffPurpose.LED, areas, signer, title, on=on, rating=rating, raters=raters)
        return self._written(made)

    def withdraw(self, learner: LearnerId, sign_off: SignOffId) -> None:
        """Take a sign-off back, with the evidence it gave. A module that was finished with it stays finished."""
        with self._parts.work() as work:
            work.sign_offs.remove(sign_off)
            work.evidence.remove(learner, sign_off_source(sign_off))
            work.commit()
        self._parts.bus.publish(ProgressChanged(learner))

    def _proved(self, learner: LearnerId, signer: Signer, purpose: SignOffPurpose) -> Signer:
        """Return the signer as the register names them; one with a profile proves it with the PIN."""
        profile = self._parts.profiles.get(learner)
        if signer.profile is not None:
            proved: LearnerProfile = self._parts.profiles.open(signer.profile, signer.pin)
            signer = Signer(proved.name, proved.role, proved.id)
        check_signer(profile, signer, purpose)
        return signer

    def _made(
        self,
        learner: LearnerId,
        purpose: SignOffPurpose,
        areas: Sequence[str],
        signer: Signer,
        title: str = "",
        text: str = "",
        on: date | None = None,
        rating: float | None = None,
        raters: int = 0,
    ) -> SignOff:
        return SignOff(
            id=SignOffId(self._parts.new_id()),
            learner=learner,
            purpose=purpose,
            areas=tuple(dict.fromkeys(areas)),
            by_name=" ".join(signer.name.split()),
            by_role=signer.role,
            on=on or self._parts.clock.local_now().date(),
            at=self._parts.clock.now(),
            title=title,
            text=text,
            rating=rating,
            raters=raters,
        )

    def _written(self, sign_off: SignOff) -> SignOff:
        check_content(sign_off)
        refuse_personal_data(sign_off.text)
        with self._parts.work() as work:
            _write(work, sign_off)
            work.commit()
        self._parts.bus.publish(ProgressChanged(sign_off.learner))
        return sign_off


def _write(work: UnitOfWork, sign_off: SignOff) -> None:
    work.sign_offs.add(sign_off)
    work.evidence.add(sign_off_evidence(sign_off))


def signer_of(answer: SignOffAnswer) -> Signer:
    """Return who has answered a request, as one who signs."""
    return Signer(answer.by_name, answer.by_role)


def refuse_personal_data(text: str) -> None:
    """Raise SignOffRefused when a text holds identity or case numbers."""
    scrubber = Scrubber(())
    scrubber.text(text)
    if scrubber.numbers_removed:
        raise SignOffRefused("personal_data")
