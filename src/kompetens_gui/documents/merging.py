"""Several PDF files into one."""

import io
from collections.abc import Sequence

import pypdfium2


def merge_pdfs(parts: Sequence[bytes]) -> bytes:
    """Return one PDF with the pages of all parts in order; one part is returned as it is."""
    if len(parts) == 1:
        return parts[0]
    whole = pypdfium2.PdfDocument.new()
    try:
        for part in parts:
            source = pypdfium2.PdfDocument(part)
            whole.import_pages(source)
            source.close()
        out = io.BytesIO()
        whole.save(out)
        return out.getvalue()
    finally:
        whole.close()
