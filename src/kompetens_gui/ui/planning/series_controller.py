"""Reads what the series of the open plan has left, and which series there are to choose among."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.workshop.series import SeriesMemory
from kompetens_gui.services.hand_over import HandOver
from kompetens_gui.ui.planning.facts_card import FactsCard
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.planning.plan_controller import PlanController
from kompetens_gui.ui.planning.series_card import FOLLOW_UP, HandOverDialog, SeriesCard
from kompetens_gui.ui.planning.view_state import PlanView


class SeriesController(QObject):
    """Joins the card and the field to the plan that is open."""

    def __init__(self, parts: PlanningPagesParts, card: SeriesCard, facts: FactsCard, plans: PlanController) -> None:
        super().__init__(card)
        self._parts, self._card, self._facts, self._plans = parts, card, facts, plans
        self._asked: tuple[str, str] | None = None
        self._unit: str | None = None
        card.follow_up_wanted.connect(self._begin_with_follow_up)
        card.next_wanted.connect(plans.open_next)
        card.hand_over_wanted.connect(self._read_sheet)

    def opened(self) -> None:
        """Ask anew: another session may have been held since."""
        self._asked, self._unit = None, None

    def show_view(self, view: PlanView) -> None:
        """Ask in the background for what the view needs and does not know yet."""
        plan = view.plan
        if plan.unit != self._unit:
            self._unit = plan.unit
            names = partial(self._parts.series.names, plan.unit)
            self._parts.tasks.run(names, self._take_names, owner=self, failed=self._parts.notices.fail)
        asked = (plan.id, plan.series.strip())
        if asked != self._asked:
            self._asked = asked
            left = partial(self._parts.series.left_by_the_last, replace(plan, series=plan.series.strip()))
            then = partial(self._take_left, asked)
            self._parts.tasks.run(left, then, owner=self, failed=self._parts.notices.fail)

    def _take_names(self, names: Sequence[str]) -> None:
        self._facts.suggest_series(names)

    def _take_left(self, asked: tuple[str, str], left: SeriesMemory | None) -> None:
        if asked == self._asked:
            self._plans.learn_left(left)

    def _begin_with_follow_up(self) -> None:
        self._plans.add_moment(FOLLOW_UP, 0)

    def _read_sheet(self) -> None:
        plan = self._plans.view().plan
        # After what is on its way to the disk: the sheet tells of this plan too.
        self._plans.saver.flush()
        read = partial(self._parts.series.hand_over, plan.series.strip())
        self._parts.tasks.write(read, self._show_sheet, owner=self, failed=self._parts.notices.fail)

    def _show_sheet(self, sheet: HandOver) -> None:
        over = self._card.window()
        dialog = HandOverDialog(sheet, over if isinstance(over, QWidget) else None)
        dialog.open()
