"""Hands and groups for a few options, before and after the talk; shared by kinds where a room judges something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.workshop.plan import SmallGroup

HIGHEST_COUNT = 500


@dataclass(frozen=True)
class Ballot:
    """One round of one question: hands by option, and options by group."""

    hands: Mapping[str, int] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not any(self.hands.values()) and not self.groups

    def counted(self, option: str, count: int) -> "Ballot":
        return replace(self, hands={**self.hands, option: count})

    def placed(self, group: str, option: str) -> "Ballot":
        """Return the ballot with a group's option; an empty option takes it back."""
        rest = {g: o for g, o in self.groups.items() if g != group}
        return replace(self, groups=rest | ({group: option} if option else {}))


Ballots = Mapping[str, Ballot]
"""Ballots by round and question, as `1/<question>` and `2/<question>`."""


@dataclass(frozen=True)
class Tally:
    """An option as the room sees it: hands of each round, and the names of the groups that chose it last."""

    option: str
    first: int
    second: int
    groups: tuple[str, ...]


def ballot_of(ballots: Ballots, round_: Round, question: str) -> Ballot:
    return ballots.get(_key(round_, question), Ballot())


def with_ballot(ballots: Ballots, round_: Round, question: str, ballot: Ballot) -> Ballots:
    return {**ballots, _key(round_, question): ballot}


def tallies(ballots: Ballots, question: str, options: Sequence[str], groups: Sequence[SmallGroup]) -> tuple[Tally, ...]:
    first, second = ballot_of(ballots, Round.FIRST, question), ballot_of(ballots, Round.SECOND, question)
    latest = {**first.groups, **second.groups}
    return tuple(
        Tally(
            option,
            first.hands.get(option, 0),
            second.hands.get(option, 0),
            tuple(g.name for g in groups if latest.get(g.id) == option),
        )
        for option in options
    )


def told(ballot: Ballot, options: Sequence[tuple[str, str]], groups: Sequence[SmallGroup]) -> str:
    """Tell a ballot in words, for the protocol: "Bra: Grupp 1, 4; Saknas: 2". `options` are ids with their words."""
    parts = []
    for option, word in options:
        names = [g.name for g in groups if ballot.groups.get(g.id) == option]
        count = ballot.hands.get(option, 0)
        if names or count:
            parts.append(f"{word}: {', '.join([*names, *([str(count)] if count else [])])}")
    return "; ".join(parts)


def _key(round_: Round, question: str) -> str:
    return f"{int(round_)}/{question}"
