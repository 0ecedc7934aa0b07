"""How the votes at a place fall, and whose ways may be gone from there."""

from collections.abc import Mapping, Sequence

from kompetens_gui.domain.activities.branching_together.events import CountBy
from kompetens_gui.domain.activities.branching_together.state import Ballot


def counts(ballot: Ballot, by: CountBy, choices: Sequence[str]) -> dict[str, int]:
    """Return the votes of every choice on offer."""
    return {choice: ballot.count(by, choice) for choice in choices}


def majority(votes: Mapping[str, int]) -> tuple[str, ...]:
    """Return the choice that most want, several when as many want each; none when nobody has voted."""
    most = max(votes.values(), default=0)
    return tuple(choice for choice, count in votes.items() if count == most) if most else ()


def minority(votes: Mapping[str, int]) -> tuple[str, ...]:
    """Return the choice that fewest want but somebody does; none when all want the same, or all ways as much."""
    wanted = {choice: count for choice, count in votes.items() if count}
    fewest = min(wanted.values(), default=0)
    if len(set(wanted.values())) < 2:
        return ()
    return tuple(choice for choice, count in wanted.items() if count == fewest)
