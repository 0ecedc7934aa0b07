"""The line large, what the room would say under it, and the models beside when they are shown."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.talk_drill import TalkDrillRoom as DrillView
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.activities.talk_drill.words import task_words
from kompetens_gui.ui.widgets.labels import Label


class _TextCard(QFrame):
    """A heading and texts as large as fit."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.texts = FittedText("h2", "meta")
        self.column = QVBoxLayout(self)
        self.column.addWidget(Label(title, "small-strong", "muted"))
        self.column.addWidget(self.texts, 1)

    def show_texts(self, texts: tuple[str, ...]) -> None:
        self.texts.set_text("\n\n".join(texts))
        self.setVisible(bool(texts))


class TalkDrillRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = Label("", "small", "muted")
        self.task = Label("", "h2", "accent")
        self.situation = Label("", "small", "muted", wrap=True)
        self.line = FittedText("display", "h3", largest=1.3)
        self.wordings = _TextCard(self.tr("Så säger vi det"), self)
        self.models = _TextCard(self.tr("Förslag att jämföra med"), self)
        row = QHBoxLayout()
        row.addWidget(self.wordings, 1)
        row.addWidget(self.models, 1)
        self.body.addWidget(self.place)
        self.body.addWidget(self.task)
        self.body.addWidget(self.situation)
        self.body.addWidget(self.line, 3)
        self.body.addLayout(row, 4)
        self.scale_layout(row, (0, 0, 0, 0), 24)
        for card in (self.wordings, self.models):
            self.scale_layout(card.column, (32, 24, 32, 24), 12)

    def show_view(self, view: DrillView | None) -> None:
        if view is None:
            return
        self.place.setText(self.tr("Replik {number} av {count}").format(number=view.number, count=view.lines))
        self.task.setText(task_words(view.task))
        self.situation.setText(view.situation)
        self.situation.setVisible(bool(view.situation))
        self.line.set_text(f"”{view.line}”")
        said = (f"{w.group}: ”{w.text}”" if w.group else f"”{w.text}”" for w in view.wordings)
        self.wordings.show_texts(tuple(said))
        self.models.show_texts((*(f"”{m}”" for m in view.models), *(f"•\N{NO-BREAK SPACE}{p}" for p in view.points)))
