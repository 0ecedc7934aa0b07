"""The layout of Framsteg: one's own picture, a group's, and one's own data, one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.ui.progress.group_view import GroupView
from kompetens_gui.ui.progress.matrix_card import MatrixCard
from kompetens_gui.ui.progress.own_data import OwnDataView
from kompetens_gui.ui.progress.side_cards import AddCard, RoomCard, SummaryCard
from kompetens_gui.ui.progress.sign_off_card import SignOffCard
from kompetens_gui.ui.progress.view_state import MatrixView
from kompetens_gui.ui.widgets.empty_state import EmptyState
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns
from kompetens_gui.ui.widgets.segmented import SegmentedControl

OWN, GROUP, DATA = "own", "group", "data"
VIEWS: Final = (OWN, GROUP, DATA)


class ProgressPage(QWidget):
    """Signals: `opened()` each time the page is shown, `view_chosen(str)` ("own", "group", "data"),
    `profile_wanted()` when nobody has opened a profile and somebody wants to.
    """

    opened = Signal()
    view_chosen = Signal(str)
    profile_wanted = Signal()

    def __init__(self, titles: Mapping[str, str], *, can_practise: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", True)
        self.who = Label("", "body", "muted", wrap=True)
        options = [(OWN, self.tr("Min bild")), (GROUP, self.tr("Gruppen")), (DATA, self.tr("Mina uppgifter"))]
        self.views = SegmentedControl(self.tr("Vad som visas"), options)
        self.nobody = EmptyState(
            "user-circle",
            self.tr("Ingen profil är öppen"),
            self.tr("Framstegen är dina. Öppna eller skapa din profil i Självstudier, så visas de här."),
            self.tr("Till Självstudier"),
        )
        self.not_begun = EmptyState(
            "sparkle",
            self.tr("Bilden växer fram när du övar"),
            self.tr(
                "Gör klart en övning eller några kunskapsfrågor. Då ser du vilken nivå det gav och vad som är nästa."
            ),
        )
        self.matrix = MatrixCard(can_practise)
        self.summary, self.add, self.room, self.sign_offs = SummaryCard(), AddCard(), RoomCard(), SignOffCard()
        self.group, self.data = GroupView(titles), OwnDataView()
        self._lay_out()
        self.views.chosen.connect(self.show_view)
        self.views.chosen.connect(self.view_chosen)
        self.nobody.action_wanted.connect(self.profile_wanted)
        self.summary.area_wanted.connect(self.matrix.unfold)
        self.matrix.seen_wanted.connect(self._bring_into_view)
        self.show_nobody()

    # -- the window asks
    def open_with(self, **context: object) -> None:
        """Open on a view: `view="data"` for one's own data; `area` unfolds an area."""
        view = context.get("view")
        if isinstance(view, str) and view in VIEWS:
            self.views.set_current(view)
            self.show_view(view)
        self.opened.emit()

    def panes(self) -> list[QWidget]:
        if self.current_view() == GROUP:
            return [self.views, self.group]
        if self.current_view() == DATA:
            return [self.views, self.data]
        return [self.views, self.matrix, self.add, self.room, self.sign_offs]

    # -- what is shown
    def current_view(self) -> str:
        return self.views.current()

    def show_view(self, view: str) -> None:
        self._stack.setCurrentWidget({OWN: self._own, GROUP: self.group, DATA: self._data}[view])
        self._fit_nobody()

    def show_nobody(self) -> None:
        """Show that nobody has opened a profile; a group can be looked at all the same."""
        self._has_learner = False
        self.who.setText("")
        self._fit_nobody()

    def show_matrix(self, view: MatrixView) -> None:
        self._has_learner = True
        self.who.setText(view.who)
        show_when(self.not_begun, not view.begun)
        self.matrix.show_matrix(view)
        self.summary.show_matrix(view)
        self._fit_nobody()

    def _bring_into_view(self, part: QWidget) -> None:
        # When the layout has settled: what unfolds or folds above moves everything below.
        QTimer.singleShot(0, part, partial(self._scroll.ensureWidgetVisible, part, 0, 48))

    def _fit_nobody(self) -> None:
        own = self.current_view() != GROUP
        self.nobody.setVisible(own and not self._has_learner)
        self._stack.setVisible(not own or self._has_learner)

    def _lay_out(self) -> None:
        head = ResponsiveColumns(spacing=12)
        words, choice = QWidget(), QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Heading(self.tr("Framsteg"), "h1"))
        column.addWidget(self.who)
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 4, 0, 4)
        row.addStretch(1)
        row.addWidget(self.views)
        head.add_column(words, 400, 1)
        head.add_column(choice, 360, 0)
        self._own = self._lay_out_own()
        self._data = self.data
        self._stack = _FittingStack()
        for view in (self._own, self.group, self._data):
            self._stack.addWidget(view)
        scroll = self._scroll = PageScroll()
        scroll.body.addWidget(head)
        scroll.body.addWidget(self.nobody)
        scroll.body.addWidget(self._stack)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _lay_out_own(self) -> QWidget:
        left, right = QWidget(), QWidget()
        middle = QVBoxLayout(left)
        side = QVBoxLayout(right)
        for column in (middle, side):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(24)
        middle.addWidget(self.not_begun)
        middle.addWidget(self.matrix)
        middle.addStretch(1)
        for card in (self.summary, self.add, self.room, self.sign_offs):
            side.addWidget(card)
        side.addStretch(1)
        columns = ResponsiveColumns()
        columns.add_column(left, 560, 1)
        columns.add_column(right, 344, 0)
        return columns


class _FittingStack(QStackedWidget):
    """Takes the height of the view that is shown, not that of the highest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(self._fit)

    def _fit(self) -> None:
        for place in range(self.count()):
            view = self.widget(place)
            if view is None:
                continue
            policy = view.sizePolicy()
            shown = view is self.currentWidget()
            policy.setVerticalPolicy(policy.Policy.Preferred if shown else policy.Policy.Ignored)
            view.setSizePolicy(policy)
        self.updateGeometry()
