"""How heavy a Swedish text is to read: sentences, words and LIX."""

import re

_ABBREVIATION = re.compile(
    r"(?:t\.ex|bl\.a|d\.v\.s|dvs|m\.m|m\.fl|o\.s\.v|osv|s\.k|p\.g\.a|f\.d|e\.d|t\.o\.m|fr\.o\.m|ca|kap|ref|nr|prop|resp"
    r"|kl|tel|st|jfr|enl|pat|beh|dr|inkl|exkl|max|min)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
_END = re.compile(r"[.!?:]+[”\")»]*\s+(?=[A-ZÅÄÖÉ0-9”\"»–(])")
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-–•*]|\d+[.)])\s)")


def words(text: str) -> list[str]:
    return _WORD.findall(text)


def sentences(text: str) -> list[str]:
    """Split into sentences. A colon before a capital, a blank line and a new list point end one; "t.ex." does not."""
    found = []
    for block in _BLOCK.split(text):
        start = 0
        for end in _END.finditer(block):
            before = block[start : end.start()].rsplit(maxsplit=1)
            last = before[-1].casefold().lstrip('(”"') if before else ""
            if end[0][0] == "." and _ABBREVIATION.fullmatch(last):
                continue
            found.append(block[start : end.end()].strip())
            start = end.end()
        found.append(block[start:].strip())
    return [s for s in found if _WORD.search(s)]


def lix(text: str) -> int:
    """Return the readability index: words per sentence plus the share of words longer than six letters. 0 if empty."""
    all_words, all_sentences = words(text), sentences(text)
    if not all_words or not all_sentences:
        return 0
    long_words = sum(len(w) > 6 for w in all_words)
    return round(len(all_words) / len(all_sentences) + 100 * long_words / len(all_words))


def sentence_lengths(text: str) -> tuple[int, int]:
    """Return how many words a sentence has on the average, and the longest; 0 and 0 if empty."""
    lengths = [len(words(sentence)) for sentence in sentences(text)]
    return (round(sum(lengths) / len(lengths)), max(lengths)) if lengths else (0, 0)
