"""What happens on the page with the list of sessions."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from kompetens_gui.domain.workshop.plan import WorkshopSession, WorkshopSessionId
from kompetens_gui.services.ports import SessionRow
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.planning.view_state import SessionLine, session_lines


class SessionsController(QObject):
    """Signals: `shown(lines, total)` after every reading or search, `open_wanted(id)` for a copy that was made."""

    shown = Signal(object, int)
    open_wanted = Signal(str)

    def __init__(self, parts: PlanningPagesParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._rows: Sequence[SessionRow] = ()
        self._query = ""

    def refresh(self) -> None:
        """Read the sessions anew, after all writes that are under way."""
        self._parts.tasks.write(self._parts.planning.sessions, self._take, owner=self, failed=self._failed)

    def search(self, query: str) -> None:
        self._query = query
        self._tell()

    def copy(self, session_id: WorkshopSessionId) -> None:
        def work() -> WorkshopSession:
            copied = self._parts.planning.copy(self._parts.planning.get(session_id))
            self._parts.planning.save(copied)
            return copied

        self._parts.tasks.write(work, self._copied, owner=self, failed=self._failed)

    def delete(self, session_id: WorkshopSessionId) -> None:
        work = partial(self._parts.planning.delete, session_id)
        self._parts.tasks.write(work, self._deleted, owner=self, failed=self._failed)

    def _take(self, rows: Sequence[SessionRow]) -> None:
        self._rows = rows
        self._tell()

    def _tell(self) -> None:
        lines: tuple[SessionLine, ...] = session_lines(self._rows, self._parts.now(), self._query)
        self.shown.emit(lines, len(self._rows))

    def _copied(self, plan: WorkshopSession) -> None:
        self._parts.notices.tell(self.tr("Planen är kopierad"), self.tr("Välj datum och deltagare för den nya."))
        self.open_wanted.emit(plan.id)

    def _deleted(self, plan: WorkshopSession) -> None:
        self.refresh()
        title = self.tr("”{title}” är borttagen").format(title=plan.title or self.tr("Träff utan namn"))
        self._parts.notices.tell_undoable(title, partial(self._restore, plan))

    def _restore(self, plan: WorkshopSession) -> None:
        work = partial(self._parts.planning.save, plan)
        self._parts.tasks.write(work, self._restored, owner=self, failed=self._failed)

    def _restored(self, _done: None) -> None:
        self.refresh()

    def _failed(self, error: Exception) -> None:
        self._parts.notices.fail(error)
