"""The kinds with their line, word and count: legend for the eye, buttons for the mouse."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QLineF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QPushButton, QWidget

from kompetens_gui.domain.chain import Chain
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import KINDS
from kompetens_gui.ui.widgets.certificate_words import kind_word, short_kind_word
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.kinds import paint_kind_line, paint_letter

_WIDTH_WITH_WORDS = 700


class KindButton(QPushButton):
    """Letter, line, word and count of a kind; pressing it marks what is chosen."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setProperty("kind", "ghost")
        self.setProperty("buttonSize", "sm")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Markera som {kind} ({key})").format(kind=kind_word(kind).lower(), key=kind))
        self._count, self._wordless = 0, False
        self._drawn: tuple[object, ...] = ()
        self._say()
        self._draw_icon()

    def set_count(self, count: int) -> None:
        """Show how many marks of the kind there are."""
        if count != self._count:
            self._count = count
            self._say()

    def set_wordless(self, wordless: bool) -> None:
        """Leave the word out where there is no room for it; it is still said."""
        if wordless != self._wordless:
            self._wordless = wordless
            self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._draw_icon()

    def _say(self) -> None:
        self.setText(str(self._count) if self._wordless else f"{short_kind_word(self._kind)} {self._count}")
        name = self.tr("{kind}, {count} markerade. Markera det valda.")
        self.setAccessibleName(name.format(kind=kind_word(self._kind), count=self._count))

    def _draw_icon(self) -> None:
        side, line, ratio = theme.px(18, self), theme.px(20, self), self.devicePixelRatioF()
        look = (side, line, ratio, theme.tokens_for(self).name)
        if look == self._drawn:
            return
        self._drawn = look
        size = QSize(side + 4 + line + 4, side)
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        tokens = theme.tokens_for(self)
        painter = QPainter(pixmap)
        paint_letter(painter, QRectF(0, 0, side, side), self._kind, tokens)
        start, middle = side + 4, side / 2
        paint_kind_line(painter, QLineF(start, middle, start + line, middle), self._kind, tokens, max(3, theme.px(3)))
        painter.end()
        self.setIcon(QIcon(pixmap))
        self.setIconSize(size)


class MarkBar(QWidget):
    """All kinds side by side. `kind_chosen(kind)` is sent when one is pressed."""

    kind_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Markera som"))
        self.buttons = {kind: KindButton(kind, self) for kind in KINDS}
        row = FlowLayout(self, spacing=2)
        for kind, button in self.buttons.items():
            button.clicked.connect(partial(self._choose, kind))
            row.addWidget(button)

    def show_chain(self, chain: Chain) -> None:
        """Count the marked spans of each kind."""
        for kind, button in self.buttons.items():
            button.set_count(sum(1 for node in chain.nodes if node.kind == kind and not node.is_missing))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self.buttons.values():
            button.set_wordless(self.width() < theme.px(_WIDTH_WITH_WORDS, self))

    def _choose(self, kind: str, _checked: bool = False) -> None:
        self.kind_chosen.emit(kind)
