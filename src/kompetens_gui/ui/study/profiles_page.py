"""Who studies: a card for each person at this machine, with nothing on it but name, role and unit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.study.narrow import NarrowPage
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_LARGE
from kompetens_gui.ui.widgets.avatar import Avatar
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_left


class ProfileCard(QAbstractButton):
    """A person. A lock says that a PIN will be asked for."""

    def __init__(self, profile: LearnerProfile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        about = ", ".join(part for part in (role_title(profile.role), profile.unit) if part)
        locked = self.tr("med PIN-kod") if profile.has_pin else self.tr("utan PIN-kod")
        self.setAccessibleName(f"{profile.name}, {about}, {locked}")
        words = QVBoxLayout()
        words.setSpacing(2)
        self.name = Label(profile.name, "body-strong", wrap=True, parent=self)
        self.about = Label(about, "small", "muted", wrap=True, parent=self)
        words.addWidget(self.name)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        avatar = Avatar(profile.name, 44, parent=self)
        lock = Icon("lock" if profile.has_pin else "caret-right", 20, "text_3", parent=self)
        row.addWidget(avatar)
        row.addLayout(words, 1)
        row.addWidget(lock)
        for part in (avatar, self.name, self.about, lock):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("border", self), 1))
        painter.setBrush(theme.color("accent_tint" if self.underMouse() else "surface", self))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_LARGE, RADIUS_LARGE)
        painter.end()


class ProfilesPage(NarrowPage):
    """`chosen(profile)` when a person presses a card, `new_wanted()` for another."""

    chosen = Signal(object)
    new_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.cards: dict[str, ProfileCard] = {}
        self.show_title(
            self.tr("Vem pluggar?"),
            self.tr("Flera kan använda samma dator. Det du gör syns först när din profil är öppen."),
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self.nobody = EmptyState(
            "graduation-cap",
            self.tr("Ingen profil än"),
            self.tr("Skriv ditt namn och din roll, så kan du börja. Allt stannar på den här datorn."),
            self.tr("Ny profil"),
        )
        self.nobody.action_wanted.connect(self.new_wanted)
        self.new_button = Button(self.tr("Ny profil"), "secondary", icon_name="user-plus")
        self.new_button.clicked.connect(self.new_wanted)
        self.column.addLayout(self._list)
        self.column.addWidget(self.nobody)
        self.column.addLayout(at_left(self.new_button))

    def show_profiles(self, profiles: Sequence[LearnerProfile]) -> None:
        for old in self.cards.values():
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = {}
        for profile in profiles:
            card = ProfileCard(profile, self)
            card.clicked.connect(partial(self._choose, profile))
            self.cards[profile.id] = card
            self._list.addWidget(card)
        show_when(self.nobody, not profiles)
        show_when(self.new_button, bool(profiles))

    def first_focus(self) -> QWidget:
        first = next(iter(self.cards.values()), None)
        return first if first is not None else self.nobody.button or self.new_button

    def _choose(self, profile: LearnerProfile, _checked: bool = False) -> None:
        self.chosen.emit(profile)
