"""From a studied path to its course certificate: real study, real storage, real signatures."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kompetens_gui.content.course_certificate_rules import load_course_certificate_rules
from kompetens_gui.credentials.keyring import KeyFiles
from kompetens_gui.credentials.signatures import LibrarySignatures
from kompetens_gui.documents.maker import Documents
from kompetens_gui.documents.paper_reader import PdfPapers
from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateKind
from kompetens_gui.domain.credentials.verification import VerificationStatus
from kompetens_gui.domain.errors import CourseCertificateRefused, NotFound, SigningKeyRefused
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.services.attendance import CourseCertificateService
from kompetens_gui.services.completion_certificates import (
    CompletionCertificateService,
    CompletionDetails,
    CompletionParts,
)
from kompetens_gui.services.completion_source import StudiedPaths
from kompetens_gui.services.credentials import CredentialParts, CredentialService
from kompetens_gui.services.news import CourseCertificatesChanged
from kompetens_gui.services.personal_data import PersonalDataParts, PersonalDataService
from kompetens_gui.services.ports import CertificateAppearance
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.storage.personal_data_store import BackupShelf
from tests.documents.samples import AREAS, FONT_FOLDER
from tests.domain.making import a_session
from tests.domain.study_making import a_module, a_path, a_step
from tests.services.learning import Studies
from tests.services.surroundings import DETAILS

PATH = "korkort"
WHERE = CompletionDetails("Region Norr", {"rehab_coordinator": "Rehabkoordinator"}, place="Norrsjö")
EVA = Facilitator("Eva Dahl", Role.MANAGER)


class Office:
    """Self-study with what issues and checks beside it."""

    def __init__(self, studies: Studies) -> None:
        p = self.program = studies.program
        self.studies = studies
        self.credentials = CredentialService(
            CredentialParts(
                p.work, p.clock, p.bus, KeyFiles(p.folder / "keys"), LibrarySignatures(), PdfPapers(), AREAS
            )
        )
        source = StudiedPaths(studies.profiles, studies.studying, studies.sign_offs)
        self.completions = CompletionCertificateService(
            CompletionParts(p.work, p.clock, p.bus, source, load_course_certificate_rules, self.credentials.keys)
        )
        self.register = CourseCertificateService(p.work, p.clock, p.bus, self.credentials.keys)
        self.personal = PersonalDataService(
            PersonalDataParts(p.work, p.clock, p.bus, lambda: None, BackupShelf(p.folder), Preferences)
        )
        self.documents = Documents(FONT_FOLDER, AREAS)

    def paper(self, made: CourseCertificate) -> bytes:
        return self.documents.course_certificates([made], CertificateAppearance("Region Norr"))


@pytest.fixture
def office(studies: Studies) -> Office:
    studies.program.clock.at = datetime(2026, 9, 14, 8, tzinfo=UTC)
    return Office(studies)


@pytest.fixture
def me(office: Office) -> LearnerId:
    return office.studies.learner().id


def studied(office: Office, me: LearnerId) -> None:
    """Go through the path: the first module in September, the last in November."""
    office.studies.done(me, "u1")
    office.studies.done(me, "u2")
    office.program.clock.move(days=57)
    office.studies.done(me, "v1", "avslut")
    office.studies.done(me, "v2", "avslut")


def refused(reason: str) -> pytest.RaisesExc[CourseCertificateRefused]:
    return pytest.raises(CourseCertificateRefused, check=lambda e: e.reason == reason)


def test_a_studied_path_gives_a_certificate_that_checks(office: Office, me: LearnerId) -> None:
    studied(office, me)
    made = office.completions.issue(me, PATH, WHERE)
    assert (made.number, made.kind, made.holder) == ("2026-0001", CourseCertificateKind.COMPLETION, "Ylva Öst")
    assert (made.title, made.minutes) == ("Koordinatorskörkort", 24 * 60)
    assert [(m.id, str(m.passed_on)) for m in made.modules] == [("uppdraget", "2026-09-14"), ("avslut", "2026-11-10")]
    assert (str(made.started_on), str(made.held_on), str(made.valid_until)) == (
        "2026-09-14",
        "2026-11-10",
        "2028-11-10",
    )
    assert made.competence_areas == ("K01", "K14")
    assert made.leaders == (Facilitator("Åsa Öberg", Role.SPECIALIST),), "who signed off in the path"
    assert (made.holder_role, made.holder_unit, made.place) == ("Rehabkoordinator", "Ängen", "Norrsjö")
    answer = office.credentials.verify(office.paper(made))
    assert answer.status == VerificationStatus.VALID
    assert answer.facts is not None
    assert (answer.facts.path_id, answer.facts.valid_until) == (PATH, made.valid_until)
    assert office.completions.of_learner(me) == [made]
    assert office.program.news[-1] == CourseCertificatesChanged()


def test_numbers_run_over_both_kinds(office: Office, me: LearnerId) -> None:
    studied(office, me)
    first = office.completions.issue(me, PATH, WHERE)
    program = office.program
    program.running.start(program.planned(a_session()))
    log = program.running.close()
    (second,) = office.register.issue(log, [log.session.participants[0].id], DETAILS)
    assert [first.number, second.number] == ["2026-0001", "2026-0002"]
    assert [c.kind for c in office.register.all()] == [
        CourseCertificateKind.ATTENDANCE,
        CourseCertificateKind.COMPLETION,
    ]


def test_half_a_path_gives_none_and_says_what_is_lacking(office: Office, me: LearnerId) -> None:
    office.studies.done(me, "u1")
    office.studies.done(me, "u2")
    standing = office.completions.standing(me, PATH, WHERE)
    assert (standing.refusal, standing.current, standing.renews) == ("not_completed", None, False)
    with refused("not_completed"):
        office.completions.issue(me, PATH, WHERE)
    with refused("not_completed"):
        office.completions.preview(me, PATH, WHERE)
    assert office.register.all() == []


def test_a_preview_takes_no_number_and_bears_no_signature(office: Office, me: LearnerId) -> None:
    studied(office, me)
    shown = office.completions.preview(me, PATH, WHERE)
    assert (shown.number, shown.code) == ("2026-····", "")
    assert office.completions.standing(me, PATH, WHERE).refusal == ""
    made = office.completions.issue(me, PATH, WHERE)
    assert replace(shown, number=made.number, code=made.code) == made
    assert office.paper(shown).startswith(b"%PDF")


def test_it_is_issued_once(office: Office, me: LearnerId) -> None:
    studied(office, me)
    made = office.completions.issue(me, PATH, WHERE)
    standing = office.completions.standing(me, PATH, WHERE)
    assert (standing.refusal, standing.current) == ("already_issued", made)
    with refused("already_issued"):
        office.completions.issue(me, PATH, WHERE)
    office.register.revoke(made.number, "Fel namn")
    assert office.completions.issue(me, PATH, WHERE).number == "2026-0002"


def test_a_sign_off_that_was_taken_back_leaves_the_paper_without_a_name(office: Office, me: LearnerId) -> None:
    studied(office, me)
    (signed,) = office.studies.sign_offs.of(me)
    office.studies.sign_offs.withdraw(me, signed.id)
    with refused("no_signer"):
        office.completions.issue(me, PATH, WHERE)
    with refused("own_signature"):
        office.completions.issue(me, PATH, replace(WHERE, leaders=(Facilitator("ylva öst"),)))
    assert office.completions.issue(me, PATH, replace(WHERE, leaders=(EVA,))).leaders == (EVA,)


def test_a_clock_set_back_issues_nothing(office: Office, me: LearnerId) -> None:
    studied(office, me)
    office.program.clock.move(days=-3)
    with refused("clock_behind"):
        office.completions.issue(me, PATH, WHERE)


def test_a_module_added_to_the_path_has_to_be_done_first(office: Office, me: LearnerId) -> None:
    studied(office, me)
    path = a_path()
    more = a_module("ny", a_step("n1", StepKind.READING, "roller"))
    office.studies.library.all_paths = [replace(path, modules=(*path.modules, more))]
    with refused("not_completed"):
        office.completions.issue(me, PATH, WHERE)


def test_a_key_that_is_gone_stops_the_issue_before_a_number_is_taken(office: Office, me: LearnerId) -> None:
    studied(office, me)
    key_id = office.credentials.keys.prepare(WHERE.issuer)
    (office.program.folder / "keys" / f"{key_id}.pem").unlink()
    with pytest.raises(SigningKeyRefused, check=lambda e: (e.reason, e.issuer) == ("missing", WHERE.issuer)):
        office.completions.issue(me, PATH, WHERE)
    office.credentials.keys.replace_lost(WHERE.issuer)
    assert office.completions.issue(me, PATH, WHERE).number == "2026-0001"


def test_a_corrected_name_keeps_modules_and_time(office: Office, me: LearnerId) -> None:
    studied(office, me)
    old = office.completions.issue(me, PATH, WHERE)
    with refused("hours_fixed"):
        office.register.reissue(old.number, "Ylva Öst", 60)
    new = office.register.reissue(old.number, " Ylva Öst-Ek ", old.minutes)
    assert (new.holder, new.modules, new.valid_until, new.replaces) == (
        "Ylva Öst-Ek",
        old.modules,
        old.valid_until,
        old.number,
    )
    assert office.credentials.verify(new.code).status == VerificationStatus.VALID
    assert office.credentials.verify(old.code).status == VerificationStatus.REPLACED
    assert office.completions.standing(me, PATH, WHERE).current == new


# ------------------------------------------------------------ running out and renewing


def test_what_runs_out_is_listed_with_the_module_that_renews_it(office: Office, me: LearnerId) -> None:
    studied(office, me)
    made = office.completions.issue(me, PATH, WHERE)
    assert office.completions.expiring() == []
    office.program.clock.at = datetime(2028, 8, 12, 8, tzinfo=UTC)
    (row,) = office.completions.expiring()
    assert (row.expiring.course_certificate, row.expiring.days_left) == (made, 90)
    assert row.renewal is not None
    assert row.renewal.id == "fornyelse"
    assert office.completions.expiring(1) == []
    office.studies.library.all_paths = []
    (row,) = office.completions.expiring()
    assert (row.path, row.renewal) == (None, None)


def test_a_renewed_path_gives_a_certificate_in_place_of_the_old(office: Office, me: LearnerId) -> None:
    studied(office, me)
    old = office.completions.issue(me, PATH, WHERE)
    office.program.clock.at = datetime(2028, 10, 1, 8, tzinfo=UTC)
    office.studies.done(me, "f1", "fornyelse")
    standing = office.completions.standing(me, PATH, WHERE)
    assert (standing.refusal, standing.current, standing.renews) == ("", old, True)
    new = office.completions.issue(me, PATH, WHERE)
    assert (new.number, new.replaces, str(new.valid_until)) == ("2028-0001", old.number, "2030-11-10")
    assert office.credentials.verify(old.code).status == VerificationStatus.REPLACED
    assert office.completions.expiring() == []


def test_one_that_has_run_out_is_not_issued_again_before_it_is_renewed(office: Office, me: LearnerId) -> None:
    studied(office, me)
    office.program.clock.at = datetime(2029, 1, 1, 8, tzinfo=UTC)
    with refused("expired"):
        office.completions.issue(me, PATH, WHERE)
    office.studies.done(me, "f1", "fornyelse")
    assert str(office.completions.issue(me, PATH, WHERE).valid_until) == "2031-01-01"


# ------------------------------------------------------------ the person


def test_a_learners_certificate_is_found_given_out_and_erased_with_the_person(office: Office, me: LearnerId) -> None:
    studied(office, me)
    made = office.completions.issue(me, PATH, WHERE)
    again = office.register.reissue(made.number, "Ylva Ny-Namn")
    (person,) = office.personal.find("ylva öst")
    assert person.course_certificates == 2, "one with a corrected name is told by the profile"
    given = json.loads(office.personal.export(person))
    (shown,) = [c for c in given["course_certificates"] if c["number"] == again.number]
    assert shown["kind"] == "completion"
    assert shown["learning_path"] == PATH
    assert shown["valid_until"] == "2028-11-10"
    assert [m["title"] for m in shown["modules"]] == ["Modul uppdraget", "Modul avslut"]
    assert shown["signed_text"] == again.code
    office.personal.erase(person)
    left = office.register.all()
    assert {c.holder for c in left} == {"Borttagen deltagare"}
    assert {(c.code, c.learner_id, c.is_valid) for c in left} == {("", None, False)}
    assert office.credentials.verify(again.code).status == VerificationStatus.REVOKED
    with pytest.raises(NotFound):
        office.completions.standing(me, PATH, WHERE)


def test_two_learners_with_certificates_stay_two(office: Office, me: LearnerId) -> None:
    studied(office, me)
    other = office.studies.learner("Bo Annan").id
    office.completions.issue(me, PATH, WHERE)
    for step, module in (("u1", "uppdraget"), ("u2", "uppdraget"), ("v1", "avslut"), ("v2", "avslut")):
        office.studies.done(other, step, module)
    office.completions.issue(other, PATH, WHERE)
    (person,) = office.personal.find("bo annan")
    office.personal.erase(person)
    assert sorted(c.holder for c in office.register.all()) == ["Borttagen deltagare", "Ylva Öst"]


def test_an_issuer_who_was_a_person_is_taken_from_the_key_too(office: Office, me: LearnerId) -> None:
    studied(office, me)
    alone = replace(WHERE, issuer="Karin Wall", leaders=(Facilitator("Karin Wall"),))
    made = office.completions.issue(me, PATH, alone)
    (person,) = office.personal.find("karin wall")
    office.personal.erase(person)
    (left,) = office.register.all()
    assert (left.issuer, left.is_valid, left.code) == ("Borttagen ledare", True, "")
    assert [k.own.key.issuer for k in office.credentials.keys.all()] == ["Borttagen ledare"]
    assert list((office.program.folder / "keys").iterdir()) == []
    assert office.credentials.verify(made.code).status == VerificationStatus.VALID, "the paper still checks"
    assert not _holds(office.program.folder, b"Karin Wall"), "nothing of the name is left beside the database"


def _holds(folder: Path, name: bytes) -> bool:
    return any(name in f.read_bytes() for f in folder.rglob("*") if f.is_file() and "sqlite" not in f.name)
