"""What the leader sees of a role: all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.material.role_play import RoleCard, RolePart
from kompetens_gui.ui.activities.role_play.section_text import Section, SectionText
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.empty_state import IconTile
from kompetens_gui.ui.widgets.labels import Heading, Label

_ICONS = (
    ("employer", "buildings"),
    ("manager", "buildings"),
    ("case_officer", "scales"),
    ("physician", "file-text"),
    ("doctor", "file-text"),
    ("coordinator", "path"),
    ("union", "users"),
)


class RoleCardView(QFrame):
    """Who the role is, who plays it, what it wants, fears and tells only when it is asked; the rest when wanted.

    `casting_wanted()` is sent when the line about who plays is pressed.
    """

    casting_wanted = Signal()

    def __init__(self, role: RoleCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.setAccessibleName(role.title)
        self.role = role
        self._change = ""
        self._whole = False
        self.player = Button("", "link", parent=self)
        self.player.clicked.connect(self.casting_wanted)
        self.text = SectionText(parent=self)
        self.more = Button(self.tr("Hela kortet"), "link", parent=self)
        self.more.setAccessibleName(self.tr("Hela kortet: {role}").format(role=role.title))
        self.more.clicked.connect(self._turn)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Heading(role.title, "h3", parent=self))
        words.addWidget(Label(f"{role.name}. {role.subtitle}", "small", "muted", wrap=True, parent=self))
        head = QHBoxLayout()
        head.setSpacing(12)
        icon = next((name for part, name in _ICONS if part in role.id), "user")
        head.addWidget(IconTile(icon, 36, parent=self), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.player)
        foot.addStretch(1)
        foot.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 8)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addStretch(1)
        column.addLayout(foot)
        self._show_text()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def show_play(self, player: str, change: str) -> None:
        """Say who plays it ("" when nobody does) and what the level changes in it."""
        words = player or self.tr("Ingen spelar")
        if self.player.text() != words:
            self.player.setText(words)
            said = self.tr("{role} spelas av {name}. Ändra.") if player else self.tr("Ingen spelar {role}. Välj någon.")
            self.player.setAccessibleName(said.format(role=self.role.title, name=player))
            self.player.set_icon_name("user" if player else "warning")
        if change != self._change:
            self._change = change
            self._show_text()

    @Slot()
    def _turn(self) -> None:
        self._whole = not self._whole
        self.more.setText(self.tr("Bara det viktigaste") if self._whole else self.tr("Hela kortet"))
        self._show_text()

    def _show_text(self) -> None:
        role = self.role
        sections = [Section(self.tr("Med den här nivån"), (self._change,))] if self._change else []
        if self._whole:
            sections += [Section(self.tr("Är"), (role.you_are,)), Section(self.tr("Säger först"), (role.first_words,))]
        sections.append(Section(self.tr("Vill"), role.wants))
        sections.append(Section(self.tr("Oroar sig för"), role.worries))
        if role.told_if_asked:
            told = tuple(f"{t.when} → {t.tell}" if self._whole else t.tell for t in role.told_if_asked)
            sections.append(Section(self.tr("Säger bara på fråga"), told))
        if role.part == RolePart.MAIN or self._whole:
            sections.append(Section(self.tr("Vägar framåt"), role.ways_on))
        if self._whole:
            sections += [
                Section(self.tr("Mjuknar av"), role.softens),
                Section(self.tr("Hårdnar av"), role.hardens),
                Section(self.tr("Gräns"), role.limits),
            ]
        self.text.show_sections(tuple(s for s in sections if any(s.lines)))
