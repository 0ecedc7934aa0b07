"""Requests for sign-offs and the answers to them as they travel: a text to paste, and a file with the same text in it.

A text is `KB1:` (request) or `KS1:` (answer), then letters that survive a mail, then a colon at the end: what was cut
off is told from what was altered. A request is JSON; an answer is a token that the key of whoever answers has signed,
with the card of the key in it. A file says the same in words, and the words must agree with the text.
"""

import binascii
import json
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from textwrap import wrap
from typing import Any

from kompetens_gui.domain.errors import SignOffCodeRefused
from kompetens_gui.domain.exercises.base import LONGEST_TEXT
from kompetens_gui.domain.exercises.sign_off.remote import (
    LONGEST_COMMENT,
    SignOffAnswer,
    SignOffRequest,
    Verdict,
)
from kompetens_gui.domain.workshop.plan import Role

REQUEST_SUFFIX, ANSWER_SUFFIX = "kompetensbegaran", "kompetenssvar"
ANSWER_TYPE = "kompetens-svar+jwt"
LARGEST = 500_000
_REQUEST_KIND, _ANSWER_KIND, _VERSION = "kompetens-begaran", "kompetens-svar", 1
_REQUEST, _ANSWER, _END = "B", "S", ":"
_TEXT = re.compile(r"K([BS])(\d{1,3}):([A-Za-z0-9_\-\s>]*)(:?)")
_CHECK_BYTES, _LINE = 8, 64
_MOST_INFLATED, _LONGEST_NAME, _LONGEST_TASK, _MOST_POINTS = 100_000, 300, 20_000, 50
_MARKS = (("utf-8-sig", b""), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"))
Json = Mapping[str, Any]


# ------------------------------------------------------------ requests


def request_code(request: SignOffRequest) -> str:
    """Return a request as a text to send."""
    return _packed(_REQUEST, _dumped(_request_facts(request)))


def request_file(request: SignOffRequest) -> bytes:
    """Return a request as a file to send."""
    return _file(_REQUEST_KIND, _request_facts(request), request_code(request))


def read_request(data: str | bytes) -> SignOffRequest:
    """Return the request in a pasted text or a file, or raise SignOffCodeRefused."""
    text, shown = _unpacked(_REQUEST, _REQUEST_KIND, data)
    facts = _object(text)
    request = _request_from(facts)
    if request is None or (shown is not None and _without_frame(shown) != facts) or not request.is_whole:
        raise SignOffCodeRefused("damaged_request")
    return request


# ------------------------------------------------------------ answers


@dataclass(frozen=True)
class ReceivedAnswer:
    """An answer taken apart. Nothing in it is to be believed before the signature on `token` has been checked."""

    token: str
    shown: Json | None

    def agrees_with(self, claims: Json) -> bool:
        """Whether the words of the file, when it came in one, are those that are signed."""
        return self.shown is None or _without_frame(self.shown) == {k: v for k, v in claims.items() if k != "card"}


def answer_claims(answer: SignOffAnswer, card: str) -> dict[str, Any]:
    """Return what is signed."""
    return {**_answer_facts(answer), "card": card}


def answer_code(token: str) -> str:
    """Return a signed answer as a text to send."""
    return _packed(_ANSWER, token)


def answer_file(answer: SignOffAnswer, token: str) -> bytes:
    """Return a signed answer as a file to send."""
    return _file(_ANSWER_KIND, _answer_facts(answer), answer_code(token))


def read_answer(data: str | bytes) -> ReceivedAnswer:
    """Return the answer in a pasted text or a file, not yet checked, or raise SignOffCodeRefused."""
    return ReceivedAnswer(*_unpacked(_ANSWER, _ANSWER_KIND, data))


def answer_from(claims: Json) -> SignOffAnswer | None:
    """Return the answer that signed claims hold; None when they hold none."""
    try:
        answer = SignOffAnswer(
            request=_word(claims["request"]),
            nonce=_word(claims["nonce"]),
            work_hash=_word(claims["work_hash"]),
            digest=_word(claims["digest"]),
            learner=_word(claims["learner"]),
            verdict=Verdict(claims["verdict"]),
            by_name=_word(claims["by_name"]),
            by_role=Role(claims["by_role"]),
            on=date.fromisoformat(claims["on"]),
            valid_until=date.fromisoformat(claims["valid_until"]),
            comment=_word(claims["comment"], LONGEST_COMMENT),
        )
    except (KeyError, TypeError, ValueError):
        return None
    return answer if answer.by_name.strip() else None


def _request_facts(request: SignOffRequest) -> dict[str, Any]:
    return {
        "id": request.id,
        "nonce": request.nonce,
        "made_on": request.made_on.isoformat(),
        "learner": request.learner,
        "path": request.path,
        "module": request.module,
        "title": request.title,
        "task": request.task,
        "points": list(request.points),
        "work_hash": request.work_hash,
        "work": request.work,
        "salt": request.salt,
    }


def _request_from(facts: Json) -> SignOffRequest | None:
    try:
        points, work = facts["points"], facts["work"]
        if not isinstance(points, list) or len(points) > _MOST_POINTS:
            return None
        request = SignOffRequest(
            id=_word(facts["id"]),
            nonce=_word(facts["nonce"]),
            made_on=date.fromisoformat(facts["made_on"]),
            learner=_word(facts["learner"]),
            path=_word(facts["path"]),
            module=_word(facts["module"]),
            title=_word(facts["title"]),
            task=_word(facts["task"], _LONGEST_TASK),
            points=tuple(_word(point, _LONGEST_TASK) for point in points),
            work_hash=_word(facts["work_hash"]),
            work=None if work is None else _word(work, LONGEST_TEXT),
            salt=_word(facts["salt"]),
        )
    except (KeyError, TypeError, ValueError):
        return None
    return request if request.id and request.nonce and request.work_hash and request.learner.strip() else None


def _answer_facts(answer: SignOffAnswer) -> dict[str, Any]:
    return {
        "request": answer.request,
        "nonce": answer.nonce,
        "work_hash": answer.work_hash,
        "digest": answer.digest,
        "learner": answer.learner,
        "verdict": answer.verdict.value,
        "by_name": answer.by_name,
        "by_role": answer.by_role.value,
        "on": answer.on.isoformat(),
        "valid_until": answer.valid_until.isoformat(),
        "comment": answer.comment,
    }


def _word(value: object, longest: int = _LONGEST_NAME) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError("word")
    return value


# ------------------------------------------------------------ files and texts


def _file(kind: str, facts: Json, code: str) -> bytes:
    content = {"kind": kind, "version": _VERSION, **facts, "code": "".join(code.split())}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def _without_frame(shown: Json) -> dict[str, Any]:
    return {name: value for name, value in shown.items() if name not in ("kind", "version", "code")}


def _packed(letter: str, text: str) -> str:
    body = zlib.compress(text.encode("utf-8", "replace"), 9)
    letters = urlsafe_b64encode(_check(letter, body) + body).rstrip(b"=").decode()
    return "\n".join(wrap(f"K{letter}{_VERSION}:{letters}{_END}", _LINE, break_on_hyphens=False))


def _unpacked(letter: str, kind: str, data: str | bytes) -> tuple[str, Json | None]:
    """Return the text in what was handed in, and the words around it when it came as a file."""
    text, shown = _text_of(data), None
    if text.startswith("{"):
        shown = _shown(letter, kind, text)
        text = str(shown.get("code", ""))
    return _unwrapped(letter, text), shown


def _text_of(data: str | bytes) -> str:
    if len(data) > LARGEST:
        raise SignOffCodeRefused("too_large")
    if isinstance(data, str):
        return data.strip()
    for encoding, mark in reversed(_MARKS):
        if data.startswith(mark):
            try:
                return data.decode(encoding).strip()
            except UnicodeDecodeError:
                break
    raise SignOffCodeRefused("not_a_code")


def _shown(letter: str, kind: str, text: str) -> Json:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SignOffCodeRefused(_damaged(letter)) from error
    found = content.get("kind") if isinstance(content, dict) else None
    if found != kind:
        other = {_REQUEST_KIND: "is_request", _ANSWER_KIND: "is_answer"}
        raise SignOffCodeRefused(other.get(str(found), "not_a_code"))
    if content.get("version") != _VERSION:
        raise SignOffCodeRefused("newer_format")
    shown: Json = content
    return shown


def _unwrapped(letter: str, text: str) -> str:
    found = list(_TEXT.finditer(text))
    mine = [match for match in found if match[1] == letter]
    if not mine:
        raise SignOffCodeRefused("not_a_code" if not found else "is_answer" if letter == _REQUEST else "is_request")
    _, version, letters, end = mine[0].groups()
    if int(version) != _VERSION:
        raise SignOffCodeRefused("newer_format")
    if not end:
        raise SignOffCodeRefused("incomplete")
    plain = re.sub(r"[\s>]", "", letters).encode()
    try:
        whole = urlsafe_b64decode(plain + b"=" * (-len(plain) % 4))
    except binascii.Error as error:
        raise SignOffCodeRefused(_damaged(letter)) from error
    check, body = whole[:_CHECK_BYTES], whole[_CHECK_BYTES:]
    # Written anew it must be the same: two spellings of one code would be two codes.
    if check != _check(letter, body) or urlsafe_b64encode(whole).rstrip(b"=") != plain:
        raise SignOffCodeRefused(_damaged(letter))
    return _inflated(letter, body)


def _inflated(letter: str, body: bytes) -> str:
    inflate = zlib.decompressobj()
    try:
        text = inflate.decompress(body, _MOST_INFLATED)
        if inflate.unconsumed_tail or not inflate.eof or inflate.unused_data:
            raise SignOffCodeRefused(_damaged(letter))
        return text.decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise SignOffCodeRefused(_damaged(letter)) from error


def _check(letter: str, body: bytes) -> bytes:
    return sha256(letter.encode() + body).digest()[:_CHECK_BYTES]


def _damaged(letter: str) -> str:
    return "damaged_request" if letter == _REQUEST else "damaged_answer"


def _dumped(facts: Json) -> str:
    return json.dumps(facts, ensure_ascii=False, separators=(",", ":"))


def _object(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SignOffCodeRefused("damaged_request") from error
    if not isinstance(found, dict):
        raise SignOffCodeRefused("damaged_request")
    return found
