"""What changed between two texts, quickly and so that it can be read: sentence by sentence, then word by word.

Plain Python. Texts of thousands of characters must not hold up who is writing, and a word-by-word tangle of two
quite different sentences helps nobody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from kompetens_gui.domain.word_diff import Change, Piece, word_diff

_SENTENCE = re.compile(r"[^.!?\n]*[.!?]+\s*|[^.!?\n]+\n*|\n+")
_MOST_CHARACTERS = 800


def readable_diff(before: str, after: str) -> tuple[Piece, ...]:
    """Return the pieces that lead from `before` to `after`, with what is gone before what is new."""
    a, b = _SENTENCE.findall(before), _SENTENCE.findall(after)
    head = _common(a, b)
    tail = _common(a[head:][::-1], b[head:][::-1])
    middle_a, middle_b = a[head : len(a) - tail], b[head : len(b) - tail]
    pieces = [Piece(Change.KEPT, "".join(a[:head]))] if head else []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, middle_a, middle_b, autojunk=False).get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.KEPT, "".join(middle_a[a0:a1])))
        else:
            pieces += _changed(middle_a[a0:a1], middle_b[b0:b1])
    if tail:
        pieces.append(Piece(Change.KEPT, "".join(a[len(a) - tail :])))
    return runs(pieces)


def runs(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Join changes with only space between them, so that what is gone and what is new can each be read on."""
    found: list[Piece] = []
    gone, new = "", ""
    for place, piece in enumerate(pieces):
        if piece.change == Change.REMOVED:
            gone += piece.text
        elif piece.change == Change.ADDED:
            new += piece.text
        elif not piece.text.strip() and (gone or new) and place + 1 < len(pieces):
            gone, new = gone + piece.text, new + piece.text
        else:
            found += _run(gone, new)
            gone, new = "", ""
            found.append(piece)
    return (*found, *_run(gone, new))


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    """Return how many sentences two texts begin with in common."""
    return next((i for i, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


def _changed(gone: Sequence[str], new: Sequence[str]) -> Sequence[Piece]:
    if len(gone) == len(new):
        return [piece for one, other in zip(gone, new, strict=True) for piece in _words(one, other)]
    return _words("".join(gone), "".join(new))


def _words(before: str, after: str) -> Sequence[Piece]:
    if len(before) + len(after) <= _MOST_CHARACTERS:
        return word_diff(before, after)
    return [Piece(Change.REMOVED, before), Piece(Change.ADDED, after)]


def _run(gone: str, new: str) -> list[Piece]:
    if gone.strip() and new.strip() and not gone[-1].isspace():
        gone += " "
    return [Piece(change, text) for change, text in ((Change.REMOVED, gone), (Change.ADDED, new)) if text.strip()]
