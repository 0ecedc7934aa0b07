"""The paper of a completed path, the signed code on both kinds, and the sheet of hours by area."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from kompetens_gui.documents.certificate_parts import QR_SIZE, QR_X, QR_Y
from kompetens_gui.documents.course_certificate import render_course_certificate, render_course_certificates
from kompetens_gui.documents.paper_reader import PdfPapers
from kompetens_gui.documents.specialty_sheet import render_specialty_sheet
from kompetens_gui.documents.words import period
from kompetens_gui.domain.course_certificate import CertifiedModule, CourseCertificate, CourseCertificateNumber
from kompetens_gui.domain.credentials.facts import facts_of
from kompetens_gui.domain.credentials.issuers import KeyId
from kompetens_gui.domain.study.learning_path import ModuleId
from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.services.credential_code import code_for
from kompetens_gui.services.ports import CertificateAppearance
from tests.documents.reading import glyphs, outside, overlapping, page_picture, page_texts, squeezed, text_of
from tests.documents.samples import AREAS, COURSE_CERTIFICATE, HOSTILE, fonts
from tests.storage.credential_making import a_completion

MODULES = ("Uppdraget", "Läsa underlaget", "Reglerna", "Samtalet", "Arbetsgivaren", "Lika villkor", "Möten", "Avslut")
LOOK = CertificateAppearance("Region Norrälven")
MILLIMETRE = 72 / 25.4


def signed(c: CourseCertificate) -> CourseCertificate:
    """Sign with bytes that no key made: paper does not look into its code."""
    return replace(c, code=code_for(facts_of(c), KeyId("0123456789abcdef"), lambda message: os.urandom(64)))


def a_module(title: str, **changes: object) -> CertifiedModule:
    made = CertifiedModule(ModuleId(title), title, 120, date(2025, 10, 1), ("K02", "K03"), ("Läser ett intyg.",))
    return replace(made, **changes)  # type: ignore[arg-type]


COMPLETION = signed(
    replace(
        a_completion("2026-0148"),
        modules=tuple(a_module(title) for title in MODULES),
        competence_areas=("K02", "K03", "K06"),
        place="Norrsjö",
        leaders=(Facilitator("Karin Wallmark"), Facilitator("Bo Ek", Role.SPECIALIST)),
    )
)
LONG = signed(
    replace(
        COMPLETION,
        holder="Anna-Maria Wilhelmina Skogsstjärna von Rosenskiöld " * 3,
        holder_unit="Verksamhetsområde primärvård och rehabilitering i norra länsdelen",
        title="Att läsa, skriva och samtala om läkarintyg tillsammans " * 3,
        modules=tuple(a_module(f"Modul {i} " + "med ett långt namn " * (i % 5)) for i in range(40)),
        competence_areas=tuple(f"Område {i} " + "med ett långt namn " * (i % 4) for i in range(40)),
        leaders=tuple(Facilitator(f"Per-Olof {i} Kvistebro av Norrälvdalen", Role.CASE_OFFICER) for i in range(5)),
        place="Konferensrum Skogsstjärnan, Eklidens hälsocentral, plan 3, ingång B",
        issuer="Region Norrälven och Försäkringskassan i samverkan om sjukskrivningsprocessen",
        replaces=CourseCertificateNumber("2026-0012"),
    )
)


def draw(*items: CourseCertificate) -> bytes:
    return render_course_certificates(items, LOOK, AREAS, fonts())


def test_the_paper_says_what_was_completed_when_and_how_long_it_holds() -> None:
    text = squeezed(text_of(draw(COMPLETION)))
    for words in (
        "Kursintyg",
        "Intyg om genomförd utbildning",
        "Åsa Norén",
        "Rehabkoordinator, Ängen",
        "har genomfört Koordinatorskörkort, en utbildning i försäkringsmedicin, med alla moduler godkända.",
        "8 moduler, 24 timmar",
        "14 sep–10 nov 2025",
        "Gäller till och med",
        "10 november 2027",
        *MODULES,
        *(AREAS[area] for area in COMPLETION.competence_areas),
        "Karin Wallmark",
        "Bo Ek",
        "Specialist, Region Norrälven",
        "Intyg 2026-0148",
        "Norrsjö den 17 november 2025",
        "Det är ingen legitimation och ger ingen behörighet.",
        "Kontrollera i Kompetens",
    ):
        assert squeezed(words) in text, words
    assert "Deltagarintyg" not in text


def test_one_without_end_says_so() -> None:
    assert "Tills vidare" in text_of(draw(replace(COMPLETION, valid_until=None)))


def test_both_kinds_stand_in_one_file_each_as_itself() -> None:
    first, second = page_texts(draw(signed(COURSE_CERTIFICATE), COMPLETION))
    assert "Deltagarintyg" in first
    assert "Deltagarintyg" not in second
    assert "Intyg om genomförd utbildning" in second


def test_a_replaced_completion_is_marked() -> None:
    assert "av intyg 2027-0001" in text_of(draw(replace(COMPLETION, replaced_by=CourseCertificateNumber("2027-0001"))))


@pytest.mark.parametrize(
    "item",
    [
        COMPLETION,
        LONG,
        replace(COMPLETION, modules=(), competence_areas=(), leaders=(), place=""),
        replace(COMPLETION, modules=COMPLETION.modules[:1], competence_areas=()),
        replace(LONG, modules=tuple(a_module("W" * 200) for _ in range(30)), title="W" * 300),
    ],
    ids=["plain", "long", "bare", "one module", "widest"],
)
def test_nothing_leaves_the_page_or_covers_something_else(item: CourseCertificate) -> None:
    pdf = draw(item)
    assert len(page_texts(pdf)) == 1
    assert outside(pdf) == []
    assert overlapping(pdf) == []


@pytest.mark.parametrize("item", [COMPLETION, LONG, signed(COURSE_CERTIFICATE)], ids=["plain", "long", "attendance"])
def test_the_code_has_its_quiet_zone(item: CourseCertificate) -> None:
    """Four modules of white on each side, or telephones do not find it."""
    version = segno.make(item.code, error="m", micro=False, boost_error=False).version
    quiet = 4 * QR_SIZE / (17 + 4 * int(version))
    assert int(version) <= 12
    assert pytest.approx(32 * MILLIMETRE) == QR_SIZE
    near = [
        g
        for g in glyphs(draw(item))
        if QR_X - quiet < g.right and g.left < QR_X + QR_SIZE + quiet and QR_Y - quiet < g.top < QR_Y + QR_SIZE + quiet
    ]
    assert near == []


def test_the_code_on_paper_is_the_signed_one() -> None:
    scale = 6
    picture = page_picture(draw(COMPLETION), scale)
    pixels = picture.tobytes()
    matrix = segno.make(COMPLETION.code, error="m", micro=False, boost_error=False, mask=2).matrix
    module = QR_SIZE / len(matrix)
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            x = (QR_X + (column + 0.5) * module) * scale
            y = picture.height - (QR_Y + QR_SIZE - (row + 0.5) * module) * scale
            assert (pixels[int(y) * picture.width + int(x)] < 128) == bool(dark)


anything = st.text(max_size=120)


@settings(max_examples=30, deadline=None)
@given(
    texts=st.lists(anything, min_size=6, max_size=6),
    modules=st.lists(anything, max_size=20),
    areas=st.lists(anything, max_size=20),
    days=st.tuples(st.dates(), st.dates(), st.none() | st.dates()),
)
def test_any_text_gives_one_page_with_nothing_outside(
    texts: list[str], modules: list[str], areas: list[str], days: tuple[date, date, date | None]
) -> None:
    holder, role, title, place, issuer, leader = texts
    item = replace(
        COMPLETION,
        holder=holder,
        holder_role=role,
        title=title,
        place=place,
        issuer=issuer,
        leaders=(Facilitator(leader),),
        modules=tuple(a_module(t) for t in modules),
        competence_areas=tuple(areas),
        started_on=days[0],
        held_on=days[1],
        valid_until=days[2],
    )
    pdf = render_course_certificate(signed(item), CertificateAppearance(issuer), {}, fonts())
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    assert outside(pdf) == []


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 9, 14), date(2026, 11, 10), "14 sep–10 nov 2026"),
        (date(2026, 11, 2), date(2026, 11, 10), "2–10 nov 2026"),
        (date(2025, 12, 1), date(2026, 1, 10), "1 dec 2025–10 jan 2026"),
        (date(2026, 11, 10), date(2026, 11, 10), "10 november 2026"),
    ],
)
def test_a_period_in_words(first: date, last: date, words: str) -> None:
    assert period(first, last).replace("\N{NO-BREAK SPACE}", " ") == words


# ------------------------------------------------------------ read back


def test_the_codes_and_the_text_are_read_back_from_our_own_file() -> None:
    one, other = signed(COURSE_CERTIFICATE), COMPLETION
    found = PdfPapers().read(draw(one, other))
    assert found.codes == (one.code, other.code)
    assert ["Jonas Risviken" in found.pages[0], "Åsa Norén" in found.pages[1]] == [True, True]


def test_the_code_survives_another_program_saving_the_file_anew() -> None:
    writer = PdfWriter(clone_from=BytesIO(draw(COMPLETION)))
    writer.compress_identical_objects()
    target = BytesIO()
    writer.write(target)
    assert PdfPapers().read(target.getvalue()).codes == (COMPLETION.code,)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4", b"\x00" * 50, b"%PDF-1.7\n%%EOF" * 3])
def test_what_cannot_be_read_gives_nothing(data: bytes) -> None:
    found = PdfPapers().read(data)
    assert (found.codes, found.pages) == ((), ())


def test_a_locked_file_gives_nothing() -> None:
    writer = PdfWriter(clone_from=BytesIO(draw(COURSE_CERTIFICATE)))
    writer.encrypt("hemligt", algorithm="RC4-128")
    target = BytesIO()
    writer.write(target)
    assert PdfPapers().read(target.getvalue()).pages == ()


# ------------------------------------------------------------ the sheet of hours


def test_the_sheet_tells_hours_and_content_and_that_it_is_not_the_form() -> None:
    pdf = render_specialty_sheet([COURSE_CERTIFICATE, COMPLETION], AREAS, fonts(), "Region Norrälven")
    pages = page_texts(pdf)
    text = squeezed(" ".join(pages))
    for words in (
        "Åsa Norén, Rehabkoordinator, Ängen. Sammanlagt 25 tim 30 min intygad tid.",
        AREAS["K02"],
        "8 tim 45 min",  # half of eight modules of two hours, and half of a session of ninety minutes
        "Läser ett intyg.",
        "Delmål, fylls i",
        "Intyg 2026-0148: Koordinatorskörkort, 24 timmar, 10 november 2025. Påskrivet av Karin Wallmark, Bo Ek",
    ):
        assert squeezed(words) in text, words
    for page in pages:
        assert "Det här är inte myndighetens blankett." in page


@pytest.mark.parametrize("items", [[], [LONG], [replace(COMPLETION, holder=HOSTILE, title=HOSTILE)]])
def test_the_sheet_takes_whatever_a_certificate_holds(items: list[CourseCertificate]) -> None:
    pdf = render_specialty_sheet(items, AREAS, fonts())
    assert outside(pdf) == []
    assert "inte myndighetens blankett" in text_of(pdf)
