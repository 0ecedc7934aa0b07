"""Writing in one's own words: a text, then the guide that was hidden, then looking at the own text point by point.

Shared by the kinds that ask for texts; a kind with several texts gives each a `part`. Own earlier versions are kept.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import LONGEST_TEXT, check_text

MOST_VERSIONS = 20


@dataclass(frozen=True)
class DraftWritten:
    """The text as it stands now."""

    text: str
    part: str = ""


@dataclass(frozen=True)
class GuideShown:
    """The own text is done for now; the guide may be seen beside it."""

    part: str = ""


@dataclass(frozen=True)
class PointAssessed:
    """The learner finds that the own text meets an observable point (from 0), or not."""

    point: int
    met: bool
    part: str = ""


TEXT_EVENTS: tuple[type, ...] = (DraftWritten, GuideShown, PointAssessed)


@dataclass(frozen=True)
class OwnText:
    """One text. `versions` are those the learner called done, oldest first; `assessed` holds point → met."""

    text: str = ""
    versions: tuple[str, ...] = ()
    guide: bool = False
    assessed: Mapping[int, bool] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def met(self) -> tuple[int, ...]:
        return tuple(sorted(p for p, met in self.assessed.items() if met))

    @property
    def is_changed(self) -> bool:
        """Whether the text differs from the last version that was kept."""
        return bool(self.text.strip()) and (not self.versions or self.text.strip() != self.versions[-1])

    def kept(self) -> "OwnText":
        """Keep the text as a version of its own; the points are looked at anew."""
        if not self.is_changed:
            return self
        versions = (*self.versions, self.text.strip())[-MOST_VERSIONS:]
        return replace(self, versions=versions, assessed=MappingProxyType({}))

    def is_done(self, points: int) -> bool:
        """Whether the guide has been seen and every point been looked at."""
        return self.guide and all(p in self.assessed for p in range(points))


@dataclass(frozen=True)
class OwnTexts:
    """All texts of an attempt, by part."""

    parts: Mapping[str, OwnText] = field(default_factory=lambda: MappingProxyType({}))

    def part(self, part: str = "") -> OwnText:
        return self.parts.get(part, OwnText())

    def with_part(self, part: str, text: OwnText) -> "OwnTexts":
        return OwnTexts(MappingProxyType({**self.parts, part: text}))

    def check(self, event: object, points: Mapping[str, int], longest: int = LONGEST_TEXT) -> None:
        """Refuse an event that does not fit; `points` is how many points each part has."""
        if not isinstance(event, TEXT_EVENTS):
            raise ActivityRefused("unknown_event")
        part = str(getattr(event, "part", ""))
        if part not in points:
            raise ActivityRefused("no_such_point")
        own = self.part(part)
        match event:
            case DraftWritten(text, _):
                check_text(text, longest)
            case GuideShown():
                if own.guide:
                    raise ActivityRefused("guide_shown")
                if not own.text.strip():
                    raise ActivityRefused("nothing_written")
            case PointAssessed(point, _, _):
                if not 0 <= point < points[part]:
                    raise ActivityRefused("no_such_point")
                if not own.guide:
                    raise ActivityRefused("nothing_written")

    def fold(self, event: object) -> "OwnTexts":
        """Return the texts after an event of this module; others leave them."""
        match event:
            case DraftWritten(text, part):
                return self.with_part(part, replace(self.part(part), text=text))
            case GuideShown(part):
                return self.with_part(part, replace(self.part(part).kept(), guide=True))
            case PointAssessed(point, met, part):
                own = self.part(part)
                return self.with_part(part, replace(own, assessed=MappingProxyType({**own.assessed, point: met})))
        return self

    def with_versions_kept(self) -> "OwnTexts":
        """Keep every text that was changed after its guide as a new version."""
        changed = {part: own.kept() if own.guide else own for part, own in self.parts.items()}
        return OwnTexts(MappingProxyType(changed))

    def check_new_version(self) -> None:
        """Refuse to keep a new version when nothing is new."""
        if not any(own.guide and own.is_changed for own in self.parts.values()):
            raise ActivityRefused("nothing_written")


def earlier_versions(texts: Sequence["OwnTexts"], part: str = "") -> tuple[str, ...]:
    """Return the learner's own versions from earlier attempts, oldest first."""
    return tuple(version for own in texts for version in own.part(part).versions)
