from __future__ import annotations

from kompetens_gui.ui.audience.screens import Place, ScreenFacts, choose_screen, next_screen

LAPTOP = ScreenFacts("eDP-1||", "eDP-1", 1366, 768, is_leaders=True)
WALL = ScreenFacts("HDMI-1|Epson|EB", "HDMI-1", 1920, 1080, is_leaders=False)
TABLE = ScreenFacts("DP-2|Dell|P24", "DP-2", 1920, 1200, is_leaders=False)


def test_the_remembered_screen_comes_first() -> None:
    choice = choose_screen([LAPTOP, TABLE, WALL], WALL.key, windowed=False)
    assert (choice.place, choice.screen, choice.fell_back) == (Place.FULL_SCREEN, WALL, False)


def test_another_screen_than_the_leaders_is_taken_when_nothing_is_remembered() -> None:
    choice = choose_screen([LAPTOP, WALL], "", windowed=False)
    assert (choice.screen, choice.fell_back) == (WALL, False)


def test_a_missing_screen_falls_back_and_says_so() -> None:
    assert choose_screen([LAPTOP, TABLE], WALL.key, windowed=False).fell_back
    alone = choose_screen([LAPTOP], WALL.key, windowed=False)
    assert (alone.place, alone.screen, alone.fell_back) == (Place.WINDOW, LAPTOP, True)


def test_one_screen_gives_a_window_without_a_warning() -> None:
    assert not choose_screen([LAPTOP], "", windowed=False).fell_back


def test_window_mode_is_a_choice_and_no_fall_back() -> None:
    choice = choose_screen([LAPTOP, WALL], WALL.key, windowed=True)
    assert (choice.place, choice.screen, choice.fell_back) == (Place.WINDOW, LAPTOP, False)


def test_a_remembered_screen_where_the_leader_sits_is_kept_when_there_is_another() -> None:
    assert choose_screen([LAPTOP, WALL], LAPTOP.key, windowed=False).screen == LAPTOP
    assert choose_screen([LAPTOP], LAPTOP.key, windowed=False).place == Place.WINDOW


def test_no_screen_at_all_still_gives_an_answer() -> None:
    assert choose_screen([], WALL.key, windowed=False).screen is None


def test_screens_are_taken_in_turn() -> None:
    screens = [LAPTOP, WALL, TABLE]
    assert [next_screen(screens, s.key) for s in screens] == [WALL, TABLE, LAPTOP]
    assert next_screen([LAPTOP], LAPTOP.key) is None
    assert next_screen([LAPTOP, WALL], "gone") == LAPTOP
