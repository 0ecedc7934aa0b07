"""Small parts that several kinds' panels are built from."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.activities.base import RoomPanel
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Icon, Label

ROOM_SIDE = 64


def flowing(text: str) -> str:
    """Join the lines of each paragraph: content files break them where the file is wide, not where a screen is."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


class RoomSurface(RoomPanel):
    """A room panel on one surface, whose margins and gaps follow the size of the room's screen.

    Subclasses put their parts in `body` and override `rescale` for what else has a length.
    """

    def __init__(self, parent: QWidget | None = None, *, flush: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("surface", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._flush = flush
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._scaled: list[tuple[QLayout, tuple[int, int, int, int], int]] = []
        side = 0 if flush else ROOM_SIDE
        self.scale_layout(self.body, (side, side * 3 // 4, side, side * 3 // 4), 0 if flush else 32)

    def scale_layout(self, layout: QLayout, margins: tuple[int, int, int, int], spacing: int) -> None:
        """Keep a layout's margins and spacing (in pixels at full height) in step with the screen."""
        self._scaled.append((layout, margins, spacing))
        self._scale_layouts()

    def rescale(self) -> None:
        """Give lengths of the panel's own their scaled size."""

    def minimumSizeHint(self) -> QSize:
        # The room's window has the size of its screen, whatever the words in it would like.
        return QSize(1, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_scaled"):
            self._scale_layouts()
            self.rescale()

    def _scale_layouts(self) -> None:
        for layout, margins, spacing in self._scaled:
            layout.setContentsMargins(*(theme.px(m, self) for m in margins))
            layout.setSpacing(theme.px(spacing, self))


class PrivateBox(QFrame):
    """What only the leader sees, said in words; put it in `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.setAccessibleName(self.tr("Bara du ser"))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, 12)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(Icon("eye-slash", 18, "text_3"))
        self.head.addWidget(Label(self.tr("Bara du ser"), "label", "faint"), 1)
        self.body.addLayout(self.head)


class RevealButton(Button):
    """Shows or takes away one thing in the room. `reveal_wanted(bool)` is sent when a person presses it."""

    reveal_wanted = Signal(bool)

    def __init__(self, show_words: str, hide_words: str, *, size: Literal["normal", "sm"] = "normal") -> None:
        super().__init__(show_words, "secondary", size, icon_name="eye")
        self._show_words, self._hide_words = show_words, hide_words
        self._shown = False
        self.clicked.connect(self._ask)

    def set_shown(self, shown: bool) -> None:
        """Say how it stands in the room."""
        if shown != self._shown:
            self._shown = shown
            self.setText(self._hide_words if shown else self._show_words)
            self.set_icon_name("eye-slash" if shown else "eye")

    def set_words(self, show_words: str, hide_words: str) -> None:
        """Say what the button shows from now on."""
        if (show_words, hide_words) != (self._show_words, self._hide_words):
            self._show_words, self._hide_words = show_words, hide_words
            self.setText(hide_words if self._shown else show_words)

    @Slot()
    def _ask(self) -> None:
        self.reveal_wanted.emit(not self._shown)
