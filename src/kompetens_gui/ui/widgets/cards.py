"""White surfaces that hold one subject each."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.style.tokens import CARD_PADDING, CARD_PADDING_DENSE
from kompetens_gui.ui.widgets.labels import Heading

CardLook = Literal["true", "tint", "selected", "inner", "sunken", "gap", "empty"]


class Card(QFrame):
    """A card with a vertical `body`; with a title it has a head row that can take things at its right end."""

    def __init__(
        self,
        title: str = "",
        *,
        look: CardLook = "true",
        dense: bool = False,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", look)
        self.body = QVBoxLayout(self)
        pad = 0 if flush else CARD_PADDING_DENSE if dense else CARD_PADDING
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(0 if flush else 8 if dense else 16)
        self.heading: Heading | None = None
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        if title:
            self.heading = Heading(title, parent=self)
            self.head.addWidget(self.heading, 1)
            self.body.addLayout(self.head)
            self.setAccessibleName(title)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        self.body.addWidget(widget, stretch)

    def add_to_head(self, widget: QWidget) -> None:
        """Put something small (a count, a link) at the right end of the head row."""
        self.head.addWidget(widget)
