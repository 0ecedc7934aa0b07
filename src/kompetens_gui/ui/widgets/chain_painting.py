"""How a chain looks: cards with their kind's line, connectors with check or cross, gaps in red dashes with a word."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from kompetens_gui.domain.chain import ChainNode
from kompetens_gui.domain.chain_layout import PlacedNode
from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM, Tokens
from kompetens_gui.ui.widgets.certificate_words import kind_word, short_kind_word
from kompetens_gui.ui.widgets.chain_geometry import ChainLook, Connector
from kompetens_gui.ui.widgets.chain_text import card_words, draw_lines, fitting_font, wrapped_lines
from kompetens_gui.ui.widgets.kinds import paint_kind_line, paint_letter

translate = QCoreApplication.translate
_DASHES = [4.0, 3.0]


def missing_word() -> str:
    return translate("ChainView", "Saknas")


def gap_question(placed: PlacedNode) -> str:
    """Return what an empty place asks: the group's own question, else the one that fits its column."""
    if placed.node is not None and placed.node.question:
        return placed.node.question
    return {
        "D": translate("ChainView", "Vilken sjukdom förklarar funktionen?"),
        "F": translate("ChainView", "Vilken funktion förklarar aktiviteten?"),
        "A": translate("ChainView", "Vad leder nedsättningen till?"),
    }.get(placed.kind.value, "")


def paint_head(painter: QPainter, box: QRectF, kind: str, look: ChainLook, tokens: Tokens) -> None:
    """Paint a column's letter and word."""
    side = min(24 * look.unit, look.head_height * 0.6)
    paint_letter(painter, QRectF(box.x(), box.y(), side, side), kind, tokens)
    painter.setPen(QColor(tokens.text))
    painter.setFont(look.head)
    room = QRectF(box.x() + side + 12 * look.unit, box.y(), box.width() - side - 12 * look.unit, side)
    word = kind_word(kind)
    if QFontMetricsF(look.head).horizontalAdvance(word) > room.width():
        word = short_kind_word(kind)
    word = QFontMetricsF(look.head).elidedText(word, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)


def paint_card(
    painter: QPainter, box: QRectF, placed: PlacedNode, look: ChainLook, tokens: Tokens, *, chosen: bool = False
) -> None:
    """Paint one place of the chain: a card, or a gap."""
    if placed.is_gap:
        _paint_gap(painter, box, placed, look, tokens, chosen=chosen)
        return
    ground = QColor(tokens.accent_tint if chosen else tokens.surface)
    _round(painter, box, ground, QPen(QColor(tokens.accent if chosen else tokens.border), 2 if chosen else 1))
    inset = 12 * look.unit
    x = box.x() + inset + 2 * look.unit
    line = QLineF(x, box.top() + inset, x, box.bottom() - inset)
    paint_kind_line(painter, line, placed.kind.value, tokens, max(3.0, 4 * look.unit))
    heading, letter, second = card_words(placed)
    air = look.air
    left, width = x + air, box.right() - x - 2 * air
    title = fitting_font(heading, look.title, width)
    lines = wrapped_lines(heading, title, width, look.title_lines)
    height = len(lines) * look.title_line + (look.small_line if second else 0)
    top = box.center().y() - height / 2
    painter.setPen(QColor(tokens.text))
    draw_lines(painter, QPointF(left, top), lines, title, look.title_line)
    if second:
        below = top + len(lines) * look.title_line
        _paint_second(painter, QRectF(left, below, width, look.small_line), letter, second, look, tokens)


def paint_link(
    painter: QPainter, link: Connector, look: ChainLook, tokens: Tokens, *, broken: bool, sign: bool
) -> None:
    """Paint a connector: whole and plain, or red, dashed and with a cross."""
    pen = QPen(QColor(tokens.err if broken else tokens.text_2), 2.4 * look.unit)
    if broken:
        pen.setDashPattern(_DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(link.path)
    if broken or sign:
        paint_sign(painter, link.middle, look, tokens, broken=broken)


def paint_sign(painter: QPainter, at: QPointF, look: ChainLook, tokens: Tokens, *, broken: bool) -> None:
    """Paint the check or the cross in its circle."""
    radius = 14 * look.unit
    ink, ground = (tokens.err, tokens.err_tint) if broken else (tokens.ok, tokens.ok_tint)
    painter.setPen(QPen(QColor(ink), 2 * look.unit))
    painter.setBrush(QColor(ground))
    painter.drawEllipse(at, radius, radius)
    side = radius * 1.2
    name = "x-bold" if broken else "check-bold"
    paint_icon(painter, name, QRectF(at.x() - side / 2, at.y() - side / 2, side, side), QColor(ink))


def paint_loose(
    painter: QPainter, box: QRectF, node: ChainNode, look: ChainLook, tokens: Tokens, *, chosen: bool = False
) -> None:
    """Paint a work task or a basis that nothing is tied to yet."""
    ground = QColor(tokens.accent_tint if chosen else tokens.surface)
    _round(painter, box, ground, QPen(QColor(tokens.accent if chosen else tokens.border), 2 if chosen else 1))
    inner = box.adjusted(8 * look.unit, 0, -8 * look.unit, 0)
    _paint_second(painter, inner, node.kind.value, node.text, look, tokens)


def _paint_gap(
    painter: QPainter, box: QRectF, placed: PlacedNode, look: ChainLook, tokens: Tokens, *, chosen: bool
) -> None:
    pen = QPen(QColor(tokens.err), 3 if chosen else 2)
    pen.setDashPattern([3.0, 2.0])
    _round(painter, box.adjusted(1, 1, -1, -1), QColor(tokens.err_tint), pen)
    inset, side = look.air, 24 * look.unit
    icon_box = QRectF(box.x() + inset, box.center().y() - side / 2, side, side)
    paint_icon(painter, "link-break", icon_box, QColor(tokens.err))
    left = icon_box.right() + inset * 0.75
    width = box.right() - left - inset * 0.75
    lines = wrapped_lines(gap_question(placed), look.small, width, look.title_lines)
    top = box.center().y() - (look.title_line + len(lines) * look.small_line) / 2
    painter.setPen(QColor(tokens.err))
    draw_lines(painter, QPointF(left, top), [missing_word()], look.title, look.title_line)
    painter.setPen(QColor(tokens.text))
    draw_lines(painter, QPointF(left, top + look.title_line), lines, look.small, look.small_line)


def _paint_second(painter: QPainter, box: QRectF, letter: str, text: str, look: ChainLook, tokens: Tokens) -> None:
    left = box.x()
    if letter:
        side = look.small_line * 0.82
        paint_letter(painter, QRectF(left, box.center().y() - side / 2, side, side), letter, tokens)
        left += side + 6 * look.unit
    painter.setPen(QColor(tokens.text_2))
    painter.setFont(look.small)
    room = QRectF(left, box.y(), box.right() - left, box.height())
    shown = QFontMetricsF(look.small).elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _round(painter: QPainter, box: QRectF, ground: QColor, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_MEDIUM, RADIUS_MEDIUM)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def paint_empty(painter: QPainter, heads: list[QRectF], look: ChainLook, tokens: Tokens) -> None:
    """Paint the three empty columns that a chain begins with."""
    words = (
        translate("ChainView", "Börja med diagnosen"),
        translate("ChainView", "Sedan funktionen"),
        translate("ChainView", "Sist aktiviteten"),
    )
    for head, word in zip(heads, words, strict=True):
        box = QRectF(head.x(), head.bottom(), look.card_width, look.card_height)
        _round(painter, box, QColor(tokens.surface), QPen(QColor(tokens.border_strong), 1, Qt.PenStyle.DashLine))
        painter.setPen(QColor(tokens.text_3))
        painter.setFont(look.small)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, word)


def paint_loose_heading(painter: QPainter, at: QPointF, look: ChainLook, tokens: Tokens) -> None:
    painter.setPen(QColor(tokens.text_3))
    draw_lines(painter, at, [translate("ChainView", "Inte länkat än")], look.small, look.small_line)


def paint_hint(painter: QPainter, seen: QRectF, words: str, look: ChainLook, tokens: Tokens) -> None:
    """Paint a line of advice at the bottom of what is seen."""
    height = look.small_line + 16 * look.unit
    box = QRectF(seen.x(), seen.bottom() - height, seen.width(), height)
    painter.fillRect(box, QColor(tokens.accent_tint))
    painter.setPen(QColor(tokens.text))
    painter.setFont(look.small)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
