"""The data sheet for physicians in specialist training: certified hours and content by competence area.

An attachment to lean on when the authority's form is filled in. It says on every page that it is not that form, and it
names no target of the training: those are for the physician and the supervisor to write.
"""

from collections.abc import Mapping, Sequence

from reportlab.platypus import Flowable, Paragraph

from kompetens_gui.documents.blocks import table
from kompetens_gui.documents.flow import (
    BODY,
    COLUMN,
    LEAD,
    SMALL,
    TITLE,
    Running,
    Story,
    build,
    heading,
    plain,
    space,
)
from kompetens_gui.documents.fonts import Fonts
from kompetens_gui.documents.pages import PaperFacts
from kompetens_gui.documents.words import amount_of_time, long_date
from kompetens_gui.domain.certified_hours import AreaHours, CertifiedPart, certified_parts, hours_by_area
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.wording import translate

AREA_WIDTHS = (150.0, 66.0, COLUMN - 306.0, 90.0)
PART_WIDTHS = (118.0, 62.0, 84.0, COLUMN - 264.0)


def render_specialty_sheet(
    course_certificates: Sequence[CourseCertificate],
    area_titles: Mapping[str, str],
    fonts: Fonts,
    organisation: str = "",
) -> bytes:
    """Return the sheet for the certificates of one person as a PDF."""
    holder = course_certificates[0].holder if course_certificates else ""
    title = translate("SpecialtySheet", "Timmar och innehåll per kompetensområde")
    header = ", ".join(part for part in (title, fonts.one_line(holder), organisation.strip()) if part)
    latest = max((c.issued_at for c in course_certificates), default=None)
    facts = PaperFacts(f"{title}: {holder}", organisation, made_at=latest)
    running = Running(header, not_the_form())
    return build(fonts, lambda: _story(course_certificates, area_titles, fonts), facts, running)


def not_the_form() -> str:
    """Return what stands on every page."""
    return translate("SpecialtySheet", "Bilaga till kursintyg. Det här är inte myndighetens blankett.")


def _story(course_certificates: Sequence[CourseCertificate], area_titles: Mapping[str, str], fonts: Fonts) -> Story:
    parts = certified_parts(course_certificates)
    story: Story = [
        Paragraph(plain(fonts, translate("SpecialtySheet", "Timmar och innehåll")), TITLE),
        Paragraph(plain(fonts, _about(course_certificates)), LEAD),
        Paragraph(plain(fonts, _what_for()), BODY),
        heading(fonts, translate("SpecialtySheet", "Per kompetensområde")),
        _areas(hours_by_area(parts), area_titles, fonts),
        space(4),
        Paragraph(plain(fonts, _how_shared()), SMALL),
        heading(fonts, translate("SpecialtySheet", "Per modul och träff")),
        _parts(parts, fonts),
        heading(fonts, translate("SpecialtySheet", "Kursintyg")),
    ]
    return [*story, *(Paragraph(plain(fonts, _proof(c)), BODY) for c in course_certificates)]


def _about(course_certificates: Sequence[CourseCertificate]) -> str:
    if not course_certificates:
        return ""
    c = course_certificates[-1]
    who = ", ".join(part for part in (c.holder.strip(), c.holder_role.strip(), c.holder_unit.strip()) if part)
    total = amount_of_time(sum(one.minutes for one in course_certificates))
    return translate("SpecialtySheet", "{who}. Sammanlagt {time} intygad tid.").format(who=who, time=total)


def _what_for() -> str:
    return translate(
        "SpecialtySheet",
        "Bladet är en bilaga för den som redovisar sin utbildning, till exempel under ST. Läkaren och handledaren "
        "bedömer tillsammans vilka delmål timmarna hör till, och skriver det i den sista kolumnen.",
    )


def _how_shared() -> str:
    return translate(
        "SpecialtySheet",
        "En modul eller träff med flera områden räknas lika på dem. Modulernas tider är de planerade. "
        "Intygad tid är den som står på kursintyget.",
    )


def _areas(hours: Sequence[AreaHours], area_titles: Mapping[str, str], fonts: Fonts) -> Flowable:
    header = (
        translate("SpecialtySheet", "Kompetensområde"),
        translate("SpecialtySheet", "Tid"),
        translate("SpecialtySheet", "Innehåll"),
        translate("SpecialtySheet", "Delmål, fylls i"),
    )
    rows = [(area_titles.get(a.area, a.area), amount_of_time(a.minutes), ", ".join(a.titles), "") for a in hours]
    return table(fonts, [header, *rows], AREA_WIDTHS)


def _parts(parts: Sequence[CertifiedPart], fonts: Fonts) -> Flowable:
    header = (
        translate("SpecialtySheet", "Modul eller träff"),
        translate("SpecialtySheet", "Tid"),
        translate("SpecialtySheet", "Datum"),
        translate("SpecialtySheet", "Vad den ska ge"),
    )
    rows = [(p.title, amount_of_time(p.minutes), long_date(p.on), "\n".join(p.content)) for p in parts]
    return table(fonts, [header, *rows], PART_WIDTHS)


def _proof(c: CourseCertificate) -> str:
    leaders = ", ".join(f.name.strip() for f in c.leaders if f.name.strip()) or c.issuer.strip()
    words = translate("SpecialtySheet", "Intyg {number}: {title}, {time}, {day}. Påskrivet av {leaders}, {issuer}.")
    return words.format(
        number=c.number,
        title=c.title.strip(),
        time=amount_of_time(c.minutes),
        day=long_date(c.held_on),
        leaders=leaders,
        issuer=c.issuer.strip() or "–",
    )
