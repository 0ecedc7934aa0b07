"""Information: a short text in Markdown, split into pages by lines of three dashes, or the pages of a PDF file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import ActivityContext, ActivityResult, TextBlock, setting_text
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.material.common import MaterialKind


@dataclass(frozen=True)
class PageShown:
    """The leader turned to a page (from 0)."""

    page: int


@dataclass(frozen=True)
class InformationState:
    """Which page is shown."""

    page: int = 0


@dataclass(frozen=True)
class InformationRoom:
    """What the room sees: Markdown of one page, or a page of a PDF file."""

    title: str
    markdown: str
    pdf: str
    page: int
    pages: int


def text_pages(text: str) -> tuple[str, ...]:
    """Split Markdown into pages at lines that hold only three dashes."""
    pages: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip() == "---":
            pages.append([])
        else:
            pages[-1].append(line)
    return tuple("\n".join(p).strip() for p in pages if "\n".join(p).strip()) or ("",)


class Information:
    """Rules of the kind."""

    id = "information"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 5
    events = (PageShown,)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "text", self.id)
        setting_text(settings, "pdf", self.id)
        if not isinstance(settings.get("pdf_pages", 0), int):
            raise InvalidSettings(self.id, "pdf_pages")

    def start(self, context: ActivityContext) -> InformationState:
        return InformationState()

    def page_count(self, context: ActivityContext) -> int:
        """Return the number of pages: those of the PDF as counted when it was chosen, else those of the text."""
        settings = context.item.settings
        if settings.get("pdf"):
            pages = settings.get("pdf_pages", 1)
            return pages if isinstance(pages, int) and pages > 0 else 1
        return len(text_pages(str(settings.get("text", ""))))

    def check(self, state: InformationState, event: object, context: ActivityContext) -> None:
        if not isinstance(event, PageShown) or not 0 <= event.page < self.page_count(context):
            raise ActivityRefused("no_such_page")

    def fold(self, state: InformationState, event: object, at: datetime, context: ActivityContext) -> InformationState:
        return replace(state, page=event.page) if isinstance(event, PageShown) else state

    def room(self, state: InformationState, context: ActivityContext) -> InformationRoom:
        settings, pages = context.item.settings, self.page_count(context)
        pdf = str(settings.get("pdf", ""))
        text = "" if pdf else text_pages(str(settings.get("text", "")))[min(state.page, pages - 1)]
        return InformationRoom(context.item.title, text, pdf, state.page, pages)

    def result(self, state: InformationState, context: ActivityContext) -> ActivityResult:
        text = str(context.item.settings.get("text", "")).replace("---", "").strip()
        first = next((line.strip("# ").strip() for line in text.splitlines() if line.strip()), "")
        return ActivityResult((TextBlock(first),) if first else ())

    def chain(self, state: InformationState, context: ActivityContext) -> Chain | None:
        return None


KIND = Information()
