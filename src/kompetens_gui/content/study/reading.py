"""Readings: exercises/reading/<id>.yaml."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, Slug, Text
from kompetens_gui.content.findings import Finding
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.study.format import length_findings
from kompetens_gui.content.study.head_model import HeadModel, to_head
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.study.questions import KnowledgeItemId
from kompetens_gui.domain.study.reading import Reading, ReadingPage


class PageModel(Model):
    title: Line
    text: Text = Field(description="Markdown, 120–300 ord.")


class ReadingModel(HeadModel):
    """A whole reading."""

    pages: tuple[PageModel, ...] = Field(min_length=1, max_length=30)
    check: tuple[Slug, ...] = Field((), max_length=10, description="Kunskapsfrågor som ställs direkt efteråt.")


def to_reading(model: ReadingModel) -> Reading:
    return Reading(
        head=to_head(model),
        pages=tuple(ReadingPage(p.title, p.text) for p in model.pages),
        check=tuple(KnowledgeItemId(c) for c in model.check),
    )


def findings(reading: Reading, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield pages that are too short to teach or too long to read at once."""
    for i, page in enumerate(reading.pages):
        yield from length_findings(page.text, 120, 300, ("pages", i, "text"), document)


def wholes(reading: Reading) -> Iterable[WholeText]:
    return [WholeText(f"sidan ”{p.title}”", ("pages", i, "text"), p.text) for i, p in enumerate(reading.pages)]
