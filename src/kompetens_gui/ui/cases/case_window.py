"""One case with everything the leader may see, in tabs. The room never shows this window."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kompetens_gui.domain.case import Case
from kompetens_gui.ui.cases import words
from kompetens_gui.ui.cases.case_tabs import about_tab, documents_tab, models_tab, story_tab, talk_tab
from kompetens_gui.ui.cases.keys_tab import KeysTab
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.tags import Tag

_CROWDED: Final = 1.5


class CaseWindow(QDialog):
    """Reads; changes nothing. `use_wanted(case_id)` closes it. Ctrl+Tab goes from tab to tab."""

    use_wanted = Signal(str)

    def __init__(self, case: Case, day: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(case.title)
        self._case = case
        self.tabs, self._pages = QTabBar(), QStackedWidget()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Delar av fallet"))
        for name, page in (
            (self.tr("Berättelsen"), story_tab(case, day)),
            (self.tr("Intyg och facit"), KeysTab(case)),
            (self.tr("Underlag"), documents_tab(case)),
            (self.tr("Förslag"), models_tab(case)),
            (self.tr("Samtalet"), talk_tab(case)),
            (self.tr("Om fallet"), about_tab(case)),
        ):
            self.tabs.addTab(name)
            self._pages.addWidget(page)
        self.use_button = Button(self.tr("Använd i träff"), "primary")
        self.close_button = Button(self.tr("Stäng"))
        self._lay_out(case)
        self.tabs.currentChanged.connect(self._pages.setCurrentIndex)
        self.use_button.clicked.connect(self._use)
        self.close_button.clicked.connect(self.close)
        self.resize(theme.px(1080), theme.px(760))
        if parent is not None:
            self.resize(self.size().boundedTo(parent.window().size()))
        self.tabs.setFocus()

    @Slot()
    def _use(self) -> None:
        self.use_wanted.emit(self._case.id)
        self.close()

    def _lay_out(self, case: Case) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Heading(case.title, "h2" if theme.text_scale >= _CROWDED else "h1"))
        tags = QWidget()
        flow = FlowLayout(tags, spacing=8)
        for tag in (
            Tag(f"FK 7804 v{case.form_version}"),
            Tag(words.level(case.difficulty)),
            Tag(words.diagnosis_groups().get(case.diagnosis_group.value, "")),
            Tag(*words.review(case.review)),
        ):
            flow.addWidget(tag)
        # At large text sizes the room goes to what is read.
        crowded = theme.text_scale >= _CROWDED
        tags.setVisible(not crowded)
        column.addWidget(tags)
        column.addWidget(self.tabs)
        column.addWidget(self._pages, 1)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(Label(self.tr("Bara för dig som leder. Inget här syns i rummet."), "small", "muted"), 1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.use_button)
        column.addLayout(foot)
