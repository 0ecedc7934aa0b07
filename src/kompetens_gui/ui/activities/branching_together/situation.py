"""What is told at a place, as the leader reads it; and what a choice did."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.branching_together.story import Against, Story
from kompetens_gui.domain.study.branching_case import Track
from kompetens_gui.ui.widgets.branching_words import actor_name, day_name, end_name
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.story_parts import IconBox, LatePart, RulePart, Voice
from kompetens_gui.ui.widgets.tags import Tag
from kompetens_gui.ui.widgets.track_legend import TrackLegend
from kompetens_gui.ui.widgets.track_meter import TrackMeter, TrackShown

translate = QCoreApplication.translate


class Situation(QWidget):
    """Day, who, place, the story, the person's own words, a rule, and the question or the look back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = Tag("", "accent", icon_name="", parent=self)
        self.who = Tag("", "neutral", icon_name="", parent=self)
        self.place = Label("", "small", "muted", wrap=True, parent=self)
        self.title = Heading("", "h2", parent=self)
        self.late = LatePart(self)
        self.text = Label("", "body", wrap=True, parent=self)
        self.voice = Voice(self)
        self.rule = RulePart(self)
        self.looking_back = IconBox("chat-circle-text", self.tr("Att tänka på"), self)
        self.question = Heading("", "h3", parent=self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.who, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.place, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        for part in (self.title, self.late, self.text, self.voice, self.rule, self.looking_back, self.question):
            column.addWidget(part)

    def show_story(self, told: Story) -> None:
        self.day.set_status(day_name(told.day), "accent", "")
        who = end_name(told.end) if told.end else actor_name(told.who) if told.who else ""
        self.who.set_status(who, "neutral", "")
        self.place.setText(told.place)
        self.title.setText(told.title)
        self.late.show_late(told.late)
        self.text.setText(told.text)
        self.voice.say(told.voice, told.person)
        if told.rule_box is not None:
            self.rule.show_rule(told.rule_box)
        self.looking_back.show_lines([(told.looking_back, False)])
        self.question.setText(told.question)
        for part, wanted in (
            (self.who, bool(who)),
            (self.title, bool(told.end)),
            (self.late, bool(told.late)),
            (self.voice, bool(told.voice)),
            (self.rule, told.rule_box is not None),
            (self.looking_back, bool(told.looking_back)),
            (self.question, bool(told.question)),
        ):
            show_when(part, wanted)


class Told(QFrame):
    """The tracks, and while a choice is told what it did and means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "inner")
        self.title = Heading("", "h3", parent=self)
        self.chosen = Label("", "body-strong", wrap=True, parent=self)
        self.meaning = Label("", "dense", wrap=True, parent=self)
        self.meters = {track: TrackMeter(track, self) for track in Track}
        self.legend = TrackLegend(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(10)
        for part in (self.title, self.chosen, self.meaning, *self.meters.values(), self.legend):
            column.addWidget(part)

    def show_story(self, told: Story) -> None:
        words = self.tr("{day}: {what}").format(day=day_name(told.day), what=against_words(told).lower())
        self.title.setText(words if told.chosen else against_words(told))
        chosen = next((c.text for c in told.choices if c.id == told.chosen), "")
        self.chosen.setText(chosen)
        show_when(self.chosen, bool(chosen))
        self.meaning.setText(told.feedback)
        show_when(self.meaning, bool(told.feedback))
        for moved in told.tracks:
            shown = TrackShown(moved.track, moved.before, moved.now, moved.why)
            self.meters[moved.track].show_track(shown, compared=told.against != Against.NOTHING)
        self.setAccessibleName(self.title.text())


def against_words(told: Story) -> str:
    """Say what the tracks are held against."""
    return {
        Against.BEFORE_CHOICE: translate("Told", "Följder av valet"),
        Against.BEFORE_LATE: translate("Told", "Läget nu, jämfört med strax efter förra valet"),
        Against.FIRST_DAY: translate("Told", "Läget vid slutet, jämfört med första dagen"),
        Against.NOTHING: translate("Told", "Läget före valet"),
    }[told.against]
