"""The window of `start_stand_in.py`, which must not be imported before garbage collection is off."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.shell import startup
from kompetens_gui.ui.shell.pages import FOOT, PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, IconText, Label, rule

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
SNAPSHOT = {"title": "Utmattning och arbetsförmåga", "recent": ["Fall 14", "Elva kursintyg", "Norrsjö hälsocentral"]}


def overview() -> QWidget:
    page = QWidget()
    page.setProperty("page", True)
    column = QVBoxLayout(page)
    column.setContentsMargins(32, 24, 32, 32)
    column.addWidget(Heading("God morgon, Karin", "h1"))
    column.addWidget(Label("Torsdag 12 november 2026, vecka 46", tone="muted"))
    following = Card(look="tint")
    following.add(Label("Nästa gruppdialog, i dag 13.00–14.30", "body-strong", "accent"))
    following.add(Heading(str(SNAPSHOT["title"]), "display"))
    following.add(IconText("map-pin", "Tallbackens hälsocentral, rum Granen"))
    following.add(Button("Starta", "primary", "lg", icon_name="play-fill"))
    column.addWidget(following)
    row = QHBoxLayout()
    for title in ("Frågelådan", "Senast", "Förberedelser"):
        card = Card(title)
        for text in SNAPSHOT["recent"]:
            card.add(rule())
            card.add(Label(text, "dense"))
        row.addWidget(card)
    column.addLayout(row)
    column.addStretch(1)
    return page


def nothing() -> QWidget:
    return QWidget()


def main() -> None:
    app = startup.create_application(sys.argv, FONTS)
    pages = [
        PageEntry("planning", "Planera", "calendar-blank", "Gruppdialog", nothing),
        PageEntry("presenter", "Ledarvy", "presentation", "Gruppdialog", nothing),
        PageEntry("cases", "Fallbank", "folder", "Material", nothing),
        PageEntry("course_certificates", "Kursintyg", "medal", "Resultat", nothing),
        PageEntry("settings", "Inställningar", "sliders-horizontal", FOOT, nothing),
    ]
    window = MainWindow(overview, pages)
    window.navigation.set_user("Karin Wallmark", "FMR")
    startup.after_first_paint(app, window, nothing)
    window.show()
    app.exec()
