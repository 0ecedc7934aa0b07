"""Answering a request: who answers, what is said, with which key; and the answer to hand back."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QLineEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.sign_off.remote import LONGEST_COMMENT, Verdict
from kompetens_gui.domain.learning.sign_off import Signer
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.answering_sign_offs import SignedAnswer
from kompetens_gui.services.credential_ports import KeyState
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.role_words import role_title
from kompetens_gui.services.sign_off_codes import ANSWER_SUFFIX
from kompetens_gui.services.signing_keys import KeyStanding
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.code_boxes import CodeToCopy
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.fingerprint_words import FingerprintWords
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.pending_text import PendingText
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.segmented import SegmentedControl
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck

NAME_PAUSE_MS = 300
_LONGEST_NAME, _LONGEST_FILE_NAME = 120, 120
_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


class KeyPart(QWidget):
    """The key of whoever answers, or the offer to make one. Signals: `make_wanted()`, `replace_wanted()`."""

    make_wanted = Signal()
    replace_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing: KeyStanding | None = None
        self.title = Heading(self.tr("Din nyckel"), "h3", parent=self)
        self.status = Label("", "small", "muted", wrap=True, parent=self)
        self.words = FingerprintWords(parent=self)
        self.make = Button(self.tr("Gör min nyckel…"), "tonal", icon_name="key", parent=self)
        self.replace = Button(self.tr("Gör en ny nyckel…"), "secondary", icon_name="key", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.title, self.status, self.words):
            column.addWidget(part)
        column.addLayout(at_left(self.make))
        column.addLayout(at_left(self.replace))
        self.make.clicked.connect(self.make_wanted)
        self.replace.clicked.connect(self.replace_wanted)
        self.show_standing(None, "")

    @property
    def can_sign(self) -> bool:
        """Whether there is a key to sign with; for a locked one the passphrase is asked for then."""
        return self.standing is not None and self.standing.state in (KeyState.READY, KeyState.LOCKED)

    def show_standing(self, standing: KeyStanding | None, name: str) -> None:
        """Show how the key of a name stands; without a name there is none to have."""
        self.standing = standing
        if standing is not None:
            self.words.show_fingerprint(standing.own.key.fingerprint)
        self.status.setText(self._words(standing, name))
        show_when(self.words, self.can_sign)
        show_when(self.make, standing is None and bool(name))
        show_when(self.replace, standing is not None and not self.can_sign)

    def _words(self, standing: KeyStanding | None, name: str) -> str:
        if not name:
            return self.tr("Skriv ditt namn, så syns din nyckel här.")
        if standing is None:
            return self.tr("{name} har ingen nyckel på den här datorn. Den visar att svaret kommer från dig.").format(
                name=name
            )
        if not self.can_sign:
            return self.tr("Nyckelfilen finns inte kvar eller är skadad. Gör en ny, och läs upp de nya orden.")
        return self.tr("Läs upp orden när någon ringer. Det behövs en gång för varje dator som läser dina svar.")


class AnswerFormCard(Card):
    """Signals: `sign_wanted()`, `name_changed()` when a pause follows on another name."""

    sign_wanted = Signal()
    name_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Ditt svar"), parent=parent)
        self.body.setSpacing(12)
        self._busy = False
        self.verdict = SegmentedControl(
            self.tr("Ditt svar"),
            [(Verdict.APPROVED, self.tr("Godkänt")), (Verdict.NOT_YET, self.tr("Inte än"))],
            parent=self,
        )
        self.comment = PendingText(LONGEST_COMMENT, self)
        self.comment_field = Field(
            self.tr("&Kommentar"), self.comment, hint=self.tr("Skriv utan personuppgifter."), parent=self
        )
        self.check = WrappedCheck("", self)
        self.name = QLineEdit(self)
        self.name.setMaxLength(_LONGEST_NAME)
        self.role = choice_box()
        for role in Role:
            self.role.addItem(self.tr("Annan roll") if role == Role.OTHER else role_title(role), role)
        self.role.setCurrentIndex(self.role.findData(Role.REHAB_COORDINATOR))
        self.name_field = Field(self.tr("Ditt &namn"), self.name, parent=self)
        self.role_field = Field(self.tr("Din &roll"), self.role, parent=self)
        self.key = KeyPart(self)
        self.sign = Button(self.tr("Skriv under svaret"), "primary", icon_name="pencil-line", parent=self)
        self.sign.setAutoDefault(False)
        self._pause = QTimer(self, singleShot=True, interval=NAME_PAUSE_MS)
        self._lay_out()
        self._pause.timeout.connect(self.name_changed)
        self.name.textChanged.connect(self._name_typed)
        self.verdict.chosen.connect(self._choose)
        self.comment.textChanged.connect(self._typed)
        self.check.box.toggled.connect(self._show)
        self.sign.clicked.connect(self.sign_wanted)
        self._choose("")

    @property
    def signer(self) -> Signer:
        return Signer(" ".join(self.name.text().split()), Role(self.role.currentData()))

    @property
    def chosen(self) -> Verdict:
        return Verdict(self.verdict.current())

    def begin(self, learner: str, name: str) -> None:
        """Be ready for another request: nothing of the answer before is left but who answers."""
        words = self.tr("Jag har gått igenom det här med {name}, och står för det med mitt namn.").format(name=learner)
        self.check.label.setText(words)
        self.check.box.setAccessibleName(words)
        self.check.box.setChecked(False)
        self.comment.clear()
        self.verdict.set_current(Verdict.APPROVED)
        self.set_busy(False)
        self._choose("")
        if not self.name.text().strip():
            self.name.setText(name)
        self.name_changed.emit()

    def set_busy(self, busy: bool) -> None:
        """Take no second press while the answer is being signed."""
        self._busy = busy
        self._show()

    def show_standing(self, standing: KeyStanding | None) -> None:
        self.key.show_standing(standing, self.signer.name)
        self._show()

    def take_keyboard(self) -> None:
        """Go to what is left to do: to say what one stands for, or to sign."""
        left = self.check.box if self.chosen == Verdict.APPROVED else self.comment
        (self.sign if self.sign.isEnabled() else left).setFocus()

    def show_refusal(self, reason: str, words: str) -> None:
        """Say at its field why the answer was not signed."""
        field = self.name_field if reason in ("no_name", "own") else self.comment_field
        field.set_error(words)
        field.editor.setFocus()

    @Slot()
    def _name_typed(self) -> None:
        self.name_field.set_error("")
        self.key.show_standing(None, "")
        self._show()
        self._pause.start()

    @Slot()
    def _typed(self) -> None:
        self.comment_field.set_error("")
        self._show()

    @Slot(str)
    def _choose(self, _verdict: str) -> None:
        approved = self.chosen == Verdict.APPROVED
        show_when(self.check, approved)
        self.comment_field.label.setText(self.tr("&Kommentar") if approved else self.tr("&Vad fattas?"))
        self.comment.setAccessibleName(self.comment_field.label.text().replace("&", ""))
        self._typed()

    @Slot()
    def _show(self) -> None:
        said = (
            self.check.box.isChecked() if self.chosen == Verdict.APPROVED else bool(self.comment.toPlainText().strip())
        )
        self.sign.setEnabled(not self._busy and said and self.key.can_sign)

    def _lay_out(self) -> None:
        self.body.addLayout(at_left(self.verdict))
        for part in (self.check, self.comment_field, self.name_field, self.role_field, self.key):
            self.add(part)
        self.body.addLayout(at_left(self.sign))


class SignedAnswerCard(Card):
    """The answer, to be carried back. Signals: `file_wanted(Path, bytes)`, `next_wanted()`."""

    file_wanted = Signal(object, object)
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Svaret är underskrivet"), parent=parent)
        self.body.setSpacing(12)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._signed: SignedAnswer | None = None
        self.what = Label("", "body", wrap=True, parent=self)
        self.save = Button(self.tr("Spara som fil…"), "primary", icon_name="floppy-disk", parent=self)
        self.copy = Button(self.tr("Kopiera texten"), "secondary", icon_name="copy", parent=self)
        self.again = Button(self.tr("Svara på en till"), "secondary", parent=self)
        self.done = Label("", "small", "ok", wrap=True, parent=self)
        self.code = CodeToCopy(self)
        self.words = FingerprintWords(parent=self)
        row = FlowRow(8, self)
        for button in (self.save, self.copy, self.again):
            row.add(button)
        self.add(self.what)
        self.add(row)
        self.add(self.done)
        hint = self.tr("Filen och texten är samma svar. Skicka ett av dem.")
        self.add(Field(self.tr("Svaret som text"), self.code, hint=hint, parent=self))
        self.add(Heading(self.tr("Orden att läsa upp om någon ringer"), "h3", parent=self))
        self.add(self.words)
        self.save.clicked.connect(self._ask_where)
        self.copy.clicked.connect(self._copy)
        self.again.clicked.connect(self.next_wanted)

    def show_answer(self, signed: SignedAnswer) -> None:
        self._signed = signed
        answer = signed.answer
        verdict = self.tr("Godkänt") if answer.verdict == Verdict.APPROVED else self.tr("Inte än")
        words = self.tr(
            "{verdict}. Skicka svaret till {name} i ett mejl eller på ett USB-minne. Det gäller till {day}."
        )
        self.what.setText(words.format(verdict=verdict, name=answer.learner, day=day_words(answer.valid_until)))
        self.code.show_code(signed.code)
        self.words.show_fingerprint(signed.key.fingerprint)
        show_when(self.done, False)

    def tell(self, words: str) -> None:
        """Say what has been done with the answer."""
        self.done.setText(words)
        show_when(self.done, True)

    @Slot()
    def _copy(self) -> None:
        self.code.copy_all()
        self.tell(self.tr("Texten är kopierad. Klistra in den i ett mejl."))

    @Slot()
    def _ask_where(self) -> None:
        signed = self._signed
        if signed is None:
            return
        dialog = QFileDialog(self, self.tr("Spara svaret"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Svar (*.{suffix})").format(suffix=ANSWER_SUFFIX))
        dialog.setDefaultSuffix(ANSWER_SUFFIX)
        name = _UNFIT.sub(" ", self.tr("Svar till {name}").format(name=signed.answer.learner)).strip()
        dialog.selectFile(f"{name[:_LONGEST_FILE_NAME]}.{ANSWER_SUFFIX}")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Ask for the answer to be written to a file."""
        if self._signed is not None:
            self.file_wanted.emit(Path(path), self._signed.file)
