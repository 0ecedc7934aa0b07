"""A medical certificate as its form reads, with what has been marked painted under the text.

The text is never formatted: what is seen is kept as a picture, and only the lines that a mark has changed are painted
into it again. So a key press costs little, whatever the certificate holds.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.key_comparison import Difference
from kompetens_gui.domain.medical_certificate import FieldId, MedicalCertificate
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.certificate_layout import FieldLayout, TextLook
from kompetens_gui.ui.widgets.certificate_look import ONE_FIELD_STEPS, ROOM_STEPS, leader_look, room_look
from kompetens_gui.ui.widgets.certificate_marks import Mark, MarkFinder, frames_of
from kompetens_gui.ui.widgets.certificate_painting import MarkPainter
from kompetens_gui.ui.widgets.certificate_surface import CertificateSurface

_ROOM_BAR = 10


class CertificatePage(QAbstractScrollArea):
    """Shows a certificate with marks and frames; `room` makes it large and without scroll bars.

    `CertificateView` adds the caret to it by `caret_over`, `certificate_changed` and `marks_changed`.
    """

    def __init__(self, parent: QWidget | None = None, *, room: bool = False) -> None:
        super().__init__(parent)
        self._room = room
        self._medical_certificate: MedicalCertificate | None = None
        self._surface = CertificateSurface()
        self._finder: MarkFinder | None = None
        self._chain = Chain()
        self._differences: Sequence[Difference] = ()
        self._focused: FieldId | None = None
        self._look: TextLook | None = None
        self._brush: MarkPainter | None = None
        self._stale = True
        self._kept: tuple[tuple[object, ...], QPixmap] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Läkarintyget"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if room:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_medical_certificate(self, medical_certificate: MedicalCertificate | None) -> None:
        """Show a certificate; nothing happens when it is the one on show."""
        if medical_certificate is self._medical_certificate:
            return
        self._medical_certificate = medical_certificate
        self._finder = MarkFinder(medical_certificate) if medical_certificate else None
        self._surface.set_medical_certificate(medical_certificate)
        self._surface.show_only(self._focused if self._room else None)
        self.certificate_changed()
        self._find_marks()
        self.verticalScrollBar().setValue(0)
        self._restyle()

    def set_chain(self, chain: Chain) -> None:
        """Show a chain's spans as marks; in the room the view follows to what is new."""
        if chain is self._chain:
            return
        known = {mark.node for mark in self._surface.all_marks()}
        self._chain = chain
        self._find_marks()
        self._lay_out()
        new = [m for m in self._surface.all_marks() if m.node not in known]
        if self._room and new and known:
            self._follow(new[-1])
        self.marks_changed()
        self.viewport().update()

    def set_differences(self, differences: Sequence[Difference]) -> None:
        """Frame the places where a key and the group read differently; an empty sequence takes the frames away."""
        if differences == self._differences:
            return
        self._differences = tuple(differences)
        self._find_marks()
        self._lay_out()
        self.viewport().update()

    def focus_field(self, field: FieldId | None) -> None:
        """Let one field stand out: alone and large in the room, the others dimmed for the leader; None shows all."""
        if field == self._focused:
            return
        self._focused = field
        if self._room:
            self._surface.show_only(field)
            self._restyle()
            self.verticalScrollBar().setValue(0)
        elif field is not None:
            self.show_field(field)
        self._kept = None
        self.viewport().update()

    def show_field(self, field: FieldId) -> None:
        """Scroll so far that a field is seen."""
        self._ready()
        index = self._surface.field_index(field)
        if index is not None:
            place = self._surface.fields[index]
            self._scroll_to(place.top, place.top + min(place.height, self.viewport().height()))

    def certificate_changed(self) -> None:
        """Called when another certificate is on show."""

    def marks_changed(self) -> None:
        """Called when other marks are on show."""

    def caret_over(self, painter: QPainter, brush: MarkPainter) -> None:
        """Called to paint on top of text and marks."""

    def sizeHint(self) -> QSize:
        return QSize(theme.px(640, self), theme.px(400, self))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(240, self), theme.px(96, self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_kept"):
            self._restyle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._ready()
        painter = QPainter(self.viewport())
        top = self.verticalScrollBar().value()
        painter.drawPixmap(0, 0, self._picture(top))
        painter.translate(0, -top)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._brush is not None:
            self.caret_over(painter, self._brush)
        if self._room:
            self._paint_room_bar(painter, top)
        painter.end()

    def _find_marks(self) -> None:
        if self._finder is None or self._medical_certificate is None:
            return
        frames = frames_of(self._differences, self._medical_certificate)
        self._surface.set_marks(self._finder.marks_of(self._chain), frames)

    def _restyle(self) -> None:
        self._stale = True
        self._kept = None
        self.viewport().update()

    def _ready(self) -> None:
        """Choose the look for the room there is and lay out; done when it is next needed."""
        if not self._stale:
            return
        self._stale = False
        if self._room:
            self._fit(self.viewport().width())
        else:
            # Room for a scroll bar is always kept, so that the text does not move when the bar comes.
            bar = self.verticalScrollBar().sizeHint().width()
            self._use(leader_look(self, self.width() - 2 * self.frameWidth() - bar))

    def _fit(self, width: int) -> None:
        for step in ONE_FIELD_STEPS if self._focused else ROOM_STEPS:
            self._use(room_look(self, width, step))
            if self._surface.height <= self.viewport().height():
                return

    def _use(self, look: TextLook) -> None:
        self._look = look
        self._brush = MarkPainter(look, theme.tokens_for(self), self.devicePixelRatioF())
        self._lay_out()

    def _lay_out(self) -> None:
        if self._look is None or self._stale:
            return
        self._surface.lay_out(self._look)
        page = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self._surface.height) - page))
        bar.setPageStep(page)
        bar.setSingleStep(round(self._look.line_height))

    def _picture(self, top: int) -> QPixmap:
        """Return what is seen of the surface, marks and text; painted anew only when one of them is another."""
        size, ratio, tokens = self.viewport().size(), self.devicePixelRatioF(), theme.tokens_for(self)
        dimmed = None if self._room else self._focused
        key = (top, size, ratio, tokens.name, dimmed, self._look)
        kept, self._kept = self._kept, None
        dirty = self._surface.take_dirty()
        whole = (float(top), float(top + size.height()))
        if kept is not None and kept[0] == key:
            picture = kept[1]
            stretch = (max(dirty[0], whole[0]), min(dirty[1], whole[1])) if dirty else (0.0, 0.0)
        else:
            picture = kept[1] if kept is not None and kept[1].size() == size * ratio else QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            stretch = whole
        if stretch[1] > stretch[0] and self._look is not None and self._brush is not None:
            clip = QRectF(0, stretch[0], size.width(), stretch[1] - stretch[0])
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(0, -top)
            painter.setClipRect(clip)
            painter.fillRect(clip, QColor(tokens.surface))
            self._surface.paint_marks(painter, self._brush, clip.top(), clip.bottom())
            self._surface.paint_text(painter, tokens, self._look, clip, dimmed)
            painter.end()
        self._kept = (key, picture)
        return picture

    def _paint_room_bar(self, painter: QPainter, top: int) -> None:
        bar, tokens = self.verticalScrollBar(), theme.tokens_for(self)
        if not bar.maximum():
            return
        page = self.viewport().height()
        whole = bar.maximum() + page
        width = theme.px(_ROOM_BAR, self)
        box = QRectF(self.viewport().width() - 2 * width, top + page * bar.value() / whole, width, page * page / whole)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.border_strong))
        painter.drawRoundedRect(box.adjusted(0, width, 0, -width), width / 2, width / 2)

    def _scroll_to(self, top: float, bottom: float) -> None:
        bar, page = self.verticalScrollBar(), self.viewport().height()
        air = self._look.line_height if self._look else 0
        if top - air < bar.value():
            bar.setValue(round(top - air))
        elif bottom + air > bar.value() + page:
            bar.setValue(round(bottom + air - page))

    def _follow(self, mark: Mark) -> None:
        index = self._surface.field_index(mark.field)
        if index is None:
            return
        place: FieldLayout = self._surface.fields[index]
        page = self.viewport().height()
        if place.height <= page:
            self._scroll_to(place.top, place.top + place.height)
            return
        boxes = list(place.boxes(mark.start, mark.end))
        if boxes:
            self._scroll_to(max(place.top, boxes[0].top() - page / 2), boxes[-1].bottom())
