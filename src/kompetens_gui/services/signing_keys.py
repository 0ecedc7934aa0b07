"""The keys that course certificates are signed with: made at first need, changed, lost, copied and put back.

An issuer has one current key. A retired key signs nothing more, but its public part stays: what it has signed goes on
being checkable.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from threading import Lock

from kompetens_gui.domain.course_certificate import CourseCertificate
from kompetens_gui.domain.credentials.facts import facts_of
from kompetens_gui.domain.credentials.issuers import (
    IssuerKey,
    KeyId,
    OwnKey,
    RetiredBecause,
    current_key,
    key_id_of,
)
from kompetens_gui.domain.errors import NotFound, SharedFileRefused, SigningKeyRefused
from kompetens_gui.services.credential_code import code_for
from kompetens_gui.services.credential_ports import Claims, Keyring, KeyState, Signatures
from kompetens_gui.services.key_cards import (
    card_claims,
    card_header,
    cards_file,
    read_card,
    shared_content,
    voucher_message,
)
from kompetens_gui.services.news import CredentialsChanged, EventBus
from kompetens_gui.services.ports import Clock, UnitOfWorkFactory

SHORTEST_PASSPHRASE = 12
COPY_KIND, LARGEST_COPY = "kompetens-nyckelkopia", 100_000


@dataclass(frozen=True)
class KeyStanding:
    """An own key and what can be done with its private part now."""

    own: OwnKey
    state: KeyState
    is_protected: bool


@dataclass(frozen=True)
class SigningKeyParts:
    """What the service is joined from."""

    work: UnitOfWorkFactory
    clock: Clock
    bus: EventBus
    keyring: Keyring
    signatures: Signatures


class SigningKeyService:
    """Fits CodeSigner. May be used from any thread."""

    def __init__(self, parts: SigningKeyParts) -> None:
        self._parts = parts
        self._lock = Lock()

    def all(self) -> Sequence[KeyStanding]:
        """Return all own keys with their state, oldest first."""
        return [self._standing(own) for own in self._known()]

    def current(self, issuer: str) -> KeyStanding | None:
        """Return the key an issuer signs with; None before the first certificate."""
        own = current_key(self._known(), issuer)
        return self._standing(own) if own else None

    def get(self, key_id: KeyId) -> KeyStanding:
        """Return an own key by its name, or raise NotFound."""
        return self._standing(self._get(key_id))

    def prepare(self, issuer: str) -> KeyId:
        """Return the key an issuer signs with, made when there is none; SigningKeyRefused when it cannot sign."""
        if not issuer.strip():
            raise SigningKeyRefused("no_issuer")
        with self._lock:
            own = current_key(self._known(), issuer)
            if own is None:
                return self._made(" ".join(issuer.split()), None, "").key_id
        state = self._parts.keyring.state(own.key.key_id)
        if state != KeyState.READY:
            raise SigningKeyRefused(state.value, own.key.issuer)
        return own.key.key_id

    def code(self, course_certificate: CourseCertificate, key_id: KeyId) -> str:
        """Return the signed text of a certificate's QR code."""
        return code_for(facts_of(course_certificate), key_id, lambda message: self._parts.keyring.sign(key_id, message))

    def sign_token(self, key_id: KeyId, claims: Claims, kind: str) -> str:
        """Return a token of a kind (its `typ`), signed with an own key that is ready."""
        return self._parts.keyring.sign_token(key_id, claims, {"typ": kind, "kid": key_id})

    def unlock(self, key_id: KeyId, passphrase: str) -> None:
        """Hold a protected key open until the program ends."""
        self._parts.keyring.unlock(key_id, passphrase)
        self._parts.bus.publish(CredentialsChanged())

    def lock(self, key_id: KeyId) -> None:
        self._parts.keyring.lock(key_id)
        self._parts.bus.publish(CredentialsChanged())

    def protect(self, key_id: KeyId, passphrase: str) -> None:
        """Give an open key another passphrase; an empty one takes the protection away."""
        if passphrase:
            _check_length(passphrase)
        self._parts.keyring.protect(key_id, passphrase)
        self._parts.bus.publish(CredentialsChanged())

    def change(self, issuer: str, passphrase: str = "") -> KeyStanding:
        """Change key as planned: the old one vouches for the new and is then removed from this machine."""
        with self._lock:
            old = self._must_have(issuer)
            state = self._parts.keyring.state(old.key.key_id)
            if state != KeyState.READY:
                raise SigningKeyRefused(state.value, old.key.issuer)
            made = self._follow(old, RetiredBecause.CHANGED, passphrase)
        self._parts.keyring.remove(old.key.key_id)
        return self._told(made.key_id)

    def replace_lost(self, issuer: str, passphrase: str = "") -> KeyStanding:
        """Go on with a new key where the old one is gone. Nobody vouches for it: others must compare it anew."""
        with self._lock:
            old = self._must_have(issuer)
            if self._parts.keyring.state(old.key.key_id) == KeyState.READY:
                raise SigningKeyRefused("not_lost", old.key.issuer)
            made = self._follow(old, RetiredBecause.LOST, passphrase)
        return self._told(made.key_id)

    def replace_exposed(self, issuer: str, passphrase: str = "") -> KeyStanding:
        """Go on with a new key where somebody else may have the old one: it does not vouch, and is removed."""
        with self._lock:
            old = self._must_have(issuer)
            made = self._follow(old, RetiredBecause.EXPOSED, passphrase)
        self._parts.keyring.remove(old.key.key_id)
        return self._told(made.key_id)

    def card(self, key_id: KeyId) -> bytes:
        """Return the file with a public key, to hand out."""
        return cards_file([self._get(key_id).key])

    def exported(self, key_id: KeyId, passphrase: str) -> bytes:
        """Return a copy of the private key under a passphrase, to keep elsewhere."""
        _check_length(passphrase)
        key = self._get(key_id).key
        content = {
            "kind": COPY_KIND,
            "version": 1,
            "issuer": key.issuer,
            "key_id": key.key_id,
            "card": key.card,
            "private_key": self._parts.keyring.exported(key_id, passphrase),
        }
        return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()

    def restore(self, data: bytes, passphrase: str, protected_by: str = "") -> KeyStanding:
        """Put a copy of a private key back. A key that has been retired since stays retired, and is refused."""
        try:
            content = shared_content(data, COPY_KIND, "not_a_key_file", LARGEST_COPY)
        except SharedFileRefused as error:
            raise SigningKeyRefused("not_a_key_file") from error
        key = read_card(str(content.get("card", "")), self._parts.signatures)
        if key is None:
            raise SigningKeyRefused("not_a_key_file")
        with self._lock:
            known = next((own for own in self._known() if own.key.key_id == key.key_id), None)
            if known is not None and not known.is_current:
                raise SigningKeyRefused("retired", key.issuer)
            public = self._parts.keyring.restored(str(content.get("private_key", "")), passphrase, protected_by)
            if public != key.public_key:
                self._parts.keyring.remove(key_id_of(public))
                raise SigningKeyRefused("not_a_key_file", key.issuer)
            self._parts.keyring.keep_card(key.key_id, key.card)
            if known is None:
                self._put(OwnKey(key))
        return self._told(key.key_id)

    # -- helpers
    def _known(self) -> Sequence[OwnKey]:
        """Return the own keys. Those that lie on this machine and the database does not know are taken up first.

        The files of a key whose issuer was a person and has been erased are removed: the card holds the name.
        """
        with self._parts.work() as work:
            known = list(work.signing_keys.all())
        for own in known:
            if not own.key.card:
                self._parts.keyring.remove(own.key.key_id)
        here = {own.key.key_id for own in known}
        found = [read_card(card, self._parts.signatures) for card in self._parts.keyring.cards()]
        lost = [OwnKey(key) for key in found if key is not None and key.key_id not in here]
        if lost:
            self._put(*lost)
            known = sorted([*known, *lost], key=lambda own: (own.key.made_at, own.key.key_id))
        return known

    def _standing(self, own: OwnKey) -> KeyStanding:
        key_id = own.key.key_id
        return KeyStanding(own, self._parts.keyring.state(key_id), self._parts.keyring.is_protected(key_id))

    def _get(self, key_id: KeyId) -> OwnKey:
        found = next((own for own in self._known() if own.key.key_id == key_id), None)
        if found is None:
            raise NotFound("signing_key", key_id)
        return found

    def _must_have(self, issuer: str) -> OwnKey:
        own = current_key(self._known(), issuer)
        if own is None:
            raise NotFound("signing_key", issuer)
        return own

    def _follow(self, old: OwnKey, because: RetiredBecause, passphrase: str) -> IssuerKey:
        if passphrase:
            _check_length(passphrase)
        retired = replace(old, retired_at=self._parts.clock.now(), retired_because=because)
        return self._made(old.key.issuer, retired, passphrase)

    def _made(self, issuer: str, retired: OwnKey | None, passphrase: str) -> IssuerKey:
        """Make a key, let the one it follows vouch for it where that can be done, and write both down."""
        keyring = self._parts.keyring
        public = keyring.make(passphrase)
        key_id = key_id_of(public)
        voucher = b""
        if retired is not None and retired.retired_because == RetiredBecause.CHANGED:
            voucher = keyring.sign(retired.key.key_id, voucher_message(public))
        key = IssuerKey(
            key_id=key_id,
            issuer=issuer,
            public_key=public,
            made_at=self._parts.clock.now(),
            issuer_id=retired.key.issuer_id if retired else key_id,
            follows=retired.key.key_id if retired else None,
            voucher=voucher,
        )
        key = replace(key, card=keyring.sign_token(key_id, card_claims(key), card_header(key_id)))
        self._put(*([retired] if retired else []), OwnKey(key))
        keyring.keep_card(key_id, key.card)
        return key

    def _put(self, *keys: OwnKey) -> None:
        with self._parts.work() as work:
            for own in keys:
                work.signing_keys.put(own)
            work.commit()
        self._parts.bus.publish(CredentialsChanged())

    def _told(self, key_id: KeyId) -> KeyStanding:
        self._parts.bus.publish(CredentialsChanged())
        return self._standing(self._get(key_id))


def _check_length(passphrase: str) -> None:
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise SigningKeyRefused("short_passphrase")
