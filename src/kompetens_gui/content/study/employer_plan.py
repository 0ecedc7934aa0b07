"""Employers' plans to read: exercises/employer_plan/<id>.yaml."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, OptionalText, Text, YesNo
from kompetens_gui.content.diagnosis_codes import diagnosis_findings
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.study.head_model import HeadModel, repeated, to_head
from kompetens_gui.content.study.quoting import exact_quote, quote_problem
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.employer_plan import (
    Checkpoint,
    CheckpointId,
    EmployerPlan,
    FirstSentence,
    PlanChoice,
    PlanChoiceId,
    PlanPart,
    PlanVerdict,
)


class PlanPartModel(Model):
    heading: Line
    text: Text


class CheckpointModel(Model):
    id: Literal[
        "day_and_owner",
        "participation",
        "work_demands",
        "measures",
        "redeployment",
        "follow_up",
        "matches_certificate",
    ]
    verdict: Literal["good", "warning", "missing"]
    quote: OptionalText = Field("", description="Exakta ord ur planen, tomt när det saknas.")
    why: Text


class PlanChoiceModel(Model):
    id: Literal["accept", "ask", "talk", "inform"]
    reasonable: YesNo
    feedback: Text


class FirstSentenceModel(Model):
    points: tuple[Line, ...] = Field(min_length=2, max_length=6)
    model: Text


class EmployerPlanModel(HeadModel):
    """A whole plan to read."""

    plan: tuple[PlanPartModel, ...] = Field(min_length=1, max_length=20)
    medical_note: Text = Field(description="Vad intyget säger om grad, tid och förmåga. Aldrig diagnosen.")
    coordinator_note: Text
    checkpoints: tuple[CheckpointModel, ...] = Field(min_length=7, max_length=7, description="De sju, var och en gång.")
    choices: tuple[PlanChoiceModel, ...] = Field(min_length=2, max_length=4)
    first_sentence: FirstSentenceModel


def to_employer_plan(model: EmployerPlanModel) -> EmployerPlan:
    parts = tuple(PlanPart(p.heading, p.text) for p in model.plan)
    text = _text(parts, model.medical_note)
    return EmployerPlan(
        head=to_head(model),
        plan=parts,
        medical_note=model.medical_note,
        coordinator_note=model.coordinator_note,
        checkpoints=tuple(
            Checkpoint(CheckpointId(c.id), PlanVerdict(c.verdict), exact_quote(c.quote, text) or c.quote, c.why)
            for c in model.checkpoints
        ),
        choices=tuple(PlanChoice(PlanChoiceId(c.id), c.reasonable, c.feedback) for c in model.choices),
        first_sentence=FirstSentence(model.first_sentence.points, model.first_sentence.model),
    )


def _text(parts: Iterable[PlanPart], medical_note: str) -> str:
    return "\n\n".join([f"{p.heading}\n{p.text}" for p in parts] + [medical_note])


def problems(plan: EmployerPlan, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield quotes that do not stand in the plan, and checkpoints that stand twice (so that another is lacking)."""
    yield from repeated((c.id for c in plan.checkpoints), ("checkpoints",), "id", document)
    yield from repeated((c.id for c in plan.choices), ("choices",), "id", document)
    text = _text(plan.plan, plan.medical_note)
    for i, checkpoint in enumerate(plan.checkpoints):
        at: Where = ("checkpoints", i)
        if checkpoint.quote and checkpoint.quote not in text:
            yield quote_problem(checkpoint.quote, text, (*at, "quote"), document)
        if checkpoint.quote and checkpoint.verdict == PlanVerdict.MISSING:
            what = f"Punkten ”{checkpoint.id}” sägs saknas men har ett citat."
            yield document.problem((*at, "quote"), what, "Ta bort citatet, eller välj warning.")


def findings(plan: EmployerPlan, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield judgements that show no words for it, and a plan without any reasonable way on."""
    for i, checkpoint in enumerate(plan.checkpoints):
        if not checkpoint.quote and checkpoint.verdict != PlanVerdict.MISSING:
            what = f"Punkten ”{checkpoint.id}” är bedömd som {checkpoint.verdict.value} utan citat."
            advice = "Citera orden som visar det, eller välj missing."
            yield Finding(Weight.WARNING, document.problem(("checkpoints", i), what, advice))
    shown: list[tuple[Where, str]] = [(("plan", i, "text"), part.text) for i, part in enumerate(plan.plan)]
    for where, text in (*shown, (("medical_note",), plan.medical_note)):
        yield from diagnosis_findings(text, where, document)
    if not any(c.reasonable for c in plan.choices):
        what = "Ingen väg vidare är rimlig."
        yield Finding(Weight.BLOCKS_READY, document.problem(("choices",), what, "Sätt reasonable: true på minst en."))


def wholes(plan: EmployerPlan) -> Iterable[WholeText]:
    return ()
