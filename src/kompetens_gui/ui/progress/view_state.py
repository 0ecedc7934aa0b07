"""What the page shows of a person, worked out from the matrix as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kompetens_gui.domain.learning.levels import AreaLevel, Level
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.counting_words import capital, number_word
from kompetens_gui.services.lack_words import (
    lacking_words,
    level_words,
    next_level_words,
    numbered_level,
    refresh_words,
)
from kompetens_gui.services.progress import ProgressMatrix


@dataclass(frozen=True)
class AreaView:
    """One area in words. `target` is empty where the role has none; `refresh` where nothing asks to be refreshed."""

    id: str
    title: str
    level: Level
    level_title: str
    meaning: str
    target_level: Level | None
    target: str
    reaches_target: bool
    next_level: str
    lacking: tuple[str, ...]
    lacking_line: str
    refresh: str

    @property
    def said(self) -> str:
        """What is read aloud of the row."""
        parts = [f"{self.id} {self.title}", self.level_title, self.target]
        if self.refresh:
            parts.append(translate("Progress", "Bör friskas upp"))
        return ". ".join(p for p in (*parts, self.lacking_line) if p)


@dataclass(frozen=True)
class MatrixView:
    """All areas, and the sum of them in a sentence.

    `climbed` of `all_steps` are the steps towards the targets of the role. `begun` is False while there is nothing to
    show yet.
    """

    who: str
    areas: tuple[AreaView, ...]
    summary: str
    climbed: int
    all_steps: int
    to_refresh: tuple[AreaView, ...]
    begun: bool


def matrix_view(matrix: ProgressMatrix, titles: Mapping[str, str], role: str) -> MatrixView:
    """Return what is shown of a person."""
    areas = tuple(_area(a, titles.get(a.area, a.area)) for a in matrix.areas)
    wanted = [a for a in areas if a.target_level]
    reached = sum(a.reaches_target for a in wanted)
    old = tuple(a for a in areas if a.refresh)
    profile = matrix.learner
    who = ", ".join(x for x in (profile.name, role, profile.unit) if x)
    climbed = sum(min(a.level, a.target_level) for a in wanted if a.target_level)
    steps = sum(a.target_level for a in wanted if a.target_level)
    return MatrixView(who, areas, _summary(reached, len(wanted), len(old)), climbed, steps, old, _begun(matrix))


def _begun(matrix: ProgressMatrix) -> bool:
    return any(a.last is not None for a in matrix.areas)


def _area(area: AreaLevel, title: str) -> AreaView:
    target = area.target or None
    following = level_words(Level(area.level + 1)).title if area.lacking else ""
    return AreaView(
        id=area.area,
        title=title,
        level=area.level,
        level_title=numbered_level(area.level),
        meaning=level_words(area.level).meaning,
        target_level=target,
        target=translate("Progress", "Mål: {level}").format(level=numbered_level(target)) if target else "",
        reaches_target=bool(target) and area.reaches_target,
        next_level=following,
        lacking=tuple(lacking_words(one) for one in area.lacking),
        lacking_line=next_level_words(area),
        refresh=refresh_words(area.refresh) if area.refresh else "",
    )


def _summary(reached: int, wanted: int, old: int) -> str:
    if not wanted:
        text = translate("Progress", "Din roll har inga målnivåer")
    elif not reached:
        text = translate("Progress", "Inget område är på målnivå än")
    else:
        text = translate("Progress", "{n} av {all} områden är på målnivå").format(n=reached, all=wanted)
    if old == 1:
        return translate("Progress", "{text}. Ett bör friskas upp.").format(text=text)
    if old:
        return translate("Progress", "{text}. {n} bör friskas upp.").format(text=text, n=capital(number_word(old)))
    return f"{text}."
