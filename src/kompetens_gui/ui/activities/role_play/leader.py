"""The run screen of a role play: phases and clock on top, the pages under them, and what is written at the foot."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from uuid import uuid4

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.role_play.events import DebriefNoted, RoomShows
from kompetens_gui.domain.activities.role_play.room import play_is_over
from kompetens_gui.domain.activities.role_play.rules import LONGEST_TEXT
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import PhaseKind, RolePlay
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.activities.role_play.casting_page import CastingPage
from kompetens_gui.ui.activities.role_play.demonstration_page import DemonstrationPage
from kompetens_gui.ui.activities.role_play.phase_row import PhaseRow
from kompetens_gui.ui.activities.role_play.play_page import PlayPage
from kompetens_gui.ui.activities.role_play.sheets_page import SheetsPage
from kompetens_gui.ui.activities.role_play.wishes import Wishes
from kompetens_gui.ui.activities.role_play.words import minutes_words, mode_words
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import ElidedLabel, Label
from kompetens_gui.ui.widgets.layouts import choice_box, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.segmented import SegmentedControl

_LEAST_TITLE, _LEAST_PAGE, _LEAST_SHOWS = 150, 260, 180
_TABS = ("play", "after", "sheets", "demonstration", "casting")
_AFTER = (PhaseKind.OBSERVERS, PhaseKind.DEBRIEF)


class PagePlace(QWidget):
    """Gives the pages the height that is over: each of them scrolls, and none may ask for more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stack = QStackedWidget(self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(1, theme.px(_LEAST_PAGE, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stack.setGeometry(self.rect())


class RolePlayLeader(LeaderPanel):
    """Leads the play. The pages are made when they are first wanted, or while nobody waits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = RolePlayState()
        self._context: ActivityContext | None = None
        self._play: RolePlay | None = None
        self._turn = ""
        self._wishes = Wishes(self)
        self._wishes.proposed.connect(self.proposed)
        # Large letters in a small window: then the whole screen scrolls.
        self._area, self._column = side_scroll(self)
        inside = self._area.widget()
        self.title = ElidedLabel("", "h2", parent=inside)
        self.about = ElidedLabel("", "small", "muted", parent=inside)
        self.phases = PhaseRow(inside)
        self.stop = Button("", "secondary", icon_name="hand-palm", parent=inside)
        self.freeze = Button(self.tr("Frys"), "secondary", icon_name="pause", parent=inside)
        self.next = Button("", "primary", icon_name="arrow-right", icon_after=True, parent=inside)
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
        self.shows = choice_box()
        self.shows.setParent(inside)
        self.shows.setAccessibleName(self.tr("Rummet ser"))
        self._place = PagePlace(inside)
        self.pages = self._place.stack
        self.page = PlayPage(self.pages)
        self.pages.addWidget(self.page)
        self.notes = PointList(self.tr("Anteckna till eftersamtalet"), LONGEST_TEXT, ranked=False)
        self.note = self.notes.new
        self.note.setPlaceholderText(self.tr("Anteckna till eftersamtalet (Ctrl+Skift+N)"))
        self.mark = IconButton("flag", self.tr("Märk en vändning (Ctrl+Skift+T)"), "secondary", parent=inside)
        self.turn_text = QLineEdit(inside)
        self.turn_text.setMaxLength(LONGEST_TEXT)
        self.turn_text.setPlaceholderText(self.tr("Ord om vändningen"))
        self.turn_text.setAccessibleName(self.tr("Ord om vändningen"))
        self.help = IconButton(
            "lightbulb", self.tr("Visa nästa kort när det fastnar (Ctrl+Skift+K)"), "secondary", parent=inside
        )
        self.back = IconButton(
            "skip-back", self.tr("Spola tillbaka till senaste vändningen (Ctrl+Skift+B)"), "secondary", parent=inside
        )
        self._actions = self._make_actions()
        self._fill_shows()
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
        self.title.setText(play.head.title)
        self.about.setText(self._about(play, state))
        self.phases.show_state(play.phases, state)
        self._show_buttons(play, state)
        self._show_shows(play, state)
        self.notes.show_points([(note.id, note.text) for note in state.notes])
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
        self.notes.commit()
        self._write_turn()

    def leads_on(self) -> bool:
        return not self.next.isHidden()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _about(self, play: RolePlay, state: RolePlayState) -> str:
        roles = self.tr("{n} roller").format(n=len(play.roles))
        about = [roles, minutes_words(play.minutes), mode_words(play.mode).lower()]
        if state.level:
            about.append(self.tr("svårighet {level}").format(level=state.level))
        return ", ".join(about)

    def _show_buttons(self, play: RolePlay, state: RolePlayState) -> None:
        self.stop.setText(self.tr("Stoppord: {word}").format(word=play.safety.word))
        self.stop.setToolTip(self.tr("Allt stannar genast (Ctrl+Skift+P). {text}").format(text=play.safety.text))
        self.freeze.setText(self.tr("Fortsätt") if state.frozen else self.tr("Frys"))
        self.freeze.set_icon_name("play" if state.frozen else "pause")
        self.freeze.setToolTip(self.tr("Ctrl+Skift+E"))
        following = self._wishes.following
        self.next.setVisible(following is not None)
        if following is not None:
            words = self.tr("Nästa: {phase}") if state.has_begun else self.tr("Börja: {phase}")
            self.next.setText(words.format(phase=play.phases[following].title))
            self.next.setToolTip(self.tr("Ctrl+Enter"))
        self._fit_head()
        self.back.setEnabled(bool(state.turns))
        self.help.setEnabled(bool(play.stuck))

    def _show_shows(self, play: RolePlay, state: RolePlayState) -> None:
        self.shows.setCurrentIndex(self.shows.findData(state.shows.value))
        model = self.shows.model()
        assert isinstance(model, QStandardItemModel)
        open_now = {
            RoomShows.SECRETS: play_is_over(play, state.phase),
            RoomShows.STUCK: bool(play.stuck),
            RoomShows.DEMONSTRATION: bool(play.demonstration),
        }
        for shows, wanted in open_now.items():
            item = model.item(self.shows.findData(shows.value))
            if item.isEnabled() != wanted:
                item.setEnabled(wanted)

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
        self._fit_head()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_buttons"):
            self._fit_head()

    def _fit_head(self) -> None:
        """Let the buttons have their row; the title takes what is left, if that is enough for words."""
        width = self._area.viewport().width() - self._column.contentsMargins().right()
        shown = [b for b in (self.stop, self.freeze, self.next) if not b.isHidden()]
        needed = sum(b.sizeHint().width() for b in shown) + 8 * len(shown)
        self._buttons.setMinimumWidth(min(needed, width))
        self._head.setVisible(width - needed >= theme.px(_LEAST_TITLE, self))
        self._place.setMinimumHeight(theme.px(_LEAST_PAGE, self))
        tabs = self.tabs.sizeHint().width()
        self.tabs.setVisible(tabs <= width)
        self.tab_box.setVisible(tabs > width)
        beside = tabs + theme.px(_LEAST_SHOWS, self) <= width
        self._views.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.shows.setMaximumWidth(theme.px(360, self) if beside else 16_777_215)

    # -- what the leader wants
    @Slot()
    def _mark_turn(self) -> None:
        """Take the time at once; the words come after."""
        self._write_turn()
        self._turn = uuid4().hex[:12]
        self._see_foot()
        words = self.tr("Vändning {n}").format(n=self._wishes.turns + 1)
        self.turn_text.clear()
        self.turn_text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._area.ensureWidgetVisible(self.foot)
        self._wishes.mark_turn(self._turn, words)

    @Slot()
    def _write_turn(self) -> None:
        text = self.turn_text.text().strip()
        if text:
            self.turn_text.clear()
            turn, self._turn = self._turn or uuid4().hex[:12], ""
            self._wishes.mark_turn(turn, text)

    @Slot(str, str)
    def _write_note(self, note: str, text: str) -> None:
        self._wishes.propose(DebriefNoted(note, text))

    @Slot()
    def _turn_room(self) -> None:
        self._wishes.turn_room(RoomShows(self.shows.currentData()))

    # -- putting it together
    def _fill_shows(self) -> None:
        for shows, words in (
            (RoomShows.INTRODUCTION, self.tr("Rummet: introduktion")),
            (RoomShows.PHASE, self.tr("Rummet: fas och klocka")),
            (RoomShows.STUCK, self.tr("Rummet: kort när det fastnar")),
            (RoomShows.DEMONSTRATION, self.tr("Rummet: exemplet")),
            (RoomShows.OBSERVATIONS, self.tr("Rummet: iakttagelser")),
            (RoomShows.DEBRIEF, self.tr("Rummet: eftersamtal")),
            (RoomShows.SECRETS, self.tr("Rummet: det rollerna höll inne med")),
        ):
            self.shows.addItem(words, shows.value)

    def _lay_out(self) -> None:
        self._head = QWidget(self._area.widget())
        words = QVBoxLayout(self._head)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.about)
        self._buttons = FlowRow(parent=self._area.widget(), right=True)
        for button in (self.stop, self.freeze, self.next):
            self._buttons.add(button)
        lead = QHBoxLayout()
        lead.setSpacing(12)
        lead.addWidget(self._head, 1)
        lead.addWidget(self._buttons, 1)
        self._views = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._views.setSpacing(8)
        self._views.addWidget(self.tabs)
        self._views.addWidget(self.tab_box)
        self._views.addStretch(0)
        self._views.addWidget(self.shows, 1)
        self.foot = QWidget(self._area.widget())
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(8)
        self.notes.field.label.hide()
        foot.addWidget(self.notes.field, 3)
        foot.addWidget(self.mark)
        foot.addWidget(self.turn_text, 2)
        foot.addWidget(self.back)
        foot.addWidget(self.help)
        self.page.notes_place.addWidget(Label(self.tr("Antecknat"), "label", "faint"))
        self.page.notes_place.addWidget(self.notes)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addLayout(lead)
        self._column.addWidget(self.phases)
        self._column.addLayout(self._views)
        self._column.addWidget(self._place, 1)
        self._column.addWidget(self.foot)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(self._area)

    def _connect(self) -> None:
        self.phases.phase_wanted.connect(self._wishes.enter)
        self.stop.clicked.connect(self._wishes.stop_all)
        self.freeze.clicked.connect(self._wishes.toggle_frozen)
        self.next.clicked.connect(self._wishes.next_phase)
        self.tabs.chosen.connect(self._tab_chosen)
        self.tab_box.activated.connect(self._box_chosen)
        self.shows.activated.connect(self._turn_room)
        self.page.proposed.connect(self._wishes.propose)
        self.page.casting_wanted.connect(partial(self._go_to, "casting"))
        self.page.widened.connect(self._widened)
        self.notes.written.connect(self._write_note)
        self.mark.clicked.connect(self._mark_turn)
        self.turn_text.returnPressed.connect(self._write_turn)
        self.back.clicked.connect(self._wishes.wind_back)
        self.help.clicked.connect(self._wishes.next_stuck)

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
