"""Rewriting a letter in plain language."""

from dataclasses import dataclass

from kompetens_gui.domain.study.common import StudyContentHead


@dataclass(frozen=True)
class LetterReadings:
    """What each reader asks when reading the letter."""

    recipient: str
    coordinator: str
    case_officer: str


@dataclass(frozen=True)
class MustKeep:
    """Words that may not be lost in a plainer version."""

    text: str
    why: str


@dataclass(frozen=True)
class PlainLetter:
    """A heavy letter, what must stay, points to check the own version against, and one plain version."""

    head: StudyContentHead
    original: str
    readings: LetterReadings
    must_keep: tuple[MustKeep, ...]
    points: tuple[str, ...]
    model: str

    def lost(self, own_version: str) -> tuple[MustKeep, ...]:
        """Return what the own version no longer says word for word; case and spacing do not matter."""
        said = _plain(own_version)
        return tuple(k for k in self.must_keep if _plain(k.text) not in said)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
