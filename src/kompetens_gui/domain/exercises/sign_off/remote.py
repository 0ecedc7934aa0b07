"""A sign-off at a distance: what is asked for, what is answered, and when the answer is to exactly that.

Only hashes tie the two together, so that the learner's own text need not go along for the answer to be bound to it.
"""

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from kompetens_gui.domain.errors import SignOffCodeRefused
from kompetens_gui.domain.workshop.plan import Role

VALID_DAYS = 90
LONGEST_COMMENT = 1000
_WORK, _REQUEST = "kompetens-arbete", "kompetens-begaran"


class Verdict(StrEnum):
    """What the one who was asked says."""

    APPROVED = "approved"
    NOT_YET = "not_yet"


@dataclass(frozen=True)
class SignOffRequest:
    """What somebody elsewhere is asked to sign.

    `nonce` is chance, `work_hash` covers `task`, `points` and the learner's own text. `work` and `salt` go along only
    when the learner wants the text to be read; without the salt nobody can guess a short text from its hash.
    """

    id: str
    nonce: str
    made_on: date
    learner: str
    path: str
    module: str
    title: str
    task: str
    points: tuple[str, ...]
    work_hash: str
    work: str | None = None
    salt: str = ""

    @property
    def digest(self) -> str:
        """Return the hash of all of it: what the answer is an answer to."""
        return _hash(
            _REQUEST,
            self.id,
            self.nonce,
            self.made_on.isoformat(),
            self.learner,
            self.path,
            self.module,
            self.title,
            self.task,
            self.points,
            self.work_hash,
            self.work,
            self.salt,
        )

    @property
    def is_whole(self) -> bool:
        """Whether the text that goes along is the one that was hashed; without a text there is nothing to compare."""
        return self.work is None or self.work_hash == work_hash(self.task, self.points, self.work, self.salt)


@dataclass(frozen=True)
class SignOffAnswer:
    """What was answered, by whom, and until when it may be used. Nothing in it counts before its signature does."""

    request: str
    nonce: str
    work_hash: str
    digest: str
    learner: str
    verdict: Verdict
    by_name: str
    by_role: Role
    on: date
    valid_until: date
    comment: str = ""


def work_hash(task: str, points: tuple[str, ...], work: str, salt: str) -> str:
    """Return the hash of the work that is described, salted so that a short text cannot be guessed from it."""
    return _hash(_WORK, salt, task, points, work)


def check_answer(answer: SignOffAnswer, request: SignOffRequest, earlier: tuple[str, ...], today: date) -> None:
    """Raise SignOffCodeRefused unless the answer is to this request, untouched, and may still be used.

    `earlier` are the ids of requests at the same exercise that were replaced by this one.
    """
    if answer.request != request.id:
        if answer.request in earlier:
            raise SignOffCodeRefused("earlier_request", answer.by_name)
        if _plain(answer.learner) != _plain(request.learner):
            raise SignOffCodeRefused("someone_else", answer.learner)
        raise SignOffCodeRefused("other_request", answer.by_name)
    if (answer.nonce, answer.work_hash, answer.digest) != (request.nonce, request.work_hash, request.digest):
        raise SignOffCodeRefused("request_changed", answer.by_name)
    if today > answer.valid_until or (answer.valid_until - answer.on).days > VALID_DAYS:
        raise SignOffCodeRefused("expired", answer.by_name)


def _hash(*parts: object) -> str:
    return sha256(json.dumps(parts, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
