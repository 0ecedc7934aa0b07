from dataclasses import replace
from datetime import timedelta

import pytest

from kompetens_gui.domain.workshop.events import QuestionCaptured, QuestionCategory
from kompetens_gui.domain.workshop.plan import AgendaItem, WorkshopSessionId
from kompetens_gui.services.overview import Overview, OverviewService
from kompetens_gui.storage.overview_reader import SqliteOverviewReader
from tests.domain.making import a_session
from tests.services.surroundings import DETAILS, Program


@pytest.fixture
def now(program: Program) -> OverviewService:
    return OverviewService(SqliteOverviewReader(program.database.file), program.clock)


def plan(program: Program, name: str, days: float | None) -> WorkshopSessionId:
    at = None if days is None else program.clock.local_now() + timedelta(days=days)
    return program.planned(a_session(), id=WorkshopSessionId(name), title=name, starts_at=at)


def hold(program: Program, name: str, days: float | None, *questions: str) -> None:
    session = program.running.start(plan(program, name, days))
    for number, text in enumerate(questions):
        session.propose(QuestionCaptured(f"q{number}", text, QuestionCategory.RULE)).result()
    program.running.close()


def test_a_program_that_has_just_been_installed_shows_nothing(now: OverviewService) -> None:
    assert now.overview() == Overview(None, None, (), (), (), 0)


def test_the_nearest_session_that_waits_comes_first(program: Program, now: OverviewService) -> None:
    for name, days in (("sen", 9), ("i går", -1), ("utan datum", None), ("i morse", -0.2), ("nästa", 2)):
        plan(program, name, days)
    seen = now.overview()
    assert [r.title for r in seen.upcoming] == ["i morse", "nästa", "sen", "utan datum"]
    assert seen.next is not None
    assert seen.next.session.title == "i morse"
    assert seen.next.agenda.minutes == a_session().minutes
    assert {c.name for c in seen.next.checklist if not c.done} == {"purpose"}
    assert (seen.unfinished, seen.closed) == (None, ())


def test_a_running_session_is_shown_as_unfinished(program: Program, now: OverviewService) -> None:
    program.running.start(plan(program, "pågår", 0))
    seen = now.overview()
    assert seen.unfinished is not None
    assert seen.unfinished.title == "pågår"
    assert seen.next is None


def test_those_held_come_latest_first_also_without_a_date(program: Program, now: OverviewService) -> None:
    hold(program, "förra veckan", -7, "Vad gäller vid resor?", "Borttagen")
    program.running.record(WorkshopSessionId("förra veckan"), QuestionCaptured("q1", ""))
    program.running.release()
    hold(program, "utan datum", None)
    hold(program, "för länge sedan", -90, "Vem ringer?")
    seen = now.overview()
    assert [r.title for r in seen.closed] == ["utan datum", "förra veckan", "för länge sedan"]
    assert [(q.question.text, q.session_title) for q in seen.questions] == [
        ("Vad gäller vid resor?", "förra veckan"),
        ("Vem ringer?", "för länge sedan"),
    ]


def test_only_the_latest_are_shown(program: Program, now: OverviewService) -> None:
    for days in range(1, 8):
        hold(program, f"för {days} dagar sedan", -days, f"Fråga {days}")
        plan(program, f"om {days} dagar", days)
    seen = now.overview()
    assert [r.title for r in seen.closed] == [f"för {d} dagar sedan" for d in range(1, 6)]
    assert [r.title for r in seen.upcoming] == [f"om {d} dagar" for d in range(1, 6)]
    assert [q.question.text for q in seen.questions] == ["Fråga 1", "Fråga 2", "Fråga 3"]


def test_course_certificates_are_counted(program: Program, now: OverviewService) -> None:
    hold(program, "hållen", -1)
    log = program.running.read(WorkshopSessionId("hållen"))
    program.course_certificates.issue(log, [p.id for p in log.session.participants], DETAILS)
    assert now.overview().course_certificates == 2


def only_materials(item: AgendaItem) -> dict[str, object]:
    return {name: value for name, value in item.settings.items() if name.startswith("material")}


def test_the_plan_shown_is_the_plan_saved(program: Program, now: OverviewService) -> None:
    session_id = plan(program, "nästa", 1)
    seen = now.overview().next
    assert seen is not None
    full = program.planning.get(session_id)
    bare = tuple(replace(i, settings=only_materials(i), notes="") for i in full.agenda)
    assert replace(seen.session, competence_areas=full.competence_areas) == replace(full, agenda=bare)
    assert seen.checklist == program.planning.checklist(full)
