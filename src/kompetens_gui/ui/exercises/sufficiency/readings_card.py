"""How the case's own readers judge the material, each from where they stand."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Key
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.case_words import perspective_name, sufficiency_word
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

_LEAST = 260


class ReadingsCard(Card):
    """Hidden until the own answer is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Så läser fallets perspektiv"), parent=parent)
        self.body.setSpacing(12)
        self._keys: tuple[Key, ...] = ()
        show_when(self, False)

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        """Show the verdict and the reason of each perspective; done once."""
        if not keys or self._keys:
            return
        self._keys = keys
        beside = ResponsiveColumns(parent=self)
        for key in keys:
            beside.add_column(self._reading(key, beside), _LEAST)
        self.add(beside)
        show_when(self, True)

    def _reading(self, key: Key, parent: QWidget) -> QWidget:
        holder = QWidget(parent)
        head = QHBoxLayout()
        head.addWidget(Label(perspective_name(key.perspective), "small-strong", parent=holder), 1)
        verdict = sufficiency_word(key.sufficiency, anyway=key.sufficient_anyway)
        head.addWidget(Label(verdict, "small-strong", "accent", parent=holder))
        words = QVBoxLayout(holder)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(rule())
        words.addSpacing(4)
        words.addLayout(head)
        words.addWidget(Label(" ".join(key.reason.split()), "small", wrap=True, parent=holder))
        if key.cheapest_way:
            words.addWidget(Label(" ".join(key.cheapest_way.split()), "small", "muted", wrap=True, parent=holder))
        words.addStretch(1)
        return holder
