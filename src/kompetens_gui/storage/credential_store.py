"""Own keys' public parts, the keys of others that are trusted, and the newest list of revocations of each issuer."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection, RowMapping

from kompetens_gui.domain.credentials.issuers import IssuerKey, KeyId, OwnKey, RetiredBecause, TrustedKey
from kompetens_gui.domain.credentials.revocation import RevocationList
from kompetens_gui.domain.errors import NotFound
from kompetens_gui.services.codec import revocation_list_from_json, revocation_list_to_json
from kompetens_gui.storage.tables import RevocationListRecord, SigningKeyRecord, TrustedKeyRecord
from kompetens_gui.storage.unreadable import reading

_OWN = SigningKeyRecord
_TRUSTED = TrustedKeyRecord
_LIST = RevocationListRecord


class SqlSigningKeyStore:
    """Fits SigningKeyStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[OwnKey]:
        rows = self._connection.execute(select(_OWN.__table__).order_by(_OWN.made_at, _OWN.key_id)).mappings()
        with reading(self._connection):
            return [_own(r) for r in rows]

    def put(self, key: OwnKey) -> None:
        because = key.retired_because.value if key.retired_because else None
        values = {**_values(key.key), "retired_at": key.retired_at, "retired_because": because}
        _put(self._connection, _OWN, values, "key_id")


class SqlTrustedKeyStore:
    """Fits TrustedKeyStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[TrustedKey]:
        found = select(_TRUSTED.__table__).order_by(_TRUSTED.issuer, _TRUSTED.made_at, _TRUSTED.key_id)
        rows = self._connection.execute(found).mappings()
        with reading(self._connection):
            return [TrustedKey(_key(r), r["trusted_at"]) for r in rows]

    def put(self, key: TrustedKey) -> None:
        _put(self._connection, _TRUSTED, {**_values(key.key), "trusted_at": key.trusted_at}, "key_id")

    def remove(self, key_id: KeyId) -> None:
        if not self._connection.execute(delete(_TRUSTED).where(_TRUSTED.key_id == key_id)).rowcount:
            raise NotFound("trusted_key", key_id)


class SqlRevocationListStore:
    """Fits RevocationListStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[RevocationList]:
        documents = self._connection.scalars(select(_LIST.document).order_by(_LIST.issuer_id)).all()
        with reading(self._connection):
            return [revocation_list_from_json(document) for document in documents]

    def put(self, newest: RevocationList) -> None:
        values = {
            "issuer_id": newest.issuer_id,
            "sequence": newest.sequence,
            "made_at": newest.made_at,
            "document": revocation_list_to_json(newest),
        }
        _put(self._connection, _LIST, values, "issuer_id")


def _put(connection: Connection, record: Any, values: Mapping[str, Any], key: str) -> None:  # noqa: ANN401 (any of the tables)
    statement = insert(record).values(values)
    changed = {name: value for name, value in values.items() if name != key}
    connection.execute(statement.on_conflict_do_update(index_elements=[key], set_=changed))


def _values(key: IssuerKey) -> dict[str, Any]:
    return {
        "key_id": key.key_id,
        "issuer": key.issuer,
        "issuer_id": key.issuer_id,
        "public_key": key.public_key.hex(),
        "made_at": key.made_at,
        "follows": key.follows,
        "voucher": key.voucher.hex(),
        "card": key.card,
    }


def _key(row: RowMapping) -> IssuerKey:
    return IssuerKey(
        key_id=KeyId(row["key_id"]),
        issuer=row["issuer"],
        public_key=bytes.fromhex(row["public_key"]),
        made_at=row["made_at"],
        issuer_id=KeyId(row["issuer_id"]),
        follows=KeyId(row["follows"]) if row["follows"] else None,
        voucher=bytes.fromhex(row["voucher"]),
        card=row["card"],
    )


def _own(row: RowMapping) -> OwnKey:
    because = RetiredBecause(row["retired_because"]) if row["retired_because"] else None
    return OwnKey(_key(row), row["retired_at"], because)
