"""Puts the tokens to use: fonts, palette, style sheet and text size of the whole program.

`theme` is the one look of this process. Widgets that paint themselves ask `theme.tokens_for(self)`, so that a window
with another look (the room's) can carry its own tokens.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal
from weakref import ref

from PySide6 import QtCore
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kompetens_gui.ui.style.stylesheet import build_stylesheet
from kompetens_gui.ui.style.tokens import DARK, LIGHT, TEXT_SCALE_MAX, TEXT_SCALE_MIN, TEXT_SCALE_STEP, Tokens

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

Mode = Literal["light", "dark", "system"]
FAMILIES: Final = ["Source Sans 3", "Open Sans", "Noto Sans"]
_FIRST_FONTS: Final = ("SourceSans3-Regular.ttf", "SourceSans3-Semibold.ttf")
_LATER_FONTS: Final = ("SourceSans3-Bold.ttf", "SourceSans3-Light.ttf")


class Theme(QObject):
    """The look in force. `changed()` is sent after colours or text size have become others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens: Tokens = LIGHT
        self.text_scale = 1.0
        self.mode: Mode = "light"
        self._app: QApplication | None = None
        self._style: QStyle | None = None
        self._fonts_dir: Path | None = None
        self._ring: QObject | None = None
        self._own_looks: dict[int, tuple[ref[QWidget], Tokens, float]] = {}
        self._fonts: dict[tuple[str, int, float], QFont] = {}
        self._undressed = False

    def install(
        self, app: QApplication, fonts_dir: Path, mode: Mode = "system", text_scale: float = 1.0, *, dress: bool = True
    ) -> None:
        """Give `app` its fonts and colours; call once, before the first window is shown, and `finish` after that.

        With `dress` false the style sheet waits for `dress()`: widgets that are put together under a style sheet are
        styled anew each time they move, which takes longer than building them.
        """
        self._app, self._fonts_dir = app, fonts_dir
        self.mode, self.text_scale = mode, _clamped(text_scale)
        _load_fonts(fonts_dir, _FIRST_FONTS)
        self._undressed = not dress
        self._apply(announce=False)

    def dress(self) -> None:
        """Put the style sheet on, when it was left out by `install`; call before the window is shown."""
        if self._app is not None and self._undressed:
            self._undressed = False
            self._app.setStyleSheet(build_stylesheet(self.tokens, self.text_scale))

    def finish(self) -> None:
        """Add what the first paint can do without: more fonts, the focus ring, our own check boxes and fields."""
        # Imported here, because touching QStyle costs more than the whole overview takes to build.
        from kompetens_gui.ui.style.drawing import KompetensStyle
        from kompetens_gui.ui.style.focus_ring import FocusRing

        if self._app is None or self._fonts_dir is None or self._style is not None:
            return
        _load_fonts(self._fonts_dir, _LATER_FONTS)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._style = KompetensStyle(self)
        self._app.setStyle(self._style)
        self._ring = FocusRing(self._app)

    def set_mode(self, mode: Mode) -> None:
        if mode != self.mode:
            self.mode = mode
            self._apply()

    def set_text_scale(self, text_scale: float) -> None:
        """Set the text size, 0.9–2.0; values outside are brought to the nearest end."""
        wanted = _clamped(text_scale)
        if wanted != self.text_scale:
            self.text_scale = wanted
            self._apply()

    def step_text_scale(self, steps: int) -> None:
        """Make the text larger (positive) or smaller by tenths; 0 steps goes back to 100 %."""
        self.set_text_scale(1.0 if steps == 0 else self.text_scale + steps * TEXT_SCALE_STEP)

    def px(self, pixels: float, widget: QWidget | None = None) -> int:
        """Scale a length with the text size, that of the window of `widget` if it has its own."""
        return round(pixels * self._look_of(widget)[1])

    def font(self, level: str, widget: QWidget | None = None) -> QFont:
        """Give the font of one level of the type scale, at the text size that holds where `widget` sits."""
        tokens, scale = self._look_of(widget)
        asked = (level, id(tokens.levels), scale)
        known = self._fonts.get(asked)
        if known is None:
            step = tokens.levels[level]
            known = QFont(FAMILIES)
            known.setPixelSize(max(1, round(step.size * scale)))
            known.setWeight(QFont.Weight(step.weight))
            self._fonts[asked] = with_tabular_figures(known) if step.tabular else known
        return QFont(known)

    def line_height(self, level: str, widget: QWidget | None = None) -> int:
        """Give the line height of one level, in scaled pixels."""
        tokens, scale = self._look_of(widget)
        return round(tokens.levels[level].line * scale)

    def color(self, name: str, widget: QWidget | None = None) -> QColor:
        """Give a named colour as it is on the window of `widget`; `kind.D.fill` and `kind.D.line` name markings."""
        tokens = self.tokens_for(widget) if widget is not None else self.tokens
        if name.startswith("kind."):
            _, kind, part = name.split(".")
            return QColor(str(getattr(tokens.kind(kind), part)))
        return QColor(str(getattr(tokens, name)))

    def tokens_for(self, widget: QWidget) -> Tokens:
        """Give the tokens that hold where `widget` sits."""
        return self._look_of(widget)[0]

    def give_tokens(self, window: QWidget, tokens: Tokens, text_scale: float = 1.0) -> None:
        """Let `window` and all within it have a look of their own, as the room's window does."""
        key = id(window)
        if key not in self._own_looks:
            window.destroyed.connect(lambda: self._own_looks.pop(key, None))
        self._own_looks[key] = (ref(window, lambda _: self._own_looks.pop(key, None)), tokens, text_scale)
        window.setPalette(_palette(tokens))
        window.setStyleSheet(build_stylesheet(tokens, text_scale))

    def _look_of(self, widget: QWidget | None) -> tuple[Tokens, float]:
        # Asked for every length and colour that is painted: one question per look and no walk from parent to parent.
        best: tuple[QWidget, Tokens, float] | None = None
        if widget is not None:
            for root, tokens, scale in self._own_looks.values():
                at = root()
                holds = at is not None and (at is widget or at.isAncestorOf(widget))
                if at is not None and holds and (best is None or best[0].isAncestorOf(at)):
                    best = at, tokens, scale
        return (best[1], best[2]) if best is not None else (self.tokens, self.text_scale)

    def _apply(self, *, announce: bool = True) -> None:
        if self._app is None:
            return
        self.tokens = DARK if self._wants_dark() else LIGHT
        self._app.setPalette(_palette(self.tokens))
        self._app.setFont(self.font("body"))
        if not self._undressed:
            self._app.setStyleSheet(build_stylesheet(self.tokens, self.text_scale))
        if announce:
            self.changed.emit()

    def _wants_dark(self) -> bool:
        if self.mode == "system":
            return QGuiApplication.styleHints().colorScheme().name == "Dark"
        return self.mode == "dark"

    def _follow_system(self) -> None:
        if self.mode == "system" and self._wants_dark() is not self.tokens.is_dark:
            self._apply()


def with_tabular_figures(font: QFont) -> QFont:
    """Make all digits of `font` equally wide, so that clocks and columns stand still."""
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def use_swedish_formats() -> None:
    """Make Qt write dates and numbers the Swedish way, whatever the computer is set to."""
    QtCore.QLocale.setDefault(QtCore.QLocale("sv_SE"))


def _clamped(text_scale: float) -> float:
    return round(min(TEXT_SCALE_MAX, max(TEXT_SCALE_MIN, text_scale)), 2)


def _load_fonts(fonts_dir: Path, names: tuple[str, ...]) -> None:
    for name in names:
        path = fonts_dir / name
        if path.is_file():
            QFontDatabase.addApplicationFont(str(path))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface_2,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text_3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.err,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Mid: tokens.border,
        role.Dark: tokens.border_strong,
        role.Light: tokens.surface_2,
        role.Accent: tokens.accent,
    }
    palette = QPalette()
    for where, value in colors.items():
        palette.setColor(where, QColor(value))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, where, QColor(tokens.disabled))
    return palette


theme: Final = Theme()
