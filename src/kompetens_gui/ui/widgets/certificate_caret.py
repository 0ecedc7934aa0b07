"""The place of the keyboard in a certificate: a word, and the words chosen from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kompetens_gui.ui.widgets.certificate_layout import FieldLayout


@dataclass(frozen=True)
class Chosen:
    """Chosen characters of one field."""

    field: int
    start: int
    end: int


class WordCaret:
    """Moves word by word, sentence by sentence and line by line through the fields that hold words.

    `anchor` is the word where a choice began, None when nothing is chosen. A choice never leaves its field.
    """

    def __init__(self) -> None:
        self.fields: Sequence[FieldLayout] = ()
        self.field = 0
        self.word = 0
        self.anchor: int | None = None

    def set_fields(self, fields: Sequence[FieldLayout]) -> None:
        """Walk these fields from now on, from the first word."""
        self.fields = [field for field in fields if field.text.words]
        self.field, self.word, self.anchor = 0, 0, None

    @property
    def here(self) -> FieldLayout | None:
        return self.fields[self.field] if self.fields else None

    def chosen(self) -> Chosen | None:
        """Return what is chosen, None when nothing is."""
        if self.here is None or self.anchor is None:
            return None
        return Chosen(self.field, *self.here.text.range_of(self.anchor, self.word))

    def range_here(self) -> tuple[int, int]:
        """Return the characters of the word under the caret."""
        assert self.here is not None
        return self.here.text.words[self.word]

    def put(self, field: int, word: int, *, extend: bool = False) -> None:
        """Go to a word; with `extend` the choice reaches there, as far as the field allows."""
        if extend:
            self.anchor = self.word if self.anchor is None else self.anchor
            if field != self.field:
                word = 0 if field < self.field else len(self.fields[self.field].text.words) - 1
        else:
            self.anchor = None
            self.field = field
        self.word = word

    def choose(self, field: int, first: int, last: int) -> None:
        """Choose from one word to another in a field."""
        self.field, self.anchor, self.word = field, first, last

    def by_word(self, steps: int, *, extend: bool = False) -> None:
        field, word = self.field, self.word + steps
        if word < 0 and field > 0:
            field -= 1
            word = len(self.fields[field].text.words) - 1
        elif word >= len(self.fields[field].text.words) and field + 1 < len(self.fields):
            field, word = field + 1, 0
        self.put(field, self._within(field, word), extend=extend)

    def by_sentence(self, steps: int, *, extend: bool = False) -> None:
        """Go to the start of the next or previous sentence; a choice grows to whole sentences."""
        text = self.fields[self.field].text
        first, last = text.sentence_of(self.word)
        if extend and self.anchor is None:
            self.anchor = first if steps > 0 else last
        if steps > 0:
            there = last + 1
            if extend:
                there = last if self.word < last else text.sentence_of(self._within(self.field, last + 1))[1]
        else:
            there = first if self.word > first else text.sentence_of(max(0, first - 1))[0]
            if self.word == first == 0 and not extend and self.field > 0:
                previous = self.fields[self.field - 1].text
                self.put(self.field - 1, previous.sentences[-1])
                return
        if there >= len(text.words) and not extend and self.field + 1 < len(self.fields):
            self.put(self.field + 1, 0)
        else:
            self.put(self.field, self._within(self.field, there), extend=extend)

    def by_line(self, steps: int, *, extend: bool = False) -> None:
        """Go to the word above or below."""
        here = self.fields[self.field]
        start, end = here.text.words[self.word]
        box = next(here.boxes(start, end))
        target, line = self.field, here.line_of(start) + steps
        if not 0 <= line < len(here.lines):
            target = self.field + steps
            if extend or not 0 <= target < len(self.fields):
                self.put(self.field, 0 if steps < 0 else len(here.text.words) - 1, extend=extend)
                return
            line = 0 if steps > 0 else len(self.fields[target].lines) - 1
        there = self.fields[target]
        point = box.center()
        point.setY(there.text_top + there.lines[line].top + box.height() / 2)
        self.put(target, there.text.word_at(there.position_at(point)), extend=extend)

    def to_line_edge(self, *, end: bool, extend: bool = False) -> None:
        here = self.fields[self.field]
        line = here.lines[here.line_of(here.text.words[self.word][0])]
        at = max(line.start, line.end - 1) if end else line.start
        self.put(self.field, here.text.word_at(at), extend=extend)

    def to_edge(self, *, end: bool, extend: bool = False) -> None:
        """Go to the first or last word of all, or of the field when choosing."""
        field = self.field if extend else len(self.fields) - 1 if end else 0
        self.put(field, len(self.fields[field].text.words) - 1 if end else 0, extend=extend)

    def _within(self, field: int, word: int) -> int:
        return max(0, min(word, len(self.fields[field].text.words) - 1))
