"""Something to read, page by page, and the questions right after."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.exercises.reading import PageRead, ReadingView
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.study.common import StudyContentHead
from kompetens_gui.domain.study.questions import KnowledgeItemId
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction
from kompetens_gui.ui.exercises.items.card import ItemCard
from kompetens_gui.ui.exercises.items.feedback import source_line
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import READING_WIDTH
from kompetens_gui.ui.widgets.buttons import IconButton
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Label, rule
from kompetens_gui.ui.widgets.markdown_view import MarkdownView
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns, at_top

_KEY = Qt.Key
_OUTER_KEYS: Final = frozenset(
    (_KEY.Key_Up, _KEY.Key_Down, _KEY.Key_PageUp, _KEY.Key_PageDown, _KEY.Key_Home, _KEY.Key_End, _KEY.Key_Space)
)
_TURNS: Final = {_KEY.Key_Left: -1, _KEY.Key_Right: 1, _KEY.Key_PageUp: -1, _KEY.Key_PageDown: 1}


def exercise_panel(parent: QWidget | None = None) -> ExercisePanel:
    """Make the panel of the kind."""
    return ReadingPanel(parent)


class WholeMarkdown(MarkdownView):
    """A page shown at its whole height: the page around it scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("body", parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _OUTER_KEYS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _fit(self) -> None:
        height = round(self.document().size().height()) + 2 * self.frameWidth() + 4
        if height != self.height():
            self.setFixedHeight(height)


class ReadingPanel(ExercisePanel):
    """The pages with keys to turn them, then one question at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: ReadingView | None = None
        self._page = 0
        self._asking = False
        self._then_ask = False
        self._under_way = False
        self.columns = ResponsiveColumns(parent=self)
        self._main, self._side = QWidget(self.columns), QWidget(self.columns)
        self.page_card, self.item_card = Card(parent=self._main), Card(parent=self._main)
        self.goals = Card(self.tr("Efter texten kan du"), parent=self._side)
        self.goal_words = Label("", "dense", wrap=True, parent=self.goals)
        self.sources = Label("", "meta", "faint", wrap=True, parent=self.goals)
        self.title = Heading("", "h2", parent=self.page_card)
        self.text = WholeMarkdown(self.page_card)
        self.previous = IconButton("caret-left", self.tr("Förra sidan (←)"), "secondary", "sm", parent=self.page_card)
        self.next = IconButton("caret-right", self.tr("Nästa sida (→)"), "secondary", "sm", parent=self.page_card)
        self.place = Label("", "small", "muted", parent=self.page_card)
        self.item = ItemCard(self.item_card)
        self._lay_out()
        self.previous.clicked.connect(partial(self._turn, -1))
        self.next.clicked.connect(partial(self._turn, 1))
        self.item.changed.connect(self.primary_changed)

    # -- the panel
    def show_attempt(self, attempt: Attempt) -> None:
        first = self._view is None
        self._view, self._under_way = attempt.view, False
        if first:
            unread = [i for i in range(len(self._view.pages)) if i not in self._view.read]
            self._page = unread[0] if unread else len(self._view.pages) - 1
            self._show_head(attempt.started.content.reading.head)
        self._show_item(first=first)
        if self._then_ask and self._view.next_item is not None:
            self._then_ask = False
            self._ask_next()
        self._show_page()
        self.primary_changed.emit()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        yield from self.item.parts_for_later()
        following = self._view.next_item if self._view is not None else None
        if following is not None and (not self._asking or self.item.is_answered):
            yield from self.item.making_ready(following)

    def primary(self) -> PrimaryAction | None:
        view = self._view
        if view is None:
            return None
        if self._asking:
            return self._item_primary(view)
        if self._page + 1 < len(view.pages):
            return PrimaryAction(self.tr("Nästa sida"), partial(self._turn, 1))
        if len(view.read) < len(view.pages):
            return PrimaryAction(self.tr("Jag har läst klart"), self._read_to_end)
        if view.next_item is not None:
            return PrimaryAction(self.tr("Till frågorna"), self._ask_next)
        return None

    def progress(self) -> tuple[int, int] | None:
        if self._view is None or self._asking:
            return None
        return self._page + 1, len(self._view.pages)

    def first_focus(self) -> QWidget | None:
        return self.item.first_focus() if self._asking else self.text

    # -- keys
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _TURNS.get(Qt.Key(event.key()))
        if steps and not self._asking:
            self._turn(steps)
        else:
            super().keyPressEvent(event)

    # -- what happens
    def _turn(self, steps: int, _checked: bool = False) -> None:
        view, page = self._view, self._page + steps
        if view is None or not 0 <= page < len(view.pages):
            return
        if steps > 0 and self._page not in view.read:
            self.proposed.emit(PageRead(self._page))
        self._page = page
        self._show_page()
        self.primary_changed.emit()

    def _read_to_end(self) -> None:
        view = self._view
        if view is None:
            return
        self._then_ask = True
        # The last page is read now; earlier ones may have been left by the key for the page before.
        for page in range(len(view.pages)):
            if page not in view.read:
                self.proposed.emit(PageRead(page))

    def _ask_next(self) -> None:
        if self._view is not None and self._view.next_item is not None:
            self.item.show_item(self._view.next_item)
            self._show_card(asking=True)
            self.item.first_focus().setFocus()
            self.primary_changed.emit()

    def _answer(self) -> None:
        answer = self.item.answer()
        if answer is not None and not self._under_way:
            self._under_way = True
            self.proposed.emit(ItemAnswered(KnowledgeItemId(self.item.item_id), answer))

    # -- what is shown
    def _item_primary(self, view: ReadingView) -> PrimaryAction | None:
        if not self.item.is_answered:
            can = self.item.answer() is not None and not self._under_way
            return PrimaryAction(self.tr("Svara"), self._answer, can)
        if view.next_item is not None:
            return PrimaryAction(self.tr("Nästa fråga"), self._ask_next)
        return None

    def _show_item(self, *, first: bool) -> None:
        view = self._view
        if view is None:
            return
        answered = next((a for a in view.answered if a.shown.id == self.item.item_id), None)
        if answered is not None:
            self.item.show_answered(answered)
        elif first and view.answered and view.next_item is not None:
            self._ask_next()
        elif first and view.answered:
            self.item.show_answered(view.answered[-1])
            self._show_card(asking=True)

    def _show_page(self) -> None:
        view = self._view
        if view is None:
            return
        page, count = view.pages[self._page], len(view.pages)
        self.title.setText(page.title)
        self.text.setAccessibleName(page.title)
        self.text.show_markdown(page.text)
        self.place.setText(self.tr("Sida {page} av {count}").format(page=self._page + 1, count=count))
        for part in (self.place, self.previous, self.next):
            part.setVisible(count > 1)
        self.previous.setEnabled(self._page > 0)
        self.next.setEnabled(self._page + 1 < count)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "text"):
            self.text.setMaximumWidth(theme.px(READING_WIDTH, self))

    def _show_card(self, *, asking: bool) -> None:
        self._asking = asking
        show_when(self.page_card, not asking)
        show_when(self.item_card, asking)

    def _show_head(self, head: StudyContentHead) -> None:
        self.goal_words.setText("\n".join(f"• {goal}" for goal in head.learning_goals))
        self.sources.setText("\n".join(source_line(source) for source in head.sources))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for part in (self.place, self.previous, self.next):
            head.addWidget(part)
        self.text.setMaximumWidth(theme.px(READING_WIDTH, self))
        main = QVBoxLayout(self._main)
        main.setContentsMargins(0, 0, 0, 0)
        for card in (self.page_card, self.item_card):
            card.body.setContentsMargins(32, 24, 32, 28)
            main.addWidget(card)
        self.page_card.body.addLayout(head)
        self.page_card.add(self.text)
        self.page_card.body.addStretch(1)
        self.item_card.add(self.item)
        self.item_card.body.addStretch(1)
        self.goals.add(self.goal_words)
        self.goals.add(rule(parent=self.goals))
        self.goals.add(self.sources)
        side = at_top(self.goals)
        side.setContentsMargins(0, 0, 0, 0)
        self._side.setLayout(side)
        self.columns.add_column(self._main, 480)
        self.columns.add_column(self._side, 300, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self._show_card(asking=False)
