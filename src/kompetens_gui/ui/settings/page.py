"""The settings page: its sections in two columns, everything saved at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.services.preferences import Preferences, limited
from kompetens_gui.ui.settings.appearance import AppearanceSection
from kompetens_gui.ui.settings.data import DataSection
from kompetens_gui.ui.settings.keys import KeysSection
from kompetens_gui.ui.settings.leaders import LeadersSection
from kompetens_gui.ui.settings.organisation import OrganisationSection
from kompetens_gui.ui.settings.parts import SettingsParts
from kompetens_gui.ui.settings.personal_data import PersonalDataSection
from kompetens_gui.ui.settings.retention import RetentionSection
from kompetens_gui.ui.settings.screens import ScreensSection
from kompetens_gui.ui.settings.section import Section
from kompetens_gui.ui.settings.signing_key import SigningKeySection
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.responsive import PageScroll, ResponsiveColumns

_LEAST_COLUMN = 440


class SettingsPage(QWidget):
    """`preferences_changed(Preferences)` after each change; `try_screen_wanted()` from "Prova"; `restored()`."""

    preferences_changed = Signal(object)
    try_screen_wanted = Signal()
    restored = Signal()

    def __init__(self, parts: SettingsParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("page", "true")
        self._parts = parts
        self._preferences = parts.load()
        self._applying = False
        self.organisation, self.leaders = OrganisationSection(parts), LeadersSection()
        self.appearance, self.screens = AppearanceSection(), ScreensSection(parts)
        self.keys, self.data = KeysSection(), DataSection(parts)
        self.personal_data = PersonalDataSection(parts)
        self.retention: RetentionSection | None = None
        if parts.retention is not None:
            self.retention = RetentionSection(parts.retention, parts.tasks, parts.notices)
        self.signing: SigningKeySection | None = None
        if parts.signing is not None:
            self.signing = SigningKeySection(parts.signing, parts.tasks, parts.notices, parts.documents_folder)
        self._lay_out()
        for section in self.sections():
            section.load(self._preferences)
            section.changed.connect(partial(self._section_changed, section))
        self.screens.try_wanted.connect(self.try_screen_wanted)
        self.data.restored.connect(self.restored)
        theme.changed.connect(self._look_changed)
        self._watch_screens()

    @property
    def preferences(self) -> Preferences:
        return self._preferences

    def sections(self) -> tuple[Section, ...]:
        return (*self._left(), *self._right())

    def _left(self) -> tuple[Section, ...]:
        return (
            self.organisation,
            self.leaders,
            self.data,
            self.personal_data,
            *([self.retention] if self.retention else []),
        )

    def _right(self) -> tuple[Section, ...]:
        return (self.appearance, self.screens, self.keys, *([self.signing] if self.signing else []))

    def open_with(self, **_context: object) -> None:
        """Show what holds now; others may have changed it."""
        self._show(replace(self._parts.load(), text_scale=theme.text_scale))

    def leave(self) -> None:
        for section in self.sections():
            section.flush()

    def panes(self) -> list[QWidget]:
        return list(self.sections())

    def _section_changed(self, section: Section, undo: str) -> None:
        before = self._preferences
        after = limited(section.save(before))
        if after == before:
            return
        self._keep(after)
        if undo:
            self._parts.notices.tell_undoable(undo, partial(self._take_back, before, after))

    def _take_back(self, before: Preferences, after: Preferences) -> None:
        """Undo one change and keep what has been changed since."""
        fields = {
            name: getattr(before, name)
            for name in Preferences.__dataclass_fields__
            if getattr(before, name) != getattr(after, name)
        }
        self._keep(replace(self._preferences, **fields))

    def _keep(self, preferences: Preferences) -> None:
        self._show(preferences)
        self._parts.tasks.write(partial(self._parts.save, preferences), None, self, self._parts.notices.fail)
        self.preferences_changed.emit(preferences)

    def _show(self, preferences: Preferences) -> None:
        self._preferences = preferences
        for section in self.sections():
            section.load(preferences)
        self._applying = True
        AppearanceSection.apply(preferences)
        self._applying = False

    @Slot()
    def _look_changed(self) -> None:
        """Remember a text size that was chosen with the keys."""
        if not self._applying and theme.text_scale != self._preferences.text_scale:
            self._keep(replace(self._preferences, text_scale=theme.text_scale))

    @Slot()
    def _screens_changed(self, _screen: QScreen | None = None) -> None:
        self.screens.refresh()

    def _watch_screens(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._screens_changed)
            application.screenRemoved.connect(self._screens_changed, Qt.ConnectionType.QueuedConnection)

    def _lay_out(self) -> None:
        scroll = PageScroll()
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(Heading(self.tr("Inställningar"), "h1"))
        text = self.tr("Det du ändrar sparas direkt och gäller dig på den här datorn.")
        head.addWidget(Label(text, "body", "muted", wrap=True))
        scroll.body.addLayout(head)
        columns = ResponsiveColumns()
        for sections in (self._left(), self._right()):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(24)
            for section in sections:
                column.addWidget(section)
            column.addStretch(1)
            columns.add_column(box, _LEAST_COLUMN)
        scroll.body.addWidget(columns)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
