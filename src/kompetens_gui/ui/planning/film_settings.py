"""The form of a film: which file, and where to stop and what to ask there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPlainTextEdit, QWidget

from kompetens_gui.domain.activities.film import seconds_of, stops_of, time_words
from kompetens_gui.domain.errors import InvalidSettings
from kompetens_gui.ui.planning.kind_settings import KindSettings
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label


class FilmSettings(KindSettings):
    """A film file, and one stop on each line: its time and its question."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = Label("", "dense", wrap=True)
        self.choose = Button(self.tr("Välj film…"), "secondary", "sm", icon_name="film-strip")
        self.choose.clicked.connect(self._choose)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.choose)
        self.stops = QPlainTextEdit()
        self.stops.setTabChangesFocus(True)
        self.stops.setFixedHeight(theme.px(120))
        self.stops.setPlaceholderText(self.tr("02:30 Vad märkte ni?"))
        self.stops.textChanged.connect(self._stops_edited)
        hint = self.tr("Tid och fråga, ett stopp på varje rad. Filmen visas i datorns egen spelare.")
        self.stops_field = Field(self.tr("Stopp med frågor"), self.stops, hint=hint)
        self.column.addLayout(row)
        self.column.addWidget(self.stops_field)

    def show_settings(self, settings: Mapping[str, object]) -> None:
        file = str(settings.get("file", ""))
        self.file.setText(PurePath(file.replace("\\", "/")).name or self.tr("Ingen film vald"))
        if self.stops_field.error:
            return
        try:
            wanted = "\n".join(f"{time_words(stop.seconds)} {stop.question}" for stop in stops_of(settings))
        except InvalidSettings:
            wanted = ""
        if _read(self.stops.toPlainText()) != _read(wanted):
            with QSignalBlocker(self.stops):
                self.stops.setPlainText(wanted)

    def use_file(self, name: str) -> None:
        """Take a film that was chosen."""
        self.edited.emit({"file": name})

    def _choose(self, _checked: bool = False) -> None:
        dialog = QFileDialog(self.window(), self.tr("Välj film"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Filmer (*.mp4 *.m4v *.mov *.mkv *.avi *.webm *.wmv)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.use_file)
        dialog.open()

    def _stops_edited(self) -> None:
        stops = _read(self.stops.toPlainText())
        self.stops_field.set_error(
            "" if stops is not None else self.tr("Skriv tid och fråga, till exempel 02:30 Vad märkte ni?")
        )
        if stops is not None:
            self.edited.emit({"stops": stops})


def _read(text: str) -> list[dict[str, str]] | None:
    """Return the stops that stand in a text, None when a line is something else."""
    stops = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        at, _, question = line.partition(" ")
        seconds = seconds_of(at)
        if seconds is None or not question.strip():
            return None
        stops.append({"at": time_words(seconds), "question": question.strip()})
    return stops
