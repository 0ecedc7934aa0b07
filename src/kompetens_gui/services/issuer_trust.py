"""Whose signatures count here: keys of other issuers, read from a file and trusted when somebody has compared them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.credentials.issuers import (
    Fingerprint,
    IssuerKey,
    KeyId,
    OwnKey,
    TrustedKey,
    plain_name,
)
from kompetens_gui.domain.errors import SharedFileRefused
from kompetens_gui.services.credential_ports import Signatures
from kompetens_gui.services.key_cards import cards_file, read_cards, voucher_message
from kompetens_gui.services.news import CredentialsChanged, EventBus
from kompetens_gui.services.ports import Clock, UnitOfWorkFactory


class OfferStanding(StrEnum):
    """What is known of a key in a file.

    VOUCHED: a key that is trusted already, of the same issuer, has signed it. NEW: it has to be compared.
    """

    OWN = "own"
    TRUSTED = "trusted"
    VOUCHED = "vouched"
    NEW = "new"


@dataclass(frozen=True)
class KeyOffer:
    """A key that could be trusted. `same_name` are the keys trusted already under the same name, by another key."""

    key: IssuerKey
    standing: OfferStanding
    same_name: tuple[IssuerKey, ...] = ()

    @property
    def fingerprint(self) -> Fingerprint:
        return self.key.fingerprint

    @property
    def must_be_compared(self) -> bool:
        return self.standing == OfferStanding.NEW


class IssuerTrustService:
    """Reads files of keys and keeps what has been trusted. Reading a file changes nothing."""

    def __init__(self, work: UnitOfWorkFactory, clock: Clock, bus: EventBus, signatures: Signatures) -> None:
        self._work = work
        self._clock = clock
        self._bus = bus
        self._signatures = signatures

    def all(self) -> Sequence[TrustedKey]:
        """Return the keys that are trusted, by issuer."""
        with self._work() as work:
            return work.trusted_keys.all()

    def read(self, data: bytes) -> Sequence[KeyOffer]:
        """Return the keys of a file with what is known of each. Raises SharedFileRefused."""
        keys = read_cards(data, self._signatures)
        with self._work() as work:
            own, trusted = work.signing_keys.all(), work.trusted_keys.all()
        return [self._offer(key, own, trusted) for key in keys]

    def trust(self, offer: KeyOffer) -> TrustedKey:
        """Trust a key from now on. Raises SharedFileRefused: own, or conflict when it claims to be another issuer's."""
        with self._work() as work:
            own = work.signing_keys.all()
            if any(o.key.key_id == offer.key.key_id for o in own):
                raise SharedFileRefused("own", offer.key.issuer)
            if _claims_to_be_another(offer.key, [*own, *work.trusted_keys.all()]):
                raise SharedFileRefused("conflict", offer.key.issuer)
            trusted = TrustedKey(offer.key, self._clock.now())
            work.trusted_keys.put(trusted)
            work.commit()
        self._bus.publish(CredentialsChanged())
        return trusted

    def distrust(self, key_id: KeyId) -> None:
        """Stop trusting a key; what it has signed is from then on signed by somebody unknown."""
        with self._work() as work:
            work.trusted_keys.remove(key_id)
            work.commit()
        self._bus.publish(CredentialsChanged())

    def exported(self) -> bytes:
        """Return the list as a file to share: the own keys, old ones too, and those that are trusted."""
        with self._work() as work:
            keys = [own.key for own in work.signing_keys.all()]
            keys += [trusted.key for trusted in work.trusted_keys.all()]
        return cards_file(keys)

    def _offer(self, key: IssuerKey, own: Sequence[OwnKey], trusted: Sequence[TrustedKey]) -> KeyOffer:
        if any(o.key.key_id == key.key_id for o in own):
            return KeyOffer(key, OfferStanding.OWN)
        if any(t.key.key_id == key.key_id for t in trusted):
            return KeyOffer(key, OfferStanding.TRUSTED)
        same_name = tuple(t.key for t in trusted if plain_name(t.key.issuer) == plain_name(key.issuer))
        earlier = next((t.key for t in trusted if t.key.key_id == key.follows), None)
        is_vouched = (
            earlier is not None
            and earlier.issuer_id == key.issuer_id
            and plain_name(earlier.issuer) == plain_name(key.issuer)
            and self._signatures.holds(earlier.public_key, voucher_message(key.public_key), key.voucher)
        )
        return KeyOffer(key, OfferStanding.VOUCHED if is_vouched else OfferStanding.NEW, same_name)


def _claims_to_be_another(key: IssuerKey, known: Sequence[OwnKey | TrustedKey]) -> bool:
    """Whether a key says that it belongs with the keys of an issuer of another name.

    An issuer's keys can take back each other's certificates, so nobody may join them under another name.
    """
    together = [k.key for k in known if k.key.issuer_id == key.issuer_id]
    return any(plain_name(k.issuer) != plain_name(key.issuer) for k in together)
