"""Impulse cases: exercises/impulses/<id>.yaml."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, NodeKey, Text, WholeNumber
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.study.head_model import HeadModel, repeated, to_head
from kompetens_gui.content.study.quoting import exact_quote, quote_problem
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.impulses import (
    FULL_SCORE,
    Impulse,
    ImpulseCase,
    ImpulseType,
    NextQuestion,
    Portion,
    PortionForm,
)

ImpulseKey = Literal[
    "prior_history",
    "psychiatric_diagnosis",
    "unclear_prognosis",
    "relation_problem",
    "employer_passive",
    "low_motivation",
    "external_party",
    "conflicting_accounts",
    "many_contacts",
    "no_medical_progress",
    "repeated_extension",
    "undisclosed_stressor",
]


class ImpulseModel(Model):
    type: ImpulseKey
    quote: Text = Field(description="Exakt de ord som står i texten.")
    why: Text = Field(description="Varför det är skäl att fråga.")


class NextQuestionModel(Model):
    id: NodeKey
    text: Text
    score: WholeNumber = Field(ge=0, le=2, description="2 öppnar, 1 hjälper lite, 0 leder ingenstans.")
    feedback: Text


class PortionModel(Model):
    title: Line
    form: Literal["medical_certificate", "phone", "letter", "employer"]
    text: Text
    impulses: tuple[ImpulseModel, ...] = Field((), max_length=10, description="Får vara tom.")
    next_questions: tuple[NextQuestionModel, ...] = Field(min_length=3, max_length=5)


class ImpulsesModel(HeadModel):
    """A whole impulse case."""

    portions: tuple[PortionModel, ...] = Field(min_length=3, max_length=3, description="Exakt tre.")


def to_impulse_case(model: ImpulsesModel) -> ImpulseCase:
    return ImpulseCase(to_head(model), tuple(_portion(p) for p in model.portions))


def _portion(model: PortionModel) -> Portion:
    return Portion(
        title=model.title,
        form=PortionForm(model.form),
        text=model.text,
        impulses=tuple(
            Impulse(ImpulseType(i.type), exact_quote(i.quote, model.text) or i.quote, i.why) for i in model.impulses
        ),
        next_questions=tuple(NextQuestion(q.id, q.text, q.score, q.feedback) for q in model.next_questions),
    )


def problems(case: ImpulseCase, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield quotes that do not stand in their portion."""
    for i, portion in enumerate(case.portions):
        at: Where = ("portions", i)
        yield from repeated((q.id for q in portion.next_questions), (*at, "next_questions"), "id", document)
        for j, impulse in enumerate(portion.impulses):
            if impulse.quote not in portion.text:
                yield quote_problem(impulse.quote, portion.text, (*at, "impulses", j, "quote"), document)


def findings(case: ImpulseCase, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield portions whose questions teach nothing: none that opens, or all alike."""
    for i, portion in enumerate(case.portions):
        scores = [q.score for q in portion.next_questions]
        if max(scores) < FULL_SCORE or min(scores) == FULL_SCORE:
            what = f"Frågorna i ”{portion.title}” har poängen {', '.join(map(str, scores))}."
            advice = "Minst en fråga ska ge 2 och minst en mindre."
            where = ("portions", i, "next_questions")
            yield Finding(Weight.BLOCKS_READY, document.problem(where, what, advice))


def wholes(case: ImpulseCase) -> Iterable[WholeText]:
    return ()
