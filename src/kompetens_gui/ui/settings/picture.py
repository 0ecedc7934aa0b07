"""Reads a logotype with care: the file comes from a person's disk and may be anything."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from kompetens_gui.domain.errors import FileUnreadable

LARGEST_FILE: Final = 2 * 1024 * 1024
LARGEST_SIDE: Final = 8000
_FORMATS: Final = {b"png", b"jpeg", b"jpg"}
_SHOWN: Final = QSize(480, 240)


def read_picture(path: Path) -> QImage:
    """Return the picture, no larger than it is shown. Raises FileUnreadable: missing, too_large or not_image."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FileUnreadable(str(path), "too_large")
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadable(str(path), "missing") from error
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if bytes(reader.format().data()) not in _FORMATS:
        raise FileUnreadable(str(path), "not_image")
    if max(reader.size().width(), reader.size().height()) > LARGEST_SIDE:
        raise FileUnreadable(str(path), "too_large")
    image = reader.read()
    if image.isNull():
        raise FileUnreadable(str(path), "not_image")
    if image.width() > _SHOWN.width() or image.height() > _SHOWN.height():
        image = image.scaled(_SHOWN, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return image
