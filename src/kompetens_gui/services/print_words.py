"""What the parts of a workshop's papers are called, on paper and on screen."""

from collections.abc import Mapping

from kompetens_gui.domain.wording import translate
from kompetens_gui.services.print_papers import PrintPart


def part_words() -> Mapping[PrintPart, str]:
    """Name the parts as they stand in lists."""
    return {
        PrintPart.LEADER: translate("Prints", "Ledarblad"),
        PrintPart.ATTENDANCE: translate("Prints", "Närvarolista"),
        PrintPart.SIGNS: translate("Prints", "Bordsskyltar"),
        PrintPart.GROUP_CARDS: translate("Prints", "Gruppkort"),
        PrintPart.ROLE_CARDS: translate("Prints", "Rollkort och stolskort"),
        PrintPart.OBSERVERS: translate("Prints", "Observatörsblad"),
        PrintPart.HANDOUTS: translate("Prints", "Underlag att läsa"),
        PrintPart.CARDS: translate("Prints", "Kort att klippa"),
        PrintPart.ANSWERS: translate("Prints", "Svarsblad"),
        PrintPart.CASES: translate("Prints", "Fall och markeringsblad"),
        PrintPart.COMMITMENTS: translate("Prints", "Åtaganden"),
        PrintPart.FOLLOW_UP: translate("Prints", "Uppföljningsblad"),
    }
