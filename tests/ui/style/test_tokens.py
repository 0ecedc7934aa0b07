"""The colours keep the contrasts that the design promises, and no kind is told by colour alone."""

from __future__ import annotations

import itertools

import pytest

from kompetens_gui.ui.style.tokens import DARK, KINDS, LIGHT, PROJECTOR, PROJECTOR_DARK, Tokens

THEMES = [LIGHT, DARK]


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("ink", ["text", "text_2", "text_3", "accent", "ok", "warn", "err", "info"])
@pytest.mark.parametrize("ground", ["bg", "surface", "surface_2"])
def test_text_reads_on_every_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("status", ["ok", "warn", "err", "info"])
def test_a_status_reads_on_its_tint(tokens: Tokens, status: str) -> None:
    assert contrast(getattr(tokens, status), getattr(tokens, f"{status}_tint")) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_accent", "accent_press"),
        ("accent", "accent_tint"),
        ("nav_text", "nav_bg"),
        ("nav_muted", "nav_bg"),
        ("nav_strong", "nav_sel"),
        ("avatar_text", "accent_tint_2"),
    ],
)
def test_words_on_coloured_parts_read(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
def test_edges_that_mean_something_are_seen(tokens: Tokens) -> None:
    for ground in (tokens.bg, tokens.surface):
        assert contrast(tokens.border_strong, ground) >= 3
        assert contrast(tokens.focus, ground) >= 3
    assert contrast(tokens.nav_bar, tokens.nav_bg) >= 3


@pytest.mark.parametrize("tokens", THEMES, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("kind", KINDS)
def test_letters_lines_and_marked_text_read(tokens: Tokens, kind: str) -> None:
    look = tokens.kind(kind)
    assert contrast(tokens.on_kind, look.fill) >= 4.5
    assert contrast(look.line, tokens.surface) >= 4.5
    for step in look.heat:
        assert contrast(tokens.ink_on_heat, step) >= 4.5
        assert contrast(look.line, step) >= 3


def test_every_kind_has_its_own_line_style_and_colours() -> None:
    for tokens in THEMES:
        looks = [tokens.kind(kind) for kind in KINDS]
        for one, other in itertools.combinations(looks, 2):
            assert one.style != other.style
            assert one.fill != other.fill


def test_nothing_in_the_room_is_smaller_than_28_pixels_and_nothing_on_screen_than_13() -> None:
    assert min(level.size for level in PROJECTOR.levels.values()) >= 28
    assert min(level.size for level in LIGHT.levels.values()) >= 13
    assert PROJECTOR.levels.keys() == LIGHT.levels.keys()


def test_the_room_has_the_colours_of_the_screen() -> None:
    assert PROJECTOR.colors() == LIGHT.colors()
    assert PROJECTOR_DARK.colors() == DARK.colors()
