"""What a number does not measure: exercises/measure_limits/<id>.yaml."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, LooseText, Model, NodeKey, OptionalText, Text, YesNo
from kompetens_gui.content.findings import Finding
from kompetens_gui.content.material.found import blocks, number_findings
from kompetens_gui.content.study.head_model import HeadModel, Number, repeated, to_head
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.material.measure_limits import Figure, FigureKind, MeasureLimits, Series, Statement

_FEWEST_NOT_MEASURED = 2
RealNumber = Annotated[Number, Field(allow_inf_nan=False)]
Column = Annotated[LooseText, Field(min_length=1, max_length=60)]


class SeriesModel(Model):
    title: Line
    values: tuple[RealNumber, ...] = Field(min_length=1, max_length=24, description="Ett tal för varje kolumn.")


class FigureModel(Model):
    kind: Literal["table", "bars", "line"]
    title: Line
    columns: tuple[Column, ...] = Field(min_length=1, max_length=24)
    series: tuple[SeriesModel, ...] = Field(min_length=1, max_length=8)
    unit: OptionalText = Field(description="Visas efter talen, till exempel ”%”.")
    caution: Text = Field(description="Försiktighetsordet, visas alltid vid figuren.")


class StatementModel(Model):
    id: NodeKey
    text: Text
    holds: YesNo
    why: Text


class MeasureLimitsModel(HeadModel):
    """A whole exercise."""

    claim: Text = Field(description="Vad någon drar för slutsats av talen.")
    figure: FigureModel
    statements: tuple[StatementModel, ...] = Field(min_length=2, max_length=12)
    not_measured: tuple[Text, ...] = Field(min_length=1, max_length=12)
    questions: tuple[Text, ...] = Field(min_length=1, max_length=10)
    leader_notes: Text


def to_measure_limits(model: MeasureLimitsModel) -> MeasureLimits:
    figure = model.figure
    return MeasureLimits(
        head=to_head(model),
        claim=model.claim,
        figure=Figure(
            FigureKind(figure.kind),
            figure.title,
            figure.columns,
            tuple(Series(s.title, s.values) for s in figure.series),
            figure.unit,
            figure.caution,
        ),
        statements=tuple(Statement(s.id, s.text, s.holds, s.why) for s in model.statements),
        not_measured=model.not_measured,
        questions=model.questions,
        leader_notes=model.leader_notes,
    )


def problems(limits: MeasureLimits, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield figures whose numbers and columns do not meet, and ids that stand twice."""
    yield from repeated((s.id for s in limits.statements), ("statements",), "id", document)
    columns = len(limits.figure.columns)
    for i, series in enumerate(limits.figure.series):
        if len(series.values) != columns:
            what = f"”{series.title}” har {len(series.values)} tal men figuren har {columns} kolumner."
            yield document.problem(("figure", "series", i, "values"), what, "Skriv ett tal för varje kolumn.")


def findings(limits: MeasureLimits, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield exercises where nothing has to be told apart."""
    held = sum(s.holds for s in limits.statements)
    if held in (0, len(limits.statements)):
        what = "Alla påståenden håller." if held else "Inget påstående håller."
        yield blocks(document, ("statements",), what, "Blanda sådant som håller och sådant som inte gör det.")
    yield from number_findings(
        len(limits.not_measured), _FEWEST_NOT_MEASURED, None, "saker som talet inte mäter", ("not_measured",), document
    )
