"""The chain in columns D → F → A: cards, connectors, gaps, and under them the notes that nothing is tied to yet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.chain_layout import ChainLayout, lay_out
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.certificate_words import kind_word
from kompetens_gui.ui.widgets.chain_geometry import ChainGeometry, chain_look
from kompetens_gui.ui.widgets.chain_items import (
    Item,
    directed,
    is_linked,
    items_of,
    links_into,
    loose_nodes,
    step,
)
from kompetens_gui.ui.widgets.chain_painting import (
    gap_question,
    missing_word,
    paint_card,
    paint_empty,
    paint_head,
    paint_hint,
    paint_link,
    paint_loose,
    paint_loose_heading,
)

_ROOM_STEPS = (1.0, 0.94, 0.88)
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_DRAG = 6


class ChainView(QAbstractScrollArea):
    """Shows a chain; with `room` large and still, else with a current card that keys and mouse work on.

    Signals: `node_activated(node)`, `link_requested(source, target)`, `unlink_requested(source, target)`,
    `remove_requested(node)`, `missing_requested(kind, question)` for a gap nobody has pointed out yet.
    """

    node_activated = Signal(str)
    link_requested = Signal(str, str)
    unlink_requested = Signal(str, str)
    remove_requested = Signal(str)
    missing_requested = Signal(str, str)
    current_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, room: bool = False) -> None:
        super().__init__(parent)
        self._room = room
        self._chain, self._layout = Chain(), ChainLayout((), (), 0)
        self._items: tuple[Item, ...] = ()
        self._geometry: ChainGeometry | None = None
        self._current = 0
        self._from: int | None = None
        self._pressed: QPointF | None = None
        self._dragged: QPointF | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Kedjan"))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(not room)
        if room:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        else:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setProperty("ring", True)

    def set_chain(self, chain: Chain, layout: ChainLayout | None = None) -> None:
        """Show a chain; the current card stays current when it is still there."""
        if chain is self._chain and self._items:
            return
        here = self._items[self._current].node if self._items else ""
        linking = self._items[self._from].node if self._from is not None else ""
        known = {item.node for item in self._items}
        self._chain = chain
        self._layout = layout if layout is not None else lay_out(chain)
        self._items = items_of(self._layout, loose_nodes(chain))
        nodes = [item.node for item in self._items]
        # Linking goes on: the chain may change under it, as when the answer to the last link comes late.
        self._from = nodes.index(linking) if linking and linking in nodes else None
        self._current = nodes.index(here) if here and here in nodes else min(self._current, max(0, len(nodes) - 1))
        self._restyle()
        new = [i for i, node in enumerate(nodes) if node and node not in known]
        if self._room and new and known:
            self._show_item(new[-1])
        self._say_where()

    def set_layout(self, layout: ChainLayout) -> None:
        """Show a layout alone, as the room gets it after a rewriting."""
        if layout != self._layout:
            self._chain, self._layout = Chain(), layout
            self._items = items_of(layout, ())
            self._restyle()

    def current_node(self) -> str:
        """Return the id of the current card, empty on a gap nobody has pointed out and in an empty chain."""
        return self._items[self._current].node if self._items else ""

    def go_to(self, node: str) -> None:
        """Make a node's card the current one."""
        index = next((i for i, item in enumerate(self._items) if item.node == node), None)
        if index is not None:
            self._stand_on(index)

    @Slot(str, str)
    def join(self, one: str, other: str) -> None:
        """Ask for two nodes to be linked in the direction the chain knows, or to be parted when they are linked."""
        source, target = directed(self._chain, one, other)
        if is_linked(self._chain, source, target):
            self.unlink_requested.emit(source, target)
        else:
            self.link_requested.emit(source, target)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(640, self), theme.px(320, self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(280, self), theme.px(120, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        blocked = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        unused = self._room or not self._items or event.modifiers() & blocked
        if unused or not self._key_used(Qt.Key(event.key()), event.text().upper()):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self._item_at(event.position())
        if self._room or index is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        if self._from is not None:
            self._stand_on(index)
            self._finish_link()
            return
        self._stand_on(index)
        self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            index = self._item_at(event.position())
            self.viewport().setToolTip(self._words_of(index) if index is not None else "")
            return
        if (event.position() - self._pressed).manhattanLength() > _DRAG:
            self._dragged = event.position()
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._pressed, self._dragged = self._dragged, None, None
        target = self._item_at(event.position())
        if dragged is not None and target is not None and target != self._current:
            self._from = self._current
            self._stand_on(target)
            self._finish_link()
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = None if self._room else self._item_at(event.position())
        if index is not None:
            self._stand_on(index)
            self._activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_dragged"):
            self._restyle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        geometry, tokens = self._placed(), theme.tokens_for(self)
        look = geometry.look
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(tokens.surface))
        painter.translate(-self._offset())
        seen = QRectF(self.viewport().rect()).translated(self._offset())
        for kind, box in zip("DFA", geometry.heads, strict=True):
            paint_head(painter, box, kind, look, tokens)
        if not self._layout.nodes:
            paint_empty(painter, geometry.heads, look, tokens)
        for placed, link in zip(self._layout.links, geometry.links, strict=True):
            if link.path.boundingRect().adjusted(-20, -20, 20, 20).intersects(seen):
                sign = self._layout.nodes[placed.source].column == 1
                paint_link(painter, link, look, tokens, broken=placed.broken, sign=sign)
        for index, (item, box) in enumerate(zip(self._items, self._boxes(), strict=True)):
            if not box.intersects(seen):
                continue
            chosen = not self._room and (index == self._from or (index == self._current and self.hasFocus()))
            if item.placed is not None:
                paint_card(painter, box, item.placed, look, tokens, chosen=chosen)
            elif item.loose is not None:
                paint_loose(painter, box, item.loose, look, tokens, chosen=chosen)
        if geometry.loose:
            paint_loose_heading(painter, QPointF(look.margin, geometry.loose_top), look, tokens)
        self._paint_linking(painter, seen)
        painter.end()

    def _key_used(self, key: Qt.Key, letter: str) -> bool:
        if key in _ARROWS:
            self._stand_on(step(self._boxes(), self._current, key))
        elif key in _ENTER:
            if self._from is None:
                self._activate()
            else:
                self._finish_link()
        elif letter == "L" and self.current_node():
            self._from = self._current
            self._say_where()
        elif key == Qt.Key.Key_Escape and self._from is not None:
            self._from = None
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._break_or_remove()
        else:
            return False
        self.viewport().update()
        return True

    def _activate(self) -> None:
        item = self._items[self._current]
        if item.node:
            self.node_activated.emit(item.node)
        elif item.placed is not None:
            self.missing_requested.emit(item.kind.value, gap_question(item.placed))

    def _finish_link(self) -> None:
        start, self._from = self._from, None
        if start is None or start == self._current:
            return
        one, other = self._items[start].node, self._items[self._current].node
        if one and other:
            self.join(one, other)
        else:
            self._activate()

    def _break_or_remove(self) -> None:
        """Break the links that explain the current card; a card without any is taken away."""
        node = self.current_node()
        links = links_into(self._chain, node) if node else ()
        for link in links:
            self.unlink_requested.emit(link.source, link.target)
        if node and not links:
            self.remove_requested.emit(node)

    def _stand_on(self, index: int) -> None:
        self._current = index
        self._show_item(index)
        self._say_where()
        self.current_changed.emit(self.current_node())
        self.viewport().update()

    def _say_where(self) -> None:
        if not self._items or self._room:
            return
        said = self._words_of(self._current)
        if self._from is not None:
            said = self.tr("Länka från {first} till {second}").format(first=self._words_of(self._from), second=said)
        self.setAccessibleDescription(said)

    def _words_of(self, index: int) -> str:
        item = self._items[index]
        word = self.tr("{letter}, {kind}").format(letter=item.kind.value, kind=kind_word(item.kind).lower())
        if item.placed is not None and item.placed.is_gap:
            return f"{word}: {missing_word()}. {gap_question(item.placed)}"
        node = item.loose or (item.placed.node if item.placed else None)
        more = (*item.placed.basis, *item.placed.work_tasks) if item.placed else ()
        return "\n".join((f"{word}: {node.text if node else ''}", *more))

    def _paint_linking(self, painter: QPainter, seen: QRectF) -> None:
        tokens = theme.tokens_for(self)
        if self._dragged is not None:
            painter.setPen(QPen(QColor(tokens.accent), 3, Qt.PenStyle.DashLine))
            painter.drawLine(QLineF(self._boxes()[self._current].center(), self._dragged + self._offset()))
        if self._from is not None:
            words = self.tr("Gå till det som ska länkas och tryck Enter. Esc avbryter.")
            paint_hint(painter, seen, words, self._placed().look, tokens)

    def _restyle(self) -> None:
        self._geometry = None
        self.viewport().update()

    def _placed(self) -> ChainGeometry:
        """Place everything for the size there is; done when it is next needed."""
        if self._geometry is None:
            size = QSize(self._width(), self.viewport().height())
            for scale in _ROOM_STEPS if self._room else (1.0,):
                look = chain_look(self, size.width(), room=self._room, step=scale)
                loose = [item.loose for item in self._items if item.loose is not None]
                self._geometry = ChainGeometry(self._layout, loose, look, size.width())
                if self._geometry.size.height() <= size.height():
                    break
            assert self._geometry is not None
            placed = self._geometry
            for bar, whole, page in (
                (self.verticalScrollBar(), placed.size.height(), size.height()),
                (self.horizontalScrollBar(), placed.size.width(), size.width()),
            ):
                bar.setRange(0, max(0, round(whole) - page))
                bar.setPageStep(page)
                bar.setSingleStep(theme.px(40, self))
            self._geometry = placed
        return self._geometry

    def _width(self) -> int:
        """Return the width to place in: room for a scroll bar is always kept, so that the bar changes nothing."""
        if self._room:
            return self.viewport().width()
        return self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()

    def _boxes(self) -> list[QRectF]:
        geometry = self._placed()
        return [*geometry.cards, *geometry.loose]

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _item_at(self, at: QPointF) -> int | None:
        point = at + self._offset()
        return next((i for i, box in enumerate(self._boxes()) if box.contains(point)), None)

    def _show_item(self, index: int) -> None:
        box = self._boxes()[index].adjusted(-24, -24, 24, 24)
        seen = QRectF(self.viewport().rect()).translated(self._offset())
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        if box.top() < seen.top():
            vertical.setValue(round(box.top()))
        elif box.bottom() > seen.bottom():
            vertical.setValue(round(box.bottom() - seen.height()))
        if box.left() < seen.left():
            horizontal.setValue(round(box.left()))
        elif box.right() > seen.right():
            horizontal.setValue(round(box.right() - seen.width()))
