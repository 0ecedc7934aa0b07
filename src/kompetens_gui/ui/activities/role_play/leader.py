"""The run screen of a role play: phases and clock on top, the pages under them, and what is written at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QVBoxLayout,
    QWidget,
)

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.role_play.events import RoomShows
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import PhaseKind, RolePlay
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.role_play.casting_page import CastingPage
from kompetens_gui.ui.activities.role_play.demonstration_page import DemonstrationPage
from kompetens_gui.ui.activities.role_play.foot import PlayFoot
from kompetens_gui.ui.activities.role_play.head import PlayHead
from kompetens_gui.ui.activities.role_play.page_place import LEAST_PAGE, PagePlace
from kompetens_gui.ui.activities.role_play.phase_row import PhaseRow
from kompetens_gui.ui.activities.role_play.play_page import PlayPage
from kompetens_gui.ui.activities.role_play.room_choice import room_choice, show_choice
from kompetens_gui.ui.activities.role_play.sheets_page import SheetsPage
from kompetens_gui.ui.activities.role_play.wishes import Wishes
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.segmented import SegmentedControl

_LEAST_SHOWS = 180
_TABS = ("play", "after", "sheets", "demonstration", "casting")
_AFTER = (PhaseKind.OBSERVERS, PhaseKind.DEBRIEF)


class RolePlayLeader(LeaderPanel):
    """Leads the play. The pages are made when they are first wanted, or while nobody waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RolePlayState()
        self._context: ActivityContext | None = None
        self._play: RolePlay | None = None
        self._wishes = Wishes(self)
        self._wishes.proposed.connect(self.proposed)
        # Large letters in a small window: then the whole screen scrolls.
        self._area, self._column = side_scroll(self)
        inside = self._area.widget()
        self.head = PlayHead(self._wishes, inside)
        self.stop, self.freeze, self.next = self.head.stop, self.head.freeze, self.head.next
        self.phases = PhaseRow(inside)
        self.tabs = SegmentedControl(
            self.tr("Sida i rollspelet"),
            [
                ("play", self.tr("Spelet")),
                ("after", self.tr("Efteråt")),
                ("sheets", self.tr("Skriv in blad")),
                ("demonstration", self.tr("Visa exempel")),
                ("casting", self.tr("Roller")),
            ],
            "play",
            inside,
        )
        self.tab_box = choice_box()
        self.tab_box.setParent(inside)
        self.tab_box.setAccessibleName(self.tr("Sida i rollspelet"))
        self.shows = room_choice(inside)
        self._place = PagePlace(inside)
        self.pages = self._place.stack
        self.page = PlayPage(self.pages)
        self.pages.addWidget(self.page)
        self.foot = PlayFoot(self._wishes, inside)
        self.notes, self.note, self.turn_text = self.foot.notes, self.foot.note, self.foot.turn_text
        self._actions = self._make_actions()
        self._lay_out()
        self._connect()
        self.begin_at(self.note)

    # The pages that are not seen at first.
    @cached_property
    def sheets(self) -> SheetsPage:
        page = SheetsPage(self.pages)
        page.proposed.connect(self._wishes.propose)
        self.pages.addWidget(page)
        return page

    @cached_property
    def demonstration(self) -> DemonstrationPage:
        page = DemonstrationPage(self.pages)
        page.proposed.connect(self._wishes.propose)
        self.pages.addWidget(page)
        return page

    @cached_property
    def casting(self) -> CastingPage:
        page = CastingPage(self.pages)
        page.proposed.connect(self._wishes.propose)
        page.prints_wanted.connect(self.prints_wanted)
        self.pages.addWidget(page)
        return page

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        for name in ("sheets", "demonstration", "casting"):
            yield partial(getattr, self, name)

    def show_state(self, state: RolePlayState, context: ActivityContext) -> None:
        """Show the phases, the page in front and the foot."""
        play = context.material
        if not isinstance(play, RolePlay):
            return
        before = self._state if self._play is play else None
        self._state, self._context, self._play = state, context, play
        self._wishes.take(play, state, context)
        self.head.show_state(play, state)
        self.phases.show_state(play.phases, state)
        self._fit()
        show_choice(self.shows, play, state)
        self.foot.show_state(play, state)
        self.tabs.button("demonstration").setVisible(bool(play.demonstration))
        kind = play.phases[state.phase].kind
        if before is not None and before.phase != state.phase and kind in _AFTER and self.tabs.current() == "play":
            self._go_to("after")
        elif before is not None and before.phase != state.phase and self.tabs.current() == "after":
            self._go_to("play" if kind not in _AFTER else "after")
        else:
            self._show_page()

    def commit_pending(self) -> None:
        self.page.commit()
        self.foot.commit()

    def leads_on(self) -> bool:
        return not self.next.isHidden()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _show_page(self) -> None:
        if self._play is None or self._context is None:
            return
        current = self.tabs.current()
        keyboard = QApplication.focusWidget()
        self._fill_tab_box()
        self.page.show_side(current == "after")
        # Sheets, lines and lists need the height; the keys for notes and turns lead back to where they are written.
        self.foot.setVisible(current in ("play", "after"))
        if current in ("play", "after"):
            self.page.show_state(self._play, self._state, self._context)
            self.pages.setCurrentWidget(self.page)
        elif current == "sheets":
            self.sheets.show_state(self._play, self._state, self._context)
            self.pages.setCurrentWidget(self.sheets)
        elif current == "demonstration":
            self.demonstration.show_state(self._play, self._state)
            self.pages.setCurrentWidget(self.demonstration)
        else:
            self.casting.show_state(self._play, self._state, self._context)
            self.pages.setCurrentWidget(self.casting)
        if keyboard is not None and self.isAncestorOf(keyboard) and not keyboard.isVisibleTo(self):
            # Else it would be given to whatever comes next in the window, where the keys of the play mean nothing.
            self._focus_tabs()

    def _go_to(self, tab: str) -> None:
        self.tabs.set_current(tab)
        self._show_page()

    def _focus_tabs(self) -> None:
        at = self.tab_box if self.tabs.isHidden() else self.tabs.button(self.tabs.current())
        at.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _box_chosen(self) -> None:
        tab = str(self.tab_box.currentData())
        self.tabs.set_current(tab)
        self._tab_chosen(tab)

    def _fill_tab_box(self) -> None:
        """Offer the same pages in the list that stands for the tabs where these do not fit."""
        offered = [tab for tab in _TABS if not self.tabs.button(tab).isHidden()]
        if offered != [self.tab_box.itemData(i) for i in range(self.tab_box.count())]:
            self.tab_box.clear()
            for tab in offered:
                self.tab_box.addItem(self.tabs.button(tab).text(), tab)
        self.tab_box.setCurrentIndex(self.tab_box.findData(self.tabs.current()))

    @Slot(str)
    def _tab_chosen(self, tab: str) -> None:
        self._show_page()
        if tab == "sheets":
            self.sheets.setFocus()
        elif tab == "demonstration":
            self.demonstration.setFocus()

    @Slot()
    def _next_tab(self) -> None:
        order = [tab for tab in _TABS if not self.tabs.button(tab).isHidden()]
        at = order.index(self.tabs.current())
        tab = order[(at + 1) % len(order)]
        self.tabs.set_current(tab)
        self._tab_chosen(tab)

    @Slot(bool)
    def _widened(self, wide: bool) -> None:
        """Beside each other both columns need no page of their own."""
        self.tabs.button("after").setVisible(not wide)
        if wide and self.tabs.current() == "after":
            self._go_to("play")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_views"):
            self._fit()

    def _fit(self) -> None:
        margins = self._column.contentsMargins()
        width = self._area.viewport().width() - margins.left() - margins.right()
        self.head.fit(width)
        self._place.setMinimumHeight(theme.px(LEAST_PAGE, self))
        tabs = self.tabs.sizeHint().width()
        self.tabs.setVisible(tabs <= width)
        self.tab_box.setVisible(tabs > width)
        beside = tabs + theme.px(_LEAST_SHOWS, self) <= width
        self._views.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.shows.setMaximumWidth(theme.px(360, self) if beside else 16_777_215)

    # -- what the leader wants
    @Slot()
    def _mark_turn(self) -> None:
        self._see_foot()
        self.foot.mark_turn()
        self._area.ensureWidgetVisible(self.foot)

    @Slot()
    def _turn_room(self) -> None:
        self._wishes.turn_room(RoomShows(self.shows.currentData()))

    # -- putting it together
    def _lay_out(self) -> None:
        self._views = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._views.setSpacing(8)
        self._views.addWidget(self.tabs)
        self._views.addWidget(self.tab_box)
        self._views.addStretch(0)
        self._views.addWidget(self.shows, 1)
        self.page.notes_place.addWidget(Label(self.tr("Antecknat"), "label", "faint"))
        self.page.notes_place.addWidget(self.notes)
        # Room for the ring around what has the keyboard.
        self._column.setContentsMargins(4, 4, 4, 4)
        self._column.setSpacing(10)
        self._column.addWidget(self.head)
        self._column.addWidget(self.phases)
        self._column.addLayout(self._views)
        self._column.addWidget(self._place, 1)
        self._column.addWidget(self.foot)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._area)

    def _connect(self) -> None:
        self.phases.phase_wanted.connect(self._wishes.enter)
        self.tabs.chosen.connect(self._tab_chosen)
        self.tab_box.activated.connect(self._box_chosen)
        self.shows.activated.connect(self._turn_room)
        self.page.proposed.connect(self._wishes.propose)
        self.page.casting_wanted.connect(partial(self._go_to, "casting"))
        self.page.widened.connect(self._widened)
        self.foot.mark.clicked.connect(self._mark_turn)

    def _make_actions(self) -> list[QAction]:
        wanted: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (self.tr("Nästa fas"), "Ctrl+Return", self._wishes.next_phase),
            (self.tr("Frys spelet eller fortsätt"), "Ctrl+Shift+E", self._wishes.toggle_frozen),
            (self.tr("Stoppordet: allt stannar"), "Ctrl+Shift+P", self._wishes.stop_all),
            (self.tr("Märk en vändning"), "Ctrl+Shift+T", self._mark_turn),
            (self.tr("Spola tillbaka till senaste vändningen"), "Ctrl+Shift+B", self._wishes.wind_back),
            (self.tr("Nästa kort när det fastnar"), "Ctrl+Shift+K", self._wishes.next_stuck),
            (self.tr("Anteckna till eftersamtalet"), "Ctrl+Shift+N", self._focus_note),
            (self.tr("Nästa sida i rollspelet"), "Ctrl+Tab", self._next_tab),
        )
        actions = []
        for text, keys, slot in wanted:
            action = kind_action(self, text, keys)
            action.triggered.connect(slot)
            actions.append(action)
        return actions

    @Slot()
    def _focus_note(self) -> None:
        self._see_foot()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(self.foot)

    def _see_foot(self) -> None:
        if self.foot.isHidden():
            self._go_to("play")
