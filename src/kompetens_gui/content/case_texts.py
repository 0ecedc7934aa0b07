"""The texts of a case file one by one, told apart by who reads them."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from kompetens_gui.content.yaml_reader import Data, Where, YamlDocument


class Reader(Enum):
    """Who meets a text."""

    ROOM = "room"
    MATERIAL = "material"
    LEADER = "leader"
    RECORD = "record"


@dataclass(frozen=True)
class CaseText:
    """A text, where it stands and who reads it. MATERIAL is the papers of the case, RECORD is data about it."""

    where: Where
    text: str
    reader: Reader


_ROOM = {"story", "person", "work", "discussion", "learning_goals", "content_warning", "title"}
_MATERIAL = {"medical_certificates", "documents"}
_LEADER = {"keys", "supplements", "rewrites", "leader_notes", "outcome_variants"}
_HINTS = {"hint", "weakness", "why", "reason"}
# Ids and chosen values, quotes that stand in a certificate anyway: nothing to judge the wording of.
_NOT_PROSE = {"id", "kind", "field", "medical_certificate", "perspective", "sufficiency", "available", "sex", "code",
              "quote", "also", "links", "occupations", "situation"}  # fmt: skip


def case_texts(document: YamlDocument) -> Iterator[CaseText]:
    """Yield every text in the order of the file. Fields of the author's own (x-) are left alone."""
    if isinstance(document.data, dict):
        for name, value in document.data.items():
            if not name.startswith("x-"):
                yield from _texts(value, (name,))


def _texts(value: Data, where: Where) -> Iterator[CaseText]:
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in _NOT_PROSE and not name.startswith("x-"):
                yield from _texts(part, (*where, name))
    elif isinstance(value, list):
        for i, part in enumerate(value):
            yield from _texts(part, (*where, i))
    elif isinstance(value, str):
        yield CaseText(where, value, _reader(where))


def _reader(where: Where) -> Reader:
    if where[0] in _LEADER or where[-1] in _HINTS:
        # A model wording is what a certificate could have said.
        return Reader.MATERIAL if where[0] == "rewrites" and where[-1] == "model" else Reader.LEADER
    if where[0] in _MATERIAL:
        return Reader.MATERIAL
    return Reader.ROOM if where[0] in _ROOM else Reader.RECORD
