"""Small numbers as words, and shares and decimals as they are written in Swedish."""

from collections.abc import Sequence
from typing import NamedTuple

from kompetens_gui.domain.wording import translate

PERCENT = "\N{NO-BREAK SPACE}%"


class CountedWords(NamedTuple):
    """A noun for one (with its article) and for several."""

    one: str
    many: str

    def counted(self, count: int) -> str:
        """Return "en övning", "två övningar", "0 övningar"."""
        return self.one if count == 1 else f"{number_word(count)} {self.many}"


def number_word(count: int) -> str:
    """Return a small number as a word, a larger one in figures.

    >>> number_word(2), number_word(14)
    ('två', '14')
    """
    words = (
        translate("Number", "två"),
        translate("Number", "tre"),
        translate("Number", "fyra"),
        translate("Number", "fem"),
        translate("Number", "sex"),
        translate("Number", "sju"),
        translate("Number", "åtta"),
        translate("Number", "nio"),
        translate("Number", "tio"),
        translate("Number", "elva"),
        translate("Number", "tolv"),
    )
    return words[count - 2] if 0 <= count - 2 < len(words) else str(count)


def listed(parts: Sequence[str]) -> str:
    """Return parts as they are listed in a sentence.

    >>> listed(["ett", "två", "tre"]), listed(["ett"])
    ('ett, två och tre', 'ett')
    """
    *first, last = parts
    return translate("Number", "{first} och {last}").format(first=", ".join(first), last=last) if first else last


def percent(share: float) -> str:
    r"""Return a share in whole percent, never rounded up to what it has not reached.

    >>> percent(0.8), percent(0.7999)
    ('80\xa0%', '79\xa0%')
    """
    return f"{int(share * 100 + 1e-9)}{PERCENT}"


def one_decimal(value: float) -> str:
    """Return a number with a decimal comma, and without it when it is whole.

    >>> one_decimal(3.0), one_decimal(3.45)
    ('3', '3,4')
    """
    tenths = int(value * 10 + 1e-9)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths // 10},{tenths % 10}"


def capital(text: str) -> str:
    """Return a text with a capital first letter."""
    return text[:1].upper() + text[1:]


def small(text: str) -> str:
    """Return a text as it stands inside a sentence."""
    return text[:1].lower() + text[1:]
