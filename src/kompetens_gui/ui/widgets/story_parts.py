"""What stands around a story: the person's own words, a rule that matters, and what came late."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.branching import ToldEffect
from kompetens_gui.domain.study.branching_case import RuleBox, Track
from kompetens_gui.ui.widgets.branching_words import change_word, day_name, track_name
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.painted import PaintedWidget, fill_rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_EDGE: Final = 4


class Voice(PaintedWidget):
    """The person's own sentence, with a line beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", "body", wrap=True, parent=self)
        self.who = Label("", "small", "muted", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.who)

    def say(self, words: str, who: str) -> None:
        self.words.setText(f"”{words}”")
        self.who.setText(who)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(0, 0, _EDGE, self.height()), QColor(self.tokens().accent), _EDGE / 2)
        painter.end()


class IconBox(QFrame):
    """A sunken box with an icon, a small heading and lines of words."""

    def __init__(self, icon_name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.setAccessibleName(title)
        self.title = Label(title, "small-strong", parent=self)
        self._lines: list[Label] = []
        self.column = QVBoxLayout()
        self.column.setSpacing(4)
        self.column.addWidget(self.title)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(12)
        row.addWidget(Icon(icon_name, 20, "accent", parent=self), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.column, 1)

    def show_lines(self, lines: Sequence[tuple[str, bool]]) -> None:
        """Show lines of words; those with True are small and muted."""
        while len(self._lines) < len(lines):
            label = Label("", "dense", wrap=True, parent=self)
            self._lines.append(label)
            self.column.addWidget(label)
        for label, (words, muted) in zip(self._lines, lines, strict=False):
            label.setText(words)
            label.setProperty("level", "small" if muted else "dense")
            label.set_tone("muted" if muted else "")
        for number, label in enumerate(self._lines):
            label.setVisible(number < len(lines))
        self.setAccessibleDescription(" ".join(words for words, _ in lines))

    def lines(self) -> list[str]:
        return [label.text() for label in self._lines if not label.isHidden()]


class RulePart(IconBox):
    """The rule that matters here, with how sure it is and which wording it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("scales", self.tr("Regeln här"), parent)

    def show_rule(self, rule: RuleBox) -> None:
        certainty = {
            "certain": self.tr("Säker uppgift"),
            "probable": self.tr("Trolig uppgift"),
        }.get(rule.certainty, self.tr("Behöver kontrolleras"))
        version = self.tr("Regelversion {version}").format(version=rule.rule_version) if rule.rule_version else ""
        self.show_lines([(rule.text, False), (". ".join(part for part in (certainty, version) if part) + ".", True)])


class LatePart(IconBox):
    """What earlier choices set going and that has come due now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("clock-counter-clockwise", self.tr("Det här har hänt sedan dess"), parent)

    def show_late(self, late: Sequence[ToldEffect]) -> None:
        lines: list[tuple[str, bool]] = []
        for told in late:
            lines.append((told.pending.effect.text, False))
            lines.append((late_words(told), True))
        self.show_lines(lines)


def late_words(told: ToldEffect) -> str:
    """Say on which day something came late and what it moved."""
    moved = [
        f"{track_name(track)}: {change_word(told.before.of(track), told.after.of(track)).lower()}"
        for track in Track
        if told.before.of(track) != told.after.of(track)
    ]
    return ". ".join([day_name(told.pending.due), *moved]) + "."
