"""Something to choose, as a row whose words go on in a new line; after the answer it tells how it went and why."""

from __future__ import annotations

from typing import Final, Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.ui.style.icons import paint_icon
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import RADIUS_MEDIUM
from kompetens_gui.ui.widgets.labels import Kbd, Label
from kompetens_gui.ui.widgets.painted import show_when
from kompetens_gui.ui.widgets.tags import Status, StatusText

Mark = Literal["none", "radio", "check"]
_SIDE: Final = 20
_ICONS: Final[dict[Status, str]] = {"ok": "check-bold", "warn": "arrow-right", "info": "info", "accent": "check-bold"}


class OptionRow(QAbstractButton):
    """A choice. `clicked` and `toggled` are Qt's own; `mark` says whether one or several can be chosen.

    The words of the row are its accessible name, the verdict and the reason its description.
    """

    def __init__(self, text: str, key: str = "", mark: Mark = "none", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark, self._status, self._locked = mark, "", False
        self.setCheckable(mark != "none")
        self.setAutoExclusive(mark == "radio")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.words = Label("", "body", wrap=True, parent=self)
        self.detail = Label("", "small", "muted", wrap=True, parent=self)
        self.verdict = StatusText("", "info", parent=self)
        self.key = Kbd(key, parent=self)
        self._lay_out()
        self.set_text(text)
        self.set_key(key)
        self.set_detail("")
        show_when(self.verdict, False)

    def begin_anew(self, text: str, key: str = "", detail: str = "") -> None:
        """Offer another choice in the same row: not chosen, not locked, without a verdict."""
        if self.isChecked():
            # What is chosen of several that exclude each other cannot be let go of otherwise.
            self.setAutoExclusive(False)
            self.setChecked(False)
            self.setAutoExclusive(self._mark == "radio")
        self.set_locked(False)
        self.set_text(text)
        self.set_key(key)
        self.set_detail(detail)
        self.set_verdict("", "")

    def set_text(self, text: str) -> None:
        self.words.setText(text)
        self.setAccessibleName(text)

    def set_key(self, key: str) -> None:
        """Show the key that chooses the row; an empty one takes the cap away."""
        self.key.setText(key)
        show_when(self.key, bool(key))

    def set_detail(self, text: str) -> None:
        """Show a second line of small words."""
        self.detail.setText(text)
        show_when(self.detail, bool(text))
        self._describe()

    def set_verdict(self, word: str, status: Status | Literal[""]) -> None:
        """Show what became of the choice, at the right end; an empty word takes it away."""
        self._status = status
        if word:
            known: Status = status or "info"
            self.verdict.set_status(word, known, _ICONS.get(known, "info"))
        show_when(self.verdict, bool(word))
        self.setProperty("verdict", status)
        self._describe()
        self.update()

    def set_locked(self, locked: bool) -> None:
        """Let the row be read and no longer chosen; it keeps the keyboard."""
        self._locked = locked
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.PointingHandCursor)
        self.set_key("" if locked else self.key.text())
        self.update()

    @property
    def is_locked(self) -> bool:
        return self._locked

    def nextCheckState(self) -> None:
        if not self._locked:
            super().nextCheckState()

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return layout.minimumSize() if layout is not None else super().minimumSizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_row"):
            self._fit()

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground, edge, width = self._look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color(edge, self), width))
        painter.setBrush(theme.color(ground, self))
        inset = width / 2
        radius = theme.px(RADIUS_MEDIUM, self)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        if self._mark != "none":
            self._paint_mark(painter)
        painter.end()

    def _look(self) -> tuple[str, str, float]:
        """Name the colours of ground and edge, and the width of the edge."""
        if self._status in {"ok", "warn", "info", "accent"}:
            return f"{self._status}_tint", self._status, 2.0
        if self._locked:
            return "surface_2", "border", 1.0
        if self.isChecked():
            return "accent_tint", "accent", 2.0
        return ("accent_tint" if self.underMouse() else "surface"), "border_strong", 1.0

    def _paint_mark(self, painter: QPainter) -> None:
        side = theme.px(_SIDE, self)
        line = self.words.fontMetrics().lineSpacing()
        top = self.words.y() + max(0, (line - side) // 2)
        box = QRectF(theme.px(16, self), top, side, side)
        ink = theme.color("text_3" if self._locked else "accent" if self.isChecked() else "border_strong", self)
        painter.setPen(QPen(ink, 2))
        filled = self.isChecked()
        painter.setBrush(ink if filled and self._mark == "check" else QColor(theme.color("surface", self)))
        inner = box.adjusted(1, 1, -1, -1)
        if self._mark == "radio":
            painter.drawEllipse(inner)
            if filled:
                painter.setBrush(ink)
                painter.drawEllipse(box.center(), side / 4, side / 4)
            return
        painter.drawRoundedRect(inner, 3, 3)
        if filled:
            edge = side * 0.16
            paint_icon(painter, "check-bold", box.adjusted(edge, edge, -edge, -edge), theme.color("on_accent", self))

    def _lay_out(self) -> None:
        # Within a button Qt would take the colour of its writing, not the one that the verdict has.
        self.verdict.setForegroundRole(QPalette.ColorRole.WindowText)
        for part in (self.words, self.detail, self.verdict, self.key):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(12)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(self.words)
        column.addWidget(self.detail)
        self._row.addLayout(column, 1)
        self._row.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.key, 0, Qt.AlignmentFlag.AlignTop)
        self._fit()

    def _fit(self) -> None:
        mark = 0 if self._mark == "none" else theme.px(_SIDE, self) + 12
        self._row.setContentsMargins(theme.px(16, self) + mark, 12, 16, 12)

    def _describe(self) -> None:
        said = [part.text() for part in (self.verdict, self.detail) if part.text() and not part.isHidden()]
        self.setAccessibleDescription(". ".join(said))
