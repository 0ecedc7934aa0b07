"""The protocol of a session as a PDF."""

from reportlab.platypus import Paragraph, Table, TableStyle

from kompetens_gui.documents import protocol_words as words
from kompetens_gui.documents.blocks import block_story, table
from kompetens_gui.documents.flow import (
    CELL,
    CELL_HEAD,
    COLUMN,
    LEAD,
    SMALL,
    TITLE,
    Running,
    Story,
    build,
    heading,
    label,
    plain,
    points,
    space,
    subheading,
)
from kompetens_gui.documents.fonts import Fonts
from kompetens_gui.documents.pages import PaperFacts
from kompetens_gui.documents.words import fictional
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.protocol_data import ProtocolActivity, ProtocolData


def render_protocol(data: ProtocolData, fonts: Fonts) -> bytes:
    """Return the protocol as a PDF; the same data gives the same bytes."""
    title = translate("Protocol", "Protokoll: {title}").format(title=fonts.one_line(data.title))
    facts = PaperFacts(title, data.organisation, made_at=data.ends_at or data.starts_at)
    header = ", ".join(part for part in (title, data.organisation.strip()) if part)
    return build(fonts, lambda: _story(data, fonts), facts, Running(header, fictional()))


def _story(data: ProtocolData, fonts: Fonts) -> Story:
    story: Story = [
        Paragraph(plain(fonts, data.title.strip() or translate("Protocol", "Protokoll")), TITLE),
        Paragraph(plain(fonts, translate("Protocol", "Protokoll från en träff i försäkringsmedicin")), LEAD),
        _facts(data, fonts),
    ]
    if data.takeaways:
        story += [heading(fonts, words.takeaways_heading()), *points(fonts, data.takeaways, numbered=True)]
    story += [heading(fonts, words.agenda_heading()), _agenda(data, fonts)]
    for activity, new_case in words.told(data):
        story += _activity(activity, fonts, new_case=new_case)
    if data.questions:
        story.append(heading(fonts, words.questions_heading()))
        for group in data.questions:
            story += [label(fonts, words.category_words(group.category)), *points(fonts, group.texts)]
    story += [space(14), Paragraph(plain(fonts, words.privacy_line(data)), SMALL)]
    story.append(Paragraph(plain(fonts, fictional()), SMALL))
    return story


def _facts(data: ProtocolData, fonts: Fonts) -> Table:
    rows = [
        [Paragraph(plain(fonts, name), CELL_HEAD), Paragraph(plain(fonts, value), CELL)]
        for name, value in words.facts(data)
    ]
    made = Table(rows, colWidths=[74, COLUMN - 74], hAlign="LEFT", splitInRow=1)
    padding = [("TOPPADDING", (0, 0), (-1, -1), 2), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
    made.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (0, -1), 0), *padding]))
    return made


def _agenda(data: ProtocolData, fonts: Fonts) -> Table:
    rows = [words.agenda_header(), *words.agenda_rows(data)]
    return table(fonts, rows, (COLUMN - 170, 80, 90))


def _activity(activity: ProtocolActivity, fonts: Fonts, *, new_case: bool) -> Story:
    story: Story = [heading(fonts, activity.title)]
    if new_case:
        story.append(subheading(fonts, words.case_line(activity.case_title)))
    for block in activity.blocks:
        story += block_story(block, fonts)
    return story
