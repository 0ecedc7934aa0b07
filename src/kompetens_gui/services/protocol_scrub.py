"""Takes names and numbers out of what a group has written, before it becomes a protocol.

A guard, not a promise: full names always go, single names when they are written as names. What it took is counted, so
that the leader is told.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kompetens_gui.domain.activities.base import (
    BeforeAfterBlock,
    Block,
    ChainBlock,
    ListBlock,
    TableBlock,
    TextBlock,
)
from kompetens_gui.domain.chain import Chain, ChainNode, Span
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import Participant, Role
from kompetens_gui.services.role_words import role_words

# Names that are also words one may begin a sentence with: taken out only in the middle of a sentence.
_ALSO_WORDS = """
alm ask berg blom bo dag dahl ek falk frid frisk fält glad gren hall hed hjelm kling kort kvist lilja liv lund lång
modig my ran rapp rask ro ros rut stark sten ström stål sund svärd tor trygg varg vide
"""
ALSO_WORDS = frozenset(_ALSO_WORDS.split())
_IDENTITY_NUMBER = re.compile(r"(?<![\d-])(?:19|20)?\d{6}[-+–]?\d{4}(?!\d)")
_CASE_NUMBER = re.compile(
    r"(?i)\b(dnr|diarie(?:nr|nummer)|ärende(?:nr|nummer|t)?|journal(?:nr|nummer))([.:]?\s*(?:nr\.?\s*)?)"
    r"(?=(?:[\w/-]*\d){4})[\w/-]+"
)


class Scrubber:
    """Replaces participants by their profession and the person of a case by "personen", and counts."""

    def __init__(self, participants: Iterable[Participant], case_persons: Iterable[str] = ()) -> None:
        people = [p for p in participants if p.name.strip()]
        self.names_replaced = 0
        self.numbers_removed = 0
        self._whole = [(whole_name(p.name), role_words(p.role).someone) for p in people if len(p.name.split()) > 1]
        self._single = [(_single_name(name), someone) for name, someone in _single_names(people).items()]
        persons = {part for name in case_persons for part in name.split() if part[:1].isupper() and len(part) > 1}
        self._persons = [_single_name(name) for name in sorted(persons, key=len, reverse=True)]

    def fact(self, text: str) -> str:
        """Return a fact of the plan (a title, a place) without full names; single names may be names of places."""
        for pattern, someone in self._whole:
            text = self._replaced(pattern, someone, text)
        return self._without_numbers(text)

    def text(self, text: str) -> str:
        """Return what somebody has written without names and numbers."""
        text = self.fact(text)
        someone_in_case = translate("Protocol", "personen")
        for pattern in self._persons:
            text = pattern.sub(lambda m: _like_its_place(m, someone_in_case), text)
        for pattern, someone in self._single:
            text = self._replaced(pattern, someone, text)
        return text

    def block(self, block: Block) -> Block:
        """Return a block with all its texts scrubbed."""
        label = self.text(block.label)
        match block:
            case TextBlock(text):
                return TextBlock(self.text(text), label)
            case ListBlock(items):
                return replace(block, items=self.texts(items), label=label)
            case TableBlock(header, rows):
                return TableBlock(self.texts(header), tuple(self.texts(r) for r in rows), label)
            case BeforeAfterBlock(before, after):
                return BeforeAfterBlock(self.text(before), self.text(after), label)
            case ChainBlock(chain):
                return ChainBlock(Chain(tuple(self._node(n) for n in chain.nodes), chain.links), label)

    def texts(self, texts: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.text(t) for t in texts)

    def _node(self, node: ChainNode) -> ChainNode:
        span = Span(node.span.field, self.text(node.span.quote), node.span.occurrence) if node.span else None
        return replace(node, span=span, question=self.text(node.question), rewritten=self.text(node.rewritten))

    def _replaced(self, pattern: re.Pattern[str], someone: str, text: str) -> str:
        text, count = pattern.subn(lambda m: _like_its_place(m, someone), text)
        self.names_replaced += count
        return text

    def _without_numbers(self, text: str) -> str:
        gone = translate("Protocol", "[nummer borttaget]")
        text, identities = _IDENTITY_NUMBER.subn(gone, text)
        text, cases = _CASE_NUMBER.subn(lambda m: f"{m[1]}{m[2]}{gone}", text)
        self.numbers_removed += identities + cases
        return text


def _single_names(people: Iterable[Participant]) -> dict[str, str]:
    """Return each given name and surname with the words to put there, longest first."""
    found: dict[str, str] = {}
    for person in people:
        parts = person.name.split()
        for part in parts:
            name = part if len(parts) == 1 else part[:1].upper() + part[1:]
            if len(name) < 2 or (len(parts) > 1 and part.lower() in ("af", "av", "von", "de", "van", "der", "la")):
                continue
            someone = role_words(person.role).someone
            same = found.get(name, someone) == someone
            found[name] = someone if same else role_words(Role.OTHER).someone
    return dict(sorted(found.items(), key=lambda item: (-len(item[0]), item[0])))


def whole_name(name: str) -> re.Pattern[str]:
    """Return the pattern of a full name, in any case and with or without the genitive."""
    words = r"\s+".join(re.escape(part) for part in name.split())
    return re.compile(rf"(?i)(?<!\w){words}(?P<genitive>s?)(?!\w)")


def _single_name(name: str) -> re.Pattern[str]:
    before = r"(?<=[a-zåäöé,;] )" if name.lower() in ALSO_WORDS else r"(?<!\w)"
    return re.compile(rf"{before}{re.escape(name)}(?P<genitive>s?)(?!\w)(?!\s*\d)")


def _like_its_place(match: re.Match[str], words: str) -> str:
    """Return the words with a capital where a sentence begins, and the genitive the name had."""
    before = match.string[: match.start()].rstrip(" \n\t”\"'–-")
    begins = not before or before[-1] in ".!?:"
    words = words[:1].upper() + words[1:] if begins else words
    return words + (match["genitive"] if not words.endswith("s") else "")
