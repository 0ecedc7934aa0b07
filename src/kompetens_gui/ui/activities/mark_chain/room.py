"""What the room sees of the marking: the certificate with the chain at its side, or the chain alone; then the key."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.mark_chain.events import MarkRoom, RevealedKey, RoomShows
from kompetens_gui.domain.medical_certificate import FieldId
from kompetens_gui.ui.activities.mark_chain.reading_words import ORDER, difference_text, group_word, reading_word
from kompetens_gui.ui.activities.parts import RoomSurface
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.case_words import perspective_name, sufficiency_word
from kompetens_gui.ui.widgets.certificate_marks import Reading
from kompetens_gui.ui.widgets.certificate_view import CertificateView
from kompetens_gui.ui.widgets.certificate_words import kind_word, short_kind_word
from kompetens_gui.ui.widgets.chain_column import ChainColumn
from kompetens_gui.ui.widgets.chain_view import ChainView
from kompetens_gui.ui.widgets.frame_sample import FrameSample
from kompetens_gui.ui.widgets.kind_widgets import LetterBadge
from kompetens_gui.ui.widgets.kinds import paint_kind_line, paint_letter
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import clear_layout
from kompetens_gui.ui.widgets.painted import PaintedWidget

_SIDE_WIDTH = 560
_FOOT_HEIGHT = 96
_MOST_DIFFERENCES = 5


class KindKey(PaintedWidget):
    """Letter, line and word of a kind, as large as the room needs."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._word = kind_word(kind)
        self.setAccessibleName(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_short(self, short: bool) -> None:
        """Use the short word, when there are more kinds than there is room for long ones."""
        word = short_kind_word(self._kind) if short else kind_word(self._kind)
        if word != self._word:
            self._word = word
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        words = self.text_width(self._word, self.level_font("small"))
        return QSize(self.px(48 + 12 + 56 + 12) + words, self.px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), self.tokens()
        side, start = self.px(44), self.px(60)
        paint_letter(painter, QRectF(0, self.px(2), side, side), self._kind, tokens)
        middle = self.height() / 2
        paint_kind_line(painter, QLineF(start, middle, start + self.px(56), middle), self._kind, tokens, self.px(6))
        painter.setPen(theme.color("text_2", self))
        painter.setFont(self.level_font("small"))
        words = self.rect().adjusted(start + self.px(68), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
        painter.end()


class MarkChainRoom(RoomSurface):
    """Shows a `MarkRoom`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, flush=True)
        self.text, self.chain = CertificateView(mode="room"), ChainView(room=True)
        self.work = QStackedWidget()
        self.work.addWidget(self.text)
        self.work.addWidget(self.chain)
        self.side = QFrame()
        self.side.setProperty("page", "true")
        self.side_title = Heading("", "h3")
        self.column = ChainColumn()
        self.key = QWidget()
        self.key_list = QVBoxLayout(self.key)
        self._key: RevealedKey | None = None
        self._field: FieldId | None = None
        self.enough = Label("", "small-strong", "accent", wrap=True)
        self.round = Label("", "small", "muted")
        self.foot = QFrame()
        self.kinds = {kind: KindKey(kind) for kind in "DFAWB"}
        self.frames = QWidget()
        self._lay_out()
        self.rescale()
        for hidden in (self.kinds["W"], self.kinds["B"], self.frames, self.key, self.enough):
            hidden.hide()

    def show_view(self, view: MarkRoom | None) -> None:
        """Show the group's work; a revealed key takes the place of the column and frames the text."""
        if view is None:
            return
        as_chain = view.shows == RoomShows.CHAIN
        if as_chain:
            self.chain.set_chain(view.chain, view.layout)
        else:
            self.text.set_medical_certificate(view.picture.medical_certificate)
            self.text.set_chain(view.chain)
            self.text.set_differences(view.key.differences if view.key else ())
            if view.field is not None and view.field != self._field:
                self.text.show_field(view.field)
            self._field = view.field
            self.column.set_layout(view.layout)
        self.work.setCurrentWidget(self.chain if as_chain else self.text)
        self.side.setVisible(view.key is not None or view.shows == RoomShows.MARKS)
        self.column.setVisible(view.key is None)
        self.key.setVisible(view.key is not None)
        self._show_key(view.key)
        self._show_verdict(view)
        used = {node.kind.value for node in view.chain.nodes}
        for kind, widget in self.kinds.items():
            widget.set_short(bool(used - set("DFA")))
            widget.setVisible(view.shows != RoomShows.TEXT and (kind in "DFA" or kind in used) and view.key is None)
        self.frames.setVisible(view.key is not None and not as_chain)
        second = view.round == Round.SECOND
        self.round.setText(self.tr("Runda 2, efter samtalet") if second else self.tr("Runda 1, före samtalet"))

    def rescale(self) -> None:
        self.side.setFixedWidth(theme.px(_SIDE_WIDTH, self))
        self.foot.setFixedHeight(theme.px(_FOOT_HEIGHT, self))

    def _lay_out(self) -> None:
        side = QVBoxLayout(self.side)
        for part in (self.side_title, self.column, self.key):
            side.addWidget(part, 0 if part is self.side_title else 1)
        side.addWidget(self.enough)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.work, 1)
        row.addWidget(self.side)
        self.foot.setProperty("surface", "true")
        foot = QHBoxLayout(self.foot)
        for kind in self.kinds.values():
            foot.addWidget(kind)
        foot.addWidget(self.frames)
        foot.addStretch(1)
        foot.addWidget(self.round)
        frames = QHBoxLayout(self.frames)
        for reading in Reading:
            frames.addWidget(FrameSample(reading, reading_word(reading)))
            frames.addWidget(Label(reading_word(reading), "small", "muted"))
        line = QFrame()
        line.setProperty("rule", "true")
        self.body.addLayout(row, 1)
        self.body.addWidget(line)
        self.body.addWidget(self.foot)
        layouts: tuple[tuple[QLayout, tuple[int, int, int, int], int], ...] = (
            (side, (40, 40, 40, 40), 20),
            (foot, (64, 0, 64, 0), 40),
            (frames, (0, 0, 0, 0), 20),
            (self.key_list, (0, 0, 0, 0), 14),
        )
        for layout, margins, spacing in layouts:
            self.scale_layout(layout, margins, spacing)

    def _show_verdict(self, view: MarkRoom) -> None:
        words = self.tr("Gruppen: underlaget räcker ändå") if view.sufficient_anyway else ""
        if words and view.reason:
            words = self.tr("{verdict}. {reason}").format(verdict=words, reason=view.reason)
        self.enough.setText(words)
        self.enough.setVisible(bool(words))
        if view.key is not None:
            name = perspective_name(view.key.perspective)
            self.side_title.setText(self.tr("Facit: {perspective}").format(perspective=name))
        else:
            self.side_title.setText(self.tr("Kedjan"))

    def _show_key(self, key: RevealedKey | None) -> None:
        if key is self._key:
            return
        self._key = key
        clear_layout(self.key_list)
        if key is None:
            return
        verdict = sufficiency_word(key.sufficiency, anyway=key.sufficient_anyway)
        self.key_list.addWidget(Label(verdict, "h2", "accent"))
        left = _MOST_DIFFERENCES
        for kinds in ORDER:
            found = [d for d in key.differences if d.kind in kinds]
            if not found:
                continue
            words = self.tr("{group}: {count}").format(group=group_word(kinds), count=len(found))
            self.key_list.addWidget(Label(words, "small-strong"))
            for difference in found[:left]:
                node = difference.key or difference.group
                self.key_list.addWidget(_line(node.kind.value if node else "", difference_text(difference)))
            left = max(0, left - len(found))
        self.key_list.addStretch(1)


def _line(letter: str, text: str) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    if letter:
        layout.addWidget(LetterBadge(letter, kind_word(letter), size=40), 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(Label(text, "meta", wrap=True), 1)
    return row
