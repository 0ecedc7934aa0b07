"""The Qt style: focus ring, check boxes, radio buttons, combo boxes and spin boxes as in the design guide.

Everything else is left to Fusion and the style sheet; a method overridden here is called from C++ for every control, so
each one hands on what is not its own at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QComboBox, QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget

from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM, RADIUS_SMALL, Tokens

if TYPE_CHECKING:
    from kompetens_gui.ui.style.theme import Theme

_Primitive = QStyle.PrimitiveElement
_Complex = QStyle.ComplexControl
_State = QStyle.StateFlag
_FIELD_INSET: Final = 12
_CARET_INSET: Final = 5
_CARET_ROOM: Final = 14
_CHECKS: Final = {_Primitive.PE_IndicatorCheckBox, _Primitive.PE_IndicatorItemViewItemCheck}


class KompetensStyle(QProxyStyle):
    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element is _Primitive.PE_FrameFocusRect:
            name = widget.property("ringColor") if widget is not None else None
            _draw_ring(painter, option.rect, QColor(str(getattr(self._tokens(widget), name or "focus"))))
        elif element in _CHECKS:
            _draw_check(painter, option, self._tokens(widget))
        elif element is _Primitive.PE_IndicatorRadioButton:
            _draw_radio(painter, option, self._tokens(widget))
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control is _Complex.CC_ComboBox:
            self._draw_field(painter, option, widget)
            self._draw_carets(control, option, painter, widget, {QStyle.SubControl.SC_ComboBoxArrow: False})
        elif control is _Complex.CC_SpinBox:
            self._draw_field(painter, option, widget)
            parts = {QStyle.SubControl.SC_SpinBoxUp: True, QStyle.SubControl.SC_SpinBoxDown: False}
            self._draw_carets(control, option, painter, widget, parts)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        room = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]  # Qt allows no widget
        if (control is _Complex.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField) or (
            control is _Complex.CC_SpinBox and part == QStyle.SubControl.SC_SpinBoxEditField
        ):
            # The words end before the caret, which grows with the text.
            end = room.right() - round(_CARET_ROOM * (self._theme.text_scale - 1))
            return QRect(QPoint(option.rect.left() + _FIELD_INSET, room.top()), QPoint(end, room.bottom()))
        return room

    def _draw_carets(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None,
        parts: dict[QStyle.SubControl, bool],
    ) -> None:
        for part, up in parts.items():
            box = self.subControlRect(control, option, part, widget) if widget is not None else option.rect
            scale = self._theme.text_scale
            center = QRectF(box).translated(-_CARET_INSET * scale, 0).center()
            _draw_caret(painter, center, self._ink(option, widget), scale, up=up)

    def _draw_field(self, painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
        tokens = self._tokens(widget)
        enabled = bool(option.state & _State.State_Enabled)
        focused = bool(option.state & _State.State_HasFocus)
        line, width = (tokens.accent if focused else tokens.border_strong), 1.0
        if widget is not None and widget.property("error"):
            line, width = tokens.err, 2.0
        elif not enabled:
            line = tokens.border
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(tokens.surface if enabled else tokens.surface_3))
        inset = width / 2
        radius = self._theme.px(RADIUS_MEDIUM)
        painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.restore()

    def _ink(self, option: QStyleOption, widget: QWidget | None) -> QColor:
        tokens = self._tokens(widget)
        if isinstance(widget, QComboBox) and not widget.count():
            return QColor(tokens.disabled)
        return QColor(tokens.text_2 if option.state & _State.State_Enabled else tokens.disabled)

    def _tokens(self, widget: QWidget | None) -> Tokens:
        return self._theme.tokens if widget is None else self._theme.tokens_for(widget)


def _draw_ring(painter: QPainter, rect: QRect, ink: QColor) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS_MEDIUM + 3, RADIUS_MEDIUM + 3)
    painter.restore()


def _draw_check(painter: QPainter, option: QStyleOption, tokens: Tokens) -> None:
    box = _square(option.rect)
    enabled = bool(option.state & _State.State_Enabled)
    filled = bool(option.state & (_State.State_On | _State.State_NoChange))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(_edge(tokens, enabled=enabled, on=filled))
    painter.setPen(QPen(edge, 2))
    painter.setBrush(edge if filled else QColor(tokens.surface if enabled else tokens.surface_3))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS_SMALL - 1, RADIUS_SMALL - 1)
    if filled:
        pen = QPen(QColor(tokens.on_accent), box.width() * 0.12)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(_check_mark(box, partly=bool(option.state & _State.State_NoChange)))
    painter.restore()


def _check_mark(box: QRectF, *, partly: bool) -> QPolygonF:
    points = ((0.28, 0.5), (0.72, 0.5)) if partly else ((0.26, 0.53), (0.43, 0.69), (0.75, 0.34))
    return QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points])


def _draw_radio(painter: QPainter, option: QStyleOption, tokens: Tokens) -> None:
    box = _square(option.rect)
    enabled = bool(option.state & _State.State_Enabled)
    chosen = bool(option.state & _State.State_On)
    edge = QColor(_edge(tokens, enabled=enabled, on=chosen))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 2))
    painter.setBrush(QColor(tokens.surface if enabled else tokens.surface_3))
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(edge)
        painter.drawEllipse(box.center(), box.width() / 4, box.height() / 4)
    painter.restore()


def _draw_caret(painter: QPainter, center: QPointF, ink: QColor, scale: float, *, up: bool) -> None:
    reach = 4.0 * scale
    tip = -reach / 2 if up else reach / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, 1.6 * scale)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(
        QPolygonF([center + QPointF(-reach, -tip), center + QPointF(0, tip), center + QPointF(reach, -tip)])
    )
    painter.restore()


def _edge(tokens: Tokens, *, enabled: bool, on: bool) -> str:
    if not enabled:
        return tokens.disabled if on else tokens.border
    return tokens.accent if on else tokens.border_strong


def _square(rect: QRect) -> QRectF:
    side = min(rect.width(), rect.height())
    return QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
