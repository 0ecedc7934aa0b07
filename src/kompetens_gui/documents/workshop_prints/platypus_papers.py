"""Papers that flow by Platypus, taken into the same file: the attendance list, a case and its marking sheet."""

from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate

from kompetens_gui.documents.attendance_list import attendance_story
from kompetens_gui.documents.case_handout import handout_of, handout_story
from kompetens_gui.documents.flow import BOTTOM, COLUMN, DEEPEST, LEFT, Story
from kompetens_gui.documents.marking_sheet import marking_story
from kompetens_gui.documents.workshop_prints.drawing import draw
from kompetens_gui.documents.workshop_prints.pages import Head, Pages
from kompetens_gui.services.print_papers import AttendancePaper, CasePaper, MarkingPaper


@draw.register
def _(paper: AttendancePaper, pages: Pages, head: Head) -> None:
    _flow(attendance_story(paper.plan, pages.fonts), pages, head)


@draw.register
def _(paper: CasePaper, pages: Pages, head: Head) -> None:
    _flow(list(handout_story(handout_of(paper.case), pages.fonts)), pages, head)


@draw.register
def _(paper: MarkingPaper, pages: Pages, head: Head) -> None:
    certificate = paper.case.medical_certificate(paper.medical_certificate)
    _flow(marking_story(paper.case, certificate, pages.fonts), pages, head)


def _flow(story: Story, pages: Pages, head: Head) -> None:
    """Let Platypus draw on the canvas that all papers share; heads and numbers come at the end."""
    pages.begin_foreign(head)
    document = BaseDocTemplate(None, **pages.facts.shown())
    document._doSave = 0  # noqa: SLF001  # the library's own switch, without a name for others
    frame = Frame(LEFT, BOTTOM, COLUMN, DEEPEST, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    document.addPageTemplates([PageTemplate("page", [frame])])
    document.build(story, canvasmaker=lambda *_, **__: pages.canvas)
