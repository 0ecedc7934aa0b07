"""What a person types, as a question the search index understands. Nothing typed can be wrong: every text has one."""

import unicodedata
from dataclasses import dataclass

MOST_WORDS = 8
LONGEST_WORD = 60
SHORT = 2
_EXCERPT_BEFORE, _EXCERPT_AFTER = 40, 80
_SWEDISH_LAST = str.maketrans({"å": "z\x01", "ä": "z\x02", "æ": "z\x02", "ö": "z\x03", "ø": "z\x03"})


@dataclass(frozen=True)
class SearchWords:
    """The words to look for, each a prefix."""

    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def are_short(self) -> bool:
        """Whether so little is typed that nearly every text holds it: then titles are what is meant."""
        return max(map(len, self.words), default=0) <= SHORT

    def match(self) -> str:
        """Return the words in FTS5's language: quoted, so that nothing in them is read as an operator."""
        return " ".join('"{}"*'.format(word.replace('"', '""')) for word in self.words)

    def match_head(self) -> str:
        """Return the same, looked for in title, occupation and diagnosis only."""
        return f"{{head}} : ({self.match()})"

    def shown_in(self, *texts: str) -> bool:
        """Whether every word can be seen in the texts already."""
        shown = "\n".join(texts).casefold()
        return all(word.casefold() in shown for word in self.words)


def search_words(text: str) -> SearchWords:
    """Return the words of a text. What is no letter or digit is no word by itself."""
    # Half characters (lone surrogates) can come from a broken clipboard and do not fit in a database.
    clean = text.replace("\x00", " ").encode("utf-8", "ignore").decode("utf-8")
    words = [w[:LONGEST_WORD] for w in unicodedata.normalize("NFC", clean).split() if any(c.isalnum() for c in w)]
    return SearchWords(tuple(words[:MOST_WORDS]))


def sort_key(title: str) -> str:
    """Return a text that sorts as Swedish does, with å, ä and ö after z."""
    return unicodedata.normalize("NFC", title).casefold().translate(_SWEDISH_LAST)


def excerpt(words: SearchWords, text: str) -> str:
    """Return the place in a text where the first of the words that it holds is found, empty when it holds none."""
    folded = text.lower()
    if len(folded) != len(text):  # a letter that grows when made small: places would not agree
        folded = text
    for word in words.words:
        at = _word_start(folded, word.lower())
        if at >= 0:
            return _cut(text, at)
    return ""


def _word_start(text: str, wanted: str) -> int:
    at = text.find(wanted)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(wanted, at + 1)
    return at


def _cut(text: str, at: int) -> str:
    start, end = max(0, at - _EXCERPT_BEFORE), min(len(text), at + _EXCERPT_AFTER)
    if start:
        start = text.find(" ", start, at) + 1 or at
    if end < len(text):
        end = max(text.rfind(" ", at, end), at + 1)
    piece = " ".join(text[start:end].split())
    return f"{'… ' if start else ''}{piece}{' …' if end < len(text) else ''}"
