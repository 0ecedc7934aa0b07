"""Everything held about a person, on paper, to be given to that person."""

from collections.abc import Iterator

from reportlab.platypus import Paragraph

from kompetens_gui.documents.flow import (
    BODY,
    LEAD,
    SMALL,
    TITLE,
    Running,
    Story,
    build,
    heading,
    paragraphs,
    plain,
    space,
    subheading,
    together,
)
from kompetens_gui.documents.fonts import Fonts
from kompetens_gui.documents.pages import PaperFacts
from kompetens_gui.documents.words import long_date
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.own_data import OwnData
from kompetens_gui.services.own_data_sections import OwnDataEntry, OwnDataSection


def render_own_data(data: OwnData, fonts: Fonts, organisation: str = "") -> bytes:
    """Return the paper as a PDF."""
    title = translate("OwnDataPaper", "Uppgifter om {name}").format(name=fonts.one_line(data.name))
    header = ", ".join(part for part in (title, organisation.strip()) if part)
    footer = translate("OwnDataPaper", "Läst ur Kompetens {day}. Innehåller personuppgifter.").format(
        day=long_date(data.at.date())
    )
    facts = PaperFacts(title, organisation, made_at=data.at)
    return build(fonts, lambda: list(_story(data, title, fonts)), facts, Running(header, footer))


def _story(data: OwnData, title: str, fonts: Fonts) -> Iterator[object]:
    yield Paragraph(plain(fonts, title), TITLE)
    lead = translate("OwnDataPaper", "Allt som programmet har sparat om dig på den här datorn den {day}.")
    yield Paragraph(plain(fonts, lead.format(day=long_date(data.at.date()))), LEAD)
    for section in data.sections:
        yield from _section(section, fonts)


def _section(section: OwnDataSection, fonts: Fonts) -> Iterator[object]:
    head = [heading(fonts, section.title), Paragraph(plain(fonts, section.why), SMALL), space(4)]
    if not section.entries:
        nothing = translate("OwnDataPaper", "Inget är sparat.")
        yield together(*head, Paragraph(plain(fonts, nothing), BODY))
        return
    first, *others = section.entries
    yield together(*head, *_entry(first, fonts)[:2])
    yield from _entry(first, fonts)[2:]
    for entry in others:
        yield from _entry(entry, fonts)


def _entry(entry: OwnDataEntry, fonts: Fonts) -> Story:
    story = [subheading(fonts, entry.title)]
    if entry.facts:
        story.append(Paragraph(plain(fonts, entry.facts), SMALL))
    for text in entry.texts:
        story += paragraphs(fonts, text)
    return story
