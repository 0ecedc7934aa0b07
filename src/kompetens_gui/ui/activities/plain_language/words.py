"""What the steps of the kind are called, and how a measure is told."""

from __future__ import annotations

from kompetens_gui.domain.activities.plain_language.events import LetterReader, LetterStep
from kompetens_gui.domain.activities.plain_language.room import Measure
from kompetens_gui.domain.activities.plain_language.rules import reader_word
from kompetens_gui.domain.wording import translate


def step_word(step: LetterStep, number: int) -> str:
    """Name a step; a reading by its reader."""
    if step is LetterStep.READING:
        reader = reader_word(tuple(LetterReader)[number])
        return translate("PlainLanguage", "Läs som: {reader}").format(reader=reader)
    return {
        LetterStep.WRITING: translate("PlainLanguage", "Skriv om brevet"),
        LetterStep.CHANGES: translate("PlainLanguage", "Det här ändrade vi"),
        LetterStep.VERSIONS: translate("PlainLanguage", "Gruppernas versioner"),
        LetterStep.CHECKING: translate("PlainLanguage", "Håller texten?"),
        LetterStep.MODEL: translate("PlainLanguage", "Ett sätt att skriva det"),
    }[step]


def measure_words(measure: Measure) -> str:
    """Tell how hard a text is to read; empty when there is none."""
    if not measure.lix:
        return ""
    return translate("PlainLanguage", "LIX {lix}. {sentences}").format(
        lix=measure.lix, sentences=sentence_words(measure)
    )


def sentence_words(measure: Measure) -> str:
    """Tell how long the sentences are."""
    words = translate("PlainLanguage", "{average} ord per mening, längsta {longest}.")
    return words.format(average=measure.average, longest=measure.longest)
