"""The small groups of a plan: who sits with whom, and how many are without a group."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.workshop import groups as rules
from kompetens_gui.domain.workshop.plan import SmallGroup
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.group_board import GroupBoard
from kompetens_gui.ui.widgets.labels import IconText, Label
from kompetens_gui.ui.widgets.layouts import clear_layout

translate = QCoreApplication.translate


class GroupsCard(Card):
    """Signals: `arrange_wanted()`."""

    arrange_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Grupper"), dense=True, parent=parent)
        self.body.setContentsMargins(20, 20, 20, 16)
        self.body.setSpacing(8)
        self.arrange = Button(self.tr("Ordna"), "ghost", "sm", icon_name="users-three", parent=self)
        self.arrange.setAccessibleName(self.tr("Ordna grupper"))
        self.arrange.clicked.connect(self.arrange_wanted)
        self.add_to_head(self.arrange)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self.body.addLayout(self._column)
        self._shown: tuple[str, ...] = ()

    def show_view(self, view: PlanView) -> None:
        self.arrange.setVisible(not view.locked)
        plan = view.plan
        lines = tuple(_line(g, view) for g in plan.groups)
        left = rules.ungrouped(plan.groups, plan.participants) if plan.groups else ()
        remarks = []
        if not plan.groups:
            remarks.append(self.tr("Inga grupper än. Moment för grupper går att leda ändå, med hela rummet."))
        if left:
            remarks.append(self.tr("{people} utan grupp").format(people=words.participants(len(left))))
        for group in rules.alone(plan.groups):
            remarks.append(self.tr("{group} har bara en person").format(group=group.name))
        shown = (*lines, "", *remarks)
        if shown == self._shown:
            return
        self._shown = shown
        clear_layout(self._column)
        for line in lines:
            self._column.addWidget(Label(line, "dense", wrap=True, parent=self))
        for remark in remarks:
            if plan.groups:
                told = IconText("info", remark, "small", "muted", parent=self)
                told.label.setWordWrap(True)
                self._column.addWidget(told)
            else:
                self._column.addWidget(Label(remark, "small", "muted", wrap=True, parent=self))


def _line(group: SmallGroup, view: PlanView) -> str:
    names = {p.id: p.name for p in view.plan.participants}
    inside = [names[m] for m in group.members if m in names]
    people = ", ".join(inside) or translate("Planning", "ingen än")
    return f"{group.name}: {people}"


class GroupsDialog(PlanningDialog):
    """Signals: `groups_changed(tuple[SmallGroup, ...])` after each change, `undo_wanted()`."""

    groups_changed = Signal(object)
    undo_wanted = Signal()

    def __init__(self, view: PlanView, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Planning", "Grupper"),
            translate(
                "Planning",
                "Blanda efter yrke och enhet, och flytta sedan själv. Blir det ojämnt blir en grupp större.",
            ),
            width=1040,
            height=700,
            parent=parent,
        )
        self.nobody = Label(self.tr("Lägg till deltagare först. Då kan de delas in här."), "body", "muted", wrap=True)
        self.board = GroupBoard(self)
        self.body.addWidget(self.nobody)
        self.body.addWidget(self.board)
        self.body.addStretch(1)
        undo = Button(self.tr("Ångra"), "ghost", icon_name="arrow-counter-clockwise")
        undo.clicked.connect(self.undo_wanted)
        self.foot.addWidget(undo)
        self.foot.addStretch(1)
        self.close_button(self.tr("Klar"))
        self.board.groups_changed.connect(self.groups_changed)
        self.show_view(view)

    def show_view(self, view: PlanView) -> None:
        people = view.plan.participants
        self.nobody.setVisible(not people)
        self.board.setVisible(bool(people))
        self.board.show_groups(view.plan.groups, people)
