"""Drills in how to talk: exercises/talk_drill/<id>.yaml."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, NodeKey, Text
from kompetens_gui.content.findings import Finding
from kompetens_gui.content.material.found import number_findings, warns
from kompetens_gui.content.study.head_model import HeadModel, repeated, to_head
from kompetens_gui.content.text_measures import words
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.material.talk_drill import DrillLine, DrillTask, TalkDrill

_FEWEST_LINES, _MOST_LINES = 8, 12
# A question that begins so can be answered with yes or no.
_CLOSED = frozenset((
    "är", "har", "kan", "vill", "ska", "skulle", "får", "var", "blir", "blev", "brukar", "tycker", "tror", "känner",
    "finns", "går", "mår", "hade", "kunde", "vet", "behöver", "arbetar", "jobbar", "sover",
))  # fmt: skip


class DrillLineModel(Model):
    id: NodeKey
    task: Literal["open_question", "reflection", "summary", "ask_leave"]
    situation: Text = Field(description="Vem som säger det till vem.")
    line: Text = Field(description="Repliken att arbeta med.")
    models: tuple[Text, ...] = Field(min_length=1, max_length=6, description="Förslag att jämföra med.")
    points: tuple[Line, ...] = Field(min_length=1, max_length=6, description="Vad man kan titta efter.")


class TalkDrillModel(HeadModel):
    """A whole drill."""

    introduction: Text
    lines: tuple[DrillLineModel, ...] = Field(min_length=1, max_length=30)
    leader_notes: Text


def to_talk_drill(model: TalkDrillModel) -> TalkDrill:
    lines = tuple(DrillLine(n.id, DrillTask(n.task), n.situation, n.line, n.models, n.points) for n in model.lines)
    return TalkDrill(to_head(model), model.introduction, lines, model.leader_notes)


def problems(drill: TalkDrill, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield lines whose ids stand twice."""
    yield from repeated((n.id for n in drill.lines), ("lines",), "id", document)


def findings(drill: TalkDrill, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield drills that are too short or long, and models that are not what the task asks for."""
    yield from number_findings(len(drill.lines), _FEWEST_LINES, _MOST_LINES, "repliker", ("lines",), document)
    for i, line in enumerate(drill.lines):
        for j, model in enumerate(line.models):
            yield from _model_findings(line.task, model, ("lines", i, "models", j), document)


def _model_findings(task: DrillTask, model: str, at: Where, document: YamlDocument) -> Iterator[Finding]:
    questions = [part.strip() for part in model.replace("!", ".").split("?")[:-1]]
    if task in (DrillTask.OPEN_QUESTION, DrillTask.ASK_LEAVE) and not questions:
        yield warns(document, at, f"Förslaget ”{_short(model)}” är ingen fråga.", "Skriv det som en fråga.")
    if task == DrillTask.REFLECTION and questions:
        what = f"Förslaget ”{_short(model)}” är en fråga, men uppgiften är att spegla."
        yield warns(document, at, what, "Skriv det som ett påstående.")
    if task == DrillTask.OPEN_QUESTION:
        for question in questions:
            first = words(question.rsplit(".", 1)[-1])[:1]
            if first and first[0].casefold() in _CLOSED:
                what = f"Frågan ”{_short(question)}?” går att besvara med ja eller nej."
                yield warns(document, at, what, "Börja med vad, hur, när, vem eller berätta.")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
