"""Short texts that are written for the whole room or for one of its groups."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import SmallGroup
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.widgets.begins_at import BeginsAt
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.layouts import choice_box


class GroupChoice(QWidget):
    """The room or one of its groups; hidden while there are no groups."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made_of: tuple[tuple[str, str], ...] = ()
        self.box = choice_box(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(label, self.box, parent=self))
        self.setVisible(False)

    def show_groups(self, groups: Sequence[SmallGroup]) -> None:
        made_of = tuple((str(g.id), g.name) for g in groups)
        if made_of == self._made_of:
            return
        self._made_of = made_of
        with QSignalBlocker(self.box):
            self.box.clear()
            self.box.addItem(translate("Groups", "Hela rummet"), "")
            for group, name in made_of:
                self.box.addItem(name, group)
        self.setVisible(bool(made_of))

    def group(self) -> str:
        """Return the id of the group that is chosen, empty for the room."""
        return str(self.box.currentData() or "")

    def names(self) -> dict[str, str]:
        return dict(self._made_of)


class GroupPoints(BeginsAt):
    """`written(id, text, group)`: a new text is credited to the group that is chosen, a reworded one keeps its own."""

    written = Signal(str, str, str)

    def __init__(self, who: str, label: str, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups_of: dict[str, str] = {}
        self.group = GroupChoice(who, self)
        self.points = PointList(label, longest, ranked=False, parent=self)
        self.points.written.connect(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.group)
        column.addWidget(self.points)
        self.begin_at(self.points.new)

    def show_points(self, points: Sequence[tuple[str, str, str]], groups: Sequence[SmallGroup]) -> None:
        """Show (id, text, group) in order."""
        self.group.show_groups(groups)
        self._groups_of = {point: group for point, _, group in points}
        self.points.show_points([(point, text) for point, text, _ in points])
        names = self.group.names()
        for row, (_, _, group) in zip(self.points.rows(), points, strict=True):
            row.setToolTip(names.get(group, ""))

    def commit(self) -> None:
        self.points.commit()

    @Slot(str, str)
    def _write(self, point: str, text: str) -> None:
        self.written.emit(point, text, self._groups_of.get(point, self.group.group()))
