"""One competence area as a row that unfolds: its title and what is lacking, the level as steps, the target."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.progress.level_steps import LevelSteps
from kompetens_gui.ui.progress.view_state import AreaView
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import fill_rounded, show_when
from kompetens_gui.ui.widgets.tags import StatusText

# Below this width (unscaled) the level stands under the words instead of beside them.
_STACK_BELOW: Final = 560
_LEVEL_WIDTH: Final = 190
_CARET: Final = 16
_PAD_X, _PAD_Y = 16, 12


class AreaRow(QAbstractButton):
    """Checked while unfolded; `toggled` is Qt's own. Enter, space and the pointer fold it out and in."""

    def __init__(self, view: AreaView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = view
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.title = Label("", "body-strong", wrap=True, parent=self)
        self.lacking = Label("", "small", "muted", wrap=True, parent=self)
        self.steps = LevelSteps(view.level, view.target_level, self)
        self.level = Label("", "dense-strong", parent=self)
        self.target = Label("", "small", "muted", parent=self)
        self.reached = StatusText(self.tr("På målnivå"), "ok", parent=self)
        self.refresh = StatusText(self.tr("Bör friskas upp"), "warn", icon_name="clock-counter-clockwise", parent=self)
        self._stacked: bool | None = None
        self._lay_out()
        self.show_area(view)
        self.toggled.connect(self._fit_lacking)

    def show_area(self, view: AreaView) -> None:
        """Show the area as it stands now."""
        self.view = view
        self.title.setText(f"{view.id}  {view.title}")
        self.lacking.setText(view.lacking_line)
        self._fit_lacking()
        self.steps.set_level(view.level, view.target_level)
        self.level.setText(view.level_title)
        self.target.setText(view.target)
        show_when(self.target, bool(view.target) and not view.reaches_target)
        show_when(self.reached, view.reaches_target)
        show_when(self.refresh, bool(view.refresh))
        self.setAccessibleName(view.said)

    def sizeHint(self) -> QSize:
        return self._grid.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._grid.minimumSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_grid"):
            self._stacked = None
            self._arrange()

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            ground = "accent_tint" if self.isChecked() else "surface_2"
            fill_rounded(painter, QRectF(self.rect()), theme.color(ground, self), 8)
        side = theme.px(_CARET, self)
        line = self.title.fontMetrics().lineSpacing()
        top = self.title.mapTo(self, self.title.rect().topLeft()).y()
        box = QRectF(_PAD_X - 4, top + (line - side) / 2, side, side)
        name = "caret-down" if self.isChecked() else "caret-right"
        paint_icon(painter, name, box, theme.color("text_2", self))
        painter.end()

    def _fit_lacking(self) -> None:
        """Say on one line what is lacking, unless it stands unfolded below."""
        show_when(self.lacking, bool(self.view.lacking_line) and not self.isChecked())

    def _lay_out(self) -> None:
        for part in (
            self.title,
            self.lacking,
            self.steps,
            self.level,
            self.target,
            self.reached,
            self.refresh,
        ):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._words = QWidget(self)
        self._level = QWidget(self)
        for box in (self._words, self._level):
            box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(self.title)
        words.addWidget(self.refresh)
        words.addWidget(self.lacking)
        words.addStretch(1)
        level = QGridLayout(self._level)
        level.setContentsMargins(0, 0, 0, 0)
        level.setHorizontalSpacing(12)
        level.setVerticalSpacing(2)
        level.addWidget(self.steps, 0, 0, Qt.AlignmentFlag.AlignBottom)
        level.addWidget(self.level, 0, 1, Qt.AlignmentFlag.AlignBottom)
        level.addWidget(self.target, 1, 0, 1, 2)
        level.addWidget(self.reached, 1, 0, 1, 2)
        level.setColumnStretch(1, 1)
        level.setRowStretch(2, 1)
        self._arrange()

    def _arrange(self) -> None:
        """Put the level beside the words, or under them where the width does not allow both."""
        stacked = self.width() < theme.px(_STACK_BELOW, self)
        if stacked is self._stacked:
            return
        self._stacked = stacked
        self._grid.setContentsMargins(_PAD_X + theme.px(_CARET, self) + 8, _PAD_Y, _PAD_X, _PAD_Y)
        for box in (self._words, self._level):
            self._grid.removeWidget(box)
        self._grid.addWidget(self._words, 0, 0)
        where = (1, 0) if stacked else (0, 1)
        self._grid.addWidget(self._level, *where)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(1, 0 if stacked else theme.px(_LEVEL_WIDTH, self))
        self.updateGeometry()
