from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.documents.fitting import ELLIPSIS, Run, fit, fit_runs, steps, wrap
from kompetens_gui.documents.fonts import LIGHT, REGULAR, SEMIBOLD, UNKNOWN, load_fonts
from kompetens_gui.domain.errors import FileUnreadable
from tests.documents.samples import FONT_FOLDER, fonts

WIDTH = 200.0
TRIES = steps((20, 15, 1), (14, 9, 2))


def test_what_fits_keeps_its_largest_size() -> None:
    assert fit(fonts(), "Kort", SEMIBOLD, WIDTH, TRIES).size == 20


def test_a_longer_text_shrinks_before_it_wraps() -> None:
    fitted = fit(fonts(), "Något längre namn står här", SEMIBOLD, WIDTH, TRIES)
    assert fitted.size < 20
    assert len(fitted.lines) == 1


def test_a_text_with_no_room_at_all_is_cut_with_an_ellipsis() -> None:
    fitted = fit(fonts(), "ord " * 200, REGULAR, WIDTH, TRIES)
    assert fitted.size == 9
    assert len(fitted.lines) == 2
    assert fitted.texts[-1].endswith(ELLIPSIS)


def test_runs_keep_their_fonts_over_line_breaks() -> None:
    runs = (Run("har deltagit i ", REGULAR), Run("en lång titel som bryts " * 3, SEMIBOLD), Run(", slut.", REGULAR))
    fitted = fit_runs(fonts(), runs, WIDTH, steps((10, 10, 6)))
    said = " ".join(fitted.texts)
    assert said.replace(" ,", ",") == "har deltagit i " + ("en lång titel som bryts " * 3).strip() + ", slut."
    assert {run.font for line in fitted.lines for run in line} == {REGULAR, SEMIBOLD}


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=300), size=st.floats(5, 40), width=st.floats(60, 500))
def test_no_line_is_wider_than_its_place_and_no_letter_is_lost(text: str, size: float, width: float) -> None:
    clean = fonts().one_line(text)
    lines = wrap(fonts(), (Run(clean, LIGHT),), size, width)
    for line in lines:
        assert sum(fonts().width(run.text, run.font, size) for run in line) <= width + 0.01
    assert "".join(run.text for line in lines for run in line).replace(" ", "") == clean.replace(" ", "")


def test_letters_the_typeface_lacks_become_boxes_and_invisible_ones_vanish() -> None:
    assert fonts().drawable("Å 😀 漢\u200d\ufe0f\x00") == f"Å {UNKNOWN} {UNKNOWN}"
    assert fonts().drawable("A\u030a") == "Å"
    assert fonts().drawable("a\u2003b\tc\r\nd") == "a b c\nd"
    assert fonts().drawable("\ud800") == UNKNOWN


def test_a_folder_without_the_typeface_is_told() -> None:
    with pytest.raises(FileUnreadable) as told:
        load_fonts(FONT_FOLDER / "ingenstans")
    assert told.value.reason == "missing_font"
