"""Searches the bank as one types, and feeds its card."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.services.ports import CaseFilter, CaseRow, CaseSearchResult
from kompetens_gui.ui.planning.bank_card import BankCard
from kompetens_gui.ui.planning.case_preview import CasePreview
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.planning.plan_controller import PlanController
from kompetens_gui.ui.planning.view_state import BankRow, BankRowKind, PlanView, bank_rows

MOST_CASES = 100


class BankController(QObject):
    """Signals: `moment_wanted(kind)`, `case_wanted(case_id, slot)` with slot 0 for the first free one."""

    moment_wanted = Signal(str)
    case_wanted = Signal(str, int)

    def __init__(self, parts: PlanningPagesParts, card: BankCard, plans: PlanController) -> None:
        super().__init__(card)
        self._parts, self._card, self._plans = parts, card, plans
        self._cases: tuple[CaseRow, ...] = ()
        self._total = self._turn = 0
        self._query, self._part = "", "all"
        self._slot = 0
        self._view: PlanView | None = None
        card.asked.connect(self._ask)
        card.list.add_wanted.connect(self._add)
        card.list.look_wanted.connect(self._look)

    def refresh(self) -> None:
        """Search anew, as when the bank changed."""
        self._ask(self._query, self._part)

    def show_view(self, view: PlanView) -> None:
        self._view = view
        self._show()

    def choose_for(self, slot: int) -> None:
        """Let the next case that is added go to a slot."""
        self._slot = slot
        self._card.show_part("cases")
        self._card.search.setFocus()

    def look_at(self, case_id: CaseId) -> None:
        """Show a case."""
        self._parts.tasks.run(
            partial(self._parts.case_index.case, case_id), self._open, owner=self, failed=self._failed
        )

    def add_case(self, case_id: str) -> None:
        slot, self._slot = self._slot, 0
        self.case_wanted.emit(case_id, slot)

    # -- searching
    def _ask(self, query: str, part: str) -> None:
        self._query, self._part = query, part
        self._turn += 1
        if part == "moments":
            self._show()
            return
        self._parts.tasks.run(
            partial(self._parts.case_index.search, query, CaseFilter(), MOST_CASES),
            partial(self._take, self._turn),
            owner=self,
            failed=self._failed,
        )

    def _take(self, turn: int, found: CaseSearchResult) -> None:
        if turn != self._turn:
            return
        self._cases, self._total = found.rows, found.total
        self._plans.learn_titles({row.id: row.title for row in found.rows})
        self._show()

    def _show(self) -> None:
        if self._view is None:
            return
        rows = bank_rows(self._cases, self._total, self._view.plan, self._query, self._part)
        moments = sum(1 for r in rows if r.kind == BankRowKind.MOMENT)
        cases = self._total if self._part != "moments" else 0
        self._card.show_rows(rows, cases + moments)

    # -- adding and looking
    def _add(self, row: BankRow, at: QPoint) -> None:
        if self._view is None or self._view.locked:
            return
        if row.kind == BankRowKind.MOMENT:
            self.moment_wanted.emit(row.key)
        elif row.used or row.broken:
            self._look(row)
        elif self._slot or not self._view.slots or any(s.case_id is None for s in self._view.slots):
            self.add_case(row.key)
        else:
            self._ask_slot(row, at)

    def _ask_slot(self, row: BankRow, at: QPoint) -> None:
        """Every slot is taken: ask which case makes way, or whether there is to be one more."""
        assert self._view is not None
        menu = QMenu(self._card)
        menu.setObjectName("slotMenu")
        menu.aboutToHide.connect(menu.deleteLater)
        for slot in self._view.slots:
            text = self.tr("Byt ut fall {n}: {title}").format(n=slot.number, title=slot.title).replace("&", "&&")
            menu.addAction(text, partial(self.case_wanted.emit, row.key, slot.number))
        more = len(self._view.slots) + 1
        menu.addAction(self.tr("Lägg till som fall {n}").format(n=more), partial(self.case_wanted.emit, row.key, more))
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def _look(self, row: BankRow) -> None:
        if row.kind == BankRowKind.CASE:
            self.look_at(CaseId(row.key))

    def _open(self, case: Case) -> None:
        state = next((c.chain_state for c in self._cases if c.id == case.id), "")
        locked = self._view is None or self._view.locked
        used = self._view is not None and case.id in self._view.plan.chosen_cases
        preview = CasePreview(case, state, used=used, parent=self._card.window())
        preview.choose.setVisible(not locked)
        preview.choose_wanted.connect(self._choose_from_preview)
        preview.open()

    def _choose_from_preview(self, case_id: str) -> None:
        row = next((r for r in self._card.list.rows.rows() if r.key == case_id), None)
        if row is not None:
            self._add(row, self._card.list.mapToGlobal(QPoint(0, 0)))
        else:
            self.add_case(case_id)

    def _failed(self, error: Exception) -> None:
        self._parts.notices.fail(error)
