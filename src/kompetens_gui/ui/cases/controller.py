"""Asks the index on behalf of the page; whatever has been overtaken by a later question is dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.errors import CaseMissing, ContentInvalid, ContentProblem, KompetensError
from kompetens_gui.services.ports import CaseFilter, CaseRow, CaseSearchResult
from kompetens_gui.ui.background import Task
from kompetens_gui.ui.cases.parts import CasesParts

PAGE = 200


@dataclass(frozen=True)
class Answer:
    """What a search found, and how often each case has been used."""

    result: CaseSearchResult
    use: Mapping[CaseId, int]
    text: str


@dataclass(frozen=True)
class Look:
    """A case that was asked for: the case itself, or what is wrong with it."""

    row: CaseRow
    case: Case | None
    problems: Sequence[ContentProblem] = ()


class CasesController(QObject):
    """Signals: `found(Answer)`, `looked(Look)`, `refreshing(done, total)`, `refreshed()`, `refresh_ended()`."""

    found = Signal(object)
    looked = Signal(object)
    refreshing = Signal(int, int)
    refreshed = Signal()
    refresh_ended = Signal()

    def __init__(self, parts: CasesParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._text, self._chosen, self._limit = "", CaseFilter(), PAGE
        self._asked = self._wanted = 0
        self._refresh: Task[bool] | None = None

    @Slot(str)
    def search(self, text: str) -> None:
        self._text, self._limit = text, PAGE
        self.ask()

    @Slot(object)
    def choose(self, chosen: CaseFilter) -> None:
        self._chosen, self._limit = chosen, PAGE
        self.ask()

    @Slot()
    def show_more(self) -> None:
        self._limit += PAGE
        self.ask()

    @Slot()
    def ask(self) -> None:
        """Ask again with the same words and filters."""
        self._asked += 1
        asked, text, chosen, limit = self._asked, self._text, self._chosen, self._limit
        parts = self._parts

        def work() -> tuple[int, Answer]:
            return asked, Answer(parts.index.search(text, chosen, limit), parts.case_use(), text)

        parts.tasks.run(work, self._answer, self, parts.notices.fail)

    def look_at(self, row: CaseRow) -> None:
        """Ask for a whole case."""
        self._wanted += 1
        wanted, parts = self._wanted, self._parts
        parts.tasks.run(lambda: (wanted, look_at(parts, row)), self._seen, self, parts.notices.fail)

    @Slot()
    def refresh(self) -> None:
        """Read the files anew; a second wish while it goes on is not heard."""
        if self._refresh is not None:
            return
        task = self._parts.tasks.run_job(
            lambda job: self._parts.index.refresh(job.report), self._refreshed, self, self._parts.notices.fail
        )
        self._refresh = task
        task.progressed.connect(self.refreshing)
        task.finished.connect(self._refresh_over)

    @Slot()
    def stop_refresh(self) -> None:
        if self._refresh is not None:
            self._refresh.cancel()

    def _answer(self, answer: tuple[int, Answer]) -> None:
        asked, found = answer
        if asked == self._asked:
            self.found.emit(found)

    def _seen(self, answer: tuple[int, Look]) -> None:
        wanted, look = answer
        if wanted == self._wanted:
            self.looked.emit(look)

    def _refreshed(self, changed: bool) -> None:
        words = self.tr("Ändrade filer är lästa på nytt.") if changed else self.tr("Inga filer har ändrats.")
        self._parts.notices.tell(self.tr("Fallbanken är uppdaterad"), words)
        self.refreshed.emit()

    @Slot()
    def _refresh_over(self) -> None:
        self._refresh = None
        self.refresh_ended.emit()
        self.ask()


def look_at(parts: CasesParts, row: CaseRow) -> Look:
    """Read a case whole, or what is wrong with it; done in the background."""
    try:
        case = None if row.broken else parts.index.case(row.id)
        if case is not None:
            return Look(row, case)
        parts.index.case(row.id)
    except ContentInvalid as error:
        return Look(row, None, error.problems)
    except CaseMissing:
        return Look(row, None, _problems_about(parts, row))
    return Look(row, None, _problems_about(parts, row))


def _problems_about(parts: CasesParts, row: CaseRow) -> Sequence[ContentProblem]:
    """Return what is said of a case that can be read and yet counts as broken: two files claim its id."""
    try:
        return tuple(p for p in parts.problems() if f"”{row.id}”" in p.what or f"/{row.id}/" in p.path)
    except KompetensError:
        return ()
