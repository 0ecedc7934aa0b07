"""What is told at a place: the situation with its choices, a choice with what it did, or an end with a look back."""

from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.branching import BranchingState, ToldEffect, changes, fold, node_of, offered, start
from kompetens_gui.domain.study.branching_case import Actor, BranchingCase, Effects, EndKind, RuleBox, Track


class Against(StrEnum):
    """What the tracks are held against."""

    NOTHING = "nothing"
    BEFORE_CHOICE = "before_choice"
    BEFORE_LATE = "before_late"
    FIRST_DAY = "first_day"


@dataclass(frozen=True)
class ChoiceShown:
    """A choice that can be made, without what it does."""

    id: str
    text: str
    detail: str


@dataclass(frozen=True)
class TrackMoved:
    """A track before and now, and why it moved."""

    track: Track
    before: int
    now: int
    why: str = ""


@dataclass(frozen=True)
class Story:
    """`chosen`, `feedback` and what follows are empty but while a choice is told; `late` came due on arrival here."""

    node: str
    day: int
    who: Actor | None
    place: str
    text: str
    voice: str
    person: str
    question: str
    rule_box: RuleBox | None
    choices: tuple[ChoiceShown, ...]
    tracks: tuple[TrackMoved, ...]
    against: Against
    late: tuple[ToldEffect, ...]
    chosen: str = ""
    feedback: str = ""
    next_day: int = 0
    leads_to_end: bool = False
    end: EndKind | None = None
    title: str = ""
    looking_back: str = ""


def story(case: BranchingCase, choices: tuple[str, ...], *, telling: bool) -> Story:
    """Return what is told after some choices; while `telling`, of the last of them and what it did."""
    now = fold(case, choices)
    return _told(case, fold(case, choices[:-1]), now) if telling and choices else _at(case, now)


def _at(case: BranchingCase, now: BranchingState) -> Story:
    node = node_of(case, now.node)
    last = now.steps[-1] if now.steps else None
    if node.is_end:
        before, against = start(case).tracks, Against.FIRST_DAY
    elif last is not None and last.told:
        before, against = last.at_once, Against.BEFORE_LATE
    else:
        before, against = now.tracks, Against.NOTHING
    return Story(
        node=node.id,
        day=now.day,
        who=node.who,
        place=node.place,
        text=node.text,
        voice=node.voice,
        person=case.head.person.name if case.head.person else "",
        question=node.question,
        rule_box=node.rule_box,
        choices=_choices(case, now),
        tracks=_between(before, now.tracks),
        against=against,
        late=now.told,
        end=node.end,
        title=node.title,
        looking_back=node.looking_back,
    )


def _told(case: BranchingCase, before: BranchingState, now: BranchingState) -> Story:
    node, step = node_of(case, before.node), now.steps[-1]
    choice = node.choice(step.choice)
    return Story(
        node=node.id,
        day=before.day,
        who=node.who,
        place=node.place,
        text=node.text,
        voice=node.voice,
        person=case.head.person.name if case.head.person else "",
        question=node.question,
        rule_box=node.rule_box,
        choices=_choices(case, before),
        tracks=tuple(TrackMoved(c.track, c.before, c.after, c.why) for c in changes(case, step)),
        against=Against.BEFORE_CHOICE,
        late=before.told,
        chosen=step.choice,
        feedback=choice.feedback if choice else "",
        next_day=step.arrived_day,
        leads_to_end=node_of(case, step.arrived).is_end,
    )


def _choices(case: BranchingCase, state: BranchingState) -> tuple[ChoiceShown, ...]:
    return tuple(ChoiceShown(c.id, c.text, c.detail) for c in offered(case, state))


def _between(before: Effects, now: Effects) -> tuple[TrackMoved, ...]:
    return tuple(TrackMoved(t, before.of(t), now.of(t)) for t in Track)
