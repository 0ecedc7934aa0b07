"""The text of the QR code: everything comes back, and it never grows beyond what paper can carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest
import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.course_certificate import CourseCertificateKind
from kompetens_gui.domain.credentials.facts import ELLIPSIS, CredentialFacts
from kompetens_gui.domain.credentials.issuers import KeyId
from kompetens_gui.services.credential_code import (
    ALPHABET,
    PREFIX,
    CodeUnreadable,
    code_for,
    find_codes,
    read_code,
)

KEY = KeyId("00ff00ff00ff00ff")
SIGNATURE = bytes(range(64))
LARGEST_VERSION = 12
FACTS = CredentialFacts(
    number="2026-0147",
    kind=CourseCertificateKind.COMPLETION,
    title="Koordinatorskörkort",
    holder="Åsa Öberg-Ängström",
    issuer="Region Norrälven",
    issued_on=date(2026, 11, 12),
    first_day=date(2026, 9, 14),
    last_day=date(2026, 11, 10),
    minutes=1440,
    competence_areas=("K01", "K02", "K03", "K05", "K14"),
    valid_until=date(2028, 11, 10),
    path_id="koordinatorskorkort",
)
texts = st.text(max_size=300)
any_facts = st.builds(
    CredentialFacts,
    number=st.integers(1, 10**9).map(lambda n: f"2026-{n:04d}"),
    kind=st.sampled_from(CourseCertificateKind),
    title=texts,
    holder=texts,
    issuer=texts,
    issued_on=st.dates(),
    first_day=st.dates(),
    last_day=st.dates(),
    minutes=st.integers(-(2**31), 2**31),
    competence_areas=st.lists(st.sampled_from(["K01", "K14", "K99"]) | texts, max_size=60).map(tuple),
    valid_until=st.none() | st.dates(),
    path_id=st.text("abcdefghijklmnopqrstuvwxyz0123456789-", max_size=60),
)


def code(facts: CredentialFacts) -> str:
    return code_for(facts, KEY, lambda message: SIGNATURE)


def version(text: str) -> int:
    made = segno.make(text, error="m", micro=False, boost_error=False)
    assert made.mode == "alphanumeric"
    return int(made.version)


def test_an_ordinary_one_comes_back_whole_and_small() -> None:
    text = code(FACTS)
    read = read_code(text)
    assert (read.key_id, read.signature, read.facts()) == (KEY, SIGNATURE, FACTS)
    assert version(text) <= 11
    assert set(text) <= set(ALPHABET)


@settings(max_examples=200, deadline=None)
@given(any_facts)
def test_any_facts_fit_and_what_is_kept_is_what_was_said(facts: CredentialFacts) -> None:
    text = code(facts)
    assert version(text) <= LARGEST_VERSION
    back = read_code(text).facts()
    kept = ("number", "kind", "issued_on", "first_day", "last_day", "minutes", "valid_until")
    assert [getattr(back, name) for name in kept] == [getattr(facts, name) for name in kept]
    for name in ("title", "holder", "issuer"):
        said, whole = getattr(back, name), getattr(facts, name)
        assert said == whole or whole.startswith(said.removesuffix(ELLIPSIS))
        assert said == whole or back.is_shortened or not said


def test_the_name_of_the_holder_is_the_last_to_be_cut() -> None:
    words = sha256(b"ord").hexdigest() + sha256(b"fler ord").hexdigest()  # text that cannot be packed densely
    long = replace(FACTS, title=words, issuer=words[::-1], holder="Anna-Maria Skogsstjärna von Rosenskiöld")
    back = read_code(code(long)).facts()
    assert back.holder == long.holder
    assert back.title.endswith(ELLIPSIS)
    assert back.is_shortened


@pytest.mark.parametrize(
    "areas",
    [(), ("K01",), ("K01", "K02", "K04"), ("K02", "K01"), ("K01", "K01"), ("eget område", "K01"), ("",), ("a|b",)],
)
def test_areas_of_any_name_come_back(areas: tuple[str, ...]) -> None:
    back = read_code(code(replace(FACTS, competence_areas=areas))).facts()
    assert back.competence_areas == tuple(a.replace("|", "/") for a in areas)


@pytest.mark.parametrize("text", ["", "KI1:", "KI1:A", "KI2:ABC", "ki1:abc", "KI1:" + "A" * 2000, "KI1:å", "Kursintyg"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(CodeUnreadable):
        read_code(text)


@given(st.text(ALPHABET, max_size=500))
def test_any_letters_are_a_code_or_refused(text: str) -> None:
    try:
        read_code(PREFIX + text).facts()
    except CodeUnreadable:
        return
    raise AssertionError("letters by chance do not unpack to facts")


def test_leading_zeros_are_kept() -> None:
    assert read_code(code_for(FACTS, KeyId("0" * 16), lambda message: bytes(64))).key_id == "0" * 16


def test_codes_are_found_once_each() -> None:
    one, other = code(FACTS), code(replace(FACTS, number="2026-0148"))
    assert find_codes(f"{one} {other} {one}")[:2] == (one, other)
