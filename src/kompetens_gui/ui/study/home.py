"""The study home: what to do next, the modules, the chosen one's steps, and what to repeat today."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.services.learning_ports import UnfinishedAttempt
from kompetens_gui.ui.study.module_card import ModuleCard
from kompetens_gui.ui.study.module_rail import ModuleRail
from kompetens_gui.ui.study.next_card import NextCard
from kompetens_gui.ui.study.notice_card import ValidityLine
from kompetens_gui.ui.study.repeat_card import RepeatCard
from kompetens_gui.ui.study.share_card import ShareCard
from kompetens_gui.ui.study.view_state import HomeView, module_view
from kompetens_gui.ui.study.words import path_line
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import CARD_GAP, PAGE_MARGIN
from kompetens_gui.ui.widgets.avatar import Avatar
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns

RAIL_WIDTH, MIDDLE_WIDTH, SIDE_WIDTH = 328, 332, 272


class StudyHome(QWidget):
    """Signals: `step_wanted(module, step)`, `repeat_wanted()`, `free_wanted()`, `paths_wanted()`, `switch_wanted()` for
    another profile, `edit_wanted()` for one's own, `credential_wanted()`.
    """

    step_wanted = Signal(str, str)
    repeat_wanted = Signal()
    free_wanted = Signal()
    paths_wanted = Signal()
    switch_wanted = Signal()
    edit_wanted = Signal()
    credential_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: HomeView | None = None
        self._unfinished: Sequence[UnfinishedAttempt] = ()
        self._chosen = ""
        self.area = PageScroll(self)
        self.title, self.under_title = Heading("", "h1"), Label("", "body", "muted", wrap=True)
        self.avatar = Avatar("", 32)
        self.edit_button = Button("", "ghost")
        self.switch_button = Button(self.tr("Byt profil"), "ghost", icon_name="users")
        self.paths_button = Button(self.tr("Byt väg"), "ghost", icon_name="git-branch")
        self.free_button = Button(self.tr("Fri övning"), "secondary", icon_name="pencil")
        self.validity = ValidityLine()
        self.rail, self.next, self.module = ModuleRail(), NextCard(), ModuleCard()
        self.share, self.repeat = ShareCard(), RepeatCard()
        self.columns = ResponsiveColumns()
        self._lay_out()
        self._connect()

    def show_home(self, view: HomeView, unfinished: Sequence[UnfinishedAttempt]) -> None:
        """Show where the learner stands; the module that was chosen stays, unless the path has become another."""
        another_path = self._view is None or self._view.progress.path.id != view.progress.path.id
        moved_on = self._view is not None and self._view.here != view.here
        self._view, self._unfinished = view, unfinished
        if another_path or moved_on or not any(m.id == self._chosen for m in view.modules):
            self._chosen = view.here
        path, learner = view.progress.path, view.learner
        self.title.setText(path.title)
        self.under_title.setText(path_line(path))
        self.avatar.set_name(learner.name)
        self.edit_button.setText(learner.name)
        self.edit_button.setAccessibleName(self.tr("Din profil, {name}").format(name=learner.name))
        self.validity.show_validity(view.progress)
        self.next.show_next(view)
        self.share.show_share(view)
        self.repeat.show_day(view)
        self._show_module()

    def forget(self) -> None:
        """Show nothing of anybody: the profile has been closed."""
        self._view, self._unfinished, self._chosen = None, (), ""

    def choose_module(self, module_id: str) -> None:
        """Show another module's steps."""
        self._chosen = module_id
        self._show_module()

    def first_focus(self) -> QWidget:
        button = self.next.go_button
        return button if not button.isHidden() else self.rail

    def panes(self) -> list[QWidget]:
        return [self.rail, self.next, self.module, self.share, self.repeat]

    @Slot(str)
    def _choose(self, module_id: str) -> None:
        self.choose_module(module_id)

    def _show_module(self) -> None:
        if self._view is None:
            return
        self.rail.show_modules(self._view.modules, self._chosen)
        found = module_view(self._view, self._chosen, self._unfinished)
        self.module.setVisible(found is not None)
        if found is not None:
            self.module.show_module(found, self._view.progress.path)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does: rows are made anew, after the buttons that stand to their right and below."""
        rows = (*self.rail.rows.values(), self.next.go_button, self.next.credential_button, *self.module.rows.values())
        for before, after in pairwise((self.free_button, *rows, self.repeat.button)):
            QWidget.setTabOrder(before, after)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_next()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "columns"):
            self._place_next()

    def _place_next(self) -> None:
        """Let the next step stand first where all cards stand under each other."""
        beside = theme.px(RAIL_WIDTH + MIDDLE_WIDTH, self) + CARD_GAP
        narrow = self.width() - 2 * PAGE_MARGIN - theme.px(12, self) < beside
        body = self.area.body
        if narrow and body.indexOf(self.next) < 0:
            body.insertWidget(body.indexOf(self.columns), self.next)
        elif not narrow and body.indexOf(self.next) >= 0:
            self._middle.insertWidget(0, self.next)

    def _lay_out(self) -> None:
        body = self.area.body
        body.addWidget(self._head())
        body.addWidget(self.validity)
        body.addWidget(self.columns, 1)
        middle, side = QWidget(self.columns), QWidget(self.columns)
        rail = QWidget(self.columns)
        for box, cards in (
            (rail, (self.rail,)),
            (middle, (self.next, self.module)),
            (side, (self.share, self.repeat)),
        ):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(24)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            if box is middle:
                self._middle = column
        self.columns.add_column(rail, RAIL_WIDTH, 0)
        self.columns.add_column(middle, MIDDLE_WIDTH)
        self.columns.add_column(side, SIDE_WIDTH, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def _head(self) -> QWidget:
        head = ResponsiveColumns(spacing=12)
        words = QWidget(head)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.under_title)
        buttons = QWidget(head)
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        flow = FlowRow(4, buttons, right=True)
        for part in (
            RowPart(self.avatar),
            self.edit_button,
            self.switch_button,
            self.paths_button,
            self.free_button,
        ):
            flow.add(part)
        row.addWidget(flow)
        head.add_column(words, 320)
        head.add_column(buttons, 600, 0)
        head.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        return head

    def _connect(self) -> None:
        self.rail.module_chosen.connect(self._choose)
        self.module.step_wanted.connect(self.step_wanted)
        self.next.step_wanted.connect(self.step_wanted)
        self.next.credential_wanted.connect(self.credential_wanted)
        self.repeat.repeat_wanted.connect(self.repeat_wanted)
        self.validity.renewal_wanted.connect(self._choose)
        self.free_button.clicked.connect(self.free_wanted)
        self.paths_button.clicked.connect(self.paths_wanted)
        self.switch_button.clicked.connect(self.switch_wanted)
        self.edit_button.clicked.connect(self.edit_wanted)
