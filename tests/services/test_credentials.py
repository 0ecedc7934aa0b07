"""Checking course certificates: between copies of the program that share files and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kompetens_gui.credentials.keyring import KeyFiles
from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.credentials.issuers import Trust, key_id_of
from kompetens_gui.domain.credentials.verification import (
    CredentialForm,
    VerificationNote,
    VerificationStatus,
)
from kompetens_gui.domain.errors import CourseCertificateRefused, NotFound, SharedFileRefused, SigningKeyRefused
from kompetens_gui.services.credential_ports import KeyState
from kompetens_gui.services.issuer_trust import OfferStanding
from kompetens_gui.services.news import CourseCertificatesChanged
from kompetens_gui.services.personal_data import PersonalDataService
from tests.services.copies import ISSUER, PASSPHRASE, Copy, a_copy

S = VerificationStatus
Note = VerificationNote


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Copy]:
    with a_copy(tmp_path / "home") as copy:
        yield copy


@pytest.fixture
def away(tmp_path: Path) -> Iterator[Copy]:
    with a_copy(tmp_path / "away") as copy:
        yield copy


def refused(reason: str) -> pytest.RaisesExc[SharedFileRefused]:
    return pytest.raises(SharedFileRefused, check=lambda e: e.reason == reason)


def key_refused(reason: str) -> pytest.RaisesExc[SigningKeyRefused]:
    return pytest.raises(SigningKeyRefused, check=lambda e: e.reason == reason)


def every_form(copy: Copy, issued: CourseCertificate) -> dict[CredentialForm, str | bytes]:
    return {
        CredentialForm.CODE: issued.code,
        CredentialForm.PAPER: copy.paper(issued),
        CredentialForm.BADGE: copy.credentials.open_badge(issued.number).signed,
    }


# ------------------------------------------------------------ what counts


def test_the_issuer_checks_its_own_in_every_form(home: Copy) -> None:
    issued = home.issued()
    for form, handed_in in every_form(home, issued).items():
        answer = home.credentials.verify(handed_in)
        assert (answer.status, answer.form, answer.notes) == (S.VALID, form, ())
        assert answer.facts is not None
        assert answer.facts.number == issued.number
        assert answer.facts.holder == issued.holder
        assert answer.facts.title == issued.title
        assert answer.facts.minutes == issued.minutes
        assert answer.facts.competence_areas == issued.competence_areas
        assert answer.facts.last_day == issued.held_on
        assert answer.issuer is not None
        assert (answer.issuer.issuer, answer.issuer.trust) == (ISSUER, Trust.OWN)
        assert answer.checked_at == home.clock.now()


def test_another_copy_says_who_has_signed_and_that_it_is_not_trusted_yet(home: Copy, away: Copy) -> None:
    issued = home.issued()
    for form, handed_in in every_form(home, issued).items():
        answer = away.credentials.verify(handed_in)
        assert answer.status == S.UNKNOWN_ISSUER
        assert answer.issuer is not None
        assert (answer.issuer.issuer, answer.issuer.trust) == (ISSUER, Trust.UNKNOWN)
        checked = form == CredentialForm.BADGE
        assert (Note.SIGNED_BY_ITS_OWN_KEY in answer.notes) == checked, "a badge carries its key with it"
        assert (Note.SIGNATURE_NOT_CHECKED in answer.notes) == (not checked)


def test_after_a_call_the_other_copy_trusts_the_key(home: Copy, away: Copy) -> None:
    issued = home.issued()
    (offer,) = away.credentials.trust.read(home.card())
    assert (offer.standing, offer.must_be_compared) == (OfferStanding.NEW, True)
    ours = home.credentials.keys.current(ISSUER)
    assert ours is not None
    assert offer.fingerprint == ours.own.key.fingerprint, "what is read over the phone is the same at both ends"
    away.credentials.trust.trust(offer)
    for handed_in in every_form(home, issued).values():
        answer = away.credentials.verify(handed_in)
        assert answer.status == S.VALID
        assert Note.NO_REVOCATION_LIST in answer.notes
        assert answer.issuer is not None
        assert answer.issuer.trust == Trust.TRUSTED
    away.credentials.trust.distrust(offer.key.key_id)
    assert away.credentials.verify(issued.code).status == S.UNKNOWN_ISSUER


def test_a_badge_by_somebody_else_under_a_trusted_name_is_pointed_out(home: Copy, away: Copy, tmp_path: Path) -> None:
    home.issued()
    away.trusts(home)
    with a_copy(tmp_path / "impostor") as impostor:
        forged = impostor.issued(holder="Eva Bluff")
        badge = impostor.credentials.open_badge(forged.number).signed
    answer = away.credentials.verify(badge)
    assert answer.status == S.UNKNOWN_ISSUER
    assert Note.SAME_NAME_OTHER_KEY in answer.notes
    assert away.credentials.verify(forged.code).status == S.UNKNOWN_ISSUER


# ------------------------------------------------------------ what has been changed


def test_an_old_paper_with_a_changed_name_is_noticed(home: Copy) -> None:
    issued = home.issued()
    forged = home.paper(replace(issued, holder="Eva Bluff"))
    answer = home.credentials.verify(forged)
    assert answer.status == S.ALTERED
    assert answer.notes == (Note.PAPER_DIFFERS,)
    assert answer.facts is not None
    assert answer.facts.holder == issued.holder, "what was signed is shown"


@pytest.mark.parametrize("change", ["number", "title"])
def test_a_paper_that_says_something_else_than_its_code_is_noticed(home: Copy, change: str) -> None:
    issued = home.issued()
    forged = home.paper(replace(issued, **{change: "2026-0999" if change == "number" else "Läkarexamen"}))  # type: ignore[arg-type]
    assert home.credentials.verify(forged).status == S.ALTERED


def test_a_code_with_a_letter_changed_is_noticed(home: Copy) -> None:
    code = home.issued().code
    for place in range(len("KI1:"), len(code), 7):
        other = "A" if code[place] != "A" else "B"
        answer = home.credentials.verify(code[:place] + other + code[place + 1 :])
        assert answer.status in (S.ALTERED, S.UNKNOWN_ISSUER)
        assert answer.status != S.UNKNOWN_ISSUER or place < 20, "only the name of the key stands first"


def test_a_code_with_a_piece_missing_is_noticed(home: Copy) -> None:
    code = home.issued().code
    for length in range(len("KI1:"), len(code), 9):
        assert home.credentials.verify(code[:length]).status in (S.ALTERED, S.UNKNOWN_ISSUER)


def test_a_code_from_a_mail_may_be_wrapped_and_stand_among_words(home: Copy) -> None:
    code = home.issued().code
    wrapped = "\n".join(code[i : i + 60] for i in range(0, len(code), 60))
    for text in (wrapped, f"  {code}\r\n", f"Hej, här är koden: {code} Hälsningar", f"\ufeff{code}"):
        assert home.credentials.verify(text).status == S.VALID
        assert home.credentials.verify(text.encode()).status == S.VALID


def test_a_badge_whose_claims_were_changed_is_noticed(home: Copy) -> None:
    badge = home.credentials.open_badge(home.issued().number).signed.decode()
    header, claims, signature = badge.split(".")
    for changed in (f"{header}.{claims[:-8]}AAAAAAAA.{signature}", f"{header}.{claims}.{signature[:-6]}AAAAAA"):
        answer = home.credentials.verify(changed)
        assert answer.status in (S.ALTERED, S.NOT_A_CERTIFICATE)
        assert not answer.is_valid


@pytest.mark.parametrize("algorithm", ["none", "None", "nOnE", "", "HS256", "RS256", "ES256"])
def test_a_badge_that_asks_for_another_algorithm_never_counts(home: Copy, algorithm: str) -> None:
    from base64 import urlsafe_b64decode, urlsafe_b64encode

    header, claims, signature = home.credentials.open_badge(home.issued().number).signed.decode().split(".")
    content = json.loads(urlsafe_b64decode(header + "=="))
    changed = urlsafe_b64encode(json.dumps({**content, "alg": algorithm}).encode()).rstrip(b"=").decode()
    for token in (f"{changed}.{claims}.{signature}", f"{changed}.{claims}."):
        assert home.credentials.verify(token).status == S.ALTERED


def test_the_readable_copy_of_a_badge_is_not_the_badge(home: Copy) -> None:
    badge = home.credentials.open_badge(home.issued().number)
    answer = home.credentials.verify(badge.readable)
    assert (answer.status, answer.notes) == (S.NOT_A_CERTIFICATE, (Note.UNSIGNED_COPY,))


def test_a_badge_in_its_envelope_is_read(home: Copy) -> None:
    token = home.credentials.open_badge(home.issued().number).signed.decode()
    envelope = {"type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{token}"}
    assert home.credentials.verify(json.dumps(envelope)).status == S.VALID


def test_a_badge_holds_no_answers_and_ends_when_the_paper_does(home: Copy) -> None:
    from tests.storage.credential_making import a_completion

    made = replace(a_completion("2026-0200"), issuer=ISSUER, issued_at=home.clock.now())
    with home.program.work() as work:
        work.course_certificates.add(made)
        work.commit()
    badge = json.loads(home.credentials.open_badge(made.number).readable)
    assert badge["validUntil"] == "2027-11-10T22:59:59Z", "the last second of the Swedish day"
    assert badge["evidence"] == [
        {
            "type": ["Evidence"],
            "name": "Uppdraget",
            "genre": "Modul i studieväg",
            "narrative": "Godkänd 2025-10-01. 120 minuter.",
        }
    ]
    assert badge["credentialSubject"]["achievement"]["criteria"]["narrative"].startswith("Alla 1 moduler")
    answer = home.credentials.verify(home.credentials.open_badge(made.number).signed)
    assert answer.facts is not None
    assert answer.facts.valid_until == date(2027, 11, 10)
    assert answer.facts.path_id == "koordinatorskorkort"


# ------------------------------------------------------------ what no longer counts


def test_a_revoked_one_does_not_count_and_an_undone_revocation_counts_again(home: Copy, away: Copy) -> None:
    issued = home.issued()
    away.trusts(home)
    home.program.certificates.revoke(issued.number, "Fel person")
    answer = home.credentials.verify(issued.code)
    assert (answer.status, answer.since) == (S.REVOKED, home.clock.local_now().date())
    assert away.credentials.verify(issued.code).status == S.VALID, "nothing has been handed out yet"
    away.credentials.revocations.take_in(home.credentials.revocations.exported(ISSUER))
    answer = away.credentials.verify(issued.code)
    assert (answer.status, answer.since) == (S.REVOKED, home.clock.local_now().date())
    assert answer.revocations_as_of == home.clock.local_now().date()

    assert home.program.certificates.can_undo_revocation(issued.number)
    home.program.certificates.undo_revocation(issued.number)
    assert home.credentials.verify(issued.code).status == S.VALID
    home.clock.move(minutes=1)
    away.credentials.revocations.take_in(home.credentials.revocations.exported(ISSUER))
    answer = away.credentials.verify(issued.code)
    assert answer.status == S.VALID
    assert answer.notes == ()


def test_a_revocation_cannot_be_undone_after_a_new_start(tmp_path: Path) -> None:
    with a_copy(tmp_path / "home") as home:
        issued = home.issued()
        home.program.certificates.revoke(issued.number, "Fel person")
    with a_copy(tmp_path / "home") as home:
        assert not home.program.certificates.can_undo_revocation(issued.number)
        with pytest.raises(CourseCertificateRefused, check=lambda e: e.reason == "undo_too_late"):
            home.program.certificates.undo_revocation(issued.number)
        assert home.credentials.verify(issued.code).status == S.REVOKED


def test_undoing_is_told_and_is_done_once(home: Copy) -> None:
    heard: list[object] = []
    issued = home.issued()
    home.program.certificates.revoke(issued.number, "Fel person")
    home.program.bus.subscribe(heard.append)
    assert home.program.certificates.undo_revocation(issued.number) == issued
    assert heard == [CourseCertificatesChanged()]
    with pytest.raises(CourseCertificateRefused, check=lambda e: e.reason == "not_revoked"):
        home.program.certificates.undo_revocation(issued.number)


def test_undoing_gives_way_to_a_certificate_issued_since(home: Copy) -> None:
    issued = home.issued()
    home.program.certificates.revoke(issued.number, "Fel person")
    home.issued("2026-0148")
    with pytest.raises(CourseCertificateRefused, check=lambda e: e.reason == "already_issued"):
        home.program.certificates.undo_revocation(issued.number)


def test_a_replaced_one_names_the_one_that_counts_here_and_elsewhere(home: Copy, away: Copy) -> None:
    issued = home.issued()
    away.trusts(home)
    new = home.program.certificates.reissue(issued.number, "Jonas Risviken Ek")
    assert new.code != issued.code
    answer = home.credentials.verify(issued.code)
    assert (answer.status, answer.replaced_by) == (S.REPLACED, new.number)
    assert home.credentials.verify(new.code).status == S.VALID
    away.credentials.revocations.take_in(home.credentials.revocations.exported(ISSUER))
    answer = away.credentials.verify(home.paper(issued))
    assert (answer.status, answer.replaced_by) == (S.REPLACED, new.number)


def test_an_erased_holder_leaves_nothing_but_the_number_on_the_list(home: Copy, away: Copy) -> None:
    issued = home.issued()
    away.trusts(home)
    personal: PersonalDataService = home.program.personal_data
    (person,) = personal.find(issued.holder)
    personal.erase(person)
    with home.program.work() as work:
        left = work.course_certificates.get(issued.number)
    assert (left.code, left.is_valid) == ("", False)
    handed_out = home.credentials.revocations.exported(ISSUER)
    assert issued.holder not in handed_out.decode()
    away.credentials.revocations.take_in(handed_out)
    assert away.credentials.verify(issued.code).status == S.REVOKED
    on_disk = b"".join(f.read_bytes() for f in home.program.paths.data_dir.rglob("*") if f.is_file())
    assert issued.code.encode() not in on_disk


@pytest.mark.parametrize(
    ("today", "status"),
    [(date(2026, 11, 12), S.VALID), (date(2027, 1, 31), S.VALID), (date(2027, 2, 1), S.EXPIRED)],
)
def test_a_certificate_holds_through_its_last_day(home: Copy, today: date, status: VerificationStatus) -> None:
    issued = home.issued(valid_until=date(2027, 1, 31))
    home.clock.at = datetime(today.year, today.month, today.day, 12, tzinfo=UTC)
    for handed_in in every_form(home, issued).values():
        answer = home.credentials.verify(handed_in)
        assert answer.status == status
        assert answer.since == (date(2027, 1, 31) if status == S.EXPIRED else None)


def test_a_clock_set_back_does_not_make_an_expired_one_good_again(home: Copy, away: Copy) -> None:
    issued = home.issued(valid_until=date(2026, 11, 30))
    away.trusts(home)
    home.clock.move(days=40)
    home.issued("2026-0148")
    away.credentials.revocations.take_in(home.credentials.revocations.exported(ISSUER))
    for copy in (home, away):
        copy.clock.at = datetime(2026, 11, 20, 12, tzinfo=UTC)
        answer = copy.credentials.verify(issued.code)
        assert answer.status == S.EXPIRED
        assert Note.CLOCK_BEHIND in answer.notes


def test_a_clock_before_the_day_of_issue_is_pointed_out(home: Copy) -> None:
    issued = home.issued()
    home.clock.move(days=-400)
    answer = home.credentials.verify(issued.code)
    assert (answer.status, answer.notes) == (S.VALID, (Note.CLOCK_BEHIND,))


# ------------------------------------------------------------ keys that go


def test_a_lost_key_leaves_old_certificates_checkable_and_new_ones_with_a_new_key(home: Copy, away: Copy) -> None:
    old = home.issued()
    away.trusts(home)
    lost = home.credentials.keys.current(ISSUER)
    assert lost is not None
    (home.key_folder / f"{lost.own.key.key_id}.pem").unlink()
    with key_refused("missing"):
        home.issued("2026-0148")
    with key_refused("missing"):
        home.program.certificates.reissue(old.number, old.holder)
    assert home.credentials.verify(old.code).status == S.VALID
    made = home.credentials.keys.replace_lost(ISSUER)
    assert (made.state, made.own.key.follows, made.own.key.voucher) == (KeyState.READY, lost.own.key.key_id, b"")
    new = home.issued("2026-0148", participant_id="p2")
    assert home.credentials.verify(new.code).status == S.VALID
    answer = home.credentials.verify(home.paper(old))
    assert (answer.status, answer.notes) == (S.VALID, (Note.KEY_RETIRED,))

    assert away.credentials.verify(old.code).status == S.VALID
    assert away.credentials.verify(new.code).status == S.UNKNOWN_ISSUER
    (offer,) = away.credentials.trust.read(home.card())
    assert offer.must_be_compared, "the lost key could not vouch for the new one"
    assert [k.key_id for k in offer.same_name] == [lost.own.key.key_id]
    away.credentials.trust.trust(offer)
    assert away.credentials.verify(new.code).status == S.VALID
    home.program.certificates.revoke(old.number, "Fel")
    away.credentials.revocations.take_in(home.credentials.revocations.exported(ISSUER))
    assert away.credentials.verify(old.code).status == S.REVOKED, "the new key speaks for the issuer's old certificates"


def test_a_key_that_is_there_is_not_lost(home: Copy) -> None:
    home.issued()
    with key_refused("not_lost"):
        home.credentials.keys.replace_lost(ISSUER)


def test_a_key_that_somebody_else_may_have_vouches_for_nothing_and_is_gone(home: Copy, away: Copy) -> None:
    old = home.issued()
    away.trusts(home)
    before = home.credentials.keys.current(ISSUER)
    assert before is not None
    copy = home.credentials.keys.exported(before.own.key.key_id, PASSPHRASE)
    home.clock.move(days=1)
    made = home.credentials.keys.replace_exposed(ISSUER)
    assert (made.state, made.own.key.follows, made.own.key.voucher) == (KeyState.READY, before.own.key.key_id, b"")
    assert not (home.key_folder / f"{before.own.key.key_id}.pem").exists()
    (offer,) = away.credentials.trust.read(home.card())
    assert offer.must_be_compared, "whoever has the old key must not be able to vouch for one of their own"
    assert home.credentials.verify(old.code).status == S.VALID
    assert away.credentials.verify(home.issued("2026-0148", participant_id="p2").code).status == S.UNKNOWN_ISSUER
    with key_refused("retired"):
        home.credentials.keys.restore(copy, PASSPHRASE)


def test_a_locked_key_can_be_given_up_without_its_passphrase(tmp_path: Path) -> None:
    with a_copy(tmp_path / "home") as home:
        key_id = home.credentials.keys.prepare(ISSUER)
        home.credentials.keys.protect(key_id, PASSPHRASE)
        home.credentials.keys.lock(key_id)
        assert home.credentials.keys.replace_exposed(ISSUER).state == KeyState.READY
        assert home.credentials.keys.get(key_id).state == KeyState.MISSING


def test_after_a_planned_change_nobody_has_to_call(home: Copy, away: Copy) -> None:
    old = home.issued()
    away.trusts(home)
    before = home.credentials.keys.current(ISSUER)
    assert before is not None
    home.clock.move(days=1)
    home.credentials.keys.change(ISSUER)
    assert not (home.key_folder / f"{before.own.key.key_id}.pem").exists()
    (offer,) = away.credentials.trust.read(home.card())
    assert (offer.standing, offer.must_be_compared) == (OfferStanding.VOUCHED, False)
    away.credentials.trust.trust(offer)
    new = home.issued("2026-0148", participant_id="p2")
    assert [away.credentials.verify(c.code).status for c in (old, new)] == [S.VALID, S.VALID]
    assert [k.state for k in home.credentials.keys.all()] == [KeyState.MISSING, KeyState.READY]


def test_a_protected_key_signs_when_it_has_been_unlocked(tmp_path: Path) -> None:
    with a_copy(tmp_path / "home") as home:
        key_id = home.credentials.keys.prepare(ISSUER)
        with key_refused("short_passphrase"):
            home.credentials.keys.protect(key_id, "kort")
        home.credentials.keys.protect(key_id, PASSPHRASE)
        issued = home.issued()
    with a_copy(tmp_path / "home") as home:
        with key_refused("locked"):
            home.issued("2026-0148")
        assert home.credentials.verify(issued.code).status == S.VALID, "checking asks for no key"
        assert home.credentials.verify(home.paper(issued)).status == S.VALID, "and drawing does not either"
        with key_refused("wrong_passphrase"):
            home.credentials.keys.unlock(key_id, "ett annat långt lösenord")
        home.credentials.keys.unlock(key_id, PASSPHRASE)
        assert home.credentials.verify(home.issued("2026-0148").code).status == S.VALID
        home.credentials.keys.lock(key_id)
        with key_refused("locked"):
            home.issued("2026-0149")


def test_a_copied_key_goes_on_signing_on_another_machine(home: Copy, tmp_path: Path) -> None:
    issued = home.issued()
    own = home.credentials.keys.current(ISSUER)
    assert own is not None
    with key_refused("short_passphrase"):
        home.credentials.keys.exported(own.own.key.key_id, "kort")
    copy_file = home.credentials.keys.exported(own.own.key.key_id, PASSPHRASE)
    assert b"BEGIN PRIVATE" not in copy_file
    with a_copy(tmp_path / "new") as new:
        with key_refused("wrong_passphrase"):
            new.credentials.keys.restore(copy_file, "ett annat långt lösenord")
        put_back = new.credentials.keys.restore(copy_file, PASSPHRASE)
        assert (put_back.state, put_back.own.key) == (KeyState.READY, own.own.key)
        answer = new.credentials.verify(issued.code)
        assert (answer.status, answer.notes) == (S.VALID, (Note.NOT_IN_REGISTER,))
        assert home.credentials.verify(new.issued("2026-0500").code).status == S.VALID


def test_a_key_is_known_again_when_the_database_is_older_than_it(tmp_path: Path) -> None:
    with a_copy(tmp_path / "home") as home:
        issued = home.issued()
        key_folder = home.key_folder
    moved = tmp_path / "restored" / "keys"
    moved.parent.mkdir()
    key_folder.rename(moved)
    with a_copy(tmp_path / "restored") as home:
        assert home.credentials.keys.prepare(ISSUER) == key_id_of(home.credentials.keys.all()[0].own.key.public_key)
        assert home.credentials.verify(issued.code).status == S.VALID


@pytest.mark.parametrize("data", [b"", b"{}", b"\xff\xfe", b'{"kind": "kompetens-nyckelkopia", "version": 1}'])
def test_what_is_no_copy_of_a_key_is_refused(home: Copy, data: bytes) -> None:
    with key_refused("not_a_key_file"):
        home.credentials.keys.restore(data, PASSPHRASE)


def test_nobody_signs_without_a_name(home: Copy) -> None:
    with key_refused("no_issuer"):
        home.credentials.keys.prepare("  ")
    with pytest.raises(NotFound):
        home.credentials.keys.change(ISSUER)


# ------------------------------------------------------------ files from others


def test_a_list_of_issuers_goes_round(home: Copy, away: Copy, tmp_path: Path) -> None:
    home.issued()
    away.trusts(home)
    away.credentials.keys.prepare("Örebacka vårdcentral")
    shared = away.credentials.trust.exported()
    assert "fingerprint_words" in shared.decode()
    with a_copy(tmp_path / "third") as third:
        offers = third.credentials.trust.read(shared)
        assert [o.key.issuer for o in offers] == ["Örebacka vårdcentral", ISSUER]
        assert third.credentials.trust.all() == [], "reading changes nothing"
        third.credentials.trust.trust(offers[1])
        assert [t.key.issuer for t in third.credentials.trust.all()] == [ISSUER]
        assert [o.standing for o in third.credentials.trust.read(shared)] == [OfferStanding.NEW, OfferStanding.TRUSTED]


def test_the_own_key_needs_no_trust(home: Copy) -> None:
    home.issued()
    (offer,) = home.credentials.trust.read(home.card())
    assert offer.standing == OfferStanding.OWN
    with refused("own"):
        home.credentials.trust.trust(offer)


@pytest.mark.parametrize(
    ("field", "value"),
    [("issuer", "Region Söder"), ("key_id", "0" * 16), ("fingerprint", "0000"), ("fingerprint_words", "abborre")],
)
def test_a_key_file_whose_readable_part_was_changed_is_refused(home: Copy, away: Copy, field: str, value: str) -> None:
    home.issued()
    content = json.loads(home.card())
    content["keys"][0][field] = value
    with refused("altered"):
        away.credentials.trust.read(json.dumps(content).encode())


def test_nobody_joins_the_keys_of_another_issuer_under_another_name(home: Copy, away: Copy, tmp_path: Path) -> None:
    home.issued()
    away.trusts(home)
    theirs = home.credentials.keys.current(ISSUER)
    assert theirs is not None
    from kompetens_gui.credentials.signatures import LibrarySignatures
    from kompetens_gui.services.key_cards import card_claims, card_header, cards_file, read_card

    keyring = KeyFiles(tmp_path / "impostor")
    public = keyring.make()
    claimed = replace(
        theirs.own.key, key_id=key_id_of(public), public_key=public, issuer="Annan utfärdare", voucher=b"", follows=None
    )
    card = keyring.sign_token(claimed.key_id, card_claims(claimed), card_header(claimed.key_id))
    assert read_card(card, LibrarySignatures()) is not None
    (offer,) = away.credentials.trust.read(cards_file([replace(claimed, card=card)]))
    with refused("conflict"):
        away.credentials.trust.trust(offer)


def test_an_older_list_and_a_changed_one_are_refused(home: Copy, away: Copy) -> None:
    issued = home.issued()
    away.trusts(home)
    older = home.credentials.revocations.exported(ISSUER)
    home.program.certificates.revoke(issued.number, "Fel")
    newer = home.credentials.revocations.exported(ISSUER)
    away.credentials.revocations.take_in(newer)
    with refused("older"):
        away.credentials.revocations.take_in(older)
    away.credentials.revocations.take_in(newer)
    content = json.loads(newer)
    for field, value in (
        ("entries", []),
        ("sequence", content["sequence"] + 1),
        ("made_at", "2030-01-01T00:00:00+00:00"),
    ):
        with refused("altered"):
            away.credentials.revocations.take_in(json.dumps({**content, field: value}).encode())
    with refused("altered"):
        away.credentials.revocations.take_in(
            json.dumps({**content, "signed": content["signed"][:-4] + "AAAA"}).encode()
        )
    assert away.credentials.verify(issued.code).status == S.REVOKED


def test_a_list_made_with_the_clock_set_back_is_still_the_newer(home: Copy, away: Copy) -> None:
    issued = home.issued()
    away.trusts(home)
    away.credentials.revocations.take_in(home.credentials.revocations.exported(ISSUER))
    home.clock.move(days=-30)
    home.program.certificates.revoke(issued.number, "Fel")
    away.credentials.revocations.take_in(home.credentials.revocations.exported(ISSUER))
    assert away.credentials.verify(issued.code).status == S.REVOKED


def test_a_list_from_somebody_who_is_not_trusted_is_refused(home: Copy, away: Copy) -> None:
    home.issued()
    with refused("unknown_issuer"):
        away.credentials.revocations.take_in(home.credentials.revocations.exported(ISSUER))


def test_a_badge_is_not_taken_for_a_list_nor_a_list_for_a_badge(home: Copy) -> None:
    issued = home.issued()
    listed = json.loads(home.credentials.revocations.exported(ISSUER))
    badge = home.credentials.open_badge(issued.number).signed.decode()
    with refused("altered"):
        home.credentials.revocations.take_in(json.dumps({**listed, "signed": badge}).encode())
    assert home.credentials.verify(listed["signed"]).status == S.NOT_A_CERTIFICATE


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"\x00" * 10, b'{"kind": 1}', b'{"a":' * 5000])
def test_other_files_are_told_apart(away: Copy, data: bytes) -> None:
    with refused("not_a_key_list"):
        away.credentials.trust.read(data)
    with refused("not_a_revocation_list"):
        away.credentials.revocations.take_in(data)


def test_a_revoked_one_gives_no_badge(home: Copy) -> None:
    issued = home.issued()
    home.program.certificates.revoke(issued.number, "Fel")
    with pytest.raises(CourseCertificateRefused, check=lambda e: e.reason == "not_valid"):
        home.credentials.open_badge(issued.number)


# ------------------------------------------------------------ several in one file


def test_one_bad_paper_among_many_decides_for_the_file(home: Copy) -> None:
    good, bad = home.issued(), home.issued("2026-0148", participant_id="p2", holder="Åsa Norén")
    home.program.certificates.revoke(bad.number, "Fel")
    pdf = home.paper(good, bad)
    assert home.credentials.verify(pdf).status == S.REVOKED
    assert [a.status for a in home.credentials.verify_each(pdf)] == [S.VALID, S.REVOKED]


def test_a_certificate_from_before_signing_is_told_of(home: Copy) -> None:
    from tests.documents.samples import COURSE_CERTIFICATE

    answer = home.credentials.verify(home.paper(COURSE_CERTIFICATE))
    assert (answer.status, answer.notes) == (S.NOT_A_CERTIFICATE, (Note.PAPER_WITHOUT_CODE,))
    answer = home.credentials.verify("Kursintyg 2026-0147, 2026-11-12, Gruppdialog")
    assert (answer.status, answer.notes) == (S.NOT_A_CERTIFICATE, (Note.UNSIGNED_CODE,))


def test_a_list_that_is_taken_in_tells_how_old_it_is(home: Copy, away: Copy) -> None:
    issued = home.issued()
    away.trusts(home)
    away.credentials.revocations.take_in(home.credentials.revocations.exported(ISSUER))
    away.clock.move(days=200)
    answer = away.credentials.verify(issued.code)
    assert answer.revocations_as_of == (home.clock.local_now() - timedelta()).date()
