"""The line at hand, what each group would say, and the models."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.talk_drill import (
    KIND,
    LONGEST_TEXT,
    DrillLineShown,
    ModelsShown,
    TalkDrillState,
    WordingWritten,
)
from kompetens_gui.domain.material.talk_drill import DrillLine, TalkDrill
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton
from kompetens_gui.ui.activities.point_list import PointList
from kompetens_gui.ui.activities.stepping import StepHead
from kompetens_gui.ui.activities.talk_drill.words import task_words
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action


class TalkDrillLeader(LeaderPanel):
    """Writes down how the room would say it. With groups, the one chosen in the list is credited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = TalkDrillState()
        self._line: DrillLine | None = None
        self._groups: tuple[tuple[str, str], ...] = ()
        self.head = StepHead(self.tr("Förra repliken (Alt+←)"), self.tr("Nästa replik (Alt+→)"))
        self.head.stepped.connect(self._step)
        self.task = Label("", "small-strong", "accent")
        self.situation = Label("", "small", "muted", wrap=True)
        self.line = Heading("", "h2")
        self.group = choice_box()
        self.group_field = Field(self.tr("&Vem säger det"), self.group)
        self.wordings = PointList(self.tr("&Så säger vi det"), LONGEST_TEXT, ranked=False)
        self.wordings.written.connect(self._write)
        self.private = PrivateBox()
        self.reveal = RevealButton(self.tr("Visa förslagen i rummet"), self.tr("Dölj förslagen"), size="sm")
        self.reveal.reveal_wanted.connect(self._reveal)
        self.private.head.addWidget(self.reveal)
        self.models = Label("", "small", wrap=True)
        self.points = Label("", "small", "muted", wrap=True)
        self.private.body.addWidget(self.models)
        self.private.body.addWidget(self.points)
        self._actions = self._make_actions()
        area, body = side_scroll(self)
        for part in (self.task, self.situation, self.line, self.group_field, self.wordings, self.private):
            body.addWidget(part)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(area, 1)
        self.begin_at(self.wordings.new)

    def show_state(self, state: TalkDrillState, context: ActivityContext) -> None:
        """Show the line with its wordings."""
        drill = context.material
        if not isinstance(drill, TalkDrill):
            self.line.setText(self.tr("Materialet saknas. Välj ett i planen."))
            return
        self._state = state
        self._line = line = KIND.line(state, context)
        self.head.show_place(self.tr("Replik {number} av {count}"), drill.lines.index(line), len(drill.lines))
        self.task.setText(task_words(line.task))
        self.situation.setText(line.situation)
        self.line.setText(f"”{line.line}”")
        self._show_groups(tuple((g.id, g.name) for g in context.groups))
        names = dict(self._groups)
        self.wordings.show_points([(w.id, w.text) for w in KIND.wordings(state, line.id)])
        for row, wording in zip(self.wordings.rows(), KIND.wordings(state, line.id), strict=False):
            row.setToolTip(names.get(wording.group, ""))
        self.models.setText("\n".join(f"• {model}" for model in line.models))
        self.points.setText("\n".join(f"– {point}" for point in line.points))
        self.reveal.set_shown(line.id in state.revealed)

    def commit_pending(self) -> None:
        self.wordings.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _show_groups(self, groups: tuple[tuple[str, str], ...]) -> None:
        self.group_field.setVisible(bool(groups))
        if groups == self._groups:
            return
        self._groups = groups
        with QSignalBlocker(self.group):
            self.group.clear()
            self.group.addItem(self.tr("Hela rummet"), "")
            for group, name in groups:
                self.group.addItem(name, group)

    def _step(self, steps: int) -> None:
        self.wordings.commit()
        self.proposed.emit(DrillLineShown(self._state.line + steps))

    @Slot(str, str)
    def _write(self, wording: str, text: str) -> None:
        if self._line is None:
            return
        known = next((w for w in self._state.wordings if w.id == wording), None)
        group = known.group if known else str(self.group.currentData() or "")
        self.proposed.emit(WordingWritten(wording, self._line.id, text, group))

    @Slot(bool)
    def _reveal(self, shown: bool) -> None:
        if self._line is not None:
            self.proposed.emit(ModelsShown(self._line.id, shown))

    def _toggle_models(self) -> None:
        if self._line is not None:
            self._reveal(self._line.id not in self._state.revealed)

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra repliken"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa replik"), "Alt+Right")
        models = kind_action(self, self.tr("Visa eller dölj förslagen"), "Ctrl+Shift+F")
        earlier.triggered.connect(self.head.step_back)
        later.triggered.connect(self.head.step_on)
        models.triggered.connect(self._toggle_models)
        return [earlier, later, models]
