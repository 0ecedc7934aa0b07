"""Help with what widgets are laid out in: a column that scrolls, a list that is filled anew, a box of any width."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget


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


def choice_box(parent: QWidget | None = None) -> QComboBox:
    """Give a combo box that takes the width it is given, however long its texts are."""
    box = QComboBox(parent)
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


def take_out_all(layout: QLayout) -> None:
    """Take everything out of a layout, to be laid out anew; the widgets stay.

    Not with `takeAt`: the item that it gives back stays known to its widget, and the one of the new place then never
    hears that the widget wants another height.
    """
    while (item := layout.itemAt(0)) is not None:
        widget = item.widget()
        if widget is None:
            layout.removeItem(item)
        else:
            layout.removeWidget(widget)
