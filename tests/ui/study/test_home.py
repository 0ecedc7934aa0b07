"""The study home in a window: one next step, the modules, and what the keyboard does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kompetens_gui.ui.study.exercise_page import Stage
from tests.ui.study.desk import StudyDesk


def test_enter_on_the_big_button_begins_the_first_step(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    home = desk.page.home
    assert home.next.go_button.hasFocus()
    assert home.next.over.text() == "Börja här"
    desk.key(Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert desk.stage() == Stage.WORKING
    assert desk.attempt().started.step == "u1"


def test_only_one_button_is_filled(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    filled = [b for b in desk.window.findChildren(QPushButton) if b.property("kind") == "primary" and b.isVisible()]
    assert [b.text() for b in filled] == ["Börja"]


def test_a_locked_module_is_looked_at_and_says_why(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    home = desk.page.home
    row = home.rail.rows["reglerna"]
    assert "inte öppen än" in row.accessibleName()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert home.module.state.text() == "Öppnas när Läsa underlaget är klar."
    assert home.module.rows
    assert not any(step.isEnabled() for step in home.module.rows.values())


def test_the_arrows_go_through_the_modules(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    rail = desk.page.home.rail
    rail.rows["uppdraget"].setFocus()
    desk.key(Qt.Key.Key_Down)
    assert desk.page.home.module.accessibleName() == "Modul 2. Läsa underlaget"
    desk.key(Qt.Key.Key_End)
    assert desk.page.home.module.accessibleName().endswith("Avslut")


def test_a_step_is_opened_by_pressing_it(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    row = desk.page.home.module.rows["u2"]
    row.setFocus()
    desk.key(Qt.Key.Key_Space)
    desk.settle(qtbot)
    assert desk.attempt().started.step == "u2"


def test_what_the_module_still_asks_for_stands_in_words(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    said = desk.page.home.module.lacking_texts()
    assert said[0] == "Modulen blir klar när"
    assert any("minst 80" in line for line in said)


def test_another_path_is_chosen_and_the_first_is_not_lost(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    desk.page.home.paths_button.click()
    desk.settle(qtbot)
    paths = desk.page.paths
    assert desk.shows(paths)
    first = next(iter(paths.buttons))
    assert first == "koordinatorskorkort", "what is meant for the role stands first"
    paths.buttons["lakare-st-at"].click()
    desk.settle(qtbot)
    assert desk.shows(desk.page.home)
    assert desk.page.home.title.text() == desk.program.studying.path("lakare-st-at").title
    assert desk.program.profiles.get(sara.id).path == "lakare-st-at"


def test_a_path_that_is_gone_leads_to_the_choice(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile(path="finns-inte")
    desk.open_study(qtbot)
    assert desk.shows(desk.page.paths)


def test_going_on_from_elsewhere_opens_the_next_step_at_once(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.study.go_on_studying()
    desk.settle(qtbot)
    assert desk.stage() == Stage.WORKING
    assert desk.attempt().started.step == "u1"


def test_what_another_window_finished_is_shown(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile()
    desk.open_study(qtbot)
    opened = desk.program.studying.open_step(sara.id, sara.path, "uppdraget", "u6")
    from kompetens_gui.domain.exercises.reflection import PromptAnswered

    opened.answer(PromptAnswered(0, "Så här gör vi hos oss.")).result()
    desk.program.studying.finish(opened).result()
    step = desk.page.home.module.rows["u6"]
    desk.until(qtbot, lambda: "Klar" in step.accessibleName())


def test_everything_is_reached_by_tab(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    home = desk.page.home
    wanted = {
        home.next.go_button,
        home.rail.rows["uppdraget"],
        *home.module.rows.values(),
        home.free_button,
        home.paths_button,
        home.switch_button,
        home.edit_button,
    }
    seen = set()
    for _ in range(60):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.add(focus)
        desk.key(Qt.Key.Key_Tab)
    assert wanted <= seen


def test_nothing_is_clipped_at_twice_the_text_size(desk: StudyDesk, qtbot: QtBot) -> None:
    from kompetens_gui.ui.style.theme import theme

    theme.set_text_scale(2.0)
    desk.profile()
    desk.open_study(qtbot)
    home = desk.page.home
    content = home.area.widget()
    assert content is not None
    assert content.width() <= home.area.viewport().width()
    clipped = [
        label.text()
        for label in home.findChildren(QLabel)
        if label.isVisible() and label.text() and label.heightForWidth(label.width()) > label.height() + 2
    ]
    assert clipped == []
    assert home.next.y() < home.columns.y(), "the next step comes first where the cards stand under each other"
