"""Letters to put in plain language: exercises/letter/<id>.yaml."""

from collections.abc import Iterable, Iterator
from datetime import date

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, Text
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.study.head_model import AnswerText, HeadModel, to_head
from kompetens_gui.content.text_measures import lix
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.letter import LetterReadings, MustKeep, PlainLetter

HIGHEST_LETTER_LIX = 40


class ReadingsModel(Model):
    recipient: Text = Field(description="Vad mottagaren undrar när hen läser.")
    coordinator: Text
    case_officer: Text


class MustKeepModel(Model):
    text: AnswerText = Field(description="Ord som måste stå kvar, ordagrant i både brevet och den klara texten.")
    why: Text


class LetterModel(HeadModel):
    """A whole letter exercise."""

    original: Text = Field(description="Eget påhittat brev i tung myndighetsstil.")
    readings: ReadingsModel
    must_keep: tuple[MustKeepModel, ...] = Field(min_length=1, max_length=12)
    points: tuple[Line, ...] = Field(min_length=4, max_length=7, description="Observerbara punkter att pröva mot.")
    model: Text = Field(description="En klar version, LIX högst 40.")


def to_letter(model: LetterModel) -> PlainLetter:
    readings = model.readings
    return PlainLetter(
        head=to_head(model),
        original=model.original,
        readings=LetterReadings(readings.recipient, readings.coordinator, readings.case_officer),
        must_keep=tuple(MustKeep(k.text, k.why) for k in model.must_keep),
        points=model.points,
        model=model.model,
    )


def problems(letter: PlainLetter, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield words that must be kept but stand in neither or only one of the texts."""
    for name, text in (("original", letter.original), ("model", letter.model)):
        lost = letter.lost(text)
        for i, keep in enumerate(letter.must_keep):
            if keep in lost:
                what = f"”{keep.text}” ska stå kvar men finns inte i {name}."
                yield document.problem(("must_keep", i, "text"), what, f"Skriv det ordagrant som i {name}.")


def findings(letter: PlainLetter, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield a model that is no easier than the letter it replaces."""
    heavy, plain = lix(letter.original), lix(letter.model)
    if plain >= heavy:
        what = f"Den klara texten (LIX {plain}) är inte lättare än brevet (LIX {heavy})."
        yield Finding(Weight.BLOCKS_READY, document.problem(("model",), what, "Gör den klara texten enklare."))


def wholes(letter: PlainLetter) -> Iterable[WholeText]:
    return (WholeText("model", ("model",), letter.model, HIGHEST_LETTER_LIX, Weight.BLOCKS_READY),)
