"""Adding what happens outside the program: a change in one's own work, a colleague's word, a session that was led."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDateEdit, QDoubleSpinBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from kompetens_gui.domain.errors import PinWrong, SignOffRefused
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.learning.sign_off import HIGHEST_RATING, MOST_RATERS, Signer, SignOffPurpose
from kompetens_gui.domain.wording import translate
from kompetens_gui.ui.progress.signer_form import SignerForm
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.area_picker import AreaPicker
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import IconText
from kompetens_gui.ui.widgets.option_row import OptionRow
from kompetens_gui.ui.widgets.scroll_dialog import ScrollDialog

LONGEST_TEXT = 1000
CONFIRMABLE = (SignOffPurpose.PEER, SignOffPurpose.MENTORING, SignOffPurpose.CONTRIBUTION)


@dataclass(frozen=True)
class ChangeAdded:
    """A change in one's own work."""

    areas: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class ConfirmationAdded:
    """A colleague's or mentor's word."""

    purpose: SignOffPurpose
    areas: tuple[str, ...]
    signer: Signer
    text: str


@dataclass(frozen=True)
class LedAdded:
    """A session that was led, and how those who were there rated it."""

    areas: tuple[str, ...]
    title: str
    on: date
    rating: float
    raters: int
    signer: Signer


class AddDialog(ScrollDialog):
    """`submitted(object)` with what was added; it stays open until `accept`, and shows a refusal where it belongs."""

    submitted = Signal(object)

    def __init__(
        self, title: str, sentence: str, titles: Mapping[str, str], areas: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, sentence, width=640, height=680, parent=parent)
        self.areas = AreaPicker(translate("AddDialog", "Vilka områden gäller det?"), titles, areas, self)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(112))
        self.text_field = Field("", self.text)
        self.signer: SignerForm | None = None

    def finish(self, save: str, value: Callable[[], object]) -> None:
        """Add the foot; called when the middle is filled. `value` gives what is filled in."""
        self._value = value
        self.body.addStretch(1)
        self.save = self.add_button(save, "primary")
        self.save.setDefault(False)
        self.save.setAutoDefault(False)
        self.save.clicked.connect(self._submit)
        self.add_close(translate("AddDialog", "Avbryt"))

    def show_refusal(self, error: Exception) -> bool:
        """Show at its field why it was refused; False when the error is about something else."""
        words = explain(error).what_to_do
        self._clear()
        match error:
            case SignOffRefused("no_area"):
                self.areas.set_error(words)
                self.see(self.areas.first())
            case SignOffRefused("no_text" | "personal_data"):
                self.text_field.set_error(words)
                self.see(self.text)
            case SignOffRefused("rating"):
                self.rating_field().set_error(words)
                self.see(self.rating_field().editor)
            case SignOffRefused() | PinWrong() if self.signer is not None:
                self.see(self.signer.show_error(words))
            case _:
                return False
        return True

    def rating_field(self) -> Field:
        """Return the field for the rating, where there is one."""
        return self.text_field

    def _clear(self) -> None:
        self.areas.set_error("")
        self.text_field.set_error("")
        self.rating_field().set_error("")
        if self.signer is not None:
            self.signer.clear_errors()

    def _submit(self) -> None:
        self._clear()
        self.submitted.emit(self._value())

    def add_warning(self, words: str) -> None:
        line = IconText("warning", words, "small", "warn", parent=self)
        line.label.setWordWrap(True)
        self.body.addWidget(line)


class ChangeDialog(AddDialog):
    """A change in one's own work, without anything about persons."""

    def __init__(self, titles: Mapping[str, str], areas: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(
            translate("AddDialog", "En ändring i ditt arbete"),
            translate(
                "AddDialog", "Beskriv vad du gör annorlunda nu och hur det märks. Två eller tre meningar räcker."
            ),
            titles,
            areas,
            parent,
        )
        self.text_field.label.setText(translate("AddDialog", "&Vad har du ändrat?"))
        self.text.setAccessibleName(translate("AddDialog", "Vad har du ändrat?"))
        self.body.addWidget(self.text_field)
        self.add_warning(
            translate(
                "AddDialog", "Skriv inget om en verklig patient eller kollega: inga namn, nummer eller diagnoser."
            )
        )
        self.body.addWidget(self.areas)
        self.finish(translate("AddDialog", "Spara ändringen"), self.value)
        self.text.setFocus()

    def value(self) -> ChangeAdded:
        return ChangeAdded(self.areas.chosen(), self.text.toPlainText()[:LONGEST_TEXT])


class ConfirmDialog(AddDialog):
    """A colleague's or mentor's word, signed by them on this machine."""

    def __init__(
        self,
        titles: Mapping[str, str],
        areas: Sequence[str],
        profiles: Sequence[LearnerProfile],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("AddDialog", "En kollegas ord"),
            translate("AddDialog", "Den som skriver under sitter med dig vid datorn."),
            titles,
            areas,
            parent,
        )
        self.purposes = {purpose: OptionRow("", mark="radio", parent=self) for purpose in CONFIRMABLE}
        for purpose, (text, detail) in _purposes().items():
            self.purposes[purpose].set_text(text)
            self.purposes[purpose].set_detail(detail)
            self.body.addWidget(self.purposes[purpose])
        self.purposes[SignOffPurpose.PEER].setChecked(True)
        self.signer = SignerForm(profiles, self)
        self.body.addWidget(self.signer)
        self.text_field.label.setText(translate("AddDialog", "&Vad har ni talat om? (får vara tomt)"))
        self.text.setAccessibleName(translate("AddDialog", "Vad har ni talat om?"))
        self.body.addWidget(self.text_field)
        self.add_warning(translate("AddDialog", "Skriv inget om en verklig patient eller kollega."))
        self.body.addWidget(self.areas)
        self.finish(translate("AddDialog", "Skriv under"), self.value)

    def value(self) -> ConfirmationAdded:
        assert self.signer is not None
        purpose = next(p for p, row in self.purposes.items() if row.isChecked())
        return ConfirmationAdded(
            purpose, self.areas.chosen(), self.signer.signer(), self.text.toPlainText()[:LONGEST_TEXT]
        )


class LedDialog(AddDialog):
    """A session that was led, with the mean of what those who were there answered."""

    def __init__(
        self,
        titles: Mapping[str, str],
        areas: Sequence[str],
        profiles: Sequence[LearnerProfile],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("AddDialog", "Ett tillfälle du har lett"),
            translate("AddDialog", "Räknas när minst fem har svarat och snittet är minst 4. En kollega skriver under."),
            titles,
            areas,
            parent,
        )
        self.title, self.on = QLineEdit(self), QDateEdit(QDate(today.year, today.month, today.day), self)
        self.on.setLocale(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
        self.on.setDisplayFormat("d MMMM yyyy")
        self.on.setMaximumDate(self.on.date())
        self.on.setCalendarPopup(True)
        self.rating, self.raters = QDoubleSpinBox(self), QSpinBox(self)
        self.rating.setRange(0, HIGHEST_RATING)
        self.rating.setDecimals(1)
        self.rating.setSingleStep(0.1)
        self.rating.setValue(4)
        self.raters.setRange(1, MOST_RATERS)
        self.raters.setValue(5)
        self.signer = SignerForm(profiles, self)
        self._rating_field = Field(translate("AddDialog", "&Snitt av svaren, 0 till 5"), self.rating)
        for field in (
            Field(translate("AddDialog", "&Vad ledde du?"), self.title),
            Field(translate("AddDialog", "&Dag"), self.on),
            self._rating_field,
            Field(translate("AddDialog", "&Hur många svarade?"), self.raters),
        ):
            self.body.addWidget(field)
        self.body.addWidget(self.signer)
        self.body.addWidget(self.areas)
        self.text_field.hide()
        self.finish(translate("AddDialog", "Skriv under"), self.value)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def rating_field(self) -> Field:
        return self._rating_field

    def value(self) -> LedAdded:
        assert self.signer is not None
        day = self.on.date()
        return LedAdded(
            self.areas.chosen(),
            self.title.text().strip(),
            date(day.year(), day.month(), day.day()),
            self.rating.value(),
            self.raters.value(),
            self.signer.signer(),
        )


def _purposes() -> Mapping[SignOffPurpose, tuple[str, str]]:
    return {
        SignOffPurpose.PEER: (
            translate("AddDialog", "En kollega bekräftar"),
            translate("AddDialog", "Kollegan har sett dig arbeta i området. Ges inte av chef."),
        ),
        SignOffPurpose.MENTORING: (
            translate("AddDialog", "Ett handledningssamtal"),
            translate("AddDialog", "Ni har talat om hur du arbetar i området."),
        ),
        SignOffPurpose.CONTRIBUTION: (
            translate("AddDialog", "Ett bidrag som granskats"),
            translate("AddDialog", "Du har skrivit ett fall eller en fråga, och någon annan har granskat."),
        ),
    }
