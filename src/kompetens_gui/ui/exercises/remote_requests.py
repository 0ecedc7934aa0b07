"""What a panel asks for when somebody elsewhere is to sign: made, handed in and compared by a service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kompetens_gui.services.issuer_trust import KeyOffer


@dataclass(frozen=True)
class RequestWanted:
    """A request is to be made; `with_work` lets the learner's own text go along."""

    with_work: bool


@dataclass(frozen=True)
class AnswerHandedIn:
    """An answer has come, as a text or a file: it is answered by `AnswerTaken` or `KeyToCompare`."""

    data: str | Path


@dataclass(frozen=True)
class KeyCompared:
    """The words of a key have been compared: it is trusted, and the answer taken in."""

    offer: KeyOffer
    data: str | Path


@dataclass(frozen=True)
class FileWanted:
    """A file is to be written; it is answered by its path."""

    path: Path
    content: bytes


RemoteRequest = RequestWanted | AnswerHandedIn | KeyCompared | FileWanted
