"""The question as large as fits, who talks with whom, the time left, and what has been captured."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.discussion import DiscussionRoom as DiscussionView
from kompetens_gui.domain.activities.discussion import Grouping
from kompetens_gui.ui.activities.discussion.clock import TalkClock
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.labels import Icon, Label


class DiscussionRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = Label("", "small", "muted")
        self.question = FittedText("display", "h2", largest=1.5)
        self.icon = Icon("users", 44, "accent")
        self.grouping = Label("", "h2", "accent")
        self.clock = TalkClock("clock")
        self.points = QFrame()
        self.points.setProperty("card", "sunken")
        self.points_text = FittedText("h3", "meta")
        foot = QHBoxLayout()
        foot.addWidget(self.icon)
        foot.addWidget(self.grouping, 1)
        foot.addWidget(self.clock)
        points = QVBoxLayout(self.points)
        points.addWidget(Label(self.tr("Det vi har sagt"), "small-strong", "muted"))
        points.addWidget(self.points_text, 1)
        self.body.addWidget(self.place)
        self.body.addWidget(self.question, 3)
        self.body.addWidget(self.points, 4)
        self.body.addLayout(foot)
        self.scale_layout(foot, (0, 0, 0, 0), 24)
        self.scale_layout(points, (32, 24, 32, 24), 12)

    def show_view(self, view: DiscussionView | None) -> None:
        if view is None:
            return
        self.place.setText(self.tr("Fråga {number} av {count}").format(number=view.card + 1, count=view.cards))
        self.place.setVisible(view.cards > 1)
        self.question.set_text(view.question)
        words, icon = {
            Grouping.WHOLE: (self.tr("Alla tillsammans"), "chats"),
            Grouping.PAIRS: (self.tr("Tala två och två"), "users"),
            Grouping.GROUPS: (self.tr("Tala i små grupper"), "users-three"),
        }[view.grouping]
        self.grouping.setText(words)
        self.icon.set_icon(icon)
        self.clock.show_timer(view.timer_started, view.timer_seconds)
        self.points_text.set_text("\n\n".join(f"•\N{NO-BREAK SPACE}{point}" for point in view.points))
        self.points.setVisible(bool(view.points))
