"""Holds what a code says against what the paper around it says to people: a name changed on paper is noticed."""

import unicodedata
from collections.abc import Sequence

from kompetens_gui.domain.credentials.facts import ELLIPSIS, CredentialFacts

_LAST_LATIN = 0x24F
_COMPARED = 40  # longer texts may have been cut on paper


def says_on_paper(facts: CredentialFacts, pages: Sequence[str]) -> bool | None:
    """Whether a page says the same number, holder and title as the code; None when no page has any text."""
    texts = [_plain(page) for page in pages]
    if not any(texts):
        return None
    wanted = [_plain(facts.number), *(_beginning(text) for text in (facts.holder, facts.title))]
    return any(all(words in text for words in wanted) for text in texts)


def _beginning(text: str) -> str:
    return _plain(text.removesuffix(ELLIPSIS))[:_COMPARED]


def _plain(text: str) -> str:
    """Return the letters and digits that our typeface has, without case: lines on paper break anywhere."""
    composed = unicodedata.normalize("NFC", text).casefold()
    return "".join(c for c in composed if c.isalnum() and ord(c) <= _LAST_LATIN)
