"""Who studies: profiles, PINs, and that nothing of anybody is seen by somebody else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import PinWrong
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.ui.study.exercise_page import Stage
from kompetens_gui.ui.study.pin_page import PinPage
from tests.ui.study.desk import StudyDesk


def type_in(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, text)


def press_card(desk: StudyDesk, qtbot: QtBot, profile: LearnerProfile) -> None:
    qtbot.mouseClick(desk.page.profiles.cards[profile.id], Qt.MouseButton.LeftButton)
    desk.settle(qtbot)


def give_pin(desk: StudyDesk, qtbot: QtBot, pin: str) -> None:
    type_in(qtbot, desk.page.pin.pin, pin)
    desk.key(Qt.Key.Key_Return)
    desk.settle(qtbot)


def test_a_new_profile_with_a_pin_leads_to_the_choice_of_a_path(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.open_study(qtbot)
    assert desk.page.profiles.nobody.isVisible()
    desk.key(Qt.Key.Key_Space)
    form = desk.page.form
    assert desk.shows(form)
    assert form.name.hasFocus()
    qtbot.keyClicks(form.name, "Sara Lindmo")
    type_in(qtbot, form.unit, "Tallbacken")
    type_in(qtbot, form.pin, "2468abc")
    assert form.pin.text() == "2468", "a PIN is digits"
    form.consent.box.click()
    form.name.setFocus()
    desk.key(Qt.Key.Key_Return)
    desk.settle(qtbot)
    assert desk.shows(desk.page.paths)
    desk.page.paths.buttons["koordinatorskorkort"].click()
    desk.settle(qtbot)
    assert desk.shows(desk.page.home)
    (made,) = desk.program.profiles.all()
    assert (made.name, made.unit, made.path) == ("Sara Lindmo", "Tallbacken", "koordinatorskorkort")
    assert made.room_results_count
    assert made.sex is None
    with pytest.raises(PinWrong):
        desk.program.profiles.open(made.id, "1357")
    assert desk.program.profiles.open(made.id, "2468").name == "Sara Lindmo"


def test_a_profile_needs_a_name_and_a_whole_pin(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.open_study(qtbot)
    desk.key(Qt.Key.Key_Space)
    form = desk.page.form
    type_in(qtbot, form.pin, "12")
    form.save_button.click()
    assert form.name_field.error == "Skriv ett namn."
    assert form.pin_field.error == "Välj 4 till 8 siffror, eller lämna tomt."
    assert form.name.hasFocus()
    assert not desk.program.profiles.all()


def test_the_only_profile_without_a_pin_opens_by_itself(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    assert desk.shows(desk.page.home)


def test_several_profiles_are_chosen_among_and_show_nothing_but_who(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile("Sara Lindmo")
    jonas = desk.profile("Jonas Risviken")
    desk.open_study(qtbot)
    assert desk.shows(desk.page.profiles)
    assert set(desk.texts()) == {
        "Vem pluggar?",
        "Flera kan använda samma dator. Det du gör syns först när din profil är öppen.",
        "Sara Lindmo",
        "Jonas Risviken",
        "Rehabkoordinator, Tallbacken",
    }
    press_card(desk, qtbot, jonas)
    assert desk.shows(desk.page.home)
    assert desk.page.home.edit_button.text() == "Jonas Risviken"


def test_nothing_of_a_person_is_there_before_the_pin(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile(pin="2468")
    desk.open_study(qtbot)
    press_card(desk, qtbot, sara)
    assert desk.shows(desk.page.pin)
    assert "home" not in vars(desk.page), "nothing is even made"
    assert desk.study.learner.profile is None
    give_pin(desk, qtbot, "1111")
    assert desk.page.pin.field.error == "Koden stämmer inte. Försök igen."
    assert desk.study.learner.profile is None
    give_pin(desk, qtbot, "2468")
    assert desk.shows(desk.page.home)
    assert "pin" not in vars(desk.page), "what was typed is gone"


def test_wrong_tries_are_answered_with_a_pause_and_its_reason(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile(pin="2468")
    desk.open_study(qtbot)
    press_card(desk, qtbot, sara)
    for _ in range(3):
        give_pin(desk, qtbot, "1111")
    words = desk.page.pin.field.error
    assert "Vänta 30 sekunder" in words
    assert "Pausen gör koden svår att gissa" in words
    assert not desk.page.pin.open_button.isEnabled()
    give_pin(desk, qtbot, "2468")
    assert desk.shows(desk.page.pin), "not even the right one before its time"
    desk.page.controller.switch()
    desk.settle(qtbot)
    desk.clock.move(seconds=31)
    press_card(desk, qtbot, sara)
    give_pin(desk, qtbot, "2468")
    assert desk.shows(desk.page.home)


def test_the_pause_counts_down_and_lets_go(qtbot: QtBot) -> None:
    page = PinPage()
    qtbot.addWidget(page)
    page.show()
    page.ask(LearnerProfile("l1", "Sara Lindmo"))  # type: ignore[arg-type]
    qtbot.keyClicks(page.pin, "2468")
    page.tell_wrong(1)
    assert not page.open_button.isEnabled()
    qtbot.waitUntil(page.open_button.isEnabled)
    assert page.field.error == "Nu kan du försöka igen."


def test_changing_person_takes_everything_of_the_first_away(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile("Jonas Risviken", pin="1234")
    sara = desk.profile("Sara Lindmo", pin="2468")
    desk.open_study(qtbot)
    press_card(desk, qtbot, sara)
    give_pin(desk, qtbot, "2468")
    desk.page.open_step("uppdraget", "u1")
    desk.settle(qtbot)
    assert desk.stage() == Stage.WORKING
    desk.page.controller.switch()
    desk.settle(qtbot)
    assert desk.shows(desk.page.profiles)
    assert not {"home", "exercise", "free", "paths"} & set(vars(desk.page))
    assert desk.study.learner.profile is None


def test_long_away_asks_for_the_pin_again(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile(pin="2468")
    desk.open_study(qtbot)
    press_card(desk, qtbot, sara)
    give_pin(desk, qtbot, "2468")
    desk.window.navigate("home")
    desk.clock.move(minutes=3)
    desk.open_study(qtbot)
    assert desk.shows(desk.page.home), "a short look elsewhere changes nothing"
    desk.window.navigate("home")
    desk.clock.move(minutes=11)
    desk.open_study(qtbot)
    assert desk.shows(desk.page.pin)
    assert "home" not in vars(desk.page)


def test_a_forgotten_pin_costs_the_own_texts_and_says_so_first(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile(pin="2468")
    opened = desk.program.studying.open_step(sara.id, sara.path, "uppdraget", "u1")
    opened.reflect("Jag frågar vem som äger svaret.").result()
    opened.leave().result()
    desk.open_study(qtbot)
    press_card(desk, qtbot, sara)
    desk.page.pin.forgotten_button.click()
    desk.settle(qtbot)
    assert desk.shows(desk.page.forgotten)
    assert "en reflektion" in desk.page.forgotten.loss.text()
    assert "finns kvar" in desk.page.forgotten.kept.text()
    assert desk.page.forgotten.back_button.hasFocus(), "what takes away never has the keyboard"
    desk.page.forgotten.reset_button.click()
    desk.settle(qtbot)
    assert desk.shows(desk.page.home)
    fresh = desk.program.profiles.get(sara.id)
    assert not fresh.has_pin
    assert desk.program.profiles.reset_loss(sara.id).reflections == 0


def test_where_there_is_a_supervisor_their_pin_is_asked_for(desk: StudyDesk, qtbot: QtBot) -> None:
    from dataclasses import replace

    sara = desk.profile(pin="2468")
    karin = desk.profile("Karin Wallmark", pin="9753")
    desk.program.profiles.change(replace(karin, supervises=True))
    desk.open_study(qtbot)
    press_card(desk, qtbot, sara)
    desk.page.pin.forgotten_button.click()
    desk.settle(qtbot)
    page = desk.page.forgotten
    assert not page.reset_button.isEnabled()
    type_in(qtbot, page.pin, "0000")
    page.reset_button.click()
    desk.settle(qtbot)
    assert page.pin_field.error.startswith("Koden stämmer inte.")
    assert desk.program.profiles.get(sara.id).has_pin
    type_in(qtbot, page.pin, "9753")
    page.reset_button.click()
    desk.settle(qtbot)
    assert not desk.program.profiles.get(sara.id).has_pin
    assert desk.shows(desk.page.home)


def test_the_pin_is_changed_with_the_old_one_and_never_without(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile(pin="2468")
    desk.open_study(qtbot)
    press_card(desk, qtbot, sara)
    give_pin(desk, qtbot, "2468")
    desk.page.home.edit_button.click()
    form = desk.page.form
    type_in(qtbot, form.pin, "8642")
    form.save_button.click()
    assert form.old_pin_field.error == "Skriv den kod du har nu."
    type_in(qtbot, form.old_pin, "1111")
    form.save_button.click()
    desk.settle(qtbot)
    assert form.old_pin_field.error == "Koden stämmer inte. Försök igen."
    type_in(qtbot, form.old_pin, "2468")
    type_in(qtbot, form.name, "Sara Lindmo Berg")
    form.save_button.click()
    desk.settle(qtbot)
    assert desk.shows(desk.page.home)
    assert desk.page.home.edit_button.text() == "Sara Lindmo Berg"
    assert desk.program.profiles.open(sara.id, "8642").name == "Sara Lindmo Berg"


def test_removing_a_profile_asks_once_and_leaves_nobody_at_the_desk(desk: StudyDesk, qtbot: QtBot) -> None:
    desk.profile()
    desk.open_study(qtbot)
    desk.page.home.edit_button.click()
    form = desk.page.form
    form.remove_button.click()
    assert form.remove_button.text() == "Ja, ta bort profilen"
    assert "Det går inte att ångra" in form.sure.text()
    assert len(desk.program.profiles.all()) == 1
    form.remove_button.click()
    desk.settle(qtbot)
    assert not desk.program.profiles.all()
    assert desk.shows(desk.page.profiles)
    assert desk.page.profiles.nobody.isVisible()


def test_escape_goes_back_from_the_pin_and_from_a_form(desk: StudyDesk, qtbot: QtBot) -> None:
    sara = desk.profile(pin="2468")
    desk.profile("Jonas Risviken")
    desk.open_study(qtbot)
    press_card(desk, qtbot, sara)
    desk.key(Qt.Key.Key_Escape)
    desk.settle(qtbot)
    assert desk.shows(desk.page.profiles)
    desk.page.profiles.new_button.click()
    assert desk.shows(desk.page.form)
    desk.key(Qt.Key.Key_Escape)
    desk.settle(qtbot)
    assert desk.shows(desk.page.profiles)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert desk.page.profiles.isAncestorOf(focus)
