"""Take-aways typed in one after another and put in order."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.takeaways import (
    KIND,
    LONGEST_TEXT,
    MOST,
    TakeawayMoved,
    TakeawaysState,
    TakeawayWritten,
)
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import side_scroll


class TakeawaysLeader(LeaderPanel):
    """Writes and ranks on the group's behalf."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = Heading("", "h2")
        self.hint = Label("", "small", "muted", wrap=True)
        self.list = PointList(self.tr("&Ny punkt"), LONGEST_TEXT, ranked=True)
        self.list.written.connect(self._write)
        self.list.moved.connect(self._move)
        area, body = side_scroll(self)
        body.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.prompt)
        column.addWidget(self.hint)
        column.addWidget(area, 1)
        self.begin_at(self.list.new)

    def show_state(self, state: TakeawaysState, context: ActivityContext) -> None:
        view = KIND.room(state, context)
        self.prompt.setText(view.prompt)
        hint = self.tr("De {count} första lyfts fram i rummet. Alt+↑ och Alt+↓ flyttar en punkt.")
        self.hint.setText(hint.format(count=view.count))
        self.list.show_points([(item.id, item.text) for item in state.items])
        self.list.new.setEnabled(len(state.items) < MOST)

    def commit_pending(self) -> None:
        self.list.commit()

    @Slot(str, str)
    def _write(self, takeaway: str, text: str) -> None:
        self.proposed.emit(TakeawayWritten(takeaway, text))

    @Slot(str, int)
    def _move(self, takeaway: str, position: int) -> None:
        self.proposed.emit(TakeawayMoved(takeaway, position))
