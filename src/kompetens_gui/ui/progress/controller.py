"""Asks the services and feeds the page: the learner's matrix, what lies behind it, what is added, the group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from kompetens_gui.domain.learning.evidence import Evidence
from kompetens_gui.domain.learning.group_picture import GroupPicture
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.learning.sign_off import SignOff, SignOffPurpose
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.evidence_sources import EvidenceLine
from kompetens_gui.services.news import ProfilesChanged, ProgressChanged
from kompetens_gui.services.role_words import role_words
from kompetens_gui.ui.progress.add_dialogs import (
    AddDialog,
    ChangeAdded,
    ChangeDialog,
    ConfirmationAdded,
    ConfirmDialog,
    LedAdded,
    LedDialog,
)
from kompetens_gui.ui.progress.own_data import OwnDataController
from kompetens_gui.ui.progress.page import DATA, GROUP, OWN, ProgressPage
from kompetens_gui.ui.progress.parts import ProgressPageParts
from kompetens_gui.ui.progress.sign_off_card import purpose_words
from kompetens_gui.ui.progress.view_state import MatrixView, matrix_view
from kompetens_gui.ui.widgets.painted import set_look


@dataclass(frozen=True)
class _Read:
    """What one reading gave."""

    view: MatrixView
    sign_offs: Sequence[SignOff]
    profile: LearnerProfile


class ProgressController(QObject):
    """`learner_gone()` when the one at the desk has had everything taken away."""

    learner_gone = Signal()

    def __init__(self, page: ProgressPage, parts: ProgressPageParts) -> None:
        super().__init__(page)
        self._page, self._parts = page, parts
        self._others: Sequence[LearnerProfile] = ()
        self._data: OwnDataController | None = None
        self._has_group = False
        self._shown_for: LearnerId | None = None
        page.opened.connect(self.refresh)
        page.view_chosen.connect(self.refresh)
        page.matrix.unfolded.connect(self._read_area)
        page.matrix.evidence_wanted.connect(self._read_area)
        page.matrix.rated.connect(self.rate)
        page.matrix.practise_wanted.connect(self._practise)
        page.matrix.add_wanted.connect(self._add_for_area)
        page.add.wanted.connect(self._add)
        page.room.consent_changed.connect(self.change_consent)
        page.room.fetch_wanted.connect(self.fetch_sessions)
        page.sign_offs.withdraw_wanted.connect(self.ask_to_withdraw)

    # -- reading
    def refresh(self) -> None:
        """Read what the page shows now."""
        view, learner = self._page.current_view(), self._parts.learner()
        self._make_room_for(learner)
        if view == GROUP:
            self._join_group()
            self._run(self._units, self._page.group.show_units)
            self._read_group(*self._page.group.asked())
        if learner is None:
            self._page.show_nobody()
        else:
            self._run(partial(self._read, learner.id), self._show)
            if view == DATA:
                self._own_data().show(learner)

    def _make_room_for(self, learner: LearnerProfile | None) -> None:
        """Take away what was somebody else's before anything of the one who sits here now is read."""
        wanted = learner.id if learner is not None else None
        if wanted != self._shown_for:
            self._shown_for = wanted
            self._page.forget()

    def _join_group(self) -> None:
        if not self._has_group:
            self._has_group = True
            self._page.group.filtered.connect(self._read_group)

    def _own_data(self) -> OwnDataController:
        if self._data is None:
            parts = self._parts
            self._data = OwnDataController(self._page.data, parts.own_data, parts.tasks, parts.notices)
            self._data.erased.connect(self.learner_gone)
        return self._data

    def heard(self, news: object) -> None:
        """Read anew when the learner at the desk has come further, or is called something else."""
        learner = self._parts.learner()
        if isinstance(news, (ProgressChanged, ProfilesChanged)):
            about = news.learner
            if about is None or learner is None or about == learner.id or self._page.current_view() == GROUP:
                self.refresh()

    def _read(self, learner: LearnerId) -> _Read:
        matrix = self._parts.progress.matrix(learner)
        self._others = [p for p in self._parts.profiles.all() if p.id != learner]
        role = role_words(matrix.learner.role).inline
        view = matrix_view(matrix, self._parts.area_titles, role)
        return _Read(view, self._parts.sign_offs.of(learner), matrix.learner)

    def _show(self, found: _Read) -> None:
        learner = self._parts.learner()
        if learner is None or learner.id != found.profile.id:
            return
        self._page.show_matrix(found.view)
        self._page.room.show_consent(found.profile.room_results_count)
        self._page.sign_offs.show_sign_offs(found.sign_offs)
        open_area = self._page.matrix.open_area()
        if open_area and self._page.current_view() == OWN:
            self._read_area(open_area)

    def _read_area(self, area: str) -> None:
        learner = self._parts.learner()
        if learner is None:
            return
        evidence = self._parts.evidence

        def read() -> tuple[Sequence[EvidenceLine], Evidence | None]:
            return evidence.lines(learner.id, area), evidence.self_rating(learner.id, area)

        self._run(read, partial(self._show_area, area))

    def _show_area(self, area: str, found: tuple[Sequence[EvidenceLine], Evidence | None]) -> None:
        details = self._page.matrix.details.get(area)
        if details is not None:
            details.show_evidence(found[0])
            details.show_rating(found[1])

    def _units(self) -> Sequence[str]:
        return sorted({p.unit for p in self._parts.profiles.all() if p.unit}, key=str.casefold)

    def _read_group(self, unit: str, role: Role | None) -> None:
        self._run(partial(self._parts.progress.group, unit, role), partial(self._show_group, (unit, role)))

    def _show_group(self, asked: tuple[str, Role | None], picture: GroupPicture) -> None:
        if asked == self._page.group.asked():
            self._page.group.show_picture(picture)

    # -- changing
    def rate(self, area: str, rating: int) -> None:
        learner = self._parts.learner()
        if learner is not None:
            self._write(partial(self._parts.progress.rate_self, learner.id, area, rating))

    def change_consent(self, given: bool) -> None:
        """Let sessions count from now on, or take the consent back with what they gave."""
        learner = self._parts.learner()
        if learner is None:
            return

        def change() -> int | None:
            profile = self._parts.profiles.get(learner.id)
            self._parts.profiles.change(replace(profile, room_results_count=given))
            return self._parts.progress.take_in_room_results(learner.id) if given else None

        self._parts.tasks.write(change, self._consent_changed, self._page, self._consent_not_changed)

    def _consent_changed(self, found: int | None) -> None:
        if found is not None:
            self._page.room.show_consent(given=True)
            self._page.room.show_found(found)
        self.refresh()

    def _consent_not_changed(self, error: Exception) -> None:
        self.refresh()
        self._parts.notices.fail(error)

    def fetch_sessions(self) -> None:
        learner = self._parts.learner()
        if learner is not None:
            self._parts.tasks.write(
                partial(self._parts.progress.take_in_room_results, learner.id),
                self._page.room.show_found,
                self._page,
                self._parts.notices.fail,
            )

    # -- adding
    def _add_for_area(self, area: str) -> None:
        self._add(SignOffPurpose.CHANGED_WORK, (area,))

    def _add(self, purpose: SignOffPurpose, areas: Sequence[str] = ()) -> None:
        titles, page = self._parts.area_titles, self._page
        dialog: AddDialog
        if purpose == SignOffPurpose.CHANGED_WORK:
            dialog = ChangeDialog(titles, areas, page)
        elif purpose == SignOffPurpose.LED:
            dialog = LedDialog(titles, areas, self._others, self._parts.today(), page)
        else:
            dialog = ConfirmDialog(titles, areas, self._others, page)
        dialog.submitted.connect(partial(self._submit, dialog))
        dialog.open()

    def _submit(self, dialog: AddDialog, added: object) -> None:
        learner = self._parts.learner()
        if learner is None:
            return
        dialog.setEnabled(False)

        def done(made: SignOff) -> None:
            self._parts.notices.tell(self.tr("Tillagt: {what}").format(what=purpose_words(made.purpose).lower()))
            dialog.accept()

        def refused(error: Exception) -> None:
            dialog.setEnabled(True)
            if not dialog.show_refusal(error):
                self._parts.notices.fail(error)

        self._parts.tasks.write(partial(self._record, learner.id, added), done, dialog, refused)

    def _record(self, learner: LearnerId, added: object) -> SignOff:
        sign_offs = self._parts.sign_offs
        match added:
            case ChangeAdded(areas, text):
                return sign_offs.record_change(learner, areas, text)
            case ConfirmationAdded(purpose, areas, signer, text):
                return sign_offs.confirm(learner, purpose, areas, signer, text)
            case LedAdded(areas, title, on, rating, raters, signer):
                return sign_offs.record_led(learner, areas, title, on, rating, raters, signer)
        raise TypeError(type(added).__name__)

    def ask_to_withdraw(self, sign_off: SignOff) -> None:
        """Ask once: a colleague's signature cannot be given back by a button."""
        box = QMessageBox(self._page)
        box.setWindowTitle(self.tr("Ta tillbaka"))
        box.setText(self.tr("Ta tillbaka {what}?").format(what=purpose_words(sign_off.purpose).lower()))
        box.setInformativeText(self.tr("Det räknas inte längre i dina nivåer. En modul som är klar förblir klar."))
        yes = box.addButton(self.tr("Ta tillbaka"), QMessageBox.ButtonRole.DestructiveRole)
        set_look(yes, "kind", "danger")
        no = box.addButton(self.tr("Låt vara"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.finished.connect(box.deleteLater)
        yes.clicked.connect(partial(self._withdraw, sign_off))
        box.open()

    def _withdraw(self, sign_off: SignOff, _checked: bool = False) -> None:
        self._write(partial(self._parts.sign_offs.withdraw, sign_off.learner, sign_off.id))

    # -- help
    def _practise(self, area: str) -> None:
        if self._parts.practise is not None:
            self._parts.practise(area)

    def _run(self, work: object, then: object) -> None:
        self._parts.tasks.run(work, then, self._page, self._parts.notices.fail)  # type: ignore[arg-type]

    def _write(self, work: object) -> None:
        self._parts.tasks.write(work, None, self._page, self._parts.notices.fail)  # type: ignore[arg-type]
