"""Asking for a sign-off at a distance, and taking in the answer. Everything is checked on this machine, without a net.

The request is part of the attempt, so that nothing is lost between asking and being answered. What an answer gives is
the same entry of the register, and the same evidence, as a sign-off on the spot.
"""

import secrets
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass

from kompetens_gui.domain.credentials.issuers import IssuerKey, plain_name
from kompetens_gui.domain.errors import ContentInvalid, NotFound, SignOffCodeRefused, SignOffRefused
from kompetens_gui.domain.exercises.sign_off import NotYetAnswered, RequestMade, SigningState, is_current
from kompetens_gui.domain.exercises.sign_off.remote import SignOffAnswer, Verdict, check_answer
from kompetens_gui.domain.learning.attempt import Attempt, AttemptStarted
from kompetens_gui.domain.learning.sign_off import SignOffPurpose, check_signer
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.services.credential_ports import Signatures
from kompetens_gui.services.issuer_trust import IssuerTrustService, KeyOffer, OfferStanding
from kompetens_gui.services.key_cards import cards_file, read_card
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.services.ports import Clock, NewId, UnitOfWorkFactory
from kompetens_gui.services.sign_off_codes import ANSWER_TYPE, answer_from, read_answer
from kompetens_gui.services.sign_offs import SignOffService, refuse_personal_data, signer_of

_CHANCE_BYTES = 16


@dataclass(frozen=True)
class AnswerTaken:
    """An answer that counts has been taken in, or had been before: then nothing happened this time."""

    attempt: Attempt
    answer: SignOffAnswer
    is_new: bool


@dataclass(frozen=True)
class KeyToCompare:
    """The answer is right in all but this: nobody here has decided yet that the key is whose it says. Nothing has
    been taken in.
    """

    offer: KeyOffer
    answer: SignOffAnswer


@dataclass(frozen=True)
class RemoteSignOffParts:
    """What the service is joined from. `path` gives a learning path by its id, for its titles."""

    work: UnitOfWorkFactory
    sign_offs: SignOffService
    trust: IssuerTrustService
    signatures: Signatures
    path: Callable[[str], LearningPath]
    clock: Clock
    new_id: NewId
    chance: Callable[[int], str] = secrets.token_hex


class RemoteSignOffService:
    """The learner's side of a sign-off at a distance."""

    def __init__(self, parts: RemoteSignOffParts) -> None:
        self._parts = parts

    def ask(self, opened: OpenAttempt, *, with_work: bool) -> "Future[Attempt]":
        """Make a request for an open attempt at a SIGN_OFF step; `with_work` lets the learner's text go along.

        The future gives the attempt with the request in it. A text with identity or case numbers is refused.
        """
        state, started = _signing(opened), opened.attempt.started
        if state.sign_off:
            raise SignOffRefused("already_given")
        if with_work:
            refuse_personal_data(state.text)
        path, module = self._titles(started)
        made = RequestMade(
            request=self._parts.new_id(),
            nonce=self._parts.chance(_CHANCE_BYTES),
            salt=self._parts.chance(_CHANCE_BYTES),
            learner=self._learner_name(started),
            path=path,
            module=module,
            title=started.title,
            with_work=with_work,
        )
        return opened.answer(made)

    def take(self, opened: OpenAttempt, data: str | bytes) -> AnswerTaken | KeyToCompare:
        """Take in an answer that was pasted or came as a file; waits for the disk.

        The same answer again does nothing. Raises SignOffCodeRefused with what is wrong, or SignOffRefused.
        """
        answer, key = self._opened(data)
        state = _signing(opened)
        if state.sign_off:
            return self._again(opened, answer)
        self._check(opened, state, answer, key)
        offer = self._offer(key)
        if offer is not None:
            return KeyToCompare(offer, answer)
        if answer.verdict == Verdict.APPROVED:
            signed = self._parts.sign_offs.sign_from_afar(opened, answer, key.fingerprint.spoken)
            return AnswerTaken(signed.result(), answer, is_new=True)
        if state.not_yet == answer.comment:
            return AnswerTaken(opened.attempt, answer, is_new=False)
        told = opened.answer(NotYetAnswered(answer.request, answer.comment))
        return AnswerTaken(told.result(), answer, is_new=True)

    def trust(self, offer: KeyOffer) -> None:
        """Trust the key of whoever answered, after its words have been compared, as an issuer's."""
        self._parts.trust.trust(offer)

    # -- helpers
    def _opened(self, data: str | bytes) -> tuple[SignOffAnswer, IssuerKey]:
        """Return an answer and the key that has signed it, as we know the key when we do."""
        received = read_answer(data)
        token = self._parts.signatures.open_token(received.token)
        if token is None or token.header.get("typ") != ANSWER_TYPE or not received.agrees_with(token.claims):
            raise SignOffCodeRefused("damaged_answer")
        answer, card = answer_from(token.claims), token.claims.get("card")
        key = read_card(card, self._parts.signatures) if isinstance(card, str) else None
        if answer is None or key is None or token.header.get("kid") != key.key_id:
            raise SignOffCodeRefused("damaged_answer")
        # A trusted key counts under the name it was trusted with, whatever a new card of its own says.
        known = next((t.key for t in self._parts.trust.all() if t.key.key_id == key.key_id), key)
        if not self._parts.signatures.token_holds(token, known.public_key):
            raise SignOffCodeRefused("damaged_answer", answer.by_name)
        if plain_name(known.issuer) != plain_name(answer.by_name):
            raise SignOffCodeRefused("wrong_name", answer.by_name)
        return answer, known

    def _again(self, opened: OpenAttempt, answer: SignOffAnswer) -> AnswerTaken:
        with self._parts.work() as work:
            before = work.sign_offs.of_attempt(opened.id)
        if before is None or before.request != answer.request:
            raise SignOffRefused("already_given")
        return AnswerTaken(opened.attempt, answer, is_new=False)

    def _check(self, opened: OpenAttempt, state: SigningState, answer: SignOffAnswer, key: IssuerKey) -> None:
        if state.request is None:
            raise SignOffCodeRefused("no_request", answer.by_name)
        # Judged by the later day of the clock and what has been done: a clock set back revives no old answer.
        today = max(self._parts.clock.local_now().date(), local(opened.attempt.last_at).date())
        check_answer(answer, state.request, state.earlier, today)
        if not is_current(state, opened.attempt.started.content):
            raise SignOffCodeRefused("work_changed", answer.by_name)
        with self._parts.work() as work:
            profile = work.learners.get(opened.attempt.started.learner)
            own = {o.key.key_id for o in work.signing_keys.all()}
            used = work.sign_offs.of_request(answer.request)
        if used is not None and used.attempt != opened.id:
            raise SignOffCodeRefused("used", answer.by_name)
        check_signer(profile, signer_of(answer), SignOffPurpose.MODULE)
        if key.key_id in own:
            raise SignOffCodeRefused("own_key", answer.by_name)

    def _offer(self, key: IssuerKey) -> KeyOffer | None:
        """Return what has to be decided about a key; None when it is trusted."""
        (offer,) = self._parts.trust.read(cards_file([key]))
        return None if offer.standing == OfferStanding.TRUSTED else offer

    def _learner_name(self, started: AttemptStarted) -> str:
        with self._parts.work() as work:
            return " ".join(work.learners.get(started.learner).name.split())

    def _titles(self, started: AttemptStarted) -> tuple[str, str]:
        """Return the titles of path and module as they read now; ids where the path is no longer there."""
        if not started.path:
            return "", ""
        try:
            path = self._parts.path(started.path)
        except (NotFound, ContentInvalid):
            return started.path, started.module
        module = path.module(started.module)
        return path.title, module.title if module is not None else started.module


def _signing(opened: OpenAttempt) -> SigningState:
    state = opened.attempt.state
    if not isinstance(state, SigningState):
        raise SignOffRefused("no_request")
    return state
