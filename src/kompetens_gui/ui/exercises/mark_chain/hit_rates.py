"""How much of each kind has been found, and a rule to remember."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.exercises.mark_chain.remarks import KindHits
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.certificate_words import kind_word
from kompetens_gui.ui.widgets.kind_widgets import LetterBadge
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import fill_rounded, show_when
from kompetens_gui.ui.widgets.progress import NO_BREAK, Bar


class KindBar(Bar):
    """A bar in the colour of a kind."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._kind = kind

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens, radius = self.tokens(), self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_rounded(painter, QRectF(self.rect()), QColor(tokens.surface_3), radius)
        if self.share() > 0:
            width = max(self.height(), self.width() * self.share())
            fill_rounded(painter, QRectF(0, 0, width, self.height()), QColor(tokens.kind(self._kind).fill), radius)
        painter.end()


class HitRates(QWidget):
    """How much of each kind was found, against one reading; hidden until there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", "small-strong", wrap=True, parent=self)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(self.rows)
        self._shown: tuple[object, ...] = ()
        show_when(self, False)

    def show_hits(self, hits: Sequence[KindHits], who: str) -> None:
        """Show hits against a reader's marks; none takes the bars away."""
        show_when(self, bool(hits))
        if (*hits, who) == self._shown:
            return
        self._shown = (*hits, who)
        self.title.setText(self.tr("Träffsäkerhet mot {who}").format(who=who))
        clear_layout(self.rows)
        for hit in hits:
            self.rows.addWidget(self._row(hit))

    def _row(self, hit: KindHits) -> QWidget:
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(LetterBadge(hit.kind, kind_word(hit.kind), size=20, parent=row))
        bar = KindBar(hit.kind, row)
        bar.set_share(hit.share)
        line.addWidget(bar, 1)
        words = f"{round(hit.share * 100)}{NO_BREAK}%" if hit.of else "–"
        number = Label(words, "number", parent=row)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        number.setMinimumWidth(theme.px(52, self))
        line.addWidget(number)
        said = self.tr("{kind}: {found} av {of}").format(kind=kind_word(hit.kind), found=hit.found, of=hit.of)
        row.setAccessibleName(said)
        row.setToolTip(said)
        return row


class MemoryRule(Card):
    """Two sentences that tell F from A."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(look="sunken", dense=True, parent=parent)
        self.add(Label(self.tr("Minnesregel"), "small-strong", parent=self))
        words = self.tr("F kan du undersöka eller iaktta. A är det personen har svårt att göra på grund av F.")
        self.add(Label(words, "small", "muted", wrap=True, parent=self))
