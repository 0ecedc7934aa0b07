"""Which words changed between two wordings of a line."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")


class Change(StrEnum):
    """What happened to a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Piece:
    """A run of text with the same change. Kept and removed pieces make up the text before, kept and added the after."""

    change: Change
    text: str


def word_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces that lead from `before` to `after`, removed before added where both stand."""
    a, b = _WORDS.findall(before), _WORDS.findall(after)
    pieces: list[Piece] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.KEPT, "".join(a[a0:a1])))
            continue
        if a1 > a0:
            pieces.append(Piece(Change.REMOVED, "".join(a[a0:a1])))
        if b1 > b0:
            pieces.append(Piece(Change.ADDED, "".join(b[b0:b1])))
    return tuple(pieces)
