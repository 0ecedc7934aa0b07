"""The side columns of Ledarvyn: how wide, when they fold, and how they scroll."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from kompetens_gui.ui.widgets.layouts import take_out_all

LEFT_WIDTH, RIGHT_WIDTH = 240, 292
LEAST_MIDDLE = 620
# Large text needs wider columns, but the activity must keep its place.
MOST_SCALE = 1.4
LOW_HEIGHT = 780


def side_widths(text_scale: float) -> tuple[int, int]:
    """Return the widths of the left and the right column."""
    share = min(text_scale, MOST_SCALE)
    return round(LEFT_WIDTH * share), round(RIGHT_WIDTH * share)


def fits_three(width: int, text_scale: float, gap: int) -> bool:
    """Tell whether the activity keeps its place with a column on each side; else the right folds into the left."""
    left, right = side_widths(text_scale)
    return width - left - right - 4 * gap >= LEAST_MIDDLE


def folded_width(width: int, text_scale: float, gap: int) -> int:
    """Return the width of the one column left when the right has folded: what large text asks for, if there is room."""
    least, _ = side_widths(text_scale)
    return max(least, min(round(RIGHT_WIDTH * text_scale), width - LEAST_MIDDLE - 3 * gap))


def is_low(height: int, text_scale: float) -> bool:
    """Tell whether the cards of a column have to be sparing with height."""
    return height < LOW_HEIGHT * text_scale


def low_picture(height: int, text_scale: float) -> int:
    """Return how high the room's picture may be in a low window, so that the questions keep their place."""
    return round(max(80.0, min(130.0, height / text_scale - 664)))


class SideColumn(QScrollArea):
    """Cards under each other; scrolls when they are taller than the window, and keeps the focus in sight."""

    def __init__(self, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = _Inside()
        inside.setProperty("page", True)
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(gap)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._keep_in_sight)

    def show_cards(self, *cards: tuple[QWidget, int]) -> None:
        """Show these cards, each with its share of what height is over."""
        take_out_all(self._layout)
        for card, stretch in cards:
            self._layout.addWidget(card, stretch)
            card.show()

    def set_gap(self, gap: int) -> None:
        self._layout.setSpacing(gap)

    def _keep_in_sight(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and self.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, 24)


class _Inside(QWidget):
    """Never asks for more width than it is given: the cards wrap and elide."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
