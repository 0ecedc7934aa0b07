"""What planning asks about group work and commitments: every edit gives settings that the kind takes."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.kind_settings import kind_settings
from kompetens_gui.ui.style.icon_names import ICONS


def form_of(kind: str, qtbot: QtBot) -> tuple[Any, dict[str, object]]:
    """Give the form of a kind, and the settings that come of what is edited in it."""
    form = kind_settings(kind)
    assert form is not None
    qtbot.addWidget(form)
    settings: dict[str, object] = {}

    def edited(some: dict[str, object]) -> None:
        settings.update(some)
        activity_kind(kind).check_settings(settings)

    form.edited.connect(edited)
    form.show()
    return form, settings


def test_group_work_is_given_its_task_questions_time_and_versions(qtbot: QtBot) -> None:
    form, settings = form_of("group_work", qtbot)
    qtbot.keyClicks(form.task, "Hitta ett steg")
    form.questions.setPlainText("Vad vet vi?\n\n  Vem ringer?  ")
    qtbot.keyClick(form.timer, Qt.Key.Key_Up)
    form.variants.setPlainText("Arbetar natt\nPersonen är man")
    assert settings == {
        "task": "Hitta ett steg",
        "questions": ("Vad vet vi?", "Vem ringer?"),
        "minutes_timer": 16,
        "variants": ("Arbetar natt", "Personen är man"),
    }


def test_too_many_questions_are_answered_in_words_and_not_saved(qtbot: QtBot) -> None:
    form, settings = form_of("group_work", qtbot)
    form.questions.setPlainText("\n".join(f"Fråga {n}?" for n in range(9)))
    assert "högst åtta" in form.questions_field.error
    assert "questions" not in settings
    form.questions.setPlainText("En fråga?")
    assert form.questions_field.error == ""
    assert settings["questions"] == ("En fråga?",)


def test_settings_are_shown_as_they_are(qtbot: QtBot) -> None:
    form, settings = form_of("group_work", qtbot)
    form.show_settings({"task": "Läs", "questions": ("Ett?", "Två?"), "minutes_timer": 20, "variants": ("Natt",)})
    assert (form.task.text(), form.questions.toPlainText(), form.timer.value()) == ("Läs", "Ett?\nTvå?", 20)
    assert form.variants.toPlainText() == "Natt"
    assert settings == {}


def test_commitments_are_written_by_each_person_or_each_group(qtbot: QtBot) -> None:
    form, settings = form_of("commitments", qtbot)
    qtbot.keyClicks(form.prompt, "Till sommaren")
    qtbot.mouseClick(form.who.button("groups"), Qt.MouseButton.LeftButton)
    assert settings == {"prompt": "Till sommaren", "per_group": True}
    form.show_settings({})
    assert form.who.current() == "each"


@pytest.mark.parametrize("kind", ["group_work", "commitments", "follow_up"])
def test_the_kinds_have_names_and_icons(kind: str) -> None:
    named = words.kind(kind)
    assert named.title != kind
    assert named.detail
    assert named.icon in ICONS
