from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kompetens_gui.documents.certificate_parts import CHAIN_X, QR_SIZE, QR_X, QR_Y
from kompetens_gui.documents.course_certificate import (
    qr_text,
    render_course_certificate,
    render_course_certificates,
)
from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateNumber, certificate_number
from kompetens_gui.domain.errors import Cancelled
from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.services.ports import CertificateAppearance
from tests.documents.reading import (
    drawing_order,
    glyphs,
    outside,
    overlapping,
    page_picture,
    page_texts,
    squeezed,
    text_of,
)
from tests.documents.samples import AREAS, COURSE_CERTIFICATE, HOSTILE, fonts

APPEARANCE = CertificateAppearance("Region Norrälven")
CIRCLE = 542 - 14.5 * 1.5 - 30 - 96 + 4  # below a sentence of two lines
LONG_NAME = "Anna-Maria Wilhelmina Skogsstjärna von Rosenskiöld " * 3
LONG = replace(
    COURSE_CERTIFICATE,
    holder=LONG_NAME[:120],
    holder_role="Försäkringsmedicinskt sakkunnig läkare",
    holder_unit="Verksamhetsområde primärvård och rehabilitering i norra länsdelen, enheten för samordning",
    title="Att läsa, skriva och samtala om läkarintyg tillsammans " * 3,
    purpose="Att öva på att se kedjan mellan diagnos, funktion och aktivitet. " * 8,
    place="Konferensrum Skogsstjärnan, Eklidens hälsocentral, plan 3, ingång B",
    competence_areas=tuple(f"Område {i} " + "med ett långt namn " * (i % 5) for i in range(60)),
    leaders=tuple(Facilitator(f"Per-Olof {i} Kvistebro av Norrälvdalen", Role.CASE_OFFICER) for i in range(6)),
    issuer="Region Norrälven och Försäkringskassan i samverkan om sjukskrivningsprocessen",
    replaces=CourseCertificateNumber("2026-0012"),
)


def draw(*items: CourseCertificate) -> bytes:
    return render_course_certificates(items, APPEARANCE, AREAS, fonts())


def test_the_paper_says_who_what_when_where_and_by_whom() -> None:
    text = squeezed(text_of(draw(COURSE_CERTIFICATE)))
    for words in (
        "Kursintyg",
        "Jonas Risviken",
        "Rehabkoordinator, Eklidens hälsocentral",
        "har deltagit i Gruppdialog: att läsa ett läkarintyg, kompetensutveckling i försäkringsmedicin.",
        "Omfattning",
        "1 tim 30 min",
        "12 november 2026",
        "Norrsjö",
        *(AREAS[area] for area in COURSE_CERTIFICATE.competence_areas),
        "Karin Wallmark",
        "Försäkringsmedicinsk rådgivare, Region Norrälven",
        "Intyg 2026-0147",
        "Det är ingen legitimation och ger ingen behörighet.",
    ):
        assert squeezed(words) in text


def test_what_is_read_aloud_comes_in_the_order_of_the_page() -> None:
    text = drawing_order(draw(COURSE_CERTIFICATE))
    order = ["Kursintyg", "Deltagarintyg", "Jonas", "har deltagit i Grupp", "Kompetensområden", "Karin", "legitimation"]
    assert [text.index(word) for word in order] == sorted(text.index(word) for word in order)


def test_the_file_tells_title_author_language_and_when() -> None:
    reader = PdfReader(BytesIO(draw(COURSE_CERTIFICATE)))
    assert reader.metadata is not None
    assert reader.metadata.title == "Kursintyg 2026-0147"
    assert reader.metadata.author == "Region Norrälven"
    assert reader.metadata.creation_date == COURSE_CERTIFICATE.issued_at
    assert str(reader.root_object["/Lang"]) == "sv-SE"
    assert [round(float(x), 1) for x in reader.pages[0].mediabox[2:]] == [595.3, 841.9]


def test_areas_stand_in_two_columns_as_alike_as_they_can_be() -> None:
    drawn = glyphs(draw(replace(COURSE_CERTIFICATE, competence_areas=("Q1", "Q2", "Q3"))))
    lefts = sorted(round(g.left) for g in drawn if g.character == "Q")
    assert lefts[0] == lefts[1]
    assert lefts[-1] - lefts[0] > 200


def test_an_area_without_a_title_shows_its_id() -> None:
    assert "K99" in text_of(draw(replace(COURSE_CERTIFICATE, competence_areas=("K99",))))


def test_a_reissued_one_says_which_it_replaces() -> None:
    assert "Ersätter intyg 2026-0012" in text_of(draw(replace(LONG)))


def test_a_revoked_one_is_marked_across_the_page_with_the_swedish_date() -> None:
    revoked = replace(COURSE_CERTIFICATE, revoked_at=datetime(2026, 12, 1, 23, 30, tzinfo=UTC), revoke_reason="hemligt")
    text = text_of(draw(revoked))
    assert "Återkallat" in text
    assert "2 december 2026" in text
    assert "hemligt" not in text
    assert "Återkallat" not in text_of(draw(COURSE_CERTIFICATE))


def test_a_replaced_one_is_marked_with_the_number_that_counts() -> None:
    replaced = replace(COURSE_CERTIFICATE, replaced_by=CourseCertificateNumber("2026-0200"))
    assert "Ersatt" in text_of(draw(replaced))
    assert "av intyg 2026-0200" in text_of(draw(replaced))


@pytest.mark.parametrize(
    "item",
    [
        COURSE_CERTIFICATE,
        LONG,
        replace(LONG, holder="W" * 120, title="W" * 300, place="W" * 120, holder_unit="W" * 200),
        replace(LONG, leaders=LONG.leaders[:2], purpose="", competence_areas=("W" * 300,) * 40),
        replace(COURSE_CERTIFICATE, leaders=(), competence_areas=(), place="", holder_role="", holder_unit=""),
        replace(COURSE_CERTIFICATE, leaders=(Facilitator("L" * 120), Facilitator("M" * 120)), issuer="I" * 200),
    ],
    ids=["plain", "long", "widest", "many areas", "bare", "long leaders"],
)
def test_nothing_leaves_the_page_or_covers_something_else(item: CourseCertificate) -> None:
    pdf = draw(item)
    assert len(page_texts(pdf)) == 1
    assert outside(pdf) == []
    assert overlapping(pdf) == []


def test_a_name_of_120_letters_stands_there_whole() -> None:
    assert squeezed(LONG.holder) in squeezed(text_of(draw(LONG)))


def test_areas_that_find_no_room_are_counted() -> None:
    assert "områden till" in text_of(draw(replace(LONG, competence_areas=tuple(f"Område {i}" for i in range(300)))))


def test_each_holder_has_a_page_with_their_own_number_and_time() -> None:
    items = [
        replace(COURSE_CERTIFICATE, number=certificate_number(2026, i), holder=f"Person {i}", minutes=30 + i)
        for i in range(1, 13)
    ]
    other = replace(COURSE_CERTIFICATE, title="En annan träff", holder="Den trettonde")
    pages = page_texts(draw(*items, other))
    assert len(pages) == 13
    for i, page in enumerate(pages[:12], 1):
        assert f"Person {i}\n" in f"{page}\n"
        assert f"Intyg 2026-{i:04d}" in page
    assert "Enannanträff" in squeezed(pages[12])
    assert "Enannanträff" not in squeezed(pages[0])


def test_the_same_input_gives_the_same_bytes() -> None:
    first = draw(COURSE_CERTIFICATE, LONG)
    draw(replace(COURSE_CERTIFICATE, holder="Något helt annat: ÅÄÖ"))
    assert draw(COURSE_CERTIFICATE, LONG) == first
    assert draw(LONG, COURSE_CERTIFICATE) != first
    assert render_course_certificate(LONG, APPEARANCE, AREAS, fonts()) == draw(LONG)


def test_progress_is_told_for_every_page() -> None:
    told: list[tuple[int, int]] = []
    items = [COURSE_CERTIFICATE] * 5
    render_course_certificates(items, APPEARANCE, AREAS, fonts(), lambda done, total: told.append((done, total)))
    assert told == [(i, 5) for i in range(1, 6)]


@pytest.mark.parametrize("after", [0, 1, 3, 5])
def test_cancelling_stops_before_the_next_page_and_leaves_nothing(after: int) -> None:
    told: list[int] = []
    with pytest.raises(Cancelled):
        render_course_certificates(
            [COURSE_CERTIFICATE] * 5,
            APPEARANCE,
            AREAS,
            fonts(),
            lambda done, _: told.append(done),
            lambda: len(told) >= after,
        )
    assert told == list(range(1, after + 1))


def test_the_code_holds_number_date_and_title_and_nothing_of_the_holder() -> None:
    text = qr_text(COURSE_CERTIFICATE)
    assert text == "Kursintyg 2026-0147, 2026-11-12, Gruppdialog: att läsa ett läkarintyg"
    assert len(qr_text(LONG)) < 100
    for part in LONG.holder.split():
        assert part not in qr_text(LONG)


def test_the_code_on_paper_is_the_code_of_its_text() -> None:
    scale = 6
    picture = page_picture(draw(COURSE_CERTIFICATE), scale)
    pixels = picture.tobytes()
    matrix = segno.make(qr_text(COURSE_CERTIFICATE), error="m", micro=False, boost_error=False, mask=2).matrix
    module = QR_SIZE / len(matrix)
    for row, line in enumerate(matrix):
        for column, dark in enumerate(line):
            x = (QR_X + (column + 0.5) * module) * scale
            y = picture.height - (QR_Y + QR_SIZE - (row + 0.5) * module) * scale
            assert (pixels[int(y) * picture.width + int(x)] < 128) == bool(dark)


def test_the_signs_differ_without_colour() -> None:
    """A square fills its corners, a circle does not, and a diamond leaves even more of them white."""
    scale = 8
    picture = page_picture(draw(COURSE_CERTIFICATE), scale)
    filled = []
    for middle, half in ((613.0, 6.6), (CIRCLE, 7.25), (116.0, 8.6)):
        left, top = (CHAIN_X - half) * scale, picture.height - (middle + half) * scale
        box = picture.crop((int(left), int(top), int(left + 2 * half * scale), int(top + 2 * half * scale)))
        dark = sum(box.histogram()[:230])
        filled.append(dark / (box.width * box.height))
    square, circle, diamond = filled
    assert square > 0.9
    assert 0.7 < circle < 0.85
    assert diamond < 0.6


def test_hostile_letters_are_drawn_or_boxed_but_never_read_as_markup() -> None:
    hostile = replace(
        COURSE_CERTIFICATE,
        holder=HOSTILE,
        holder_unit=HOSTILE,
        title=HOSTILE,
        place=HOSTILE,
        purpose=HOSTILE,
        issuer=HOSTILE,
        competence_areas=(HOSTILE,),
        leaders=(Facilitator(HOSTILE),) * 3,
    )
    pdf = draw(hostile)
    assert squeezed("<b>&amp;") in squeezed(text_of(pdf))
    assert outside(pdf) == []


anything = st.text(max_size=150)


@settings(max_examples=40, deadline=None)
@given(
    texts=st.lists(anything, min_size=7, max_size=7),
    areas=st.lists(anything, max_size=20),
    leaders=st.lists(anything, max_size=5),
    minutes=st.integers(0, 10_000),
)
def test_any_text_gives_one_page_with_nothing_outside(
    texts: list[str], areas: list[str], leaders: list[str], minutes: int
) -> None:
    holder, role, unit, title, place, purpose, issuer = texts
    item = replace(
        COURSE_CERTIFICATE,
        holder=holder,
        holder_role=role,
        holder_unit=unit,
        title=title,
        place=place,
        purpose=purpose,
        issuer=issuer,
        competence_areas=tuple(areas),
        leaders=tuple(Facilitator(name) for name in leaders),
        minutes=minutes,
    )
    pdf = render_course_certificate(item, CertificateAppearance(issuer), {}, fonts())
    assert len(PdfReader(BytesIO(pdf)).pages) == 1
    assert outside(pdf) == []
