"""Two copies of the program for sign-offs at a distance: one where somebody studies, one where somebody answers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from kompetens_gui.credentials.keyring import KeyFiles
from kompetens_gui.credentials.signatures import LibrarySignatures
from kompetens_gui.domain.exercises.sign_off import WorkDescribed
from kompetens_gui.domain.exercises.sign_off.remote import SignOffRequest, Verdict
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.sign_off import Signer
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.answering_sign_offs import SignedAnswer, SignOffAnsweringService
from kompetens_gui.services.issuer_trust import IssuerTrustService
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.services.remote_sign_offs import (
    AnswerTaken,
    KeyToCompare,
    RemoteSignOffParts,
    RemoteSignOffService,
)
from kompetens_gui.services.signing_keys import SigningKeyParts, SigningKeyService
from tests.services.learning import Studies
from tests.services.surroundings import Program

WORK = "Jag ringer arbetsgivaren i vecka två, och ber personen vara med."
SUPERVISOR = "Karin Öberg"


class Learner:
    """Somebody who studies, with the step that is to be signed open."""

    def __init__(self, folder: Path, name: str = "Ylva Öst") -> None:
        self.join(Studies(Program(folder)))
        self.id: LearnerId = self.studies.learner(name).id
        for step, module in (("u1", "uppdraget"), ("u2", "uppdraget"), ("v1", "avslut")):
            self.studies.done(self.id, step, module)
        self.opened = self.studies.step(self.id, "v2", "avslut")

    def join(self, studies: Studies) -> None:
        self.studies, p = studies, studies.program
        self.signatures = LibrarySignatures()
        self.trust = IssuerTrustService(p.work, p.clock, p.bus, self.signatures)
        chance = count(1)
        self.remote = RemoteSignOffService(
            RemoteSignOffParts(
                p.work,
                studies.sign_offs,
                self.trust,
                self.signatures,
                studies.studying.path,
                p.clock,
                studies.new_id,
                lambda size: f"{next(chance):0{2 * size}x}",
            )
        )

    def asked(self, *, work: str = WORK, with_work: bool = True) -> SignOffRequest:
        """Describe the work and make a request."""
        if work != self.opened.view.description:
            self.opened.answer(WorkDescribed(work)).result()
        request = self.remote.ask(self.opened, with_work=with_work).result().view.request
        assert isinstance(request, SignOffRequest)
        return request

    def took(self, data: str | bytes, opened: OpenAttempt | None = None) -> AnswerTaken:
        """Take in an answer; a key that is new is compared on the way."""
        found = self.remote.take(opened or self.opened, data)
        if isinstance(found, KeyToCompare):
            self.remote.trust(found.offer)
            found = self.remote.take(opened or self.opened, data)
        assert isinstance(found, AnswerTaken)
        return found

    def killed(self) -> None:
        """End without closing anything, and start anew on the same files."""
        self.join(self.studies.crash())
        self.opened = self.studies.step(self.id, "v2", "avslut")


class Supervisor:
    """Somebody who answers in another copy, with a key of their own."""

    def __init__(self, folder: Path, name: str = SUPERVISOR) -> None:
        self._join(Program(folder), name)

    @classmethod
    def at(cls, program: Program, name: str = SUPERVISOR) -> Supervisor:
        """Answer in a copy that is there already."""
        made = cls.__new__(cls)
        made._join(program, name)
        return made

    def _join(self, p: Program, name: str) -> None:
        self.name, self.program = name, p
        self.keyring = KeyFiles(p.folder / "keys")
        self.keys = SigningKeyService(SigningKeyParts(p.work, p.clock, p.bus, self.keyring, LibrarySignatures()))
        self.answering = SignOffAnsweringService(p.clock, self.keys)
        self.answering.make_key(name)

    def answers(
        self, data: str | bytes, verdict: Verdict = Verdict.APPROVED, comment: str = "", name: str = ""
    ) -> SignedAnswer:
        request = self.answering.read(data)
        return self.answering.answer(request, Signer(name or self.name, Role.MANAGER), verdict, comment)


@contextmanager
def two_copies(folder: Path) -> Iterator[tuple[Learner, Supervisor]]:
    learner, supervisor = Learner(folder / "learner"), Supervisor(folder / "supervisor")
    try:
        yield learner, supervisor
    finally:
        learner.studies.close()
        supervisor.program.close()
