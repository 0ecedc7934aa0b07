"""Since last time: what came of each commitment of the last session in the series, and the questions left open then.

What has not been tried yet goes along to the next session, if the group does not drop it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    RoomOnly,
    TableBlock,
    TextBlock,
)
from kompetens_gui.domain.activities.commitments import names_somebody
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.series import Commitment, SeriesMemory

LONGEST_TEXT = 400
NOTHING = SeriesMemory("", None)


class FollowUpOutcome(StrEnum):
    """What came of a commitment. None of them is better than another to tell about."""

    TRIED = "tried"
    PARTLY = "partly"
    NOT_YET = "not_yet"
    DROPPED = "dropped"


class FollowUpSubject(StrEnum):
    """What the room looks at."""

    OVERVIEW = "overview"
    COMMITMENT = "commitment"
    QUESTION = "question"


@dataclass(frozen=True)
class OutcomeTold:
    """What came of a commitment; None takes it back."""

    commitment: str
    outcome: FollowUpOutcome | None


@dataclass(frozen=True)
class HappeningTold:
    """What happened when it was tried; an empty text removes it."""

    commitment: str
    text: str


@dataclass(frozen=True)
class OpenQuestionTaken:
    """What was said to an open question (from 0); an empty text leaves it open."""

    question: int
    text: str


@dataclass(frozen=True)
class FollowUpShown(RoomOnly):
    """The room looks at everything, at one commitment or at one question; `place` is from 0."""

    subject: FollowUpSubject
    place: int = 0


@dataclass(frozen=True)
class Followed:
    """A commitment and what came of it."""

    commitment: Commitment
    outcome: FollowUpOutcome | None = None
    happened: str = ""


@dataclass(frozen=True)
class FollowUpState:
    """The commitments of last time with what came of them, what was said to the open questions, and what is on show."""

    followed: tuple[Followed, ...] = ()
    answers: Mapping[int, str] | None = None
    subject: FollowUpSubject = FollowUpSubject.OVERVIEW
    place: int = 0

    @property
    def commitments(self) -> tuple[Commitment, ...]:
        """What goes along to the next session: that which is to be tried later, and that which nobody had time for."""
        return tuple(f.commitment for f in self.followed if f.outcome in (FollowUpOutcome.NOT_YET, None))

    def answer(self, question: int) -> str:
        return (self.answers or {}).get(question, "")

    def count(self, outcome: FollowUpOutcome) -> int:
        return sum(f.outcome == outcome for f in self.followed)


@dataclass(frozen=True)
class FollowUpRoom:
    """What the room sees. Without an earlier session there is nothing but the title."""

    title: str
    earlier: str
    held_on: date | None
    subject: FollowUpSubject
    place: int
    followed: tuple[Followed, ...]
    questions: tuple[str, ...]
    answers: tuple[str, ...]


class FollowUp:
    """Rules of the kind."""

    id = "follow_up"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 10
    events: tuple[type, ...] = (OutcomeTold, HappeningTold, OpenQuestionTaken, FollowUpShown)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        """There is nothing to choose."""

    def memory(self, context: ActivityContext) -> SeriesMemory:
        """Return what the last session of the series left; empty when there was none."""
        return context.previous or NOTHING

    def start(self, context: ActivityContext) -> FollowUpState:
        return FollowUpState(tuple(Followed(c) for c in self.memory(context).commitments))

    def check(self, state: FollowUpState, event: object, context: ActivityContext) -> None:
        memory = self.memory(context)
        match event:
            case OutcomeTold(commitment, _):
                _need_commitment(state, commitment)
            case HappeningTold(commitment, text):
                _need_commitment(state, commitment)
                _check_text(text, context)
            case OpenQuestionTaken(question, text):
                if not 0 <= question < len(memory.open_questions):
                    raise ActivityRefused("no_such_question_here")
                _check_text(text, context)
            case FollowUpShown(subject, place):
                most = {
                    FollowUpSubject.OVERVIEW: 1,
                    FollowUpSubject.COMMITMENT: len(state.followed),
                    FollowUpSubject.QUESTION: len(memory.open_questions),
                }[subject]
                if not 0 <= place < most:
                    raise ActivityRefused("no_such_question_here")
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: FollowUpState, event: object, at: datetime, context: ActivityContext) -> FollowUpState:
        match event:
            case OutcomeTold(commitment, outcome):
                return _changed(state, commitment, lambda f: replace(f, outcome=outcome))
            case HappeningTold(commitment, text):
                return _changed(state, commitment, lambda f: replace(f, happened=text.strip()))
            case OpenQuestionTaken(question, text):
                kept = {**(state.answers or {}), question: text.strip()}
                return replace(state, answers={q: kept[q] for q in sorted(kept) if kept[q]})
            case FollowUpShown(subject, place):
                return replace(state, subject=subject, place=place)
        return state

    def open_questions(self, state: FollowUpState, context: ActivityContext) -> tuple[str, ...]:
        """Return the questions that nobody could answer this time either."""
        asked = self.memory(context).open_questions
        return tuple(text for place, text in enumerate(asked) if not state.answer(place))

    def room(self, state: FollowUpState, context: ActivityContext) -> FollowUpRoom:
        memory = self.memory(context)
        return FollowUpRoom(
            context.item.title,
            memory.title,
            memory.held_on,
            state.subject,
            state.place,
            state.followed,
            memory.open_questions,
            tuple(state.answer(place) for place in range(len(memory.open_questions))),
        )

    def result(self, state: FollowUpState, context: ActivityContext) -> ActivityResult:
        memory = self.memory(context)
        told = [f for f in state.followed if f.outcome or f.happened]
        blocks: list[Block] = []
        if told:
            header = (
                translate("FollowUp", "Skulle prövas"),
                translate("FollowUp", "Hur det gick"),
                translate("FollowUp", "Vad som hände"),
            )
            rows = tuple((f.commitment.text, outcome_word(f.outcome) if f.outcome else "", f.happened) for f in told)
            blocks.append(TableBlock(header, rows, translate("FollowUp", "Sedan sist")))
        blocks += [
            TextBlock(state.answer(place), question)
            for place, question in enumerate(memory.open_questions)
            if state.answer(place)
        ]
        return ActivityResult(tuple(blocks))

    def chain(self, state: FollowUpState, context: ActivityContext) -> Chain | None:
        return None


def outcome_word(outcome: FollowUpOutcome) -> str:
    """Name an outcome."""
    return {
        FollowUpOutcome.TRIED: translate("FollowUp", "Prövat"),
        FollowUpOutcome.PARTLY: translate("FollowUp", "Delvis"),
        FollowUpOutcome.NOT_YET: translate("FollowUp", "Inte än"),
        FollowUpOutcome.DROPPED: translate("FollowUp", "Släppt"),
    }[outcome]


def _need_commitment(state: FollowUpState, commitment: str) -> None:
    if all(f.commitment.id != commitment for f in state.followed):
        raise ActivityRefused("no_such_commitment")


def _check_text(text: str, context: ActivityContext) -> None:
    if len(text) > LONGEST_TEXT:
        raise ActivityRefused("text_too_long")
    if names_somebody(text, context.participants):
        raise ActivityRefused("names_somebody")


def _changed(state: FollowUpState, commitment: str, change: Callable[[Followed], Followed]) -> FollowUpState:
    return replace(state, followed=tuple(change(f) if f.commitment.id == commitment else f for f in state.followed))


KIND = FollowUp()
