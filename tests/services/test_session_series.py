"""Sessions that follow on each other: what the next one is given, and what a new leader is told."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from kompetens_gui.domain.activities.follow_up import OpenQuestionTaken
from kompetens_gui.domain.activities.prepared_questions.rules import QuestionPostponed
from kompetens_gui.domain.activities.takeaways import TakeawayWritten
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.workshop.events import ActivityHappened, QuestionCaptured, QuestionCategory
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    GroupId,
    ParticipantId,
    Role,
    SessionStatus,
    SmallGroup,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.services.session_series import SessionSeriesService
from tests.domain.making import a_session
from tests.services.surroundings import Program

GROUPS = (SmallGroup(GroupId("g1"), "Grupp 1", (ParticipantId("p1"),)),)


@pytest.fixture
def series(program: Program) -> SessionSeriesService:
    return SessionSeriesService(program.work, program.clock, program.bus, program.new_id)


def a_plan(**changes: object) -> WorkshopSession:
    plan = a_session(("information", "takeaways"))
    return replace(plan, groups=GROUPS, **changes)  # type: ignore[arg-type]


def held(program: Program, plan: WorkshopSession, takeaway: str = "Ringa samma vecka") -> WorkshopSession:
    """Hold a session: ten minutes of the first block, two of the second, a take-away and a question."""
    program.planning.save(plan)
    session = program.running.start(plan.id)
    program.clock.move(minutes=10)
    session.next().result()
    session.propose(ActivityHappened(plan.agenda[1].id, TakeawayWritten("t1", takeaway))).result()
    session.propose(QuestionCaptured("q1", "Vem ringer chefen?", QuestionCategory.COLLABORATION)).result()
    program.clock.move(minutes=2)
    program.running.close()
    program.running.release()
    return program.planning.get(plan.id)


def test_the_next_one_keeps_people_groups_and_agenda_and_meets_what_the_last_one_left(
    program: Program, series: SessionSeriesService
) -> None:
    first = held(program, a_plan(series="Teamets träffar"))
    following = series.save_next(first.id)
    assert program.planning.get(following.id) == following
    assert (following.status, following.starts_at, following.series) == (SessionStatus.PLANNED, None, "Teamets träffar")
    assert (following.participants, following.groups) == (first.participants, GROUPS)
    assert [i.title for i in following.agenda] == [i.title for i in first.agenda]
    assert not {i.id for i in following.agenda} & {i.id for i in first.agenda}
    left = series.left_by_the_last(following)
    assert left is not None
    assert (left.held_on, left.takeaways, left.open_questions) == (
        date(2026, 11, 12),
        ("Ringa samma vecka",),
        ("Vem ringer chefen?",),
    )


def test_a_closed_session_without_a_series_becomes_the_first_of_one(
    program: Program, series: SessionSeriesService
) -> None:
    first = held(program, a_plan())
    following = series.save_next(first.id)
    assert following.series == "Gruppdialog"
    assert program.planning.get(first.id) == replace(first, series="Gruppdialog")
    assert series.left_by_the_last(following) is not None


def test_questions_that_were_sent_in_stay_with_their_session(program: Program, series: SessionSeriesService) -> None:
    plan = a_plan()
    question = replace(plan.agenda[0], settings={"text": "Hej", "questions": ["kvar"]})
    program.planning.save(replace(plan, agenda=(question, plan.agenda[1])))
    assert series.save_next(plan.id).agenda[0].settings == {"text": "Hej", "questions": ["kvar"]}, "of another kind"


def test_questions_without_an_answer_go_along_until_somebody_has_one(
    program: Program, series: SessionSeriesService
) -> None:
    asked = {"questions": [{"id": "q1", "text": "Vem kallar?"}, {"id": "q2", "text": "När?"}]}
    plan = a_session(("follow_up", "prepared_questions"))
    items: tuple[AgendaItem, ...] = (plan.agenda[0], replace(plan.agenda[1], settings=asked))
    left: list[tuple[str, ...]] = []
    for number, changes in enumerate(
        ((QuestionPostponed("q1", "Specialisten", ""),), (), (OpenQuestionTaken(1, "I mars"),))
    ):
        held_now = replace(
            plan,
            id=WorkshopSessionId(f"s{number}"),
            series="Träffar",
            agenda=items,
            starts_at=datetime(2026, 10 + number, 12, 13),
        )
        program.planning.save(held_now)
        session = program.running.start(held_now.id)
        for event in changes:
            item = items[isinstance(event, QuestionPostponed)]
            session.propose(ActivityHappened(item.id, event)).result()
        program.running.close()
        program.running.release()
        program.clock.move(days=28)
        items = (replace(plan.agenda[0], id=AgendaItemId(f"next-{number}")),)
        memory = series.left_by(held_now.id)
        assert memory is not None
        left.append(memory.open_questions)
    both = ("Vem kallar? (Specialisten svarar)", "När?")
    assert left == [both, both, both[:1]]
    assert series.hand_over("Träffar").open_questions == both[:1], "what has its answer waits for nobody"


def test_series_of_the_unit_are_suggested_first(program: Program, series: SessionSeriesService) -> None:
    for number, (name, unit, day) in enumerate(
        [("Gamla", "Ekbacken", 1), ("Nya", "Ekbacken", 9), ("Andra", "Björklunden", 20), ("", "Ekbacken", 21)]
    ):
        plan = a_plan(series=name, unit=unit, starts_at=datetime(2026, 10, day, 13))
        program.planning.save(replace(plan, id=WorkshopSessionId(f"s{number}")))
    assert list(series.names("ekbacken ")) == ["Nya", "Gamla", "Andra"]
    assert list(series.names()) == ["Andra", "Nya", "Gamla"]


def test_a_new_leader_is_told_what_was_held_agreed_and_asked_without_names_of_participants(
    program: Program, series: SessionSeriesService
) -> None:
    first = held(program, a_plan(series="Teamets träffar"))
    program.clock.move(days=28)
    second = held(
        program,
        replace(series.save_next(first.id), starts_at=datetime(2026, 12, 10, 13, 0), id=WorkshopSessionId("session-2")),
        "Läsa arbetsbeskrivningen först",
    )
    sheet = series.hand_over("Teamets träffar")
    assert [h.held_on for h in sheet.held] == [date(2026, 12, 10), date(2026, 11, 12)]
    assert sheet.takeaways == ("Läsa arbetsbeskrivningen först",)
    assert sheet.open_questions == ("Vem ringer chefen?",)
    assert sheet.held[0].roles == {Role.PHYSICIAN: 1, Role.REHAB_COORDINATOR: 1}
    assert [(i.title, i.planned, i.took) for i in sheet.off_pace] == [("Moment 2", 10, 2)]
    assert [t.text for t in sheet.tips] == ["privat", "privat"]
    assert (sheet.unit, sheet.groups, sheet.leaders) == (second.unit, 1, second.facilitators)
    assert [c.starts_at for c in sheet.coming] == [None]
    assert "Anna Ek" not in repr(sheet)
    with pytest.raises(NotFound):
        series.hand_over("Finns inte")


def test_what_a_session_has_come_to_is_there_for_its_follow_up(program: Program, series: SessionSeriesService) -> None:
    session = held(program, a_plan())
    left = series.left_by(session.id)
    assert left is not None
    assert (left.takeaways, left.open_questions) == (("Ringa samma vecka",), ("Vem ringer chefen?",))
    assert series.left_by(WorkshopSessionId("finns-inte")) is None
