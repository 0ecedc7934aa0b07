"""One knowledge item: asked, then shown answered with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.item_answers import AnsweredView, ItemView
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItemType
from kompetens_gui.ui.exercises.items.answering import Answering
from kompetens_gui.ui.exercises.items.choosing import Choosing
from kompetens_gui.ui.exercises.items.counting import Counting
from kompetens_gui.ui.exercises.items.feedback import FeedbackBox
from kompetens_gui.ui.exercises.items.matching import Matching
from kompetens_gui.ui.exercises.items.ordering import Ordering
from kompetens_gui.ui.exercises.items.placing import Placing
from kompetens_gui.ui.exercises.scrolling import keep_in_view
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.preparing import preparing
from kompetens_gui.ui.widgets.tags import Tag

_MAKERS: Final[dict[KnowledgeItemType, Callable[[ItemView, QWidget], Answering]]] = {
    KnowledgeItemType.ONE: Choosing,
    KnowledgeItemType.MANY: Choosing,
    KnowledgeItemType.ORDER: Ordering,
    KnowledgeItemType.MATCH: Matching,
    KnowledgeItemType.TIMELINE: Placing,
    KnowledgeItemType.NUMBER: Counting,
}


class ItemCard(QWidget):
    """Asks an item. `changed()` when `answer()` may be another than before."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, bool] = ("", False)
        self.safety = Tag(self.tr("Säkerhetsfråga"), "warn", icon_name="shield-check", parent=self)
        self.text = Heading("", "h2", parent=self)
        self.how = Label("", "small", "muted", wrap=True, parent=self)
        self.answering: Answering = Answering(self)
        self._ready: tuple[ItemView, Answering] | None = None
        self.feedback = FeedbackBox(self)
        show_when(self.safety, False)
        show_when(self.feedback, False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for part in (self.safety, self.text, self.how, self.answering, self.feedback):
            self._column.addWidget(part)

    @property
    def item_id(self) -> str:
        """The item on show; empty before the first."""
        return self._shown[0]

    @property
    def is_answered(self) -> bool:
        return self._shown[1]

    def show_item(self, view: ItemView) -> None:
        """Ask an item; one that is asked already keeps what has been chosen so far."""
        if self._shown != (view.id, False):
            self._take(view, answered=False)
            self.changed.emit()

    def show_answered(self, answered: AnsweredView) -> None:
        """Show how an item was answered."""
        view = answered.shown
        if self._shown == (view.id, True):
            return
        just_answered = self._shown == (view.id, False)
        if not just_answered:
            self._take(view, answered=True)
        self._shown = (view.id, True)
        self.answering.show_answered(answered)
        self.feedback.show_answered(answered)
        show_when(self.how, False)
        show_when(self.feedback, True)
        self.changed.emit()
        if just_answered:
            QTimer.singleShot(0, self.feedback, self._show_feedback)

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        """Yield what makes the parts that the answer to the item on show will bring."""
        return self.answering.parts_for_later() if not self.is_answered else iter(())

    def making_ready(self, view: ItemView) -> Iterator[Callable[[], object]]:
        """Make what an item that comes later is answered with, unseen, a piece at a time."""
        if self._ready is not None and self._ready[0] == view:
            return
        yield partial(self._make_ready, view)
        if self._ready is not None:
            yield from preparing(self._ready[1], self.answering.size())

    def answer(self) -> ItemAnswer | None:
        """Return the answer as it stands, None while it is not whole or already given."""
        return None if self._shown[1] else self.answering.answer()

    def first_focus(self) -> QWidget:
        return self.answering.first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_0.value
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and 1 <= number <= 9 and not self._shown[1] and self.answering.press(number)):
            super().keyPressEvent(event)

    def _show_feedback(self) -> None:
        keep_in_view(self.feedback)

    def _take(self, view: ItemView, *, answered: bool) -> None:
        had_keyboard = self.answering.isAncestorOf(QApplication.focusWidget() or self)
        self._shown = (view.id, answered)
        self.text.setText(view.text)
        self.how.setText(self._how(view.type))
        show_when(self.how, bool(self.how.text()) and not answered)
        show_when(self.safety, view.safety)
        show_when(self.feedback, False)
        old, self.answering = self.answering, self._take_ready(view) or _MAKERS[view.type](view, self)
        self._column.replaceWidget(old, self.answering)
        old.hide()
        old.deleteLater()
        self.answering.show()
        self.answering.changed.connect(self.changed)
        if had_keyboard:
            self.first_focus().setFocus()

    def _make_ready(self, view: ItemView) -> None:
        self._forget_ready()
        answering = _MAKERS[view.type](view, self)
        answering.hide()
        self._ready = view, answering

    def _take_ready(self, view: ItemView) -> Answering | None:
        """Hand over what was made ready when it is for this item; nothing is held after this."""
        if self._ready is None or self._ready[0] != view:
            self._forget_ready()
            return None
        answering = self._ready[1]
        self._ready = None
        return answering

    def _forget_ready(self) -> None:
        if self._ready is not None:
            self._ready[1].deleteLater()
            self._ready = None

    def _how(self, type_: KnowledgeItemType) -> str:
        return {
            KnowledgeItemType.ONE: self.tr("Välj ett svar."),
            KnowledgeItemType.MANY: self.tr("Välj alla som stämmer."),
            KnowledgeItemType.MATCH: self.tr("Para ihop. Sifferknapparna väljer till höger."),
            KnowledgeItemType.TIMELINE: self.tr("Skriv vilken dag i kedjan det gäller."),
        }.get(type_, "")
