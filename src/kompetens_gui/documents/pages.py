"""The canvas every PDF is drawn on: A4, Swedish, with a title, and the same bytes for the same input."""

import calendar
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
PRODUCER = "Kompetens"


@dataclass(frozen=True)
class PaperFacts:
    """What a reader of PDF files shows about the file. `made_at` is the moment the content is from."""

    title: str
    author: str = ""
    subject: str = ""
    made_at: datetime | None = None
    keywords: str = ""

    def shown(self) -> dict[str, str]:
        """Return title, author and subject as a file can hold them: one line without control characters."""
        texts = {"title": self.title, "author": self.author or PRODUCER, "subject": self.subject or self.title}
        return {name: _printable(text) for name, text in texts.items()}


def new_canvas(target: BytesIO, facts: PaperFacts, **options: object) -> Canvas:
    """Return an empty canvas; `options` are what Platypus asks for on top."""
    canvas = Canvas(target, **{**options, "pagesize": A4, "invariant": 1, "pageCompression": 1, "lang": "sv-SE"})
    shown = facts.shown()
    canvas.setTitle(shown["title"])
    canvas.setAuthor(shown["author"])
    canvas.setSubject(shown["subject"])
    if facts.keywords:
        canvas.setKeywords(facts.keywords)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if facts.made_at is not None:
        _stamp(canvas, facts.made_at)
    return canvas


def _stamp(canvas: Canvas, moment: datetime) -> None:
    # The library stamps "now", or the year 2000 when it is to be reproducible; it has no way to be told a moment.
    fields = moment.utctimetuple()
    stamp = canvas._doc._timeStamp  # noqa: SLF001
    stamp.t, stamp.lt, stamp.YMDhms = calendar.timegm(fields), tuple(fields), tuple(fields)[:6]


def _printable(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
