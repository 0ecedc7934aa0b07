"""How much of the path is done: the ring, the parts, and the time that is left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.study.view_state import HomeView
from kompetens_gui.ui.study.words import capital, long_time, small_number
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.ring import Ring


class ShareCard(Card):
    """Numbers and words beside the ring, so that its arc says nothing alone."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Så långt har du kommit"))
        self.ring = Ring(self.tr("Klart"), self)
        self.left = Label("", "small", "muted", wrap=True, parent=self)
        self.left.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignHCenter)
        self.add(self.left)

    def show_share(self, view: HomeView) -> None:
        self.ring.show_share(view.share, self.tr("{done} av {of} delar").format(done=view.done, of=view.of))
        modules = view.left_modules
        if not modules:
            self.left.setText(self.tr("Alla moduler är klara"))
            return
        left = (
            self.tr("En modul återstår")
            if modules == 1
            else self.tr("{count} moduler återstår").format(count=capital(small_number(modules)))
        )
        time = self.tr(", {time}").format(time=long_time(view.minutes_left)) if view.minutes_left else ""
        self.left.setText(left + time)
