"""The leader's board: a card per group with its timer and where it stands, and the chosen group's answers under it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.group_work import events as e
from kompetens_gui.domain.activities.group_work.rules import KIND, LONGEST_TIMER
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.activities.group_work.tasks import (
    WorkGroup,
    material,
    questions,
    task_text,
    timer_minutes,
    work_groups,
)
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.group_work.answers import GroupAnswers
from kompetens_gui.ui.activities.group_work.group_card import LEAST_WIDTH, GroupCard
from kompetens_gui.ui.activities.group_work.group_files import GroupFiles
from kompetens_gui.ui.activities.group_work.reading_page import ReadingPage
from kompetens_gui.ui.activities.parts import PrivateBox
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.even_grid import EvenGrid
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.stepper import Stepper

TICK_MS = 250
BOARD, READING = "board", "reading"


class GroupWorkLeader(LeaderPanel):
    """Follows several groups at once, and decides what the room sees of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state, self._context = (
            GroupWorkState(),
            ActivityContext(AgendaItem(AgendaItemId(""), "group_work", "", 1)),
        )
        self._groups: tuple[WorkGroup, ...] = ()
        self._chosen = ""
        self._cards: dict[str, GroupCard] = {}
        self._asked_for: dict[tuple[str, int], str] = {}
        self._minutes_set = False
        self.task = Label("", "small", "muted", wrap=True, parent=self)
        self.pages = SegmentedControl(
            self.tr("Vad du ser"), [(BOARD, self.tr("Grupper")), (READING, self.tr("Läsningen"))], parent=self
        )
        self.shows = SegmentedControl(
            self.tr("Rummet ser"),
            [
                (e.RoomShows.GROUPS.value, self.tr("Grupper")),
                (e.RoomShows.ANSWERS.value, self.tr("Svar")),
                (e.RoomShows.READING.value, self.tr("Läsning")),
            ],
            parent=self,
        )
        self.earlier = IconButton(
            "caret-left", self.tr("Förra frågan eller sidan i rummet"), "secondary", "sm", parent=self
        )
        self.later = IconButton(
            "caret-right", self.tr("Nästa fråga eller sida i rummet"), "secondary", "sm", parent=self
        )
        self.question = Label("", "small", "muted", parent=self)
        self.minutes = Stepper(
            self.tr("Gruppernas tid"), 15, minimum=1, maximum=LONGEST_TIMER // 60, unit=self.tr("min"), parent=self
        )
        self.start_all = Button(self.tr("Starta alla"), "secondary", "sm", icon_name="play", parent=self)
        self.stop_all = Button(self.tr("Stoppa alla"), "secondary", "sm", icon_name="pause", parent=self)
        self.grid = EvenGrid(LEAST_WIDTH, spacing=8, most=4, parent=self)
        self.private = PrivateBox()
        self.talk_about = Label("", "small", wrap=True)
        self.private.body.addWidget(self.talk_about)
        self.answers = GroupAnswers(self)
        self.files = GroupFiles(self, lambda: (self._state, self._context), self.proposed.emit, self._tell_file)
        self.reading: ReadingPage | None = None
        self.stack = QStackedWidget(self)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._lay_out()
        self._connect()
        self._actions = self._make_actions()

    def show_state(self, state: GroupWorkState, context: ActivityContext) -> None:
        """Show all groups, and the chosen one's answers; cards that say the same are left alone."""
        self._state, self._context = state, context
        self._asked_for.clear()
        self._groups = work_groups(state, context)
        if not self._minutes_set:
            self._minutes_set = True
            self.minutes.set_value(timer_minutes(context.item.settings))
        self.task.setText(task_text(context))
        self.shows.set_current(state.shows.value)
        asked = questions(context)
        self._show_place(len(asked))
        self.shows.button(e.RoomShows.READING.value).setEnabled(bool(state.revealed))
        self._show_cards(asked)
        self._show_chosen()
        if self.reading is not None:
            self.reading.show_state(state, context)

    def commit_pending(self) -> None:
        self.answers.commit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        yield self._need_reading

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    @property
    def chosen(self) -> WorkGroup:
        """The group whose answers are on show."""
        return next((g for g in self._groups if g.id == self._chosen), self._groups[0])

    def choose(self, group: str) -> None:
        """Work with a group; what was typed for the other one is proposed first."""
        if group != self._chosen:
            self.answers.commit()
            self.answers.tell("")
            self._chosen = group
            self._show_cards(questions(self._context))
            self._show_chosen()

    def card(self, group: str) -> GroupCard:
        return self._cards[group]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()

    # -- laying out
    def _lay_out(self) -> None:
        self.steps = _beside(self.earlier, self.question, self.later, parent=self)
        head = FlowRow(12, self)
        head.add(self.pages)
        head.add(_beside(Label(self.tr("Rummet ser"), "label", "muted"), self.shows, parent=head))
        head.add(self.steps)
        tools = FlowRow(8, self)
        for part in (self.minutes, self.start_all, self.stop_all):
            tools.add(RowPart(part))
        board = QWidget(self.stack)
        area, body = side_scroll(board)
        body.setContentsMargins(4, 4, 8, 4)  # room for the focus ring
        body.addWidget(tools)
        body.addWidget(self.task)
        body.addWidget(self.grid)
        body.addWidget(self.answers)
        body.addWidget(self.private)
        body.addStretch(1)
        inside = QVBoxLayout(board)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(area)
        self.stack.addWidget(board)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(head)
        column.addWidget(self.stack, 1)

    def _connect(self) -> None:
        self.pages.chosen.connect(self._turn_page)
        self.shows.chosen.connect(self._turn_room)
        self.earlier.clicked.connect(partial(self._step_in_room, -1))
        self.later.clicked.connect(partial(self._step_in_room, 1))
        self.start_all.clicked.connect(self._start_all)
        self.stop_all.clicked.connect(self._stop_all)
        self.answers.answered.connect(self._answer)
        self.answers.variant_chosen.connect(self._give_variant)
        self.answers.save_wanted.connect(self._save_file)
        self.answers.read_wanted.connect(self._read_file)

    def _make_actions(self) -> list[QAction]:
        wanted: tuple[tuple[str, str, Callable[[], object]], ...] = (
            (self.tr("Förra gruppen"), "Alt+Left", partial(self._step_group, -1)),
            (self.tr("Nästa grupp"), "Alt+Right", partial(self._step_group, 1)),
            (self.tr("Starta eller stoppa gruppens klocka"), "Ctrl+Shift+T", self._toggle_timer),
            (self.tr("En minut till för gruppen"), "Ctrl+Shift+1", self._one_more),
            (self.tr("Starta eller stoppa alla klockor"), "Ctrl+Shift+L", self._toggle_all),
            (self.tr("Gruppen är klar"), "Ctrl+Shift+K", partial(self._toggle, e.GroupStatus.DONE)),
            (self.tr("Gruppen vill ha hjälp"), "Ctrl+Shift+H", partial(self._toggle, e.GroupStatus.HELP)),
            (self.tr("Spara fil till gruppen"), "Ctrl+Shift+S", self._save_file),
            (self.tr("Läs in gruppens fil"), "Ctrl+Shift+O", self._read_file),
            (self.tr("Växla mellan grupper och läsning"), "Ctrl+Tab", self._other_page),
            (self.tr("Byt vad rummet ser"), "Ctrl+Shift+V", self._next_in_room),
            (self.tr("Nästa fråga eller sida i rummet"), "Ctrl+Shift+N", self._next_step),
            (self.tr("Visa eller dölj läsningen"), "Ctrl+Shift+F", self._toggle_reading),
        )
        actions = []
        for text, keys, slot in wanted:
            action = kind_action(self, text, keys)
            action.triggered.connect(lambda _checked=False, do=slot: do())
            actions.append(action)
        return actions

    # -- showing
    def _show_cards(self, asked: tuple[str, ...]) -> None:
        for gone in [g for g in self._cards if g not in {group.id for group in self._groups}]:
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for group in self._groups:
            card = self._cards.get(group.id) or self._new_card(group.id)
            card.show_group(group, self._state.of(group.id), len(asked), chosen=group is self.chosen)
        self.grid.show_widgets([self._cards[g.id] for g in self._groups])
        running = any(self._state.of(g.id).timer.since for g in self._groups)
        self.stop_all.setEnabled(running)

    def _show_place(self, asked: int) -> None:
        """Say which question, or which page of the reading, the room looks at."""
        reading = self._state.shows == e.RoomShows.READING
        count = KIND.pages(self._state, self._context) if reading else asked
        at = min(self._state.page if reading else self._state.question, count - 1)
        words = self.tr("Sida {number} av {count}") if reading else self.tr("Fråga {number} av {count}")
        self.question.setText(words.format(number=at + 1, count=count))
        self.steps.setVisible(self._state.shows != e.RoomShows.GROUPS and count > 1)
        self.earlier.setEnabled(at > 0)
        self.later.setEnabled(at + 1 < count)

    def _new_card(self, group: str) -> GroupCard:
        card = self._cards[group] = GroupCard(self.grid)
        card.chosen.connect(partial(self.choose, group))
        card.timer_wanted.connect(partial(self._run, group))
        card.minute_wanted.connect(partial(self._more, group))
        card.status_wanted.connect(lambda status, group=group: self.proposed.emit(e.GroupStatusSet(group, status)))
        return card

    def _show_chosen(self) -> None:
        group = self.chosen
        self._chosen = group.id
        self.begin_at(self.card(group.id))
        case = material(self._context, group.material)
        self.answers.show_group(group, self._state.of(group.id), questions(self._context), case)
        self.talk_about.setText(self.tr("Att tala om: {text}").format(text=group.talk_about))
        self.private.setVisible(bool(group.talk_about))

    @Slot()
    def _show_time(self) -> None:
        for card in self._cards.values():
            if card.is_running:
                card.tick()

    def _tell_file(self, words: str, warn: bool) -> None:
        self.answers.tell(words, warn=warn)

    # -- what the leader wants
    def _all(self) -> tuple[str, ...]:
        return tuple(g.id for g in self._groups if not g.is_gone)

    @Slot()
    def _start_all(self) -> None:
        self.proposed.emit(e.GroupTimersStarted(self._all(), self.minutes.value() * 60))

    @Slot()
    def _stop_all(self) -> None:
        self.proposed.emit(e.GroupTimersStopped(self._all()))

    def _toggle_all(self) -> None:
        if self.stop_all.isEnabled():
            self._stop_all()
        else:
            self._start_all()

    def _run(self, group: str, start: bool) -> None:
        if not start:
            self.proposed.emit(e.GroupTimersStopped((group,)))
            return
        left = self._state.of(group).timer.left
        self.proposed.emit(e.GroupTimersStarted((group,), 0 if left else self.minutes.value() * 60))

    def _more(self, group: str) -> None:
        self.proposed.emit(e.GroupTimeAdded((group,), 60))

    def _toggle_timer(self) -> None:
        if not self.chosen.is_gone:
            self._run(self._chosen, self._state.of(self._chosen).timer.since is None)

    def _one_more(self) -> None:
        if not self.chosen.is_gone:
            self._more(self._chosen)

    def _toggle(self, status: e.GroupStatus) -> None:
        if not self.chosen.is_gone:
            self.card(self._chosen).toggle_status(status)

    def _step_group(self, steps: int) -> None:
        ids = [g.id for g in self._groups]
        at = ids.index(self._chosen) + steps
        if 0 <= at < len(ids):
            typing = next((n for n, box in enumerate(self.answers.boxes) if box.hasFocus()), None)
            self.choose(ids[at])
            # Whoever types goes on with the same question of the next group.
            focus: QWidget = self.card(ids[at]) if typing is None else self.answers.boxes[typing]
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, str)
    def _answer(self, question: int, text: str) -> None:
        at, said = (self._chosen, question), text.strip()
        # Held against what was last asked for: the state may not have come back from the disk yet.
        if said != self._asked_for.get(at, self._state.of(self._chosen).answers.get(question, "")):
            self._asked_for[at] = said
            self.proposed.emit(e.GroupAnswered(self._chosen, question, text))

    @Slot(str)
    def _give_variant(self, variant: str) -> None:
        self.proposed.emit(e.VariantGiven(self._chosen, variant))

    @Slot()
    def _save_file(self) -> None:
        if not self.chosen.is_gone:
            self.answers.commit()
            self.save_wanted.emit(self.files.to_save(self.chosen))

    @Slot()
    def _read_file(self) -> None:
        if not self.chosen.is_gone:
            self.answers.commit()
            self.read_wanted.emit(self.files.to_read(self.chosen))

    # -- pages and the room
    def _need_reading(self) -> ReadingPage:
        if self.reading is None:
            self.reading = ReadingPage(self.stack)
            self.reading.reveal_wanted.connect(self._reveal)
            self.stack.addWidget(self.reading)
            self.reading.show_state(self._state, self._context)
        return self.reading

    @Slot(str)
    def _turn_page(self, page: str) -> None:
        self.answers.commit()
        if page == READING:
            self.stack.setCurrentWidget(self._need_reading())
        else:
            self.stack.setCurrentIndex(0)

    def _other_page(self) -> None:
        other = BOARD if self.pages.current() == READING else READING
        self.pages.set_current(other)
        self._turn_page(other)
        self.pages.button(other).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _turn_room(self, shows: str) -> None:
        self.proposed.emit(e.GroupRoomTurned(e.RoomShows(shows), self._state.question))

    def _next_in_room(self) -> None:
        order = [s for s in e.RoomShows if s is not e.RoomShows.READING or self._state.revealed]
        at = order.index(self._state.shows) if self._state.shows in order else -1
        self._turn_room(order[(at + 1) % len(order)].value)

    def _step_in_room(self, steps: int, _checked: bool = False) -> None:
        if self._state.shows is e.RoomShows.READING:
            page = self._state.page + steps
            if 0 <= page < KIND.pages(self._state, self._context):
                self.proposed.emit(e.GroupRoomTurned(e.RoomShows.READING, self._state.question, page))
            return
        at = self._state.question + steps
        if 0 <= at < len(questions(self._context)):
            self.proposed.emit(e.GroupRoomTurned(e.RoomShows.ANSWERS, at))

    def _next_step(self) -> None:
        if self._state.shows is e.RoomShows.GROUPS:
            self._turn_room(e.RoomShows.ANSWERS.value)
        else:
            self._step_in_room(1)

    def _toggle_reading(self) -> None:
        self._need_reading().toggle_reveal()

    def _reveal(self, ref: str, part: e.ReadingPart, wanted: bool) -> None:
        self.proposed.emit(e.ReadingRevealed(ref, part) if wanted else e.ReadingHidden(ref, part))


def _beside(*parts: QWidget, parent: QWidget) -> QWidget:
    """Keep a few controls beside each other where the row breaks."""
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for part in parts:
        row.addWidget(part)
    return holder
