"""Shows what an erasure did and what a person still has to look at, and saves it as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from kompetens_gui.services.personal_data import ErasureReceipt, Mention, Replaced
from kompetens_gui.services.personal_rows import PersonSource
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.flow_layout import FlowLayout
from kompetens_gui.ui.widgets.labels import Heading

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ReceiptParts:
    """What the dialog is joined from; all but the last are called in the background and raise expected errors."""

    tasks: Tasks
    notices: Notices
    remove_backups: Callable[[Sequence[Path]], object]
    clean_file: Callable[[], bool]
    write_file: Callable[[Path, bytes], object]
    documents_folder: Callable[[], Path]


class ReceiptDialog(QDialog):
    """The receipt of one erasure. Backups are removed, and the file is cleaned again, only when asked for."""

    def __init__(self, receipt: ErasureReceipt, parts: ReceiptParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Kvitto"))
        self._parts = parts
        self._receipt = receipt
        self._backups_removed = False
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self.tr("Vad som togs bort"))
        self.save_button = Button(self.tr("Spara kvittot…"), icon_name="floppy-disk")
        self.backups_button = Button(self.tr("Ta bort säkerhetskopiorna"), "danger", icon_name="trash")
        self.clean_button = Button(self.tr("Försök städa filen igen"))
        self.close_button = Button(self.tr("Stäng"))
        self._lay_out()
        self.save_button.clicked.connect(self._ask_where)
        self.backups_button.clicked.connect(self._remove_backups)
        self.clean_button.clicked.connect(self._clean)
        self.close_button.clicked.connect(self.close)
        self._show()
        self.close_button.setFocus()

    def save_to(self, target: Path) -> None:
        """Write the receipt as text."""
        content = self.text.toPlainText().encode("utf-8")
        self._parts.tasks.run(
            lambda: self._parts.write_file(target, content),
            lambda _: self._parts.notices.tell(translate("ErasureReceipt", "Kvittot är sparat"), target.name),
            self,
            self._parts.notices.fail,
        )

    def _show(self) -> None:
        self.text.setPlainText(receipt_text(self._receipt, backups_removed=self._backups_removed))
        self.backups_button.setVisible(bool(self._receipt.backups) and not self._backups_removed)
        self.clean_button.setVisible(not self._receipt.file_rewritten)

    @Slot()
    def _remove_backups(self) -> None:
        def done(_: object) -> None:
            self._backups_removed = True
            self.close_button.setFocus()
            self._show()

        work = partial(self._parts.remove_backups, self._receipt.backups)
        self._parts.tasks.write(work, done, self, self._parts.notices.fail)

    @Slot()
    def _clean(self) -> None:
        def done(rewritten: bool) -> None:
            self._receipt = replace(self._receipt, file_rewritten=rewritten)
            if rewritten:
                self.close_button.setFocus()
            self._show()

        self._parts.tasks.write(self._parts.clean_file, done, self, self._parts.notices.fail)

    @Slot()
    def _ask_where(self) -> None:
        dialog = QFileDialog(self, self.tr("Spara kvittot"), str(self._parts.documents_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Text (*.txt)"))
        dialog.setDefaultSuffix("txt")
        dialog.selectFile(f"Borttagna uppgifter {self._receipt.at:%Y-%m-%d}.txt")
        dialog.fileSelected.connect(lambda path: self.save_to(Path(path)))
        dialog.open()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(Heading(self.tr("Uppgifterna är borttagna"), "h2"))
        layout.addWidget(self.text, 1)
        row = FlowLayout(spacing=8)
        for button in (self.save_button, self.backups_button, self.clean_button, self.close_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout.addLayout(row)
        self.resize(theme.px(640), theme.px(520))
        parent = self.parentWidget()
        if parent is not None:
            self.resize(self.size().boundedTo(parent.window().size()))


def receipt_text(receipt: ErasureReceipt, *, backups_removed: bool = False) -> str:
    """Return the receipt as a person reads it."""
    head = translate("ErasureReceipt", "{name}, {day} kl. {time}").format(
        name=receipt.name, day=_day(receipt.at.date()), time=f"{receipt.at:%H.%M}"
    )
    parts = [head, _section(translate("ErasureReceipt", "Ersatt"), [_replaced(r) for r in receipt.replaced])]
    if receipt.mentions:
        title = translate("ErasureReceipt", "Kontrollera själv: här kan namnet stå i fri text")
        parts.append(_section(title, [_mention(m) for m in receipt.mentions]))
    if receipt.in_preferences:
        parts.append(translate("ErasureReceipt", "Namnet står också i inställningarna. Ändra det där."))
    if receipt.backups:
        title = (
            translate("ErasureReceipt", "Borttagna säkerhetskopior")
            if backups_removed
            else translate("ErasureReceipt", "Säkerhetskopior som kan innehålla uppgifterna")
        )
        parts.append(_section(title, [str(path) for path in receipt.backups]))
    parts.append(
        translate(
            "ErasureReceipt",
            "Läses en äldre säkerhetskopia tillbaka här tas uppgifterna bort igen. Programmet minns vad som togs bort, "
            "men inte namnet.",
        )
    )
    parts.append(
        translate(
            "ErasureReceipt", "Programmet känner inte till filer och utskrifter på andra ställen. Leta efter dem."
        )
    )
    parts.append(
        translate("ErasureReceipt", "Databasfilen är omskriven. Inget av det som ersattes finns kvar i den.")
        if receipt.file_rewritten
        else translate("ErasureReceipt", "Databasfilen kunde inte skrivas om. Det ersatta kan gå att återskapa ur den.")
    )
    return "\n\n".join(parts) + "\n"


def _section(title: str, lines: Sequence[str]) -> str:
    return "\n".join([title, *(f"– {line}" for line in lines)])


def _replaced(replaced: Replaced) -> str:
    words = {
        PersonSource.PLAN: translate("ErasureReceipt", "deltagarlistan i ”{title}”"),
        PersonSource.JOINED: translate("ErasureReceipt", "tillagd deltagare i ”{title}”"),
        PersonSource.FACILITATOR: translate("ErasureReceipt", "ledare i ”{title}”"),
        PersonSource.COURSE_CERTIFICATE: translate("ErasureReceipt", "kursintyg {number}, nu återkallat, ”{title}”"),
        PersonSource.COURSE_CERTIFICATE_LEADER: translate("ErasureReceipt", "ledare på kursintyg {number}, ”{title}”"),
        PersonSource.LEARNER: translate("ErasureReceipt", "profilen för självstudier, med allt som hörde till den"),
        PersonSource.OBSERVER: translate("ErasureReceipt", "observatör i övningen ”{title}”"),
        PersonSource.SIGNER: translate("ErasureReceipt", "godkännande av ”{title}”"),
    }[replaced.source]
    return _with_day(words.format(title=replaced.title, number=replaced.number), replaced.day)


def _mention(mention: Mention) -> str:
    words = {
        "plan": translate("ErasureReceipt", "planen för ”{title}”"),
        "note": translate("ErasureReceipt", "anteckningar från ”{title}”"),
        "question": translate("ErasureReceipt", "frågor från ”{title}”"),
        "activity": translate("ErasureReceipt", "det gruppen skrev i ”{title}”"),
        "course_certificate": translate("ErasureReceipt", "texten på kursintyg från ”{title}”"),
        "sign_off": translate("ErasureReceipt", "beskrivningar av ändrat arbetssätt"),
    }[mention.where]
    return _with_day(words.format(title=mention.title), mention.day)


def _with_day(words: str, day: date | None) -> str:
    return f"{words}, {_day(day)}" if day else words


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM yyyy")
