"""What the room may see of a letter that is written anew."""

from dataclasses import dataclass

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.plain_language.events import (
    STEPS,
    LetterReader,
    LetterState,
    LetterStep,
    reading_of,
)
from kompetens_gui.domain.readability import lix, sentence_lengths
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.word_diff import Change, Piece, word_diff


@dataclass(frozen=True)
class Measure:
    """How hard a text is to read: its LIX, words per sentence on the average, and in the longest."""

    lix: int
    average: int
    longest: int


@dataclass(frozen=True)
class QuestionInRoom:
    """A question with the name of the group it comes from, empty for the room's own."""

    text: str
    group: str


@dataclass(frozen=True)
class FactInRoom:
    """A fact that may not be lost, and whether the room's version says it."""

    text: str
    why: str
    kept: bool


@dataclass(frozen=True)
class VersionInRoom:
    """A group's version; `lost` are the facts it no longer says."""

    group: str
    text: str
    measure: Measure
    lost: tuple[str, ...]


@dataclass(frozen=True)
class PointInRoom:
    """A point to check the version against; None while nobody has said."""

    text: str
    met: bool | None


@dataclass(frozen=True)
class LetterRoom:
    """One step; what belongs to other steps, or is not revealed, is empty."""

    title: str
    step: LetterStep
    at: int
    count: int
    reader: LetterReader | None
    original: str
    original_measure: Measure
    questions: tuple[QuestionInRoom, ...]
    asks: str
    text: str
    measure: Measure
    facts: tuple[FactInRoom, ...]
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    versions: tuple[VersionInRoom, ...]
    points: tuple[PointInRoom, ...]
    model: str
    model_measure: Measure | None


def room_view(state: LetterState, letter: PlainLetter, context: ActivityContext) -> LetterRoom:
    """Build the view: nothing of readings, points or model but what an event has revealed."""
    step, reader, text = state.step, state.reader, state.versions.get("", "")
    names: dict[str, str] = {g.id: g.name for g in context.groups}
    shows_model = step is LetterStep.MODEL and state.model
    before, after = _changes(letter, text) if step is LetterStep.CHANGES and text else ((), ())
    return LetterRoom(
        context.item.title,
        step,
        STEPS.index((step, state.number)),
        len(STEPS),
        reader,
        joined(letter.original),
        measure(letter.original),
        tuple(QuestionInRoom(q.text, names.get(q.group, "")) for q in state.of(reader)) if reader else (),
        reading_of(letter.readings, reader) if reader in state.read and reader else "",
        text,
        measure(text),
        _facts(letter, text) if step is LetterStep.WRITING else (),
        before,
        after,
        _versions(state, letter, context) if step is LetterStep.VERSIONS else (),
        _points(state, letter) if step is LetterStep.CHECKING and state.points else (),
        plain(letter.model) if shows_model else "",
        measure(plain(letter.model)) if shows_model else None,
    )


def measure(text: str) -> Measure:
    return Measure(lix(text), *sentence_lengths(text))


def plain(text: str) -> str:
    """Return a text without the marks for bold."""
    return text.replace("**", "")


def joined(text: str) -> str:
    """Join the lines of each paragraph: files break them where the file is wide."""
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))


def _facts(letter: PlainLetter, text: str) -> tuple[FactInRoom, ...]:
    lost = letter.lost(text)
    return tuple(FactInRoom(fact.text, fact.why, fact not in lost) for fact in letter.must_keep)


def _changes(letter: PlainLetter, text: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return the original with what has gone, and the version with what is new."""
    pieces = word_diff(joined(letter.original), text)
    return (
        tuple(p for p in pieces if p.change is not Change.ADDED),
        tuple(p for p in pieces if p.change is not Change.REMOVED),
    )


def _versions(state: LetterState, letter: PlainLetter, context: ActivityContext) -> tuple[VersionInRoom, ...]:
    written = [(g.name, state.versions[g.id]) for g in context.groups if state.versions.get(g.id)]
    return tuple(
        VersionInRoom(name, text, measure(text), tuple(fact.text for fact in letter.lost(text)))
        for name, text in written
    )


def _points(state: LetterState, letter: PlainLetter) -> tuple[PointInRoom, ...]:
    return tuple(PointInRoom(point, state.checked.get(number)) for number, point in enumerate(letter.points))
