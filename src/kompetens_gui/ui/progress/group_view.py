"""A group's levels for somebody who leads: counts by area and level, shown only when nobody can be picked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.learning.group_picture import SMALLEST, AreaPicture, GroupPicture
from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.lack_words import level_words, numbered_level
from kompetens_gui.services.role_words import role_title
from kompetens_gui.ui.style.tokens import RADIUS_SMALL
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import IconText, Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout
from kompetens_gui.ui.widgets.painted import PaintedWidget, show_when

HIDDEN: Final = "–"
_LAST_LIGHT: Final = 3


class CountCell(PaintedWidget):
    """How many people are on a level: the shade tells the share, the figure always stands in it."""

    def __init__(self, says: str, count: int | None, share: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count, self._share = count, share
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(says)
        self.setToolTip(says)

    @property
    def text(self) -> str:
        return HIDDEN if self._count is None else str(self._count)

    def sizeHint(self) -> QSize:
        return QSize(self.px(72), self.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.px(44), self.px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        step = min(len(tokens.scale) - 1, round(self._share * (len(tokens.scale) - 1)))
        if self._count is None:
            painter.setPen(QPen(QColor(tokens.border_strong), 1, Qt.PenStyle.DashLine))
            painter.setBrush(QColor(tokens.surface))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.scale[step]))
        painter.drawRoundedRect(box, RADIUS_SMALL, RADIUS_SMALL)
        light = step > _LAST_LIGHT and self._count is not None
        painter.setPen(QColor(tokens.on_accent if light else tokens.text))
        painter.setFont(self.level_font("number"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()


class GroupView(QWidget):
    """`filtered(unit, Role | None)` when another group is asked for."""

    filtered = Signal(str, object)

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = titles
        self._shown: GroupPicture | None = None
        self.unit, self.role = choice_box(), choice_box()
        self.role.addItem(self.tr("Alla yrken"), None)
        for role in Role:
            self.role.addItem(role_title(role), role)
        self.unit.addItem(self.tr("Alla enheter"), "")
        self.card = Card(self.tr("Antal personer på varje nivå"), parent=self)
        self.people = Label("", "small", "muted", parent=self.card)
        self.card.add_to_head(self.people)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(4)
        self.cells: dict[tuple[str, str], CountCell] = {}
        self.note = IconText("lock", "", "small", "muted", parent=self)
        self.note.label.setWordWrap(True)
        self.note.label.setText(
            self.tr(
                "{hidden} betyder färre än fem, eller ett tal som annars skulle gå att räkna ut. Bilden visar bara "
                "var en grupp står, inte vad någon enskild kan. Den används inte i lönesamtal."
            ).format(hidden=HIDDEN)
        )
        self.too_few = EmptyState(
            "users-three",
            self.tr("Gruppen är <{n}").format(n=SMALLEST),
            self.tr(
                "Färre än fem redovisas inte. Inte heller en grupp som är nästan lik en du nyss har sett. "
                "Välj en större grupp."
            ),
            parent=self,
        )
        self._lay_out()
        self.unit.activated.connect(self._tell)
        self.role.activated.connect(self._tell)

    def show_units(self, units: Sequence[str]) -> None:
        """Offer the units there are; the chosen one stays chosen while it exists."""
        if [self.unit.itemData(i) for i in range(1, self.unit.count())] == list(units):
            return
        chosen = self.unit.currentData()
        while self.unit.count() > 1:
            self.unit.removeItem(1)
        for unit in units:
            self.unit.addItem(unit, unit)
        self.unit.setCurrentIndex(max(0, self.unit.findData(chosen)))

    def asked(self) -> tuple[str, Role | None]:
        """Return the group that is asked for."""
        role = self.role.currentData()
        return str(self.unit.currentData() or ""), Role(role) if role else None

    def show_picture(self, picture: GroupPicture) -> None:
        if picture == self._shown:
            return
        self._shown = picture
        enough = picture.people is not None
        show_when(self.card, enough)
        show_when(self.note, enough)
        show_when(self.too_few, not enough)
        if picture.people is not None:
            self.people.setText(self.tr("{n} personer").format(n=picture.people))
            self._show_rows(picture.areas, picture.people)

    def _show_rows(self, areas: Sequence[AreaPicture], people: int) -> None:
        clear_layout(self._grid)
        self.cells = {}
        heads = [numbered_level(level) for level in Level] + [self.tr("På mål")]
        for column, text in enumerate(heads, 1):
            head = Label(text, "label", "faint", wrap=True, parent=self)
            head.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._grid.addWidget(head, 0, column)
        for row, area in enumerate(areas, 1):
            title = f"{area.area}  {self._titles.get(area.area, '')}"
            self._grid.addWidget(Label(title, "dense", wrap=True, parent=self), row, 0)
            for level in Level:
                self._add(
                    area.area, level.name, area.counts.get(level), people, level_words(level).title, row, level + 1
                )
            self._add(area.area, "target", area.at_target, people, heads[-1], row, len(heads))
        self._grid.setColumnStretch(0, 4)
        for column in range(1, len(heads) + 1):
            self._grid.setColumnStretch(column, 1)

    def _add(self, area: str, key: str, count: int | None, people: int, head: str, row: int, column: int) -> None:
        shown = self.tr("visas inte") if count is None else self.tr("{n} av {all}").format(n=count, all=people)
        cell = CountCell(f"{area}, {head}: {shown}", count, (count or 0) / people, self)
        self.cells[area, key] = cell
        self._grid.addWidget(cell, row, column, Qt.AlignmentFlag.AlignVCenter)

    def _tell(self, _index: int) -> None:
        unit, role = self.asked()
        self.filtered.emit(unit, role)

    def _lay_out(self) -> None:
        for box in (self.unit, self.role):
            box.setMinimumContentsLength(20)
        filters = FlowRow(16, self)
        filters.add(Field(self.tr("&Enhet"), self.unit))
        filters.add(Field(self.tr("&Yrke"), self.role))
        self.card.body.addLayout(self._grid)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(filters)
        column.addWidget(self.card)
        column.addWidget(self.too_few)
        column.addWidget(self.note)
        column.addStretch(1)
        show_when(self.card, False)
        show_when(self.note, False)
        show_when(self.too_few, False)
