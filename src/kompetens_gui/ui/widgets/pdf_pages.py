"""Pages of a PDF as pictures, and printing them through the system's own dialog.

Rendering is pypdfium2's; call `render_page` off the UI thread.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pypdfium2
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPen, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QLabel, QWidget

from kompetens_gui.domain.errors import FileUnreadable, PrinterUnavailable
from kompetens_gui.services.pdfium_turn import pdfium_turn
from kompetens_gui.ui.style.theme import theme

PRINT_DPI = 300
POINTS_PER_INCH = 72


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has, or raise FileUnreadable."""
    with _opened(pdf) as document:
        return len(document)


def render_page(pdf: bytes, index: int, width: int) -> QImage:
    """Return a page (from 0) as a picture `width` pixels wide on white, or raise FileUnreadable."""
    with _opened(pdf) as document:
        page = document[index]
        scale = width / page.get_width()
        bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=True)
        picture = QImage(
            bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGBX8888
        ).copy()
        page.close()
        return picture


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with pdfium_turn:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise FileUnreadable("", "not_pdf") from error
        try:
            yield document
        finally:
            document.close()


def show_on(label: QLabel, picture: QImage) -> None:
    """Show a page on a label, sharp on its screen and with a hair line round the paper."""
    ratio = label.devicePixelRatioF()
    pixmap = QPixmap.fromImage(picture)
    painter = QPainter(pixmap)
    painter.setPen(QPen(theme.color("border_strong", label), max(1, round(ratio))))
    painter.drawRect(QRectF(pixmap.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    label.setPixmap(pixmap)


def print_pdf(pdf: bytes, title: str, parent: QWidget, failed: Callable[[Exception], object]) -> None:
    """Ask with the system's print dialog and print every page, each fitted to the paper."""
    if not QPrinterInfo.availablePrinters():
        failed(PrinterUnavailable())
        return
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: _print(pdf, printer, failed))
    # The dialog's own `open` wants a slot by name; the plain one is its parent's.
    QDialog.open(dialog)


def _print(pdf: bytes, printer: QPrinter, failed: Callable[[Exception], object]) -> None:
    try:
        paint_pages(pdf, printer)
    except (FileUnreadable, PrinterUnavailable) as error:
        failed(error)


def paint_pages(pdf: bytes, printer: QPrinter) -> None:
    """Paint every page of a PDF on a printer."""
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterUnavailable
    try:
        for index in range(page_count(pdf)):
            if index:
                printer.newPage()
            area = QRectF(printer.pageRect(QPrinter.Unit.DevicePixel))
            width = int(area.width() * PRINT_DPI / max(PRINT_DPI, printer.resolution()))
            picture = render_page(pdf, index, max(200, width))
            height = area.width() * picture.height() / picture.width()
            painter.drawImage(QRectF(0, 0, area.width(), min(height, area.height())), picture)
    finally:
        painter.end()
