"""What the field says, the group's question large, and the model beside it after its reveal."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.write_supplement import SupplementRoom
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.labels import Label


class WriteSupplementRoom(RoomSurface):
    """Shows a `SupplementRoom`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QFrame()
        self.field.setProperty("card", "sunken")
        self.field_title = Label("", "small-strong", "muted")
        self.field_text = FittedText("body", "meta")
        self.asked = Label(self.tr("Vår fråga till läkaren"), "small-strong", "muted")
        self.text = FittedText("display", "body")
        self.model = QFrame()
        self.model.setProperty("card", "tint")
        self.model_text = FittedText("h2", "small")
        self._lay_out()

    def show_view(self, view: SupplementRoom | None) -> None:
        if view is None:
            return
        self.field_title.setText(view.field_title)
        self.field_text.set_text(view.field_text or self.tr("Fältet är inte ifyllt."))
        self.field.setVisible(bool(view.field_title))
        self.text.set_text(view.text or self.tr("Vilken fråga vill vi ställa?"))
        self.model_text.set_text("\n\n".join(model.question for model in view.models))
        self.model.setVisible(bool(view.models))

    def _lay_out(self) -> None:
        field, model = QVBoxLayout(self.field), QVBoxLayout(self.model)
        field.addWidget(self.field_title)
        field.addWidget(self.field_text, 1)
        model.addWidget(Label(self.tr("Förslag i fallet"), "small-strong", "accent"))
        model.addWidget(self.model_text, 1)
        question = QVBoxLayout()
        question.addWidget(self.asked)
        question.addWidget(self.text, 1)
        row = QHBoxLayout()
        row.addLayout(question, 3)
        row.addWidget(self.model, 2)
        self.body.addWidget(self.field, 2)
        self.body.addLayout(row, 3)
        self.scale_layout(field, (32, 24, 32, 24), 12)
        self.scale_layout(model, (32, 24, 32, 24), 12)
        self.scale_layout(question, (0, 0, 0, 0), 12)
        self.scale_layout(row, (0, 0, 0, 0), 48)
