"""How much of each kind has been found, and a rule to remember."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.exercises.mark_chain.hits import HitRecord, KindHits
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
    """How much of each kind was found: a title, a bar and its numbers for each, a note; hidden without hits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", "small-strong", wrap=True, parent=self)
        self.note = Label("", "meta", "muted", wrap=True, parent=self)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addLayout(self.rows)
        column.addWidget(self.note)
        self._shown: tuple[object, ...] = ()
        show_when(self, False)

    def show_hits(self, hits: Sequence[KindHits], title: str, note: str = "") -> None:
        """Show hits under a title; none takes the bars away."""
        show_when(self, bool(hits))
        if (*hits, title, note) == self._shown:
            return
        self._shown = (*hits, title, note)
        self.title.setText(title)
        self.note.setText(note)
        show_when(self.note, bool(note))
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
        count, per_cent = self.tr("{found} av {of}").format(found=hit.found, of=hit.of), share_words(hit)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for words, level, tone, least in ((count, "meta", "muted", 0), (per_cent, "number", "", 44)):
            number = Label(words, level, tone, parent=row)  # type: ignore[arg-type]  # both are looks there are
            number.setAlignment(right)
            number.setMinimumWidth(theme.px(least, self))
            line.addWidget(number)
        said = self.tr("{kind}: {count}, {share}").format(kind=kind_word(hit.kind), count=count, share=per_cent)
        row.setAccessibleName(said)
        row.setToolTip(said)
        return row


class Lately(QWidget):
    """How it has gone lately: bars while there is room for them, a line while a reading has bars of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bars = HitRates(self)
        self.line = Label("", "small", "muted", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bars)
        column.addWidget(self.line)
        show_when(self.line, False)
        show_when(self, False)

    def show_record(self, record: HitRecord) -> None:
        """Show a record; one of no exercises takes it all away."""
        show_when(self, bool(record.exercises))
        title = self.tr("Träffsäkerhet, senaste {days} dagarna").format(days=record.days)
        many = self.tr("Från {n} avslutade övningar, räknat vid första jämförelsen. Bara du ser det.")
        one = self.tr("Från 1 avslutad övning, räknat vid första jämförelsen. Bara du ser det.")
        self.bars.show_hits(record.hits, title, one if record.exercises == 1 else many.format(n=record.exercises))
        words = ((hit.kind, share_words(hit), f"({hit.found}/{hit.of})") for hit in record.hits if hit.of)
        each = ", ".join(NO_BREAK.join(parts) for parts in words)
        self.line.setText(self.tr("Senaste {days} dagarna: {each}.").format(days=record.days, each=each))

    def set_brief(self, brief: bool) -> None:
        """Take a line's room instead of that of the bars."""
        show_when(self.bars, not brief)
        show_when(self.line, brief)


class MemoryRule(Card):
    """Two sentences that tell F from A."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(look="sunken", dense=True, parent=parent)
        self.add(Label(self.tr("Minnesregel"), "small-strong", parent=self))
        words = self.tr("F kan du undersöka eller iaktta. A är det personen har svårt att göra på grund av F.")
        self.add(Label(words, "small", "muted", wrap=True, parent=self))


def share_words(hit: KindHits) -> str:
    """Return how much was found, as one reads it; a dash where there was nothing to find."""
    return f"{round(hit.share * 100)}{NO_BREAK}%" if hit.of else "–"
