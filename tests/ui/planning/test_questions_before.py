"""Questions sent in a week before a meeting: taken in, answered with a source, or kindly turned away."""

from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.activities.prepared_questions.questions import PreparedQuestion, questions_of
from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.domain.workshop.plan import AgendaItem
from kompetens_gui.ui.planning.plan_page import PlanPage
from kompetens_gui.ui.planning.prepared_questions_settings import PreparedQuestionsSettings
from kompetens_gui.ui.planning.questions_dialog import QuestionListDialog, QuestionsDialog
from tests.ui.planning.desk import Desk, type_text

Key = Qt.Key


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> PlanPage:
    page = PlanPage(desk.parts)
    desk.show(page, 1366, 900)
    page.open_with(new_from="rehabkoordinatortraff-90")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    return page


def item_of(page: PlanPage) -> AgendaItem:
    plan = page.controller.plan
    assert plan is not None
    return next(i for i in plan.agenda if i.kind == "prepared_questions")


def questions(page: PlanPage) -> tuple[PreparedQuestion, ...]:
    return questions_of(item_of(page).settings)


def opened(page: PlanPage, qtbot: QtBot) -> QuestionsDialog:
    page.open_questions(item_of(page).id)
    dialog = page.findChild(QuestionsDialog)
    assert dialog is not None
    return dialog


def test_the_form_tells_until_when_questions_are_taken_and_leads_to_them(page: PlanPage, qtbot: QtBot) -> None:
    page.controller.change(starts_at=datetime(2026, 11, 19, 13))
    block = page.agenda.board.blocks[item_of(page).id]
    page.agenda.pane.ensureWidgetVisible(block)
    page.agenda.board.select(item_of(page).id)
    block.show_settings(True)
    form = block.findChild(PreparedQuestionsSettings)
    assert form is not None
    assert form.stop.label.text() == "Frågestopp 12 november 2026"
    assert form.summary.text() == "Inga frågor än."
    form.open.setFocus()
    qtbot.keyClick(form.open, Key.Key_Return)
    assert page.findChild(QuestionsDialog) is not None


def test_a_question_is_written_answered_and_kept(desk: Desk, page: PlanPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    type_text(dialog.new, "Vad gäller efter dag 90?")
    qtbot.keyClick(dialog.new, Key.Key_Return)
    assert dialog.new.text() == ""
    form = dialog.form
    type_text(form.answer, "Arbete hos arbetsgivaren.")
    type_text(form.source, "Lagen")
    type_text(form.owner, "specialist")
    type_text(form.source_date, "2026-11-0")
    assert form.date_field.error == "Skriv ett datum, till exempel 2026-11-02."
    type_text(form.source_date, "1")
    assert form.date_field.error == ""
    form.category.setCurrentIndex(form.category.findData(QuestionCategory.RULE))
    form.category.activated.emit(form.category.currentIndex())
    form.certainty.setCurrentIndex(form.certainty.findData("certain"))
    form.certainty.activated.emit(form.certainty.currentIndex())
    wanted = PreparedQuestion(
        "q1",
        "Vad gäller efter dag 90?",
        QuestionCategory.RULE,
        "Arbete hos arbetsgivaren.",
        "specialist",
        "Lagen",
        "2026-11-01",
        "certain",
    )
    assert questions(page) == (wanted,)
    assert dialog.told.text() == "1 fråga, 1 med svar"
    qtbot.waitUntil(lambda: not page.controller.saver.has_unsaved)
    kept = desk.planning.get(page.controller.view().plan.id).item(item_of(page).id)
    assert kept is not None
    assert questions_of(kept.settings) == (wanted,)


def test_a_question_that_was_not_sent_is_kept_when_the_dialog_closes(page: PlanPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    type_text(dialog.new, "Vem ringer?")
    qtbot.keyClick(dialog.new, Key.Key_Escape)
    qtbot.waitUntil(lambda: page.findChild(QuestionsDialog) is None)
    assert [q.text for q in questions(page)] == ["Vem ringer?"]


def test_a_pasted_list_is_shown_before_it_is_taken_in_and_grouped(page: PlanPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    qtbot.mouseClick(dialog.paste, Qt.MouseButton.LeftButton)
    paste = dialog.findChild(QuestionListDialog)
    assert paste is not None
    assert not paste.add.isEnabled()
    paste.text.setPlainText("Vem ringer?;rutin\nVad gäller min patient?\nvem ringer")
    assert paste.understood.text() == "2 frågor att lägga till"
    assert "Rad 2: verkar gälla någon särskild" in paste.remarks.text()
    assert "Rad 3: finns redan" in paste.remarks.text()
    assert questions(page) == ()
    qtbot.mouseClick(paste.add, Qt.MouseButton.LeftButton)
    assert [q.category for q in questions(page)] == [QuestionCategory.ROUTINE, QuestionCategory.OTHER]
    headings = [dialog.list.item(i).text() for i in range(dialog.list.count()) if not dialog.list.item(i).flags()]
    assert headings == ["Rutin (1)", "Annat (1)"]


def test_a_file_from_excel_is_read(page: PlanPage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "frågor.csv"
    file.write_bytes("Kategori;Fråga\r\nRegel;Får jag lämna över efter sjuklön?\r\n".encode("cp1252"))
    dialog = opened(page, qtbot)
    dialog.open_list()
    paste = dialog.findChild(QuestionListDialog)
    assert paste is not None
    paste.read_file(str(file))
    qtbot.waitUntil(lambda: paste.add.isEnabled())
    qtbot.mouseClick(paste.add, Qt.MouseButton.LeftButton)
    assert [(q.text, q.category) for q in questions(page)] == [
        ("Får jag lämna över efter sjuklön?", QuestionCategory.RULE)
    ]
    dialog.open_list()
    again = [d for d in dialog.findChildren(QuestionListDialog) if d is not paste][-1]
    again.read_file(str(tmp_path / "finns-inte.csv"))
    qtbot.waitUntil(lambda: "går inte att läsa" in again.understood.text())


def test_a_question_about_a_case_is_turned_away_with_a_kind_word(page: PlanPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    type_text(dialog.new, "Hur går det för min patient?")
    qtbot.keyClick(dialog.new, Key.Key_Return)
    assert dialog.form.seems.isVisible()
    dialog.form.rejected.box.setFocus()
    qtbot.keyClick(dialog.form.rejected.box, Key.Key_Space)
    assert questions(page)[0].rejected
    assert "det tar vi i ärendet" in dialog.form.kind_word.text()
    assert dialog.form.kind_word.isVisible()
    assert dialog.told.text() == "0 frågor, 0 med svar, 1 avvisad"


def test_delete_removes_and_undo_brings_back(page: PlanPage, qtbot: QtBot) -> None:
    dialog = opened(page, qtbot)
    for text in ("Första?", "Andra?"):
        type_text(dialog.new, text)
        qtbot.keyClick(dialog.new, Key.Key_Return)
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Key.Key_Delete)
    assert [q.text for q in questions(page)] == ["Första?"]
    dialog.undo_wanted.emit()
    assert [q.text for q in questions(page)] == ["Första?", "Andra?"]
    assert dialog.list.keys() == ["q1", "q2"]


def test_questions_stay_with_their_meeting_and_do_not_follow_into_a_template(
    desk: Desk, page: PlanPage, qtbot: QtBot
) -> None:
    page.controller.set_questions(item_of(page).id, ({"id": "q1", "text": "Vem ringer?", "owner": "Karin"},))
    qtbot.waitUntil(lambda: not page.controller.saver.has_unsaved)
    plan = page.controller.view().plan
    kept = desk.parts.templates.save_plan(plan, "Vår träff", "")
    assert all("questions" not in i.settings for i in kept.agenda if i.kind == "prepared_questions")
    following = desk.parts.series.save_next(plan.id)
    assert all("questions" not in i.settings for i in following.agenda if i.kind == "prepared_questions")
