"""Commitments typed in one after another: what, when, and which group when groups write."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.commitments import (
    KIND,
    LONGEST_TEXT,
    LONGEST_WHEN,
    MOST,
    CommitmentsState,
    CommitmentWritten,
)
from kompetens_gui.domain.workshop.series import Commitment
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns


class CommitmentRow(QWidget):
    """One commitment, to be reworded in place. Signals: `reworded(text, when)`, `removed()`."""

    reworded = Signal(str, str)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_force = ("", "")
        self.who = Label("", "label", "accent", parent=self)
        self.text, self.when = QLineEdit(self), QLineEdit(self)
        for edit, longest in ((self.text, LONGEST_TEXT), (self.when, LONGEST_WHEN)):
            edit.setMaxLength(longest)
            edit.setProperty("compact", True)
            edit.editingFinished.connect(self.commit)
        self.when.setPlaceholderText(self.tr("När"))
        self.remove = IconButton("x", self.tr("Ta bort"), size="sm", parent=self)
        self.remove.clicked.connect(self.removed)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.text, 3)
        row.addWidget(self.when, 1)
        row.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.who)
        column.addLayout(row)

    def show_commitment(self, number: int, commitment: Commitment) -> None:
        """Show what is in force, unless other words are being typed."""
        self.who.setText(commitment.who)
        self.who.setVisible(bool(commitment.who))
        self.text.setAccessibleName(self.tr("Åtagande {number}").format(number=number))
        self.when.setAccessibleName(self.tr("När, åtagande {number}").format(number=number))
        self.remove.setAccessibleName(self.tr("Ta bort åtagande {number}").format(number=number))
        given = (commitment.text, commitment.when)
        if self._typed() == self._in_force or self._typed() == given:
            self._in_force = given
            for edit, words in zip((self.text, self.when), given, strict=True):
                if edit.text().strip() != words:
                    edit.setText(words)
                    edit.setCursorPosition(0)

    @Slot()
    def commit(self) -> None:
        """Propose new words, if there are any."""
        if self._typed() != self._in_force:
            self._in_force = self._typed()
            self.reworded.emit(*self._in_force)

    def _typed(self) -> tuple[str, str]:
        return self.text.text().strip(), self.when.text().strip()


class CommitmentsLeader(LeaderPanel):
    """Writes on behalf of the room, without names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = CommitmentsState()
        self._rows: dict[str, CommitmentRow] = {}
        self._groups: tuple[tuple[str, str], ...] = ()
        self.prompt = Heading("", "h2", parent=self)
        self.hint = Label(
            self.tr("Skriv utan namn. Nästa träff i serien börjar med det som står här."),
            "small",
            "muted",
            wrap=True,
            parent=self,
        )
        self.text, self.when = QLineEdit(self), QLineEdit(self)
        self.text.setMaxLength(LONGEST_TEXT)
        self.when.setMaxLength(LONGEST_WHEN)
        self.text.setPlaceholderText(self.tr("Skriv och tryck Enter"))
        self.when.setPlaceholderText(self.tr("Till exempel: nästa samtal"))
        self.text.returnPressed.connect(self.add_typed)
        self.when.returnPressed.connect(self.add_typed)
        self.group = choice_box()
        self.add = Button(self.tr("Lägg till"), "tonal", "sm", icon_name="plus", parent=self)
        self.add.clicked.connect(self.add_typed)
        self.count = Label("", "small", "muted", parent=self)
        self._lay_out()
        following = kind_action(self, self.tr("Nästa grupp som skriver"), "Alt+Right")
        following.triggered.connect(partial(self._step_group, 1))
        before = kind_action(self, self.tr("Förra gruppen som skriver"), "Alt+Left")
        before.triggered.connect(partial(self._step_group, -1))
        self._actions = [before, following]
        self.begin_at(self.text)

    def show_state(self, state: CommitmentsState, context: ActivityContext) -> None:
        self._state = state
        self.prompt.setText(KIND.room(state, context).prompt)
        groups = tuple((g.id, g.name) for g in context.groups) if KIND.per_group(context) else ()
        self._show_groups(groups)
        self._show_rows(state.commitments)
        count = len(state.commitments)
        self.count.setText(self.tr("1 åtagande") if count == 1 else self.tr("{count} åtaganden").format(count=count))
        self.count.setVisible(count > 0)
        for part in (self.text, self.when, self.add):
            part.setEnabled(count < MOST)

    def commit_pending(self) -> None:
        for row in self.rows():
            row.commit()
        self.add_typed()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def rows(self) -> list[CommitmentRow]:
        """Return the rows in order."""
        return [self._rows[c.id] for c in self._state.commitments if c.id in self._rows]

    @Slot()
    def add_typed(self) -> None:
        """Propose what stands in the line for a new commitment."""
        text, when = self.text.text().strip(), self.when.text().strip()
        if text:
            self.text.clear()
            self.when.clear()
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            self.proposed.emit(CommitmentWritten(uuid4().hex[:12], text, when, self._group()))

    def _lay_out(self) -> None:
        entry = ResponsiveColumns(spacing=8, parent=self)
        self.group_field = Field(self.tr("&Grupp"), self.group)
        entry.add_column(Field(self.tr("&Vad vill ni pröva?"), self.text), 300, 3)
        entry.add_column(Field(self.tr("&När?"), self.when), 180, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.count, 1)
        area, body = side_scroll(self)
        for part in (self.hint, self.group_field, entry):
            body.addWidget(part)
        body.addLayout(foot)
        self.column = QVBoxLayout()
        self.column.setSpacing(6)
        body.addLayout(self.column)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.prompt)
        column.addWidget(area, 1)

    def _show_groups(self, groups: tuple[tuple[str, str], ...]) -> None:
        self.group_field.setVisible(bool(groups))
        for action in self._actions:
            action.setEnabled(bool(groups))
        if groups != self._groups:
            chosen = self._group()
            self._groups = groups
            with QSignalBlocker(self.group):
                self.group.clear()
                for group, name in groups:
                    self.group.addItem(name, group)
            self.group.setCurrentIndex(max(0, self.group.findData(chosen)))

    def _show_rows(self, commitments: tuple[Commitment, ...]) -> None:
        wanted = {c.id for c in commitments}
        for gone in [c for c in self._rows if c not in wanted]:
            row = self._rows.pop(gone)
            if row.isAncestorOf(self.focusWidget() or self):
                self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            row.hide()
            row.deleteLater()
        before: QWidget = self.add
        for place, commitment in enumerate(commitments):
            row = self._rows.get(commitment.id) or self._new_row(commitment.id)
            if self.column.indexOf(row) != place:
                self.column.removeWidget(row)
                self.column.insertWidget(place, row)
            row.show_commitment(place + 1, commitment)
            for part in (row.text, row.when, row.remove):
                QWidget.setTabOrder(before, part)
                before = part

    def _new_row(self, commitment: str) -> CommitmentRow:
        row = self._rows[commitment] = CommitmentRow(self)
        row.reworded.connect(partial(self._reword, commitment))
        row.removed.connect(partial(self._reword, commitment, "", ""))
        return row

    def _reword(self, commitment: str, text: str, when: str) -> None:
        self.proposed.emit(CommitmentWritten(commitment, text, when, self._state.group_of(commitment)))

    def _group(self) -> str:
        return str(self.group.currentData() or "") if self._groups else ""

    def _step_group(self, steps: int, _checked: bool = False) -> None:
        at = self.group.currentIndex() + steps
        if 0 <= at < self.group.count():
            self.group.setCurrentIndex(at)
