"""What will be tried, as large as the list allows."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.activities.commitments import CommitmentsRoom as CommitmentsView
from kompetens_gui.domain.workshop.series import Commitment
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.labels import Label


class CommitmentsRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.prompt = Label("", "display", wrap=True, parent=self)
        self.how = Label("", "h3", "muted", wrap=True, parent=self)
        self.list = FittedText("h1", "meta", largest=1.3, parent=self)
        self.body.addWidget(self.prompt)
        self.body.addWidget(self.how)
        self.body.addWidget(self.list, 1)

    def show_view(self, view: CommitmentsView | None) -> None:
        if view is None:
            return
        self.prompt.setText(view.prompt)
        self.how.setText(
            self.tr("En sak per grupp: vad, och när?")
            if view.per_group
            else self.tr("En sak var: vad, och när? Skriv utan namn.")
        )
        self.how.setVisible(not view.commitments)
        self.list.set_text("\n\n".join(self._line(c) for c in view.commitments))

    def _line(self, commitment: Commitment) -> str:
        text = f"{commitment.who}: {commitment.text}" if commitment.who else commitment.text
        when = f" ({commitment.when})" if commitment.when else ""
        return f"•\N{NO-BREAK SPACE}{text}{when}"
