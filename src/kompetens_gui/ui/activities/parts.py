"""Small parts that several kinds' panels are built from."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kompetens_gui.domain.case import Perspective, Sufficiency
from kompetens_gui.ui.activities.base import RoomPanel
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Icon, Label

translate = QCoreApplication.translate
ROOM_SIDE = 64


class RoomSurface(RoomPanel):
    """A room panel on one surface, whose margins and gaps follow the size of the room's screen.

    Subclasses put their parts in `body` and override `rescale` for what else has a length.
    """

    def __init__(self, parent: QWidget | None = None, *, flush: bool = False) -> None:
        super().__init__(parent)
        self.setProperty("surface", "true")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._flush = flush
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self._scaled: list[tuple[QLayout, tuple[int, int, int, int], int]] = []
        side = 0 if flush else ROOM_SIDE
        self.scale_layout(self.body, (side, side * 3 // 4, side, side * 3 // 4), 0 if flush else 32)

    def scale_layout(self, layout: QLayout, margins: tuple[int, int, int, int], spacing: int) -> None:
        """Keep a layout's margins and spacing (in pixels at full height) in step with the screen."""
        self._scaled.append((layout, margins, spacing))
        self._scale_layouts()

    def rescale(self) -> None:
        """Give lengths of the panel's own their scaled size."""

    def minimumSizeHint(self) -> QSize:
        # The room's window has the size of its screen, whatever the words in it would like.
        return QSize(1, 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_scaled"):
            self._scale_layouts()
            self.rescale()

    def _scale_layouts(self) -> None:
        for layout, margins, spacing in self._scaled:
            layout.setContentsMargins(*(theme.px(m, self) for m in margins))
            layout.setSpacing(theme.px(spacing, self))


class PrivateBox(QFrame):
    """What only the leader sees, said in words; put it in `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.setAccessibleName(self.tr("Bara du ser"))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 8, 12, 12)
        self.body.setSpacing(8)
        self.head = QHBoxLayout()
        self.head.setSpacing(8)
        self.head.addWidget(Icon("eye-slash", 18, "text_3"))
        self.head.addWidget(Label(self.tr("Bara du ser"), "label", "faint"), 1)
        self.body.addLayout(self.head)


class RevealButton(Button):
    """Shows or takes away one thing in the room. `reveal_wanted(bool)` is sent when a person presses it."""

    reveal_wanted = Signal(bool)

    def __init__(self, show_words: str, hide_words: str, *, size: Literal["normal", "sm"] = "normal") -> None:
        super().__init__(show_words, "secondary", size, icon_name="eye")
        self._show_words, self._hide_words = show_words, hide_words
        self._shown = False
        self.clicked.connect(self._ask)

    def set_shown(self, shown: bool) -> None:
        """Say how it stands in the room."""
        if shown != self._shown:
            self._shown = shown
            self.setText(self._hide_words if shown else self._show_words)
            self.set_icon_name("eye-slash" if shown else "eye")

    @Slot()
    def _ask(self) -> None:
        self.reveal_wanted.emit(not self._shown)


class WrappedCheck(QWidget):
    """A check box whose words go on in a new line where the width ends; the words can be clicked too."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox()
        self.box.setAccessibleName(text)
        self.label = Label(text, "dense", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.label, 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.box.click()


class RowPart(QWidget):
    """Lets something low stand at the middle of a row of controls."""

    def __init__(self, part: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(part)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme.px(38, self)))


class FlowRow(QWidget):
    """A row of controls that goes on in a new line where the width ends; fill it with `add`."""

    def __init__(self, spacing: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self, spacing=spacing)

    def add(self, widget: QWidget) -> None:
        self._flow.addWidget(widget)


def side_scroll(parent: QWidget) -> tuple[QScrollArea, QVBoxLayout]:
    """Give a scroll area that grows downwards only, and the layout to fill.

    It stands in its parent from the start: whatever is moved is styled anew with all it holds.
    """
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content = QWidget(area)
    content.setProperty("scrollBody", "true")
    content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    body = QVBoxLayout(content)
    body.setContentsMargins(0, 0, 8, 0)
    body.setSpacing(8)
    area.setWidget(content)
    return area, body


def choice_box() -> QComboBox:
    """Give a combo box that takes the width it is given, however long its texts are."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def clear_layout(layout: QLayout) -> None:
    """Take out and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)


def kind_action(panel: QWidget, text: str, keys: str) -> QAction:
    """Give an action of a panel's own; its keys apply while the focus is within the panel."""
    action = QAction(text, panel)
    action.setShortcut(QKeySequence(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    panel.addAction(action)
    return action


def perspective_name(perspective: Perspective) -> str:
    """Return what a perspective is called on a button."""
    return {
        Perspective.ADVISER: translate("Perspective", "FMR"),
        Perspective.CASE_OFFICER: translate("Perspective", "Handläggare"),
        Perspective.PHYSICIAN: translate("Perspective", "Läkare"),
    }[perspective]


def sufficiency_word(sufficiency: Sufficiency, *, anyway: bool) -> str:
    """Return a verdict in a word or two."""
    if anyway:
        return translate("Vote", "Räcker ändå")
    return {
        Sufficiency.SUFFICIENT: translate("Vote", "Räcker"),
        Sufficiency.INSUFFICIENT: translate("Vote", "Räcker inte"),
        Sufficiency.DEPENDS: translate("Vote", "Beror på"),
    }[sufficiency]
