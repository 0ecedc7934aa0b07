"""Which questions a round asks: every safety family, the areas in turn, and another version than the last time."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from random import Random

from kompetens_gui.domain.study.questions import KnowledgeItem

DEFAULT_COUNT = 10


def draw(items: Iterable[KnowledgeItem], count: int, seed: int, asked: Sequence[str] = ()) -> tuple[KnowledgeItem, ...]:
    """Draw a round of `count` questions (all, when there are fewer families), one from each family.

    `asked` are the ids asked in earlier rounds, oldest first: within a family the version that was never asked, or
    longest ago, is taken, and so are the families themselves. Same seed and same history give the same round. Safety
    families are always in, even when that makes the round longer.
    """
    chance = Random(f"round:{seed}")
    last_asked = {item_id: place for place, item_id in enumerate(asked, 1)}
    chosen = [_version(family, last_asked, chance) for family in _families(items)]
    must = [i for i in chosen if i.safety]
    others = _areas_in_turn([i for i in chosen if not i.safety], _families_asked(items, last_asked), chance)
    drawn = must + others[: max(0, (count or DEFAULT_COUNT) - len(must))]
    chance.shuffle(drawn)
    return tuple(drawn)


def _families(items: Iterable[KnowledgeItem]) -> list[list[KnowledgeItem]]:
    families: dict[str, list[KnowledgeItem]] = {}
    for item in sorted(items, key=lambda i: i.id):
        families.setdefault(_family(item), []).append(item)
    return [families[name] for name in sorted(families)]


def _family(item: KnowledgeItem) -> str:
    # A safety question never hides behind one that may be left out.
    return f"{item.family or item.id}{'!' if item.safety else ''}"


def _version(family: list[KnowledgeItem], last_asked: Mapping[str, int], chance: Random) -> KnowledgeItem:
    mixed = list(family)
    chance.shuffle(mixed)
    return min(mixed, key=lambda i: last_asked.get(i.id, 0))


def _families_asked(items: Iterable[KnowledgeItem], last_asked: Mapping[str, int]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for item in items:
        found[_family(item)] = max(found.get(_family(item), 0), last_asked.get(item.id, 0))
    return found


def _areas_in_turn(
    items: list[KnowledgeItem], families_asked: Mapping[str, int], chance: Random
) -> list[KnowledgeItem]:
    """Order the items so that any beginning of the list is spread over the areas, those asked longest ago first."""
    chance.shuffle(items)
    items.sort(key=lambda i: families_asked.get(_family(i), 0))
    by_area: dict[str, list[KnowledgeItem]] = {}
    for item in items:
        by_area.setdefault(item.area, []).append(item)
    areas = sorted(by_area)
    chance.shuffle(areas)
    turns = zip_longest(*(by_area[area] for area in areas))
    return [item for turn in turns for item in turn if item is not None]
