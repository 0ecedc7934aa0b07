"""The three tracks beside the story, what the choice means, and the rule that matters."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.study.branching_case import Track
from kompetens_gui.ui.exercises.branching.scene import Against, Phase, Scene
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.story_parts import RulePart
from kompetens_gui.ui.widgets.track_legend import TrackLegend
from kompetens_gui.ui.widgets.track_meter import TrackMeter


class TracksCard(Card):
    """Says where the tracks stand, and while a choice is told how each moved and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Läget"), parent=parent)
        self.when = Label("", "small", "muted", wrap=True, parent=self)
        self.meters = {track: TrackMeter(track, self) for track in Track}
        self.meaning_title = Label(self.tr("Vad valet betyder"), "h3", parent=self)
        self.meaning = Label("", "dense", wrap=True, parent=self)
        self.rule = RulePart(self)
        self.body.setSpacing(8)
        self.add(self.when)
        self.body.addSpacing(8)
        for meter in self.meters.values():
            self.add(meter)
            self.body.addSpacing(12)
        self.add(self.meaning_title)
        self.add(self.meaning)
        self.body.addSpacing(8)
        self.add(self.rule)
        self.body.addStretch(1)
        self.body.addWidget(rule(parent=self))
        self.legend = TrackLegend(self)
        self.add(self.legend)

    def show_scene(self, scene: Scene) -> None:
        title, when = self._titles(scene)
        if self.heading is not None:
            self.heading.setText(title)
        self.setAccessibleName(title)
        self.when.setText(when)
        for shown in scene.tracks:
            self.meters[shown.track].show_track(shown, compared=scene.against != Against.NOTHING)
        self.meaning.setText(scene.feedback)
        told = scene.phase == Phase.TOLD and bool(scene.feedback)
        show_when(self.meaning_title, told)
        show_when(self.meaning, told)
        if scene.node.rule_box is not None:
            self.rule.show_rule(scene.node.rule_box)
        show_when(self.rule, scene.node.rule_box is not None)

    def _titles(self, scene: Scene) -> tuple[str, str]:
        day = scene.state.day
        return {
            Against.BEFORE_CHOICE: (
                self.tr("Följder av valet"),
                self.tr("Läget dag {day}, jämfört med före valet").format(day=day),
            ),
            Against.BEFORE_LATE: (
                self.tr("Läget nu"),
                self.tr("Dag {day}, jämfört med strax efter förra valet").format(day=day),
            ),
            Against.FIRST_DAY: (
                self.tr("Läget vid slutet"),
                self.tr("Dag {day}, jämfört med första dagen").format(day=day),
            ),
            Against.NOTHING: (self.tr("Läget"), self.tr("Dag {day}, före valet").format(day=day)),
        }[scene.against]
