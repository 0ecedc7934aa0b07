"""What was agreed last time in the series, for whoever plans the next session."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS
from kompetens_gui.domain.workshop.series import SeriesMemory
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.hand_over import HandOver
from kompetens_gui.services.hand_over_words import hand_over_text
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, IconText, Label
from kompetens_gui.ui.widgets.layouts import clear_layout

translate = QCoreApplication.translate
FOLLOW_UP = "follow_up"


class SeriesCard(Card):
    """Hidden for a session that belongs to no series.

    Signals: `follow_up_wanted()` to begin the plan with what was promised, `next_wanted()`, `hand_over_wanted()`.
    """

    follow_up_wanted = Signal()
    next_wanted = Signal()
    hand_over_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Serien"), dense=True, parent=parent)
        self.body.setContentsMargins(20, 20, 20, 16)
        self.body.setSpacing(8)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.body.addLayout(self._column)
        buttons = FlowRow(8, self)
        self.follow_up = Button(self.tr("Börja med uppföljning"), "link", "sm", parent=buttons)
        self.next = Button(self.tr("Nästa träff i serien"), "link", "sm", parent=buttons)
        self.hand_over = Button(self.tr("Lämna över…"), "link", "sm", parent=buttons)
        for button, wanted in (
            (self.follow_up, self.follow_up_wanted),
            (self.next, self.next_wanted),
            (self.hand_over, self.hand_over_wanted),
        ):
            button.clicked.connect(wanted)
            buttons.add(button)
        self.body.addWidget(buttons)
        self._shown: tuple[str, SeriesMemory | None] | None = None
        self.hide()

    def show_view(self, view: PlanView) -> None:
        plan, left = view.plan, view.left
        self.setVisible(bool(plan.series.strip()))
        has_follow_up = any(i.kind == FOLLOW_UP for i in plan.agenda)
        promised = left is not None and not left.is_empty
        self.follow_up.setVisible(promised and not has_follow_up and not view.locked and FOLLOW_UP in ACTIVITY_KINDS)
        if (plan.series, left) == self._shown:
            return
        self._shown = (plan.series, left)
        clear_layout(self._column)
        put: Callable[[QWidget], None] = self._column.addWidget
        put(Label(plan.series, "dense-strong", wrap=True, parent=self))
        if left is None:
            put(Label(self.tr("Ingen träff i serien är hållen än."), "small", "muted", wrap=True, parent=self))
            return
        day = day_words(left.held_on) if left.held_on else ""
        put(
            Label(
                self.tr("Senast: {day}").format(day=day) if day else left.title,
                "small",
                "muted",
                wrap=True,
                parent=self,
            )
        )
        promises = [": ".join(p for p in (c.who, c.text) if p) for c in left.commitments]
        self._put_list(self.tr("Åtaganden"), "flag", promises)
        self._put_list(self.tr("Det gruppen tog med sig"), "check", left.takeaways)
        self._put_list(self.tr("Obesvarade frågor"), "question", left.open_questions)
        if left.is_empty:
            put(Label(self.tr("Inget skrevs upp då."), "small", "muted", wrap=True, parent=self))

    def _put_list(self, title: str, icon_name: str, rows: Sequence[str]) -> None:
        if not rows:
            return
        self._column.addWidget(Heading(title, "h3", parent=self))
        for row in rows:
            line = IconText(icon_name, row, "small", "muted", parent=self)
            line.label.setWordWrap(True)
            layout = line.layout()
            if layout is not None:
                layout.setAlignment(line.icon, Qt.AlignmentFlag.AlignTop)
            self._column.addWidget(line)


class HandOverDialog(PlanningDialog):
    """The sheet for a new leader, to read and to copy."""

    def __init__(self, sheet: HandOver, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Planning", "Lämna över serien"),
            translate("Planning", "Det en ny ledare behöver veta. Inga deltagare är namngivna."),
            width=760,
            height=680,
            parent=parent,
        )
        self.text = QPlainTextEdit(hand_over_text(sheet))
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Överlämning"))
        self.text.setMinimumHeight(theme.px(320))
        self.body.addWidget(self.text, 1)
        self.copied = Label("", "small", "ok")
        self.foot.addWidget(self.copied, 1)
        self.close_button(self.tr("Stäng"))
        self.copy = Button(self.tr("Kopiera texten"), "primary", icon_name="copy")
        self.copy.clicked.connect(self._copy)
        self.foot.addWidget(self.copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.setText(self.tr("Kopierat"))
