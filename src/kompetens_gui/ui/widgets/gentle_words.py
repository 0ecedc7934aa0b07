"""Words that close a talk, pointed out while they are being written: a dotted line, and what can be said instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.study.leaflet import WordsToAvoid
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import show_when


class GentleWords(QWidget):
    """A line of advice for each of the words in the text; hidden while there are none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.found: tuple[WordsToAvoid, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        show_when(self, False)

    def show_found(self, found: Sequence[WordsToAvoid], text: QPlainTextEdit) -> None:
        """Show advice on what was found in a text, and underline it there."""
        text.setExtraSelections(list(_underlined(found, text)))
        if tuple(found) == self.found:
            return
        self.found = tuple(found)
        clear_layout(self._rows)
        for words in self.found:
            self._rows.addWidget(self._row(words))
        show_when(self, bool(self.found))

    def _row(self, words: WordsToAvoid) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(Icon("lightbulb", 18, "warn", parent=row), 0, Qt.AlignmentFlag.AlignTop)
        said = self.tr("”{words}” kan låta som en pekpinne. {advice}").format(words=words.words, advice=words.advice)
        line.addWidget(Label(said, "small", "muted", wrap=True, parent=row), 1)
        row.setAccessibleName(said)
        return row


def _underlined(found: Sequence[WordsToAvoid], text: QPlainTextEdit) -> Iterator[QTextEdit.ExtraSelection]:
    look = QTextCharFormat()
    look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    look.setUnderlineColor(QColor(theme.tokens_for(text).warn))
    said = text.toPlainText()
    for words in found:
        pattern = r"\s+".join(map(re.escape, words.words.split()))
        for match in re.finditer(rf"\b{pattern}\b", said, re.IGNORECASE):
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(text.document())
            cursor.setPosition(_units(said, match.start()))
            cursor.setPosition(_units(said, match.end()), QTextCursor.MoveMode.KeepAnchor)
            selection.cursor, selection.format = cursor, look
            yield selection


def _units(text: str, characters: int) -> int:
    """Return a place as Qt counts it: characters outside the basic plane take two."""
    return len(text[:characters].encode("utf-16-le")) // 2
