"""Who answers about which version: the groups in turn, or the two halves of a room without groups."""

from collections.abc import Sequence
from dataclasses import dataclass

from kompetens_gui.domain.activities.gender_hand.events import HandState
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import SmallGroup


@dataclass(frozen=True)
class Party:
    """A group, or a half that has its version's key for id."""

    id: str
    name: str
    version: str


def parties(state: HandState, case: TwinCase, groups: Sequence[SmallGroup]) -> tuple[Party, ...]:
    """Return who answers. Groups take turns to have the versions until the leader has said otherwise."""
    keys = [version.key for version in case.versions]
    if groups:
        return tuple(
            Party(group.id, group.name, state.given.get(group.id, keys[number % len(keys)]))
            for number, group in enumerate(groups)
        )
    name = translate("GenderHand", "De som har version {letter}")
    return tuple(Party(key, name.format(letter=key.upper()), key) for key in keys)


def count(state: HandState, who: Sequence[Party], version: str, question: str, option: str) -> int:
    """Return how many chose an answer about a version."""
    return sum(state.of(question, party.id).get(option, 0) for party in who if party.version == version)
