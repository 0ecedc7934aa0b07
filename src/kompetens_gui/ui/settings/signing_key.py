"""The organisation's key for course certificates: made, protected, copied, put back, changed, replaced when lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from kompetens_gui.services.credential_ports import KeyState
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.services.signing_keys import SHORTEST_PASSPHRASE, KeyStanding, SigningKeyService
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.settings import signing_key_words as words
from kompetens_gui.ui.settings.section import Section
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.shell.unlocking import Unlocking
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.painted import set_look, show_when
from kompetens_gui.ui.widgets.passphrase_dialog import PassphraseDialog

COPY_SUFFIX = "kompetensnyckel"


@dataclass(frozen=True)
class SigningTools:
    """The keys, and reading and writing files; all are used in the background."""

    keys: SigningKeyService
    read_file: Callable[[Path], bytes]
    write_file: Callable[[Path, bytes], object]


class SigningKeySection(Section):
    """Shows the key of the organisation whose name stands in the settings. `shown()` when its state has been read."""

    shown = Signal()

    def __init__(
        self,
        tools: SigningTools,
        tasks: Tasks,
        notices: Notices,
        documents_folder: Callable[[], Path] = Path.home,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Nyckel för kursintyg"), parent)
        self._tools, self._tasks, self._notices, self._folder = tools, tasks, notices, documents_folder
        self._unlocking = Unlocking(self, tools.keys, tasks)
        self._issuer = ""
        self.standing: KeyStanding | None = None
        self.status = Label("", "dense", wrap=True)
        self.fingerprint = Label("", "small", "muted", wrap=True)
        self.fingerprint.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.make = Button(self.tr("Skapa nyckel…"), "tonal", icon_name="plus")
        self.unlock = Button(self.tr("Lås upp…"), "tonal", icon_name="lock-open")
        self.lock = Button(self.tr("Lås"), icon_name="lock")
        self.protect = Button("", icon_name="lock")
        self.back_up = Button(self.tr("Spara en kopia…"), icon_name="floppy-disk")
        self.card = Button(self.tr("Spara öppna nyckeln…"), icon_name="download-simple")
        self.restore = Button(self.tr("Läs tillbaka en kopia…"), icon_name="clock-counter-clockwise")
        self.change = Button(self.tr("Byt nyckel…"), icon_name="swap")
        self.lost = Button(self.tr("Nyckeln är borta…"), "danger", icon_name="warning")
        self.exposed = Button(self.tr("Någon kan ha kommit åt den…"), "danger", icon_name="warning")
        self._rows: list[tuple[FlowRow, tuple[Button, ...]]] = []
        self._lay_out()
        self._connect()

    def load(self, preferences: Preferences) -> None:
        """Show the key of another organisation when the name has become another."""
        if preferences.organisation.strip() != self._issuer:
            self._issuer = preferences.organisation.strip()
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read how the key stands."""
        if self._issuer:
            self._tasks.run(partial(self._tools.keys.current, self._issuer), self._show, self, self._notices.fail)
        else:
            self._show(None)

    def _show(self, standing: KeyStanding | None) -> None:
        self.standing = standing
        state = standing.state if standing is not None else None
        if standing is not None:
            self.status.setText(words.standing_words(standing))
            fingerprint = standing.own.key.fingerprint
            text = self.tr("Fingeravtryck att läsa upp: {words}").format(words=fingerprint.spoken)
            self.fingerprint.setText(text)
        else:
            self.status.setText(words.no_key() if self._issuer else words.no_issuer())
        ready, protected = state == KeyState.READY, standing is not None and standing.is_protected
        self.protect.setText(self.tr("Byt lösenord…") if protected else self.tr("Sätt lösenord…"))
        for part, wanted in (
            (self.fingerprint, standing is not None),
            (self.make, standing is None and bool(self._issuer)),
            (self.unlock, state == KeyState.LOCKED),
            (self.lock, ready and protected),
            (self.protect, ready),
            (self.back_up, ready),
            (self.card, standing is not None),
            (self.change, ready),
            (self.lost, standing is not None and not ready),
            (self.exposed, state in (KeyState.READY, KeyState.LOCKED)),
        ):
            show_when(part, wanted)
        for row, parts in self._rows:
            show_when(row, any(not part.isHidden() for part in parts))
        self.shown.emit()

    # -- what can be done
    @Slot()
    def _ask_to_create(self) -> None:
        text = self.tr("Lösenordet får vara tomt. Delas datorn av flera på samma konto, välj ett.")
        dialog = self._ask(self.tr("Skapa nyckel"), text, self.tr("Skapa nyckeln"), new=True, may_be_empty=True)
        dialog.given.connect(partial(self._create, dialog))

    def _create(self, dialog: PassphraseDialog, passphrase: str) -> None:
        keys, issuer = self._tools.keys, self._issuer

        def work() -> None:
            key_id = keys.prepare(issuer)
            if passphrase:
                keys.protect(key_id, passphrase)

        if self._is_long_enough(dialog, passphrase):
            told = self.tr("Nyckeln är gjord"), self.tr("Spara en kopia av den på ett annat ställe.")
            self._do(dialog, work, told)

    @Slot()
    def _ask_to_protect(self) -> None:
        text = self.tr("Programmet frågar efter lösenordet innan något skrivs under. Lämna tomt för att ta bort det.")
        title = self.protect.text().removesuffix("…")
        dialog = self._ask(title, text, self.tr("Spara lösenordet"), new=True, may_be_empty=True)
        dialog.given.connect(partial(self._protect, dialog))

    def _protect(self, dialog: PassphraseDialog, passphrase: str) -> None:
        standing = self.standing
        if standing is None or not self._is_long_enough(dialog, passphrase):
            return
        told = self.tr("Nyckeln har ett lösenord") if passphrase else self.tr("Nyckeln har inget lösenord")
        self._do(dialog, partial(self._tools.keys.protect, standing.own.key.key_id, passphrase), (told, ""))

    @Slot()
    def _ask_to_unlock(self) -> None:
        text = self.tr("Nyckeln hålls öppen tills programmet stängs, eller tills du låser den.")
        dialog = self._ask(self.tr("Lås upp nyckeln"), text, self.tr("Lås upp"))
        dialog.given.connect(partial(self._unlock, dialog))

    def _unlock(self, dialog: PassphraseDialog, passphrase: str) -> None:
        if self.standing is not None:
            key_id = self.standing.own.key.key_id
            told = self.tr("Nyckeln är upplåst"), ""
            self._do(dialog, partial(self._tools.keys.unlock, key_id, passphrase), told)

    @Slot()
    def _lock(self) -> None:
        if self.standing is not None:
            key_id = self.standing.own.key.key_id
            self._write(partial(self._tools.keys.lock, key_id), self.tr("Nyckeln är låst"))

    @Slot()
    def _ask_to_back_up(self) -> None:
        text = self.tr("Kopian går inte att läsa utan sitt lösenord. Den vanliga säkerhetskopian har inte nyckeln.")
        dialog = self._ask(self.tr("Spara en kopia"), text, self.tr("Välj plats"), new=True)
        dialog.given.connect(partial(self._where_to_back_up, dialog))

    def _where_to_back_up(self, dialog: PassphraseDialog, passphrase: str) -> None:
        if self._is_long_enough(dialog, passphrase):
            dialog.accept()
            name = self.tr("Nyckel för {issuer}").format(issuer=self._issuer)
            self._ask_where(self.tr("Spara kopian"), name, COPY_SUFFIX, partial(self.back_up_to, passphrase))

    def back_up_to(self, passphrase: str, path: Path) -> None:
        """Write a copy of the private key under a passphrase of its own."""
        standing = self.standing
        if standing is not None:
            key_id = standing.own.key.key_id
            self._write(
                lambda: self._tools.write_file(path, self._tools.keys.exported(key_id, passphrase)),
                self.tr("Kopian av nyckeln är sparad"),
                words.after_backup(),
            )

    @Slot()
    def _ask_where_card(self) -> None:
        name = self.tr("Öppen nyckel för {issuer}").format(issuer=self._issuer)
        self._ask_where(self.tr("Spara öppna nyckeln"), name, "json", self.save_card)

    def save_card(self, path: Path) -> None:
        """Write the public key to a file to hand out."""
        standing = self.standing
        if standing is not None:
            key_id = standing.own.key.key_id
            self._write(
                lambda: self._tools.write_file(path, self._tools.keys.card(key_id)),
                self.tr("Den öppna nyckeln är sparad"),
                self.tr("Den får lämnas ut till alla som ska kontrollera era kursintyg."),
            )

    @Slot()
    def _ask_for_copy(self) -> None:
        dialog = QFileDialog(self, self.tr("Läs tillbaka en kopia av nyckeln"), str(self._folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Kopior av nycklar (*.{suffix})").format(suffix=COPY_SUFFIX), "Alla filer (*)"])
        dialog.fileSelected.connect(lambda path: self.restore_from(Path(path)))
        dialog.open()

    def restore_from(self, path: Path) -> None:
        """Ask for the passphrase of a copy, and put the key back."""
        text = self.tr("Skriv det lösenord som kopian sparades med.")
        dialog = self._ask(self.tr("Läs tillbaka nyckeln"), text, self.tr("Läs tillbaka"))
        dialog.given.connect(partial(self._restore, dialog, path))

    def _restore(self, dialog: PassphraseDialog, path: Path, passphrase: str) -> None:
        tools = self._tools
        told = self.tr("Nyckeln är tillbaka"), self.tr("Den har inget lösenord här. Sätt ett om flera delar datorn.")
        self._do(dialog, lambda: tools.keys.restore(tools.read_file(path), passphrase), told)

    @Slot()
    def _ask_to_change(self) -> None:
        title = self.tr("Byt nyckel")
        work = partial(self._tools.keys.change, self._issuer)
        self._ask_once(title, self.tr("Byt nyckel?"), words.before_change(), title, work, self.tr("Nyckeln är bytt"))

    @Slot()
    def _ask_to_replace(self) -> None:
        self._ask_once(
            self.tr("Nyckeln är borta"),
            self.tr("Gör en ny nyckel?"),
            words.before_replacing(),
            self.tr("Gör en ny nyckel"),
            partial(self._tools.keys.replace_lost, self._issuer),
            self.tr("En ny nyckel är gjord"),
        )

    @Slot()
    def _ask_to_disown(self) -> None:
        self._ask_once(
            self.tr("Någon kan ha kommit åt nyckeln"),
            self.tr("Gör en ny nyckel som den gamla inte skriver under?"),
            words.before_disowning(),
            self.tr("Gör en ny nyckel"),
            partial(self._tools.keys.replace_exposed, self._issuer),
            self.tr("En ny nyckel är gjord, och den gamla är borttagen"),
        )

    # -- helpers
    def _ask(
        self, title: str, text: str, action: str, *, new: bool = False, may_be_empty: bool = False
    ) -> PassphraseDialog:
        dialog = PassphraseDialog(title, text, action, new=new, may_be_empty=may_be_empty, parent=self)
        dialog.open()
        return dialog

    def _is_long_enough(self, dialog: PassphraseDialog, passphrase: str) -> bool:
        """Whether a passphrase may be used; an empty one is none."""
        if 0 < len(passphrase) < SHORTEST_PASSPHRASE:
            dialog.show_error(self.tr("Välj ett lösenord med minst tolv tecken."))
            return False
        return True

    def _do(self, dialog: PassphraseDialog, work: Callable[[], object], told: tuple[str, str]) -> None:
        """Do what a dialog asked for; a refusal is shown in it."""

        def done(_: object) -> None:
            dialog.accept()
            self._notices.tell(*told)
            self.refresh()

        dialog.set_busy(True)
        self._tasks.write(work, done, dialog, lambda error: dialog.show_error(explain(error).what_to_do))

    def _write(self, work: Callable[[], object], title: str, text: str = "") -> None:
        def done(_: object) -> None:
            self._notices.tell(title, text)
            self.refresh()

        self._unlocking.write(work, done, self._failed)

    def _failed(self, error: Exception) -> None:
        self._notices.fail(error)
        self.refresh()

    def _ask_once(
        self, title: str, question: str, text: str, action: str, work: Callable[[], object], told: str
    ) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(title)
        box.setText(question)
        box.setInformativeText(text)
        yes = box.addButton(action, QMessageBox.ButtonRole.DestructiveRole)
        set_look(yes, "kind", "danger")
        no = box.addButton(self.tr("Låt vara"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.finished.connect(box.deleteLater)
        yes.clicked.connect(lambda: self._write(work, told, self.tr("Spara en kopia, och dela ut den öppna nyckeln.")))
        box.open()
        no.setFocus()

    def _ask_where(self, title: str, name: str, suffix: str, then: Callable[[Path], object]) -> None:
        dialog = QFileDialog(self, title, str(self._folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"*.{suffix}")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(f"{name}.{suffix}")
        dialog.fileSelected.connect(lambda path: then(Path(path)))
        dialog.open()

    def _lay_out(self) -> None:
        self.add(Label(words.what_it_is(), "small", "muted", wrap=True))
        self.add(self.status)
        self.add(self.fingerprint)
        for parts in (
            (self.make, self.unlock, self.lock, self.protect),
            (self.back_up, self.card),
            (self.restore, self.change, self.lost),
            (self.exposed,),
        ):
            row = FlowRow(8, self)
            for part in parts:
                row.add(part)
            self._rows.append((row, parts))
            self.add(row)

    def _connect(self) -> None:
        for button, slot in (
            (self.make, self._ask_to_create),
            (self.unlock, self._ask_to_unlock),
            (self.lock, self._lock),
            (self.protect, self._ask_to_protect),
            (self.back_up, self._ask_to_back_up),
            (self.card, self._ask_where_card),
            (self.restore, self._ask_for_copy),
            (self.change, self._ask_to_change),
            (self.lost, self._ask_to_replace),
            (self.exposed, self._ask_to_disown),
        ):
            button.clicked.connect(slot)
