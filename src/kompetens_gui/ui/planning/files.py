"""Files that a person chooses: how they are opened, named, and how many pages they have."""

import re
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kompetens_gui.domain.errors import FileUnreadable
from kompetens_gui.services.pdfium_turn import pdfium_turn

LONGEST_NAME = 80
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')


def open_file(path: Path) -> bool:
    """Open a file or folder in the program the computer uses for it; tells whether there was one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def file_name(*parts: str, suffix: str) -> str:
    """Make a file name that every system takes.

    >>> file_name("Inbjudan", "Vad är F/A?", suffix=".ics")
    'Inbjudan Vad är F A.ics'
    """
    words = " ".join(" ".join(_NOT_IN_NAMES.sub(" ", part).split()) for part in parts if part.strip())
    return words[:LONGEST_NAME].strip(" .") + suffix


def pdf_page_count(path: Path) -> int:
    """Count the pages of a PDF file, or raise FileUnreadable."""
    import pypdfium2  # loaded only when somebody chooses a PDF file

    if not path.is_file():
        raise FileUnreadable(str(path), "missing")
    with pdfium_turn:
        try:
            document = pypdfium2.PdfDocument(str(path))
        except pypdfium2.PdfiumError as error:
            raise FileUnreadable(str(path), "encrypted" if "password" in str(error).lower() else "not_pdf") from error
        except OSError as error:
            raise FileUnreadable(str(path), "permission") from error
        try:
            return len(document)
        finally:
            document.close()
