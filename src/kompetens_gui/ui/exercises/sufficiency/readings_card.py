"""How the case's own readers judge the material, each from where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Key
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.case_words import perspective_name, sufficiency_word
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

_LEAST = 260
_USUAL = 3


class Reading(QWidget):
    """One perspective's verdict and reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._who = Label("", "small-strong", parent=self)
        self._verdict = Label("", "small-strong", "accent", parent=self)
        self._reason = Label("", "small", wrap=True, parent=self)
        self._way = Label("", "small", "muted", wrap=True, parent=self)
        head = QHBoxLayout()
        head.addWidget(self._who, 1)
        head.addWidget(self._verdict)
        words = QVBoxLayout(self)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(rule(parent=self))
        words.addSpacing(4)
        words.addLayout(head)
        words.addWidget(self._reason)
        words.addWidget(self._way)
        words.addStretch(1)

    def show_key(self, key: Key) -> None:
        self._who.setText(perspective_name(key.perspective))
        self._verdict.setText(sufficiency_word(key.sufficiency, anyway=key.sufficient_anyway))
        self._reason.setText(" ".join(key.reason.split()))
        self._way.setText(" ".join(key.cheapest_way.split()) if key.cheapest_way else "")
        show_when(self._way, bool(key.cheapest_way))


class ReadingsCard(Card):
    """Hidden until the own answer is closed; what the readings stand in can be made before, without words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Så läser fallets perspektiv"), parent=parent)
        self.body.setSpacing(12)
        self._keys: tuple[Key, ...] = ()
        self._made: list[Reading] = []
        self._beside = ResponsiveColumns(parent=self)
        self.add(self._beside)
        show_when(self, False)

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        """Yield what makes the readings, unseen and without words."""
        while not self._keys and len(self._made) < _USUAL:
            yield self._make

    def show_keys(self, keys: tuple[Key, ...]) -> None:
        """Show the verdict and the reason of each perspective; done once."""
        if not keys or self._keys:
            return
        self._keys = keys
        while len(self._made) < len(keys):
            self._make()
        for reading, key in zip(self._made, keys, strict=False):
            reading.show_key(key)
            self._beside.add_column(reading, _LEAST)
            reading.show()
        show_when(self, True)

    def _make(self) -> None:
        reading = Reading(self._beside)
        reading.hide()
        self._made.append(reading)
