"""One's own marks in a list, and how each stands once something has been compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.chain import Chain, ChainNode, NodeId
from kompetens_gui.domain.exercises.mark_chain.events import KeyHit
from kompetens_gui.domain.key_comparison import DifferenceKind
from kompetens_gui.ui.exercises.mark_chain.words import own_word
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_SMALL
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.certificate_words import kind_word
from kompetens_gui.ui.widgets.kinds import paint_letter, paint_missing_letter
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import fill_rounded, show_when

_ROW, _SIDE, _EDGE = 38, 20, 8
_LIST_HEIGHT = 150
_ICONS: dict[DifferenceKind | None, tuple[str, str]] = {
    DifferenceKind.SAME: ("check-bold", "ok"),
    DifferenceKind.MISSING_IN_BOTH: ("check-bold", "ok"),
    DifferenceKind.REASONABLE_ALTERNATIVE: ("check-bold", "accent"),
    DifferenceKind.OTHER_KIND: ("info-bold", "accent"),
    DifferenceKind.ONLY_GROUP: ("user", "text_3"),
    None: ("", ""),
}


class MarkRow(QAbstractButton):
    """A mark in one line: how it stands, its words and its letter. Pressing it goes there in the text."""

    def __init__(self, node: ChainNode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._node = node
        self._standing: DifferenceKind | None = None
        self._compared = False
        self.setProperty("ring", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        words = " ".join(node.text.split())
        self.setToolTip(words)
        self.setText(words)
        self._say()

    def show_standing(self, standing: DifferenceKind | None, *, compared: bool) -> None:
        if (standing, compared) != (self._standing, self._compared):
            self._standing, self._compared = standing, compared
            self._say()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200, self), theme.px(_ROW, self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120, self), theme.px(_ROW, self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, side, edge = theme.tokens_for(self), theme.px(_SIDE, self), theme.px(_EDGE, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            fill_rounded(painter, QRectF(self.rect()), QColor(tokens.surface_2), RADIUS_SMALL)
        top = (self.height() - side) / 2
        left = 0
        if self._compared:
            name, ink = _ICONS.get(self._standing, _ICONS[DifferenceKind.ONLY_GROUP])
            if name:
                paint_icon(painter, name, QRectF(0, top, side, side), theme.color(ink, self))
            left = side + edge
        letter = QRectF(self.width() - side, top, side, side)
        paint = paint_missing_letter if self._node.is_missing else paint_letter
        paint(painter, letter, self._node.kind.value, tokens)
        font = theme.font("dense", self)
        room = self.rect().adjusted(left, 0, -(side + edge), 0)
        words = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(theme.color("text", self))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.setPen(theme.color("border", self))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _say(self) -> None:
        kind = kind_word(self._node.kind.value).lower()
        what = self.tr("saknas, {kind}").format(kind=kind) if self._node.is_missing else kind
        said = f"{self._node.kind.value}, {what}: {self.text()}"
        self.setAccessibleName(f"{own_word(self._standing)}. {said}" if self._compared else said)


class MarkArea(QScrollArea):
    """A list that scrolls where it must, and asks for no more height than it must have."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget(self)
        content.setProperty("scrollBody", "true")
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(0, 0, 4, 0)
        self.body.setSpacing(0)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(200, self), self.minimumHeight())


class OwnMarks(Card):
    """The marks in the order they were made. `chosen(node)` is sent when a person wants to see one in the text."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Dina markeringar"), parent=parent)
        self.body.setSpacing(8)
        self._nodes: tuple[ChainNode, ...] = ()
        self.rows: dict[NodeId, MarkRow] = {}
        self.count = Label("", "small", "muted", parent=self)
        self.add_to_head(self.count)
        words = self.tr("Här samlas det du markerar. Välj ord i intyget och tryck D, F eller A.")
        self.nothing = Label(words, "small", "muted", wrap=True, parent=self)
        self.area = MarkArea(self)
        self._list = self.area.body
        self._list.addStretch(1)
        self.add(self.nothing)
        self.add(self.area, 1)
        self._fit()

    def add_under(self, *parts: QWidget) -> None:
        """Put parts right under the list, the last one at the lower end of the card."""
        for part in parts[:-1]:
            self.add(part)
        self.body.addStretch(0)
        self.add(parts[-1])

    def show_marks(self, chain: Chain, standing: Mapping[NodeId, DifferenceKind], *, compared: bool) -> None:
        """Show the marks and, once compared, how each stands."""
        if chain.nodes != self._nodes:
            self._nodes = chain.nodes
            self._follow(chain)
        for node, row in self.rows.items():
            row.show_standing(standing.get(node), compared=compared)
        self.count.setText(str(len(chain.nodes)) if chain.nodes else "")
        self._fit()
        show_when(self.nothing, not chain.nodes)
        show_when(self.area, bool(chain.nodes))

    def show_hit(self, hit: KeyHit | None) -> None:
        """Show how many of the nearest reading's places have been found, in the place of how many marks there are."""
        if hit is not None:
            self.count.setText(self.tr("{found} av {of} hittade").format(found=hit.found, of=hit.of))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "area"):
            self._fit()

    def _fit(self) -> None:
        """Let the list be as high as its rows, and scroll where there is no room for that."""
        rows = len(self._nodes) * theme.px(_ROW, self) + 2
        self.area.setMinimumHeight(min(rows, theme.px(_LIST_HEIGHT, self)))
        self.area.setMaximumHeight(rows)

    def _follow(self, chain: Chain) -> None:
        """Add and take away rows; those that are the same stay, with their keyboard."""
        wanted = {node.id: node for node in chain.nodes}
        for node_id in [i for i, row in self.rows.items() if wanted.get(i) != row._node]:  # noqa: SLF001 (own kind)
            row = self.rows.pop(node_id)
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, node in enumerate(chain.nodes):
            if node.id not in self.rows:
                row = self.rows[node.id] = MarkRow(node)
                row.clicked.connect(partial(self._tell, str(node.id)))
                self._list.insertWidget(place, row)

    def _tell(self, node: str, _checked: bool = False) -> None:
        self.chosen.emit(node)
