"""Private keys as files: who may read them, how they are protected, and what happens when they are gone or damaged."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from threading import Thread

import pytest

from kompetens_gui.credentials.keyring import KeyFiles
from kompetens_gui.credentials.signatures import LibrarySignatures
from kompetens_gui.domain.credentials.issuers import KeyId, key_id_of
from kompetens_gui.domain.errors import DiskFull, FileNotWritten, SigningKeyRefused
from kompetens_gui.services.credential_ports import KeyState

LONG = "ett ganska långt lösenord"
MESSAGE = b"det som skrivs under"
check = LibrarySignatures()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "keys"


@pytest.fixture
def ring(folder: Path) -> KeyFiles:
    return KeyFiles(folder)


def refused(reason: str) -> pytest.RaisesExc[SigningKeyRefused]:
    return pytest.raises(SigningKeyRefused, check=lambda e: e.reason == reason)


def test_nothing_is_made_before_it_is_needed(ring: KeyFiles, folder: Path) -> None:
    assert ring.cards() == []
    assert ring.state(KeyId("0" * 16)) == KeyState.MISSING
    assert not folder.exists()


def test_a_key_signs_and_its_public_part_tells_that_it_did(ring: KeyFiles) -> None:
    public = ring.make()
    signature = ring.sign(key_id_of(public), MESSAGE)
    assert check.holds(public, MESSAGE, signature)
    assert not check.holds(public, MESSAGE + b".", signature)
    assert not check.holds(ring.make(), MESSAGE, signature)


@pytest.mark.skipif(sys.platform == "win32", reason="the rights of a file are the folder's there")
def test_only_the_owner_may_read_the_file_whatever_the_umask(ring: KeyFiles, folder: Path) -> None:
    before = os.umask(0)
    try:
        ring.keep_card(key_id_of(ring.make()), "kort")
    finally:
        os.umask(before)
    assert {stat.S_IMODE(f.stat().st_mode) for f in folder.iterdir()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_protected_key_is_locked_after_a_new_start(ring: KeyFiles, folder: Path) -> None:
    key_id = key_id_of(ring.make(LONG))
    assert ring.state(key_id) == KeyState.READY
    again = KeyFiles(folder)
    assert (again.state(key_id), again.is_protected(key_id)) == (KeyState.LOCKED, True)
    with refused("locked"):
        again.sign(key_id, MESSAGE)
    with refused("wrong_passphrase"):
        again.unlock(key_id, "fel")
    again.unlock(key_id, LONG)
    assert again.sign(key_id, MESSAGE) == ring.sign(key_id, MESSAGE), "the same message gives the same signature"
    again.lock(key_id)
    assert again.state(key_id) == KeyState.LOCKED


def test_protection_is_put_on_and_taken_off(ring: KeyFiles, folder: Path) -> None:
    key_id = key_id_of(ring.make())
    assert b"BEGIN PRIVATE KEY" in (folder / f"{key_id}.pem").read_bytes()
    ring.protect(key_id, LONG)
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in (folder / f"{key_id}.pem").read_bytes()
    ring.protect(key_id, "")
    assert not KeyFiles(folder).is_protected(key_id)


@pytest.mark.parametrize("content", [b"", b"-----BEGIN PRIVATE KEY-----\n", b"\x00" * 100, b"x" * 30_000])
def test_a_damaged_file_is_told_from_a_missing_one(ring: KeyFiles, folder: Path, content: bytes) -> None:
    key_id = key_id_of(ring.make())
    (folder / f"{key_id}.pem").write_bytes(content)
    again = KeyFiles(folder)
    assert again.state(key_id) == KeyState.DAMAGED
    with refused("damaged"):
        again.sign(key_id, MESSAGE)


def test_a_file_with_another_key_in_it_is_not_used(ring: KeyFiles, folder: Path) -> None:
    mine, other = key_id_of(ring.make()), key_id_of(ring.make())
    (folder / f"{mine}.pem").write_bytes((folder / f"{other}.pem").read_bytes())
    assert KeyFiles(folder).state(mine) == KeyState.DAMAGED


def test_a_key_of_another_sort_is_not_used(ring: KeyFiles, folder: Path) -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    pem = generate_private_key(SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with refused("damaged"):
        ring.restored(pem.decode(), "")


def test_a_key_that_is_removed_while_it_is_open_signs_nothing_more(ring: KeyFiles, folder: Path) -> None:
    key_id = key_id_of(ring.make())
    (folder / f"{key_id}.pem").unlink()
    assert ring.state(key_id) == KeyState.MISSING
    with refused("missing"):
        ring.sign(key_id, MESSAGE)


def test_an_exported_key_is_put_back_under_its_own_name(ring: KeyFiles, tmp_path: Path) -> None:
    public = ring.make()
    text = ring.exported(key_id_of(public), LONG)
    elsewhere = KeyFiles(tmp_path / "elsewhere")
    with refused("wrong_passphrase"):
        elsewhere.restored(text, "fel")
    assert elsewhere.restored(text, LONG) == public
    assert elsewhere.sign(key_id_of(public), MESSAGE) == ring.sign(key_id_of(public), MESSAGE)
    with refused("damaged"):
        elsewhere.restored("ingen nyckel åäö", LONG)


def test_removing_takes_the_card_too_and_may_be_done_twice(ring: KeyFiles, folder: Path) -> None:
    key_id = key_id_of(ring.make())
    ring.keep_card(key_id, "kort")
    assert ring.cards() == ["kort"]
    ring.remove(key_id)
    ring.remove(key_id)
    assert list(folder.iterdir()) == []


def test_a_card_without_its_key_is_not_shown(ring: KeyFiles, folder: Path) -> None:
    key_id = key_id_of(ring.make())
    ring.keep_card(key_id, "kort")
    (folder / f"{key_id}.pem").unlink()
    assert ring.cards() == []


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "keys").write_bytes(b"a file in the way")
    with pytest.raises(FileNotWritten):
        KeyFiles(tmp_path / "keys").make()


def test_a_full_disk_leaves_no_half_key(ring: KeyFiles, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("kompetens_gui.credentials.secret_files.os.fsync", full)
    with pytest.raises(DiskFull):
        ring.make()
    assert list(folder.iterdir()) == []


def test_many_threads_sign_with_one_key(ring: KeyFiles, folder: Path) -> None:
    key_id = key_id_of(ring.make())
    again = KeyFiles(folder)
    found: list[bytes] = []
    threads = [Thread(target=lambda: found.append(again.sign(key_id, MESSAGE))) for _ in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [ring.sign(key_id, MESSAGE)] * 12
