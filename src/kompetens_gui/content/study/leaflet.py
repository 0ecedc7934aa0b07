"""Leaflets: exercises/leaflet/<id>.yaml."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, Text, WholeNumber
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.study.head_model import HeadModel, repeated, to_head
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSection, LeafletSectionId, WordsToAvoid


class LeafletSectionModel(Model):
    id: Literal["why", "how", "effects", "self", "contact", "ends"]
    heading: Line
    prompt: Text
    points: tuple[Line, ...] = Field(min_length=1, max_length=8)
    model: Text


class WordsToAvoidModel(Model):
    words: Line
    advice: Text


class LeafletModel(HeadModel):
    """A whole leaflet exercise."""

    story: Text
    degree: Literal[25, 50, 75, 100]
    weeks: WholeNumber = Field(ge=1, le=104)
    sections: tuple[LeafletSectionModel, ...] = Field(
        min_length=6, max_length=6, description="De sex, var och en gång."
    )
    avoid: tuple[WordsToAvoidModel, ...] = Field((), max_length=30)


def to_leaflet(model: LeafletModel) -> Leaflet:
    return Leaflet(
        head=to_head(model),
        story=model.story,
        degree=model.degree,
        weeks=model.weeks,
        sections=tuple(
            LeafletSection(LeafletSectionId(s.id), s.heading, s.prompt, s.points, s.model) for s in model.sections
        ),
        avoid=tuple(WordsToAvoid(a.words, a.advice) for a in model.avoid),
    )


def problems(leaflet: Leaflet, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield parts that stand twice (so that another is lacking)."""
    yield from repeated((s.id for s in leaflet.sections), ("sections",), "id", document)


def findings(leaflet: Leaflet, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield models that say what they advise against."""
    for i, section in enumerate(leaflet.sections):
        for rule in leaflet.to_avoid_in(section.model):
            where = ("sections", i, "model")
            what = f"Förlagan säger ”{rule.words}”, som övningen avråder från."
            yield Finding(Weight.BLOCKS_READY, document.problem(where, what, rule.advice, rule.words))


def wholes(leaflet: Leaflet) -> Iterable[WholeText]:
    models = "\n\n".join(s.model for s in leaflet.sections)
    return (
        WholeText("story", ("story",), leaflet.story),
        WholeText("sections", ("sections",), models, 40),
    )
