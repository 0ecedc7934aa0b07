"""What the room can look at in a role play, one page for each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.role_play.room import (
    DebriefStep,
    PublicRole,
    RolePlayRoom,
    Secret,
    SpokenLine,
)
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.activities.role_play.room_clock import PhaseClock
from kompetens_gui.ui.activities.role_play.room_table import ObservationTable
from kompetens_gui.ui.activities.role_play.words import phase_purpose
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.layouts import clear_layout

_EARLIER = 2


class RoomPage(QWidget):
    """A page of the room; `surface` keeps its lengths in step with the screen."""

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(parent)
        self.surface = surface
        self.column = QVBoxLayout(self)
        self.scale(self.column, 24)

    def scale(self, layout: QLayout, spacing: int, side: int = 0, top: int = 0) -> None:
        self.surface.scale_layout(layout, (side, top, side, top), spacing)

    def show_view(self, view: RolePlayRoom) -> None:
        """Show what belongs here."""


class IntroductionPage(RoomPage):
    """What the play is about, and what everyone may know of the roles."""

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(surface, parent)
        self.title = Label("", "display", wrap=True, parent=self)
        self.situation = FittedText("body", "meta", largest=1.15, parent=self)
        self.roles = QHBoxLayout()
        self._shown: tuple[PublicRole, ...] | None = None
        self.column.addWidget(self.title)
        self.column.addWidget(self.situation, 1)
        self.column.addLayout(self.roles)
        self.scale(self.roles, 24)

    def show_view(self, view: RolePlayRoom) -> None:
        self.title.setText(view.title)
        self.situation.set_text(view.background)
        if view.roles != self._shown:
            self._shown = view.roles
            clear_layout(self.roles)
            for role in view.roles:
                card = QFrame(self)
                card.setProperty("card", "sunken")
                inside = QVBoxLayout(card)
                inside.setContentsMargins(20, 16, 20, 16)
                inside.addWidget(Label(role.title, "small-strong", wrap=True, parent=card))
                words = ", ".join(part for part in (role.name, role.subtitle) if part)
                inside.addWidget(Label(words, "meta", "muted", wrap=True, parent=card))
                inside.addStretch(1)
                self.roles.addWidget(card, 1)


class PhasePage(RoomPage):
    """The phase, what it is for and how long it goes on; or that everything stands still."""

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(surface, parent)
        self.row = Label("", "small", "muted", wrap=True, parent=self)
        self.icon = Icon("snowflake", 96, "accent", parent=self)
        self.frozen = Label(self.tr("Frys"), "clock", "accent", parent=self)
        self.title = Label("", "display", parent=self)
        self.purpose = Label("", "h1", wrap=True, parent=self)
        self.clock = PhaseClock(self)
        for part in (self.title, self.purpose, self.frozen):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.row.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.column.addStretch(1)
        self.column.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignCenter)
        self.column.addWidget(self.frozen)
        self.column.addWidget(self.title)
        self.column.addWidget(self.clock, 6)
        self.column.addWidget(self.purpose)
        self.column.addStretch(1)
        self.column.addWidget(self.row)

    def show_view(self, view: RolePlayRoom) -> None:
        current = next((p for p in view.phases if p.current), view.phases[0])
        self.icon.setVisible(view.frozen)
        self.clock.setVisible(not view.frozen)
        self.frozen.setVisible(view.frozen)
        self.title.setVisible(not view.frozen)
        if view.frozen:
            self.purpose.setText(self.tr("Alla stannar där de är. Vi fortsätter tillsammans om en stund."))
        else:
            self.title.setText(current.title)
            self.purpose.setText(phase_purpose(current.kind))
        self.clock.show_phase(current.minutes, view.used, view.since)
        # A tick for what is done and an arrow for where we are: the row says the same without colour.
        marks = [f"✓ {p.title}" if p.done else f"→ {p.title}" if p is current else p.title for p in view.phases]
        self.row.setText("      ".join(marks))


class StuckPage(RoomPage):
    """One card for when it gets stuck."""

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(surface, parent)
        head = QHBoxLayout()
        self.icon = Icon("lightbulb", 44, "accent", parent=self)
        head.addWidget(self.icon)
        head.addWidget(Label(self.tr("Ett sätt att komma vidare"), "h2", "accent", parent=self), 1)
        self.words = FittedText("display", "h2", largest=1.6, parent=self)
        self.column.addStretch(1)
        self.column.addLayout(head)
        self.column.addWidget(self.words, 4)
        self.scale(head, 20)

    def show_view(self, view: RolePlayRoom) -> None:
        self.words.set_text(view.stuck)


class DemonstrationRoomPage(RoomPage):
    """The line that is read, and the ones just before it."""

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(surface, parent)
        self.turn = Label("", "small-strong", "accent", parent=self)
        self.before = FittedText("small", "meta", "text_2", parent=self)
        self.role = Label("", "h2", "accent", parent=self)
        self.line = FittedText("display", "body", largest=1.3, parent=self)
        self.column.addWidget(self.turn)
        self.column.addWidget(self.before, 3)
        self.column.addWidget(self.role)
        self.column.addWidget(self.line, 5)

    def show_view(self, view: RolePlayRoom) -> None:
        lines = view.lines
        now = lines[-1] if lines else SpokenLine("", self.tr("Ett exempel läses högt."), "")
        earlier = lines[-1 - _EARLIER : -1]
        self.before.set_text("\n\n".join(f"{line.role}: {line.text}" for line in earlier))
        turn = next((line.turn for line in reversed(lines) if line.turn), "")
        self.turn.setText(turn)
        self.role.setText(now.role)
        self.line.set_text(now.text)


class ObservationsPage(RoomPage):
    """What the observers saw beside the self-rating."""

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(surface, parent)
        self.title = Label("", "h1", wrap=True, parent=self)
        self.table = ObservationTable(self)
        self.column.addWidget(self.title)
        self.column.addWidget(self.table, 1)

    def show_view(self, view: RolePlayRoom) -> None:
        words = self.tr("Det observatörerna har sett hos {group}") if view.group else ""
        self.title.setText(words.format(group=view.group) or self.tr("Det observatörerna har sett"))
        self.table.show_lines(view.observed, view.counted, view.scaled)


class DebriefPage(RoomPage):
    """A step of the debrief: who speaks, and the questions."""

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(surface, parent)
        self.place = Label("", "small", "muted", parent=self)
        self.title = Label("", "display", wrap=True, parent=self)
        self.who = Label("", "h2", "accent", wrap=True, parent=self)
        self.questions = FittedText("display", "body", largest=1.1, parent=self)
        for part in (self.place, self.title, self.who):
            self.column.addWidget(part)
        self.column.addWidget(self.questions, 1)

    def show_view(self, view: RolePlayRoom) -> None:
        step = view.debrief or DebriefStep("", "", (), 0, 0)
        self.place.setText(self.tr("Eftersamtal, steg {n} av {count}").format(n=step.number, count=step.steps))
        self.title.setText(step.title)
        self.who.setText(self.tr("Ordet går till: {who}").format(who=_lower(step.who)) if step.who else "")
        self.questions.set_text("\n\n".join(step.questions))


class SecretsPage(RoomPage):
    """What each role kept to itself, told when the play is over."""

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(surface, parent)
        self.title = Label(self.tr("Det rollerna bara berättade på fråga"), "h1", wrap=True, parent=self)
        self.cards = QHBoxLayout()
        self._shown: tuple[Secret, ...] = ()
        self.column.addWidget(self.title)
        self.column.addLayout(self.cards, 1)
        self.scale(self.cards, 24)

    def show_view(self, view: RolePlayRoom) -> None:
        if view.secrets == self._shown:
            return
        self._shown = view.secrets
        clear_layout(self.cards)
        for role in dict.fromkeys(secret.role for secret in view.secrets):
            told = [secret.tell for secret in view.secrets if secret.role == role]
            card = QFrame(self)
            card.setProperty("card", "sunken")
            inside = QVBoxLayout(card)
            inside.setContentsMargins(24, 20, 24, 20)
            inside.addWidget(Label(role, "h3", "accent", wrap=True, parent=card))
            words = FittedText("body", "meta", parent=card)
            words.set_text("\n\n".join(told))
            inside.addWidget(words, 1)
            self.cards.addWidget(card, 1)

    def forget(self) -> None:
        """Keep nothing that is not shown."""
        if self._shown:
            self._shown = ()
            clear_layout(self.cards)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
