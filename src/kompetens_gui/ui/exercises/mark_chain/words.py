"""What readings and differences are called to one who works alone: learning matter, never right or wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.case import Perspective
from kompetens_gui.domain.key_comparison import DifferenceKind
from kompetens_gui.ui.widgets.certificate_marks import Reading

translate = QCoreApplication.translate


def reader_word(perspective: Perspective) -> str:
    """Return who reads, as the first word of a sentence."""
    return {
        Perspective.ADVISER: translate("MarkAlone", "FMR"),
        Perspective.CASE_OFFICER: translate("MarkAlone", "Handläggaren"),
        Perspective.PHYSICIAN: translate("MarkAlone", "Läkaren"),
    }[perspective]


def in_sentence(who: str) -> str:
    """Return a reader as a word in the middle of a sentence: FMR stays, others become small."""
    return who if who.isupper() else who.lower()


def frame_word(reading: Reading) -> str:
    """Return what a frame in the text says."""
    return {
        Reading.ONLY_KEY: translate("MarkAlone", "Bara i läsningen"),
        Reading.ONLY_GROUP: translate("MarkAlone", "Bara hos dig"),
        Reading.OTHER: translate("MarkAlone", "Annan läsning"),
    }[reading]


def headline(kind: DifferenceKind, who: str, what: str) -> str:
    """Return the first words about a place; `what` is the kind of the reading's mark, in lower case."""
    words = {
        DifferenceKind.SAME: translate("MarkAlone", "Ni läser lika."),
        DifferenceKind.REASONABLE_ALTERNATIVE: translate(
            "MarkAlone", "Går också att läsa så. {who} läser det som {what}."
        ),
        DifferenceKind.OTHER_KIND: translate("MarkAlone", "Nästan. {who} läser det som {what}."),
        DifferenceKind.ONLY_KEY: translate("MarkAlone", "Här finns mer att hitta. {who} läser det som {what}."),
        DifferenceKind.ONLY_GROUP: translate("MarkAlone", "Din egen läsning. {who} har inte markerat det."),
        DifferenceKind.MISSING_IN_BOTH: translate("MarkAlone", "Ni ser samma lucka."),
        DifferenceKind.MISSING_ONLY_KEY: translate("MarkAlone", "{who} saknar något här: {what}."),
        DifferenceKind.LINK_ONLY_KEY: translate(
            "MarkAlone", "En länk till. {who} ser att den ena förklarar den andra."
        ),
    }[kind]
    return words.format(who=who, what=what)


def example_headline(kind: DifferenceKind, who: str, what: str) -> str:
    """Return the first words about a place of the worked example."""
    words = {
        DifferenceKind.MISSING_ONLY_KEY: translate("MarkAlone", "{who} saknar något här: {what}."),
    }.get(kind, translate("MarkAlone", "{who} läser det som {what}."))
    return words.format(who=who, what=what)


def own_word(kind: DifferenceKind | None) -> str:
    """Return how a mark of one's own stands, None for one that nothing has been said about."""
    if kind is None:
        return translate("MarkAlone", "Inte jämförd")
    return {
        DifferenceKind.SAME: translate("MarkAlone", "Ni läser lika"),
        DifferenceKind.MISSING_IN_BOTH: translate("MarkAlone", "Ni ser samma lucka"),
        DifferenceKind.REASONABLE_ALTERNATIVE: translate("MarkAlone", "Går också att läsa så"),
        DifferenceKind.OTHER_KIND: translate("MarkAlone", "Nästan"),
    }.get(kind, translate("MarkAlone", "Din egen läsning"))


def kind_rule(kind: str) -> str:
    """Return what tells a kind from the others, in a sentence."""
    return {
        "D": translate("MarkAlone", "D är sjukdomen, med sin kod."),
        "F": translate("MarkAlone", "F går att undersöka eller iaktta."),
        "A": translate("MarkAlone", "A är det personen har svårt att göra på grund av F."),
        "W": translate("MarkAlone", "W är arbetsuppgiften som A mäts mot."),
        "B": translate("MarkAlone", "B säger hur F är känd."),
    }[kind]
