"""Two lives side by side in the room: how each came out, and its three tracks over time. Lives, not scores."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.branching_together.room import TwoLives, WayStep
from kompetens_gui.domain.branching_lives import Life
from kompetens_gui.domain.study.branching_case import Track
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.branching_words import TRACK_ICONS, day_name, end_name, track_name
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.track_chart import TrackChart


class LifeCard(QFrame):
    """One life: its name and last day, how it came out, and what there is to think about; what was chosen until then
    while it goes on.
    """

    def __init__(self, surface: RoomSurface, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.name = Label("", "small", "muted", parent=self)
        self.title = Label("", "h2", "accent", wrap=True, parent=self)
        self.text = FittedText("small", "meta", parent=self)
        column = QVBoxLayout(self)
        column.addWidget(self.name)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        surface.scale_layout(column, (28, 20, 28, 20), 8)

    def show_life(self, name: str, life: Life, chosen: Sequence[WayStep]) -> None:
        end = life.end
        kind = end_name(end.end) if end is not None and end.end else self.tr("Inte framme vid ett slut")
        self.name.setText(f"{name}. {day_name(life.moments[-1].day)}. {kind}")
        self.title.setText(end.title if end is not None else self.tr("Valt hittills"))
        so_far = "\n\n".join(f"{day_name(step.day)}: {step.choice}" for step in chosen)
        self.text.set_text(f"{end.text}\n\n{end.looking_back}".strip() if end is not None else so_far)


class LivesSide(QWidget):
    """Shows `TwoLives`."""

    def __init__(self, surface: RoomSurface) -> None:
        super().__init__(surface)
        self.parting = Label("", "h3", wrap=True, parent=self)
        self.cards = (LifeCard(surface, self), LifeCard(surface, self))
        self.charts = {track: TrackChart(track, self, times=1.15) for track in Track}
        lives, charts, whole = QHBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        for card in self.cards:
            lives.addWidget(card, 9)
        for track, chart in self.charts.items():
            head = QHBoxLayout()
            head.addWidget(Icon(TRACK_ICONS[track], 36, "text_2", parent=self))
            head.addWidget(Label(track_name(track), "small-strong", parent=self), 1)
            charts.addLayout(head)
            charts.addWidget(chart)
            surface.scale_layout(head, (0, 0, 0, 0), 16)
        charts.addStretch(1)
        lives.addLayout(charts, 8)
        whole.addWidget(self.parting)
        whole.addLayout(lives, 1)
        surface.scale_layout(lives, (0, 0, 0, 0), 32)
        surface.scale_layout(charts, (0, 0, 0, 0), 6)
        surface.scale_layout(whole, (0, 0, 0, 0), 20)

    def show_lives(self, lives: TwoLives) -> None:
        both = lives.comparison
        self.parting.setText(
            self.tr("Vägarna skiljs dag {day}, vid den prickade linjen.").format(day=both.parting.day)
            if both.parting is not None
            else self.tr("Det är samma väg, olika långt gången.")
        )
        for card, life, name, chosen in zip(self.cards, (both.a, both.b), lives.names, lives.chosen, strict=True):
            card.show_life(name, life, chosen)
        for chart in self.charts.values():
            chart.show_lives(both, lives.names)
