"""How near a group came to an impulse, in words: never right or wrong, never points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.activities.spot_impulses.reading import Seen

translate = QCoreApplication.translate


def seen_words(seen: Sequence[tuple[str, Seen]]) -> str:
    """Say who saw an impulse, who was near and who did not mark it; a room without groups has no name."""
    if len(seen) == 1 and not seen[0][0]:
        return _alone(seen[0][1])
    parts = (
        (Seen.SEEN, translate("SpotImpulses", "Såg den: {groups}")),
        (Seen.NEAR, translate("SpotImpulses", "Nära: {groups}")),
        (Seen.NOT_MARKED, translate("SpotImpulses", "Inte markerad: {groups}")),
    )
    told = [
        words.format(groups=", ".join(group for group, found in seen if found == how))
        for how, words in parts
        if any(found == how for _, found in seen)
    ]
    return ". ".join(told) + "."


def none_words(*, case_has_none: bool, anybody_marked: bool) -> str:
    """Say that the case lifts no impulse, with respect for who looked and who let it be."""
    if case_has_none:
        return translate(
            "SpotImpulses",
            "Det här fallet har inga impulser. Så är det i ungefär ett av fem. Då räcker det att läsa och fortsätta.",
        )
    if anybody_marked:
        return translate(
            "SpotImpulses", "Fallet lyfter ingen impuls i den här delen. Det ni såg kan ändå vara värt en öppen fråga."
        )
    return translate("SpotImpulses", "Fallet lyfter ingen impuls i den här delen. Det är också en läsning.")


def _alone(how: Seen) -> str:
    return {
        Seen.SEEN: translate("SpotImpulses", "Ni såg den."),
        Seen.NEAR: translate("SpotImpulses", "Ni var nära."),
        Seen.NOT_MARKED: translate("SpotImpulses", "Ni markerade den inte."),
    }[how]
