"""Markdown shown with our type, and nothing fetched: no pictures, no style sheets, no links followed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from kompetens_gui.ui.style.theme import theme

_HEADINGS = {1: "h1", 2: "h2", 3: "h3"}


class MarkdownView(QTextBrowser):
    """Shows Markdown that is only read."""

    def __init__(self, level: str = "body", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level, self._markdown = level, ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAccessibleName(self.tr("Information"))

    def show_markdown(self, markdown: str) -> None:
        if markdown != self._markdown:
            self._markdown = markdown
            self._fill()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Refuse: a text may name any file or address, and none of them is opened."""
        return None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Left and right turn the pages, also when the keyboard is in the text.
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_markdown"):
            self._fill()

    def _fill(self) -> None:
        document = self.document()
        document.setIndentWidth(theme.px(32, self))
        document.setDefaultFont(theme.font(self._level, self))
        document.setMarkdown(self._markdown, QTextDocument.MarkdownFeature.MarkdownNoHTML)
        line = theme.line_height(self._level, self)
        ink = QColor(theme.color("text", self))
        block = document.begin()
        while block.isValid():
            level = block.blockFormat().headingLevel()
            name = _HEADINGS.get(level, "h3") if level else self._level
            cursor = QTextCursor(block)
            shape = QTextBlockFormat()
            shape.setBottomMargin(line * 0.4)
            shape.setTopMargin(line * 0.5 if level and block.blockNumber() else 0)
            shape.setLineHeight(125, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.mergeBlockFormat(shape)
            cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
            letters = QTextCharFormat()
            letters.setForeground(ink)
            if level:
                letters.setFont(theme.font(name, self))
            cursor.mergeCharFormat(letters)
            _soften_bold(block)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)


def _soften_bold(block: QTextBlock) -> None:
    """Write bold words in the weight that the rest of the program uses for them."""
    bold = []
    pieces = block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        if piece.charFormat().fontWeight() >= QFont.Weight.Bold.value:
            bold.append((piece.position(), piece.length()))
        pieces += 1
    semibold = QTextCharFormat()
    semibold.setFontWeight(QFont.Weight.DemiBold.value)
    for position, length in bold:
        cursor = QTextCursor(block)
        cursor.setPosition(position)
        cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(semibold)
