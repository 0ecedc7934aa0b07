"""The words and sentences of a field's text, and what a choice of words quotes. No window toolkit here.

Positions are counted in Python's characters. Qt counts UTF-16 units, so `to_qt` and `from_qt` stand at the border.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

_WORD = re.compile(r"\S+")
_SENTENCE_ENDS = re.compile(r"[.!?][\"'”’)\]]*$")
_LAST_IN_BASIC_PLANE = "\uffff"


@dataclass(frozen=True)
class FieldText:
    """A field's text cut into words; a word is what stands between white space, with its punctuation."""

    text: str
    words: tuple[tuple[int, int], ...] = field(init=False)

    def __post_init__(self) -> None:
        words = tuple((found.start(), found.end()) for found in _WORD.finditer(self.text))
        object.__setattr__(self, "words", words)

    @cached_property
    def sentences(self) -> tuple[int, ...]:
        """Return the indexes of the words that begin a sentence or a line."""
        starts = [0] if self.words else []
        for index in range(1, len(self.words)):
            before, here = self.words[index - 1], self.words[index]
            new_line = "\n" in self.text[before[1] : here[0]]
            if new_line or _SENTENCE_ENDS.search(self.text[before[0] : before[1]]):
                starts.append(index)
        return tuple(starts)

    def word_at(self, position: int) -> int:
        """Return the index of the word at a position, the nearest before it when it lies in white space."""
        at = bisect_right(self._starts, position) - 1
        return max(0, min(at, len(self.words) - 1))

    def words_of(self, start: int, end: int) -> tuple[int, int]:
        """Return the indexes of the first and last word that characters start..end touch."""
        return self.word_at(start), self.word_at(max(start, end - 1))

    def range_of(self, first: int, last: int) -> tuple[int, int]:
        """Return the characters from one word to another, both included and in any order."""
        low, high = sorted((first, last))
        return self.words[low][0], self.words[high][1]

    def sentence_of(self, word: int) -> tuple[int, int]:
        """Return the indexes of the first and last word of the sentence that a word stands in."""
        at = max(0, bisect_right(self.sentences, word) - 1)
        after = self.sentences[at + 1] if at + 1 < len(self.sentences) else len(self.words)
        return self.sentences[at], after - 1

    def to_qt(self, position: int) -> int:
        """Return a position as Qt counts it."""
        return self._units[position] if self._units else position

    def from_qt(self, position: int) -> int:
        """Return Qt's position in characters; inside a pair of units it is that of the whole character."""
        if not self._units:
            return max(0, min(position, len(self.text)))
        return max(0, min(bisect_right(self._units, position) - 1, len(self.text)))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.words)

    @cached_property
    def _units(self) -> tuple[int, ...]:
        if not self.text or max(self.text) <= _LAST_IN_BASIC_PLANE:
            return ()
        return tuple(accumulate((1 + (char > _LAST_IN_BASIC_PLANE) for char in self.text), initial=0))
