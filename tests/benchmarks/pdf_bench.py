"""How long 1,000 course certificates in one file take, against ReportLab drawing the same page at its best.

The floor knows the finished page beforehand: one form with every fixed word at its place, four strings and a QR code
of few rectangles per page. Each figure comes from a process of its own, the two in turn, and is processor time, as the
work never waits; the medians and their ratio are printed.

    python tests/benchmarks/pdf_bench.py [pages] [rounds]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from kompetens_gui.credentials.keyring import KeyFiles
from kompetens_gui.documents.certificate_parts import QR_SIZE, QR_X, QR_Y
from kompetens_gui.documents.course_certificate import render_course_certificates
from kompetens_gui.documents.course_certificate_page import CourseCertificatePage, Shared
from kompetens_gui.documents.fonts import REGULAR, SEMIBOLD, load_fonts
from kompetens_gui.documents.qr_code import draw_qr_code
from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber, certificate_number
from kompetens_gui.domain.credentials.facts import facts_of
from kompetens_gui.domain.credentials.issuers import key_id_of
from kompetens_gui.domain.workshop.plan import Facilitator, ParticipantId, WorkshopSessionId
from kompetens_gui.services.credential_code import code_for
from kompetens_gui.services.ports import CertificateAppearance

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
AREAS = {"K02": "D-F-A och det medicinska underlaget", "K06": "Samtalet och klarspråket", "K03": "Regler"}
LIMIT = 1.5

FIRST = ("Åsa", "Björn", "Örjan", "Märta", "Sören", "Ylva", "Håkan", "Kerstin", "Maj-Britt")
LAST = ("Åkerlund", "Öhman", "Sjöblad", "Hägg", "Lindvall", "Ängsmo", "Bergfors")
MODEL = CourseCertificate(
    number=CourseCertificateNumber("2026-0001"),
    session_id=WorkshopSessionId("s"),
    participant_id=ParticipantId("p"),
    holder="",
    holder_role="Läkare",
    holder_unit="Eklidens hälsocentral",
    title="Gruppdialog: att läsa ett läkarintyg",
    held_on=date(2026, 11, 12),
    place="Norrsjö",
    minutes=90,
    competence_areas=tuple(AREAS),
    leaders=(Facilitator("Karin Wallmark"),),
    issuer="Region Norrälven",
    issued_at=datetime(2026, 11, 12, 15, tzinfo=UTC),
)


def course_certificates(count: int) -> list[CourseCertificate]:
    """Return certificates as they are when they have been issued: each with its own signed text."""
    with TemporaryDirectory() as folder:
        keyring = KeyFiles(Path(folder))
        key_id = key_id_of(keyring.make())
        unsigned = [
            replace(
                MODEL,
                number=certificate_number(2026, i + 1),
                holder=f"{FIRST[i % len(FIRST)]} {LAST[i // 3 % len(LAST)]}",
            )
            for i in range(count)
        ]
        return [replace(c, code=code_for(facts_of(c), key_id, partial(keyring.sign, key_id))) for c in unsigned]


def ours(count: int) -> Callable[[], bytes]:
    fonts, items = load_fonts(FONTS), course_certificates(count)
    return lambda: render_course_certificates(
        items, CertificateAppearance("Region Norrälven"), AREAS, fonts, lambda done, total: None, lambda: False
    )


def floor(count: int) -> Callable[[], bytes]:
    fonts, items = load_fonts(FONTS), course_certificates(count)

    def draw() -> bytes:
        target = BytesIO()
        canvas = Canvas(target, pagesize=A4, invariant=1, pageCompression=1)
        page = CourseCertificatePage(canvas, fonts, AREAS)
        canvas.beginForm("all")
        page.frame(None)
        page.body(Shared.of(MODEL))
        canvas.endForm()
        number_font = pdfmetrics.getFont(REGULAR)
        for item in items:
            canvas.doForm("all")
            number = f"Intyg {item.number}"
            canvas.setFont(REGULAR, 10)
            canvas.drawString(531.8 - number_font.stringWidth(number, 10), 774, number)
            canvas.setFont(SEMIBOLD, 26.5)
            canvas.drawString(111.1, 605, item.holder)
            canvas.setFont(REGULAR, 13.2)
            canvas.drawString(111.1, 582, "Läkare, Eklidens hälsocentral")
            canvas.setFont(SEMIBOLD, 13.2)
            canvas.drawString(111.1, 453, "1 tim 30 min")
            draw_qr_code(canvas, item.code, QR_X, QR_Y, QR_SIZE)
            canvas.showPage()
        canvas.save()
        return target.getvalue()

    return draw


def seconds(maker: Callable[[int], Callable[[], bytes]], count: int) -> float:
    maker(10)()
    work = maker(count)
    start = time.process_time()
    work()
    return time.process_time() - start


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--child"]:
        print(seconds({"ours": ours, "floor": floor}[arguments[1]], int(arguments[2])))
        return 0
    count, rounds = (int(a) for a in [*arguments, "1000", "7"][:2]) if len(arguments) != 1 else (int(arguments[0]), 7)
    found: dict[str, list[float]] = {"ours": [], "floor": []}
    for _ in range(rounds):
        for name, figures in found.items():
            child = [sys.executable, __file__, "--child", name, str(count)]
            figures.append(float(subprocess.run(child, capture_output=True, text=True, check=True).stdout))
    medians = {name: statistics.median(figures) for name, figures in found.items()}
    ratio = medians["ours"] / medians["floor"]
    for name, median in medians.items():
        low, high = min(found[name]), max(found[name])
        print(f"{name:6} {count} pages: {median * 1000:7.0f} ms ({low * 1000:.0f}-{high * 1000:.0f})")
    print(f"ratio {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
