"""Whatever is handed in to be checked gets an answer, and nothing that was not signed is ever called valid."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.credentials.keyring import KeyFiles
from kompetens_gui.credentials.signatures import LibrarySignatures
from kompetens_gui.documents.course_certificate import render_course_certificate
from kompetens_gui.documents.paper_reader import PdfPapers
from kompetens_gui.domain.credentials.facts import CredentialFacts, facts_of
from kompetens_gui.domain.credentials.issuers import IssuerKey, TrustedKey, key_id_of
from kompetens_gui.domain.credentials.verification import Verification, VerificationNote, VerificationStatus
from kompetens_gui.services.checking_credentials import CredentialChecker
from kompetens_gui.services.credential_code import ALPHABET, PREFIX, code_for
from kompetens_gui.services.known_keys import NothingKnown
from kompetens_gui.services.open_badges import badge_claims, badge_header
from kompetens_gui.services.ports import CertificateAppearance
from kompetens_gui.services.verification_words import as_data, as_text
from tests.documents.samples import AREAS, COURSE_CERTIFICATE, fonts
from tests.services.surroundings import StandingClock

FACTS = facts_of(COURSE_CERTIFICATE)
S = VerificationStatus
quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


class Bench:
    """A key that is trusted, one that is not, and a checker."""

    def __init__(self, folder: Path) -> None:
        self.keyring = KeyFiles(folder)
        self.trusted, self.stranger = (self._key(name) for name in ("Region Norrälven", "Någon annan"))
        clock = StandingClock()
        known = NothingKnown([TrustedKey(self.trusted, clock.now())])
        self.checker = CredentialChecker(known, clock, LibrarySignatures(), PdfPapers())
        self.code = self.signed(FACTS)
        made = replace(COURSE_CERTIFICATE, code=self.code)
        self.paper = render_course_certificate(made, CertificateAppearance("R"), AREAS, fonts())
        self.badge = self.badge_by(self.trusted)

    def _key(self, issuer: str) -> IssuerKey:
        public = self.keyring.make()
        return IssuerKey(key_id_of(public), issuer, public, StandingClock().now(), key_id_of(public))

    def signed(self, facts: CredentialFacts, key: IssuerKey | None = None) -> str:
        key = key or self.trusted
        return code_for(facts, key.key_id, partial(self.keyring.sign, key.key_id))

    def badge_by(self, key: IssuerKey) -> str:
        claims = badge_claims(COURSE_CERTIFICATE, key, AREAS)
        return self.keyring.sign_token(key.key_id, claims, badge_header(key))


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    made = Bench(tmp_path_factory.mktemp("keys"))
    for good in (made.code, made.paper, made.badge):
        assert made.checker.verify(good).status == S.VALID
    return made


def answered(bench: Bench, data: str | bytes) -> Verification:
    """Check it, and let every way of showing the answer have it."""
    answer = bench.checker.verify(data)
    assert as_text(answer)
    assert json.dumps(as_data(answer))
    return answer


@quick
@given(data=st.binary(max_size=3000) | st.binary(max_size=500).map(lambda b: b"%PDF-1.4\n" + b))
def test_random_bytes_are_no_certificate(bench: Bench, data: bytes) -> None:
    assert answered(bench, data).status == S.NOT_A_CERTIFICATE


@quick
@given(text=st.text(max_size=400) | st.text(ALPHABET, max_size=600).map(lambda t: PREFIX + t))
def test_random_text_is_never_valid(bench: Bench, text: str) -> None:
    assert answered(bench, text).status in (S.NOT_A_CERTIFICATE, S.ALTERED, S.UNKNOWN_ISSUER)


@quick
@given(place=st.integers(0, 10_000), letter=st.sampled_from(ALPHABET))
def test_a_flipped_letter_is_never_valid(bench: Bench, place: int, letter: str) -> None:
    place = len(PREFIX) + place % (len(bench.code) - len(PREFIX))
    changed = bench.code[:place] + letter + bench.code[place + 1 :]
    if changed != bench.code:
        assert answered(bench, changed).status in (S.ALTERED, S.UNKNOWN_ISSUER)


def _flipped(data: bytes, place: int, bit: int) -> bytes:
    place %= len(data)
    return data[:place] + bytes([data[place] ^ (1 << bit)]) + data[place + 1 :]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 7)), min_size=1, max_size=20))
def test_a_paper_with_flipped_bits_gets_an_answer(bench: Bench, places: list[tuple[int, int]]) -> None:
    paper = bench.paper
    for place, bit in places:
        paper = _flipped(paper, place, bit)
    answer = answered(bench, paper)
    if answer.is_valid:
        assert answer.facts == FACTS, "what is called valid is what was signed"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(length=st.integers(0, 10**6))
def test_half_a_paper_gets_an_answer(bench: Bench, length: int) -> None:
    answer = answered(bench, bench.paper[: length % len(bench.paper)])
    assert answer.facts in (None, FACTS)


@quick
@given(place=st.integers(0, 10**6), bit=st.integers(0, 7))
def test_a_badge_with_a_flipped_bit_is_never_valid(bench: Bench, place: int, bit: int) -> None:
    original = bench.badge.encode()
    changed = _flipped(original, place, bit)
    # The last letter of a part carries bits that mean nothing; everything else is signed.
    answer = answered(bench, changed)
    if answer.is_valid:
        assert _meaning(changed) == _meaning(original)


def _meaning(token: bytes) -> list[bytes]:
    from base64 import urlsafe_b64decode

    return [urlsafe_b64decode(part + b"==") for part in token.split(b".")]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=15), inner, max_size=4),
    max_leaves=12,
)
badge_fields = st.sampled_from(
    ["type", "issuer", "credentialSubject", "validFrom", "validUntil", "name", "evidence", "nbf", "exp", "iss"]
)


@quick
@given(changes=st.dictionaries(badge_fields, json_values, max_size=6))
def test_signed_badges_of_any_content_get_an_answer(bench: Bench, changes: dict[str, object]) -> None:
    """A key that is trusted may sign odd things too; other programs write badges in their own ways."""
    claims = {**badge_claims(COURSE_CERTIFICATE, bench.trusted, AREAS), **changes}
    text = json.dumps(claims)  # floats without a number are written as JSON does not know them
    header = json.dumps({"alg": "EdDSA", **badge_header(bench.trusted)})
    unsigned = ".".join(urlsafe_b64encode(t.encode()).rstrip(b"=").decode() for t in (header, text))
    signature = bench.keyring.sign(bench.trusted.key_id, unsigned.encode())
    answered(bench, f"{unsigned}.{urlsafe_b64encode(signature).rstrip(b'=').decode()}")


@quick
@given(header=st.dictionaries(st.sampled_from(["alg", "kid", "jwk", "typ", "crit", "b64"]), json_values, max_size=6))
def test_odd_headers_never_make_a_badge_valid(bench: Bench, header: dict[str, object]) -> None:
    _, claims, signature = bench.badge.split(".")
    made = urlsafe_b64encode(json.dumps(header).encode()).rstrip(b"=").decode()
    assert answered(bench, f"{made}.{claims}.{signature}").status in (S.ALTERED, S.UNKNOWN_ISSUER)


def test_the_wrong_key_is_noticed(bench: Bench) -> None:
    forged = code_for(FACTS, bench.trusted.key_id, partial(bench.keyring.sign, bench.stranger.key_id))
    assert answered(bench, forged).status == S.ALTERED
    assert answered(bench, bench.signed(FACTS, bench.stranger)).status == S.UNKNOWN_ISSUER
    claims = badge_claims(COURSE_CERTIFICATE, bench.trusted, AREAS)
    badge = bench.keyring.sign_token(bench.stranger.key_id, claims, badge_header(bench.trusted))
    assert answered(bench, badge).status == S.ALTERED
    badge = bench.keyring.sign_token(bench.stranger.key_id, claims, badge_header(bench.stranger))
    assert answered(bench, badge).status == S.ALTERED, "the issuer it names is not the key in its header"
    assert answered(bench, bench.badge_by(bench.stranger)).status == S.UNKNOWN_ISSUER


def test_a_signature_for_something_else_is_no_signature_on_a_code(bench: Bench) -> None:
    code = code_for(FACTS, bench.trusted.key_id, lambda message: bench.keyring.sign(bench.trusted.key_id, message[1:]))
    assert answered(bench, code).status == S.ALTERED


@pytest.mark.parametrize(
    "make",
    [
        pytest.param(lambda: "x" * 3_000_000, id="long text"),
        pytest.param(lambda: b"%PDF-1.7" + b"\x00" * 31_000_000, id="large paper"),
        pytest.param(lambda: b"\xff" * 31_000_000, id="large file"),
    ],
)
def test_what_is_too_large_is_not_looked_into(bench: Bench, make: Callable[[], str | bytes]) -> None:
    answer = answered(bench, make())
    assert (answer.status, answer.notes) == (S.NOT_A_CERTIFICATE, (VerificationNote.TOO_LARGE,))


def test_a_huge_code_and_a_bomb_of_zeros_are_survived(bench: Bench) -> None:
    assert answered(bench, PREFIX + "Z" * 900_000).status == S.ALTERED
    import zlib

    from kompetens_gui.services.credential_code import _to_text, message_of

    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    bomb = packer.compress(b"[" + b" " * 200_000) + packer.flush()
    signature = bench.keyring.sign(bench.trusted.key_id, message_of(bench.trusted.key_id, bomb))
    code = PREFIX + _to_text(bytes.fromhex(bench.trusted.key_id) + signature + bomb)
    assert answered(bench, code).status == S.ALTERED


def test_deep_nesting_is_survived(bench: Bench) -> None:
    deep = "[" * 50_000
    assert answered(bench, deep).status == S.NOT_A_CERTIFICATE
    assert answered(bench, '{"a":' * 50_000).status == S.NOT_A_CERTIFICATE
    part = urlsafe_b64encode(deep.encode()).decode()
    assert answered(bench, f"{part}.{part}.x").status == S.NOT_A_CERTIFICATE


def test_a_year_that_is_no_year_does_not_count(bench: Bench) -> None:
    odd = replace(FACTS, first_day=date.min, last_day=date.max, valid_until=date.max, issued_on=date.min)
    answer = answered(bench, bench.signed(odd))
    assert answer.facts == odd
