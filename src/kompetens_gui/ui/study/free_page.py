"""Free practice: choose any exercise by kind, area, difficulty or words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.services.learning_ports import UnfinishedAttempt
from kompetens_gui.ui.study.catalogue import FreeEntry, Wish
from kompetens_gui.ui.study.words import kind_icon, kind_word, minutes_word
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState, IconTile
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Label, rule
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns, at_left
from kompetens_gui.ui.widgets.search_field import SearchField

PAGE: Final = 15
BLINK_MS: Final = 150
_NOT_FREE: Final = frozenset({StepKind.REFLECTION, StepKind.OBSERVED, StepKind.SIGN_OFF})
FREE_KINDS: Final = tuple(kind for kind in StepKind if kind not in _NOT_FREE)


class EntryRow(QFrame):
    """Something to practise, with a button that opens it. `wanted()` when it is pressed."""

    wanted = Signal()

    def __init__(self, icon_name: str, title: str, about: str, facts: str, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, "body-strong", wrap=True, parent=self))
        if about:
            words.addWidget(Label(about, "small", "muted", wrap=True, parent=self))
        words.addWidget(Label(facts, "meta", "faint", wrap=True, parent=self))
        self.button = Button(word, "secondary", "sm", parent=self)
        self.button.setAccessibleName(f"{word}: {title}, {facts}")
        self.button.clicked.connect(self.wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(16)
        row.addWidget(IconTile(icon_name, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.button)


class FreePage(QWidget):
    """`entry_wanted(FreeEntry)`, `resume_wanted(attempt id)`, `wish_changed(Wish)`, `back_wanted()`."""

    entry_wanted = Signal(object)
    resume_wanted = Signal(str)
    wish_changed = Signal(object)
    back_wanted = Signal()

    def __init__(self, area_titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = area_titles
        self._entries: Sequence[FreeEntry] = ()
        self._shown = 0
        self.area = PageScroll(self)
        self.title = Heading(self.tr("Fri övning"), "h1")
        self.under_title = Label(
            self.tr("Öva på vad du vill. Det räknas för dina kompetensområden, men inte i en modul."),
            "body",
            "muted",
            wrap=True,
        )
        self.back_button = Button(self.tr("Tillbaka"), "secondary", icon_name="arrow-left")
        self.search = SearchField(self.tr("Sök övning"), self.tr("Sök titel, yrke eller mål"), keys="Ctrl K")
        self.kind_box, self.area_box, self.level_box = choice_box(), choice_box(), choice_box()
        self.begun = Card(self.tr("Påbörjat"))
        self.list = Card()
        self.count = Label("", "small", "muted")
        self.reading = EmptyState(
            "clock", self.tr("Läser in…"), self.tr("Övningarna läses in. Första gången tar det några sekunder.")
        )
        self._slow = QTimer(self, singleShot=True, interval=BLINK_MS)
        self._slow.timeout.connect(self._tell_reading)
        self.more_button = Button(self.tr("Visa fler"), "ghost")
        self.nothing = EmptyState(
            "magnifying-glass",
            self.tr("Ingen övning passar"),
            self.tr("Prova ett kortare ord, eller ta bort ett filter."),
            self.tr("Rensa"),
            kind="secondary",
        )
        self.rows: list[EntryRow] = []
        self._begun_rows: list[QWidget] = []
        self._lay_out()
        self._fill_choices()
        self._connect()

    def show_reading(self) -> None:
        """Say that what is looked for is being read, where nothing stands yet; not when it is there in a blink."""
        if not self.rows and self.nothing.isHidden():
            self._slow.start()

    def show_failed(self) -> None:
        """Say that what was looked for could not be read; what stands there stays."""
        self._end_reading()
        if not self.rows:
            self.count.setText(self.tr("Övningarna gick inte att läsa in."))

    def _end_reading(self) -> None:
        self._slow.stop()
        show_when(self.reading, False)
        show_when(self.count, True)

    @Slot()
    def _tell_reading(self) -> None:
        show_when(self.reading, True)
        show_when(self.count, False)

    def show_entries(self, entries: Sequence[FreeEntry]) -> None:
        """Show what was found, from the top."""
        self._entries, self._shown = entries, 0
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        self._end_reading()
        count = len(entries)
        self.count.setText(self.tr("1 övning") if count == 1 else self.tr("{count} övningar").format(count=count))
        show_when(self.nothing, not count)
        self._show_more()

    def show_begun(self, begun: Sequence[UnfinishedAttempt]) -> None:
        """Show what was left in the middle."""
        for old in self._begun_rows:
            self.begun.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._begun_rows = []
        for attempt in begun:
            row = EntryRow(
                kind_icon(attempt.kind),
                attempt.title or kind_word(attempt.kind),
                "",
                kind_word(attempt.kind),
                self.tr("Fortsätt"),
                self.begun,
            )
            row.wanted.connect(partial(self.resume_wanted.emit, attempt.id))
            self.begun.add(row)
            self._begun_rows.append(row)
        show_when(self.begun, bool(begun))

    def wish(self) -> Wish:
        """Return what is looked for now."""
        return Wish(
            self.search.text().strip(),
            str(self.kind_box.currentData() or ""),
            str(self.area_box.currentData() or ""),
            int(self.level_box.currentData() or 0),
        )

    def choose_area(self, area: str) -> None:
        """Look for everything in a competence area."""
        self.clear()
        self.area_box.setCurrentIndex(max(0, self.area_box.findData(area)))

    def first_focus(self) -> QWidget:
        return self.search

    def focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def clear(self) -> None:
        """Look for everything."""
        self.search.clear()
        for box in (self.kind_box, self.area_box, self.level_box):
            box.setCurrentIndex(0)

    @Slot()
    def _tell(self) -> None:
        self.wish_changed.emit(self.wish())

    @Slot()
    def _show_more(self) -> None:
        for entry in self._entries[self._shown : self._shown + PAGE]:
            if self.rows:
                self._rows.addWidget(rule())
            row = EntryRow(
                kind_icon(entry.kind), entry.title, entry.about, self._facts(entry), self.tr("Öppna"), self.list
            )
            row.wanted.connect(partial(self.entry_wanted.emit, entry))
            self.rows.append(row)
            self._rows.addWidget(row)
        self._shown = min(len(self._entries), self._shown + PAGE)
        show_when(self.more_button, self._shown < len(self._entries))

    def _facts(self, entry: FreeEntry) -> str:
        areas = ", ".join(entry.areas)
        level = self.tr("svårighet {level} av 4").format(level=entry.difficulty) if entry.difficulty else ""
        return ", ".join(p for p in (kind_word(entry.kind), minutes_word(entry.minutes), level, areas) if p)

    def _fill_choices(self) -> None:
        self.kind_box.addItem(self.tr("Alla slag"), "")
        for kind in FREE_KINDS:
            self.kind_box.addItem(kind_word(kind), kind.value)
        self.area_box.addItem(self.tr("Alla områden"), "")
        for area, title in self._titles.items():
            self.area_box.addItem(f"{area} {title}", area)
        self.level_box.addItem(self.tr("Alla nivåer"), 0)
        for level, word in enumerate(
            (self.tr("1, lätt"), self.tr("2, vanlig"), self.tr("3, svårare"), self.tr("4, svår")), 1
        ):
            self.level_box.addItem(word, level)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.back_wanted)
        self.search.query_changed.connect(self._tell)
        for box in (self.kind_box, self.area_box, self.level_box):
            box.currentIndexChanged.connect(self._tell)
        self.more_button.clicked.connect(self._show_more)
        self.nothing.action_wanted.connect(self.clear)

    def _lay_out(self) -> None:
        body = self.area.body
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.under_title)
        head.addLayout(words, 1)
        head.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(head)
        filters = ResponsiveColumns(spacing=16)
        for field in self._fields():
            filters.add_column(field, 190)
        body.addWidget(self.search)
        body.addWidget(filters)
        body.addWidget(self.begun)
        self.begun.body.setSpacing(0)
        self.list.body.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.list.add(self.count)
        self.list.body.addLayout(self._rows)
        self.list.add(self.reading)
        self.list.add(self.nothing)
        self.list.body.addLayout(at_left(self.more_button))
        body.addWidget(self.list)
        body.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        show_when(self.begun, False)
        show_when(self.reading, False)
        show_when(self.nothing, False)
        show_when(self.more_button, False)

    def _fields(self) -> tuple[Field, ...]:
        boxes: tuple[tuple[str, QComboBox], ...] = (
            (self.tr("Slag"), self.kind_box),
            (self.tr("Område"), self.area_box),
            (self.tr("Svårighet"), self.level_box),
        )
        return tuple(Field(label, box) for label, box in boxes)
