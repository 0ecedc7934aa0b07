"""The smaller cards of the overview; each shrinks to a line when it has nothing to tell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import cached_property, partial
from typing import Final

from PySide6.QtCore import QRectF, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.home.view_state import Check, NextCardState, QuestionLine, SessionLine
from kompetens_gui.ui.home.words import (
    category_word,
    check_words,
    day_word,
    participants_word,
    short_date,
    time_span,
)
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.lean import line, solid
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.empty_state import IconTile
from kompetens_gui.ui.widgets.labels import Label, MarkedLabel, Tone, rule
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.progress import Bar
from kompetens_gui.ui.widgets.responsive import at_left, at_top
from kompetens_gui.ui.widgets.tags import Tag

_SHOWN = 3
# Free above and below a line of the checklist.
_EDGE: Final = 3
_DONE_LOOK: Final[tuple[str, Tone]] = ("dense", "muted")
_OPEN_LOOK: Final[tuple[str, Tone]] = ("dense-strong", "")


class ListCard(Card):
    """A card with a heading and rows between hair lines, or one quiet sentence when there are no rows.

    `filled(bool)` tells, at every change, whether there are rows.
    """

    filled = Signal(bool)

    def __init__(self, title: str, empty: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.body.setSpacing(0)
        self._empty_words = empty
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addSpacing(8)
        self.body.addLayout(self._rows)
        self._held: list[QWidget] = []

    @cached_property
    def _empty(self) -> Label:
        label = Label(self._empty_words, "small", "muted", wrap=True)
        self.body.insertWidget(self.body.indexOf(self._rows), label)
        return label

    def show_rows(self, rows: Sequence[QWidget]) -> None:
        for old in self._held:
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._held = []
        for row in rows:
            for widget in (rule(), row):
                self._rows.addWidget(widget)
                self._held.append(widget)
        if not rows or "_empty" in vars(self):
            show_when(self._empty, not rows)
        self.filled.emit(bool(rows))


class CheckLine(MarkedLabel):
    """A line of the checklist with a still tick box before it: it shows, it is not clicked.

    Box and words are one widget, for there are ten of these and the first paint waits for each.
    """

    def __init__(self, words: str, *, done: bool, parent: QWidget | None = None) -> None:
        level, tone = _DONE_LOOK if done else _OPEN_LOOK
        super().__init__(words, level, tone, side=20, air=12, edge=_EDGE if done else 0, wrap=True, parent=parent)
        self._done = done
        self.setAccessibleDescription(self.tr("Klart") if done else self.tr("Återstår"))

    def paint_mark(self, painter: QPainter, room: QRectF) -> None:
        tokens = theme.tokens_for(self)
        shape = QPainterPath()
        shape.addRoundedRect(room.adjusted(1, 1, -1, -1), 4, 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(shape, solid(QColor(tokens.accent if self._done else tokens.surface)))
        painter.strokePath(shape, line(QColor(tokens.accent if self._done else tokens.border_strong), 2))
        if self._done:
            edge = theme.px(3, self)
            paint_icon(painter, "check-bold", room.adjusted(edge, edge, -edge, -edge), QColor(tokens.on_accent))


class ChecklistCard(Card):
    """What is ready and what is not. `mend_wanted(id, check)` when the link of an open line is pressed."""

    mend_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Förberedelser"), parent=parent)
        self.body.setSpacing(8)
        self.count = Label("", "small", "muted")
        self.add_to_head(self.count)
        self._bar = Bar()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._held: list[QWidget] = []
        self.body.addWidget(self._bar)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)

    def show_checks(self, state: NextCardState) -> None:
        """Show the open lines first; the finished ones keep their order beneath."""
        checks = [c for c in state.checks if c.name != "not_past" or not c.done]
        done = sum(c.done for c in checks)
        self.count.setText(self.tr("{done} av {total} klara").format(done=done, total=len(checks)))
        self._bar.set_share(done / len(checks) if checks else 0.0, "ok" if done == len(checks) else "accent")
        for old in self._held:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._held = [self._line(check, state.line.id) for check in sorted(checks, key=lambda c: c.done)]
        for held in self._held:
            self._lines.addWidget(held)

    def _line(self, check: Check, session_id: str) -> QWidget:
        words = check_words(check.name)
        if check.done:
            return CheckLine(words.done, done=True)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, _EDGE, 0, _EDGE)
        row.setSpacing(12)
        row.addWidget(CheckLine(words.todo, done=False), 1)
        link = Button(words.link, "link")
        link.setAccessibleName(f"{words.link}: {words.todo}")
        link.clicked.connect(partial(self._mend, session_id, check.name))
        row.addWidget(link)
        return box

    def _mend(self, session_id: str, check: str, _checked: bool = False) -> None:
        self.mend_wanted.emit(session_id, check)


class QuestionsCard(ListCard):
    """What was asked at the latest sessions and waits for an answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Frågelådan"), self.tr("Frågor som du fångar under en träff samlas här."), parent=parent
        )
        self._questions: tuple[QuestionLine, ...] = ()
        self._all_shown = False
        self.count = Tag("", "accent")
        self.add_to_head(self.count)
        self.all_button = Button("", "link")
        self.all_button.clicked.connect(self._toggle)
        self.body.addStretch(1)
        self.body.addLayout(at_left(self.all_button))

    def show_questions(self, questions: Sequence[QuestionLine]) -> None:
        self._questions = tuple(questions)
        show_when(self.count, bool(questions))
        self.count.set_status(str(len(questions)), "accent")
        self.count.setAccessibleName(self.tr("{count} frågor").format(count=len(questions)))
        self._show()

    @Slot()
    def _toggle(self) -> None:
        self._all_shown = not self._all_shown
        self._show()

    def _show(self) -> None:
        shown = self._questions if self._all_shown else self._questions[:_SHOWN]
        self.show_rows([_question_row(question) for question in shown])
        show_when(self.all_button, len(self._questions) > _SHOWN)
        every = self.tr("Visa alla {count} frågor").format(count=len(self._questions))
        self.all_button.setText(self.tr("Visa färre") if self._all_shown else every)


class ComingCard(ListCard):
    """Sessions after the next one. `open_plan_wanted(id)`."""

    open_plan_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Kommande"), self.tr("Inget mer är planerat."), parent=parent)
        self.body.addStretch(1)

    def show_sessions(self, lines: Sequence[SessionLine], now: datetime) -> None:
        self.show_rows([self._row(line, now) for line in lines])

    def _row(self, line: SessionLine, now: datetime) -> QWidget:
        button = Button(self.tr("Öppna"), "link")
        title = line.title or self.tr("Gruppdialog utan namn")
        button.setAccessibleName(self.tr("Öppna planen för {title}").format(title=title))
        button.clicked.connect(partial(self._open, line.id))
        when = self.tr("Dagen är inte satt")
        if line.starts_at is not None:
            when = f"{day_word(line.starts_at, now)} {time_span(line.starts_at, line.minutes)}"
            when = when[:1].upper() + when[1:]
        return _icon_row("calendar-blank", title, ", ".join(part for part in (when, line.place) if part), button)

    def _open(self, session_id: str, _checked: bool = False) -> None:
        self.open_plan_wanted.emit(session_id)


class LatestCard(ListCard):
    """Sessions that are over, and how many course certificates have been issued. `closing_wanted(id)`."""

    closing_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Senast"), self.tr("Avslutade träffar med protokoll och kursintyg samlas här."), parent=parent
        )
        self.body.addStretch(1)

    def show_latest(self, lines: Sequence[SessionLine], course_certificates: int, now: datetime) -> None:
        rows = [self._row(line, now) for line in lines]
        if course_certificates:
            words = (
                self.tr("1 kursintyg utfärdat")
                if course_certificates == 1
                else self.tr("{count} kursintyg utfärdade").format(count=course_certificates)
            )
            rows.append(_icon_row("medal", words, self.tr("Sammanlagt. De finns i avslutet för varje träff."), None))
        self.show_rows(rows)

    def _row(self, line: SessionLine, now: datetime) -> QWidget:
        button = Button(self.tr("Öppna avslutet"), "link")
        title = line.title or self.tr("Gruppdialog utan namn")
        button.setAccessibleName(self.tr("Öppna avslutet för {title}").format(title=title))
        button.clicked.connect(partial(self._open, line.id))
        facts = (
            short_date(line.starts_at, now) if line.starts_at else "",
            participants_word(line.participants) if line.participants else "",
            line.place,
        )
        return _icon_row("presentation", title, ", ".join(f for f in facts if f), button)

    def _open(self, session_id: str, _checked: bool = False) -> None:
        self.closing_wanted.emit(session_id)


def _icon_row(icon_name: str, title: str, detail: str, button: Button | None) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 10, 0, 10)
    row.setSpacing(12)
    row.addLayout(at_top(IconTile(icon_name)))
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label(title, "dense", wrap=True))
    if detail:
        words.addWidget(Label(detail, "meta", "faint", wrap=True))
    row.addLayout(words, 1)
    if button is not None:
        row.addWidget(button)
    return box


def _question_row(question: QuestionLine) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 10, 0, 10)
    column.setSpacing(4)
    column.addWidget(Label(question.text, "dense", wrap=True))
    where = ", ".join(part for part in (category_word(question.category), question.session) if part)
    column.addWidget(Label(where, "meta", "faint", wrap=True))
    return box
