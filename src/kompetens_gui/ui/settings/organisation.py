"""Who issues: name, place and logotype of the organisation."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.errors import FileUnreadable
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.ui.settings.parts import SettingsParts
from kompetens_gui.ui.settings.picture import read_picture
from kompetens_gui.ui.settings.section import Section, show_text
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import set_look


class OrganisationSection(Section):
    """`logotype_shown()` when a picture, or why it cannot be used, has been shown."""

    logotype_shown = Signal()

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Organisation"), parent)
        self._parts = parts
        self._logotype = ""
        self._asked = 0
        self.name, self.place = QLineEdit(), QLineEdit()
        self.name_field = Field(self.tr("Organisationens &namn"), self.name, hint=self.tr("Står på kursintygen."))
        self.place_field = Field(self.tr("&Ort"), self.place, hint=self.tr("Ort på kursintygen, före datumet."))
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setProperty("card", "inner")
        self.error = Label("", "small", "err", wrap=True)
        self.choose_button = Button(self.tr("Välj logotyp"), icon_name="image")
        self.remove_button = Button(self.tr("Ta bort"), "ghost")
        self.remove_button.setAccessibleName(self.tr("Ta bort logotypen"))
        self._lay_out()
        self.watch(self.name)
        self.watch(self.place)
        self.choose_button.clicked.connect(self._choose)
        self.remove_button.clicked.connect(self._remove)
        theme.changed.connect(self._fit)

    def load(self, preferences: Preferences) -> None:
        show_text(self.name, preferences.organisation)
        show_text(self.place, preferences.issue_place)
        if preferences.logotype != self._logotype or not preferences.logotype:
            self._logotype = preferences.logotype
            self._show_kept()

    def save(self, preferences: Preferences) -> Preferences:
        return replace(
            preferences,
            organisation=self.name.text().strip(),
            issue_place=self.place.text().strip(),
            logotype=self._logotype,
        )

    def use_file(self, path: Path) -> None:
        """Check a picture in the background and use it when it can be read."""
        self._read(path, new=True)

    @Slot()
    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Välj logotyp"), str(self._parts.documents_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Bilder (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(self._chosen)
        dialog.open()

    @Slot(str)
    def _chosen(self, path: str) -> None:
        self.use_file(Path(path))

    @Slot()
    def _remove(self) -> None:
        self._logotype = ""
        self._show_kept()
        self.choose_button.setFocus()
        self.changed.emit(self.tr("Logotypen är borttagen"))

    def _show_kept(self) -> None:
        if self._logotype:
            self._read(Path(self._logotype), new=False)
        else:
            self._asked += 1
            self._show_picture(None)

    def _read(self, path: Path, *, new: bool) -> None:
        self._asked += 1
        asked, keep = self._asked, self._parts.keep_logotype

        def work() -> tuple[int, QImage, str]:
            image = read_picture(path)
            return asked, image, str(keep(path)) if new else str(path)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self._show_error(error, keeps_old=new)

        self._parts.tasks.run(work, self._use, self, failed)

    def _use(self, answer: tuple[int, QImage, str]) -> None:
        asked, image, path = answer
        if asked != self._asked:
            return
        is_new = path != self._logotype
        self._logotype = path
        self._show_picture(image)
        if is_new:
            self.changed.emit("")

    def _show_error(self, error: Exception, *, keeps_old: bool) -> None:
        if not isinstance(error, FileUnreadable):
            self._parts.notices.fail(error)
            return
        if not keeps_old:
            self._show_picture(None)
        words = explain(error)
        text = {
            "too_large": self.tr("Bilden är för stor. Välj en som är högst 2 MB."),
            "not_image": self.tr("Filen är ingen bild som går att läsa. Välj en i formatet PNG eller JPG."),
        }.get(error.reason, f"{words.title}. {words.what_to_do}")
        self.error.setText(text)
        self.error.show()
        self.remove_button.setVisible(bool(self._logotype))
        self.logotype_shown.emit()

    def _show_picture(self, image: QImage | None) -> None:
        self.error.hide()
        self.remove_button.setVisible(bool(self._logotype))
        if image is None:
            self.picture.setPixmap(QPixmap())
            self.picture.setText(self.tr("Ingen logotyp vald"))
            set_look(self.picture, "tone", "faint")
        else:
            self.picture.setPixmap(_on_paper(image))
            self.picture.setAccessibleName(self.tr("Logotypen"))
        self._fit()
        self.logotype_shown.emit()

    @Slot()
    def _fit(self) -> None:
        pixmap = self.picture.pixmap()
        self.picture.setMinimumHeight(max(theme.px(72), pixmap.height() + theme.px(16)))

    def _lay_out(self) -> None:
        self.add(self.name_field)
        self.add(self.place_field)
        box = QVBoxLayout()
        box.setSpacing(6)
        box.addWidget(Label(self.tr("Logotyp"), "small-strong"))
        box.addWidget(self.picture)
        box.addWidget(self.error)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        box.addLayout(row)
        box.addWidget(Label(self.tr("PNG eller JPG, högst 2 MB. Syns på kursintygen."), "small", "muted", wrap=True))
        self.body.addLayout(box)


def _on_paper(image: QImage) -> QPixmap:
    """Show the picture on white, as it will be printed, also in the dark theme."""
    edge = 12
    paper = QPixmap(image.width() + 2 * edge, image.height() + 2 * edge)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(edge, edge, image)
    painter.end()
    return paper
