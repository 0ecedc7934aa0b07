"""Reading our own papers back: the codes a PDF carries, and what its pages say.

The codes are looked for in the bytes of the file first, as we have written them; that asks nothing of the file. In one
that another program has saved anew they stand among the keywords.
"""

import re
from typing import TYPE_CHECKING

from kompetens_gui.services.credential_ports import PaperContents
from kompetens_gui.services.pdfium_turn import pdfium_turn

if TYPE_CHECKING:
    import pypdfium2

CODE_IN_FILE = re.compile(rb"KI\d{1,3}:[0-9A-Z$*+\-./:]{100,1000}")
CODE_IN_TEXT = re.compile(r"KI\d{1,3}:[0-9A-Z$*+\-./:]{100,1000}")
MOST_PAGES, MOST_CHARACTERS = 2000, 20_000


class PdfPapers:
    """Fits PaperReader. May be used from any thread."""

    def read(self, pdf: bytes) -> PaperContents:
        """Return what could be read, nothing of a file that is none of ours."""
        codes = [match.decode("ascii") for match in CODE_IN_FILE.findall(pdf)]
        with pdfium_turn:
            keywords, pages = _opened(pdf)
        codes += CODE_IN_TEXT.findall(keywords)
        return PaperContents(tuple(dict.fromkeys(codes)), pages)


def _opened(pdf: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the keywords and the text of the pages."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return "", ()
    try:
        keywords = document.get_metadata_dict().get("Keywords", "")
        pages = tuple(_text(document, number, pypdfium2.PdfiumError) for number in _page_numbers(document))
    except pypdfium2.PdfiumError:
        return "", ()
    finally:
        document.close()
    return keywords, pages


def _page_numbers(document: "pypdfium2.PdfDocument") -> range:
    return range(min(len(document), MOST_PAGES))


def _text(document: "pypdfium2.PdfDocument", number: int, fault: type[Exception]) -> str:
    """Return the text of a page; empty for one that cannot be loaded."""
    try:
        page = document[number]
    except fault:
        return ""
    try:
        text = page.get_textpage()
        try:
            found: str = text.get_text_range()[:MOST_CHARACTERS]
        finally:
            text.close()
    except fault:
        return ""
    finally:
        page.close()
    return found
