"""The texts of a case file one by one, told apart by who reads them."""

from collections.abc import Iterator

from kompetens_gui.content.content_texts import ContentText, Reader, strings
from kompetens_gui.content.yaml_reader import Where, YamlDocument

_ROOM = {"story", "person", "work", "discussion", "learning_goals", "content_warning", "title"}
_MATERIAL = {"medical_certificates", "documents"}
_LEADER = {"keys", "supplements", "rewrites", "leader_notes", "outcome_variants"}
_HINTS = {"hint", "weakness", "why", "reason"}
_EXPLAINING = {"discussion", "learning_goals"}
# Ids and chosen values, quotes that stand in a certificate anyway: nothing to judge the wording of.
_NOT_PROSE = {"id", "kind", "field", "medical_certificate", "perspective", "sufficiency", "available", "sex", "code",
              "quote", "also", "links", "occupations", "situation"}  # fmt: skip


def case_texts(document: YamlDocument) -> Iterator[ContentText]:
    """Yield every text in the order of the file. Fields of the author's own (x-) are left alone."""
    if not isinstance(document.data, dict):
        return
    for name, value in document.data.items():
        if name.startswith("x-"):
            continue
        for where, text in strings(value, (name,), _NOT_PROSE):
            reader = _reader(where)
            yield ContentText(where, text, reader, explains=reader == Reader.LEADER or where[0] in _EXPLAINING)


def _reader(where: Where) -> Reader:
    if where[0] in _LEADER or where[-1] in _HINTS:
        # A model wording is what a certificate could have said.
        return Reader.MATERIAL if where[0] == "rewrites" and where[-1] == "model" else Reader.LEADER
    if where[0] in _MATERIAL:
        return Reader.MATERIAL
    return Reader.ROOM if where[0] in _ROOM else Reader.RECORD
