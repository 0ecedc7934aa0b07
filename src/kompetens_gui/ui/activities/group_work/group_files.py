"""What the leader's board does with groups' files: makes them, reads them, and asks before anything is replaced."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.group_work.events import GroupFileRead, WrittenAnswer
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.activities.group_work.tasks import WorkGroup, questions, work_groups
from kompetens_gui.domain.errors import FileUnreadable, GroupFileRefused
from kompetens_gui.services.group_files import (
    LARGEST_FILE,
    compared,
    group_file,
    group_file_name,
    read_group_file,
)
from kompetens_gui.ui.activities.base import FileToRead, FileToSave
from kompetens_gui.ui.activities.group_work.conflict_dialog import ConflictDialog
from kompetens_gui.ui.shell import reason_texts

Tell = Callable[[str, bool], object]


class GroupFiles(QObject):
    """Works for one panel: `now` gives what stands, `propose` lets an event happen, `tell(words, warn)` says it."""

    def __init__(
        self,
        panel: QWidget,
        now: Callable[[], tuple[GroupWorkState, ActivityContext]],
        propose: Callable[[object], object],
        tell: Tell,
    ) -> None:
        super().__init__(panel)
        self._panel, self._now, self._propose, self._tell = panel, now, propose, tell

    def to_save(self, group: WorkGroup) -> FileToSave:
        """Return the file of a group, with what it has answered so far."""
        state, context = self._now()
        return FileToSave(
            self.tr("Gruppens fil"),
            group_file_name(group, context),
            group_file(group, context, state.of(group.id).answers),
            partial(self._saved, group),
        )

    def to_read(self, group: WorkGroup) -> FileToRead:
        """Return what is asked for when a group's file is to be read in."""
        state, context = self._now()
        groups = work_groups(state, context)
        return FileToRead(
            self.tr("Läs in {group}").format(group=group.name),
            self.tr("Textfiler (*.txt);;Alla filer (*)"),
            LARGEST_FILE,
            lambda data: read_group_file(data, group, groups, context),
            partial(self._read, group),
            self._failed,
        )

    def _saved(self, group: WorkGroup, path: Path) -> None:
        words = self.tr("Filen {name} är sparad. Ge den till {group}, och läs in den när de är klara.")
        self._tell(words.format(name=path.name, group=group.name), False)

    def _read(self, group: WorkGroup, answers: Mapping[int, str]) -> None:
        state, context = self._now()
        found = compared(answers, state.of(group.id).answers)
        if found.is_empty:
            self._tell(self.tr("Allt i filen står redan här."), False)
        elif found.conflicts:
            dialog = ConflictDialog(group.name, questions(context), found, self._panel.window())
            dialog.decided.connect(partial(self._write, group))
            dialog.open()
        else:
            self._write(group, found.new)

    def _write(self, group: WorkGroup, answers: Mapping[int, str]) -> None:
        if answers:
            self._propose(GroupFileRead(group.id, tuple(WrittenAnswer(n, text) for n, text in answers.items())))
            words = self.tr("Ett svar lästes in.") if len(answers) == 1 else self.tr("{count} svar lästes in.")
            self._tell(words.format(count=len(answers)), False)
        else:
            self._tell(self.tr("Inget ändrades."), False)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, GroupFileRefused):
            self._tell(reason_texts.group_file(error.reason, error.group, error.number), True)
        elif isinstance(error, FileUnreadable):
            self._tell(reason_texts.file(error.reason), True)
        else:
            raise error
