"""How long the papers of a workshop take, about eighty pages, against ReportLab drawing the same pages at its best.

The floor is given the finished file: every string with its font, size, colour and place, and every line and box. It
has nothing to read, measure, break or count, and draws them with the fewest calls. Each figure comes from a process of
its own, the two in turn, and is processor time, as the work never waits; the medians and their ratio are printed.

    python tests/benchmarks/workshop_prints_bench.py [rounds]
"""

from __future__ import annotations

import ctypes
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as raw
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.content.loading import load_case
from kompetens_gui.content.material.library import load_material_library
from kompetens_gui.documents.fonts import BOLD, LIGHT, REGULAR, SEMIBOLD, load_fonts
from kompetens_gui.documents.workshop_prints.rendering import render_workshop_prints
from kompetens_gui.domain.workshop.groups import mixed
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Facilitator,
    Participant,
    ParticipantId,
    Role,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.services.print_papers import WorkshopPapers
from kompetens_gui.services.workshop_papers import PapersSource, workshop_papers

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
LIMIT = 1.5
FEWEST, MOST = 70, 95
PEOPLE, GROUPS = 18, 3
FACES = {"Light": LIGHT, "Regular": REGULAR, "Semibold": SEMIBOLD, "Bold": BOLD}

AGENDA: tuple[tuple[str, str, int, dict[str, object]], ...] = (
    ("information", "Välkommen och ramar", 10, {}),
    ("role_play", "Avstämningsmöte med fyra roller", 35, {"material": "role_play/avstamningsmote-fyra-roller"}),
    (
        "group_work",
        "Nästa steg i samordningen",
        25,
        {"materials": ("coordination/samordning-malare", "coordination/samordning-kartingenjor")},
    ),
    ("discussion", "Samtalskort", 15, {"material": "discussion_cards/dialogen"}),
    ("commitments", "Det här prövar vi", 8, {"per_group": True}),
)


def papers() -> WorkshopPapers:
    """Return the papers of a workshop for eighteen people in three groups."""
    people = tuple(
        Participant(ParticipantId(f"p{n}"), f"Åsa Öbergsson {n}", list(Role)[n % 4], f"Enhet {n % 3}")
        for n in range(PEOPLE)
    )
    plan = WorkshopSession(
        id=WorkshopSessionId("w1"),
        forum_type="workshop",
        title="Workshop: samordning i vardagen",
        minutes=120,
        starts_at=datetime(2026, 11, 12, 13),
        place="Sammanträdesrum Ljungen, Norrsjö",
        purpose="Att öva på nästa steg tillsammans.",
        facilitators=(Facilitator("Karin Wallmark"),),
        participants=people,
        groups=mixed(people, GROUPS),
        agenda=tuple(
            AgendaItem(AgendaItemId(f"i{n}"), kind, title, minutes, None, settings, "Håll tiden.")
            for n, (kind, title, minutes, settings) in enumerate(AGENDA)
        ),
    )
    library = load_material_library(ROOT / "resources")
    return workshop_papers(plan, PapersSource(lambda case: load_case(ROOT / "cases" / case), library.material))


@dataclass(frozen=True)
class Drawn:
    """What the floor draws on one page."""

    texts: list[tuple[str, float, tuple[float, float, float], float, float, str]]
    paths: list[tuple[list[tuple[float, float, bool]], tuple[float, float, float], float, bool]]


def read_back(pdf: bytes) -> list[Drawn]:
    """Return every string, line and box of a file."""
    document = pdfium.PdfDocument(pdf)
    pages = []
    for page in document:
        text_page = page.get_textpage()
        drawn = Drawn([], [])
        for item in _objects(page):
            if raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
                drawn.texts.append(_text(item, text_page))
            elif raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_PATH:
                drawn.paths.append(_path(item))
        pages.append(drawn)
    return pages


def _objects(page: pdfium.PdfPage) -> Iterator[object]:
    return (raw.FPDFPage_GetObject(page, n) for n in range(raw.FPDFPage_CountObjects(page)))


def _text(
    item: object, text_page: pdfium.PdfTextPage
) -> tuple[str, float, tuple[float, float, float], float, float, str]:
    length = raw.FPDFTextObj_GetText(item, text_page, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDFTextObj_GetText(item, text_page, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), length)
    size, matrix = ctypes.c_float(), raw.FS_MATRIX()
    raw.FPDFTextObj_GetFontSize(item, size)
    raw.FPDFPageObj_GetMatrix(item, matrix)
    name = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(raw.FPDFTextObj_GetFont(item), name, 200)
    face = next((f for key, f in FACES.items() if name.value.decode().endswith(key)), REGULAR)
    text = buffer.raw.decode("utf-16-le").rstrip("\0")
    return face, size.value, _colour(item, raw.FPDFPageObj_GetFillColor), matrix.e, matrix.f, text


def _path(item: object) -> tuple[list[tuple[float, float, bool]], tuple[float, float, float], float, bool]:
    points = []
    for n in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, n)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        points.append((x.value, y.value, raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO))
    width, mode, stroke = ctypes.c_float(), ctypes.c_int(), ctypes.c_int()
    raw.FPDFPageObj_GetStrokeWidth(item, width)
    raw.FPDFPath_GetDrawMode(item, mode, stroke)
    return points, _colour(item, raw.FPDFPageObj_GetStrokeColor), width.value, mode.value != 0


def _colour(item: object, get: Callable[..., object]) -> tuple[float, float, float]:
    parts = [ctypes.c_uint() for _ in range(4)]
    get(item, *parts)
    red, green, blue = (round(p.value / 255, 3) for p in parts[:3])
    return red, green, blue


def draw_bare(pages: list[Drawn]) -> bytes:
    """Draw what was read with as few calls as can be."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1, pageCompression=1)
    for page in pages:
        pen: object = None
        for points, colour, width, filled in page.paths:
            if pen != (colour, width):
                canvas.setStrokeColorRGB(*colour)
                canvas.setLineWidth(width)
                pen = (colour, width)
            if len(points) == 2:
                canvas.line(points[0][0], points[0][1], points[1][0], points[1][1])
                continue
            path = canvas.beginPath()
            for x, y, moves in points:
                (path.moveTo if moves else path.lineTo)(x, y)
            canvas.drawPath(path, stroke=1, fill=1 if filled else 0)
        font: object = None
        ink: object = None
        for face, size, colour, x, y, text in page.texts:
            if ink != colour:
                canvas.setFillColorRGB(*colour)
                ink = colour
            if font != (face, size):
                canvas.setFont(face, size)
                font = (face, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def ours() -> Callable[[], bytes]:
    fonts, found = load_fonts(FONTS), papers()
    return lambda: render_workshop_prints(
        found, fonts, "Region Norrälven", progress=lambda done, total: None, cancelled=lambda: False
    )


def floor() -> Callable[[], bytes]:
    pages = read_back(ours()())
    return lambda: draw_bare(pages)


def seconds(maker: Callable[[], Callable[[], bytes]]) -> float:
    """Return what a file takes when the typeface has been cut down once, as it is after the first file of a day."""
    work = maker()
    work()
    start = time.process_time()
    work()
    return time.process_time() - start


def check() -> int:
    """Return how many pages there are, and stop when the floor does not draw the same words."""
    pdf = ours()()
    bare = draw_bare(read_back(pdf))
    first, second = (_words(data) for data in (pdf, bare))
    assert first == second, "the floor draws other words"
    pages = len(first)
    assert FEWEST <= pages <= MOST, f"{pages} pages"
    return pages


def _words(pdf: bytes) -> list[list[str]]:
    return [sorted(page.get_textpage().get_text_range().split()) for page in pdfium.PdfDocument(pdf)]


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--child"]:
        print(seconds({"ours": ours, "floor": floor}[arguments[1]]))
        return 0
    rounds = int(arguments[0]) if arguments else 7
    pages = check()
    found: dict[str, list[float]] = {"ours": [], "floor": []}
    for _ in range(rounds):
        for name, figures in found.items():
            child = [sys.executable, __file__, "--child", name]
            figures.append(float(subprocess.run(child, capture_output=True, text=True, check=True).stdout))
    medians = {name: statistics.median(figures) for name, figures in found.items()}
    ratio = medians["ours"] / medians["floor"]
    for name, median in medians.items():
        low, high = min(found[name]), max(found[name])
        print(f"{name:6} {pages} pages: {median * 1000:7.0f} ms ({low * 1000:.0f}-{high * 1000:.0f})")
    print(f"ratio {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
