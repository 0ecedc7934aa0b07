"""How certified time and content spread over competence areas, for those who account for their training by area."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.course_certificate import CourseCertificate


@dataclass(frozen=True)
class CertifiedPart:
    """A session, or a module of a path: what it was, how long, when, and what it was to give."""

    number: str
    title: str
    minutes: int
    on: date
    competence_areas: tuple[str, ...]
    content: tuple[str, ...] = ()


@dataclass(frozen=True)
class AreaHours:
    """A competence area with its share of the time and the titles that gave it."""

    area: str
    minutes: int
    titles: tuple[str, ...]


def certified_parts(course_certificates: Iterable[CourseCertificate]) -> tuple[CertifiedPart, ...]:
    """Return the parts of certificates, in their order: each module of a path, each session as a whole."""
    found: list[CertifiedPart] = []
    for c in course_certificates:
        if c.modules:
            found += [
                CertifiedPart(c.number, m.title, m.minutes, m.passed_on, m.competence_areas, m.goals) for m in c.modules
            ]
        else:
            content = (c.purpose,) if c.purpose.strip() else ()
            found.append(CertifiedPart(c.number, c.title, c.minutes, c.held_on, c.competence_areas, content))
    return tuple(found)


def hours_by_area(parts: Iterable[CertifiedPart]) -> tuple[AreaHours, ...]:
    """Return the time of each area by its id. A part with several areas is shared equally; no minute is lost."""
    minutes: dict[str, int] = {}
    titles: dict[str, list[str]] = {}
    for part in parts:
        for area, share in zip(part.competence_areas, _shares(part.minutes, part.competence_areas), strict=True):
            minutes[area] = minutes.get(area, 0) + share
            titles.setdefault(area, []).append(part.title)
    return tuple(AreaHours(area, minutes[area], tuple(dict.fromkeys(titles[area]))) for area in sorted(minutes))


def _shares(minutes: int, areas: Sequence[str]) -> list[int]:
    """Return equal shares in whole minutes; what is left over goes to the first ones."""
    if not areas:
        return []
    each, over = divmod(minutes, len(areas))
    return [each + (1 if place < over else 0) for place in range(len(areas))]
