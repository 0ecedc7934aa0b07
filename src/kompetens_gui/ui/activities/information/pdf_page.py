"""A page of a PDF file, drawn off the UI thread and shown as large as fits."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.services.pdfium_turn import pdfium_turn
from kompetens_gui.ui.background import Task, Tasks
from kompetens_gui.ui.widgets.painted import PaintedWidget

_SETTLE_MS = 80


def draw_page(path: Path, page: int, width: int, height: int) -> QImage:
    """Draw a page (from 0) so that it fits within a size in pixels."""
    with pdfium_turn:
        document = pypdfium2.PdfDocument(path)
        try:
            sheet = document[page]
            scale = min(width / sheet.get_width(), height / sheet.get_height())
            bitmap = sheet.render(scale=scale, rev_byteorder=True)
            form = QImage.Format.Format_RGB888 if bitmap.n_channels == 3 else QImage.Format.Format_RGBX8888
            image = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, form)
            return image.copy()
        finally:
            document.close()


class PdfPage(PaintedWidget):
    """Shows one page at a time; a file that cannot be read is said in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self._failed, self)
        self._task: Task[QImage] | None = None
        self._wanted: tuple[str, int] = ("", 0)
        self._image: QImage | None = None
        self._words = ""
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.destroyed.connect(self._tasks.shut_down)

    def show_page(self, path: str, page: int) -> None:
        if (path, page) != self._wanted:
            self._wanted = path, page
            self.setAccessibleName(self.tr("Sida {number}").format(number=page + 1))
            self._draw()

    def has_picture(self) -> bool:
        return self._image is not None

    def words(self) -> str:
        """Return what is said instead of a picture, empty while there is one."""
        return self._words

    def sizeHint(self) -> QSize:
        return QSize(self.px(480), self.px(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._image is not None:
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._image)
        elif self._words:
            painter.setPen(self.palette().text().color())
            painter.setFont(self.level_font("body"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect(), flags, self._words)
        painter.end()

    @Slot()
    def _draw(self) -> None:
        path, page = self._wanted
        if not path or self.width() < 2 or self.height() < 2:
            return
        if self._task is not None:
            self._task.cancel()
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        self._task = self._tasks.run(lambda: draw_page(Path(path), page, width, height), self._drawn, self)

    def _drawn(self, image: QImage) -> None:
        self._task = None
        self._image, self._words = image, ""
        self.update()

    def _failed(self, _error: Exception) -> None:
        self._task = None
        self._image = None
        name = Path(self._wanted[0]).name
        self._words = self.tr("”{name}” går inte att läsa. Kontrollera att filen finns kvar.").format(name=name)
        self.update()
