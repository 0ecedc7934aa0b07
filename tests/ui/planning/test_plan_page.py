"""Planning a session as an FMR does it, with real templates, cases and storage."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QAction, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.errors import DiskFull
from kompetens_gui.domain.workshop.plan import SessionStatus, WorkshopSession
from kompetens_gui.ui.planning.agenda_block import AgendaBlock
from kompetens_gui.ui.planning.case_preview import CasePreview
from kompetens_gui.ui.planning.plan_page import PlanPage
from kompetens_gui.ui.planning.view_state import BankRow, BankRowKind
from kompetens_gui.ui.style.theme import theme
from tests.ui.planning.desk import Desk, type_text

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PlanPage:
    """A new plan of an hour, open in the window."""
    page = PlanPage(desk.parts)
    desk.show(page, 1500, 900)
    page.open_with(new_from="gruppdialog-60")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1 and page.bank.list.rows.rowCount() > 10)
    return page


def plan_of(page: PlanPage) -> WorkshopSession:
    plan = page.controller.plan
    assert plan is not None
    return plan


def blocks(page: PlanPage) -> list[AgendaBlock]:
    return [page.agenda.board.blocks[i.id] for i in plan_of(page).agenda]


def titles(page: PlanPage) -> list[str]:
    return [i.title for i in plan_of(page).agenda]


def bank_row(page: PlanPage, wanted: Callable[[BankRow], bool]) -> int:
    return next(i for i, r in enumerate(page.bank.list.rows.rows()) if wanted(r))


def saved(page: PlanPage, desk: Desk, qtbot: QtBot) -> WorkshopSession:
    qtbot.waitUntil(lambda: not page.controller.saver.has_unsaved)
    return desk.planning.get(plan_of(page).id)


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Mod.NoModifier) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key, modifier)


def test_a_new_plan_has_the_templates_moments_and_my_usual_leaders_and_is_saved(
    page: PlanPage, desk: Desk, qtbot: QtBot
) -> None:
    assert titles(page)[0] == "Välkommen och ramar"
    assert page.agenda.fits.text() == "60 av 60 minuter"
    assert [f.name for f in plan_of(page).facilitators] == ["Karin Wallmark", "Jonas Ek"]
    assert page.header.saved.text() == "Sparad 09.12"
    kept = saved(page, desk, qtbot)
    assert [(i.id, i.title, i.minutes) for i in kept.agenda] == [
        (i.id, i.title, i.minutes) for i in plan_of(page).agenda
    ]
    assert replace(kept, agenda=()) == replace(plan_of(page), agenda=())


def test_two_cases_are_chosen_by_keyboard_alone(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    page.focus_search()
    type_text(page.bank.search, "axel")
    qtbot.waitUntil(lambda: [r.kind for r in page.bank.list.rows.rows()].count(BankRowKind.CASE) == 1)
    press(qtbot, Key.Key_Return)
    assert page.bank.list.hasFocus()
    press(qtbot, Key.Key_Return)
    assert plan_of(page).cases == ("axel-frisor", None)
    page.focus_search()
    type_text(page.bank.search, "golv")
    qtbot.waitUntil(lambda: page.bank.list.rows.rows()[1].key == "landrygg-golvlaggare")
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert plan_of(page).cases == ("axel-frisor", "landrygg-golvlaggare")
    assert "cases" not in page.checklist.rows
    assert page.agenda.slot_buttons[1].text().startswith("Fall 2: ")
    assert saved(page, desk, qtbot).cases == plan_of(page).cases


@pytest.mark.qt_log_ignore("This plugin does not support")  # menus, on a screen that is none
def test_a_third_case_asks_which_one_makes_way(page: PlanPage, qtbot: QtBot) -> None:
    for name in ("axel-frisor", "landrygg-golvlaggare"):
        page.controller.choose_case(name)
    bank = page.bank.list
    bank.setCurrentIndex(bank.rows.index(bank_row(page, lambda r: r.key == "depression-butikschef")))
    bank.setFocus()
    qtbot.keyClick(bank, Key.Key_Return)
    menu = page.bank.findChild(QMenu, "slotMenu")
    assert menu is not None
    assert [a.text()[:13] for a in menu.actions()] == ["Byt ut fall 1", "Byt ut fall 2", "Lägg till som"]
    qtbot.keyClick(menu, Key.Key_Return)
    assert plan_of(page).cases == ("depression-butikschef", "landrygg-golvlaggare")


def test_the_plus_adds_with_the_mouse_and_the_row_itself_shows_the_case(page: PlanPage, qtbot: QtBot) -> None:
    bank = page.bank.list
    index = bank.rows.index(bank_row(page, lambda r: r.key == "axel-frisor"))
    rect = bank.visualRect(index)
    qtbot.mouseClick(bank.viewport(), Qt.MouseButton.LeftButton, pos=rect.center() - QPoint(40, 0))
    qtbot.waitUntil(lambda: bool(_previews()))
    preview = _previews()[0]
    assert preview.paper.isVisible()
    qtbot.mouseClick(preview.choose, Qt.MouseButton.LeftButton)
    assert plan_of(page).cases[0] == "axel-frisor"
    other = bank.rows.index(bank_row(page, lambda r: r.key == "landrygg-golvlaggare"))
    plus = bank.delegate.plus_rect(bank.visualRect(other), bank).center()
    qtbot.mouseClick(bank.viewport(), Qt.MouseButton.LeftButton, pos=plus)
    assert plan_of(page).cases[1] == "landrygg-golvlaggare"


def _previews() -> list[CasePreview]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, CasePreview) and w.isVisible()]


def test_blocks_move_by_keys_and_by_buttons_and_times_follow_at_once(page: PlanPage, qtbot: QtBot) -> None:
    page.controller.change(starts_at=datetime(2026, 11, 12, 13, 0))
    first, second = titles(page)[:2]
    blocks(page)[0].setFocus()
    press(qtbot, Key.Key_Down, Mod.AltModifier)
    assert titles(page)[:2] == [second, first]
    assert QApplication.focusWidget() is blocks(page)[1]
    press(qtbot, Key.Key_Up, Mod.AltModifier)
    assert titles(page)[:2] == [first, second]
    qtbot.mouseClick(blocks(page)[0].later, Qt.MouseButton.LeftButton)
    assert titles(page)[:2] == [second, first]
    assert [b.row.clock for b in blocks(page)[:3]] == ["13.00", "13.05", "13.10"]
    assert not blocks(page)[0].is_selected
    assert blocks(page)[1].is_selected


def test_a_block_is_dragged_to_another_place(page: PlanPage, qtbot: QtBot) -> None:
    moved = titles(page)[0]
    block, target = blocks(page)[0], blocks(page)[2]
    start = QPoint(10, block.height() // 2)
    end = block.mapFromGlobal(target.mapToGlobal(QPoint(10, target.height() - 3)))
    qtbot.mousePress(block, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(block, QPoint(10, start.y() + 30))
    qtbot.mouseMove(block, end)
    qtbot.mouseRelease(block, Qt.MouseButton.LeftButton, pos=end)
    assert titles(page)[2] == moved


def test_a_moment_from_the_bank_is_dropped_where_it_belongs(page: PlanPage) -> None:
    bank, board = page.bank.list, page.agenda.board
    index = bank.rows.index(bank_row(page, lambda r: r.key == "discussion"))
    data = bank.rows.mimeData([index])
    at = QPointF(blocks(page)[1].geometry().topLeft() + QPoint(20, 2))
    drop = QDropEvent(at, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    board.dropEvent(drop)
    assert titles(page)[1] == "Diskussion"


def test_plus_and_minus_change_minutes_and_an_overrun_is_said(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    block = blocks(page)[0]
    block.setFocus()
    for _ in range(5):
        press(qtbot, Key.Key_Plus)
    assert plan_of(page).agenda[0].minutes == 10
    assert page.agenda.fits.text() == "5 minuter över"
    assert page.checklist.rows["fits"].label.text() == "Dagordningen är längre än tiden"
    assert "går över tiden" in blocks(page)[-1].accessibleName()
    qtbot.mouseClick(block.stepper.minus, Qt.MouseButton.LeftButton)
    assert page.agenda.fits.text() == "4 minuter över"
    for _ in range(4):
        page.undo() if plan_of(page).agenda[0].minutes > 5 else None
    assert plan_of(page).agenda[0].minutes == 5
    assert saved(page, desk, qtbot).agenda[0].minutes == 5


def test_single_keys_can_be_turned_off(desk: Desk, qtbot: QtBot) -> None:
    preferences = replace(desk.parts.preferences(), single_key_shortcuts=False)
    page = PlanPage(replace(desk.parts, preferences=lambda: preferences))
    desk.show(page)
    page.open_with(new_from="apt-10")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    before = plan_of(page)
    blocks(page)[0].setFocus()
    press(qtbot, Key.Key_Plus)
    assert plan_of(page) == before


def test_delete_removes_a_block_and_the_message_brings_it_back(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    before = titles(page)
    blocks(page)[1].setFocus()
    press(qtbot, Key.Key_Delete)
    assert titles(page) == [before[0], *before[2:]]
    assert QApplication.focusWidget() is blocks(page)[1]
    assert desk.said() == ["”Så läser handläggaren” är borttaget"]
    assert desk.parts.notices.undo_latest()
    assert titles(page) == before


def test_a_later_change_takes_the_message_away_so_that_undo_means_the_latest(
    page: PlanPage, desk: Desk, qtbot: QtBot
) -> None:
    blocks(page)[1].setFocus()
    press(qtbot, Key.Key_Delete)
    page.controller.change("unit", unit="Tallbacken")
    assert not desk.parts.notices.undo_latest()
    page.undo()
    assert plan_of(page).unit == ""
    page.undo()
    assert titles(page)[1] == "Så läser handläggaren"


def test_all_moments_can_be_removed_and_new_ones_added(page: PlanPage, qtbot: QtBot) -> None:
    blocks(page)[0].setFocus()
    while plan_of(page).agenda:
        page.controller.remove_item(plan_of(page).agenda[0].id)
    assert page.agenda.empty.isVisible()
    assert "agenda" in page.checklist.rows
    page.bank.list.setCurrentIndex(page.bank.list.rows.index(bank_row(page, lambda r: r.key == "mark_chain")))
    page.bank.list.setFocus()
    qtbot.keyClick(page.bank.list, Key.Key_Return)
    assert titles(page) == ["Markera D-F-A"]
    assert plan_of(page).agenda[0].case_slot == 1


def test_settings_of_a_block_are_typed_and_kept(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    page.controller.choose_case("axel-frisor")
    vote = next(b for b in blocks(page) if b.row.item.kind == "sufficiency_vote")
    vote.setFocus()
    press(qtbot, Key.Key_Return)
    assert vote.form is not None
    vote.form.title.selectAll()
    type_text(vote.form.title, "Rösta nu")
    vote.form.notes.setFocus()
    vote.form.notes.clear()
    type_text(vote.form.notes, "Räkna händer + skriv upp")
    assert plan_of(page).item(vote.row.item.id) is not None
    options = vote.form.settings
    assert options is not None
    editor = next(e for e in options.findChildren(QPlainTextEdit))
    editor.setPlainText("Bara ett")
    assert options.options_field.error == "Skriv två till sex svar, ett på varje rad."  # type: ignore[attr-defined]
    editor.setPlainText("Ja\nNej")
    kept = next(i for i in saved(page, desk, qtbot).agenda if i.id == vote.row.item.id)
    assert (kept.title, kept.notes, tuple(kept.settings["options"])) == (  # type: ignore[arg-type]
        "Rösta nu",
        "Räkna händer + skriv upp",
        ("Ja", "Nej"),
    )


def test_another_certificate_of_the_case_is_chosen(page: PlanPage, qtbot: QtBot) -> None:
    page.controller.choose_case("utmattning-projektledare")
    qtbot.waitUntil(lambda: bool(page.controller.view().cases))
    block = next(b for b in blocks(page) if b.row.item.kind == "mark_chain")
    block.setFocus()
    press(qtbot, Key.Key_Return)
    assert block.form is not None
    box = block.form.certificate
    assert box.isVisible()
    assert box.count() == 2
    box.setFocus()
    press(qtbot, Key.Key_Down)
    box.activated.emit(box.currentIndex())
    item = plan_of(page).item(block.row.item.id)
    assert item is not None
    assert item.settings["medical_certificate"] == "intyg-2"


def test_day_and_time_are_chosen_and_a_passed_day_is_said_but_does_not_stop(
    page: PlanPage, desk: Desk, qtbot: QtBot
) -> None:
    when = page.facts.when
    assert page.facts.form.isVisible()
    qtbot.mouseClick(when.choose, Qt.MouseButton.LeftButton)
    assert plan_of(page).starts_at == datetime(2026, 11, 16, 13, 0)
    when.day.setDate(QDate(2026, 10, 1))
    when.time.setTime(QTime(8, 30))
    assert page.banner.isVisible()
    assert "har passerat" in page.banner.text.text()
    assert page.header.line.text().startswith("Torsdag 1 oktober 2026, 08.30–09.30")
    page.controller.choose_case("axel-frisor")
    page.controller.choose_case("landrygg-golvlaggare")
    qtbot.mouseClick(page.header.primary, Qt.MouseButton.LeftButton)
    assert plan_of(page).status == SessionStatus.READY
    assert saved(page, desk, qtbot).starts_at == datetime(2026, 10, 1, 8, 30)


def test_marking_ready_says_what_is_missing_and_then_becomes_start(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.header.primary, Qt.MouseButton.LeftButton)
    assert "fall till varje moment" in desk.said()[0]
    assert page.checklist.rows["cases"].hasFocus()
    press(qtbot, Key.Key_Return)
    assert page.bank.search.hasFocus()
    for name in ("axel-frisor", "landrygg-golvlaggare"):
        page.controller.choose_case(name)
    qtbot.mouseClick(page.header.primary, Qt.MouseButton.LeftButton)
    assert page.header.primary.text() == "Starta"
    with qtbot.waitSignal(page.start_wanted) as sent:
        qtbot.mouseClick(page.header.primary, Qt.MouseButton.LeftButton)
    assert sent.args == [plan_of(page).id]
    assert saved(page, desk, qtbot).status == SessionStatus.READY


def test_leaving_saves_at_once_and_coming_back_shows_the_same(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.header.title.pencil, Qt.MouseButton.LeftButton)
    page.header.title.field.selectAll()
    type_text(page.header.title.field, "Axel & rygg")
    session_id = plan_of(page).id
    page.leave()
    qtbot.waitUntil(desk.tasks.is_idle)
    assert desk.planning.get(session_id).title == "Axel & rygg"
    page.open_with(session_id=session_id)
    qtbot.waitUntil(desk.tasks.is_idle)
    assert page.header.title.heading.text() == "Axel & rygg"


def test_a_full_disk_is_said_and_nothing_typed_is_lost(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PlanPage(desk.parts)
    desk.show(page)
    page.open_with(new_from="apt-10")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    really_save = page.controller.saver._save
    monkeypatch.setattr(page.controller.saver, "_save", _full)
    page.controller.change("unit", unit="Tallbacken")
    page.leave()
    qtbot.waitUntil(lambda: page.header.saved.text() == "Inte sparad")
    assert len(desk.said()) == 1
    monkeypatch.setattr(page.controller.saver, "_save", really_save)
    page.leave()
    assert saved(page, desk, qtbot).unit == "Tallbacken"


def _full(_plan: WorkshopSession) -> None:
    raise DiskFull("data")


def test_a_closed_session_can_be_read_but_not_changed(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    session_id = plan_of(page).id
    with desk.planning._parts.work() as work:
        work.sessions.set_status(session_id, SessionStatus.CLOSED)
        work.commit()
    page.open_with(session_id=session_id)
    qtbot.waitUntil(lambda: plan_of(page).status == SessionStatus.CLOSED)
    assert "genomförd" in page.banner.text.text()
    before = plan_of(page)
    blocks(page)[0].setFocus()
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_Plus)
    press(qtbot, Key.Key_Down, Mod.AltModifier)
    assert plan_of(page) == before
    with qtbot.waitSignal(page.closing_wanted):
        qtbot.mouseClick(page.header.primary, Qt.MouseButton.LeftButton)


def test_a_plan_is_copied_and_removed_with_a_way_back(page: PlanPage, desk: Desk, qtbot: QtBot) -> None:
    first = plan_of(page)
    _menu_action(page, "Kopiera").trigger()
    qtbot.waitUntil(lambda: plan_of(page).id != first.id)
    copied = plan_of(page)
    with qtbot.waitSignal(page.list_wanted):
        _menu_action(page, "Ta bort").trigger()
    assert [s.id for s in desk.planning.sessions()] == [first.id]
    desk.parts.notices.undo_latest()
    qtbot.waitUntil(lambda: {s.id for s in desk.planning.sessions()} == {first.id, copied.id})


def _menu_action(page: PlanPage, text: str) -> QAction:
    return next(a for a in page.header.more_menu.actions() if text in a.text())


def test_a_case_that_is_gone_is_said_and_its_id_is_shown(desk: Desk, qtbot: QtBot) -> None:
    plan = desk.planning.draft("gruppdialog-60").with_case(1, "borta")  # type: ignore[arg-type]
    desk.planning.save(plan)
    page = PlanPage(desk.parts)
    desk.show(page)
    page.open_with(session_id=plan.id)
    qtbot.waitUntil(lambda: len(desk.said()) == 1)
    assert "borta" in page.agenda.slot_buttons[0].text()


@pytest.mark.parametrize(
    ("width", "height", "scale"), [(1064, 720, 1.0), (1704, 1080, 1.0), (1042, 768, 1.5), (1302, 768, 2.0)]
)
def test_nothing_is_cut_off_at_the_sides(
    page: PlanPage, desk: Desk, qtbot: QtBot, width: int, height: int, scale: float
) -> None:
    theme.set_text_scale(scale)
    desk.window.resize(width, height)
    blocks(page)[4].setFocus()
    qtbot.waitUntil(lambda: page.width() == width)
    for part in (page.header, page.bank, page.agenda, page.right, blocks(page)[4], page.material):
        left = part.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0
        assert left + part.width() <= width


def test_all_that_can_be_pressed_has_a_name(page: PlanPage) -> None:
    from PySide6.QtWidgets import QAbstractButton

    blocks(page)[0].setFocus()
    nameless = [
        b
        for b in page.findChildren(QAbstractButton)
        if b.isVisible() and b.focusPolicy() != Qt.FocusPolicy.NoFocus and not (b.text() or b.accessibleName())
    ]
    assert nameless == []


def test_tab_reaches_bank_agenda_and_papers(page: PlanPage, qtbot: QtBot) -> None:
    page.controller.change(starts_at=datetime(2026, 11, 12, 13, 0))
    page.focus_search()
    met: set[QWidget] = set()
    for _ in range(170):
        press(qtbot, Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        met.add(widget)
    assert page.bank.list in met
    assert set(blocks(page)) <= met
    assert page.participants.add_button in met
    assert [p for p, b in page.material.buttons.items() if b.isEnabled() and b not in met] == []


def test_a_question_from_self_study_is_put_on_a_card_and_taken_off_the_list(
    desk: Desk, page: PlanPage, qtbot: QtBot
) -> None:
    assert not page.questions.isVisible()
    first = desk.parts.group_questions.ask("Hur läser ni raden?", "Axel, frisör", "Kan inte stå")
    second = desk.parts.group_questions.ask("Vem ringer?")
    page.open_with(session_id=plan_of(page).id)
    qtbot.waitUntil(lambda: len(page.questions.add_buttons) == 2)
    before = titles(page)
    for question in (first, second):
        page.questions.add_buttons[question.id].setFocus()
        press(qtbot, Key.Key_Space)
    assert titles(page) == [*before, "Att ta upp i gruppen"]
    assert plan_of(page).agenda[-1].settings["cards"] == [
        "Axel, frisör: ”Kan inte stå”. Hur läser ni raden?",
        "Vem ringer?",
    ]
    assert not page.questions.add_buttons
    assert saved(page, desk, qtbot).agenda[-1].kind == "discussion"
    qtbot.mouseClick(page.questions.remove_buttons[first.id], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: list(page.questions.remove_buttons) == [second.id])
    assert desk.parts.group_questions.all() == [second]
    page.undo()
    assert list(page.questions.add_buttons) == [second.id]


def test_a_removed_question_comes_back_by_the_message(desk: Desk, page: PlanPage, qtbot: QtBot) -> None:
    question = desk.parts.group_questions.ask("Vem ringer?")
    page.group_questions.refresh()
    qtbot.waitUntil(page.questions.isVisible)
    qtbot.mouseClick(page.questions.remove_buttons[question.id], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.questions.isVisible())
    assert desk.parts.notices.undo_latest()
    qtbot.waitUntil(page.questions.isVisible)
    assert desk.parts.group_questions.all() == [question]
