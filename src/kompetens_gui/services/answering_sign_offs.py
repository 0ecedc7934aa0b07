"""Answering a request for a sign-off that came from another copy of the program, with a key of one's own.

Nothing is kept here of whom it was about: the request is read, the answer is signed and handed out.
"""

from dataclasses import dataclass
from datetime import timedelta

from kompetens_gui.domain.credentials.issuers import IssuerKey
from kompetens_gui.domain.errors import NotFound, SignOffRefused
from kompetens_gui.domain.exercises.base import check_text
from kompetens_gui.domain.exercises.sign_off.remote import (
    LONGEST_COMMENT,
    VALID_DAYS,
    SignOffAnswer,
    SignOffRequest,
    Verdict,
)
from kompetens_gui.domain.learning.sign_off import Signer, is_same_name
from kompetens_gui.services.ports import Clock
from kompetens_gui.services.sign_off_codes import (
    ANSWER_TYPE,
    answer_claims,
    answer_code,
    answer_file,
    read_request,
)
from kompetens_gui.services.sign_offs import refuse_personal_data
from kompetens_gui.services.signing_keys import KeyStanding, SigningKeyService


@dataclass(frozen=True)
class SignedAnswer:
    """An answer to hand back: as a text, and as a file with the same text. `key` is what it was signed with."""

    answer: SignOffAnswer
    key: IssuerKey
    code: str
    file: bytes


class SignOffAnsweringService:
    """Signs answers with the key of whoever answers, which is kept as the keys for course certificates are."""

    def __init__(self, clock: Clock, keys: SigningKeyService) -> None:
        self._clock = clock
        self._keys = keys

    def read(self, data: str | bytes) -> SignOffRequest:
        """Return the request in a pasted text or a file, or raise SignOffCodeRefused."""
        return read_request(data)

    def key_of(self, name: str) -> KeyStanding | None:
        """Return the key somebody signs with; None when there is none yet."""
        return self._keys.current(name) if name.strip() else None

    def make_key(self, name: str) -> KeyStanding:
        """Make a key for somebody who has none, and return it. Raises SignOffRefused without a name."""
        if not name.strip():
            raise SignOffRefused("no_name")
        return self._keys.get(self._keys.prepare(name))

    def answer(self, request: SignOffRequest, signer: Signer, verdict: Verdict, comment: str = "") -> SignedAnswer:
        """Sign an answer that may be used for ninety days.

        Raises SignOffRefused (no_name, own, no_comment, personal_data), NotFound without a key, SigningKeyRefused when
        the key cannot sign.
        """
        name, said = " ".join(signer.name.split()), comment.strip()
        if not name:
            raise SignOffRefused("no_name")
        if is_same_name(name, request.learner):
            raise SignOffRefused("own")
        if verdict == Verdict.NOT_YET and not said:
            raise SignOffRefused("no_comment")
        check_text(said, LONGEST_COMMENT)
        refuse_personal_data(said)
        if self._keys.current(name) is None:
            raise NotFound("signing_key", name)
        key = self._keys.get(self._keys.prepare(name)).own.key
        today = self._clock.local_now().date()
        answer = SignOffAnswer(
            request=request.id,
            nonce=request.nonce,
            work_hash=request.work_hash,
            digest=request.digest,
            learner=request.learner,
            verdict=verdict,
            by_name=name,
            by_role=signer.role,
            on=today,
            valid_until=today + timedelta(days=VALID_DAYS),
            comment=said,
        )
        token = self._keys.sign_token(key.key_id, answer_claims(answer, key.card), ANSWER_TYPE)
        return SignedAnswer(answer, key, answer_code(token), answer_file(answer, token))
