"""The question of a stop as large as fits, with what has been said; while the film runs, its title."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.film import FilmRoom as FilmView
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.labels import Label


class FilmRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = Label("", "small", "muted")
        self.question = FittedText("display", "h3", largest=1.5)
        self.points = QFrame(self)
        self.points.setProperty("card", "sunken")
        self.said = FittedText("h2", "meta")
        points = QVBoxLayout(self.points)
        points.addWidget(Label(self.tr("Det vi har sagt"), "small-strong", "muted"))
        points.addWidget(self.said, 1)
        self.body.addWidget(self.place)
        self.body.addWidget(self.question, 3)
        self.body.addWidget(self.points, 4)
        self.scale_layout(points, (32, 24, 32, 24), 12)

    def show_view(self, view: FilmView | None) -> None:
        if view is None:
            return
        words = self.tr("Stopp {number} av {count}").format(number=view.number, count=view.stops)
        self.place.setText(words if view.question else self.tr("Vi ser en film"))
        self.question.set_text(view.question or view.title)
        self.said.set_text("\n\n".join(f"•\N{NO-BREAK SPACE}{point}" for point in view.points))
        self.points.setVisible(bool(view.points))
