from __future__ import annotations

import re

import pytest

from kompetens_gui.ui.style.stylesheet import build_stylesheet
from kompetens_gui.ui.style.tokens import DARK, LIGHT, PROJECTOR


@pytest.mark.parametrize("tokens", [LIGHT, DARK, PROJECTOR], ids=lambda tokens: tokens.name)
def test_every_name_in_the_template_is_filled(tokens: object) -> None:
    sheet = build_stylesheet(tokens, 1.0)  # type: ignore[arg-type]  # pytest's parameters have no type
    assert "@" not in sheet
    assert sheet.count("{") == sheet.count("}")


def test_lengths_follow_the_text_size_but_thin_lines_stay_thin() -> None:
    normal, double = build_stylesheet(LIGHT, 1.0), build_stylesheet(LIGHT, 2.0)
    assert "font-size: 15px" in normal
    assert "font-size: 30px" in double
    assert double.count("1px solid") == normal.count("1px solid")
    assert min(int(size) for size in re.findall(r"font-size: (\d+)px", build_stylesheet(LIGHT, 0.9))) >= 12


def test_dark_and_light_differ_in_colours_alone() -> None:
    def without_colours(sheet: str) -> str:
        return re.sub(r"#[0-9A-F]{6}", "#", sheet)

    assert without_colours(build_stylesheet(LIGHT, 1.0)) == without_colours(build_stylesheet(DARK, 1.0))
