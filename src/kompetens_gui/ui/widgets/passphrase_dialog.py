"""Asks for the passphrase of a key: one that there is, or a new one that is written twice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.scroll_dialog import ScrollDialog


class PassphraseDialog(ScrollDialog):
    """`given(str)`; it stays open until `accept`, and `show_error` says why it was refused.

    With `new` the passphrase is written twice; with `may_be_empty` it may be left out.
    """

    given = Signal(str)

    def __init__(
        self,
        title: str,
        sentence: str,
        action: str,
        *,
        new: bool = False,
        may_be_empty: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, sentence, width=560, height=420 if new else 340, parent=parent)
        self._new, self._may_be_empty = new, may_be_empty
        self._busy = False
        self.first, self.again = QLineEdit(self), QLineEdit(self)
        for field in (self.first, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.returnPressed.connect(self._submit)
        hint = self.tr("Minst tolv tecken. Skriv upp det på ett säkert ställe.") if new else ""
        self.first_field = Field(self.tr("&Lösenord"), self.first, hint=hint)
        self.again_field = Field(self.tr("&En gång till"), self.again)
        self.body.addWidget(self.first_field)
        self.body.addWidget(self.again_field)
        show_when(self.again_field, new)
        self.body.addStretch(1)
        self.action = self.add_button(action, "primary")
        self.action.setAutoDefault(False)
        self.add_close(self.tr("Avbryt")).setAutoDefault(False)
        self.action.clicked.connect(self._submit)
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """Take nothing more while what was given is tried."""
        self._busy = busy
        self.action.setEnabled(not busy)

    def show_error(self, words: str) -> None:
        """Say at the field why it was refused, and let it be written again."""
        self.set_busy(False)
        self.first_field.set_error(words)
        self.first.selectAll()
        self.see(self.first)

    @Slot()
    def _submit(self) -> None:
        if self._busy:
            return
        text = self.first.text()
        if not text and not self._may_be_empty:
            self.first_field.set_error(self.tr("Skriv lösenordet."))
            return
        if self._new and text != self.again.text():
            self.again_field.set_error(self.tr("De två är inte lika. Skriv dem igen."))
            self.see(self.again)
            return
        self.first_field.set_error("")
        self.again_field.set_error("")
        self.given.emit(text)
