"""A sign-off from another computer: asked for, answered, checked, and refused in every way it can be false."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zlib import decompress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.errors import NotFound, SharedFileRefused, SignOffCodeRefused, SignOffRefused
from kompetens_gui.domain.exercises.sign_off import WorkDescribed
from kompetens_gui.domain.exercises.sign_off.remote import SignOffRequest, Verdict
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.evidence import EvidenceKind
from kompetens_gui.domain.learning.path_progress import ModuleStatus
from kompetens_gui.domain.learning.sign_off import Signer
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.issuer_trust import OfferStanding
from kompetens_gui.services.key_cards import card_claims, card_header
from kompetens_gui.services.own_data_sections import OwnDataNames, sections_of
from kompetens_gui.services.remote_sign_offs import KeyToCompare
from kompetens_gui.services.self_study_export import self_study
from kompetens_gui.services.sign_off_codes import (
    ANSWER_TYPE,
    LARGEST,
    answer_claims,
    answer_code,
    answer_file,
    read_answer,
    read_request,
    request_code,
    request_file,
)
from tests.services.afar import SUPERVISOR, WORK, Learner, Supervisor, two_copies
from tests.services.test_self_study_data import a_copy as backed_up
from tests.services.test_self_study_data import restored
from tests.services.test_self_study_data import service as personal_data

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


@pytest.fixture
def copies(tmp_path: Path) -> Iterator[tuple[Learner, Supervisor]]:
    with two_copies(tmp_path) as made:
        yield made


@pytest.fixture
def learner(copies: tuple[Learner, Supervisor]) -> Learner:
    return copies[0]


@pytest.fixture
def supervisor(copies: tuple[Learner, Supervisor]) -> Supervisor:
    return copies[1]


def refusal(learner: Learner, data: str | bytes) -> tuple[str, str]:
    """Return why an answer is refused and who is named, after looking that nothing has changed."""
    before = learner.opened.attempt
    with pytest.raises(SignOffCodeRefused) as refused:
        learner.took(data)
    assert learner.opened.attempt == before
    assert [s for s in learner.studies.sign_offs.of(learner.id) if s.request] == []
    return refused.value.reason, refused.value.who


# -- the whole way


@pytest.mark.parametrize("as_file", [True, False])
def test_an_approval_from_afar_gives_what_one_on_the_spot_gives(
    tmp_path: Path, learner: Learner, supervisor: Supervisor, as_file: bool
) -> None:
    request = learner.asked()
    assert (request.path, request.module, request.title) == ("Koordinatorskörkort", "Modul avslut", "Steg v2")
    assert (request.learner, request.work) == ("Ylva Öst", WORK)
    sent = request_file(request) if as_file else request_code(request)
    signed = supervisor.answers(sent, comment="Du ringer i tid.")
    taken = learner.took(signed.file if as_file else signed.code)
    assert taken.is_new
    assert taken.attempt.can_finish
    (kept,) = learner.studies.sign_offs.of(learner.id)
    assert (kept.by_name, kept.by_role, kept.text, kept.on) == (
        SUPERVISOR,
        Role.MANAGER,
        "Du ringer i tid.",
        signed.answer.on,
    )
    assert (kept.request, kept.fingerprint) == (request.id, signed.key.fingerprint.spoken)
    done = learner.studies.studying.finish(learner.opened).result()
    assert done.outcome.signed
    module = learner.studies.studying.progress(learner.id, "korkort").module("avslut")
    assert module is not None
    assert module.status == ModuleStatus.PASSED

    with one_on_the_spot(tmp_path / "spot") as (other, there):
        assert there.outcome == done.outcome
        assert evidence(learner) == evidence(other)
        assert evidence(learner)


def evidence(learner: Learner) -> set[tuple[str, EvidenceKind, str, float, bool, bool]]:
    with learner.studies.work() as work:
        return {(e.area, e.kind, e.form, e.strength, e.approved, e.with_other) for e in work.evidence.of(learner.id)}


@contextmanager
def one_on_the_spot(folder: Path) -> Iterator[tuple[Learner, Attempt]]:
    """Give another learner with the same studies, signed for at the same computer."""
    other = Learner(folder)
    other.opened.answer(WorkDescribed(WORK)).result()
    other.studies.sign_offs.sign_module(other.opened, Signer(SUPERVISOR, Role.MANAGER)).result()
    yield other, other.studies.studying.finish(other.opened).result()
    other.studies.close()


def test_not_yet_is_told_and_a_new_request_goes_on(learner: Learner, supervisor: Supervisor) -> None:
    first = learner.asked()
    no = supervisor.answers(request_code(first), Verdict.NOT_YET, "Ring en gång till.")
    assert learner.took(no.code).is_new
    assert learner.opened.view.not_yet == "Ring en gång till."
    assert not learner.opened.attempt.can_finish
    assert not learner.took(no.code).is_new
    assert len([e for e in learner.opened.attempt.events if type(e.event).__name__ == "NotYetAnswered"]) == 1
    second = learner.asked(work="Nu har jag ringt två gånger.")
    assert learner.opened.view.not_yet is None
    assert refusal(learner, no.code) == ("earlier_request", SUPERVISOR)
    assert learner.took(supervisor.answers(request_code(second)).code).attempt.can_finish


def test_who_said_not_yet_may_still_approve_the_same_request(learner: Learner, supervisor: Supervisor) -> None:
    request = request_code(learner.asked())
    learner.took(supervisor.answers(request, Verdict.NOT_YET, "Vi talas vid först.").code)
    assert learner.took(supervisor.answers(request).code).attempt.can_finish


def test_the_same_answer_twice_does_nothing_twice(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()))
    learner.took(signed.code)
    before = learner.opened.attempt
    again = learner.took(signed.file)
    assert not again.is_new
    assert learner.opened.attempt == before
    assert len(learner.studies.sign_offs.of(learner.id)) == 1
    other = Supervisor(learner.studies.program.folder.parent / "third", "Nils Ahl")
    late = other.answers(request_code(before.state.request))
    assert not learner.took(late.code).is_new, "somebody else's answer to the same request comes too late to matter"
    assert [s.by_name for s in learner.studies.sign_offs.of(learner.id)] == [SUPERVISOR]
    elsewhere = other.answers(request_code(replace(before.state.request, id="another")))
    with pytest.raises(SignOffRefused, match="already_given"):
        learner.took(elsewhere.code)
    other.program.close()


def test_a_kill_between_asking_and_answering_loses_nothing(learner: Learner, supervisor: Supervisor) -> None:
    request = learner.asked()
    learner.killed()
    assert learner.opened.view.request == request
    signed = supervisor.answers(request_code(learner.opened.view.request))
    learner.killed()
    assert learner.took(signed.code).attempt.can_finish


def test_a_kill_between_register_and_attempt_signs_once(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()))
    offered = learner.remote.take(learner.opened, signed.code)
    assert isinstance(offered, KeyToCompare)
    learner.remote.trust(offered.offer)
    learner.studies.studying.release()  # nothing more is written in the attempt
    with pytest.raises(Exception, match="left"):
        learner.remote.take(learner.opened, signed.code)
    assert len(learner.studies.sign_offs.of(learner.id)) == 1
    learner.killed()
    assert learner.took(signed.code).attempt.can_finish
    assert len(learner.studies.sign_offs.of(learner.id)) == 1


# -- what is told, and to whom


def test_without_leave_the_text_stays_here_and_cannot_be_guessed(learner: Learner, supervisor: Supervisor) -> None:
    request = learner.asked(work="Ja.", with_work=False)
    sent = request_file(request).decode()
    assert (request.work, request.salt) == (None, "")
    assert "Ja." not in sent
    assert learner.opened.attempt.state.salt not in sent
    shorter = learner.remote.ask(learner.opened, with_work=False).result().view.request
    assert shorter.work_hash != request.work_hash, "the same text has another hash each time"
    assert learner.took(supervisor.answers(request_code(shorter)).code).attempt.can_finish


@pytest.mark.parametrize("text", ["Ringde 19850312-1234 i går.", "Se dnr 2026/12345."])
def test_numbers_of_people_do_not_go_along(learner: Learner, supervisor: Supervisor, text: str) -> None:
    learner.opened.answer(WorkDescribed(text)).result()
    with pytest.raises(SignOffRefused, match="personal_data"):
        learner.remote.ask(learner.opened, with_work=True)
    request = learner.asked(work="Jag ringde i går.")
    with pytest.raises(SignOffRefused, match="personal_data"):
        supervisor.answers(request_code(request), comment=text)


def test_who_answers_says_who_and_never_for_themselves(learner: Learner, supervisor: Supervisor) -> None:
    request = learner.asked()
    answer = supervisor.answering.answer
    for signer, verdict, reason in (
        (Signer("  "), Verdict.APPROVED, "no_name"),
        (Signer("ylva  ÖST"), Verdict.APPROVED, "own"),
        (Signer(SUPERVISOR), Verdict.NOT_YET, "no_comment"),
    ):
        with pytest.raises(SignOffRefused, match=reason):
            answer(request, signer, verdict)
    with pytest.raises(NotFound):
        answer(request, Signer("Nils Ahl"), Verdict.APPROVED)
    assert supervisor.answering.key_of("Nils Ahl") is None
    made = supervisor.answering.make_key(" Nils   Ahl ")
    assert made.own.key.issuer == "Nils Ahl"
    assert supervisor.answering.make_key("nils ahl").own.key == made.own.key
    assert len(made.own.key.fingerprint.words) == 10


def test_it_is_seen_in_the_export_and_goes_with_the_person(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()), comment="Fint arbete.")
    learner.took(signed.code)
    with learner.studies.work() as work:
        held = self_study(work, learner.id)
    (told,) = held["sign_offs"]
    assert told["signed_at_a_distance"] is True
    assert told["key_fingerprint"] == signed.key.fingerprint.spoken
    asked = [w for a in held["attempts"] for w in a["answers"] if w["what"] == "sign_off.RequestMade"]
    assert asked[0]["answer"]["learner"] == "Ylva Öst"
    learner.studies.studying.finish(learner.opened).result()
    learner.studies.profiles.remove(learner.id)
    with learner.studies.work() as work:
        assert work.sign_offs.of(learner.id) == []
        assert work.sign_offs.of_request(signed.answer.request) is None
    assert SUPERVISOR.encode() in (learner.studies.program.folder / "kompetens.sqlite3").read_bytes()  # the trusted key


# -- what is false, old or somebody else's


def test_what_is_no_answer_says_so(learner: Learner, supervisor: Supervisor) -> None:
    request = learner.asked()
    signed = supervisor.answers(request_code(request))
    cut = signed.code[:-1]
    for data, reason in (
        ("", "not_a_code"),
        ("Hej! Här kommer svaret.", "not_a_code"),
        ("KI1:ABC", "not_a_code"),
        (b"\x00\x01\x02", "not_a_code"),
        (b"%PDF-1.7", "not_a_code"),
        (b"{}", "not_a_code"),
        (b'{"kind": ', "damaged_answer"),
        (b'{"kind": "kompetens-svar", "version": 2}', "newer_format"),
        ("KS2:abc:", "newer_format"),
        (cut, "incomplete"),
        (f"{cut}\n\nHälsningar Karin", "incomplete"),
        ("KS1::", "damaged_answer"),
        (request_code(request), "is_request"),
        (request_file(request), "is_request"),
        ("x" * (LARGEST + 1), "too_large"),
        (answer_code("inget.kort.här"), "damaged_answer"),
    ):
        assert refusal(learner, data)[0] == reason, data[:40]
    for data, reason in ((signed.code, "is_answer"), (signed.file, "is_answer"), ("Hej", "not_a_code")):
        with pytest.raises(SignOffCodeRefused, match=reason):
            supervisor.answering.read(data)


def test_a_code_survives_a_mail_that_quotes_and_breaks_it(learner: Learner, supervisor: Supervisor) -> None:
    asked = request_code(learner.asked())
    mail = "Hej Karin!\n\n" + "\n".join(f"> {line}" for line in asked.splitlines()) + "\n\nMed vänlig hälsning: Ylva"
    signed = supervisor.answers(mail)
    wrapped = "".join(signed.code.split())
    broken = "\r\n".join(wrapped[i : i + 17] for i in range(0, len(wrapped), 17))
    assert learner.took(f"Svar:\r\n{broken}\r\n\r\nDu skrev:\r\n{mail}").is_new
    assert (
        supervisor.answering.read("\ufeff".encode() + request_file(learner.opened.view.request)).learner == "Ylva Öst"
    )


def test_an_answer_to_another_request_is_refused(tmp_path: Path, learner: Learner, supervisor: Supervisor) -> None:
    other = Learner(tmp_path / "other", "Amir Rezai")
    theirs = supervisor.answers(request_code(other.asked()))
    assert refusal(learner, theirs.code) == ("no_request", SUPERVISOR)
    mine = learner.asked()
    assert refusal(learner, theirs.code) == ("someone_else", "Amir Rezai")
    namesake = supervisor.answers(request_code(replace(mine, id="another")))
    assert refusal(learner, namesake.code) == ("other_request", SUPERVISOR)
    other.studies.close()


@pytest.mark.parametrize(
    "change",
    [{"nonce": "0" * 32}, {"title": "Något mycket större"}, {"learner": "Ylva  Öst "}, {"points": ("Annat",)}],
)
def test_a_request_that_was_altered_on_the_way_gives_no_answer_that_counts(
    learner: Learner, supervisor: Supervisor, change: dict[str, object]
) -> None:
    request = learner.asked(with_work=False)
    signed = supervisor.answers(request_code(replace(request, **change)))  # type: ignore[arg-type]
    assert refusal(learner, signed.code) == ("request_changed", SUPERVISOR)


def test_a_text_that_is_not_the_one_that_was_hashed_is_not_shown(learner: Learner, supervisor: Supervisor) -> None:
    request = learner.asked()
    for change in ({"work": "Något helt annat."}, {"task": "Något lättare"}, {"salt": "1"}):
        with pytest.raises(SignOffCodeRefused, match="damaged_request"):
            supervisor.answering.read(request_code(replace(request, **change)))  # type: ignore[arg-type]
    shown = json.loads(request_file(request))
    with pytest.raises(SignOffCodeRefused, match="damaged_request"):
        supervisor.answering.read(json.dumps({**shown, "learner": "Amir Rezai"}).encode())


def test_work_that_was_changed_afterwards_is_asked_about_anew(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()))
    learner.opened.answer(WorkDescribed("Något annat.")).result()
    assert not learner.opened.view.request_is_current
    assert refusal(learner, signed.code) == ("work_changed", SUPERVISOR)
    learner.opened.answer(WorkDescribed(WORK)).result()
    assert learner.took(signed.code).is_new, "the text it was about is back"


def test_an_answer_counts_for_ninety_days(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()))
    clock = learner.studies.program.clock
    clock.move(days=91)
    assert refusal(learner, signed.code) == ("expired", SUPERVISOR)
    clock.move(days=-1)
    assert learner.took(signed.code).is_new


def test_a_clock_set_back_revives_no_old_answer(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()))
    clock = learner.studies.program.clock
    clock.move(days=100)
    learner.opened.answer(WorkDescribed(WORK)).result()
    clock.move(days=-99)
    assert refusal(learner, signed.code) == ("expired", SUPERVISOR)


def test_an_answer_cannot_say_that_it_counts_for_longer(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()))
    longer = replace(signed.answer, valid_until=signed.answer.valid_until + timedelta(days=1))
    assert refusal(learner, resigned(supervisor, longer))[0] == "expired"


def resigned(supervisor: Supervisor, answer: object, name: str = SUPERVISOR, card: str | None = None) -> str:
    """Sign whatever is wanted with a supervisor's own key, as somebody who knows the format could."""
    standing = supervisor.answering.key_of(name)
    assert standing is not None
    key = standing.own.key
    claims = answer_claims(answer, key.card if card is None else card)  # type: ignore[arg-type]
    return answer_code(supervisor.keys.sign_token(key.key_id, claims, ANSWER_TYPE))


# -- keys


def test_a_new_key_is_compared_once_and_then_known(learner: Learner, supervisor: Supervisor) -> None:
    first = supervisor.answers(request_code(learner.asked()), Verdict.NOT_YET, "Berätta mer.")
    found = learner.remote.take(learner.opened, first.code)
    assert isinstance(found, KeyToCompare)
    assert (found.offer.standing, found.offer.fingerprint) == (OfferStanding.NEW, first.key.fingerprint)
    assert learner.opened.view.not_yet is None, "nothing is taken in before the key is trusted"
    learner.remote.trust(found.offer)
    assert [t.key.issuer for t in learner.trust.all()] == [SUPERVISOR]
    assert learner.took(first.code).is_new
    second = supervisor.answers(request_code(learner.asked(work="Mer.")))
    assert not isinstance(learner.remote.take(learner.opened, second.code), KeyToCompare)


def test_a_changed_key_is_vouched_for_by_the_one_before(learner: Learner, supervisor: Supervisor) -> None:
    learner.took(supervisor.answers(request_code(learner.asked()), Verdict.NOT_YET, "Berätta mer.").code)
    supervisor.keys.change(SUPERVISOR)
    found = learner.remote.take(learner.opened, supervisor.answers(request_code(learner.opened.view.request)).code)
    assert isinstance(found, KeyToCompare)
    assert found.offer.standing == OfferStanding.VOUCHED
    assert not found.offer.must_be_compared


def test_a_key_signs_in_its_own_name_only(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()))
    forged = resigned(supervisor, replace(signed.answer, by_name="Nils Ahl"))
    assert refusal(learner, forged) == ("wrong_name", "Nils Ahl")


def test_a_trusted_key_with_a_new_card_in_another_name_is_refused(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()), Verdict.NOT_YET, "Berätta mer.")
    learner.took(signed.code)
    renamed = replace(signed.key, issuer="Nils Ahl")
    card = supervisor.keyring.sign_token(signed.key.key_id, card_claims(renamed), card_header(signed.key.key_id))
    forged = resigned(supervisor, replace(signed.answer, by_name="Nils Ahl", verdict=Verdict.APPROVED), card=card)
    assert refusal(learner, forged) == ("wrong_name", "Nils Ahl")


def test_a_card_that_is_not_the_signing_keys_own_is_refused(
    tmp_path: Path, learner: Learner, supervisor: Supervisor
) -> None:
    signed = supervisor.answers(request_code(learner.asked()))
    thief = Supervisor(tmp_path / "thief", SUPERVISOR)
    assert refusal(learner, resigned(thief, signed.answer, card=signed.key.card))[0] == "damaged_answer"
    assert refusal(learner, resigned(thief, signed.answer, card=""))[0] == "damaged_answer"
    namesake = learner.remote.take(learner.opened, resigned(thief, signed.answer))
    assert isinstance(namesake, KeyToCompare), "whoever calls themselves so has to be compared"
    thief.program.close()


def test_a_namesake_of_a_trusted_key_is_pointed_out(tmp_path: Path, learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()), Verdict.NOT_YET, "Berätta mer.")
    learner.took(signed.code)
    thief = Supervisor(tmp_path / "thief", SUPERVISOR)
    found = learner.remote.take(learner.opened, thief.answers(request_code(learner.opened.view.request)).code)
    assert isinstance(found, KeyToCompare)
    assert [k.key_id for k in found.offer.same_name] == [signed.key.key_id]
    thief.program.close()


def test_a_key_of_this_computer_does_not_sign_at_a_distance(learner: Learner) -> None:
    here = Supervisor.at(learner.studies.program)
    assert refusal(learner, here.answers(request_code(learner.asked())).code) == ("own_key", SUPERVISOR)


def test_nobody_signs_for_themselves_from_afar(tmp_path: Path, learner: Learner) -> None:
    twin = Supervisor(tmp_path / "twin", "Ylva Öst")
    request = learner.asked()
    signed = twin.answering.answer(replace(request, learner="Amir Rezai"), Signer("Ylva Öst"), Verdict.APPROVED)
    forged = resigned(twin, replace(signed.answer, learner="Ylva Öst", digest=request.digest), "Ylva Öst")
    with pytest.raises(SignOffRefused, match="own"):
        learner.took(forged)
    assert learner.studies.sign_offs.of(learner.id) == []
    twin.program.close()


def test_trusting_a_key_that_claims_to_be_anothers_is_refused(learner: Learner, supervisor: Supervisor) -> None:
    found = learner.remote.take(learner.opened, supervisor.answers(request_code(learner.asked())).code)
    assert isinstance(found, KeyToCompare)
    learner.remote.trust(found.offer)
    stolen = replace(found.offer, key=replace(found.offer.key, key_id=found.offer.key.key_id, issuer="Nils Ahl"))
    with pytest.raises(SharedFileRefused, match="conflict"):
        learner.remote.trust(stolen)


# -- tampering, whatever it is


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Learner, str, bytes]]:
    with two_copies(tmp_path_factory.mktemp("answered")) as (learner, supervisor):
        request = learner.asked()
        no = supervisor.answers(request_code(request), Verdict.NOT_YET, "Berätta mer.")
        learner.took(no.code)  # the key is trusted: only what is signed stands in the way
        signed = supervisor.answers(request_code(request))
        yield learner, "".join(signed.code.split()), signed.file


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_code_with_any_letters_changed_is_ever_taken(
    data: st.DataObject, answered: tuple[Learner, str, bytes]
) -> None:
    learner, code, _ = answered
    letters = list(code)
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(4, len(code) - 2))
        letters[at] = data.draw(st.sampled_from([c for c in LETTERS if c != letters[at]]))
    tampered = "".join(letters)
    if tampered != code:
        refusal(learner, tampered)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_token_with_any_letter_changed_is_ever_taken(
    data: st.DataObject, answered: tuple[Learner, str, bytes]
) -> None:
    """The outer text is packed anew after the change, as somebody who knows the format would do."""
    learner, code, _ = answered
    token = read_answer(code).token
    at = data.draw(st.integers(0, len(token) - 1))
    other = data.draw(st.sampled_from([c for c in f"{LETTERS}." if c != token[at]]))
    refusal(learner, answer_code(token[:at] + other + token[at + 1 :]))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_file_with_other_words_is_ever_taken(data: st.DataObject, answered: tuple[Learner, str, bytes]) -> None:
    learner, _, file = answered
    shown = json.loads(file)
    name = data.draw(st.sampled_from([n for n in shown if n not in ("kind", "version", "code")]))
    said = data.draw(st.text(max_size=20) | st.none() | st.integers() | st.booleans())
    if said != shown[name]:
        refusal(learner, json.dumps({**shown, name: said}).encode("utf-8", "replace"))


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    handed=st.one_of(
        st.text(max_size=300), st.binary(max_size=300), st.text(LETTERS, max_size=300).map("KS1:{}:".format)
    )
)
def test_whatever_is_handed_in_is_refused_in_words(handed: str | bytes, answered: tuple[Learner, str, bytes]) -> None:
    refusal(answered[0], handed)


@settings(max_examples=100, deadline=None)
@given(
    st.builds(
        SignOffRequest,
        id=st.text(LETTERS, min_size=1, max_size=40),
        nonce=st.text(LETTERS, min_size=1, max_size=40),
        made_on=st.dates(),
        learner=st.text(min_size=1, max_size=80).filter(str.strip),
        path=st.text(max_size=80),
        module=st.text(max_size=80),
        title=st.text(max_size=80),
        task=st.text(max_size=400),
        points=st.lists(st.text(max_size=80), max_size=5).map(tuple),
        work_hash=st.text(LETTERS, min_size=1, max_size=64),
    )
)
def test_any_request_reads_as_it_was_written(request: SignOffRequest) -> None:
    for sent in (request_code(request), request_file(request)):
        assert read_request(sent) == _writable(request)


def _writable(request: SignOffRequest) -> SignOffRequest:
    """Return a request as UTF-8 can hold it."""
    return replace(
        request,
        **{
            name: getattr(request, name).encode("utf-8", "replace").decode()
            for name in ("learner", "path", "module", "title", "task")
        },
        points=tuple(p.encode("utf-8", "replace").decode() for p in request.points),
    )


def test_a_code_that_inflates_without_end_is_refused(learner: Learner) -> None:
    learner.asked()
    bomb = answer_code("a" * 3_000_000)
    assert len(bomb) < LARGEST
    packed = "".join(bomb.split()).removeprefix("KS1:").removesuffix(":")
    whole = urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
    assert len(decompress(whole[8:])) == 3_000_000
    assert refusal(learner, bomb)[0] == "damaged_answer"


def test_a_file_says_what_is_signed(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()), comment="Fint arbete.")
    shown = json.loads(signed.file)
    assert (shown["by_name"], shown["comment"], shown["verdict"]) == (SUPERVISOR, "Fint arbete.", "approved")
    assert answer_file(signed.answer, read_answer(signed.code).token) == signed.file


def test_whoever_signed_is_forgotten_with_their_key(learner: Learner, supervisor: Supervisor) -> None:
    learner.took(supervisor.answers(request_code(learner.asked()), comment="Fint arbete.").code)
    studies = learner.studies
    data = personal_data(studies)
    (person,) = data.find(SUPERVISOR)
    data.erase(person)
    (kept,) = studies.sign_offs.of(learner.id)
    assert (kept.by_name, kept.fingerprint, kept.is_from_afar) == ("Borttagen kollega", "", True)
    assert learner.trust.all() == []
    studies.close()
    assert SUPERVISOR.encode() not in (studies.program.folder / "kompetens.sqlite3").read_bytes()


def test_own_data_tells_of_it_in_words(learner: Learner, supervisor: Supervisor) -> None:
    signed = supervisor.answers(request_code(learner.asked()), comment="Fint arbete.")
    learner.took(signed.code)
    data = personal_data(learner.studies)
    (person,) = data.find("Ylva Öst")
    sections = {s.id: s for s in sections_of(json.loads(data.export(person)), OwnDataNames(str, str))}
    (entry,) = sections["sign_offs"].entries
    assert f"Underskrivet på distans, med nyckeln {signed.key.fingerprint.spoken}" in entry.facts
    assert entry.texts == ("Fint arbete.",)
    step = next(e for e in sections["attempts"].entries if e.title == "Steg v2")
    assert "Begäran om godkännande gjord 12 november 2026" in step.facts
    assert step.texts == (WORK,)


def test_a_restored_backup_does_not_bring_back_whoever_signed(learner: Learner, supervisor: Supervisor) -> None:
    learner.took(supervisor.answers(request_code(learner.asked())).code)
    studies = learner.studies
    copy = backed_up(studies)
    data = personal_data(studies)
    (person,) = data.find(SUPERVISOR)
    data.erase(person)
    learner.join(restored(studies, copy))
    (kept,) = learner.studies.sign_offs.of(learner.id)
    assert (kept.by_name, kept.fingerprint, kept.is_from_afar) == ("Borttagen kollega", "", True)
    assert learner.trust.all() == []
