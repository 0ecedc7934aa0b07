"""A live picture of what the room sees, and how the room's window stands."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.painted import PaintedWidget
from kompetens_gui.ui.widgets.tags import StatusText


class Preview(PaintedWidget):
    """The picture, kept in its own shape within the width it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self._most = 0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("Det rummet ser"))

    def picture(self) -> QPixmap:
        """Return what is shown."""
        return self._pixmap

    def show_pixmap(self, pixmap: QPixmap) -> None:
        shape_changed = pixmap.deviceIndependentSize() != self._pixmap.deviceIndependentSize()
        self._pixmap = pixmap
        if shape_changed:
            self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        wanted = round(width * self._shape())
        return min(wanted, self._most) if self._most else wanted

    def set_most_height(self, most: int) -> None:
        """Keep the picture this low where height is scarce; 0 lets it have what its width asks for."""
        if most != self._most:
            self._most = most
            self.updateGeometry()
            self.update()

    def _shape(self) -> float:
        """Height over width of what is shown."""
        picture = self._pixmap
        return 9 / 16 if picture.isNull() else picture.height() / max(1, picture.width())

    def sizeHint(self) -> QSize:
        width = max(160, self.width())
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # The column remembers the height of another width otherwise, and the cards below lose theirs.
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        height = min(self.heightForWidth(self.width()), self.height())
        width = min(float(self.width()), height / self._shape())
        box = QRectF((self.width() - width) / 2 + 0.5, 0.5, width - 1, height - 1)
        path = QPainterPath()
        path.addRoundedRect(box, 6, 6)
        painter.save()
        painter.setClipPath(path)
        if self._pixmap.isNull():
            painter.fillRect(box, theme.color("surface_3", self))
        else:
            painter.drawPixmap(box, self._pixmap, QRectF(self._pixmap.rect()))
        painter.restore()
        painter.setPen(QPen(theme.color("border_strong", self), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.end()


class PreviewCard(Card):
    """Signals: `toggle_wanted()`, `swap_wanted()`, `window_wanted()`."""

    toggle_wanted = Signal()
    swap_wanted = Signal()
    window_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Det deltagarna ser"), dense=True, parent=parent)
        self._placement: tuple[bool, ...] = ()
        self.status = StatusText("", "ok")
        self.add_to_head(self.status)
        self.preview = Preview()
        self.add(self.preview)
        self.toggle = Button(self.tr("Visa"), "secondary", "sm", icon_name="monitor")
        self.swap = IconButton("swap", self.tr("Byt skärm, F8"), size="sm")
        self.windowed = IconButton("frame-corners", self.tr("Fönsterläge för videomöte, F9"), size="sm")
        self.toggle.setToolTip(self.tr("Åhörarvy av eller på, F5"))
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.toggle)
        row.addStretch(1)
        row.addWidget(self.swap)
        row.addWidget(self.windowed)
        self.body.addLayout(row)
        self.toggle.clicked.connect(self.toggle_wanted)
        self.swap.clicked.connect(self.swap_wanted)
        self.windowed.clicked.connect(self.window_wanted)

    def show_placement(self, is_open: bool, windowed: bool, black: bool, frozen: bool) -> None:
        """Say in words how the room's picture stands."""
        placement = (is_open, windowed, black, frozen)
        if placement == self._placement:
            return
        self._placement = placement
        if not is_open:
            self.status.set_status(self.tr("Av"), "info")
        elif black:
            self.status.set_status(self.tr("Svart"), "warn")
        elif frozen:
            self.status.set_status(self.tr("Fryst"), "warn")
        else:
            self.status.set_status(self.tr("Fönster") if windowed else self.tr("På"), "ok")
        self.toggle.setText(self.tr("Stäng av") if is_open else self.tr("Visa för rummet"))
        if windowed and is_open:
            self.windowed.set_icon("arrows-out", self.tr("Helskärm, F9"))
        else:
            self.windowed.set_icon("frame-corners", self.tr("Fönsterläge för videomöte, F9"))
