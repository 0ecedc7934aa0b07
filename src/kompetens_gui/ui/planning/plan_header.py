"""The head of the plan page: name, when and where, whether it is saved, and what to do with the plan as a whole."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kompetens_gui.domain.workshop.plan import SessionStatus
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.style.icons import icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.tags import Status, StatusText, Tag

LEAST_WORDS = 300


class PlanHeader(QWidget):
    """Says what a person wanted.

    Signals: `title_edited(str)`, `list_wanted()`, `primary_wanted()`, `unready_wanted()`, `copy_wanted()`,
    `template_wanted()` to keep the plan as a template, `next_wanted()` for the next of its series, `delete_wanted()`.
    """

    title_edited = Signal(str)
    list_wanted = Signal()
    primary_wanted = Signal()
    unready_wanted = Signal()
    copy_wanted = Signal()
    template_wanted = Signal()
    next_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = Button(self.tr("Alla tillfällen"), "link", "sm", icon_name="arrow-left")
        self.back.clicked.connect(self.list_wanted)
        self.title = _TitleEdit()
        self.title.edited.connect(self.title_edited)
        self.line = Label("", "body", "muted", wrap=True)
        self.saved = StatusText("", "ok")
        self.saved.hide()
        self.status = Tag("", "neutral")
        self.preview_menu = QMenu(self)
        self.preview = Button(self.tr("Förhandsgranska"), "secondary", icon_name="eye")
        self.preview.setMenu(self.preview_menu)
        self.primary = Button(self.tr("Markera som klar"), "primary")
        self.primary.clicked.connect(self.primary_wanted)
        self.more = IconButton("dots-three", self.tr("Mer om planen"), "secondary")
        self.more.clicked.connect(self._open_more)
        self.more_menu = QMenu(self)
        self.unready = self._action("pencil-simple", self.tr("Gör till utkast igen"), self.unready_wanted)
        self.copy = self._action("copy", self.tr("Kopiera planen"), self.copy_wanted)
        self.next = self._action("calendar-plus", self.tr("Nästa träff i serien"), self.next_wanted)
        self.template = self._action("floppy-disk", self.tr("Spara som mall…"), self.template_wanted)
        self.delete = self._action("trash", self.tr("Ta bort planen"), self.delete_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        texts.addWidget(self.title)
        texts.addWidget(self.line)
        self._doing = QWidget()
        self._doing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        FlowLayout(self._doing, spacing=12)
        doing = QHBoxLayout()
        doing.setSpacing(12)
        self._beside = QWidget()
        self._beside.setLayout(doing)
        doing.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(12)
        self._grid.addLayout(texts, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._place(beside=True)

    def _place(self, *, beside: bool) -> None:
        """Put the buttons at the right end, or under the words where the width is not enough for both."""
        order: tuple[QWidget, ...] = (self.status, self.saved, self.preview, self.primary, self.more)
        target = self._beside.layout() if beside else self._doing.layout()
        assert target is not None
        if not beside:
            order = (self.primary, self.preview, self.more, self.status, self.saved)
        for part in order:
            target.addWidget(part)
        self._grid.removeWidget(self._beside)
        self._grid.removeWidget(self._doing)
        if beside:
            self._grid.addWidget(self._beside, 0, 1, Qt.AlignmentFlag.AlignBottom)
        else:
            self._grid.addWidget(self._doing, 1, 0)
        self._beside.setVisible(beside)
        self._doing.setVisible(not beside)
        self._is_beside = beside

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        parts = [p for p in (self.status, self.saved, self.preview, self.primary, self.more) if not p.isHidden()]
        needed = sum(part.sizeHint().width() for part in parts) + 12 * len(parts)
        beside = self.width() - needed >= theme.px(LEAST_WORDS, self)
        if beside is not self._is_beside:
            self._place(beside=beside)

    def show_view(self, view: PlanView) -> None:
        plan = view.plan
        self.title.show_title(plan.title)
        self.title.set_locked(view.locked)
        self.line.setText(". ".join(part for part in (words.when(plan), words.where(plan.unit, plan.place)) if part))
        self.status.set_status(*words.status(plan.status))
        self.primary.setText(
            {
                SessionStatus.PLANNED: self.tr("Markera som klar"),
                SessionStatus.READY: self.tr("Starta"),
                SessionStatus.RUNNING: self.tr("Fortsätt träffen"),
                SessionStatus.CLOSED: self.tr("Öppna avslutet"),
            }[plan.status]
        )
        self.unready.setVisible(plan.status == SessionStatus.READY)
        self.delete.setEnabled(plan.status != SessionStatus.RUNNING)

    def show_saved(self, text: str, status: Status) -> None:
        icon_name = "clock" if status == "info" else None
        self.saved.set_status(text, status, icon_name)
        self.saved.setVisible(bool(text))

    def _action(self, icon_name: str, text: str, wanted: object) -> QAction:
        action = QAction(icon(icon_name, "text"), text, self)
        action.triggered.connect(wanted)
        self.more_menu.addAction(action)
        return action

    def _open_more(self) -> None:
        self.more_menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))


class _TitleEdit(QStackedWidget):
    """A heading that turns into a field. `edited(str)` is sent when Enter is pressed or the field is left."""

    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        reading = QWidget()
        row = QHBoxLayout(reading)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.heading = Heading("", "h1")
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.pencil = IconButton("pencil-simple", self.tr("Ändra namnet på träffen"), "ghost", "sm")
        self.pencil.clicked.connect(self.start)
        row.addWidget(self.heading, 1)
        row.addWidget(self.pencil)
        row.addStretch()
        self.field = QLineEdit()
        self.field.setMaxLength(200)
        self.field.setAccessibleName(self.tr("Träffens namn"))
        self.field.setPlaceholderText(self.tr("Träffens namn"))
        self.field.returnPressed.connect(self._finish)
        self.field.installEventFilter(self)
        self.addWidget(reading)
        self.addWidget(self.field)

    def show_title(self, title: str) -> None:
        self._title = title
        self.heading.setText(title.strip() or self.tr("Träff utan namn"))
        self._fit()

    def set_locked(self, locked: bool) -> None:
        self.pencil.setVisible(not locked)

    def start(self) -> None:
        """Turn into a field."""
        self.field.setText(self._title)
        self.setCurrentWidget(self.field)
        self.field.selectAll()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._stop()
            return True
        if event.type() == QEvent.Type.FocusOut and self.currentWidget() is self.field:
            self._tell()
            self.setCurrentIndex(0)
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "heading"):
            self._fit()

    def _fit(self) -> None:
        """Let the heading be no wider than its words, so that the pencil stands beside them."""
        wide = QFontMetrics(theme.font("h1", self)).horizontalAdvance(self.heading.text())
        self.heading.setMaximumWidth(wide + theme.px(8, self))

    def _finish(self) -> None:
        self._tell()
        self._stop()

    def _stop(self) -> None:
        self.setCurrentIndex(0)
        self.pencil.setFocus()

    def _tell(self) -> None:
        title = " ".join(self.field.text().split())
        if title != self._title:
            self.edited.emit(title)
