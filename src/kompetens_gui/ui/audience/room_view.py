"""A room picture drawn for eight metres: a header with the title, and the panel of the activity kind below."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.state import RoomPicture
from kompetens_gui.ui.activities.base import RoomPanel, room_panel
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import PROJECTOR, PROJECTOR_DARK
from kompetens_gui.ui.widgets.brand import BrandMark
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import PaintedWidget
from kompetens_gui.ui.widgets.preparing import preparing

FULL_HEIGHT = 1080
HEADER_HEIGHT = 112
SIDE = 64


class RoomHeader(PaintedWidget):
    """The dark band at the top with the mark and the title; a long title takes a smaller size before it is cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.mark = BrandMark(48, self)

    def set_title(self, title: str) -> None:
        if title != self._title:
            self._title = title
            self.setAccessibleName(title)
            self.update()

    def title(self) -> str:
        return self._title

    def resize_to_text(self) -> None:
        """Take sizes from the window's own scale."""
        self.setFixedHeight(self.px(HEADER_HEIGHT))
        side = self.mark.sizeHint().height()
        self.mark.setGeometry(self.px(SIDE), (self.height() - side) // 2, side, side)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("nav_bg", self))
        left = self.px(SIDE) + self.mark.width() + self.px(32)
        box = QRectF(left, 0, self.width() - left - self.px(SIDE), self.height())
        font = self.level_font("h1")
        if self.text_width(self._title, font) > box.width():
            font = self.level_font("h2")
        painter.setFont(font)
        painter.setPen(theme.color("nav_strong", self))
        words = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.end()


class RoomView(QWidget):
    """Shows room pictures. Panels are kept per agenda item's kind, so that going back and forth is quick."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self._dark = False
        self._scale = 0.0
        self._panels: dict[str, RoomPanel] = {}
        self._picture: RoomPicture | None = None
        self.header = RoomHeader()
        self.stack = QStackedWidget()
        self.waiting = Label("", "display")
        self.waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.waiting.setWordWrap(True)
        self.stack.addWidget(self.waiting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.stack, 1)
        self.cover = BlackCover(self)
        self._rescale = QTimer(self)
        self._rescale.setSingleShot(True)
        self._rescale.setInterval(60)
        self._rescale.timeout.connect(self.apply_scale)

    @property
    def picture(self) -> RoomPicture | None:
        return self._picture

    def set_dark(self, dark: bool) -> None:
        """Use the dark projector look; the room is light unless the leader chooses otherwise."""
        self._dark = dark
        self._scale = 0.0
        self.apply_scale()

    def show_picture(self, picture: RoomPicture) -> bool:
        """Draw a picture, before the first item only the session's title; tells whether it is another than before."""
        if picture == self._picture:
            return False
        before, self._picture = self._picture, picture
        self.cover.setVisible(picture.black)
        self.header.set_title(picture.title)
        self.setAccessibleName(picture.title)
        if not picture.kind or picture.view is None:
            self.waiting.setText(picture.title)
            self.stack.setCurrentWidget(self.waiting)
            return True
        if before is not None and (before.kind, before.view) == (picture.kind, picture.view):
            return True
        panel = self._panel(picture.kind)
        panel.show_view(picture.view)
        if self.stack.currentWidget() is not panel:
            self.stack.setCurrentWidget(panel)
        return True

    def preparing(self, kind: str) -> Iterator[Callable[[], object]]:
        """Make the panel of a kind and let it take its fonts and colours, so that its first picture is quick."""
        yield partial(self._panel, kind)
        panel = self._panel(kind)
        if panel is not self.stack.currentWidget():
            yield from preparing(panel, self.stack.size())

    def small_picture(self, width: int, ratio: float) -> QPixmap:
        """Return what is shown now, painted `width` wide: far quicker than a picture of the whole screen."""
        share = width * ratio / max(1, self.width())
        picture = QPixmap(round(self.width() * share), max(1, round(self.height() * share)))
        painter = QPainter(picture)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(share, share)
        self.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def apply_scale(self) -> None:
        """Scale all type with the height of the screen, so that the room reads the same on every projector."""
        scale = max(0.3, min(self.height() / FULL_HEIGHT, self.width() / 1920 * 1.08))
        if abs(scale - self._scale) < 0.01:
            return
        self._scale = scale
        theme.give_tokens(self, PROJECTOR_DARK if self._dark else PROJECTOR, text_scale=scale)
        self.header.resize_to_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.cover.setGeometry(self.rect())
        if self._scale:
            self._rescale.start()
        else:
            self.apply_scale()

    def _panel(self, kind: str) -> RoomPanel:
        panel = self._panels.get(kind)
        if panel is None:
            panel = self._panels[kind] = room_panel(kind, self.stack)
            self.stack.addWidget(panel)
        return panel


class BlackCover(QWidget):
    """Black over everything: the room shall look at each other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), Qt.GlobalColor.black)

    def showEvent(self, event: object) -> None:
        self.raise_()
