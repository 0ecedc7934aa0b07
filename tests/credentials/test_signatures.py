"""Tokens: one algorithm, whatever a token asks for, and no way of handing one in that makes a check fail."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from pathlib import Path

import jwt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.credentials.keyring import KeyFiles
from kompetens_gui.credentials.signatures import LibrarySignatures
from kompetens_gui.credentials.tokens import LONGEST_TOKEN
from kompetens_gui.domain.credentials.issuers import key_id_of

check = LibrarySignatures()
CLAIMS = {"issuer": "Region Norrälven", "exp": 1, "nbf": 99_999_999_999, "iat": "igår", "aud": "någon", "sub": 7}


@pytest.fixture(scope="module")
def ring(tmp_path_factory: pytest.TempPathFactory) -> KeyFiles:
    return KeyFiles(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="module")
def public(ring: KeyFiles) -> bytes:
    return ring.make()


@pytest.fixture(scope="module")
def token(ring: KeyFiles, public: bytes) -> str:
    return ring.sign_token(key_id_of(public), CLAIMS, {"typ": "prov", "kid": "k"})


def holds(text: str, public: bytes) -> bool:
    opened = check.open_token(text)
    return opened is not None and check.token_holds(opened, public)


def part(content: object) -> str:
    return urlsafe_b64encode(json.dumps(content).encode()).rstrip(b"=").decode()


def test_only_the_signature_is_checked_never_the_times_in_it(token: str, public: bytes) -> None:
    opened = check.open_token(token)
    assert opened is not None
    assert (opened.claims, opened.header["typ"], opened.algorithm) == (CLAIMS, "prov", "EdDSA")
    assert check.token_holds(opened, public)


def test_the_wrong_key_does_not_hold(ring: KeyFiles, token: str) -> None:
    assert not holds(token, ring.make())
    for nonsense in (b"", b"x", bytes(31), bytes(33)):
        assert not holds(token, nonsense)


@pytest.mark.parametrize("algorithm", ["none", "HS256", "HS512", "RS256", "ES256", "EdDSA2", "", "eddsa"])
def test_a_token_does_not_choose_its_algorithm(token: str, public: bytes, algorithm: str) -> None:
    _, claims, signature = token.split(".")
    header = part({"alg": algorithm, "typ": "JWT"})
    assert not holds(f"{header}.{claims}.{signature}", public)
    assert not holds(f"{header}.{claims}.", public)


@pytest.mark.filterwarnings("ignore::jwt.InsecureKeyLengthWarning")
def test_the_public_key_is_no_shared_secret(public: bytes) -> None:
    forged = jwt.encode({"issuer": "Bluff"}, public, algorithm="HS256")
    assert not holds(forged, public)


@pytest.mark.parametrize("extra", [{"crit": ["exp"], "exp": 1}, {"b64": False, "crit": ["b64"]}, {"alg": ["EdDSA"]}])
def test_odd_headers_do_not_hold(token: str, public: bytes, extra: dict[str, object]) -> None:
    _, claims, signature = token.split(".")
    assert not holds(f"{part({'alg': 'EdDSA', **extra})}.{claims}.{signature}", public)


@pytest.mark.parametrize(
    "text",
    [
        "",
        ".",
        "..",
        "...",
        "a.b.c",
        "å.ä.ö",
        f"{part([])}.{part({})}.x",
        f"{part({})}.{part(1)}.x",
        "." * LONGEST_TOKEN,
    ],
)
def test_what_is_no_token_is_none(text: str) -> None:
    assert check.open_token(text) is None


def test_a_token_without_end_is_none(token: str) -> None:
    assert check.open_token(token + "A" * LONGEST_TOKEN) is None


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200) | st.binary(max_size=200).map(lambda b: b.decode("latin-1")))
def test_any_text_is_a_token_or_none(text: str) -> None:
    opened = check.open_token(text)
    assert opened is None or not check.token_holds(opened, bytes(32))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=80), st.binary(max_size=80), st.binary(max_size=80))
def test_no_signature_by_chance(public_key: bytes, message: bytes, signature: bytes) -> None:
    assert not check.holds(public_key, message, signature)


def test_nothing_is_left_beside_the_keys(ring: KeyFiles, tmp_path: Path) -> None:
    folder = tmp_path / "one"
    KeyFiles(folder).make()
    assert len(list(folder.iterdir())) == 1
