"""Reflection, an observed talk and a sign-off: own words, and a computer that goes from hand to hand."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.observed import (
    ObservedTask,
    ObserverCame,
    ObserverSaid,
    PointRated,
    TalkRated,
)
from kompetens_gui.domain.exercises.reflection import PromptAnswered, ReflectionPrompts
from kompetens_gui.domain.exercises.sign_off import SignedOff, SignOffTask, WorkDescribed
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.learning.sign_off import Signer
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.ui.exercises.base import ObserverNamed, SignatureGiven
from tests.ui.exercises.harness_b import LEARNER, Bench, begin, finished, settle, step, with_events, write

KEY = Qt.Key
PATH = "koordinatorskorkort"
SUPERVISOR = LearnerProfile(LearnerId("s1"), "Nils Ahl", Role.REHAB_COORDINATOR, "Tallbacken", supervises=True)


def reflection(**more: object) -> Attempt:
    asked = step(PATH, "uppdraget", "u6")
    prompts = ReflectionPrompts(asked.settings.text, asked.settings.points or (asked.settings.text,))
    return begin("reflection", prompts, title=asked.title, **more)  # type: ignore[arg-type]


def observed() -> Attempt:
    asked = step(PATH, "samtalet", "s12")
    return begin("observed", ObservedTask(asked.settings.text, asked.settings.points), title=asked.title)


def sign_off() -> Attempt:
    asked = step(PATH, "avslut", "z5")
    return begin("sign_off", SignOffTask(asked.settings.text, asked.settings.points), title=asked.title)


# -- reflection


def test_own_words_are_kept_after_a_pause_and_never_written_over(qtbot: QtBot) -> None:
    bench = Bench(reflection(), qtbot)
    field = bench.panel.fields[0]
    assert field.hasFocus()
    assert not bench.can_press()
    with qtbot.waitSignal(bench.panel.proposed):
        write(field, "Jag beslutar inte om ersättning")
    assert bench.events == [PromptAnswered(0, "Jag beslutar inte om ersättning")]
    assert bench.attempt.can_finish
    assert bench.primary_text() == ""
    write(field, ".")
    bench.panel.show_attempt(bench.attempt)
    assert field.toPlainText().endswith("ersättning.")
    bench.panel.commit_pending()
    assert bench.events[-1] == PromptAnswered(0, "Jag beslutar inte om ersättning.")
    assert "Bara du ser texten. Skriv utan personuppgifter." in bench.texts()


def test_what_was_written_another_time_stands_beside(qtbot: QtBot) -> None:
    before = finished(with_events(reflection(), PromptAnswered(0, "Förra gången skrev jag så här.")))
    bench = Bench(reflection(earlier=(before,), day=30), qtbot)
    assert [label.text() for label in bench.panel.earlier.texts] == ["Förra gången skrev jag så här."]
    assert "23 november 2026" in bench.texts()
    assert bench.panel.fields[0].toPlainText() == ""
    assert not Bench(reflection(), qtbot).panel.earlier.isVisible()


# -- an observed talk


def test_somebody_is_asked_by_name_and_role(qtbot: QtBot) -> None:
    bench = Bench(observed(), qtbot)
    assert bench.panel.ask.name.hasFocus()
    assert not bench.can_press()
    write(bench.panel.ask.name, "  Amir   Rezai ")
    bench.panel.ask.role.setFocus()
    bench.key(qtbot, KEY.Key_Home, KEY.Key_Return)
    assert bench.asked == [ObserverNamed("Amir Rezai", Role.PHYSICIAN)]
    assert bench.panel.show_refusal("Be en kollega. Det går inte att göra själv.")
    assert "Be en kollega. Det går inte att göra själv." in bench.panel.ask.name_field.error
    write(bench.panel.ask.name, "x")
    assert bench.panel.ask.name_field.error == ""
    bench.happen(ObserverCame("o1"))
    assert bench.primary_text() == "Lämna över till observatören"
    assert any("Lämna sedan över datorn till Amir Rezai" in text for text in bench.texts())


def test_the_observer_rates_with_the_keys_and_hands_back(qtbot: QtBot) -> None:
    bench = Bench(with_events(observed(), ObserverCame("o1")), qtbot)
    bench.key(qtbot, KEY.Key_Return)
    assert bench.panel.hand_over.title.text() == "Lämna över till observatören"
    bench.key(qtbot, KEY.Key_Return)
    rows = bench.panel.card.rows
    assert rows[0].hasFocus()
    bench.key(qtbot, KEY.Key_2, KEY.Key_Down, KEY.Key_1, KEY.Key_Right)
    assert bench.events == [PointRated(0, 2), PointRated(1, 1), PointRated(1, 2)]
    bench.key(qtbot, KEY.Key_4)
    assert len(bench.events) == 3
    assert rows[1].accessibleName() == "Ställer minst tre öppna frågor: Syntes tydligt"
    assert not bench.can_press()
    bench.panel.card.whole.rows[0].setFocus()
    bench.key(qtbot, KEY.Key_4)
    assert bench.events[3:] == [TalkRated(4)]
    bench.panel.card.words.setFocus()
    write(bench.panel.card.words, "Du väntade ut tystnaden 3 gånger.")
    assert bench.primary_text() == "Klart, lämna tillbaka"
    bench.press_primary()
    assert bench.events[4:] == [ObserverSaid("Du väntade ut tystnaden 3 gånger.")]
    assert bench.panel.hand_over.title.text() == "Lämna tillbaka till Maria Lundkvist"
    bench.key(qtbot, KEY.Key_Return)
    assert "4 av 5. Nästan allt syntes, i lugn takt." in bench.texts()
    assert "”Du väntade ut tystnaden 3 gånger.”" in bench.texts()
    assert bench.primary_text() == ""
    assert bench.attempt.can_finish


def test_points_are_rated_with_the_pointer_too(qtbot: QtBot) -> None:
    bench = Bench(with_events(observed(), ObserverCame("o1")), qtbot)
    bench.press_primary()
    bench.press_primary()
    bench.click(qtbot, bench.panel.card.rows[2].buttons[0])
    bench.click(qtbot, bench.panel.card.whole.rows[5])
    assert bench.events == [PointRated(2, 0), TalkRated(5)]


def test_an_observation_that_was_left_goes_on_where_it_was(qtbot: QtBot) -> None:
    half = with_events(observed(), ObserverCame("o1"), PointRated(0, 1))
    assert Bench(half, qtbot).primary_text() == "Jag är observatören"
    done = Bench(with_events(half, TalkRated(3)), qtbot)
    assert "3 av 5. Det mesta syntes, och samtalet höll ihop." in done.texts()
    done.click(qtbot, done.panel.told.again)
    assert done.primary_text() == "Jag är observatören"


def test_another_observer_begins_anew(qtbot: QtBot) -> None:
    bench = Bench(with_events(observed(), ObserverCame("o1")), qtbot)
    bench.click(qtbot, bench.panel.play.other)
    write(bench.panel.ask.name, "Lena Forsman")
    bench.press_primary()
    assert bench.asked == [ObserverNamed("Lena Forsman", Role.REHAB_COORDINATOR)]
    bench.happen(ObserverCame("o2"))
    assert bench.panel.play.isVisible()


# -- a sign-off


def test_a_sign_off_needs_a_tick_and_a_name(qtbot: QtBot) -> None:
    bench = Bench(sign_off(), qtbot)
    write(bench.panel.describe.words, "Jag frågar om arbetet uppgift för uppgift.")
    bench.press_primary()
    assert bench.events == [WorkDescribed("Jag frågar om arbetet uppgift för uppgift.")]
    bench.key(qtbot, KEY.Key_Return)
    assert "Jag frågar om arbetet uppgift för uppgift." in bench.texts()
    assert any(text.startswith("Maria Lundkvist och du har gått igenom") for text in bench.texts())
    assert not bench.panel.signer.way.isVisible()
    bench.key(qtbot, KEY.Key_Space)
    assert not bench.can_press()
    bench.panel.signer.name.setFocus()
    write(bench.panel.signer.name, "Nils Ahl")
    bench.key(qtbot, KEY.Key_Return)
    assert bench.asked == [SignatureGiven(Signer("Nils Ahl", Role.REHAB_COORDINATOR))]
    bench.panel.show_refusal("Be en kollega. Du kan inte godkänna dig själv.")
    assert bench.panel.signer.name_field.error == "Be en kollega. Du kan inte godkänna dig själv."
    bench.happen(SignedOff("x1"))
    assert "Godkännandet är sparat. Lämna tillbaka datorn till Maria Lundkvist." in bench.texts()
    assert bench.attempt.can_finish
    assert bench.primary_text() == ""


def test_without_the_tick_nothing_is_signed(qtbot: QtBot) -> None:
    bench = Bench(sign_off(), qtbot)
    bench.press_primary()
    bench.press_primary()
    bench.panel.signer.name.setFocus()
    write(bench.panel.signer.name, "Nils Ahl")
    bench.key(qtbot, KEY.Key_Return)
    assert bench.asked == []


def test_a_profile_signs_with_its_pin_and_never_the_learners_own(qtbot: QtBot) -> None:
    bench = Bench(sign_off(), qtbot, supervisors=(LEARNER, SUPERVISOR))
    bench.press_primary()
    bench.press_primary()
    signer = bench.panel.signer
    bench.click(qtbot, bench.panel.confirm.check.box)
    bench.click(qtbot, signer.way.button("profile"))
    assert [signer.profile.itemText(i) for i in range(signer.profile.count())] == [
        "Nils Ahl, Rehabkoordinator, Tallbacken"
    ]
    assert signer.pin.echoMode() == QLineEdit.EchoMode.Password
    signer.pin.setFocus()
    write(signer.pin, "1234")
    bench.key(qtbot, KEY.Key_Return)
    assert bench.asked == [SignatureGiven(Signer("Nils Ahl", Role.REHAB_COORDINATOR, SUPERVISOR.id, "1234"))]
    bench.panel.show_refusal("Koden stämmer inte. Försök igen.")
    assert signer.pin_field.error == "Koden stämmer inte. Försök igen."
    assert signer.pin.hasFocus()
    settle()
    write(signer.pin, "9")
    assert signer.pin.text() == "9"


def test_one_can_go_back_before_it_is_signed(qtbot: QtBot) -> None:
    bench = Bench(sign_off(), qtbot)
    bench.press_primary()
    bench.press_primary()
    bench.click(qtbot, bench.panel.back)
    assert bench.panel.describe.words.hasFocus()


def test_the_days_between_are_told_by_the_clock_of_the_attempt() -> None:
    assert reflection(day=30).started.at - reflection().started.at == timedelta(days=30)
