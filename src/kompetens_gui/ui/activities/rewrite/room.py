"""Before and after side by side with the changed words, the points beside them, and the chain below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.rewrite import RewriteRoom as RewriteView
from kompetens_gui.ui.activities.fitted_text import FittedText
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.activities.rewrite.path import path_of
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.chain_view import ChainView
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.word_changes import changes_html, changes_said

_POINTS_WIDTH = 520


class RewriteRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, flush=True)
        self._view: RewriteView | None = None
        self.before, self.after = QFrame(), QFrame()
        self.before.setProperty("card", "sunken")
        self.after.setProperty("card", "selected")
        self._shown_points: tuple[object, object] | None = None
        self._shown_changes: tuple[object, str] | None = None
        self.before_text = FittedText("h2", "meta")
        self.weakness = Label("", "meta", "muted", wrap=True)
        self.after_text = QLabel()
        self.after_text.setTextFormat(Qt.TextFormat.RichText)
        self.after_text.setProperty("level", "body")
        self.after_text.setWordWrap(True)
        self.after_text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.model = QFrame()
        self.model.setProperty("card", "tint")
        self.model_text = FittedText("h3", "meta")
        self.points = QFrame()
        self.points.setProperty("page", "true")
        self.point_rows = QVBoxLayout()
        self.count = Label("", "small", "muted")
        self.chain = ChainView(room=True)
        self._lay_out()
        self.rescale()

    def show_view(self, view: RewriteView | None) -> None:
        if view is None:
            return
        self._view = view
        self.before_text.set_text(view.before or self.tr("Ingen mening är vald än."))
        self.weakness.setText(" ".join(view.weakness.split()))
        self.weakness.setVisible(bool(view.weakness))
        self._show_after(view)
        self.model_text.set_text(view.model)
        self.model.setVisible(bool(view.model))
        self._show_points(view)
        self.chain.set_layout(path_of(view.layout, view.after.strip()))

    def rescale(self) -> None:
        self.points.setFixedWidth(theme.px(_POINTS_WIDTH, self))
        if self._view is not None:
            self._show_after(self._view)

    def _show_after(self, view: RewriteView) -> None:
        tokens = theme.tokens_for(self)
        if (view.changes, tokens.name) == self._shown_changes:
            return
        self._shown_changes = view.changes, tokens.name
        hint = self.tr("Hur skriver vi den i stället?")
        self.after_text.setText(changes_html(view.changes, tokens) if view.changes else hint)
        self.after_text.setAccessibleName(changes_said(view.changes) or hint)

    def _show_points(self, view: RewriteView) -> None:
        if (view.points, view.met) == self._shown_points:
            return
        self._shown_points = view.points, view.met
        clear_layout(self.point_rows)
        for place, point in enumerate(view.points):
            row = QHBoxLayout()
            met = place in view.met
            said = self.tr("Uppfyllt") if met else self.tr("Inte uppfyllt än")
            icon = Icon("check-bold" if met else "circle", 32, "ok" if met else "text_3", says=said)
            row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(point, "meta", "" if met else "muted", wrap=True), 1)
            self.point_rows.addLayout(row)
        self.count.setText(self.tr("{met} av {count}").format(met=len(view.met), count=len(view.points)))

    def _lay_out(self) -> None:
        before, after, model = QVBoxLayout(self.before), QVBoxLayout(self.after), QVBoxLayout(self.model)
        before.addWidget(Label(self.tr("Före"), "small-strong", "muted"))
        before.addWidget(self.before_text, 1)
        before.addWidget(self.weakness)
        after.addWidget(Label(self.tr("Efter"), "small-strong", "accent"))
        after.addWidget(self.after_text, 1)
        model.addWidget(Label(self.tr("Förslag i fallet"), "small-strong", "accent"))
        model.addWidget(self.model_text, 1)
        points = QVBoxLayout(self.points)
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Håller meningen?"), "small-strong"), 1)
        head.addWidget(self.count)
        points.addLayout(head)
        points.addLayout(self.point_rows)
        points.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.after, 1)
        right.addWidget(self.model, 1)
        words = QHBoxLayout()
        words.addWidget(self.before, 2)
        words.addLayout(right, 3)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self.points)
        self.body.addLayout(top, 1)
        self.body.addWidget(self.chain, 1)
        for layout, margins, spacing in (
            (before, (28, 20, 28, 20), 8),
            (after, (28, 20, 28, 20), 8),
            (model, (28, 20, 28, 20), 8),
            (points, (40, 40, 40, 24), 16),
            (self.point_rows, (0, 0, 0, 0), 14),
            (right, (0, 0, 0, 0), 20),
            (words, (56, 40, 40, 24), 32),
            (top, (0, 0, 0, 0), 0),
        ):
            self.scale_layout(layout, margins, spacing)
