"""A learner's own data: given out, taken away, kept no longer than agreed, and not brought back by a backup."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.retention import PROPOSED_MONTHS, RetentionKind
from kompetens_gui.domain.learning.sign_off import Signer, SignOffPurpose
from kompetens_gui.domain.study.learning_path import StepKind, StepSettings
from kompetens_gui.domain.workshop.plan import Facilitator, Participant, ParticipantId, Role
from kompetens_gui.services.personal_data import Person, PersonalDataParts, PersonalDataService
from kompetens_gui.services.personal_rows import PersonSource
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.storage.backup import backup, restore
from kompetens_gui.storage.checking import check_database
from kompetens_gui.storage.personal_data_store import BackupShelf, rewrite_file
from tests.domain.making import a_session
from tests.services.learning import Studies
from tests.services.player import OWN_WORDS, play
from tests.services.surroundings import DETAILS, Program

NAME = "Märtha Lövdahl-Åkerström"
SIGNER = "Sölve Vårdtorp"


@pytest.fixture
def data(studies: Studies) -> PersonalDataService:
    return service(studies)


def service(studies: Studies) -> PersonalDataService:
    program = studies.program
    return PersonalDataService(
        PersonalDataParts(
            program.work,
            program.clock,
            program.bus,
            partial(rewrite_file, program.database),
            BackupShelf(program.folder),
            Preferences,
            studies.journal,
        )
    )


def studied(studies: Studies, name: str = NAME) -> LearnerId:
    """A learner with everything: attempts, evidence, cards, reviews, sign-offs, an observation."""
    me = studies.learner(name, unit="Granbacken", pin="4711").id
    studies.all_done(me)
    play(studies.studying.open_free(me, StepKind.LETTER, "brev"), studies.studying)
    play(studies.studying.open_free(me, StepKind.OBSERVED, "", StepSettings(text="Ring")), studies.studying)
    opened = studies.step(me)
    opened.reflect("MIN EGEN TANKE").result()
    opened.leave().result()
    studies.sign_offs.confirm(me, SignOffPurpose.PEER, ["K01"], Signer(SIGNER, Role.SPECIALIST), "Leder tryggt")
    studies.program.clock.move(days=3)
    first = studies.repetition.today(me).questions[0]
    from tests.domain.study_making import RIGHT

    studies.repetition.answer(me, first.item.id, first.number, RIGHT)
    return me


def only(data: PersonalDataService, text: str) -> Person:
    (person,) = data.find(text)
    return person


def on_disk(folder: Path) -> bytes:
    return b"".join(f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file() and "backups" not in f.parts)


def test_a_learner_is_found_by_name_and_told_to_study(studies: Studies, data: PersonalDataService) -> None:
    studied(studies)
    person = only(data, "märtha")
    assert (person.name, person.units, person.roles, person.studies) == (
        NAME,
        ("Granbacken",),
        ("rehab_coordinator",),
        True,
    )
    assert (person.sessions, person.course_certificates, person.leads) == (0, 0, False)


def test_who_has_been_in_the_room_and_studies_is_one_person(studies: Studies, data: PersonalDataService) -> None:
    studied(studies)
    participant = Participant(ParticipantId("m"), NAME.upper(), Role.PHYSICIAN, " granbacken")
    studies.program.planned(replace(a_session(), participants=(participant,)))
    person = only(data, "märtha")
    assert (person.studies, person.sessions) == (True, 1)


def test_the_export_holds_all_there_is_but_nobody_elses_thoughts(studies: Studies, data: PersonalDataService) -> None:
    me = studied(studies)
    other = studies.learner("Bo Ek").id
    opened = studies.step(other)
    opened.reflect(f"Jag tänker på {NAME}").result()
    found = json.loads(data.export(only(data, NAME)))
    (held,) = found["self_study"]
    assert held["profile"]["name"] == NAME
    assert held["profile"]["has_pin"] is True
    assert "digest" not in json.dumps(held)
    assert {a["exercise"] for a in held["attempts"]} == {
        "reading",
        "questions",
        "mark_chain",
        "sign_off",
        "letter",
        "observed",
    }
    text = json.dumps(held, ensure_ascii=False)
    assert OWN_WORDS in text
    assert "MIN EGEN TANKE" in text
    with studies.work() as work:
        counts = (len(work.evidence.of(me)), len(work.reviews.cards(me)), len(work.reviews.entries(me)))
    assert (len(held["evidence"]), len(held["repetition"]), len(held["reviews"])) == counts
    assert {s["purpose"] for s in held["sign_offs"]} == {"module", "peer"}
    assert "Jag tänker på" not in json.dumps(found, ensure_ascii=False)


def test_erasing_takes_everything_and_leaves_no_trace(studies: Studies, data: PersonalDataService) -> None:
    studied(studies)
    studies.learner("Bo Ek")
    traces = [t.encode() for t in (NAME, "MIN EGEN TANKE", OWN_WORDS, "Leder tryggt")]
    assert all(t in on_disk(studies.program.folder) for t in traces)
    receipt = data.erase(only(data, NAME))
    assert receipt.count(PersonSource.LEARNER) == 1
    assert data.find(NAME) == []
    assert [p.name for p in studies.profiles.all()] == ["Bo Ek"]
    assert [t for t in traces if t in on_disk(studies.program.folder)] == []
    assert check_database(studies.program.database.file).is_sound


def test_an_observer_or_signer_is_found_and_loses_the_name_but_the_rating_stays(
    studies: Studies, data: PersonalDataService
) -> None:
    me = studied(studies)
    levels = studies.progress.matrix(me).areas
    for name, source in (("Bo Ek", PersonSource.OBSERVER), (SIGNER, PersonSource.SIGNER)):
        person = only(data, name)
        found = json.loads(data.export(person))
        assert {c["as"] for c in found["named_as_colleague"]} == {source.value}
        receipt = data.erase(person)
        assert receipt.count(source) == 1
        assert data.find(name) == []
        assert name.encode() not in on_disk(studies.program.folder)
    assert studies.progress.matrix(me).areas == levels
    assert {s.by_name for s in studies.sign_offs.of(me)} == {"Åsa Öberg", "Borttagen kollega"}


# -- a restored backup


def restored(studies: Studies, copy: Path) -> Studies:
    """Put a backup in the place of the data, and start anew."""
    folder, clock, bank = studies.program.folder, studies.program.clock, studies.program.bank
    studies.close()
    restore(copy, folder, clock.local_now)
    return Studies(Program(folder, clock, bank), studies.library)


def a_copy(studies: Studies, name: str = "copy.sqlite3") -> Path:
    target = studies.program.folder.parent / name
    backup(studies.program.folder, target)
    return target


def by_personal_data(studies: Studies, me: LearnerId) -> None:
    data = service(studies)
    for name in (SIGNER, "Karin Sjödin", NAME):
        data.erase(only(data, name))


def by_own_wish(studies: Studies, me: LearnerId) -> None:
    studies.profiles.remove(me, "4711")
    data = service(studies)
    for name in (NAME, SIGNER, "Karin Sjödin"):
        for person in data.find(name):
            data.erase(person)


@pytest.mark.parametrize("erase", [by_personal_data, by_own_wish])
def test_who_has_been_erased_does_not_come_back_with_a_backup(
    studies: Studies, erase: Callable[[Studies, LearnerId], None]
) -> None:
    me = studied(studies)
    program = studies.program
    participant = Participant(ParticipantId("m"), NAME, Role.PHYSICIAN, "Granbacken", email="m@example.org")
    plan = replace(a_session(), participants=(participant,), facilitators=(Facilitator("Karin Sjödin"),))
    program.running.start(program.planned(plan))
    log = program.running.close()
    program.running.release()
    program.course_certificates.issue(log, [participant.id], DETAILS)
    kept = studies.learner("Bo Ek")
    copy = a_copy(studies)
    erase(studies, me)
    program.planned(replace(plan, id=type(plan.id)("later"), facilitators=(Facilitator("Ny Ledare"),), participants=()))
    again = restored(studies, copy)
    try:
        data = service(again)
        for name in (NAME, SIGNER, "Karin Sjödin"):
            assert data.find(name) == [], name
        assert [p.id for p in again.profiles.all()] == [kept.id]
        (course_certificate,) = again.program.course_certificates.all()
        assert (course_certificate.holder, course_certificate.is_valid) == ("Borttagen deltagare", False)
        left = on_disk(again.program.folder)
        assert [t for t in (NAME, SIGNER, "Sjödin", "m@example.org", OWN_WORDS) if t.encode() in left] == []
        assert check_database(again.program.database.file).is_sound
    finally:
        again.close()


def test_the_journal_holds_no_names(studies: Studies) -> None:
    me = studied(studies)
    by_own_wish_of = service(studies)
    by_own_wish_of.erase(only(by_own_wish_of, SIGNER))
    studies.profiles.remove(me, "4711")
    text = (studies.program.folder / "erasures.jsonl").read_text("utf-8")
    assert len(text.splitlines()) == 2
    for part in (*NAME.split(), *SIGNER.split()):
        assert part.casefold() not in text.casefold()


def test_what_is_entered_anew_after_an_erasure_stays_when_a_later_backup_is_restored(studies: Studies) -> None:
    me = studied(studies)
    data = service(studies)
    data.erase(only(data, SIGNER))
    studies.sign_offs.confirm(me, SignOffPurpose.MENTORING, ["K01"], Signer(SIGNER, Role.SPECIALIST))
    copy = a_copy(studies)
    again = restored(studies, copy)
    try:
        assert only(service(again), SIGNER).leads is False
        assert {s.by_name for s in again.sign_offs.of(me)} == {SIGNER, "Borttagen kollega", "Åsa Öberg"}
    finally:
        again.close()


def test_a_journal_cut_short_by_a_crash_does_not_stand_in_the_way(studies: Studies) -> None:
    me = studied(studies)
    copy = a_copy(studies)
    studies.profiles.remove(me, "4711")
    journal = studies.program.folder / "erasures.jsonl"
    journal.write_text(journal.read_text("utf-8") + '{"seq": 2, "kind": "lea', "utf-8")
    again = restored(studies, copy)
    try:
        assert again.profiles.all() == []
    finally:
        again.close()


# -- retention


def test_each_kind_has_a_proposal_that_can_be_changed(studies: Studies) -> None:
    assert {r.kind: r.months for r in studies.retention.rules()} == PROPOSED_MONTHS
    studies.retention.change(RetentionKind.ANSWERS, 3)
    studies.retention.change(RetentionKind.RESULTS, None)
    found = {r.kind: (r.months, r.is_proposed) for r in studies.retention.rules()}
    assert found[RetentionKind.ANSWERS] == (3, False)
    assert found[RetentionKind.RESULTS] == (None, False)
    assert found[RetentionKind.PROFILES] == (36, True)
    for months in (0, 121):
        with pytest.raises(InvalidValue):
            studies.retention.change(RetentionKind.ANSWERS, months)


def test_the_preview_tells_and_touches_nothing_and_the_run_does_what_it_told(studies: Studies) -> None:
    me = studied(studies)
    levels = studies.progress.matrix(me).areas
    assert {c.kind: c.count for c in studies.retention.preview()} == dict.fromkeys(RetentionKind, 0)
    studies.program.clock.move(days=400)
    told = {c.kind: c.count for c in studies.retention.preview()}
    assert told[RetentionKind.ANSWERS] == 6
    assert told[RetentionKind.UNFINISHED] == 1
    assert OWN_WORDS.encode() in on_disk(studies.program.folder)
    assert {c.kind: c.count for c in studies.retention.run()} == told
    assert {c.kind: c.count for c in studies.retention.preview()} == dict.fromkeys(RetentionKind, 0)
    assert OWN_WORDS.encode() not in on_disk(studies.program.folder)
    assert b"MIN EGEN TANKE" not in on_disk(studies.program.folder)
    assert studies.progress.matrix(me).areas == levels, "results are kept longer than answers"
    assert studies.studying.progress(me, "korkort").passed == 2


def test_an_idle_profile_goes_and_does_not_come_back_with_a_backup(studies: Studies) -> None:
    studied(studies)
    copy = a_copy(studies)
    studies.program.clock.move(days=365 * 4)
    (busy,) = [studies.learner("Bo Ek")]
    counts = {c.kind: c.count for c in studies.retention.run()}
    assert counts[RetentionKind.PROFILES] == 1
    assert [p.id for p in studies.profiles.all()] == [busy.id]
    again = restored(studies, copy)
    try:
        assert again.profiles.all() == []
    finally:
        again.close()


def test_what_is_kept_for_ever_is_not_even_counted(studies: Studies) -> None:
    studied(studies)
    for kind in RetentionKind:
        studies.retention.change(kind, None)
    studies.program.clock.move(days=10_000)
    assert studies.retention.preview() == []
    assert studies.retention.run() == []
    assert len(studies.profiles.all()) == 1
