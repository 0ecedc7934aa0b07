"""Asking somebody elsewhere: the request to send, the answer to read in, and the key to compare."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.sign_off import SigningView
from kompetens_gui.domain.exercises.sign_off.remote import SignOffRequest
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.issuer_trust import KeyOffer, OfferStanding
from kompetens_gui.services.sign_off_codes import ANSWER_SUFFIX, REQUEST_SUFFIX, request_code, request_file
from kompetens_gui.ui.exercises.remote_requests import FileWanted
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.code_boxes import CodeEdit, CodeToCopy
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.fingerprint_words import FingerprintWords
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Icon, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import at_left
from kompetens_gui.ui.widgets.wrapped_check import WrappedCheck

_UNFIT = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST_FILE_NAME = 120


class RequestCard(Card):
    """The request, to be carried to whoever signs. Signals: `file_wanted(FileWanted)`, `change_wanted()`."""

    file_wanted = Signal(object)
    change_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Din begäran"), parent=parent)
        self.body.setSpacing(12)
        self._request: SignOffRequest | None = None
        text = self.tr("Skicka den till den som ska godkänna, i ett mejl eller på ett USB-minne.")
        own = self.tr("Programmet skickar inget själv. Svaret kommer tillbaka på samma sätt.")
        self.what = Label("", "small", "muted", wrap=True, parent=self)
        self.save = Button(self.tr("Spara som fil…"), "tonal", icon_name="floppy-disk", parent=self)
        self.copy = Button(self.tr("Kopiera texten"), "secondary", icon_name="copy", parent=self)
        self.code = CodeToCopy(self)
        self.done = Label("", "small", "ok", wrap=True, parent=self)
        self.change = Button(self.tr("Ändra, eller godkänn här i stället"), "link", parent=self)
        self.add(Label(text, "body", wrap=True, parent=self))
        self.add(Label(own, "body", wrap=True, parent=self))
        row = FlowRow(8, self)
        row.add(self.save)
        row.add(self.copy)
        self.add(row)
        self.add(self.done)
        hint = self.tr("Filen och texten är samma begäran. Skicka en av dem.")
        self.add(Field(self.tr("Begäran som text"), self.code, hint=hint, parent=self))
        self.add(self.what)
        self.body.addLayout(at_left(self.change))
        self.body.addStretch(1)
        show_when(self.done, False)
        self.save.clicked.connect(self._ask_where)
        self.copy.clicked.connect(self._copy)
        self.change.clicked.connect(self.change_wanted)

    def show_request(self, request: SignOffRequest) -> None:
        """Show a request; the same one again changes nothing."""
        if request == self._request:
            return
        self._request = request
        self.code.show_code(request_code(request))
        went = self.tr("Det du har skrivit är med.") if request.work else self.tr("Det du har skrivit är inte med.")
        made = self.tr("Gjord {day}, för {name}.").format(day=day_words(request.made_on), name=request.learner)
        self.what.setText(f"{made} {went}")
        show_when(self.done, False)

    def tell(self, words: str) -> None:
        """Say what has been done with the request."""
        self.done.setText(words)
        show_when(self.done, True)

    @Slot()
    def _copy(self) -> None:
        self.code.copy_all()
        self.tell(self.tr("Texten är kopierad. Klistra in den i ett mejl."))

    @Slot()
    def _ask_where(self) -> None:
        request = self._request
        if request is None:
            return
        dialog = QFileDialog(self, self.tr("Spara begäran"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Begäran (*.{suffix})").format(suffix=REQUEST_SUFFIX))
        dialog.setDefaultSuffix(REQUEST_SUFFIX)
        name = _UNFIT.sub(" ", self.tr("Begäran från {name}").format(name=request.learner)).strip()
        dialog.selectFile(f"{name[:_LONGEST_FILE_NAME]}.{REQUEST_SUFFIX}")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    @Slot(str)
    def save_to(self, path: str) -> None:
        """Ask for the request to be written to a file."""
        if self._request is not None:
            self.file_wanted.emit(FileWanted(Path(path), request_file(self._request)))


class AnswerCard(Card):
    """Where the answer is read in. Signals: `changed()` as a text comes or goes, `file_chosen(Path)`."""

    changed = Signal()
    submitted = Signal()
    file_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Svaret"), parent=parent)
        self.body.setSpacing(12)
        self.not_yet = Card(look="tint", dense=True, parent=self)
        self.not_yet.add(Heading(self.tr("Inte än"), "h3", parent=self.not_yet))
        self.comment = Label("", "body", wrap=True, parent=self.not_yet)
        advice = self.tr("Ändra det du har skrivit när du är redo, och gör en ny begäran.")
        self.not_yet.add(self.comment)
        self.not_yet.add(Label(advice, "small", "muted", wrap=True, parent=self.not_yet))
        self.old = Label(
            self.tr("Du har ändrat din text efter begäran. Gör en ny, annars går svaret inte att använda."),
            "small",
            "warn",
            wrap=True,
            parent=self,
        )
        self.code = CodeEdit(self)
        self.code.setPlaceholderText("KS1:")
        self.field = Field(
            self.tr("&Klistra in svaret"),
            self.code,
            hint=self.tr("Kopiera hela texten, från KS1: till sista kolonet."),
            parent=self,
        )
        self.open_file = Button(self.tr("Öppna en fil"), "secondary", icon_name="folder-open", parent=self)
        text = self.tr("När du har fått svaret läser du in det här. Till dess kan du stänga, begäran finns kvar.")
        self.add(Label(text, "small", "muted", wrap=True, parent=self))
        self.add(self.not_yet)
        self.add(self.old)
        self.add(self.field)
        self.body.addLayout(at_left(self.open_file))
        self.body.addStretch(1)
        self.code.textChanged.connect(self._typed)
        self.code.submitted.connect(self.submitted)
        self.open_file.clicked.connect(self._ask_for_file)

    @property
    def text(self) -> str:
        return self.code.toPlainText().strip()

    def show_view(self, view: SigningView) -> None:
        self.comment.setText(f"”{view.not_yet}”" if view.not_yet else "")
        show_when(self.not_yet, view.not_yet is not None)
        show_when(self.old, not view.request_is_current)

    def show_refusal(self, words: str) -> None:
        """Say what is wrong with what was handed in."""
        self.field.set_error(words)
        self.code.setFocus()

    @Slot()
    def _typed(self) -> None:
        self.field.set_error("")
        self.changed.emit()

    @Slot()
    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Öppna ett svar"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        answers = self.tr("Svar (*.{suffix})").format(suffix=ANSWER_SUFFIX)
        dialog.setNameFilters([answers, self.tr("Alla filer (*)")])
        dialog.fileSelected.connect(lambda path: self.file_chosen.emit(Path(path)))
        dialog.open()


class KeyCard(Card):
    """The words of a key that nobody here has compared yet. `changed()` when the box was ticked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Jämför nyckeln"), parent=parent)
        self.body.setContentsMargins(32, 24, 32, 28)
        self.body.setSpacing(12)
        self.offer: KeyOffer | None = None
        self.why = Label("", "body", wrap=True, parent=self)
        self.same_name = QWidget(self)
        self.words = FingerprintWords(parent=self)
        self.check = WrappedCheck(self.tr("Orden är jämförda per telefon, och alla tio stämmer"), self)
        self.error = Label("", "small", "err", wrap=True, parent=self)
        self.back = Button(self.tr("Tillbaka"), "secondary", "sm", icon_name="arrow-u-up-left", parent=self)
        for part in (self.why, self.same_name, self.words, self.check, self.error):
            self.add(part)
        self.body.addLayout(at_left(self.back))
        self.body.addStretch(1)
        warning = QVBoxLayout(self.same_name)
        warning.setContentsMargins(0, 0, 0, 0)
        text = self.tr("Ni litar redan på någon med samma namn, men en annan nyckel. Fråga varför innan ni går vidare.")
        warning.addWidget(Icon("warning", 20, "warn", parent=self.same_name), 0, Qt.AlignmentFlag.AlignLeft)
        warning.addWidget(Label(text, "small", "warn", wrap=True, parent=self.same_name))
        self.check.box.toggled.connect(self._ticked)

    @property
    def is_compared(self) -> bool:
        return self.offer is not None and (not self.offer.must_be_compared or self.check.box.isChecked())

    def show_offer(self, offer: KeyOffer) -> None:
        """Show a key to be compared; one that an earlier, trusted key vouches for only has to be accepted."""
        self.offer = offer
        name = offer.key.issuer
        vouched = offer.standing == OfferStanding.VOUCHED
        words = (
            self.tr("{name} har bytt nyckel, och den gamla har skrivit under den nya. Ingen behöver ringa.")
            if vouched
            else self.tr(
                "Ingen här har jämfört nyckeln från {name} än. Det görs en gång. Be din ledare ringa {name}, "
                "på ett nummer ni redan har, och läsa orden för varandra."
            )
        )
        self.why.setText(words.format(name=name))
        self.words.show_fingerprint(offer.fingerprint)
        self.check.box.setChecked(False)
        self.show_refusal("")
        show_when(self.check, offer.must_be_compared)
        show_when(self.same_name, bool(offer.same_name))

    def show_refusal(self, words: str) -> None:
        self.error.setText(words)
        show_when(self.error, bool(words))

    @Slot()
    def _ticked(self) -> None:
        self.show_refusal("")
        self.changed.emit()
