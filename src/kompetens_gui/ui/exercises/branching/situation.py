"""The story at a place: day, who, what is told, the choices; or how it came out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.ui.exercises.branching.scene import Phase, Scene
from kompetens_gui.ui.exercises.option_list import Option, OptionList
from kompetens_gui.ui.exercises.reading_width import ReadingWidth
from kompetens_gui.ui.widgets.branching_words import actor_name, day_name, end_name
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.story_parts import IconBox, LatePart, Voice
from kompetens_gui.ui.widgets.tags import Tag


class SituationCard(Card):
    """Signals: `picked()` when another choice is picked, `back_wanted()`, `start_over_wanted()`, `compare_wanted()`."""

    picked = Signal()
    back_wanted = Signal()
    start_over_wanted = Signal()
    compare_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._turn, self._told = 0, False
        self.body.setContentsMargins(32, 24, 32, 20)
        self.body.setSpacing(12)
        self.day = Tag("", "accent", icon_name="", parent=self)
        self.who = Tag("", "neutral", icon_name="", parent=self)
        self.place = Label("", "small", "muted", wrap=True, parent=self)
        self.place.setContentsMargins(0, 3, 0, 0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.day, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.who, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.place, 1)
        self.body.addLayout(head)
        self.end_title = Heading("", "h2", parent=self)
        self.late = LatePart(self)
        self.text = Label("", "body", wrap=True, parent=self)
        self.voice = Voice(self)
        self.looking_back = IconBox("chat-circle-text", self.tr("Att tänka på"), self)
        self.question = Heading("", "h3", parent=self)
        self.options = OptionList(self.tr("Valen"), strong=True, parent=self)
        self.options.chosen.connect(self.picked)
        for part in (
            self.end_title,
            self.late,
            ReadingWidth(self.text, self),
            ReadingWidth(self.voice, self),
            self.looking_back,
            self.question,
            self.options,
        ):
            self.add(part)
        self.body.addStretch(1)
        self.add(self._make_foot())

    def show_scene(self, case: BranchingCase, scene: Scene, *, can_compare: bool) -> None:
        """Show a scene; what has been picked of the same choices stays picked."""
        node, ended = scene.node, scene.phase == Phase.END
        self.day.set_status(day_name(scene.state.day), "accent", "")
        who = end_name(node.end) if node.end else actor_name(node.who) if node.who else ""
        self.who.set_status(who, "neutral", "")
        show_when(self.who, bool(who))
        self.place.setText(node.place)
        self.end_title.setText(node.title)
        show_when(self.end_title, ended)
        self.late.show_late(scene.late)
        show_when(self.late, bool(scene.late))
        self.text.setText(node.text)
        self.voice.say(node.voice, case.head.person.name if case.head.person else "")
        show_when(self.voice, bool(node.voice))
        self.looking_back.show_lines([(node.looking_back, False)])
        show_when(self.looking_back, ended and bool(node.looking_back))
        self.question.setText(node.question)
        show_when(self.question, not ended)
        self._show_options(scene)
        show_when(self.back, bool(scene.state.steps) or scene.phase == Phase.TOLD)
        show_when(self.start_over, bool(scene.state.steps))
        show_when(self.compare, can_compare)
        show_when(self.one_life, ended and not can_compare)

    def _show_options(self, scene: Scene) -> None:
        show_when(self.options, bool(scene.choices))
        if self._told and scene.phase != Phase.TOLD:
            # Choices that were told are offered anew, also when they are the same.
            self._turn += 1
        self._told = scene.phase == Phase.TOLD
        about = f"{scene.node.id}/{len(scene.state.steps)}/{self._turn}"
        self.options.show_options(about, [Option(c.id, c.text, c.detail) for c in scene.choices])
        if scene.phase == Phase.TOLD:
            self.options.set_current(scene.chosen)
            self.options.lock()
            self.options.tell(scene.chosen, self.tr("Ert val"), "accent")

    def _make_foot(self) -> QWidget:
        foot = FlowRow(8, self)
        self.back = Button(self.tr("Gå tillbaka ett steg"), "secondary", "sm", icon_name="arrow-u-up-left", parent=foot)
        self.back.setToolTip(self.tr("Gå tillbaka ett steg (Alt+←)"))
        self.start_over = Button(self.tr("Börja om"), "secondary", "sm", parent=foot)
        self.compare = Button(self.tr("Jämför två liv"), "tonal", "sm", icon_name="columns", parent=foot)
        self.back.clicked.connect(self.back_wanted)
        self.start_over.clicked.connect(self.start_over_wanted)
        self.compare.clicked.connect(self.compare_wanted)
        for button in (self.back, self.start_over, self.compare):
            foot.add(button)
        self.one_life = Label(
            self.tr("Lev ett liv till, så kan ni jämföra de två."), "small", "muted", wrap=True, parent=self
        )
        self.add(self.one_life)
        return foot
