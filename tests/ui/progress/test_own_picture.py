"""One's own levels: what is shown, what lies behind, moving with the keys, rating oneself, sessions let in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.learning.evidence import Evidence, EvidenceKind
from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, Role, WorkshopSessionId
from kompetens_gui.ui.progress.area_row import AreaRow
from kompetens_gui.ui.progress.page import ProgressPage
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label
from tests.domain.making import a_session
from tests.ui.progress.desk import ProgressDesk, foundation, practised

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


def keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def opened(desk: ProgressDesk, qtbot: QtBot) -> ProgressPage:
    page = desk.open()
    qtbot.waitUntil(lambda: bool(page.matrix.rows) and desk.tasks.is_idle())
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return page


def unfolded(desk: ProgressDesk, qtbot: QtBot, area: str) -> ProgressPage:
    page = opened(desk, qtbot)
    page.matrix.unfold(area)
    qtbot.waitUntil(desk.tasks.is_idle)
    return page


def test_nobody_at_the_desk_is_led_to_where_profiles_are(desk: ProgressDesk, qtbot: QtBot) -> None:
    page = desk.open()
    assert page.nobody.isVisible()
    assert not page.matrix.isVisible()
    assert page.nobody.button is not None
    with qtbot.waitSignal(page.profile_wanted):
        qtbot.mouseClick(page.nobody.button, LEFT)


def test_a_new_learner_sees_every_area_and_what_comes_first(desk: ProgressDesk, qtbot: QtBot) -> None:
    desk.sits_down()
    page = opened(desk, qtbot)
    assert page.not_begun.isVisible()
    assert list(page.matrix.rows) == [f"K{n:02d}" for n in range(1, 15)]
    row = page.matrix.rows["K01"]
    assert row.level.text() == "0\xa0Ny"
    assert row.target.text() == "Mål: 3\xa0Leda"
    assert row.lacking.text().startswith("Till Grund: kunskapsfrågor med minst 80\xa0% rätt")


def test_levels_targets_and_the_sum_of_them(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.seen(foundation(me.id, "K01"))
    page = opened(desk, qtbot)
    row = page.matrix.rows["K01"]
    assert row.level.text() == "1\xa0Grund"
    assert row.steps.level() == Level.FOUNDATION
    assert row.steps.accessibleName() == "Nivå 1 av 3, Grund. Mål: Leda"
    assert not page.not_begun.isVisible()
    assert page.summary.bar.number.text().startswith("1 av ")
    assert page.summary.summary.text() == "Inget område är på målnivå än."


def test_old_levels_ask_to_be_refreshed_and_say_why(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.seen(foundation(me.id, "K05", on=date(2024, 1, 5)))
    desk.seen(foundation(me.id, "K03", rules="RV1"))
    page = opened(desk, qtbot)
    assert page.matrix.rows["K05"].refresh.isVisible()
    assert page.matrix.rows["K05"].level.text() == "1\xa0Grund"
    link = page.summary.links[-1]
    assert link.words.text().startswith("K05")
    assert "mer än två år" in link.detail.text()
    assert "Reglerna har ändrats" in page.summary.links[0].detail.text()
    qtbot.mouseClick(link, LEFT)
    assert page.matrix.open_area() == "K05"
    assert "mer än två år" in page.matrix.details["K05"].refresh.label.text()


def test_the_keys_move_between_areas_and_unfold_one_at_a_time(desk: ProgressDesk, qtbot: QtBot) -> None:
    desk.sits_down()
    page = opened(desk, qtbot)
    page.matrix.rows["K01"].setFocus()
    QTest.keyClick(keyboard(), KEY.Key_Down)
    QTest.keyClick(keyboard(), KEY.Key_Down)
    row = keyboard()
    assert isinstance(row, AreaRow)
    assert row.view.id == "K03"
    QTest.keyClick(keyboard(), KEY.Key_Right)
    assert page.matrix.open_area() == "K03"
    QTest.keyClick(keyboard(), KEY.Key_End)
    QTest.keyClick(keyboard(), KEY.Key_Return)
    assert page.matrix.open_area() == "K14"
    assert not page.matrix.details["K03"].isVisible()
    QTest.keyClick(keyboard(), KEY.Key_Left)
    assert page.matrix.open_area() == ""


def test_tab_goes_from_an_area_into_what_it_unfolds(desk: ProgressDesk, qtbot: QtBot) -> None:
    desk.sits_down()
    page = unfolded(desk, qtbot, "K02")
    QTest.keyClick(keyboard(), KEY.Key_Tab)
    assert keyboard() is page.matrix.details["K02"].practise
    QTest.keyClick(keyboard(), KEY.Key_Space)
    assert desk.practised == ["K02"]


def test_the_unfolded_area_is_in_view(desk: ProgressDesk, qtbot: QtBot) -> None:
    desk.sits_down()
    page = unfolded(desk, qtbot, "K14")
    row = page.matrix.rows["K14"]
    qtbot.waitUntil(lambda: 0 <= row.mapTo(page, row.rect().topLeft()).y() <= page.height())


def test_evidence_is_read_on_demand_with_date_form_and_source(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.seen(foundation(me.id, "K06"))
    desk.program.sign_offs.record_change(me.id, ["K06"], "Jag läser brevet högt innan jag skickar det.")
    page = unfolded(desk, qtbot, "K06")
    details = page.matrix.details["K06"]
    assert not details.evidence.isVisible()
    assert details.open_evidence.text() == "Underlag, 4"
    details.open_evidence.setFocus()
    QTest.keyClick(keyboard(), KEY.Key_Space)
    assert details.evidence.isVisible()
    told = "\n".join(label.text() for label in details.evidence.findChildren(Label))
    assert "Jag läser brevet högt innan jag skickar det." in told
    assert "Ändrat i arbetet, 12 november 2026" in told
    assert "Övat, 12 november 2026. 90\xa0% rätt av 10" in told


def test_rating_oneself_is_background_and_says_so(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    page = unfolded(desk, qtbot, "K07")
    details = page.matrix.details["K07"]
    assert "höjer ingen nivå" in details.rating_note.text()
    qtbot.mouseClick(details.rating.button("4"), LEFT)
    qtbot.waitUntil(lambda: details.rating_note.text().startswith("Skattat 12 november 2026"))
    (kept,) = desk.program.progress.evidence(me.id, "K07")
    assert (kept.kind, kept.strength) == (EvidenceKind.SELF_RATED, 0.8)
    assert page.matrix.rows["K07"].level.text() == "0\xa0Ny"
    assert details.open_evidence.text() == "Underlag, 0"


def test_news_from_elsewhere_is_shown_without_taking_the_keyboard(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    page = unfolded(desk, qtbot, "K01")
    desk.seen(foundation(me.id, "K01"))
    desk.program.progress.rate_self(me.id, "K14", 3)
    qtbot.waitUntil(lambda: page.matrix.rows["K01"].level.text() == "1\xa0Grund")
    assert keyboard() is page.matrix.rows["K01"]
    assert page.matrix.open_area() == "K01"


def held(desk: ProgressDesk, name: str, unit: str) -> None:
    plan = replace(
        a_session(("information",)),
        cases=(),
        case_slots=0,
        id=WorkshopSessionId("s"),
        title="Gruppdialog i Ekliden",
        starts_at=datetime(2026, 11, 10, 13, 0),
        competence_areas=("K02",),
        participants=(Participant(ParticipantId("p"), name, Role.REHAB_COORDINATOR, unit),),
    )
    desk.program.planning.save(plan)
    desk.program.running.start(plan.id)
    desk.program.running.close()
    desk.program.running.release()


def test_sessions_count_once_one_agrees_and_go_when_one_does_not(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down("Sara Lindmo", "Ekliden")
    held(desk, "Sara Lindmo", "Ekliden")
    page = opened(desk, qtbot)
    assert not page.room.consent.isChecked()
    assert not page.room.fetch.isEnabled()
    page.room.consent.setFocus()
    QTest.keyClick(keyboard(), KEY.Key_Space)
    qtbot.waitUntil(lambda: page.room.status.text() == "1 träff räknas.")
    assert any(e.source == "session:s" for e in desk.program.progress.evidence(me.id))
    qtbot.waitUntil(lambda: desk.tasks.is_idle() and page.room.fetch.isEnabled())
    qtbot.mouseClick(page.room.fetch, LEFT)
    qtbot.waitUntil(desk.tasks.is_idle)
    assert page.room.status.text() == "1 träff räknas."
    qtbot.mouseClick(page.room.consent, LEFT)
    qtbot.waitUntil(lambda: not desk.program.progress.evidence(me.id))
    qtbot.waitUntil(lambda: not page.room.fetch.isEnabled())


def test_a_session_with_another_unit_is_not_mine(desk: ProgressDesk, qtbot: QtBot) -> None:
    desk.sits_down("Sara Lindmo", "Norrsjö")
    held(desk, "Sara Lindmo", "Ekliden")
    page = opened(desk, qtbot)
    qtbot.mouseClick(page.room.consent, LEFT)
    qtbot.waitUntil(lambda: page.room.status.text().startswith("Ingen avslutad träff"))


def test_evidence_of_a_room_names_the_session_and_says_it_is_background(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    held(desk, "Sara Lindmo", "Ekliden")
    there = Evidence(me.id, "K02", EvidenceKind.ATTENDED, 0.0, date(2026, 11, 10), "session:s", "group_dialogue", 90)
    desk.seen([there])
    page = unfolded(desk, qtbot, "K02")
    details = page.matrix.details["K02"]
    qtbot.mouseClick(details.open_evidence, LEFT)
    told = "\n".join(label.text() for label in details.evidence.findChildren(Label))
    assert told == (
        "Gruppdialog i Ekliden\nVar med, 10 november 2026. Gruppdialog. 90 minuter. Bakgrund, höjer ingen nivå"
    )


def test_nothing_of_one_person_is_left_for_the_next(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down("Sara Lindmo")
    desk.seen(foundation(me.id, "K06"))
    desk.program.sign_offs.record_change(me.id, ["K06"], "Jag läser brevet högt.")
    page = unfolded(desk, qtbot, "K06")
    qtbot.mouseClick(page.matrix.details["K06"].open_evidence, LEFT)
    desk.open("data")
    qtbot.waitUntil(lambda: bool(page.data.sections) and desk.tasks.is_idle())
    qtbot.mouseClick(page.data.sections["sign_offs"].unfold, LEFT)
    desk.sits_down("Jonas Risviken")
    desk.controller.refresh()
    told = "\n".join(label.text() for label in page.findChildren(Label) if label.isVisible())
    assert "Jag läser brevet högt." not in told
    assert "Sara Lindmo" not in told
    qtbot.waitUntil(lambda: page.who.text().startswith("Jonas Risviken") and desk.tasks.is_idle())
    desk.open("own")
    assert page.matrix.open_area() == ""
    assert page.matrix.rows["K06"].level.text() == "0\xa0Ny"
    assert page.sign_offs.nothing.isVisible()


def test_nothing_is_wider_than_the_page_with_large_text(desk: ProgressDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.seen([*foundation(me.id, "K05", on=date(2024, 1, 5)), practised(me.id, "K06", "questions", count=10)])
    theme.set_text_scale(2.0)
    page = unfolded(desk, qtbot, "K05")
    qtbot.mouseClick(page.matrix.details["K05"].open_evidence, LEFT)
    qtbot.waitUntil(desk.tasks.is_idle)
    for widget in page.findChildren(QWidget):
        if widget.isVisible() and isinstance(widget, (Label, AreaRow)):
            right = widget.mapTo(page, widget.rect().topRight()).x()
            assert right <= page.width(), widget
