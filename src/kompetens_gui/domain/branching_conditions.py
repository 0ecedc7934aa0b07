"""When a condition of a branching case holds, and what it refers to."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from kompetens_gui.domain.study.branching_case import ChoiceRef, Condition, Effects


def choice_ref(node: str, choice_id: str) -> ChoiceRef:
    """Name a choice the way conditions do, "v2.b"."""
    return ChoiceRef(f"{node}.{choice_id}")


def holds(condition: Condition | None, tracks: Effects, made: AbstractSet[str]) -> bool:
    """Tell whether every part of the condition holds; without a condition it always does."""
    if condition is None:
        return True
    return (
        _track_holds(condition, tracks)
        and (condition.chose is None or condition.chose in made)
        and (condition.not_chose is None or condition.not_chose not in made)
        and all(holds(part, tracks, made) for part in condition.all)
        and (not condition.any or any(holds(part, tracks, made) for part in condition.any))
    )


def _track_holds(condition: Condition, tracks: Effects) -> bool:
    if condition.track is None:
        return True
    value = tracks.of(condition.track)
    enough = condition.at_least is None or value >= condition.at_least
    return enough and (condition.at_most is None or value <= condition.at_most)


def refs_of(condition: Condition | None) -> Iterator[ChoiceRef]:
    """Yield every choice a condition asks about, also deep inside."""
    if condition is None:
        return
    yield from (ref for ref in (condition.chose, condition.not_chose) if ref is not None)
    for part in (*condition.all, *condition.any):
        yield from refs_of(part)
