"""Files that an activity's panel wants saved, read or opened: worked with off the UI thread."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kompetens_gui.ui.activities.base import FileToOpen, FileToRead, FileToSave, LeaderPanel, Opening
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.widgets.handed_in_file import read_at_most

WriteFile = Callable[[Path, bytes], None]


class PanelFiles(QObject):
    """Serves all panels. What cannot be written is told with `fail`; what cannot be read, the panel tells itself."""

    def __init__(
        self, window: QWidget, tasks: Tasks, write_file: WriteFile, fail: Callable[[Exception], object]
    ) -> None:
        super().__init__(window)
        self._window, self._tasks, self._write_file, self._fail = window, tasks, write_file, fail

    def serve(self, panel: LeaderPanel) -> None:
        """Do what a panel asks for from now on."""
        panel.save_wanted.connect(partial(self._ask_where, panel))
        panel.read_wanted.connect(partial(self._ask_which, panel))
        panel.open_wanted.connect(partial(self._open, panel))

    def _ask_where(self, panel: LeaderPanel, file: FileToSave) -> None:
        dialog = self._dialog(file.title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        suffix = Path(file.name).suffix
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.setNameFilter(f"{file.title} (*{suffix})")
        dialog.selectFile(file.name)
        dialog.fileSelected.connect(partial(self._save, panel, file))
        dialog.open()

    def _ask_which(self, panel: LeaderPanel, file: FileToRead) -> None:
        dialog = self._dialog(file.title)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(file.name_filter)
        dialog.fileSelected.connect(partial(self._read, panel, file))
        dialog.open()

    def _open(self, panel: LeaderPanel, file: FileToOpen) -> None:
        def show(found: bool) -> None:
            if not found:
                file.then(Opening.MISSING)
                return
            opened = QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.path)))
            file.then(Opening.OPENED if opened else Opening.REFUSED)

        # Looked for off the UI thread: the file may lie on a share that no longer answers.
        self._tasks.run(file.path.is_file, then=show, owner=panel, failed=lambda _error: file.then(Opening.MISSING))

    def _dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _save(self, panel: LeaderPanel, file: FileToSave, name: str) -> None:
        path = Path(name)
        self._tasks.write(
            partial(self._write_file, path, file.data),
            then=lambda _none: file.then(path),
            owner=panel,
            failed=self._fail,
        )

    def _read(self, panel: LeaderPanel, file: FileToRead, name: str) -> None:
        def work() -> object:
            return file.read(read_at_most(Path(name), file.most))

        self._tasks.run(work, then=file.then, owner=panel, failed=file.failed)
