"""Who takes part, counted by role."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.view_state import PlanView, RoleCount, role_counts
from kompetens_gui.ui.widgets.avatar import Avatar
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label


class ParticipantsCard(Card):
    """Signals: `add_wanted()`, `list_wanted()` for all of them, `paste_wanted()`."""

    add_wanted = Signal()
    list_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Deltagare"), dense=True, parent=parent)
        self.body.setContentsMargins(20, 20, 20, 16)
        self.head.setContentsMargins(0, 0, 0, 0)
        self.add_button = Button(self.tr("Lägg till"), "ghost", "sm", icon_name="plus")
        self.add_button.clicked.connect(self.add_wanted)
        self.add_to_head(self.add_button)
        self.nobody = Label(
            self.tr("Ingen i listan än. Skriv in, klistra in eller läs en CSV-fil."), "small", "muted", wrap=True
        )
        self.add(self.nobody)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        self.body.addLayout(self._rows)
        feet = QHBoxLayout()
        feet.setSpacing(4)
        self.all_button = Button(self.tr("Visa alla"), "link", "sm")
        self.all_button.clicked.connect(self.list_wanted)
        self.paste_button = Button(self.tr("Klistra in lista"), "link", "sm")
        self.paste_button.clicked.connect(self.paste_wanted)
        feet.addWidget(self.all_button)
        feet.addWidget(self.paste_button)
        feet.addStretch(1)
        self.body.addLayout(feet)
        self._counts: tuple[RoleCount, ...] = ()

    def show_view(self, view: PlanView) -> None:
        people = view.plan.participants
        counts = role_counts(people)
        self.nobody.setVisible(not people)
        self.all_button.setVisible(bool(people))
        self.all_button.setText(self.tr("Visa alla {n}").format(n=len(people)))
        self.add_button.setVisible(not view.locked)
        self.paste_button.setVisible(not view.locked)
        self.setAccessibleDescription(words.participants(len(people)))
        if counts == self._counts:
            return
        self._counts = counts
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for count in counts:
            self._rows.addWidget(_role_row(count))


def _role_row(count: RoleCount) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    row.addWidget(Avatar(str(count.count)))
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(Label(count.title, "dense", wrap=True))
    if count.detail:
        texts.addWidget(Label(count.detail, "meta", "faint", wrap=True))
    row.addLayout(texts, 1)
    return holder
