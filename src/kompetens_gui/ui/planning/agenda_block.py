"""One block of the agenda: as tall as its minutes; when chosen it opens for changes."""

from functools import partial

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.planning.item_form import ItemForm
from kompetens_gui.ui.planning.view_state import AgendaBlockRow, PlanView
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.empty_state import IconTile
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import ElidedLabel, Icon, IconText, Label
from kompetens_gui.ui.widgets.painted import set_look
from kompetens_gui.ui.widgets.stepper import Stepper

PIXELS_PER_MINUTE, GAP, LEAST, NARROW = 7, 4, 52, 380


class AgendaBlock(QFrame):
    """Shows a block. The frame takes the keyboard: arrows go between blocks, Enter opens the settings.

    Signals: `chosen()`, `neighbour_wanted(int)`, `step_wanted(int)`, `minutes_wanted(int)`, `remove_wanted()`,
    `item_edited(AgendaItem, key)`, `pdf_wanted()`, `material_wanted()`, `questions_wanted()`, `dragged(where, done)`,
    `opened()` when parts that take the keyboard came or went.
    """

    chosen = Signal()
    neighbour_wanted = Signal(int)
    step_wanted = Signal(int)
    minutes_wanted = Signal(int)
    remove_wanted = Signal()
    item_edited = Signal(object, str)
    pdf_wanted = Signal()
    material_wanted = Signal()
    questions_wanted = Signal()
    dragged = Signal(QPoint, bool)
    opened = Signal()

    def __init__(self, row: AgendaBlockRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = row
        self._selected = self._locked = False
        self._pressed_at: QPointF | None = None
        self._dragging = False
        self._view: PlanView | None = None
        self.form: ItemForm | None = None
        self.setProperty("card", "inner")
        self.setProperty("ring", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.handle = Icon("dots-six-vertical", 20, "text_3")
        self.handle.setCursor(Qt.CursorShape.OpenHandCursor)
        self.tile = IconTile(row.icon, 36)
        self.title, self.detail = Label("", "h3", wrap=True), ElidedLabel("", "small", "muted")
        self.duration = Label("", "small-strong", "muted")
        self._head = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._tools: QWidget | None = None
        self._lay_out()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self.title)
        texts.addWidget(self.detail)
        self._head.setSpacing(12)
        for part in (self.handle, self.tile):
            self._head.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addLayout(texts, 1)
        self._head.addWidget(self.duration, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.setContentsMargins(8, 4, 12, 4)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._column.addLayout(self._head)
        self._column.addStretch(1)

    # -- what to show
    def show_row(self, row: AgendaBlockRow, view: PlanView) -> None:
        self.row, self._view, self._locked = row, view, view.locked
        self.title.setText(row.title)
        self.detail.setText(row.detail)
        self.detail.set_tone("warn" if row.missing else "muted")
        self.duration.setText(self.tr("{n} min").format(n=row.item.minutes))
        self.duration.set_tone("warn" if row.overruns else "muted")
        self.handle.setVisible(not view.locked)
        height = max(LEAST, row.item.minutes * PIXELS_PER_MINUTE - GAP)
        self.setMinimumHeight(theme.px(height, self))
        over = self.tr("går över tiden") if row.overruns else ""
        spoken = [row.clock, row.title, row.detail, self.duration.text(), over]
        self.setAccessibleName(". ".join(part for part in spoken if part))
        if self._tools is not None:
            self._show_tools()
        if self.form is not None:
            self.form.show_item(row.item, view)

    @property
    def is_selected(self) -> bool:
        return self._selected

    def set_selected(self, selected: bool) -> None:
        """Open the block for changes, or close it."""
        if selected == self._selected:
            return
        self._selected = selected
        set_look(self, "card", "selected" if selected else "inner")
        editable = selected and not self._locked
        if editable and self._tools is None:
            self._make_tools()
        if self._tools is not None:
            self._tools.setVisible(editable)
            self.stepper.setVisible(editable)
            self._show_tools()
        self.duration.setVisible(not editable)
        self.tile.setVisible(not editable or self.width() >= theme.px(NARROW, self))
        if not selected:
            self.show_settings(False)
        margin = 12 if editable else 4
        self._column.setContentsMargins(8, margin, 12, margin)

    def show_settings(self, shown: bool) -> None:
        """Show or hide the form with everything about the block."""
        if self._tools is None or self._view is None:
            return
        if shown and self.form is None:
            self.form = ItemForm(self.row.item, self)
            self.form.edited.connect(self.item_edited)
            self.form.pdf_wanted.connect(self.pdf_wanted)
            self.form.material_wanted.connect(self.material_wanted)
            self.form.questions_wanted.connect(self.questions_wanted)
            self.form.show_item(self.row.item, self._view)
            self._column.insertWidget(self._column.count() - 1, self.form)
        if self.form is not None:
            self.form.setVisible(shown)
        self.settings.setChecked(shown)
        self.settings.set_icon_name("caret-up" if shown else "caret-down")
        self.opened.emit()

    def tab_chain(self) -> list[QWidget]:
        """Return what takes the keyboard in the order it is read."""
        chain: list[QWidget] = [self]
        if self._tools is not None and self._selected:
            chain += [self.stepper, self.earlier, self.later, self.settings, self.remove]
        if self.form is not None and not self.form.isHidden():
            inside = [w for w in self.form.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
            chain += [w for w in inside if w.window() is self.window()]  # the list of a choice is a window of its own
        return chain

    def _make_tools(self) -> None:
        self.stepper = Stepper(self.tr("Minuter"), self.row.item.minutes, minimum=1, maximum=480, unit=self.tr("min"))
        self.stepper.value_changed.connect(self.minutes_wanted)
        self._head.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tools = QWidget()
        flow = FlowLayout(self._tools, spacing=8)
        self.earlier = Button(self.tr("Tidigare"), "secondary", "sm", icon_name="arrow-up")
        self.earlier.setToolTip(self.tr("Flytta momentet tidigare (Alt+Upp)"))
        self.later = Button(self.tr("Senare"), "secondary", "sm", icon_name="arrow-down")
        self.later.setToolTip(self.tr("Flytta momentet senare (Alt+Ned)"))
        self.settings = Button(self.tr("Inställningar"), "secondary", "sm", icon_name="caret-down", icon_after=True)
        self.settings.setCheckable(True)
        self.settings.clicked.connect(self.show_settings)
        self.remove = IconButton("trash", self.tr("Ta bort momentet (Delete)"), "ghost", "sm")
        self.usual = IconText("info", "", "small", "warn")
        self.earlier.clicked.connect(partial(self._step, -1))
        self.later.clicked.connect(partial(self._step, 1))
        self.remove.clicked.connect(self.remove_wanted)
        for part in (self.earlier, self.later, self.settings, self.remove, self.usual):
            flow.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._tools)
        self._column.insertLayout(self._column.count() - 1, row)

    def _show_tools(self) -> None:
        self.stepper.set_value(self.row.item.minutes)
        self.earlier.setEnabled(not self.row.first)
        self.later.setEnabled(not self.row.last)
        usual = self.row.usual_minutes
        self.usual.label.setText(self.tr("Brukar ta {n} min").format(n=usual))
        # Less than half of what it usually takes is worth a word; templates differ by a few minutes.
        self.usual.setVisible(self._selected and self.row.item.minutes * 2 < usual)

    def _step(self, by: int, _checked: bool = False) -> None:
        self.step_wanted.emit(by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # In a narrow agenda the words need the room more than the picture does.
        self.tile.setVisible(event.size().width() >= theme.px(NARROW, self) or not self._selected or self._locked)

    # -- keyboard and mouse
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.neighbour_wanted.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._tools is not None:
            self.show_settings(not self.settings.isChecked())
        elif event.key() == Qt.Key.Key_Escape and self.form is not None and self.form.isVisible():
            self.show_settings(False)
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton and not self._locked:
            self._pressed_at = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        moved = (event.position() - self._pressed_at).manhattanLength()
        if self._dragging or moved >= QApplication.startDragDistance():
            self._dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint(), False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = None
        if self._dragging:
            self._dragging = False
            self.unsetCursor()
            self.dragged.emit(event.globalPosition().toPoint(), True)
