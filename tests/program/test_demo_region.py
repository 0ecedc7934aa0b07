"""The people who study in the demo region: what the study pages and Framsteg have to show of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kompetens_gui.demo import fill_region
from kompetens_gui.demo_studies import CASE_OFFICER, COORDINATOR
from kompetens_gui.demo_workshop import FOLLOW_UP_TITLE, TITLE
from kompetens_gui.domain.learning.evidence import EvidenceKind
from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.learning.path_progress import ModuleStatus
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.workshop.plan import SessionStatus
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import Program, make_preferences, open_program
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.protocol import protocol_data
from kompetens_gui.services.series import memory_before, readable_log


@pytest.fixture(scope="module")
def region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """Give a filled demo region; it is only read."""
    paths, bus = find_paths(tmp_path_factory.mktemp("region")), EventBus()
    program = open_program(paths, make_preferences(paths, bus), bus)
    fill_region(program)
    yield program
    program.close()


def person(region: Program, name: str) -> LearnerProfile:
    return next(p for p in region.profiles.all() if p.name == name)


def test_the_coordinator_is_in_the_middle_of_it_all(region: Program) -> None:
    who = person(region, COORDINATOR)
    progress = region.studying.progress(who.id, who.path)
    assert [m.status for m in progress.modules[:4]] == [*[ModuleStatus.PASSED] * 3, ModuleStatus.OPEN]
    (begun,) = region.studying.unfinished(who.id)
    assert (begun.module, begun.step) == ("samtalet", "s4")
    assert begun.started_at < region.clock.now()
    day = region.repetition.today(who.id)
    assert day.questions
    levels = {a.area: a.level for a in region.progress.matrix(who.id).areas}
    assert Level.APPLY in levels.values()
    assert Level.FOUNDATION in levels.values()
    assert Level.UNASSESSED in levels.values()
    kinds = {e.kind for e in region.progress.evidence(who.id)}
    assert EvidenceKind.ATTENDED in kinds, "the gruppdialog that is over counts too"


def test_the_coordinator_has_marked_certificates_lately_and_missed_some(region: Program) -> None:
    record = region.learning.hit_rates.of(person(region, COORDINATOR).id)
    assert record.exercises == 2
    assert all(0 < hit.found <= hit.of for hit in record.hits)
    assert any(hit.found < hit.of for hit in record.hits)


def test_the_case_officer_has_just_begun(region: Program) -> None:
    who = person(region, CASE_OFFICER)
    assert [a.step for a in region.studying.finished(who.id)] == ["a1"]
    (begun,) = region.studying.unfinished(who.id)
    assert begun.step == "a2"


def test_a_workshop_was_held_and_its_follow_up_waits(region: Program) -> None:
    rows = {row.title: row for row in region.planning.sessions()}
    held, later = rows[TITLE], rows[FOLLOW_UP_TITLE]
    assert held.status is SessionStatus.CLOSED
    assert later.starts_at is not None
    assert later.starts_at > region.clock.local_now()
    with region.work() as work:
        log = readable_log(work, held.id)
        memory = memory_before(work, work.sessions.get(later.id))
    assert log is not None
    assert {g.name for g in log.session.groups} == {"Grupp 1", "Grupp 2", "Grupp 3"}
    told = {a.title: str(a.blocks) for a in protocol_data(log, "Region").activities}
    for item in log.session.agenda:
        if item.kind in ("group_work", "role_play", "branching_together", "commitments", "takeaways"):
            assert told[item.title], item.kind
    assert memory is not None
    assert len(memory.commitments) == 4
    assert memory.open_questions == ("Vem kallar till mötet när alla väntar på varandra?",)


def test_nothing_is_dated_after_now(region: Program) -> None:
    now, today = region.clock.now(), region.clock.local_now().date()
    for who in region.profiles.all():
        assert all(a.finished_at <= now for a in region.studying.finished(who.id))
        assert all(e.on <= today for e in region.progress.evidence(who.id))


def test_a_region_that_is_filled_is_left_alone(region: Program) -> None:
    before = [p.id for p in region.profiles.all()]
    fill_region(region)
    assert [p.id for p in region.profiles.all()] == before
