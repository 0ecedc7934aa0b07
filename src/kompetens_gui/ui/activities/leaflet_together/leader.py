"""Goes from the person's story through the sections to the whole leaflet, and writes what the groups say."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.leaflet_together.events import (
    LeafletState,
    LeafletStep,
    LeafletStepShown,
    ModelShown,
    PointChecked,
    PointsShown,
    SectionTaken,
    SectionWritten,
    group_of,
)
from kompetens_gui.domain.activities.leaflet_together.pages import Page, page_now, stop_now, stops
from kompetens_gui.domain.activities.leaflet_together.room import group_name
from kompetens_gui.domain.activities.leaflet_together.rules import LONGEST_SECTION
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSection
from kompetens_gui.ui.activities.base import LeaderPanel
from kompetens_gui.ui.activities.group_points import GroupChoice
from kompetens_gui.ui.activities.leaflet_together.words import leave_words, not_written, reader_words, stop_words
from kompetens_gui.ui.activities.parts import PrivateBox, RevealButton, flowing
from kompetens_gui.ui.activities.steps_head import StepsHead
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.gentle_words import GentleWords
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import clear_layout, side_scroll
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.pending_text import PendingText
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck


class LeafletTogetherLeader(LeaderPanel):
    """One step at a time; points and model of a section are for the leader until they are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = LeafletState()
        self._leaflet: Leaflet | None = None
        self._points_of: tuple[str, ...] | None = None
        self.head = StepsHead(self)
        self.head.wanted.connect(self._go_to)
        area, body = side_scroll(self)
        self.title = Heading("", "h2", parent=area)
        self.text = Label("", "body", wrap=True, parent=area)
        self.reading = Label("", "h3", wrap=True, parent=area)
        self.group = GroupChoice(self.tr("&Vem skriver delen"), area)
        self.group.box.activated.connect(self._take)
        self.editor = PendingText(LONGEST_SECTION, area)
        self.editor.written.connect(self._write)
        self.editor.typed.connect(self._typed)
        self.editor_field = Field(self.tr("&Så skriver vi"), self.editor, parent=area)
        self.gentle = GentleWords(area)
        self.private = PrivateBox(area)
        self.show_points = RevealButton(self.tr("Visa punkterna"), self.tr("Dölj punkterna"), size="sm")
        self.show_points.reveal_wanted.connect(self._reveal_points)
        self.show_model = RevealButton(self.tr("Visa förslaget"), self.tr("Dölj förslaget"), size="sm")
        self.show_model.reveal_wanted.connect(self._reveal_model)
        reveals = FlowRow(8, self.private)
        reveals.add(self.show_points)
        reveals.add(self.show_model)
        self.private.body.addWidget(reveals)
        self.boxes: list[WrappedCheck] = []
        self.checks = QVBoxLayout()
        self.model = Label("", "small", wrap=True, parent=self.private)
        self.private.body.addLayout(self.checks)
        self.private.body.addWidget(self.model)
        for part in (self.title, self.text, self.reading, self.group, self.editor_field, self.gentle, self.private):
            body.addWidget(part)
        body.addStretch(1)
        self._actions = self._make_actions()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addWidget(area, 1)

    def show_state(self, state: LeafletState, context: ActivityContext) -> None:
        """Show the step at hand; what is being typed is left alone."""
        leaflet = context.material
        if not isinstance(leaflet, Leaflet):
            self.title.setText(self.tr("Materialet saknas. Välj ett i planen."))
            return
        self._state, self._leaflet = state, leaflet
        names, at = tuple(stop_words(state, leaflet)), stops(state, leaflet).index(stop_now(state, leaflet))
        self.head.show_steps(names, at)
        self.title.setText(names[at])
        section, page = self._section(), page_now(state, leaflet)
        self.text.setText(section.prompt if section else self._told(leaflet, page, context))
        self.reading.setText((page.text or not_written()) if page else "")
        self.reading.setVisible(page is not None)
        self.group.show_groups(context.groups)
        self.group.setVisible(section is not None and bool(context.groups))
        self.editor_field.setVisible(section is not None)
        self.private.setVisible(section is not None)
        if section is not None:
            self._show_section(section, leaflet, context)
        else:
            self.gentle.show_found((), self.editor)

    def commit_pending(self) -> None:
        self.editor.commit()

    def actions_of_kind(self) -> list[QAction]:
        return list(self._actions)

    def _told(self, leaflet: Leaflet, page: Page | None, context: ActivityContext) -> str:
        if page is None:
            return f"{leave_words(leaflet.degree, leaflet.weeks)}.\n\n{flowing(leaflet.story)}"
        listen = self.tr("Lyssna som den som ska få bladet: Vad gör jag i morgon?")
        return f"{reader_words(group_name(self._state, leaflet, page.section, context))} {listen}"

    def _show_section(self, section: LeafletSection, leaflet: Leaflet, context: ActivityContext) -> None:
        with QSignalBlocker(self.group.box):
            owner = group_of(self._state, leaflet, self._state.number, context.groups)
            self.group.box.setCurrentIndex(max(0, self.group.box.findData(owner)))
        self.editor.show_text(self._state.texts.get(section.id, ""))
        self._typed()
        if section.points != self._points_of:
            self._points_of = section.points
            clear_layout(self.checks)
            self.boxes = [WrappedCheck(point, self.private) for point in section.points]
            for number, check in enumerate(self.boxes):
                check.box.toggled.connect(partial(self._check, number))
                self.checks.addWidget(check)
        again = self.tr("{point} Texten är omskriven sedan ni svarade. Håller punkten än?")
        for number, check in enumerate(self.boxes):
            point = section.points[number]
            stale = self._state.look_again(section.id, number)
            check.say(again.format(point=_sentence(point)) if stale else point)
            with QSignalBlocker(check.box):
                check.box.setChecked(bool(self._state.is_met(section.id, number)))
        self.model.setText(flowing(section.model))
        self.show_points.set_shown(section.id in self._state.points)
        self.show_model.set_shown(section.id in self._state.models)

    def _section(self) -> LeafletSection | None:
        """Return the section at hand, if any."""
        if self._leaflet is None or self._state.step is not LeafletStep.SECTION:
            return None
        return self._leaflet.sections[self._state.number]

    @Slot()
    def _typed(self) -> None:
        if self._leaflet is not None:
            self.gentle.show_found(self._leaflet.to_avoid_in(self.editor.toPlainText()), self.editor)

    @Slot(int)
    def _go_to(self, number: int) -> None:
        self.editor.commit()
        if self._leaflet is not None:
            self.proposed.emit(LeafletStepShown(*stops(self._state, self._leaflet)[number]))

    @Slot()
    def _take(self) -> None:
        # Read first: what is committed shows the state anew.
        chosen = self.group.group()
        self.editor.commit()
        section = self._section()
        if section is not None:
            self.proposed.emit(SectionTaken(section.id, chosen))

    @Slot(str)
    def _write(self, text: str) -> None:
        section = self._section()
        if section is not None:
            self.proposed.emit(SectionWritten(section.id, text))

    def _check(self, number: int, met: bool) -> None:
        # An answer is about the text as it stands, with what was typed a moment ago.
        self.editor.commit()
        section = self._section()
        if section is not None:
            self.proposed.emit(PointChecked(section.id, number, met))

    @Slot(bool)
    def _reveal_points(self, shown: bool) -> None:
        section = self._section()
        if section is not None:
            self.proposed.emit(PointsShown(section.id, shown))

    @Slot(bool)
    def _reveal_model(self, shown: bool) -> None:
        section = self._section()
        if section is not None:
            self.proposed.emit(ModelShown(section.id, shown))

    def _toggle_points(self) -> None:
        section = self._section()
        if section is not None:
            self._reveal_points(section.id not in self._state.points)

    def _toggle_model(self) -> None:
        section = self._section()
        if section is not None:
            self._reveal_model(section.id not in self._state.models)

    def _make_actions(self) -> list[QAction]:
        earlier = kind_action(self, self.tr("Förra steget"), "Alt+Left")
        later = kind_action(self, self.tr("Nästa steg"), "Alt+Right")
        points = kind_action(self, self.tr("Visa eller dölj punkterna"), "Ctrl+Shift+D")
        model = kind_action(self, self.tr("Visa eller dölj förslaget"), "Ctrl+Shift+F")
        earlier.triggered.connect(self.head.step_back)
        later.triggered.connect(self.head.step_on)
        points.triggered.connect(self._toggle_points)
        model.triggered.connect(self._toggle_model)
        return [earlier, later, points, model]


def _sentence(point: str) -> str:
    """End a point, so that more words can follow."""
    return point if point.endswith((".", "!", "?")) else f"{point}."
