"""The room's picture of a role play: one page at a time, under a line that always tells the stop word."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from kompetens_gui.domain.activities.role_play.events import RoomShows
from kompetens_gui.domain.activities.role_play.room import RolePlayRoom
from kompetens_gui.domain.material.role_play import MeetingMode
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.activities.role_play.room_pages import (
    DebriefPage,
    DemonstrationRoomPage,
    IntroductionPage,
    ObservationsPage,
    PhasePage,
    RoomPage,
    SecretsPage,
    StuckPage,
)
from kompetens_gui.ui.activities.role_play.words import mode_icon, mode_words
from kompetens_gui.ui.widgets.labels import ElidedLabel, Icon, Label


class RolePlayRoomPanel(RoomSurface):
    """Shows a `RolePlayRoom`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", "small", "muted", parent=self)
        self.mode_icon = Icon("users", 36, "accent", parent=self)
        self.mode = Label("", "small-strong", "accent", parent=self)
        self.stop = Label("", "small", "muted", parent=self)
        self.frozen = QFrame(self)
        self.frozen.setProperty("card", "tint")
        self.frozen_words = Label(self.tr("Frys"), "small-strong", "accent", parent=self.frozen)
        self.frozen_row = QHBoxLayout(self.frozen)
        self.frozen_row.addWidget(Icon("snowflake", 36, "accent", parent=self.frozen))
        self.frozen_row.addWidget(self.frozen_words)
        self.head = QHBoxLayout()
        self.head.addWidget(self.title, 1)
        for part in (self.frozen, self.mode_icon, self.mode, self.stop):
            self.head.addWidget(part)
        self.stack = QStackedWidget(self)
        self.pages: dict[RoomShows, RoomPage] = {}
        for shows, page in (
            (RoomShows.INTRODUCTION, IntroductionPage),
            (RoomShows.PHASE, PhasePage),
            (RoomShows.STUCK, StuckPage),
            (RoomShows.DEMONSTRATION, DemonstrationRoomPage),
            (RoomShows.OBSERVATIONS, ObservationsPage),
            (RoomShows.DEBRIEF, DebriefPage),
            (RoomShows.SECRETS, SecretsPage),
        ):
            self.pages[shows] = page(self, self.stack)
            self.stack.addWidget(self.pages[shows])
        self.body.addLayout(self.head)
        self.body.addWidget(self.stack, 1)
        self.scale_layout(self.head, (0, 0, 0, 0), 20)
        self.scale_layout(self.frozen_row, (16, 6, 20, 6), 12)

    def show_view(self, view: RolePlayRoom | None) -> None:
        if view is None:
            return
        self.title.setText("" if view.shows == RoomShows.INTRODUCTION else view.title)
        # How they sit matters where they must not see each other; in one room it goes without saying.
        said = view.mode != MeetingMode.PHYSICAL
        self.mode.setText(mode_words(view.mode))
        self.mode_icon.set_icon(mode_icon(view.mode))
        self.mode.setVisible(said)
        self.mode_icon.setVisible(said)
        self.stop.setText(self.tr("Stoppord: {word}").format(word=view.safety_word))
        self.frozen.setVisible(view.frozen and view.shows != RoomShows.PHASE)
        page = self.pages[view.shows]
        page.show_view(view)
        self.stack.setCurrentWidget(page)
        secrets = self.pages[RoomShows.SECRETS]
        if page is not secrets and isinstance(secrets, SecretsPage):
            secrets.forget()
