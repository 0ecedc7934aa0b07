"""The text of the room or of a group, with what follows the writing: how heavy it is, and which facts it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.plain_language.room import measure
from kompetens_gui.domain.activities.plain_language.rules import LONGEST_VERSION
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.workshop.plan import SmallGroup
from kompetens_gui.ui.activities.group_points import GroupChoice
from kompetens_gui.ui.activities.plain_language.words import sentence_words
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.begins_at import BeginsAt
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.pending_text import PendingText
from kompetens_gui.ui.widgets.reading_measure import KeptFacts, ReadingMeasure

_LINES = 11


class LetterText(PendingText):
    """A box with room for a letter."""

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320, self), self.fontMetrics().lineSpacing() * _LINES + theme.px(24, self))


class VersionEditor(BeginsAt):
    """`written(text, group)` is sent when the writer pauses, and before another group's text is shown."""

    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter: PlainLetter | None = None
        self._versions: Mapping[str, str] = {}
        self._group = ""
        self.group = GroupChoice(self.tr("V&ems version"), self)
        self.group.box.activated.connect(self._choose)
        self.text = LetterText(LONGEST_VERSION, self)
        self.text.written.connect(self._write)
        self.text.typed.connect(self._typed)
        self.measure = ReadingMeasure(self)
        self.sentences = Label("", "small", "muted", wrap=True, parent=self)
        self.facts = KeptFacts(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.group)
        column.addWidget(Field(self.tr("&Ny version"), self.text, parent=self))
        for part in (self.measure, self.sentences, self.facts):
            column.addWidget(part)
        self.begin_at(self.text)

    def show_versions(self, letter: PlainLetter, versions: Mapping[str, str], groups: Sequence[SmallGroup]) -> None:
        """Show the version at hand; what is being typed is left alone."""
        self._letter, self._versions = letter, versions
        self.group.show_groups(groups)
        self.facts.show_facts(letter.must_keep)
        self.text.show_text(versions.get(self._group, ""))
        self._typed()

    def commit(self) -> None:
        self.text.commit()

    @Slot()
    def _choose(self) -> None:
        # Read first: what is committed shows the state anew.
        chosen = self.group.group()
        self.text.commit()
        self._group = chosen
        self.text.show_text(self._versions.get(chosen, ""))
        self._typed()

    @Slot(str)
    def _write(self, text: str) -> None:
        self.written.emit(text, self._group)

    @Slot()
    def _typed(self) -> None:
        if self._letter is None:
            return
        text = self.text.toPlainText()
        found = measure(text)
        self.measure.show_lix(found.lix, measure(self._letter.original).lix)
        self.sentences.setText(sentence_words(found))
        self.sentences.setVisible(bool(found.lix))
        self.facts.show_lost(self._letter.lost(text))
