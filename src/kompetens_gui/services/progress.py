"""How far somebody has come in each competence area, and how a group stands, when it is large enough to be shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.errors import InvalidValue, KompetensError
from kompetens_gui.domain.learning.evidence import Evidence, room_evidence, self_rating
from kompetens_gui.domain.learning.group_picture import GroupPicture, group_picture, may_be_shown
from kompetens_gui.domain.learning.levels import AreaLevel, Level, level_of, levels
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import Participant, Role, SessionStatus, WorkshopSessionId
from kompetens_gui.services.attendance import attendance_of
from kompetens_gui.services.news import EventBus, ProgressChanged
from kompetens_gui.services.personal_rows import plain
from kompetens_gui.services.ports import Clock, UnitOfWork, UnitOfWorkFactory

HIGHEST_RATING = 5.0


@dataclass(frozen=True)
class ProgressParts:
    """What the service is joined from. `current_rules` names the version of the rules that holds today."""

    work: UnitOfWorkFactory
    clock: Clock
    bus: EventBus
    areas: Sequence[str]
    targets: Callable[[], Mapping[Role, Mapping[str, Level]]]
    current_rules: Callable[[], str]


@dataclass(frozen=True)
class ProgressMatrix:
    """One person's levels, area by area; for that person and whom they show it to."""

    learner: LearnerProfile
    on: date
    areas: tuple[AreaLevel, ...]

    def area(self, area: str) -> AreaLevel | None:
        return next((a for a in self.areas if a.area == area), None)


class ProgressService:
    """Reads levels from evidence. Nothing here ranks people."""

    def __init__(self, parts: ProgressParts) -> None:
        self._parts = parts
        self._shown: list[frozenset[LearnerId]] = []

    def matrix(self, learner: LearnerId) -> ProgressMatrix:
        """Return a person's level in every area, with what is lacking and what asks to be refreshed."""
        with self._parts.work() as work:
            profile = work.learners.get(learner)
            evidence = work.evidence.of(learner)
        targets = self._parts.targets().get(profile.role, {})
        today = self._today()
        found = levels(self._parts.areas, evidence, today, self._parts.current_rules(), targets)
        return ProgressMatrix(profile, today, found)

    def evidence(self, learner: LearnerId, area: str = "") -> Sequence[Evidence]:
        """Return what lies behind a person's levels; of one area, when it is named."""
        with self._parts.work() as work:
            return sorted(work.evidence.of(learner, area), key=lambda e: (e.on, e.source), reverse=True)

    def rate_self(self, learner: LearnerId, area: str, rating: float) -> None:
        """Keep how the person sees it today (0 to 5): background, which raises no level."""
        if not 0 <= rating <= HIGHEST_RATING:
            raise InvalidValue("rating", "range", str(rating))
        with self._parts.work() as work:
            work.learners.get(learner)
            work.evidence.add((self_rating(learner, area, rating, self._today()),))
            work.commit()
        self._parts.bus.publish(ProgressChanged(learner))

    def take_in_room_results(self, learner: LearnerId) -> int:
        """Let closed sessions where the person is named count, if they have agreed; returns how many were found.

        Named means the same name and unit as in the profile. Doing it again changes nothing.
        """
        with self._parts.work() as work:
            profile = work.learners.get(learner)
            if not profile.room_results_count:
                return 0
            work.evidence.remove(learner, "session:")
            found = 0
            for row in work.sessions.list():
                if row.status == SessionStatus.CLOSED:
                    evidence = _from_session(work, row.id, profile)
                    work.evidence.add(evidence)
                    found += bool(evidence)
            work.commit()
        self._parts.bus.publish(ProgressChanged(learner))
        return found

    def group(self, unit: str = "", role: Role | None = None) -> GroupPicture:
        """Return the picture of everyone, of a unit or of a profession; without numbers when it is too few to show.

        A group that differs by fewer than five from one that has been shown since the program started is not shown.
        """
        with self._parts.work() as work:
            members = work.evidence.members(unit, role)
            group = frozenset(members)
            if not may_be_shown(group, self._shown):
                return GroupPicture(None)
            counts, at_target = self._count(work, members)
        picture = group_picture(self._parts.areas, group, counts, at_target)
        if picture.people is not None and group not in self._shown:
            self._shown.append(group)
        return picture

    def _count(
        self, work: UnitOfWork, members: Mapping[LearnerId, Role]
    ) -> tuple[dict[str, dict[Level, int]], dict[str, int]]:
        """Count people by area and level, and those at their target. Who has no evidence is on level 0 everywhere."""
        targets = self._parts.targets()
        wanted = {learner: targets.get(role, {}) for learner, role in members.items()}
        counts = {area: dict.fromkeys(Level, 0) | {Level.UNASSESSED: len(members)} for area in self._parts.areas}
        at_target = {area: sum(not t.get(area, 0) for t in wanted.values()) for area in self._parts.areas}
        for learner, area, facts in work.evidence.facts():
            target = wanted.get(learner)
            if target is None or area not in counts:
                continue
            level = level_of(facts)
            if level:
                counts[area][Level.UNASSESSED] -= 1
                counts[area][level] += 1
                at_target[area] += 0 < target.get(area, 0) <= level
        return counts, at_target

    def _today(self) -> date:
        return self._parts.clock.local_now().date()


def _from_session(work: UnitOfWork, session_id: WorkshopSessionId, profile: LearnerProfile) -> Sequence[Evidence]:
    session = work.sessions.get(session_id)
    frozen = work.sessions.frozen(session_id)
    try:
        log = SessionLog.replay(session, frozen, work.events.read(session_id))
    except KompetensError:
        return ()  # continuing or checking it will tell what is wrong; it must not stand in the way of the others
    mine = [p for p in log.session.participants if _is_named(p, profile)]
    return [e for p in mine for e in room_evidence(log, profile.id, p.id, attendance_of(log, p))]


def _is_named(participant: Participant, profile: LearnerProfile) -> bool:
    return (plain(participant.name), plain(participant.unit)) == (plain(profile.name), plain(profile.unit))
