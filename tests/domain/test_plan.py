from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.errors import UnknownActivityKind
from kompetens_gui.domain.workshop.agenda import timed_agenda
from kompetens_gui.domain.workshop.plan import AgendaItemId, Facilitator, WorkshopSession
from kompetens_gui.domain.workshop.readiness import missing_to_start, ready_checklist
from tests.domain.making import a_session, an_item

KINDS = ("information", "read_certificate", "discussion", "takeaways")
NOW = datetime(2026, 11, 12, 9, 0)


def plan(**changes: object) -> WorkshopSession:
    filled: dict[str, object] = {"place": "Biblioteket", "purpose": "Läsa tillsammans"}
    return replace(a_session(KINDS), **(filled | changes))  # type: ignore[arg-type]


def ids(session: WorkshopSession) -> list[str]:
    return [i.id for i in session.agenda]


def undone(session: WorkshopSession, now: datetime = NOW) -> set[str]:
    return {c.name for c in ready_checklist(session, now) if not c.done}


# -- times


def test_items_follow_each_other_from_the_start() -> None:
    timed = timed_agenda(plan(starts_at=datetime(2026, 11, 12, 13, 0)))
    assert [(i.from_minute, i.to_minute) for i in timed.items] == [(0, 10), (10, 20), (20, 30), (30, 40)]
    assert [i.starts_at and i.starts_at.strftime("%H.%M") for i in timed.items] == ["13.00", "13.10", "13.20", "13.30"]
    assert timed.ends_at == datetime(2026, 11, 12, 13, 40)
    assert (timed.over_by, timed.spare) == (0, 0)


def test_an_agenda_may_pass_midnight() -> None:
    timed = timed_agenda(plan(starts_at=datetime(2026, 12, 31, 23, 45)))
    assert timed.items[1].ends_at == datetime(2027, 1, 1, 0, 5)
    assert timed.ends_at == datetime(2027, 1, 1, 0, 25)


def test_without_a_date_there_are_minutes_but_no_clock_times() -> None:
    timed = timed_agenda(plan(starts_at=None))
    assert timed.minutes == 40
    assert (timed.ends_at, timed.items[0].starts_at, timed.items[-1].ends_at) == (None, None, None)


def test_what_runs_over_is_pointed_out_item_by_item() -> None:
    timed = timed_agenda(plan(minutes=25))
    assert [i.overruns for i in timed.items] == [False, False, True, True]
    assert (timed.over_by, timed.spare) == (15, 0)
    assert timed_agenda(plan(minutes=60)).spare == 20
    assert timed_agenda(plan(agenda=())).minutes == 0


MINUTES = st.lists(st.integers(1, 480), max_size=12)


@given(MINUTES, st.integers(1, 600), st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_the_times_always_add_up(minutes: list[int], whole: int, start: datetime) -> None:
    agenda = tuple(replace(an_item("information", n), minutes=m) for n, m in enumerate(minutes))
    timed = timed_agenda(plan(agenda=agenda, minutes=whole, starts_at=start))
    assert timed.minutes == sum(minutes) == plan(agenda=agenda).planned_minutes
    assert timed.minutes == whole + timed.over_by - timed.spare
    assert min(timed.over_by, timed.spare) == 0
    assert any(i.overruns for i in timed.items) == (timed.over_by > 0)
    assert timed.ends_at == start + timedelta(minutes=sum(minutes))
    for before, after in zip(timed.items, timed.items[1:], strict=False):
        assert (before.to_minute, before.ends_at) == (after.from_minute, after.starts_at)


# -- changing the agenda


@pytest.mark.parametrize(
    ("item", "position", "order"),
    [
        ("item-1", 1, ["item-2", "item-1", "item-3", "item-4"]),
        ("item-3", 0, ["item-3", "item-1", "item-2", "item-4"]),
        ("item-1", 99, ["item-2", "item-3", "item-4", "item-1"]),
        ("item-4", -5, ["item-4", "item-1", "item-2", "item-3"]),
        ("item-2", 1, ["item-1", "item-2", "item-3", "item-4"]),
        ("finns-inte", 0, ["item-1", "item-2", "item-3", "item-4"]),
    ],
)
def test_moving_an_item(item: str, position: int, order: list[str]) -> None:
    assert ids(plan().with_item_moved(AgendaItemId(item), position)) == order


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(-3, 9)), max_size=20))
def test_moving_never_loses_or_doubles_an_item(moves: list[tuple[int, int]]) -> None:
    session = plan()
    for number, position in moves:
        session = session.with_item_moved(AgendaItemId(f"item-{number}"), position)
    assert sorted(ids(session)) == sorted(ids(plan()))


def test_adding_changing_and_removing_items() -> None:
    added = plan().with_item(an_item("takeaways", 5))
    assert ids(added)[-1] == "item-5"
    changed = added.with_item(replace(an_item("information", 2), title="Ny titel"))
    assert [i.title for i in changed.agenda][1] == "Ny titel"
    assert ids(changed) == ids(added)
    assert ids(changed.without_item(AgendaItemId("item-1"))) == ["item-2", "item-3", "item-4", "item-5"]
    assert changed.without_item(AgendaItemId("finns-inte")) == changed


def test_choosing_cases_by_slot() -> None:
    session = plan(cases=(), case_slots=2)
    third = session.with_case(3, CaseId("c"))
    assert (third.cases, third.case_slots) == ((None, None, "c"), 3)
    both = third.with_case(1, CaseId("a")).with_case(2, CaseId("a"))
    assert both.chosen_cases == ("a", "c")
    assert both.with_case(1, None).cases == (None, "a", "c")
    assert both.case_of(replace(an_item("read_certificate"), case_slot=3)) == "c"
    assert both.case_of(replace(an_item("read_certificate"), case_slot=4)) is None
    assert both.case_of(an_item("information")) is None


# -- ready?


def test_a_plan_with_everything_is_ready() -> None:
    assert undone(plan()) == set()
    assert missing_to_start(plan(), NOW) == ()


@pytest.mark.parametrize(
    ("changes", "name", "needed"),
    [
        ({"title": "  "}, "title", True),
        ({"starts_at": None}, "when", False),
        ({"starts_at": datetime(2026, 11, 11, 23, 59)}, "not_past", False),
        ({"unit": "", "place": " "}, "where", False),
        ({"facilitators": (Facilitator(" "),)}, "facilitators", False),
        ({"participants": ()}, "participants", False),
        ({"agenda": ()}, "agenda", True),
        ({"cases": (None,)}, "cases", True),
        ({"cases": ()}, "cases", True),
        ({"minutes": 39}, "fits", False),
        ({"purpose": ""}, "purpose", False),
    ],
)
def test_what_is_missing_is_named(changes: dict[str, object], name: str, needed: bool) -> None:
    session = plan(**changes)
    assert undone(session) == {name}
    assert missing_to_start(session, NOW) == ((name,) if needed else ())


def test_a_session_earlier_today_is_not_past() -> None:
    assert "not_past" not in undone(plan(starts_at=datetime(2026, 11, 12, 8, 0)))


def test_a_moment_that_needs_a_case_must_have_one_also_when_no_slot_is_given() -> None:
    loose = replace(an_item("read_certificate", 2), case_slot=None)
    assert undone(plan(agenda=(loose,))) == {"cases"}
    talk = replace(an_item("discussion", 2), case_slot=None)
    assert undone(plan(agenda=(talk,), cases=())) == set()


def test_a_kind_this_version_does_not_have_is_told_of_and_not_passed_over() -> None:
    with pytest.raises(UnknownActivityKind):
        ready_checklist(plan(agenda=(replace(an_item("trolleri"), case_slot=None),)), NOW)
