from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.errors import (
    FileUnreadable,
    InvalidSettings,
    NotFound,
    ParticipantListInvalid,
    SessionLocked,
    UnknownActivityKind,
)
from kompetens_gui.domain.participant_list import read_participants
from kompetens_gui.domain.workshop.agenda import timed_agenda
from kompetens_gui.domain.workshop.events import ItemEntered
from kompetens_gui.domain.workshop.plan import Facilitator, Role, SessionStatus, WorkshopSession
from kompetens_gui.services import planning
from kompetens_gui.services.news import SessionsChanged
from tests.domain.making import a_session
from tests.services.surroundings import Program, real_templates

LEADER = Facilitator("Karin Wall")
KINDS = ("information", "read_certificate")


def saved(program: Program, plan: WorkshopSession) -> WorkshopSession:
    program.planning.save(plan)
    return program.planning.get(plan.id)


def missing(program: Program, plan: WorkshopSession) -> set[str]:
    return {c.name for c in program.planning.checklist(plan) if not c.done}


@pytest.mark.parametrize("template", real_templates(), ids=lambda t: t.id)
def test_every_template_gives_a_plan_that_fits_its_time_and_can_be_kept(program: Program, template: object) -> None:
    plan = program.planning.draft(template.id, (LEADER,))  # type: ignore[attr-defined]
    assert plan.facilitators == (LEADER,)
    assert plan.status == SessionStatus.PLANNED
    assert timed_agenda(plan).over_by == 0
    assert len({i.id for i in plan.agenda}) == len(plan.agenda)
    kept = saved(program, plan)
    assert replace(kept, agenda=()) == replace(plan, agenda=())
    for before, after in zip(plan.agenda, kept.agenda, strict=True):
        assert replace(before, settings={}) == replace(after, settings={})
        assert {k: list(v) if isinstance(v, tuple) else v for k, v in before.settings.items()} == after.settings
        activity_kind(after.kind).check_settings(after.settings)


@pytest.mark.parametrize("template", real_templates(), ids=lambda t: t.id)
def test_every_template_is_ready_to_be_led_but_for_day_place_people_and_cases(
    program: Program, template: object
) -> None:
    plan = program.planning.draft(template.id, (LEADER,))  # type: ignore[attr-defined]
    assert missing(program, plan) <= {"when", "where", "participants", "cases"}
    assert all(item.notes.strip() for item in plan.agenda), "another facilitator leads from the notes alone"
    assert all(item.title.strip() for item in plan.agenda)


def test_a_template_that_suggests_cases_gives_them_to_the_plan(program: Program) -> None:
    plan = program.planning.draft("teamets-arendediskussion-30")
    assert plan.cases == ("landrygg-golvlaggare",)
    assert "cases" not in missing(program, plan)


def test_two_plans_of_one_template_share_no_ids(program: Program) -> None:
    one, other = program.planning.draft("gruppdialog-60"), program.planning.draft("gruppdialog-60")
    assert one.id != other.id
    assert not {i.id for i in one.agenda} & {i.id for i in other.agenda}


def test_an_unknown_template_is_told_of(program: Program) -> None:
    with pytest.raises(NotFound) as told:
        program.planning.draft("finns-inte")
    assert told.value.what == "template"


def test_the_checklist_of_a_new_plan_tells_what_a_planner_has_left(program: Program) -> None:
    plan = program.planning.draft("gruppdialog-60")
    assert missing(program, plan) == {"when", "where", "facilitators", "participants", "cases"}
    now = program.clock.local_now()
    done = replace(
        plan,
        starts_at=now + timedelta(days=1),
        place="Biblioteket",
        facilitators=(LEADER,),
        participants=(program.planning.new_participant(" Anna Ek ", Role.PHYSICIAN, "Ängen"),),
        cases=(CaseId("utmattning"), CaseId("utmattning")),
    )
    assert missing(program, done) == set()
    assert done.participants[0].name == "Anna Ek"


def test_saving_tells_those_who_listen(program: Program) -> None:
    program.planning.save(a_session(KINDS))
    assert program.news == [SessionsChanged(a_session().id)]


def test_a_saved_plan_comes_back_as_it_was(program: Program) -> None:
    assert saved(program, a_session()) == a_session()


def test_settings_that_cannot_be_used_are_not_saved(program: Program) -> None:
    item = replace(a_session().agenda[3], settings={"options": "ja eller nej"})
    with pytest.raises(InvalidSettings):
        program.planning.save(a_session().with_item(item))
    with pytest.raises(UnknownActivityKind):
        program.planning.save(a_session().with_item(replace(item, kind="trolleri")))
    assert program.planning.sessions() == []


def test_a_plan_is_locked_once_it_has_started(program: Program) -> None:
    plan = a_session(KINDS)
    program.planning.save(plan)
    program.running.start(plan.id)
    with pytest.raises(SessionLocked):
        program.planning.delete(plan.id)
    for _ in range(2):
        with pytest.raises(SessionLocked):
            program.planning.save(replace(plan, title="Nytt namn"))
        if program.running.open_session and program.running.open_session.state.is_running:
            program.running.close()
    assert program.planning.get(plan.id).title == plan.title


def test_a_deleted_plan_can_be_brought_back_whole(program: Program) -> None:
    program.planning.save(a_session())
    gone = program.planning.delete(a_session().id)
    with pytest.raises(NotFound):
        program.planning.get(gone.id)
    assert saved(program, gone) == a_session()


def test_a_session_that_was_held_comes_back_with_all_that_happened(program: Program) -> None:
    plan = a_session(KINDS)
    program.planning.save(plan)
    session = program.running.start(plan.id)
    session.propose(ItemEntered(plan.agenda[1].id)).result()
    program.running.close()
    program.running.release()
    before = program.running.read(plan.id)
    for _ in range(2):
        gone = program.planning.delete(plan.id)
        with pytest.raises(NotFound):
            program.running.read(plan.id)
        assert program.planning.sessions() == []
        program.planning.save(gone)
        assert program.running.read(plan.id) == before


def test_a_copy_is_a_new_plan_without_date_and_people(program: Program) -> None:
    plan = replace(a_session(), status=SessionStatus.CLOSED)
    copied = program.planning.copy(plan)
    assert copied.id != plan.id
    assert (copied.starts_at, copied.participants, copied.status) == (None, (), SessionStatus.PLANNED)
    assert (copied.title, copied.cases, copied.facilitators) == (plan.title, plan.cases, plan.facilitators)
    assert not {i.id for i in copied.agenda} & {i.id for i in plan.agenda}
    program.planning.save(plan)
    assert saved(program, copied) == copied


def test_ready_is_kept_and_can_be_taken_back(program: Program) -> None:
    ready = program.planning.mark_ready(a_session())
    assert program.planning.get(ready.id).status == SessionStatus.READY
    program.planning.mark_ready(ready, ready=False)
    assert program.planning.get(ready.id).status == SessionStatus.PLANNED


def test_new_items_have_the_usual_minutes_and_a_case_only_where_one_is_needed(program: Program) -> None:
    read = program.planning.new_item("read_certificate", "Läs", 2)
    talk = program.planning.new_item("information", "Välkommen", 2)
    assert (read.case_slot, talk.case_slot) == (2, None)
    assert read.minutes == activity_kind("read_certificate").default_minutes


def test_people_from_a_list_are_added_once(program: Program) -> None:
    plan = replace(a_session(), unit="Ängen", participants=())
    listed = read_participants("Anna Ek\nanna ek;läkare;ängen\nAnna Ek;;Backen\nBo Alm;astronaut;").participants
    added = program.planning.with_listed(plan, listed)
    assert [(p.name, p.unit, p.role) for p in added.participants] == [
        ("Anna Ek", "Ängen", Role.OTHER),
        ("Anna Ek", "Backen", Role.OTHER),
        ("Bo Alm", "Ängen", Role.OTHER),
    ]
    assert program.planning.with_listed(added, listed) == added
    assert len({p.id for p in added.participants}) == 3


def test_a_case_takes_the_first_free_place_and_none_twice(program: Program) -> None:
    plan = program.planning.draft("gruppdialog-60")
    for case in ("a", "a", "b", "c"):
        plan = program.planning.with_case_chosen(plan, CaseId(case))
    assert plan.cases == ("a", "b", "c")
    assert plan.case_slots == 3


def test_a_list_file_from_excel_is_read(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "lista.csv"
    file.write_bytes("Namn;Roll\r\nÅsa Öberg;läkare\r\n".encode("cp1252"))
    (person,) = program.planning.read_list_file(file).participants
    assert (person.name, person.role) == ("Åsa Öberg", Role.PHYSICIAN)
    assert program.planning.read_list("Åsa Öberg, läkare").participants[0].name == "Åsa Öberg"


def test_list_files_that_cannot_be_used_are_told_of(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(planning, "LARGEST_LIST_FILE", 10)
    reasons = {}
    for name, data in (("stor.csv", b"x" * 11), ("bild.csv", b"\x89PNG\x00"), ("tom.csv", b"")):
        (tmp_path / name).write_bytes(data)
    for name in ("stor.csv", "bild.csv", "tom.csv", "borta.csv", ""):
        with pytest.raises((FileUnreadable, ParticipantListInvalid)) as told:
            program.planning.read_list_file(tmp_path / name)
        reasons[name] = told.value.reason  # type: ignore[attr-defined]
    assert reasons["stor.csv"] == "too_large"
    assert reasons["bild.csv"] == "not_text"
    assert reasons["tom.csv"] == "empty"
    assert reasons["borta.csv"] == "missing"
    # A folder: Windows says permission, others say it is a folder.
    assert reasons[""] in ("not_readable", "permission", "too_large")


def test_today_begins_at_midnight(program: Program) -> None:
    assert program.planning.start_of_today() == datetime(2026, 11, 12)
