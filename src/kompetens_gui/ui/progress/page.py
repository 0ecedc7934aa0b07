"""The layout of Framsteg: one's own picture, a group's, and one's own data, one at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
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
        self._titles = titles
        # Everything is made where it stands: what is moved is styled anew, and the page is large.
        self._scroll = PageScroll(self)
        content = self._scroll.widget()
        head = self._head(content)
        self.nobody = EmptyState(
            "user-circle",
            self.tr("Ingen profil är öppen"),
            self.tr("Framstegen är dina. Öppna eller skapa din profil i Självstudier, så visas de här."),
            self.tr("Till Självstudier"),
            parent=content,
        )
        self._stack = _FittingStack(content)
        self._own = self._own_view(can_practise)
        self._stack.addWidget(self._own)
        body = self._scroll.body
        for part in (head, self.nobody, self._stack):
            body.addWidget(part)
        body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.views.chosen.connect(self.show_view)
        self.views.chosen.connect(self.view_chosen)
        self.nobody.action_wanted.connect(self.profile_wanted)
        self.summary.area_wanted.connect(self.matrix.unfold)
        self.matrix.seen_wanted.connect(self._bring_into_view)
        self.show_nobody()

    # -- views that are made when first asked for
    @cached_property
    def group(self) -> GroupView:
        view = GroupView(self._titles, self._stack)
        self._stack.addWidget(view)
        return view

    @cached_property
    def data(self) -> OwnDataView:
        view = OwnDataView(self._stack)
        self._stack.addWidget(view)
        return view

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
        shown = self.group if view == GROUP else self.data if view == DATA else self._own
        self._stack.setCurrentWidget(shown)
        self._fit_nobody()

    def show_nobody(self) -> None:
        """Show that nobody has opened a profile; a group can be looked at all the same."""
        self._has_learner = False
        self.who.setText("")
        self._fit_nobody()

    def forget(self) -> None:
        """Let go of all that is somebody's own; nothing of one person may be seen by the next."""
        self.show_nobody()
        self.matrix.forget()
        self.sign_offs.show_sign_offs(())
        self.room.show_consent(given=False)
        if "data" in self.__dict__:
            self.data.forget()

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

    def _head(self, parent: QWidget | None) -> QWidget:
        head = ResponsiveColumns(spacing=12, parent=parent)
        words, choice = QWidget(head), QWidget(head)
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.who = Label("", "body", "muted", wrap=True, parent=words)
        column.addWidget(Heading(self.tr("Framsteg"), "h1", parent=words))
        column.addWidget(self.who)
        options = [(OWN, self.tr("Min bild")), (GROUP, self.tr("Gruppen")), (DATA, self.tr("Mina uppgifter"))]
        self.views = SegmentedControl(self.tr("Vad som visas"), options, parent=choice)
        row = QHBoxLayout(choice)
        row.setContentsMargins(0, 4, 0, 4)
        row.addStretch(1)
        row.addWidget(self.views)
        head.add_column(words, 400, 1)
        head.add_column(choice, 360, 0)
        return head

    def _own_view(self, can_practise: bool) -> QWidget:
        columns = ResponsiveColumns(parent=self._stack)
        left, right = QWidget(columns), QWidget(columns)
        self.not_begun = EmptyState(
            "sparkle",
            self.tr("Bilden växer fram när du övar"),
            self.tr("Gör klart en övning eller några kunskapsfrågor. Då ser du vad det gav och vad som är nästa."),
            parent=left,
        )
        self.matrix = MatrixCard(can_practise, left)
        self.summary, self.add, self.room = SummaryCard(right), AddCard(right), RoomCard(right)
        self.sign_offs = SignOffCard(right)
        for box, cards in (
            (left, (self.not_begun, self.matrix)),
            (right, (self.summary, self.add, self.room, self.sign_offs)),
        ):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(24)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
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
