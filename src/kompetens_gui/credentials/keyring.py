"""The private keys of this machine: one PEM file each in the data folder, opened when something is to be signed."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kompetens_gui.credentials.secret_files import read_secret, write_secret
from kompetens_gui.domain.credentials.issuers import KeyId, key_id_of
from kompetens_gui.domain.errors import FileNotWritten, SigningKeyRefused
from kompetens_gui.services.credential_ports import Claims, KeyState

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

KEY_SUFFIX, CARD_SUFFIX = ".pem", ".card"
_ENCRYPTED = b"BEGIN ENCRYPTED PRIVATE KEY"


class KeyFiles:
    """Fits Keyring. Keys that have been opened are kept open; may be used from any thread.

    The libraries are loaded when the first key is made or opened.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[KeyId, Ed25519PrivateKey] = {}
        self._lock = Lock()

    def make(self, passphrase: str = "") -> bytes:
        from kompetens_gui.credentials.ed25519 import new_key

        return self._keep(new_key(), passphrase)

    def state(self, key_id: KeyId) -> KeyState:
        try:
            pem = read_secret(self._file(key_id))
            if key_id not in self._open and _ENCRYPTED in pem:
                return KeyState.LOCKED
            self._key(key_id)
        except SigningKeyRefused as refused:
            return KeyState.MISSING if refused.reason == "missing" else KeyState.DAMAGED
        return KeyState.READY

    def is_protected(self, key_id: KeyId) -> bool:
        try:
            return _ENCRYPTED in read_secret(self._file(key_id))
        except SigningKeyRefused:
            return False

    def unlock(self, key_id: KeyId, passphrase: str) -> None:
        with self._lock:
            self._open[key_id] = self._opened(key_id, passphrase)

    def lock(self, key_id: KeyId) -> None:
        with self._lock:
            self._open.pop(key_id, None)

    def protect(self, key_id: KeyId, passphrase: str) -> None:
        self._keep(self._key(key_id), passphrase)

    def sign(self, key_id: KeyId, message: bytes) -> bytes:
        return self._key(key_id).sign(message)

    def sign_token(self, key_id: KeyId, claims: Claims, header: Claims) -> str:
        from kompetens_gui.credentials.tokens import signed_token

        return signed_token(self._key(key_id), claims, header)

    def exported(self, key_id: KeyId, passphrase: str) -> str:
        from kompetens_gui.credentials.ed25519 import to_pem

        return to_pem(self._key(key_id), passphrase).decode("ascii")

    def restored(self, text: str, passphrase: str, protected_by: str = "") -> bytes:
        from kompetens_gui.credentials.ed25519 import from_pem

        return self._keep(from_pem(text.encode("ascii", "replace"), passphrase), protected_by)

    def remove(self, key_id: KeyId) -> None:
        self.lock(key_id)
        for file in (self._file(key_id), self._card(key_id)):
            try:
                file.unlink(missing_ok=True)
            except OSError as error:
                raise FileNotWritten(str(file), "denied") from error

    def keep_card(self, key_id: KeyId, card: str) -> None:
        write_secret(self._card(key_id), card.encode("ascii"))

    def cards(self) -> Sequence[str]:
        found = []
        for file in sorted(self._folder.glob(f"*{CARD_SUFFIX}")):
            with suppress(SigningKeyRefused, UnicodeDecodeError):
                if file.with_suffix(KEY_SUFFIX).is_file():
                    found.append(read_secret(file).decode("ascii"))
        return found

    def _file(self, key_id: KeyId) -> Path:
        return self._folder / f"{key_id}{KEY_SUFFIX}"

    def _card(self, key_id: KeyId) -> Path:
        return self._folder / f"{key_id}{CARD_SUFFIX}"

    def _keep(self, key: "Ed25519PrivateKey", passphrase: str) -> bytes:
        from kompetens_gui.credentials.ed25519 import public_bytes, to_pem

        public = public_bytes(key)
        key_id = key_id_of(public)
        write_secret(self._file(key_id), to_pem(key, passphrase))
        with self._lock:
            self._open[key_id] = key
        return public

    def _key(self, key_id: KeyId) -> "Ed25519PrivateKey":
        """Return a key that is open, or open one that is not protected. Its file must still be there."""
        if not self._file(key_id).is_file():
            self.lock(key_id)
            raise SigningKeyRefused("missing")
        with self._lock:
            if key_id not in self._open:
                self._open[key_id] = self._opened(key_id, "")
            return self._open[key_id]

    def _opened(self, key_id: KeyId, passphrase: str) -> "Ed25519PrivateKey":
        from kompetens_gui.credentials.ed25519 import from_pem, public_bytes

        key = from_pem(read_secret(self._file(key_id)), passphrase)
        if key_id_of(public_bytes(key)) != key_id:
            raise SigningKeyRefused("damaged")  # a file with another key in it
        return key
