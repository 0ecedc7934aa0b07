"""What others put their names to: a module, a mentor's talk, a contribution, a colleague's word; and changed work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NewType

from kompetens_gui.domain.errors import SignOffRefused
from kompetens_gui.domain.learning.attempt import AttemptId
from kompetens_gui.domain.learning.evidence import (
    CHANGE,
    CONTRIBUTION,
    MENTORING,
    PEER,
    Evidence,
    EvidenceKind,
    led_evidence,
    sign_off_source,
)
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.workshop.plan import Role

SignOffId = NewType("SignOffId", str)
HIGHEST_RATING = 5.0
MOST_RATERS = 1000


class SignOffPurpose(StrEnum):
    """What is signed."""

    MODULE = "module"
    CHANGED_WORK = "changed_work"
    MENTORING = "mentoring"
    CONTRIBUTION = "contribution"
    PEER = "peer"
    LED = "led"


_AS_EVIDENCE = {
    SignOffPurpose.CHANGED_WORK: (EvidenceKind.CHANGED_WORK, CHANGE),
    SignOffPurpose.MENTORING: (EvidenceKind.OBSERVED, MENTORING),
    SignOffPurpose.CONTRIBUTION: (EvidenceKind.PEER_CONFIRMED, CONTRIBUTION),
    SignOffPurpose.PEER: (EvidenceKind.PEER_CONFIRMED, PEER),
}


@dataclass(frozen=True)
class Signer:
    """Somebody who signs: typed by name, or a profile on this machine (`profile`) that proves itself with its PIN."""

    name: str
    role: Role = Role.OTHER
    profile: LearnerId | None = None
    pin: str = ""


@dataclass(frozen=True)
class SignOff:
    """One entry of the register. `on` is the day it is about; `rating` and `raters` belong to LED.

    `request` is what was answered when it was signed at a distance, and `fingerprint` the ten words of the key that did
    it; both are empty for what was signed on the spot.
    """

    id: SignOffId
    learner: LearnerId
    purpose: SignOffPurpose
    areas: tuple[str, ...]
    by_name: str
    by_role: Role
    on: date
    at: datetime
    title: str = ""
    text: str = ""
    attempt: AttemptId | None = None
    rating: float | None = None
    raters: int = 0
    request: str = ""
    fingerprint: str = ""

    @property
    def is_from_afar(self) -> bool:
        return bool(self.request)


def check_signer(learner: LearnerProfile, signer: Signer, purpose: SignOffPurpose) -> None:
    """Raise SignOffRefused when somebody may not sign: oneself never, a manager not in the place of a colleague."""
    if not signer.name.strip():
        raise SignOffRefused("no_name")
    if signer.profile == learner.id or is_same_name(signer.name, learner.name):
        raise SignOffRefused("own")
    if purpose == SignOffPurpose.PEER and signer.role == Role.MANAGER:
        raise SignOffRefused("manager")


def check_content(sign_off: SignOff) -> None:
    """Raise SignOffRefused when an entry says too little, or its numbers cannot be."""
    if sign_off.purpose != SignOffPurpose.MODULE and not sign_off.areas:
        raise SignOffRefused("no_area")
    if sign_off.purpose == SignOffPurpose.CHANGED_WORK and not sign_off.text.strip():
        raise SignOffRefused("no_text")
    if sign_off.purpose == SignOffPurpose.LED:
        rating = sign_off.rating
        if rating is None or not 0 <= rating <= HIGHEST_RATING or not 1 <= sign_off.raters <= MOST_RATERS:
            raise SignOffRefused("rating")


def sign_off_evidence(sign_off: SignOff) -> tuple[Evidence, ...]:
    """Return what an entry says in each of its areas; a module's says it through its attempt."""
    source = sign_off_source(sign_off.id)
    if sign_off.purpose == SignOffPurpose.LED:
        rating = sign_off.rating or 0.0
        return led_evidence(sign_off.learner, sign_off.areas, source, sign_off.on, rating, sign_off.raters)
    found = _AS_EVIDENCE.get(sign_off.purpose)
    if found is None:
        return ()
    kind, form = found
    return tuple(
        Evidence(sign_off.learner, area, kind, 1.0, sign_off.on, source, form, approved=True)
        for area in _each(sign_off.areas)
    )


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are written alike, whatever the case and the spaces."""
    return _plain(one) == _plain(other)


def _each(areas: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(areas))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
