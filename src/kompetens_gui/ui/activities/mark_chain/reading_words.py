"""What the differences between group and key are called: learning matter, never right or wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.key_comparison import Difference, DifferenceKind
from kompetens_gui.ui.widgets.certificate_marks import Reading

translate = QCoreApplication.translate

ORDER: tuple[tuple[DifferenceKind, ...], ...] = (
    (DifferenceKind.ONLY_KEY, DifferenceKind.MISSING_ONLY_KEY, DifferenceKind.LINK_ONLY_KEY),
    (DifferenceKind.ONLY_GROUP,),
    (DifferenceKind.OTHER_KIND,),
    (DifferenceKind.REASONABLE_ALTERNATIVE,),
    (DifferenceKind.SAME, DifferenceKind.MISSING_IN_BOTH),
)


def group_word(kinds: tuple[DifferenceKind, ...]) -> str:
    """Return the heading of a group of differences."""
    return {
        DifferenceKind.ONLY_KEY: translate("Readings", "Bara i facit"),
        DifferenceKind.ONLY_GROUP: translate("Readings", "Bara hos gruppen"),
        DifferenceKind.OTHER_KIND: translate("Readings", "Annan läsning"),
        DifferenceKind.REASONABLE_ALTERNATIVE: translate("Readings", "Rimlig annan läsning"),
        DifferenceKind.SAME: translate("Readings", "Lika"),
    }[kinds[0]]


def reading_word(reading: Reading) -> str:
    """Return the word of the legend for a frame."""
    return {
        Reading.ONLY_KEY: translate("Readings", "Bara i facit"),
        Reading.ONLY_GROUP: translate("Readings", "Bara hos gruppen"),
        Reading.OTHER: translate("Readings", "Annan läsning"),
    }[reading]


def difference_text(difference: Difference) -> str:
    """Return the line a difference is about, with what it is when it is not a marked place."""
    node = difference.key or difference.group
    text = node.text if node else ""
    if difference.kind in (DifferenceKind.MISSING_ONLY_KEY, DifferenceKind.MISSING_IN_BOTH):
        return translate("Readings", "Saknas: {question}").format(question=text)
    if difference.kind == DifferenceKind.LINK_ONLY_KEY and difference.group and difference.key:
        words = translate("Readings", "Länk: {first} → {second}")
        return words.format(first=difference.group.text, second=difference.key.text)
    return text
