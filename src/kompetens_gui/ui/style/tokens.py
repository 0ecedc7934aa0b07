"""The one place of colours, sizes and shapes; nothing else in the program writes a hex value or a font size."""

from typing import Final, Literal, NamedTuple

Kind = Literal["D", "F", "A", "W", "B"]
LineStyle = Literal["solid", "dashed", "dotted", "dash-dot", "double"]
Heat = tuple[str, str, str, str]
KINDS: Final[tuple[Kind, ...]] = ("D", "F", "A", "W", "B")


class KindTokens(NamedTuple):
    """How one kind of marking looks: filled letter, line under the text, four steps of heat."""

    fill: str
    line: str
    heat: Heat
    style: LineStyle


class Level(NamedTuple):
    """One step of the type scale, in unscaled pixels."""

    size: int
    line: int
    weight: int = 400
    tabular: bool = False


class Tokens(NamedTuple):
    """A complete set of values for one surface (window): light, dark or projector.

    A tuple and not a dataclass, because the start waits for this module and so wide a dataclass takes ten
    milliseconds.
    """

    name: str
    is_dark: bool
    bg: str
    surface: str
    surface_2: str
    surface_3: str
    border: str
    border_strong: str
    text: str
    text_2: str
    text_3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_press: str
    accent_tint: str
    accent_tint_2: str
    on_accent: str
    focus: str
    nav_bg: str
    nav_text: str
    nav_muted: str
    nav_sel: str
    nav_hover: str
    nav_bar: str
    nav_strong: str
    avatar_text: str
    ok: str
    ok_tint: str
    warn: str
    warn_tint: str
    err: str
    err_tint: str
    info: str
    info_tint: str
    on_kind: str
    ink_on_heat: str
    kinds: dict[Kind, KindTokens]
    scale: tuple[str, str, str, str, str, str]
    levels: dict[str, Level]

    def kind(self, kind: str) -> KindTokens:
        """Give the look of D, F, A, W or B."""
        return self.kinds[kind]  # type: ignore[index]  # callers hold the letter as plain text

    def colors(self) -> dict[str, str]:
        """Give every named colour, for the style sheet and for tests."""
        return {name: v for name, v in self._asdict().items() if isinstance(v, str) and v.startswith("#")}


SCREEN_LEVELS: Final[dict[str, Level]] = {
    "clock": Level(56, 64, 600, tabular=True),
    "clock-small": Level(40, 48, 600, tabular=True),
    "display": Level(32, 40, 600),
    "h1": Level(28, 36, 600),
    "h2": Level(20, 28, 600),
    "h3": Level(16, 24, 600),
    "medical-certificate": Level(18, 34),
    "body": Level(16, 24),
    "body-strong": Level(16, 24, 600),
    "dense": Level(15, 20),
    "dense-strong": Level(15, 20, 600),
    "small": Level(14, 20),
    "small-strong": Level(14, 20, 600),
    "label": Level(13, 16, 600),
    "meta": Level(13, 16),
    "number": Level(15, 20, tabular=True),
    "title-light": Level(32, 40, 300),
}

# The room reads from eight metres: nothing here may fall under 28 px.
PROJECTOR_LEVELS: Final[dict[str, Level]] = {
    "clock": Level(96, 104, 600, tabular=True),
    "clock-small": Level(60, 64, 600, tabular=True),
    "display": Level(60, 72, 600),
    "h1": Level(44, 56, 600),
    "h2": Level(36, 48, 600),
    "h3": Level(32, 42, 600),
    "medical-certificate": Level(42, 78),
    "body": Level(36, 52),
    "body-strong": Level(36, 52, 600),
    "dense": Level(32, 44),
    "dense-strong": Level(32, 44, 600),
    "small": Level(30, 40),
    "small-strong": Level(30, 40, 600),
    "label": Level(30, 40, 600),
    "meta": Level(28, 36),
    "number": Level(32, 44, tabular=True),
    "title-light": Level(60, 72, 300),
}

LIGHT: Final = Tokens(
    name="light",
    is_dark=False,
    bg="#F3F5F4",
    surface="#FFFFFF",
    surface_2="#F7F9F8",
    surface_3="#E8EDEC",
    border="#D5DDDC",
    border_strong="#748387",
    text="#16252B",
    text_2="#405057",
    text_3="#55656B",
    disabled="#8D9A9D",
    accent="#0D5C63",
    accent_hover="#0A4A50",
    accent_press="#073A3F",
    accent_tint="#E1EFEE",
    accent_tint_2="#C6E0DF",
    on_accent="#FFFFFF",
    focus="#0D5C63",
    nav_bg="#10333A",
    nav_text="#DCE8E8",
    nav_muted="#9FB9BB",
    nav_sel="#1E4E56",
    nav_hover="#17424A",
    nav_bar="#7AD0CC",
    nav_strong="#FFFFFF",
    avatar_text="#073A3F",
    ok="#2A6E3F",
    ok_tint="#E3F1E6",
    warn="#94450F",
    warn_tint="#FBECDF",
    err="#B3261E",
    err_tint="#FDEEEC",
    info="#3D545E",
    info_tint="#E6ECEE",
    on_kind="#FFFFFF",
    ink_on_heat="#16252B",
    kinds={
        "D": KindTokens("#1270BD", "#0B5591", ("#E1F0FB", "#C2E1F7", "#A0D0F3", "#84C2EF"), "solid"),
        "F": KindTokens("#955700", "#7A4600", ("#FDF0D5", "#FADFA8", "#F6CB74", "#F2BA4E"), "dashed"),
        "A": KindTokens("#7C2277", "#6B1B66", ("#F7E3F2", "#EFC6E4", "#E3A5D5", "#D88BC9"), "dotted"),
        "W": KindTokens("#46575F", "#37474E", ("#EAEFF1", "#D7DFE3", "#BECACF", "#A9B8BF"), "dash-dot"),
        "B": KindTokens("#3B6B2B", "#2C5420", ("#E7F2E0", "#CFE5C2", "#B1D49D", "#9AC682"), "double"),
    },
    scale=("#F0F5F4", "#D6E8E6", "#AED3D1", "#77B4B4", "#2F7F84", "#0D5C63"),
    levels=SCREEN_LEVELS,
)

DARK: Final = Tokens(
    name="dark",
    is_dark=True,
    bg="#10181C",
    surface="#182329",
    surface_2="#1D2A31",
    surface_3="#263640",
    border="#34464F",
    border_strong="#8497A1",
    text="#EEF3F5",
    text_2="#C2CED3",
    text_3="#A1B0B7",
    disabled="#6D7D86",
    accent="#6FCBC8",
    accent_hover="#8BD9D6",
    accent_press="#A6E5E2",
    accent_tint="#173B40",
    accent_tint_2="#1F5157",
    on_accent="#06282B",
    focus="#A6E5E2",
    nav_bg="#0B1215",
    nav_text="#D6E2E3",
    nav_muted="#93A9AD",
    nav_sel="#1C3439",
    nav_hover="#15262B",
    nav_bar="#6FCBC8",
    nav_strong="#FFFFFF",
    avatar_text="#EEF3F5",
    ok="#7FD098",
    ok_tint="#17342A",
    warn="#F2A76B",
    warn_tint="#3D2718",
    err="#FF9C92",
    err_tint="#3F1E1E",
    info="#B4C6CE",
    info_tint="#24343C",
    on_kind="#10181C",
    ink_on_heat="#F4F8F9",
    kinds={
        "D": KindTokens("#86CBFA", "#9CD0F8", ("#17324A", "#174467", "#1A5A8A", "#1F6CA6"), "solid"),
        "F": KindTokens("#F0B44C", "#F6CC80", ("#3A2D14", "#543E12", "#6F4F0C", "#855D06"), "dashed"),
        "A": KindTokens("#DA79C6", "#EDB3E1", ("#3B1F3A", "#572753", "#75306E", "#943A89"), "dotted"),
        "W": KindTokens("#A9BBC4", "#C3D1D8", ("#26333A", "#33444D", "#425763", "#4E6674"), "dash-dot"),
        "B": KindTokens("#9CCB7F", "#B9DDA2", ("#22331B", "#2D4722", "#3A5C2B", "#466E34"), "double"),
    },
    scale=("#1D2A31", "#1C3B40", "#20535A", "#2A7278", "#55AAAA", "#8BD9D6"),
    levels=SCREEN_LEVELS,
)

PROJECTOR: Final = LIGHT._replace(name="projector", levels=PROJECTOR_LEVELS)
PROJECTOR_DARK: Final = DARK._replace(name="projector-dark", levels=PROJECTOR_LEVELS)

SPACING: Final = (4, 8, 12, 16, 24, 32, 48)
PAGE_MARGIN: Final = 32
CARD_GAP: Final = 24
CARD_GAP_DENSE: Final = 16
CARD_PADDING: Final = 24
CARD_PADDING_DENSE: Final = 16

RADIUS_SMALL: Final = 4
RADIUS_MEDIUM: Final = 8
RADIUS_LARGE: Final = 12

NAV_WIDTH: Final = 216
NAV_RAIL_WIDTH: Final = 64
CONTROL_HEIGHT: Final = 40
READING_WIDTH: Final = 720

TEXT_SCALE_MIN: Final = 0.9
TEXT_SCALE_MAX: Final = 2.0
TEXT_SCALE_STEP: Final = 0.1
FOLD_SCALE: Final = 1.25
