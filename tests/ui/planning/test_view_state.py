from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.participant_list import LineRemark
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Participant,
    ParticipantId,
    Role,
    SessionStatus,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.domain.workshop.readiness import ready_checklist
from kompetens_gui.services.ports import CaseRow, SessionRow
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.files import file_name
from kompetens_gui.ui.planning.history import PlanHistory
from kompetens_gui.ui.planning.view_state import (
    BankRowKind,
    agenda_picture,
    bank_rows,
    neighbour,
    role_counts,
    session_lines,
    slots,
)

NOW = datetime(2026, 11, 2, 9, 12)
PLAN = WorkshopSession(
    WorkshopSessionId("s1"),
    "group_dialogue",
    "Utmattning",
    60,
    starts_at=datetime(2026, 11, 12, 13, 0),
    case_slots=1,
    cases=(None,),
    agenda=(
        AgendaItem(AgendaItemId("a"), "information", "Välkommen", 10),
        AgendaItem(AgendaItemId("b"), "read_certificate", "Läs intyget", 15, 1),
        AgendaItem(AgendaItemId("c"), "takeaways", "Tre saker", 35),
    ),
)


def row(title: str, status: SessionStatus, starts_at: datetime | None) -> SessionRow:
    return SessionRow(
        WorkshopSessionId(title),
        title,
        "group_dialogue",
        starts_at,
        60,
        "Tallbacken",
        "",
        status,
        9,
        2,
        NOW.replace(tzinfo=UTC),
    )


def test_dates_and_times_are_written_the_swedish_way() -> None:
    assert words.when(PLAN) == "Torsdag 12 november 2026, 13.00–14.00"
    assert words.when(replace(PLAN, starts_at=None)) == "Inget datum än"


def test_the_budget_is_said_in_words() -> None:
    assert words.budget(60, 60) == ("60 av 60 minuter", "ok")
    assert words.budget(65, 60) == ("5 minuter över", "warn")
    assert words.budget(61, 60) == ("1 minut över", "warn")
    assert words.budget(50, 60) == ("50 av 60 minuter, 10 kvar", "info")


def test_every_line_of_the_checklist_and_every_remark_has_words() -> None:
    assert {c.name for c in ready_checklist(PLAN, NOW, lost_material=True)} == set(words.checks())
    assert all(words.remark(r) for r in LineRemark)
    assert all(words.status(s)[0] for s in SessionStatus)


def test_blocks_get_their_clock_times_and_say_that_a_case_is_missing() -> None:
    picture = agenda_picture(PLAN, {})
    assert [b.clock for b in picture.blocks] == ["13.00", "13.10", "13.25"]
    assert picture.ends == "14.00"
    assert picture.blocks[1].missing
    assert picture.blocks[1].detail == "Fall 1 är inte valt"
    chosen = agenda_picture(PLAN.with_case(1, CaseId("x")), {CaseId("x"): "Axeln"})
    assert chosen.blocks[1].detail == "Fall 1: Axeln"


def test_without_a_day_blocks_count_minutes_from_the_start() -> None:
    assert [b.clock for b in agenda_picture(replace(PLAN, starts_at=None), {}).blocks] == ["0", "10", "25"]


def test_a_kind_that_this_version_does_not_know_is_shown_and_not_lost() -> None:
    odd = replace(PLAN, agenda=(AgendaItem(AgendaItemId("z"), "hologram", "", 5),))
    assert agenda_picture(odd, {}).blocks[0].title == "hologram"


def test_sessions_stand_under_their_headings() -> None:
    rows = [
        row("Kommer", SessionStatus.READY, NOW + timedelta(days=3)),
        row("Glömd", SessionStatus.PLANNED, NOW - timedelta(days=3)),
        row("Nu", SessionStatus.RUNNING, NOW),
        row("Äldst", SessionStatus.CLOSED, NOW - timedelta(days=90)),
        row("Klar", SessionStatus.CLOSED, NOW - timedelta(days=9)),
    ]
    lines = session_lines(rows, NOW)
    assert [line.title for line in lines] == [
        "Pågående (1)",
        "Nu",
        "Kommande (2)",
        "Kommer",
        "Glömd",
        "Genomförda (2)",
        "Klar",
        "Äldst",
    ]
    assert [line.past for line in lines if line.title == "Glömd"] == [True]
    assert [line.title for line in session_lines(rows, NOW, "nu tall")] == ["Pågående (1)", "Nu"]
    assert [line.title for line in session_lines(rows, NOW, "genomförd äld")] == ["Genomförda (1)", "Äldst"]


def test_roles_are_counted_and_a_lone_one_is_named() -> None:
    people = [
        Participant(ParticipantId("1"), "Anna Ek", Role.PHYSICIAN, "Tallen"),
        Participant(ParticipantId("2"), "Bo Lind", Role.PHYSICIAN, "Granen"),
        Participant(ParticipantId("3"), "Sara Lindmo", Role.REHAB_COORDINATOR, "Tallen"),
    ]
    counted = [(c.title, c.count, c.detail) for c in role_counts(people)]
    assert counted == [("Läkare", 2, "Tallen, Granen"), ("Rehabkoordinator", 1, "Sara Lindmo")]


def test_the_bank_shows_cases_and_moments_by_choice() -> None:
    case = CaseRow(
        CaseId("x"), "Axeln", "Frisör", "Impingement", "musculoskeletal", 2, "man", "employed", "no_activity", 88
    )
    everything = bank_rows([case], 3, PLAN.with_case(1, CaseId("x")), "", "all")
    assert [r.kind for r in everything[:3]] == [BankRowKind.HEADING, BankRowKind.CASE, BankRowKind.NOTE]
    assert everything[1].used
    assert all(r.kind != BankRowKind.MOMENT for r in bank_rows([case], 1, PLAN, "", "cases"))
    found = [r.key for r in bank_rows([], 0, PLAN, "rösta före", "moments") if r.kind == BankRowKind.MOMENT]
    assert found == ["sufficiency_vote"]


def test_slots_count_the_moments_that_use_them() -> None:
    assert [(s.number, s.case_id, s.used_by) for s in slots(PLAN, {})] == [(1, None, 1)]


def test_after_removing_a_block_one_stands_on_the_next_or_the_last() -> None:
    assert neighbour(PLAN, AgendaItemId("a")) == "b"
    assert neighbour(PLAN, AgendaItemId("c")) == "b"
    assert neighbour(replace(PLAN, agenda=PLAN.agenda[:1]), AgendaItemId("a")) is None


@given(st.lists(st.sampled_from("abcu"), max_size=40))
def test_undoing_everything_leads_back_to_the_first_plan(steps: list[str]) -> None:
    history = PlanHistory(PLAN)
    for number, step in enumerate(steps):
        if step == "u":
            history.undo()
        else:
            history.change(replace(PLAN, title=f"{step}{number}"), key=step if step != "c" else "")
    while history.undo():
        pass
    assert history.current == PLAN


def test_typing_is_one_step_until_it_pauses() -> None:
    history = PlanHistory(PLAN)
    for text in ("U", "Ut", "Utm"):
        history.change(replace(PLAN, title=text), "title")
    history.seal()
    history.change(replace(PLAN, title="Utma"), "title")
    history.undo()
    assert history.current.title == "Utm"
    history.undo()
    assert history.current == PLAN


@given(st.text(max_size=200))
def test_file_names_hold_nothing_that_a_system_refuses(title: str) -> None:
    name = file_name("Inbjudan", title, suffix=".ics")
    assert name.endswith(".ics")
    assert not set(name) & set('<>:"/\\|?*\n\r\t\0')
    assert len(name) < 100
