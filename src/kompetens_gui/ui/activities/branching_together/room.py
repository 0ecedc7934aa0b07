"""What the room sees of a branching case: the story, two lives, or the groups' own ways."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from kompetens_gui.domain.activities.branching_together.events import RoomShows
from kompetens_gui.domain.activities.branching_together.room import BranchingRoom
from kompetens_gui.ui.activities.branching_together.room_groups import GroupsSide
from kompetens_gui.ui.activities.branching_together.room_lives import LivesSide
from kompetens_gui.ui.activities.branching_together.room_story import StorySide
from kompetens_gui.ui.activities.parts import RoomSurface


class BranchingRoomPanel(RoomSurface):
    """Shows a `BranchingRoom`; the sides for lives and groups are made when they are first shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget(self)
        self.story = StorySide(self)
        self.lives: LivesSide | None = None
        self.groups: GroupsSide | None = None
        self.stack.addWidget(self.story)
        self.body.addWidget(self.stack)

    def show_view(self, view: BranchingRoom | None) -> None:
        if view is None:
            return
        side: QWidget = self.story
        if view.shows == RoomShows.LIVES and view.lives is not None:
            if self.lives is None:
                self.lives = LivesSide(self)
                self.stack.addWidget(self.lives)
            self.lives.show_lives(view.lives)
            side = self.lives
        elif view.shows == RoomShows.GROUPS:
            if self.groups is None:
                self.groups = GroupsSide(self)
                self.stack.addWidget(self.groups)
            self.groups.show_view(view)
            side = self.groups
        else:
            self.story.show_view(view)
        self.stack.setCurrentWidget(side)
