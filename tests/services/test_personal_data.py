from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.course_certificate import CourseCertificateNumber
from kompetens_gui.domain.errors import NotFound, SessionAlreadyRunning, StorageFailed
from kompetens_gui.domain.workshop.events import (
    AttendanceMarked,
    AttendanceStatus,
    NoteWritten,
    ParticipantJoined,
    QuestionCaptured,
)
from kompetens_gui.domain.workshop.plan import (
    Facilitator,
    Participant,
    ParticipantId,
    Role,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.services.news import CourseCertificatesChanged, SessionsChanged
from kompetens_gui.services.personal_data import Mention, PersonalDataParts, PersonalDataService, Replaced
from kompetens_gui.services.personal_rows import PersonSource
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.storage.personal_data_store import BackupShelf, rewrite_file
from tests.domain.making import a_session
from tests.services.surroundings import DETAILS, Program

NAME = "Märtha Lövdahl-Åkerström"
HELD = datetime(2026, 11, 12, 13, 0)
MARTHA = Participant(ParticipantId("m"), NAME, Role.PHYSICIAN, "Granbacken", Sex.WOMAN, "martha@example.org")
OTHERS = (
    Participant(ParticipantId("a"), "Anna Berg", Role.PHYSICIAN, "Norr"),
    Participant(ParticipantId("b"), "Anna Berg", Role.PSYCHOLOGIST, "Söder"),
)
LEADER = Facilitator("Karin Sjödin")
Make = Callable[..., PersonalDataService]


@pytest.fixture
def make(program: Program) -> Make:
    def service(
        preferences: Preferences | None = None, rewrite: Callable[[], None] | None = None
    ) -> PersonalDataService:
        return PersonalDataService(
            PersonalDataParts(
                program.work,
                program.clock,
                program.bus,
                rewrite or (lambda: rewrite_file(program.database)),
                BackupShelf(program.folder),
                lambda: preferences or Preferences(),
            )
        )

    return service


@pytest.fixture
def held(program: Program) -> WorkshopSessionId:
    """A session with everyone in it, held and closed, with course certificates."""
    plan = replace(
        a_plan(), title="Gruppdialog", starts_at=HELD, participants=(MARTHA, *OTHERS), facilitators=(LEADER,)
    )
    session_id = program.planned(plan)
    program.running.start(session_id)
    program.running.record(session_id, AttendanceMarked(MARTHA.id, AttendanceStatus.LATE, 40))
    log = program.running.close()
    program.running.release()
    program.course_certificates.issue(log, [MARTHA.id, OTHERS[0].id], DETAILS)
    return session_id


def a_plan(session_id: str = "s-held") -> WorkshopSession:
    return replace(a_session(), id=WorkshopSessionId(session_id))


def everything_on_disk(folder: Path) -> bytes:
    return b"".join(f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file() and "backups" not in f.parts)


def only(service: PersonalDataService, text: str) -> object:
    (person,) = service.find(text)
    return person


@pytest.mark.parametrize("text", ["märtha", "LÖVDAHL", "  lövdahl-å ", "martha@", "tha  Lövd"])
def test_a_part_of_the_name_finds_the_person(make: Make, held: str, text: str) -> None:
    (person,) = make().find(text)
    assert (person.name, person.units, person.sessions, person.course_certificates) == (NAME, ("Granbacken",), 1, 1)
    assert not person.leads


def test_an_empty_text_finds_nobody(make: Make, held: str) -> None:
    assert make().find("  ") == ()
    assert make().find("Ingen Alls") == []


def test_two_with_the_same_name_are_two(make: Make, held: str) -> None:
    found = make().find("anna berg")
    assert [p.units for p in found] == [("Norr",), ("Söder",)]
    assert [p.course_certificates for p in found] == [1, 0]


def test_an_organisation_that_issues_is_nobody(make: Make, held: str) -> None:
    assert make().find(DETAILS.issuer) == []


def test_a_leader_is_found_as_one(make: Make, held: str) -> None:
    (person,) = make().find("karin")
    assert person.leads
    assert person.course_certificates == 2


def test_a_name_corrected_on_the_course_certificate_is_the_same_person(
    make: Make, held: WorkshopSessionId, program: Program
) -> None:
    (old,) = [c for c in program.course_certificates.of_session(held) if c.participant_id == "m"]
    program.course_certificates.reissue(old.number, "Märta Lövdal")
    (person,) = make().find("märta lövdal")
    assert person == only(make(), NAME)
    assert person.course_certificates == 2
    make().erase(person)
    assert {c.holder for c in program.course_certificates.of_session(held)} == {"Borttagen deltagare", "Anna Berg"}


def test_the_export_holds_all_there_is(make: Make, held: WorkshopSessionId, program: Program) -> None:
    program.running.record(held, QuestionCaptured("q", "Märtha undrar om dag 90."))
    (person,) = make().find(NAME)
    found = json.loads(make().export(person))
    assert found["person"] == {
        "names": [NAME],
        "units": ["Granbacken"],
        "emails": ["martha@example.org"],
        "sex": ["woman"],
    }
    (participation,) = found["participations"]
    assert participation["date"] == "2026-11-12T13:00"
    assert participation["role"] == "physician"
    assert participation["attendance"] == {"status": "late", "minutes": 40, "marked_by_leader": True}
    (course_certificate,) = found["course_certificates"]
    assert (course_certificate["held_on"], course_certificate["minutes"]) == ("2026-11-12", 40)
    (text,) = found["texts_that_may_name_the_person"]
    assert (text["where"], "dag 90" in text["text"]) == ("question", True)
    assert found["exported_at"].startswith("2026-11-12T12:00")
    assert "Anna" not in json.dumps(found)


def test_who_was_not_marked_counts_as_present(make: Make, held: str) -> None:
    person = make().find("anna berg")[1]
    (participation,) = json.loads(make().export(person))["participations"]
    assert participation["attendance"]["marked_by_leader"] is False


def test_erasing_replaces_the_name_everywhere_and_says_where(
    make: Make, held: WorkshopSessionId, program: Program
) -> None:
    joined = Participant(ParticipantId("j"), NAME.upper(), Role.MANAGER, "Granbacken", Sex.WOMAN, "m@example.org")
    other = program.planned(replace(a_plan("later"), title="Öppen dialog", starts_at=None, participants=(MARTHA,)))
    program.running.record(held, ParticipantJoined(joined))
    before = program.running.read(held)
    program.news.clear()
    (person,) = make().find(NAME)
    receipt = make().erase(person)
    (number,) = [c.number for c in program.course_certificates.all() if c.participant_id == "m"]
    assert set(receipt.replaced) == {
        Replaced(PersonSource.PLAN, "Gruppdialog", HELD.date()),
        Replaced(PersonSource.PLAN, "Öppen dialog", None),
        Replaced(PersonSource.JOINED, "Gruppdialog", HELD.date()),
        Replaced(PersonSource.COURSE_CERTIFICATE, "Gruppdialog", HELD.date(), number),
    }
    assert (receipt.count(PersonSource.PLAN), receipt.at, receipt.mentions) == (2, HELD, ())
    log = program.running.read(held)
    assert log.events != before.events
    assert log.state.attendance == before.state.attendance
    gone = [p for p in log.session.participants if p.id in ("m", "j")]
    assert gone == [
        Participant(ParticipantId("m"), "Borttagen deltagare"),
        Participant(ParticipantId("j"), "Borttagen deltagare", Role.MANAGER),
    ]
    assert program.planning.get(other).participants[0].name == "Borttagen deltagare"
    assert make().find(NAME) == []
    assert make().find("Borttagen") == []
    assert {type(n) for n in program.news} == {SessionsChanged, CourseCertificatesChanged}


def test_the_course_certificate_stays_with_its_number_but_is_revoked(
    make: Make, held: WorkshopSessionId, program: Program
) -> None:
    before = {c.number: c for c in program.course_certificates.all()}
    make().erase(make().find(NAME)[0])
    after = {c.number: c for c in program.course_certificates.all()}
    assert list(after) == list(before)
    mine, annas = (after[CourseCertificateNumber(n)] for n in ("2026-0001", "2026-0002"))
    assert (mine.holder, mine.holder_unit, mine.is_valid) == ("Borttagen deltagare", "", False)
    assert mine.revoke_reason == "Personuppgifter borttagna på begäran"
    assert mine.revoked_at == program.clock.now()
    assert annas == before[annas.number]


def test_a_leader_goes_from_plans_and_from_the_valid_course_certificates_of_others(
    make: Make, held: WorkshopSessionId, program: Program
) -> None:
    make().erase(make().find("Karin Sjödin")[0])
    assert program.planning.get(held).facilitators == (Facilitator("Borttagen ledare"),)
    for course_certificate in program.course_certificates.all():
        assert course_certificate.leaders == (Facilitator("Borttagen ledare"),)
        assert course_certificate.is_valid
    assert b"Sj\xc3\xb6din" not in everything_on_disk(program.folder)


def test_nothing_of_the_name_is_left_in_the_files(make: Make, held: WorkshopSessionId, program: Program) -> None:
    for round_number in range(20):  # old versions of the same rows lie about in the file and in its log
        people = (replace(MARTHA, unit=f"Granbacken {round_number}" * 30),)
        program.planned(replace(a_plan("later"), starts_at=None, participants=people))
    program.planned(replace(a_plan("later"), starts_at=None, participants=(MARTHA,)))
    program.running.record(held, ParticipantJoined(replace(MARTHA, id=ParticipantId("j"))))
    traces = [part.encode() for part in (NAME, "Lövdahl", "martha@example.org")]
    assert all(trace in everything_on_disk(program.folder) for trace in traces)
    receipt = make().erase(make().find(NAME)[0])
    assert receipt.file_rewritten
    left = everything_on_disk(program.folder)
    assert [trace for trace in traces if trace in left] == []


def test_texts_that_may_name_the_person_are_pointed_out_and_left(
    make: Make, held: WorkshopSessionId, program: Program
) -> None:
    program.running.record(held, NoteWritten("n", "Prata med märtha lövdahl-åkerströms chef"))
    program.running.record(held, QuestionCaptured("q1", "Märtha frågar"))
    program.running.record(held, QuestionCaptured("q2", "Lövdahl-Åkerström frågar igen"))
    program.running.record(held, QuestionCaptured("q3", "Om märthagruppen och annat"))
    program.planned(replace(a_plan("later"), title="Annan", starts_at=None, purpose="Märtha någon annan"))
    receipt = make().erase(make().find(NAME)[0])
    assert set(receipt.mentions) == {
        Mention("Gruppdialog", HELD.date(), "note", 1),
        Mention("Gruppdialog", HELD.date(), "question", 2),
    }
    assert [n.text for n in program.running.read(held).state.notes] == ["Prata med märtha lövdahl-åkerströms chef"]


def test_backups_are_named_and_removed_when_asked(make: Make, held: str, program: Program) -> None:
    shelf = program.folder / "backups"
    shelf.mkdir()
    old = shelf / "kompetens-2026-11-01-0001.sqlite3"
    old.write_bytes(b"old")
    elsewhere = program.folder / "kompetens.sqlite3"
    service = make()
    receipt = service.erase(service.find(NAME)[0])
    assert receipt.backups == (old,)
    assert old.exists()
    service.remove_backups((*receipt.backups, elsewhere))
    assert not old.exists()
    assert elsewhere.exists()


def test_a_name_in_the_settings_is_pointed_out(make: Make, held: str) -> None:
    service = make(Preferences(user_name="karin sjödin"))
    assert service.erase(service.find("Karin")[0]).in_preferences


def test_nothing_is_erased_while_a_session_runs(make: Make, held: str, program: Program) -> None:
    running = program.planned(replace(a_plan("now"), starts_at=HELD))
    program.running.start(running)
    with pytest.raises(SessionAlreadyRunning):
        make().erase(make().find(NAME)[0])
    assert make().find(NAME)


def test_someone_already_erased_is_not_found(make: Make, held: str) -> None:
    (person,) = make().find(NAME)
    make().erase(person)
    with pytest.raises(NotFound):
        make().erase(person)
    with pytest.raises(NotFound):
        make().export(person)


def test_a_file_that_could_not_be_rewritten_is_told_of_and_tried_again(make: Make, held: str, program: Program) -> None:
    def busy() -> None:
        raise StorageFailed("file", "locked")

    service = make(rewrite=busy)
    receipt = service.erase(service.find(NAME)[0])
    assert not receipt.file_rewritten
    assert make().find(NAME) == []
    assert make().clean_file()
    assert "Lövdahl".encode() not in everything_on_disk(program.folder)


def test_an_erasure_that_fails_half_way_leaves_everything_as_it_was(
    make: Make, held: WorkshopSessionId, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kompetens_gui.storage.course_certificate_store import SqlCourseCertificateStore

    def full(*_: object) -> None:
        raise StorageFailed("file", "io")

    before = program.planning.get(held)
    service = make()
    (person,) = service.find(NAME)
    with monkeypatch.context() as patched:
        patched.setattr(SqlCourseCertificateStore, "update", full)
        with pytest.raises(StorageFailed):
            service.erase(person)
    assert program.planning.get(held) == before
    assert service.find(NAME) == [person]
