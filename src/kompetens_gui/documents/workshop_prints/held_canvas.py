"""A canvas whose pages are finished last, when it is known how many there are and in which order they come."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.documents.pages import PaperFacts, new_canvas


class HeldPages:
    """Holds back the pages of a canvas: each is kept as it stands, and stamped and written by `finish`."""

    def __init__(self, facts: PaperFacts) -> None:
        self._target = BytesIO()
        self.canvas: Canvas = new_canvas(self._target, facts)
        self._write: Callable[[], None] = self.canvas.showPage
        # Whoever draws on the canvas, also Platypus, ends a page by this.
        self.canvas.showPage = self.hold
        # A bookmark leads to the page being written, and that is not yet this one.
        self._bookmark: Callable[[str], None] = self.canvas.bookmarkPage
        self._outline: Callable[[str, str], None] = self.canvas.addOutlineEntry
        self.canvas.bookmarkPage = _nothing
        self.canvas.addOutlineEntry = _nothing
        self._held: list[dict[str, Any]] = []
        self.on_hold: Callable[[], None] | None = None

    def __len__(self) -> int:
        return len(self._held)

    def hold(self) -> None:
        """Keep the page and begin an empty one."""
        if self.on_hold is not None:
            self.on_hold()
        self._held.append(dict(self.canvas.__dict__))
        # The library's own way to an empty page; `showPage` would also write this one.
        self.canvas._startPage()  # noqa: SLF001

    def again(self, page: int) -> None:
        """Keep one more page like an earlier one."""
        held = self._held[page]
        # What is drawn on a page is a list that its stamp is added to, so each page must have its own.
        self._held.append({**held, "_code": list(held["_code"])})

    def jump_here(self, title: str, place: int) -> None:
        """Let a reader jump to the page that is being written."""
        key = f"p{place}"
        self._bookmark(key)
        self._outline(title, key)

    def finish(self, order: Sequence[int], stamp: Callable[[int, int], None]) -> bytes:
        """Write the pages in an order; `stamp(page, place)` draws what all pages have, `place` counted from 0."""
        for place, page in enumerate(order):
            self.canvas.__dict__.update(self._held[page])
            stamp(page, place)
            self._write()
        # An empty page is left over: saving must not take it for one.
        self.canvas._code = []  # noqa: SLF001
        self.canvas.save()
        return self._target.getvalue()


def _nothing(*_: object, **__: object) -> None:
    return
