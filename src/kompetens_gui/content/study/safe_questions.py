"""Safe questions about violence: exercises/safe_questions/<id>.yaml. It has no place for free text, on purpose."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Day, Line, Model, NodeKey, OptionalText, Text, YesNo
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.study.head_model import AnswerText, HeadModel, repeated, to_head
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.safe_questions import Helpline, SafeOption, SafeQuestionsDrill, SafeStep

_CHECKED_WITHIN = timedelta(days=365)


class HelplineModel(Model):
    name: Line
    phone: AnswerText
    note: OptionalText = ""
    checked: Day = Field(description="Den dag numret senast kontrollerades.")
    certainty: Literal["certain", "probable", "check"]


class SafeOptionModel(Model):
    id: NodeKey
    text: Text
    safe: YesNo
    feedback: Text


class SafeStepModel(Model):
    id: NodeKey
    text: Text
    options: tuple[SafeOptionModel, ...] = Field(min_length=2, max_length=6)
    must_be_safe: YesNo = Field(True, description="Måste besvaras säkert.")


class SafeQuestionsModel(HeadModel):
    """A whole drill."""

    content_warning: Text = Field(description="Krävs: vad den som läser möter, och att det går att hoppa över.")
    skip: Text = Field(description="Vad ”hoppa över” betyder; det ger samma framsteg.")
    helplines: tuple[HelplineModel, ...] = Field(min_length=1, max_length=20)
    steps: tuple[SafeStepModel, ...] = Field(min_length=1, max_length=40)


def to_safe_questions(model: SafeQuestionsModel) -> SafeQuestionsDrill:
    return SafeQuestionsDrill(
        head=to_head(model),
        skip=model.skip,
        helplines=tuple(Helpline(h.name, h.phone, h.note, h.checked, h.certainty) for h in model.helplines),
        steps=tuple(
            SafeStep(
                s.id,
                s.text,
                tuple(SafeOption(o.id, o.text, o.safe, o.feedback) for o in s.options),
                s.must_be_safe,
            )
            for s in model.steps
        ),
    )


def problems(drill: SafeQuestionsDrill, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield steps that cannot be answered as they must."""
    yield from repeated((s.id for s in drill.steps), ("steps",), "id", document)
    for i, step in enumerate(drill.steps):
        at: Where = ("steps", i, "options")
        yield from repeated((o.id for o in step.options), at, "id", document)
        if step.must_be_safe and not any(o.safe for o in step.options):
            what = f"Steget ”{step.id}” har inget säkert val."
            yield document.problem(at, what, "Sätt safe: true på minst ett val, eller must_be_safe: false.")


def findings(drill: SafeQuestionsDrill, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield steps where nothing can go wrong, and numbers that nobody has looked up for a year."""
    for i, step in enumerate(drill.steps):
        if all(o.safe for o in step.options):
            what = f"Alla val i steget ”{step.id}” är säkra, så det prövar ingenting."
            yield Finding(Weight.WARNING, document.problem(("steps", i), what, "Lägg till ett val som inte är säkert."))
    for i, line in enumerate(drill.helplines):
        where: Where = ("helplines", i, "checked")
        if line.checked > today:
            what = f"Numret till {line.name} sägs vara kontrollerat {line.checked}, i framtiden."
            yield Finding(Weight.ERROR, document.problem(where, what, "Rätta datumet."))
        elif today - line.checked > _CHECKED_WITHIN:
            what = f"Numret till {line.name} kontrollerades {line.checked}, för mer än ett år sedan."
            yield Finding(Weight.BLOCKS_READY, document.problem(where, what, "Slå upp numret och skriv dagens datum."))


def wholes(drill: SafeQuestionsDrill) -> Iterable[WholeText]:
    return ()
