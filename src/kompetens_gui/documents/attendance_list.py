"""The attendance list that goes round the table, with empty lines for those who come unannounced."""

from reportlab.platypus import Paragraph, Table, TableStyle

from kompetens_gui.documents.blocks import RULES
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
    plain,
    space,
)
from kompetens_gui.documents.fonts import Fonts
from kompetens_gui.documents.pages import PaperFacts
from kompetens_gui.documents.words import when
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.agenda import timed_agenda
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.services.role_words import role_title

ROW, EXTRA, FIRST_PAGE = 29.0, 5, 18
WIDTHS = (26.0, 130.0, 105.0, 92.0, COLUMN - 353.0)


def render_attendance_list(session: WorkshopSession, fonts: Fonts, organisation: str = "") -> bytes:
    """Return the list as a PDF: everyone in the plan's order, and enough empty lines to fill the first page."""
    title = translate("AttendanceList", "Närvarolista: {title}").format(title=fonts.one_line(session.title))
    header = ", ".join(part for part in (title, organisation.strip()) if part)
    footer = translate("AttendanceList", "Listan visar vem som deltog i utbildningen och förvaras av ledaren.")
    facts = PaperFacts(title, organisation, made_at=session.starts_at)
    return build(fonts, lambda: attendance_story(session, fonts), facts, Running(header, footer))


def attendance_story(session: WorkshopSession, fonts: Fonts) -> Story:
    """Return the list as it flows over pages."""
    where = ", ".join(part for part in (session.place.strip(), session.unit.strip()) if part)
    about = ". ".join(part for part in (when(session.starts_at, timed_agenda(session).ends_at), where) if part)
    leaders = ", ".join(f.name.strip() for f in session.facilitators if f.name.strip())
    story: Story = [
        Paragraph(plain(fonts, translate("AttendanceList", "Närvarolista")), TITLE),
        Paragraph(plain(fonts, f"{session.title}. {about}"), LEAD),
    ]
    if leaders:
        line = translate("AttendanceList", "Ledare: {names}").format(names=leaders)
        story += [Paragraph(plain(fonts, line), SMALL), space(8)]
    return [*story, _table(session, fonts)]


def _table(session: WorkshopSession, fonts: Fonts) -> Table:
    header = (
        "",
        translate("AttendanceList", "Namn"),
        translate("AttendanceList", "Roll"),
        translate("AttendanceList", "Enhet"),
        translate("AttendanceList", "Underskrift"),
    )
    rows = [(p.name, role_title(p.role), p.unit) for p in session.participants]
    rows += [("", "", "")] * max(EXTRA, FIRST_PAGE - len(rows))
    cells = [[Paragraph(plain(fonts, text), CELL_HEAD) for text in header]]
    for number, row in enumerate(rows, 1):
        cells.append([Paragraph(plain(fonts, text), CELL) for text in (str(number), *row, "")])
    table = Table(cells, colWidths=list(WIDTHS), repeatRows=1, splitInRow=1, hAlign="LEFT")
    # A line to sign on is never lower than a pen needs; long names make it higher.
    table.setStyle(TableStyle([*RULES, ("TOPPADDING", (0, 1), (-1, -1), (ROW - 13) / 2)]))
    table.setStyle(
        TableStyle([("BOTTOMPADDING", (0, 1), (-1, -1), (ROW - 13) / 2), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])
    )
    return table
