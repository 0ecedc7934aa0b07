"""The three tracks beside the story, what the choice means, and the rule that matters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kompetens_gui.domain.study.branching_case import Track
from kompetens_gui.ui.exercises.branching.scene import Against, Phase, Scene
from kompetens_gui.ui.exercises.branching.story_parts import RulePart
from kompetens_gui.ui.exercises.branching.track_meter import TrackMeter, paint_part
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.painted import PaintedWidget, show_when

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SAMPLE: Final = 18


class LegendEntry(PaintedWidget):
    """A sample of a part of a bar and the word for it. `look` is kept, won, lost or now."""

    def __init__(self, look: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._word = look, word
        self.setAccessibleName(word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self.px(_SAMPLE + 8) + self.text_width(self._word, self.level_font("small")), self.px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self.px(10)
        box = QRectF(0, (self.height() - height) / 2, self.px(_SAMPLE), height)
        match self._look:
            case "kept":
                paint_part(painter, box, "full", QColor(tokens.scale[2]))
            case "won":
                paint_part(painter, box, "full", QColor(tokens.accent))
            case "lost":
                paint_part(painter, box, "hatched", QColor(tokens.err))
            case _:
                painter.setPen(QPen(QColor(tokens.text), 2.5))
                x = round(box.center().x())
                painter.drawLine(x, round(box.top()) - 3, x, round(box.bottom()) + 3)
        painter.setPen(QColor(tokens.text_2))
        painter.setFont(self.level_font("small"))
        words = QRectF(self.rect()).adjusted(self.px(_SAMPLE + 8), 0, 0, 0)
        painter.drawText(words, 0x0081, self._word)
        painter.end()


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
        self.body.addWidget(rule())
        self.legend = FlowRow(16, self)
        for look, word in (
            ("kept", self.tr("Kvar")),
            ("won", self.tr("Vunnet")),
            ("lost", self.tr("Förlorat")),
            ("now", self.tr("Nu")),
        ):
            self.legend.add(LegendEntry(look, word, self.legend))
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
