"""Tell, hand over the computer, let it be signed, and take the computer back."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.sign_off import SigningView, WorkDescribed
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction, SignatureGiven
from kompetens_gui.ui.exercises.hand_over import HandOver
from kompetens_gui.ui.exercises.scrolling import scroll_to_top_of
from kompetens_gui.ui.exercises.sign_off.signer_card import SignerCard
from kompetens_gui.ui.exercises.sign_off.stages import ConfirmCard, DescribeCard, SignedCard
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns, at_left

CONFIRM_WIDTH, SIGNER_WIDTH = 440, 360


class Stage(StrEnum):
    """Who has the computer, and for what."""

    TELL = "tell"
    HAND_OVER = "hand_over"
    SIGN = "sign"
    SIGNED = "signed"


class SignOffPanel(ExercisePanel):
    """Goes from stage to stage; a sign-off that is there already is shown as signed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt: Attempt | None = None
        self._stage = Stage.TELL
        self._learner = self.tr("den som studerar")
        # A signature takes a moment to be kept: until then a second press must not sign again.
        self._waiting = False
        self.describe = DescribeCard(self)
        self.hand_over = HandOver(self)
        self.signing = QWidget(self)
        self.columns = ResponsiveColumns(parent=self.signing)
        self.confirm, self.signer = ConfirmCard(self.columns), SignerCard(self.columns)
        self.back = Button(self.tr("Tillbaka"), "secondary", "sm", icon_name="arrow-u-up-left", parent=self.signing)
        self.signed = SignedCard(self)
        self._lay_out()
        self.describe.written.connect(self._describe)
        self.confirm.ticked.connect(self._change)
        self.signer.changed.connect(self._change)
        self.back.clicked.connect(partial(self._go, Stage.TELL))

    # -- the panel
    def show_people(self, learner: LearnerProfile, supervisors: Sequence[LearnerProfile]) -> None:
        self._learner = learner.name
        self.signer.show_profiles([profile for profile in supervisors if profile.id != learner.id])

    def show_attempt(self, attempt: Attempt) -> None:
        first = self._attempt is None
        self._attempt, self._waiting = attempt, False
        signed_now = self._view.is_signed and self._stage != Stage.SIGNED
        if signed_now:
            self._stage = Stage.SIGNED
        self._show()
        if signed_now and not first:
            self.signed.title.setFocus()

    def show_refusal(self, words: str) -> bool:
        self._change()
        self.signer.show_refusal(words)
        return True

    def commit_pending(self) -> None:
        self.describe.words.commit()

    def primary(self) -> PrimaryAction | None:
        if self._attempt is None:
            return None
        ready = self.confirm.check.box.isChecked() and self.signer.signer() is not None
        can_sign = ready and not self._waiting
        return {
            Stage.TELL: PrimaryAction(self.tr("Lämna över till den som godkänner"), self._hand_over),
            Stage.HAND_OVER: PrimaryAction(self.tr("Jag är här för att godkänna"), partial(self._go, Stage.SIGN)),
            Stage.SIGN: PrimaryAction(self.tr("Godkänn"), self._sign, can_sign),
        }.get(self._stage)

    def first_focus(self) -> QWidget | None:
        return {
            Stage.TELL: self.describe.words,
            Stage.HAND_OVER: self.hand_over.title,
            Stage.SIGN: self.confirm.check.box,
        }.get(self._stage, self.signed.title)

    # -- what a person does
    @Slot(str)
    def _describe(self, text: str) -> None:
        self.proposed.emit(WorkDescribed(text))

    def _hand_over(self) -> None:
        self.commit_pending()
        self._go(Stage.HAND_OVER)

    def _sign(self) -> None:
        signer = self.signer.signer()
        if signer is not None and self.confirm.check.box.isChecked() and not self._waiting:
            self._waiting = True
            self.primary_changed.emit()
            self.service_wanted.emit(SignatureGiven(signer))

    @Slot()
    def _change(self) -> None:
        self._waiting = False
        self.primary_changed.emit()

    def _go(self, stage: Stage, _checked: bool = False) -> None:
        self._stage = stage
        self._show()
        scroll_to_top_of(self)
        first = self.first_focus()
        if first is not None:
            first.setFocus()

    # -- what is shown
    @property
    def _view(self) -> SigningView:
        assert self._attempt is not None
        view: SigningView = self._attempt.view
        return view

    def _show(self) -> None:
        if self._attempt is None:
            return
        view = self._view
        self.describe.show_view(view)
        self.confirm.show_view(view, self._learner, self._attempt.started.title)
        self.hand_over.say(
            self.tr("Lämna över till den som godkänner"),
            self.tr("Gå igenom det tillsammans först. Sedan tar den som godkänner över datorn en stund."),
        )
        self.signed.show_learner(self._learner)
        show_when(self.describe, self._stage == Stage.TELL)
        show_when(self.hand_over, self._stage == Stage.HAND_OVER)
        show_when(self.signing, self._stage == Stage.SIGN)
        show_when(self.signed, self._stage == Stage.SIGNED)
        self.primary_changed.emit()

    def _lay_out(self) -> None:
        self.columns.add_column(self.confirm, CONFIRM_WIDTH, 5)
        self.columns.add_column(self.signer, SIGNER_WIDTH, 4)
        signing = QVBoxLayout(self.signing)
        signing.setContentsMargins(0, 0, 0, 0)
        signing.setSpacing(16)
        signing.addWidget(self.columns)
        signing.addLayout(at_left(self.back))
        signing.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.describe, self.hand_over, self.signing, self.signed):
            column.addWidget(part)
            show_when(part, part is self.describe)
