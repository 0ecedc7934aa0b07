"""Fingerprints, lists of revocations, and judging by the day."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.credentials.facts import facts_of
from kompetens_gui.domain.credentials.fingerprint_words import WORDS
from kompetens_gui.domain.credentials.issuers import current_key, fingerprint_of, key_id_of
from kompetens_gui.domain.credentials.revocation import next_sequence, revoked_entries
from kompetens_gui.domain.credentials.verification import (
    VerificationNote,
    VerificationStatus,
    expired_on,
    safe_today,
    standing_in_list,
    standing_in_register,
)
from kompetens_gui.services.did_key import did_key, public_key_of
from tests.storage.credential_making import LIST, NEW, OLD, a_completion
from tests.storage.making import a_course_certificate

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
FACTS = facts_of(a_course_certificate())
PINNED_WORDS = "prisma gruva cykel rosmarin rulle pumpa dagbok jasmin skidor kamera"
PINNED_GROUPS = "af3f 1cbf c1b1 1e5a cf64 0042 9434 3569"


def test_every_byte_has_a_word_of_its_own_that_can_be_read_aloud() -> None:
    assert len(WORDS) == len(set(WORDS)) == 256
    assert all(word.isascii() and word.isalpha() and word.islower() and 3 <= len(word) <= 11 for word in WORDS)


def test_no_two_words_are_a_slip_of_the_tongue_apart() -> None:
    def without_one(word: str) -> set[str]:
        return {word[:i] + "·" + word[i + 1 :] for i in range(len(word))}

    seen = Counter(form for word in WORDS for form in without_one(word))
    assert [form for form, count in seen.items() if count > 1] == []


def test_the_words_are_never_changed_once_used() -> None:
    """Two versions of the program must read the same key alike."""
    shown = fingerprint_of(bytes(range(32)))
    assert (len(shown.words), len(shown.groups)) == (10, 8)
    assert shown.spoken == PINNED_WORDS
    assert shown.hexadecimal == PINNED_GROUPS


@given(st.binary(min_size=32, max_size=32), st.integers(0, 255))
def test_another_key_reads_differently(key: bytes, bit: int) -> None:
    other = bytearray(key)
    other[bit // 8] ^= 1 << bit % 8
    assert fingerprint_of(key).spoken != fingerprint_of(bytes(other)).spoken
    assert key_id_of(key) != key_id_of(bytes(other))


@given(st.binary(min_size=32, max_size=32))
def test_a_key_comes_back_from_its_did(key: bytes) -> None:
    assert public_key_of(did_key(key)) == key
    assert public_key_of(f"{did_key(key)}#{did_key(key)}") == key


@pytest.mark.parametrize("did", ["", "did:web:example.org", "did:key:z", "did:key:z6Mk0OIl", "did:key:z" + "6" * 5000])
def test_what_is_no_name_of_a_key_gives_none(did: str) -> None:
    assert public_key_of(did) is None


@given(st.text(max_size=90))
def test_any_text_is_a_name_or_not(text: str) -> None:
    assert public_key_of("did:key:z" + text) is None or len(text) > 40


def test_the_newest_key_that_is_not_retired_signs() -> None:
    assert current_key([OLD, NEW], " region  NORRÄLVEN") == NEW
    assert current_key([OLD], OLD.key.issuer) is None
    assert current_key([NEW], "Annan") is None


# ------------------------------------------------------------ lists


def test_a_list_holds_numbers_and_dates_and_no_names() -> None:
    valid = a_course_certificate(1)
    revoked = replace(
        a_course_certificate(2), revoked_at=datetime(2026, 11, 20, 23, 30, tzinfo=UTC), revoke_reason="Känsligt"
    )
    newer = a_course_certificate(4)
    replaced = replace(a_course_certificate(3), replaced_by=newer.number)
    entries = revoked_entries([newer, replaced, revoked, valid])
    assert [(e.number, e.on, e.replaced_by) for e in entries] == [
        ("2026-0002", date(2026, 11, 21), ""),
        ("2026-0003", date(2026, 11, 12), "2026-0004"),
    ]


@given(st.integers(0, 2**40), st.integers(-(10**6), 10**6))
def test_a_later_list_always_has_a_higher_number(last: int, seconds: int) -> None:
    assert next_sequence(last, NOW + timedelta(seconds=seconds)) > last


def test_the_newest_list_decides() -> None:
    for number, status in (
        ("2026-0001", VerificationStatus.VALID),
        ("2026-0003", VerificationStatus.REVOKED),
        ("2026-0004", VerificationStatus.REPLACED),
    ):
        found = standing_in_list(replace(FACTS, number=number), LIST)
        assert (found.status, found.revocations_as_of) == (status, date(2026, 11, 12))
    assert standing_in_list(FACTS, None).notes == (VerificationNote.NO_REVOCATION_LIST,)


def test_the_register_knows_who_holds_a_number() -> None:
    held = a_course_certificate()
    assert standing_in_register(FACTS, held).notes == ()
    assert standing_in_register(FACTS, replace(held, holder="Eva")).notes == (VerificationNote.REGISTER_DIFFERS,)
    assert standing_in_register(FACTS, None).notes == (VerificationNote.NOT_IN_REGISTER,)


# ------------------------------------------------------------ days


@given(st.dates(), st.lists(st.dates(), max_size=4))
def test_the_day_to_judge_by_is_never_before_what_has_been_seen(today: date, seen: list[date]) -> None:
    day, is_behind = safe_today(today, seen)
    assert day == max([today, *seen])
    assert is_behind == any(s > today for s in seen)


def test_a_day_is_swedish_wherever_the_computer_stands() -> None:
    late = replace(a_completion(), issued_at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    assert facts_of(late).issued_on == date(2027, 1, 1)


def test_expiry_is_the_day_after_the_last() -> None:
    facts = facts_of(a_completion())
    assert [expired_on(facts, date(2027, 11, 10)), expired_on(facts, date(2027, 11, 11))] == [False, True]
    assert not expired_on(FACTS, date.max)
