"""Tell, and let it be signed: here, by handing over the computer, or elsewhere, by a request and its answer."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.sign_off import SigningView, WorkDescribed
from kompetens_gui.domain.exercises.sign_off.remote import Verdict
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.services.remote_sign_offs import AnswerTaken, KeyToCompare
from kompetens_gui.ui.exercises.base import ExercisePanel, PrimaryAction, SignatureGiven
from kompetens_gui.ui.exercises.hand_over import HandOver
from kompetens_gui.ui.exercises.remote_requests import AnswerHandedIn, FileWanted, KeyCompared, RequestWanted
from kompetens_gui.ui.exercises.scrolling import scroll_to_top_of
from kompetens_gui.ui.exercises.sign_off.asking import AnswerCard, KeyCard, RequestCard
from kompetens_gui.ui.exercises.sign_off.signer_card import SignerCard
from kompetens_gui.ui.exercises.sign_off.stages import ConfirmCard, DescribeCard, SignedCard
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns, at_left

CONFIRM_WIDTH, SIGNER_WIDTH, ASKING_WIDTH = 440, 360, 420


class Stage(StrEnum):
    """Who has the computer, and for what."""

    TELL = "tell"
    HAND_OVER = "hand_over"
    SIGN = "sign"
    ASKED = "asked"
    COMPARE = "compare"
    SIGNED = "signed"


class SignOffPanel(ExercisePanel):
    """Goes from stage to stage; what is signed, or asked for, already is shown so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._attempt: Attempt | None = None
        self._stage = Stage.TELL
        self._learner = self.tr("den som studerar")
        self._answer: str | Path = ""
        # A signature takes a moment to be kept: until then a second press must not sign again.
        self._waiting = False
        self.describe = DescribeCard(self)
        self.hand_over = HandOver(self)
        self.signing = QWidget(self)
        self.columns = ResponsiveColumns(parent=self.signing)
        self.confirm, self.signer = ConfirmCard(self.columns), SignerCard(self.columns)
        self.back = Button(self.tr("Tillbaka"), "secondary", "sm", icon_name="arrow-u-up-left", parent=self.signing)
        self.asked = ResponsiveColumns(parent=self)
        self.request, self.answer = RequestCard(self.asked), AnswerCard(self.asked)
        self.key = KeyCard(self)
        self.signed = SignedCard(self)
        self._lay_out()
        self._connect()

    # -- the panel
    def show_people(self, learner: LearnerProfile, supervisors: Sequence[LearnerProfile]) -> None:
        self._learner = learner.name
        self.signed.show_learner(self._learner)
        self.signer.show_profiles([profile for profile in supervisors if profile.id != learner.id])

    def show_attempt(self, attempt: Attempt) -> None:
        before = self._view.request if self._attempt is not None else None
        first = self._attempt is None
        self._attempt, self._waiting = attempt, False
        view = self._view
        moved = False
        if view.is_signed and self._stage != Stage.SIGNED:
            self._stage, moved = Stage.SIGNED, True
        elif view.request is not None and view.request != before and not view.is_signed:
            self._stage, moved = Stage.ASKED, True
        self._show()
        if moved and not first:
            scroll_to_top_of(self)
            self._take_keyboard()

    def show_refusal(self, words: str) -> bool:
        self._change()
        if self._stage == Stage.TELL:
            self.describe.show_refusal(words)
        elif self._stage == Stage.ASKED:
            self.answer.show_refusal(words)
        elif self._stage == Stage.COMPARE:
            self.key.show_refusal(words)
        else:
            self.signer.show_refusal(words)
        return True

    def show_reply(self, reply: object) -> None:
        self._change()
        match reply:
            case KeyToCompare(offer=offer):
                self.key.show_offer(offer)
                self._go(Stage.COMPARE)
            case AnswerTaken(answer=answer, is_new=is_new):
                if answer.verdict == Verdict.APPROVED:
                    self.signed.show_from_afar(answer.by_name, answer.comment)
                elif not is_new:
                    self.answer.show_refusal(self.tr("Svaret är redan inläst. Gör en ny begäran när du är redo."))
                else:
                    self.answer.code.clear()
                    self._go(Stage.ASKED)
            case Path():
                self.request.tell(self.tr("Sparad som {name}. Skicka filen.").format(name=reply.name))

    def commit_pending(self) -> None:
        self.describe.words.commit()

    def primary(self) -> PrimaryAction | None:
        if self._attempt is None:
            return None
        free = not self._waiting
        can_sign = free and self.confirm.check.box.isChecked() and self.signer.signer() is not None
        if self._stage == Stage.TELL and self.describe.is_elsewhere:
            return PrimaryAction(self.tr("Gör en begäran"), self._ask, free)
        return {
            Stage.TELL: PrimaryAction(self.tr("Lämna över till den som godkänner"), self._hand_over),
            Stage.HAND_OVER: PrimaryAction(self.tr("Jag är här för att godkänna"), partial(self._go, Stage.SIGN)),
            Stage.SIGN: PrimaryAction(self.tr("Godkänn"), self._sign, can_sign),
            Stage.ASKED: PrimaryAction(self.tr("Läs in svaret"), self._take_text, free and bool(self.answer.text)),
            Stage.COMPARE: PrimaryAction(self.tr("Lita på nyckeln"), self._trust, free and self.key.is_compared),
        }.get(self._stage)

    def first_focus(self) -> QWidget | None:
        return {
            Stage.TELL: self.describe.words,
            Stage.HAND_OVER: self.hand_over.title,
            Stage.SIGN: self.confirm.check.box,
            Stage.ASKED: self.request.save,
            Stage.COMPARE: self.key.back if self.key.check.isHidden() else self.key.check.box,
        }.get(self._stage, self.signed.title)

    # -- what a person does here
    @Slot(str)
    def _describe(self, text: str) -> None:
        self.proposed.emit(WorkDescribed(text))

    def _hand_over(self) -> None:
        self.commit_pending()
        self._go(Stage.HAND_OVER)

    def _sign(self) -> None:
        signer = self.signer.signer()
        if signer is not None and self.confirm.check.box.isChecked() and not self._waiting:
            self._want(SignatureGiven(signer))

    # -- what a person does with somebody elsewhere
    def _ask(self) -> None:
        if not self._waiting:
            self.commit_pending()
            self._want(RequestWanted(self.describe.sends_work))

    @Slot()
    def _take_text(self) -> None:
        if self.answer.text:
            self._take(self.answer.text)

    @Slot(object)
    def _take(self, data: str | Path) -> None:
        if not self._waiting:
            self._answer = data
            self.answer.field.set_error("")
            self._want(AnswerHandedIn(data))

    def _trust(self) -> None:
        if self.key.offer is not None and self.key.is_compared and not self._waiting:
            self._want(KeyCompared(self.key.offer, self._answer))

    @Slot()
    def _ask_anew(self) -> None:
        self.describe.choose_elsewhere()
        self._go(Stage.TELL)

    @Slot(object)
    def _save(self, wanted: FileWanted) -> None:
        self.service_wanted.emit(wanted)

    def _want(self, request: object) -> None:
        self._waiting = True
        self.primary_changed.emit()
        self.service_wanted.emit(request)

    @Slot()
    def _change(self) -> None:
        self._waiting = False
        self.primary_changed.emit()

    def _go(self, stage: Stage, _checked: bool = False) -> None:
        self._stage = stage
        self._show()
        scroll_to_top_of(self)
        self._take_keyboard()

    def _take_keyboard(self) -> None:
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
        self.answer.show_view(view)
        if view.request is not None:
            self.request.show_request(view.request)
        self.hand_over.say(
            self.tr("Lämna över till den som godkänner"),
            self.tr("Gå igenom det tillsammans först. Sedan tar den som godkänner över datorn en stund."),
        )
        for part, stage in self._parts():
            show_when(part, self._stage == stage)
        self.primary_changed.emit()

    def _parts(self) -> Sequence[tuple[QWidget, Stage]]:
        return (
            (self.describe, Stage.TELL),
            (self.hand_over, Stage.HAND_OVER),
            (self.signing, Stage.SIGN),
            (self.asked, Stage.ASKED),
            (self.key, Stage.COMPARE),
            (self.signed, Stage.SIGNED),
        )

    def _lay_out(self) -> None:
        self.columns.add_column(self.confirm, CONFIRM_WIDTH, 5)
        self.columns.add_column(self.signer, SIGNER_WIDTH, 4)
        self.asked.add_column(self.request, ASKING_WIDTH)
        self.asked.add_column(self.answer, ASKING_WIDTH)
        signing = QVBoxLayout(self.signing)
        signing.setContentsMargins(0, 0, 0, 0)
        signing.setSpacing(16)
        signing.addWidget(self.columns)
        signing.addLayout(at_left(self.back))
        signing.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part, _ in self._parts():
            column.addWidget(part)
            show_when(part, part is self.describe)

    def _connect(self) -> None:
        self.describe.written.connect(self._describe)
        self.describe.way_chosen.connect(self._change)
        self.confirm.ticked.connect(self._change)
        self.signer.changed.connect(self._change)
        self.back.clicked.connect(partial(self._go, Stage.TELL))
        self.request.file_wanted.connect(self._save)
        self.request.change_wanted.connect(self._ask_anew)
        self.answer.changed.connect(self._change)
        self.answer.submitted.connect(self._take_text)
        self.answer.file_chosen.connect(self._take)
        self.key.changed.connect(self._change)
        self.key.back.clicked.connect(partial(self._go, Stage.ASKED))
