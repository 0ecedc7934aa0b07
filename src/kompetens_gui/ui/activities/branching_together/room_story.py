"""The story in the room: the situation with its choices, a choice with what it did, or an end with a look back."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.branching_together.room import BranchingRoom
from kompetens_gui.domain.activities.branching_together.story import Story
from kompetens_gui.domain.study.branching_case import Track
from kompetens_gui.ui.activities.branching_together.room_parts import RoomChoice, RoomTrack, WayStrip
from kompetens_gui.ui.activities.branching_together.situation import against_words
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.branching_words import actor_name, day_name, end_name
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.story_parts import late_words

_Margins = tuple[int, int, int, int]


class StorySide(QWidget):
    """Shows the story of a `BranchingRoom`; lengths follow the `surface` it lies on."""

    def __init__(self, surface: RoomSurface) -> None:
        super().__init__(surface)
        self.day = Label("", "h2", "accent", parent=self)
        self.place = Label("", "small", "muted", parent=self)
        self.title = Label("", "h1", wrap=True, parent=self)
        self.late = FittedText("small", "meta", "accent", parent=self)
        self.text = FittedText("body", "meta", parent=self)
        self.meaning = FittedText("body", "meta", largest=1.25, parent=self)
        self.voice = FittedText("body", "meta", "text_2", parent=self)
        self.side = QFrame(self)
        self.side.setProperty("card", "sunken")
        self.question = Label("", "h2", wrap=True, parent=self.side)
        self.round = Label("", "meta", "muted", wrap=True, parent=self.side)
        self.choices: list[RoomChoice] = []
        self.against = Label("", "h3", wrap=True, parent=self.side)
        self.tracks = {track: RoomTrack(track, self.side) for track in Track}
        self.choice_column = QVBoxLayout()
        self.way = WayStrip(self)
        self.left = QVBoxLayout()
        self._surface = surface
        self._lay_out()

    def show_view(self, view: BranchingRoom) -> None:
        told = view.story
        self.day.setText(day_name(told.day))
        who = end_name(told.end) if told.end else actor_name(told.who) if told.who else ""
        self.place.setText(". ".join(part for part in (who, told.place) if part))
        chosen = next((c.text for c in told.choices if c.id == told.chosen), "")
        self.title.setText(told.title or chosen)
        show_when(self.title, bool(told.title or chosen))
        self.late.set_text(_late(told) if not chosen else "")
        show_when(self.late, bool(told.late) and not chosen)
        self.text.set_text(told.text)
        self.meaning.set_text(told.feedback)
        show_when(self.text, not chosen)
        show_when(self.meaning, bool(chosen))
        self.voice.set_text(self._voice(told, chosen))
        show_when(self.voice, bool(self._voice(told, chosen)))
        # Each text is given room by its length, so that none has to end in dots.
        for part in (self.late, self.text, self.meaning, self.voice):
            self.left.setStretchFactor(part, max(5, len(part.text()) // 24))
        choosing = not chosen and told.end is None
        self.question.setText(told.question)
        show_when(self.question, choosing)
        again = view.round == Round.SECOND
        self.round.setText(self.tr("Ni röstar igen, efter samtalet") if again else "")
        show_when(self.round, choosing and again)
        self._show_choices(view, choosing=choosing)
        self.against.setText(against_words(told))
        show_when(self.against, not choosing)
        for moved in told.tracks:
            self.tracks[moved.track].show_track(moved, told.against)
        for track in self.tracks.values():
            show_when(track, not choosing)
        self.way.show_way(view.way)

    def _voice(self, told: Story, chosen: str) -> str:
        if told.end is not None:
            return self.tr("Att tänka på: {question}").format(question=told.looking_back) if told.looking_back else ""
        return f"”{told.voice}”" if told.voice and not chosen else ""

    def _show_choices(self, view: BranchingRoom, *, choosing: bool) -> None:
        offered = view.story.choices if choosing else ()
        while len(self.choices) < len(offered):
            row = RoomChoice(len(self.choices) + 1, self.side)
            self.choice_column.addWidget(row, 1)
            self._surface.scale_layout(row.row, (24, 6, 24, 6), 24)
            self._surface.scale_layout(row.column, (0, 0, 0, 0), 0)
            self.choices.append(row)
        seen = {vote.choice: vote for vote in view.votes or ()}
        most = max((max(vote.first or 0, vote.last) for vote in seen.values()), default=0)
        for place, row in enumerate(self.choices):
            show_when(row, place < len(offered))
            if place < len(offered):
                choice = offered[place]
                row.show_choice(choice, seen.get(choice.id), most, view.counting)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.day)
        head.addWidget(self.place, 1)
        self.left.addLayout(head)
        for part in (self.title, self.late, self.text, self.meaning, self.voice):
            self.left.addWidget(part)
        right = QVBoxLayout(self.side)
        for part in (self.question, self.round):
            right.addWidget(part)
        right.addLayout(self.choice_column, 1)
        right.addWidget(self.against)
        for track in self.tracks.values():
            right.addWidget(track, 1)
        middle = QHBoxLayout()
        middle.addLayout(self.left, 11)
        middle.addWidget(self.side, 9)
        column = QVBoxLayout(self)
        column.addLayout(middle, 1)
        column.addWidget(self.way)
        layouts: list[tuple[QLayout, _Margins, int]] = [
            (head, (0, 0, 0, 0), 24),
            (self.left, (0, 0, 0, 0), 20),
            (right, (32, 20, 32, 20), 12),
            (self.choice_column, (0, 0, 0, 0), 12),
            (middle, (0, 0, 0, 0), 56),
            (column, (0, 0, 0, 0), 24),
        ]
        for track in self.tracks.values():
            layouts += [(track.column, (0, 0, 0, 0), 8), (track.head, (0, 0, 0, 0), 16)]
        for layout, margins, spacing in layouts:
            self._surface.scale_layout(layout, margins, spacing)


def _late(told: Story) -> str:
    """Say what came due since the last choice."""
    return "\n\n".join(f"{late.pending.effect.text} {late_words(late)}" for late in told.late)
