"""The certificate to mark and the chain to link, what the comparison says under them, one's own marks beside."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.activities.mark_chain.events import KeyRevealed, RevealedKey
from kompetens_gui.domain.case import Perspective
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.exercises.mark_chain.events import FeedbackLevel, MarkingView
from kompetens_gui.domain.exercises.mark_chain.hits import HitRecord, hits_by_kind
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.ui.exercises.base import ExercisePanel, GroupQuestionAsked, PrimaryAction
from kompetens_gui.ui.exercises.mark_chain.fold_out import FoldOut
from kompetens_gui.ui.exercises.mark_chain.hit_rates import HitRates, Lately, MemoryRule
from kompetens_gui.ui.exercises.mark_chain.own_marks import OwnMarks
from kompetens_gui.ui.exercises.mark_chain.remarks import (
    Remark,
    own_standing,
    remarks_on,
    remarks_on_example,
)
from kompetens_gui.ui.exercises.mark_chain.words import in_sentence, reader_word
from kompetens_gui.ui.exercises.mark_chain.work_card import WorkCard
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.panel_action import kind_action
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns

_MAIN, _SIDE = 560, 340


class MarkChainPanel(ExercisePanel):
    """Marks, links and compares; nothing is changed once a reading lies over the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: MarkingView | None = None
        self._compared: Chain | None = None
        self._perspective: Perspective | None = None
        self._asked = False
        self._title = ""
        self.columns = ResponsiveColumns(parent=self)
        self.work = WorkCard(self.columns)
        right = QWidget(self.columns)
        self.aside = FoldOut(right)
        self.marks = OwnMarks(right)
        self.hits = HitRates(self.marks)
        self.lately = Lately(self.marks)
        self.marks.add_under(self.hits, self.lately, MemoryRule(self.marks))
        self._lay_out(right)
        self._connect()

    def show_attempt(self, attempt: Attempt) -> None:
        view: MarkingView = attempt.view
        self._view, self._compared = view, attempt.state.compared
        self._title = attempt.started.content.case.title
        self.work.show_view(view)
        self._show_reading()
        self.aside.show_view(view)
        self.primary_changed.emit()

    def show_record(self, record: HitRecord) -> None:
        self.lately.show_record(record)

    def commit_pending(self) -> None:
        self.aside.commit()

    def primary(self) -> PrimaryAction | None:
        view = self._view
        if view is None or view.is_closed:
            return None
        tells = view.level is not FeedbackLevel.NONE
        if not view.is_compared:
            words = self.tr("Jämför") if tells else self.tr("Klar med markeringarna")
            return PrimaryAction(words, self._compare, bool(view.chain.nodes))
        if tells and view.chain is not self._compared:
            return PrimaryAction(self.tr("Jämför igen"), self._compare)
        if view.perspectives:
            return PrimaryAction(self.tr("Visa läsningarna"), self._reveal)
        return None

    def first_focus(self) -> QWidget | None:
        return self.work.text

    # What is shown of a comparison.
    def _show_reading(self) -> None:
        """Show the comparison with the chosen reader: frames, places, how one's own marks stand, hits."""
        view = self._view
        if view is None:
            return
        reading = self._reading(view)
        self.work.show_reading(reading)
        remarks = self._remarks(view, reading)
        area = self.work.area
        area.show_summary(view)
        area.show_perspectives(view.perspectives if reading is not None else (), self._perspective)
        area.show_remarks(remarks, reading.perspective if reading is not None else None, framed=reading is not None)
        differences = reading.differences if reading is not None else ()
        self.marks.show_marks(view.chain, own_standing(differences), compared=reading is not None)
        self.marks.show_hit(view.best if reading is not None else None)
        who = in_sentence(reader_word(reading.perspective)) if reading is not None else ""
        title = self.tr("Träffsäkerhet mot {who}").format(who=who)
        self.hits.show_hits(hits_by_kind(differences) if reading is not None else (), title)
        self.lately.set_brief(reading is not None)
        if self._asked and reading is not None:
            self._asked = False
            self._bring_first(remarks)

    def _reading(self, view: MarkingView) -> RevealedKey | None:
        """Return the reading to compare with: the chosen reader's, else the nearest, else the first; None before."""
        known = {k.perspective: k for k in (view.keys if view.is_closed else view.differences)}
        if self._perspective not in known:
            nearest = view.best.perspective if view.best else None
            self._perspective = nearest if nearest in known else next(iter(known), None)
        return known.get(self._perspective) if self._perspective is not None else None

    def _remarks(self, view: MarkingView, reading: RevealedKey | None) -> tuple[Remark, ...]:
        if reading is not None:
            return remarks_on(reading, whole_first=view.is_closed)
        return remarks_on_example(view.example) if view.example is not None and not view.is_compared else ()

    def _bring_first(self, remarks: tuple[Remark, ...]) -> None:
        self.work.area.card.next.setFocus()
        # The text has another height once the comparison stands under it.
        QTimer.singleShot(0, self, partial(self.work.go_to_place, remarks[0]))

    # What a person does.
    def _compare(self) -> None:
        self._asked = True
        self.commit_pending()
        self.round_wanted.emit()

    def _reveal(self) -> None:
        view = self._view
        if view is not None and view.perspectives:
            self._asked = True
            self.commit_pending()
            self.proposed.emit(KeyRevealed(self._perspective or view.perspectives[0]))

    @Slot(str)
    def _choose_perspective(self, value: str) -> None:
        view, wanted = self._view, Perspective(value)
        if view is None:
            return
        self._perspective = wanted
        if view.is_closed and wanted not in {k.perspective for k in view.keys}:
            self.proposed.emit(KeyRevealed(wanted))
        else:
            self._show_reading()

    @Slot(str)
    def _want_page(self, name: str) -> None:
        if name == "group":
            self._ask_group()
        else:
            self.aside.toggle(name)

    def _ask_group(self) -> None:
        self.aside.ask_group(self._title, self.work.line())

    @Slot(str, str)
    def _put_on_list(self, text: str, quote: str) -> None:
        self.service_wanted.emit(GroupQuestionAsked(text, self._title, quote))

    @Slot(str)
    def _page_opened(self, name: str) -> None:
        self.work.show_page(name)
        show_when(self.marks, False)

    @Slot()
    def _page_closed(self) -> None:
        self.work.show_page("")
        show_when(self.marks, True)
        self.work.take_keyboard()

    def _connect(self) -> None:
        self.work.proposed.connect(self.proposed)
        self.work.details_wanted.connect(self.aside.show_details)
        self.work.missing_wanted.connect(self.aside.ask_missing)
        self.work.page_wanted.connect(self._want_page)
        self.work.current_changed.connect(self.aside.follow)
        self.work.area.perspective_chosen.connect(self._choose_perspective)
        self.aside.proposed.connect(self.proposed)
        self.aside.asked.connect(self._put_on_list)
        self.aside.opened.connect(self._page_opened)
        self.aside.closed.connect(self._page_closed)
        self.marks.chosen.connect(self.work.go_to_mark)
        area = self.work.area
        wanted = (
            (self.tr("Växla mellan intyg och kedja"), "Ctrl+Tab", self.work.switch_side),
            (self.tr("Markera vad som saknas"), "Ctrl+Shift+S", partial(self.aside.toggle, "missing")),
            (self.tr("Räcker ändå"), "Ctrl+Shift+R", partial(self.aside.toggle, "judgement")),
            (self.tr("Ta upp i gruppen"), "Ctrl+Shift+G", self._ask_group),
            (self.tr("Nästa plats i jämförelsen"), "Ctrl+D", area.next_place),
            (self.tr("Förra platsen i jämförelsen"), "Ctrl+Shift+D", area.previous_place),
        )
        for text, keys, slot in wanted:
            kind_action(self, text, keys).triggered.connect(slot)

    def _lay_out(self, right: QWidget) -> None:
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.aside)
        column.addWidget(self.marks, 1)
        self.columns.add_column(self.work, _MAIN)
        self.columns.add_column(right, _SIDE, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
