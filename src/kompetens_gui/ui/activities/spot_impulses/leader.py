"""Leads the spotting of impulses: portion by portion, what each group marks and asks, and what the room may see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.spot_impulses import events as e
from kompetens_gui.domain.activities.spot_impulses.room import key_seen
from kompetens_gui.domain.activities.spot_impulses.state import SpottingTogether, answering
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.parts import RevealButton
from kompetens_gui.ui.activities.spot_impulses.key_page import KeyPage
from kompetens_gui.ui.activities.spot_impulses.mark_page import MarkPage
from kompetens_gui.ui.activities.spot_impulses.question_page import QuestionPage
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.impulse_words import FORM_ICONS, form_name
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.tags import Tag

MARK, ASK, KEY = "mark", "ask", "key"
# What is revealed from each page; the keys reach all of them from everywhere.
REVEALED_FROM = {
    MARK: (e.RevealPart.MARKS, e.RevealPart.KEY),
    ASK: (e.RevealPart.CHOICES, e.RevealPart.REACH),
    KEY: (e.RevealPart.MARKS, e.RevealPart.KEY),
}


class ImpulsesLeader(LeaderPanel):
    """Marks and chooses on the groups' behalf, and reveals one thing at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SpottingTogether()
        self._context: ActivityContext | None = None
        self._count = 0
        self.icon = Icon("file-text", 20, "text_2", parent=self)
        self.title = Label("", "body-strong", wrap=True, parent=self)
        self.previous = IconButton("caret-left", self.tr("Förra delen (Alt+←)"), "secondary", "sm")
        self.next = IconButton("caret-right", self.tr("Nästa del (Alt+→)"), "secondary", "sm")
        self.round = Tag("", "accent", icon_name="")
        self.side = SegmentedControl(
            self.tr("Arbeta med"),
            [(MARK, self.tr("Markera")), (ASK, self.tr("Nästa fråga")), (KEY, self.tr("Facit"))],
            MARK,
        )
        self.shows = SegmentedControl(
            self.tr("Rummet ser"),
            [(e.RoomShows.TEXT.value, self.tr("Texten")), (e.RoomShows.QUESTIONS.value, self.tr("Frågorna"))],
        )
        self.stack = QStackedWidget(self)
        self.marking = MarkPage(self.stack)
        self.stack.addWidget(self.marking)
        self.reveals = {
            e.RevealPart.MARKS: RevealButton(self.tr("Visa markeringarna"), self.tr("Dölj markeringarna"), size="sm"),
            e.RevealPart.KEY: RevealButton(self.tr("Visa fallets läsning"), self.tr("Dölj fallets läsning"), size="sm"),
            e.RevealPart.CHOICES: RevealButton(self.tr("Visa valen"), self.tr("Dölj valen"), size="sm"),
            e.RevealPart.REACH: RevealButton(
                self.tr("Visa vart frågorna leder"), self.tr("Dölj vart frågorna leder"), size="sm"
            ),
        }
        self.second = Button(self.tr("Öppna andra rundan"), "secondary", "sm", icon_name="arrow-clockwise")
        self._actions = self._make_actions()
        self._lay_out()
        self._connect()
        self.begin_at(self.marking.text)

    # The pages that are not seen at first.
    @cached_property
    def asking(self) -> QuestionPage:
        page = QuestionPage(self.stack)
        page.proposed.connect(self.proposed)
        self.stack.addWidget(page)
        return page

    @cached_property
    def key(self) -> KeyPage:
        page = KeyPage(self.stack)
        self.stack.addWidget(page)
        return page

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        for name in ("asking", "key"):
            yield partial(getattr, self, name)

    def show_state(self, state: SpottingTogether, context: ActivityContext) -> None:
        """Show the portion with the answers that the page on show is about."""
        case = context.material
        if not isinstance(case, ImpulseCase):
            return
        self._state, self._context, self._count = state, context, len(case.portions)
        at = min(state.portion, self._count - 1)
        portion = case.portions[at]
        self.icon.set_icon(FORM_ICONS[portion.form])
        place = self.tr("{number} av {count}: {title}")
        self.title.setText(place.format(number=at + 1, count=self._count, title=portion.title))
        self.title.setToolTip(form_name(portion.form))
        self.previous.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < self._count)
        second = state.at(at).round == Round.SECOND
        self.round.set_status(self.tr("Efter samtalet") if second else self.tr("Före samtalet"), "accent", "")
        self.shows.set_current(state.shows.value)
        revealed = state.revealed(at, context)
        for part, button in self.reveals.items():
            button.set_shown(part in revealed)
        self.second.setEnabled(not second and not state.at(at).now.is_empty)
        show_when(self.second, not second)
        self._show_page(case, at)

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _show_page(self, case: ImpulseCase, at: int) -> None:
        context, state, page = self._context, self._state, self.stack.currentWidget()
        if context is None:
            return
        found, groups = state.at(at), answering(context)
        for part, button in self.reveals.items():
            show_when(button, part in REVEALED_FROM[self.side.current()])
        if page is self.marking:
            closed = e.RevealPart.KEY in state.revealed(at, context)
            self.marking.show_portion(at, case.portions[at], found.now, groups, closed=closed)
        elif page is self.__dict__.get("asking"):
            self.asking.show_portion(at, case.portions[at], found.now, found.first, groups)
        elif page is self.__dict__.get("key"):
            self.key.show_key(key_seen(case, at, state, dict(groups)))

    # -- what the leader does
    def _turn(self, steps: int, _checked: bool = False) -> None:
        wanted = self._state.portion + steps
        if 0 <= wanted < self._count:
            self.proposed.emit(e.PortionShown(wanted))
            self._work_with(MARK)

    @Slot(str)
    def _work_with(self, side: str) -> None:
        self.side.set_current(side)
        pages: dict[str, Callable[[], QWidget]] = {
            MARK: lambda: self.marking,
            ASK: lambda: self.asking,
            KEY: lambda: self.key,
        }
        self.stack.setCurrentWidget(pages[side]())
        case = self._context.material if self._context is not None else None
        if isinstance(case, ImpulseCase):
            self._show_page(case, min(self._state.portion, self._count - 1))
        if side == MARK:
            self.marking.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif side == ASK:
            self.asking.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.side.button(KEY).setFocus(Qt.FocusReason.OtherFocusReason)

    def _next_side(self, _checked: bool = False) -> None:
        order = (MARK, ASK, KEY)
        self._work_with(order[(order.index(self.side.current()) + 1) % len(order)])

    @Slot(str)
    def _turn_room(self, shows: str) -> None:
        self.proposed.emit(e.RoomTurned(e.RoomShows(shows)))

    def _reveal(self, part: e.RevealPart, wanted: bool) -> None:
        at = self._state.portion
        self.proposed.emit(e.PartRevealed(at, part) if wanted else e.PartHidden(at, part))

    def _toggle(self, part: e.RevealPart, _checked: bool = False) -> None:
        self.reveals[part].click()

    def _open_second(self, _checked: bool = False) -> None:
        if self.second.isVisibleTo(self) and self.second.isEnabled():
            self.proposed.emit(e.SecondRoundOpened(self._state.portion))

    def _next_group(self, _checked: bool = False) -> None:
        if self.stack.currentWidget() is self.marking:
            self.marking.groups.turn()

    def _say_nothing(self, _checked: bool = False) -> None:
        if self.stack.currentWidget() is self.marking and self.marking.nothing.isEnabled():
            self.marking.say_nothing()

    # -- parts
    def _lay_out(self) -> None:
        head = FlowRow(parent=self)
        for part in (RowPart(self.icon), RowPart(self.title), self.previous, self.next, RowPart(self.round)):
            head.add(part)
        tools = FlowRow(parent=self)
        label = Label(self.tr("Rummet ser"), "small", "muted")
        for tool in (self.side, RowPart(label), self.shows):
            tools.add(tool)
        bottom = FlowRow(parent=self)
        for button in (*self.reveals.values(), self.second):
            bottom.add(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(tools)
        column.addWidget(self.stack, 1)
        column.addWidget(bottom)

    def _connect(self) -> None:
        self.previous.clicked.connect(partial(self._turn, -1))
        self.next.clicked.connect(partial(self._turn, 1))
        self.side.chosen.connect(self._work_with)
        self.shows.chosen.connect(self._turn_room)
        self.marking.proposed.connect(self.proposed)
        self.second.clicked.connect(self._open_second)
        for part, button in self.reveals.items():
            button.reveal_wanted.connect(partial(self._reveal, part))

    def _make_actions(self) -> list[QAction]:
        wanted = (
            (self.tr("Förra delen"), "Alt+Left", partial(self._turn, -1)),
            (self.tr("Nästa del"), "Alt+Right", partial(self._turn, 1)),
            (self.tr("Växla mellan markera, nästa fråga och facit"), "Ctrl+Tab", self._next_side),
            (self.tr("Nästa grupp"), "Ctrl+Shift+G", self._next_group),
            (self.tr("Gruppen ser ingen impuls"), "Ctrl+Shift+N", self._say_nothing),
            (self.tr("Visa eller dölj markeringarna"), "Ctrl+Shift+A", partial(self._toggle, e.RevealPart.MARKS)),
            (self.tr("Visa eller dölj fallets läsning"), "Ctrl+Shift+F", partial(self._toggle, e.RevealPart.KEY)),
            (self.tr("Visa eller dölj valen"), "Ctrl+Shift+D", partial(self._toggle, e.RevealPart.CHOICES)),
            (self.tr("Visa eller dölj vart frågorna leder"), "Ctrl+Shift+R", partial(self._toggle, e.RevealPart.REACH)),
            (self.tr("Öppna andra rundan"), "Ctrl+Shift+2", self._open_second),
        )
        actions = []
        for text, keys, slot in wanted:
            action = kind_action(self, text, keys)
            action.triggered.connect(slot)
            actions.append(action)
        return actions
