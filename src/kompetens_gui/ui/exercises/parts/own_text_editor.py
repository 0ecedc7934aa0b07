"""A box for words of one's own: how long they may be, a way back, and a way to keep them as a version."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.own_text import OwnText
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow, RowPart
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pending_text import PendingText

_LINE, _EDGE = 24, 20


class TallText(PendingText):
    """A text box that has room for so many lines."""

    def __init__(self, longest: int, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(longest, parent)
        self._lines = lines

    def sizeHint(self) -> QSize:
        return QSize(theme.px(320, self), theme.px(self._lines * _LINE + _EDGE, self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160, self), self.sizeHint().height())


class OwnTextEditor(QWidget):
    """Signals: `written(text)` when the writer pauses, `typed()` on every change, `version_wanted()`.

    What has been written and not yet been answered is never written over by an older text.
    """

    written = Signal(str)
    typed = Signal()
    version_wanted = Signal()

    def __init__(self, label: str, longest: int, *, lines: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._longest = longest
        self._own = OwnText()
        self._unanswered: str | None = None
        self.text = TallText(longest, lines, self)
        self.field = Field(label, self.text, parent=self)
        self.count = Label("", "meta", "faint", parent=self)
        self.undo = Button(self.tr("Ångra"), "ghost", "sm", icon_name="arrow-u-up-left", parent=self)
        self.undo.setToolTip(self.tr("Ta tillbaka det senaste du skrev (Ctrl+Z)"))
        self.undo.setEnabled(False)
        self.keep = Button(self.tr("Behåll som ny version"), "secondary", "sm", icon_name="floppy-disk", parent=self)
        self._lay_out()
        self.text.written.connect(self._write)
        self.text.typed.connect(self._typed)
        self.text.undoAvailable.connect(self.undo.setEnabled)
        self.undo.clicked.connect(self._undo)
        self.keep.clicked.connect(self._keep)
        self.setFocusProxy(self.text)
        self._typed()

    def plain(self) -> str:
        """Return what stands in the box now."""
        return self.text.toPlainText()

    def show_own(self, own: OwnText) -> None:
        """Show the text in force, unless the writer is ahead of it."""
        self._own = own
        if self._unanswered is not None and own.text.strip() != self._unanswered.strip():
            return
        self._unanswered = None
        if own.text.strip() != self.plain().strip():  # a space at the end may be the beginning of a word
            self.text.show_text(own.text)
        self._typed()

    def begin_other(self, own: OwnText) -> None:
        """Show another text than the one so far, which has been committed; there is no way back from one to another."""
        self._unanswered = None
        self._own = own
        if self.text.toPlainText() == own.text:
            self.text.document().clearUndoRedoStacks()
        self.text.show_text(own.text)
        self._typed()

    def commit(self) -> None:
        self.text.commit()

    def set_closed(self) -> None:
        """Let the text be read and no longer changed."""
        self.text.setReadOnly(True)
        show_when(self._under, False)

    def is_new(self) -> bool:
        """Whether the text is another than the last version that was kept."""
        said = self.plain().strip()
        return bool(said) and (not self._own.versions or said != self._own.versions[-1])

    @Slot(str)
    def _write(self, text: str) -> None:
        self._unanswered = text
        self.written.emit(text)

    @Slot()
    def _typed(self, _left: int = 0) -> None:
        words = self.tr("{count} av högst {longest} tecken").format(count=len(self.plain()), longest=self._longest)
        self.count.setText(words)
        show_when(self.keep, self._own.guide)
        self.keep.setEnabled(self.is_new())
        self.typed.emit()

    @Slot()
    def _undo(self) -> None:
        self.text.undo()
        self.text.setFocus()

    @Slot()
    def _keep(self) -> None:
        self.commit()
        self.version_wanted.emit()

    def _lay_out(self) -> None:
        self._under = QWidget(self)
        buttons = FlowRow(4, parent=self._under)
        buttons.add(self.undo)
        buttons.add(self.keep)
        under = QHBoxLayout(self._under)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(8)
        under.addWidget(buttons, 1)
        under.addWidget(RowPart(self.count, self._under), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._under)
