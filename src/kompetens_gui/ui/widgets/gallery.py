"""Every small part in both themes on one picture: `python -m kompetens_gui.ui.widgets.gallery OUT.png [SCALE]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QRadioButton,
    QSpinBox,
    QTableView,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from kompetens_gui.ui.style.icon_names import ICONS
from kompetens_gui.ui.style.theme import Mode, theme, use_swedish_formats
from kompetens_gui.ui.widgets.avatar import Avatar
from kompetens_gui.ui.widgets.buttons import Button, ButtonKind, IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.kind_widgets import ChainSymbol, KindCount, KindLegend
from kompetens_gui.ui.widgets.labels import Heading, Icon, Kbd, Label
from kompetens_gui.ui.widgets.notices import Notice
from kompetens_gui.ui.widgets.progress import ProgressBar
from kompetens_gui.ui.widgets.search_field import SearchField
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.stepper import Stepper
from kompetens_gui.ui.widgets.tables import style_list, style_table
from kompetens_gui.ui.widgets.tags import FilterTag, StatusText, Tag

WIDTH: Final = 720
_BUTTONS: Final[tuple[tuple[ButtonKind, str], ...]] = (
    ("primary", "Starta"),
    ("secondary", "Öppna"),
    ("tonal", "Repetera"),
    ("ghost", "Ångra"),
    ("danger", "Avsluta"),
)


def build_gallery(title: str) -> QWidget:
    """Give one column of the gallery, in the theme in force."""
    page = QWidget()
    page.setProperty("page", True)
    page.setFixedWidth(theme.px(WIDTH))
    column = QVBoxLayout(page)
    column.setContentsMargins(32, 32, 32, 32)
    column.setSpacing(16)
    column.addWidget(Heading(title, "h1"))
    for part in (_buttons(), _fields(), _kinds(), _status(), _table(), _icons()):
        column.addWidget(part)
    column.addWidget(
        EmptyState("folder", "Inga fall ännu", "Läs in ett eget fall eller hämta startfallen.", "Hämta startfall")
    )
    column.addWidget(Notice("Omskrivningen är sparad", action="Ångra", stays=True))
    column.addWidget(Notice("Filen går inte att läsa", "Välj en PDF-fil som inte är låst.", "err"))
    return page


def render(out: Path, text_scale: float = 1.0) -> None:
    """Draw light and dark side by side into a PNG file."""
    pictures = [_picture("light", "Ljust tema", text_scale), _picture("dark", "Mörkt tema", text_scale)]
    whole = QImage(
        sum(one.width() for one in pictures), max(one.height() for one in pictures), QImage.Format.Format_RGB32
    )
    painter = QPainter(whole)
    painter.drawImage(0, 0, pictures[0])
    painter.drawImage(pictures[0].width(), 0, pictures[1])
    painter.end()
    whole.save(str(out))


def _picture(mode: Mode, title: str, text_scale: float) -> QImage:
    theme.set_mode(mode)
    theme.set_text_scale(text_scale)
    page = build_gallery(title)
    page.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    page.show()
    QApplication.processEvents()
    page.resize(page.width(), page.heightForWidth(page.width()))
    QApplication.processEvents()
    return page.grab().toImage()


def _buttons() -> Card:
    card = Card("Knappar", dense=True)
    grid = QGridLayout()
    grid.setSpacing(12)
    for row, (name, disabled) in enumerate((("Vanlig", False), ("Avstängd", True))):
        grid.addWidget(Label(name, "label", "faint"), row, 0)
        for index, (kind, word) in enumerate(_BUTTONS):
            button = Button(word, kind)
            button.setDisabled(disabled)
            grid.addWidget(button, row, index + 1)
    card.body.addLayout(grid)
    sizes = QWidget()
    row_of_sizes = FlowLayout(sizes, spacing=12)
    row_of_sizes.addWidget(Button("Starta", "primary", "lg", icon_name="play-fill"))
    row_of_sizes.addWidget(Button("Visa kedjan", "tonal", icon_name="arrow-right", icon_after=True))
    row_of_sizes.addWidget(Button("Tidigare", "secondary", "sm", icon_name="arrow-up"))
    row_of_sizes.addWidget(IconButton("pencil-simple", "Redigera"))
    row_of_sizes.addWidget(IconButton("plus", "Lägg till", "secondary"))
    row_of_sizes.addWidget(IconButton("trash", "Ta bort", "danger", "sm"))
    row_of_sizes.addWidget(Stepper("Minuter", 25, unit="min", step=5))
    card.add(sizes)
    return card


def _fields() -> Card:
    card = Card("Fält", dense=True)
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    wrong, locked, times = QLineEdit("25.00"), QLineEdit(), QTimeEdit()
    times.setDisplayFormat("HH.mm")
    locked.setPlaceholderText("Låst under träffen")
    locked.setEnabled(False)
    choice = QComboBox()
    choice.addItems(["Gruppdialog 60 min", "Gruppdialog 90 min"])
    minutes = QSpinBox(suffix="\N{NO-BREAK SPACE}min", value=60)
    fields = [
        Field("Titel", QLineEdit("Utmattning och arbetsförmåga")),
        Field("Lokal", locked),
        Field("Starttid", wrong),
        Field("Mall", choice),
        Field("Klockslag", times),
        Field("Längd", minutes, hint="Rast räknas inte in."),
    ]
    fields[2].set_error("Skriv en tid, till exempel 13.00.")
    for index, field in enumerate(fields):
        grid.addWidget(field, index // 2, index % 2, Qt.AlignmentFlag.AlignTop)
    card.body.addLayout(grid)
    card.add(SearchField("Sök fall", "Sök fall, träff eller fråga", keys="Ctrl K"))
    row = QHBoxLayout()
    row.setSpacing(16)
    off, on, radio, chosen = QCheckBox("Av"), QCheckBox("På"), QRadioButton("Av"), QRadioButton("Vald")
    on.setChecked(True)
    chosen.setChecked(True)
    for box in (off, on, radio, chosen):
        row.addWidget(box)
    row.addStretch()
    row.addWidget(SegmentedControl("Visa", [("a", "Intyg"), ("b", "Kedja"), ("c", "Svart")]))
    card.body.addLayout(row)
    return card


def _kinds() -> Card:
    card = Card("D, F, A, W och B", dense=True)
    legend = QWidget()
    flow = FlowLayout(legend, spacing=20)
    words = {"D": "Diagnos", "F": "Funktion", "A": "Aktivitet", "W": "Arbetsuppgift", "B": "Underlag"}
    for kind, word in words.items():
        flow.addWidget(KindLegend(kind, word))
    card.add(legend)
    row = QHBoxLayout()
    row.setSpacing(12)
    gap = Card(look="gap", dense=True)
    gap.add(Label("Saknas: fynd", "dense-strong", "err"))
    row.addWidget(gap)
    row.addWidget(Label("Hel"))
    row.addWidget(ChainSymbol("Hel kedja"))
    row.addWidget(Label("Bruten"))
    row.addWidget(ChainSymbol("F saknas", {"F"}))
    row.addWidget(KindCount("A", 5, "Fem har markerat aktivitet"))
    row.addWidget(KindCount("F", 4, "Fyra har markerat funktion"))
    row.addStretch()
    card.body.addLayout(row)
    return card


def _status() -> Card:
    card = Card("Status och förlopp", dense=True)
    shelf = QWidget()
    row = FlowLayout(shelf, spacing=12)
    tags = [
        Tag("Klar", "ok"),
        Tag("Se över", "warn"),
        Tag("Saknas", "err"),
        Tag("Utkast", "info"),
        Tag("3 nya", "accent"),
    ]
    for part in (
        *tags,
        FilterTag("Psykisk ohälsa"),
        StatusText("Sparad 09.12", "ok"),
        Kbd("Ctrl K"),
        Avatar("Karin W"),
    ):
        row.addWidget(part)
    card.add(shelf)
    bars = QHBoxLayout()
    half, full = ProgressBar("Förberedelser"), ProgressBar("Förberedelser")
    half.set_progress(64, 100)
    full.set_progress(6, 6)
    bars.addWidget(half, 1)
    bars.addWidget(full, 1)
    card.body.addLayout(bars)
    return card


def _table() -> Card:
    card = Card("Tabell", dense=True)
    model = QStandardItemModel(3, 3)
    model.setHorizontalHeaderLabels(["Täthet", "Höjd", "Används i"])
    rows = (("Tät", "32", "Dagordning"), ("Normal, vald rad", "40", "Deltagare"), ("Luftig", "60", "Fallbank"))
    for row, texts in enumerate(rows):
        for at, text in enumerate(texts):
            model.setItem(row, at, QStandardItem(text))
    table = QTableView()
    table.setModel(model)
    model.setParent(table)
    style_table(table)
    table.selectRow(1)
    table.setFixedHeight(theme.px(164))
    table.setColumnWidth(0, theme.px(220))
    card.add(table)
    lines = QListView()
    lines.setModel(QStringListModel(["Fall 7 Utmattning", "Fall 12 Ländrygg"], lines))
    style_list(lines)
    lines.setFixedHeight(theme.px(82))
    card.add(lines)
    return card


def _icons() -> Card:
    card = Card("Ikoner", dense=True)
    sheet = QWidget()
    flow = FlowLayout(sheet, spacing=6)
    for name in ICONS:
        flow.addWidget(Icon(name, 20, "text"))
    card.add(sheet)
    return card


def main(arguments: list[str]) -> None:
    app = QApplication(arguments)
    use_swedish_formats()
    theme.install(app, Path("resources/fonts"), "light")
    theme.finish()
    render(Path(arguments[1]), float(arguments[2]) if len(arguments) > 2 else 1.0)


if __name__ == "__main__":
    main(sys.argv)
