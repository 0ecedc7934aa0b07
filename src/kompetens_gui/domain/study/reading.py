"""Something to read, page by page, and questions asked right after."""

from dataclasses import dataclass

from kompetens_gui.domain.study.common import StudyContentHead
from kompetens_gui.domain.study.questions import KnowledgeItemId


@dataclass(frozen=True)
class ReadingPage:
    """A page of Markdown."""

    title: str
    text: str


@dataclass(frozen=True)
class Reading:
    """The pages, and the ids of knowledge items for checking."""

    head: StudyContentHead
    pages: tuple[ReadingPage, ...]
    check: tuple[KnowledgeItemId, ...] = ()
