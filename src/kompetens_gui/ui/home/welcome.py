"""The very first start: three ways in, and nothing asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import IconDisc
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns, at_left


class Welcome(ResponsiveColumns):
    """Offers the demo region, a start of one's own and self-study.

    Signals: `demo_wanted()`, `begin_wanted()`, `study_wanted()`.
    """

    demo_wanted = Signal()
    begin_wanted = Signal()
    study_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.demo_button = Button(self.tr("Öppna demoregionen"), "primary", "lg")
        self.begin_button = Button(self.tr("Börja med min egen"), "secondary", "lg")
        self.study_button = Button(self.tr("Öppna självstudier"), "secondary", "lg")
        self.add_column(
            _way_in(
                "buildings",
                self.tr("Se hur det fungerar"),
                self.tr(
                    "En påhittad region med planerade träffar, deltagare och en avslutad gruppdialog. "
                    "Prova allt. Inget av det blandas med ditt eget."
                ),
                self.demo_button,
            ),
            320,
        )
        self.add_column(
            _way_in(
                "calendar-plus",
                self.tr("Planera din första gruppdialog"),
                self.tr("Börja från en färdig mall och fallen i fallbanken. Allt sparas på den här datorn."),
                self.begin_button,
            ),
            320,
        )
        self.add_column(
            _way_in(
                "graduation-cap",
                self.tr("Plugga på egen hand"),
                self.tr("Övningar med återkoppling, i din egen takt. Här tar rehabkoordinatorn sitt körkort."),
                self.study_button,
            ),
            320,
        )
        self.study_button.clicked.connect(self.study_wanted)
        self.demo_button.clicked.connect(self.demo_wanted)
        self.begin_button.clicked.connect(self.begin_wanted)


def _way_in(icon_name: str, title: str, sentence: str, button: Button) -> Card:
    card = Card()
    card.body.setContentsMargins(32, 32, 32, 32)
    card.add(IconDisc(icon_name, 56))
    card.add(Heading(title))
    card.add(Label(sentence, "body", "muted", wrap=True))
    card.body.addStretch(1)
    card.body.addSpacing(8)
    card.body.addLayout(at_left(button))
    return card
