"""What was to be tried, one at a time or all together; without an earlier session a word of welcome."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.activities.follow_up import Followed, FollowUpOutcome, FollowUpSubject, outcome_word
from kompetens_gui.domain.activities.follow_up import FollowUpRoom as FollowUpView
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.widgets.labels import Label


class FollowUpRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", "h2", "muted", wrap=True, parent=self)
        self.main = FittedText("display", "meta", parent=self)
        self.beside = Label("", "h3", "accent", wrap=True, parent=self)
        self.words = FittedText("h2", "meta", "text_2", parent=self)
        self.counts = Label("", "h3", "muted", wrap=True, parent=self)
        self.body.addWidget(self.title)
        self.body.addWidget(self.main, 5)
        self.body.addWidget(self.beside)
        self.body.addWidget(self.words, 3)
        self.body.addWidget(self.counts)

    def show_view(self, view: FollowUpView | None) -> None:
        if view is None:
            return
        one = view.followed[view.place] if self._is_at(view, FollowUpSubject.COMMITMENT, view.followed) else None
        asked = self._is_at(view, FollowUpSubject.QUESTION, view.questions)
        if one is not None:
            self._show_one(one)
        elif asked:
            self._show(self.tr("Frågan från sist"), view.questions[view.place], "", view.answers[view.place])
        else:
            self._show_all(view)
        self.counts.setText(self._counts(view.followed))
        self.counts.setVisible(bool(self.counts.text()) and not asked)

    def _is_at(self, view: FollowUpView, subject: FollowUpSubject, those: tuple[object, ...]) -> bool:
        return view.subject is subject and view.place < len(those)

    def _show_one(self, followed: Followed) -> None:
        commitment = followed.commitment
        who = commitment.who or self.tr("Det här skulle prövas")
        when = f", {commitment.when}" if commitment.when else ""
        outcome = outcome_word(followed.outcome) if followed.outcome else ""
        self._show(f"{who}{when}", commitment.text, outcome, followed.happened)

    def _show_all(self, view: FollowUpView) -> None:
        if not (view.followed or view.questions):
            self._show(
                view.title, self.tr("Vi börjar här. Nästa gång tar vi upp det som ni prövar efter i dag."), "", ""
            )
            return
        lines = [f"•\N{NO-BREAK SPACE}{self._line(f)}" for f in view.followed]
        lines += [f"?\N{NO-BREAK SPACE}{question}" for question in view.questions]
        self._show(self.tr("Sedan sist: {title}").format(title=view.earlier), "\n\n".join(lines), "", "")

    def _line(self, followed: Followed) -> str:
        who = f"{followed.commitment.who}: " if followed.commitment.who else ""
        outcome = f" – {outcome_word(followed.outcome)}" if followed.outcome else ""
        return f"{who}{followed.commitment.text}{outcome}"

    def _show(self, title: str, main: str, beside: str, words: str) -> None:
        self.title.setText(title)
        self.main.set_text(main)
        self.beside.setText(beside)
        self.beside.setVisible(bool(beside))
        self.words.set_text(words)
        self.words.setVisible(bool(words))

    def _counts(self, followed: tuple[Followed, ...]) -> str:
        counts = Counter(f.outcome for f in followed)
        return " · ".join(f"{outcome_word(o)} {counts[o]}" for o in FollowUpOutcome if counts[o])
