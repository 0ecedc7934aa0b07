"""Beside the text in the room: what has been marked, or how the case reads it and who saw what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.spot_impulses.room import ImpulsesRoom, KeySeen, MarkSeen
from kompetens_gui.domain.impulse_names import LETTERS, impulse_name
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.activities.spot_impulses.words import none_words, seen_words
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.impulse_letter import ImpulseLetter
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import show_when

translate = QCoreApplication.translate
_MOST_WITH_REASONS = 3


class SideLine(NamedTuple):
    """A letter with its name, and what is said of it."""

    letter: str
    name: str
    told: str
    who: str
    own: bool


class ReadingSide(QFrame):
    """Shows one side of an `ImpulsesRoom`; filled anew only when its lines have changed."""

    def __init__(self, surface: RoomSurface) -> None:
        super().__init__(surface)
        self.setProperty("card", "sunken")
        self._surface = surface
        self._lines: tuple[SideLine, ...] = ()
        self.title = Label("", "h2", wrap=True, parent=self)
        self.lead = Label("", "small", "muted", wrap=True, parent=self)
        self.lines = QVBoxLayout()
        self.own = Label("", "meta", wrap=True, parent=self)
        self.legend = Label("", "meta", "muted", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.addWidget(self.title)
        column.addWidget(self.lead)
        column.addLayout(self.lines, 1)
        column.addStretch(0)
        column.addWidget(self.own)
        column.addWidget(self.legend)
        surface.scale_layout(column, (32, 24, 32, 24), 16)
        surface.scale_layout(self.lines, (0, 0, 0, 0), 12)

    def show_view(self, view: ImpulsesRoom) -> None:
        self.title.setText(self.tr("Så läser fallet") if view.key is not None else self._title(view))
        lead = self._lead(view)
        self.lead.setText(lead)
        show_when(self.lead, bool(lead))
        lines = key_lines(view.key) if view.key is not None else mark_lines(view.marks or ())
        self._fill(tuple(lines))
        own = own_words(view.key) if view.key is not None else ""
        self.own.setText(own)
        show_when(self.own, bool(own))
        both = view.key is not None and bool(view.marks)
        self.legend.setText(self.tr("Hel linje: det ni markerade. Streckad: det fallet lyfter.") if both else "")
        show_when(self.legend, both)

    def texts(self) -> list[str]:
        """Return what the lines say, for whoever tests or reads them aloud."""
        return [f"{line.letter} {line.name}: {line.told} {line.who}".strip() for line in self._lines]

    def _title(self, view: ImpulsesRoom) -> str:
        return self.tr("Det ni har markerat") if view.marks else self.tr("Vad är skäl att fråga?")

    def _lead(self, view: ImpulsesRoom) -> str:
        if view.key is not None:
            if view.key.impulses:
                return self.tr("En impuls är ett skäl att fråga. Den är aldrig ett bevis.")
            return none_words(case_has_none=view.key.case_has_none, anybody_marked=bool(view.key.own))
        if view.nothing and any(view.nothing):
            return self.tr("Ser ingen impuls: {groups}").format(groups=", ".join(view.nothing))
        if view.nothing:
            return self.tr("Ni ser ingen impuls här.")
        if view.marks:
            return ""
        return self.tr("Läs, och markera de ord som får er att vilja fråga mer. Ibland finns det inga.")

    def _fill(self, lines: tuple[SideLine, ...]) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        clear_layout(self.lines)
        for line in lines:
            # Each is given room by the length of what is said, so that none has to end in dots.
            share = 40 + len(line.told) if line.told else 0
            self.lines.addWidget(_widget(line, self._surface, self), share)
        if not any(line.told for line in lines):
            self.lines.addStretch(1)


def key_lines(key: KeySeen) -> list[SideLine]:
    """Return one line for each impulse; where there are too many to be read in a room the leader tells why."""
    crowded = len(key.impulses) > _MOST_WITH_REASONS
    return [
        SideLine(
            LETTERS[i.type],
            impulse_name(i.type),
            "" if crowded else " ".join(i.why.split()),
            seen_words(i.seen),
            own=False,
        )
        for i in key.impulses
    ]


def own_words(key: KeySeen) -> str:
    """Say what was marked beside the case's reading; it is worth a question all the same."""
    found = []
    for own in key.own:
        who = ", ".join(filter(None, own.groups))
        found.append(f"{impulse_name(own.type)} ({who})" if who else impulse_name(own.type))
    words = translate("ReadingSide", "Egna iakttagelser, värda en öppen fråga: {found}")
    return words.format(found=", ".join(found)) if found else ""


def mark_lines(marks: Sequence[MarkSeen]) -> list[SideLine]:
    """Return one line for each type, with the groups that marked it somewhere."""
    groups: dict[str, list[str]] = {}
    new: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for mark in marks:
        letter = LETTERS[mark.type]
        names[letter] = impulse_name(mark.type)
        groups.setdefault(letter, []).extend(filter(None, mark.groups))
        new.setdefault(letter, []).extend(mark.new)
    return [SideLine(letter, names[letter], "", _who(groups[letter], new[letter]), own=True) for letter in names]


def _who(groups: list[str], new: list[str]) -> str:
    """Name the groups, and those that marked after the talk; a room without groups has no name."""
    names = ", ".join(dict.fromkeys(groups))
    if not new:
        return names
    if not any(new):
        return translate("ReadingSide", "Nytt efter samtalet")
    late = translate("ReadingSide", "Nytt efter samtalet: {groups}").format(groups=", ".join(dict.fromkeys(new)))
    before = [group for group in dict.fromkeys(groups) if group not in new]
    return f"{', '.join(before)}. {late}" if before else late


def _widget(line: SideLine, surface: RoomSurface, parent: QWidget) -> QFrame:
    frame = QFrame(parent)
    frame.setProperty("card", "inner")
    frame.setAccessibleName(". ".join(part for part in (line.name, line.told, line.who) if part))
    words = QVBoxLayout()
    words.addWidget(Label(line.name, "small-strong", wrap=True, parent=frame))
    if line.told:
        told = FittedText("small", "meta", "text_2", parent=frame)
        told.set_text(line.told)
        words.addWidget(told, 1)
    if line.who:
        words.addWidget(Label(line.who, "meta", "accent", wrap=True, parent=frame))
    row = QHBoxLayout(frame)
    row.addWidget(ImpulseLetter(line.letter, 44, own=line.own, parent=frame), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    side, edge = theme.px(20, surface), theme.px(10, surface)
    row.setContentsMargins(side, edge, side, edge)
    row.setSpacing(side)
    words.setSpacing(0)
    return frame
