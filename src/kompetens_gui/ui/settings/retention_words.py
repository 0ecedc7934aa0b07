"""What the kinds of self-study data are called, how long they are kept, and how much there is."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.learning.retention import RetentionCount, RetentionKind
from kompetens_gui.services.counting_words import CountedWords, capital
from kompetens_gui.services.date_words import day_words

translate = QCoreApplication.translate
_YEAR = 12


def kind_words(kind: RetentionKind) -> tuple[str, str]:
    """Return what a kind is called, and what goes with it."""
    found: Mapping[RetentionKind, tuple[str, str]] = {
        RetentionKind.ANSWERS: (
            translate("Retention", "Svar och egna texter"),
            translate("Retention", "I övningar som är klara. Att övningen är klar och vad den gav finns kvar."),
        ),
        RetentionKind.UNFINISHED: (
            translate("Retention", "Övningar som aldrig blev klara"),
            translate("Retention", "Räknat från det senaste svaret."),
        ),
        RetentionKind.REVIEWS: (
            translate("Retention", "Repetitionens dagbok"),
            translate("Retention", "Hur det gick varje gång. Frågorna kommer ändå tillbaka."),
        ),
        RetentionKind.RESULTS: (
            translate("Retention", "Resultat och underlag för nivåer"),
            translate("Retention", "När underlaget försvinner kan nivåer sjunka. Utfärdade kursintyg påverkas inte."),
        ),
        RetentionKind.SIGN_OFFS: (
            translate("Retention", "Tillagt och godkänt"),
            translate("Retention", "Det som kollegor och handledare har skrivit under."),
        ),
        RetentionKind.PROFILES: (
            translate("Retention", "Profiler som inte används"),
            translate("Retention", "Hela profilen med allt i den, när inget har hänt på så länge."),
        ),
    }
    return found[kind]


def time_words(months: int) -> str:
    """Return a time as it is said: "6 månader", "2 år"."""
    if months % _YEAR == 0:
        return translate("Retention", "{n} år").format(n=months // _YEAR)
    return translate("Retention", "{n} månader").format(n=months) if months > 1 else translate("Retention", "1 månad")


def count_words(found: RetentionCount) -> str:
    """Return how much of a kind is older than a day."""
    words = {
        RetentionKind.ANSWERS: CountedWords(
            translate("Retention", "en övnings svar"), translate("Retention", "övningars svar")
        ),
        RetentionKind.UNFINISHED: CountedWords(
            translate("Retention", "en övning som inte blev klar"),
            translate("Retention", "övningar som inte blev klara"),
        ),
        RetentionKind.REVIEWS: CountedWords(
            translate("Retention", "en repetition"), translate("Retention", "repetitioner")
        ),
        RetentionKind.RESULTS: CountedWords(
            translate("Retention", "ett resultat"),
            translate("Retention", "resultat"),
        ),
        RetentionKind.SIGN_OFFS: CountedWords(
            translate("Retention", "ett godkännande"), translate("Retention", "godkännanden")
        ),
        RetentionKind.PROFILES: CountedWords(
            translate("Retention", "en profil"),
            translate("Retention", "profiler"),
        ),
    }[found.kind]
    counted = capital(words.counted(found.count))
    return translate("Retention", "– {counted}, från före {day}").format(counted=counted, day=day_words(found.before))
