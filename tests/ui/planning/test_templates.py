"""Choosing, keeping, sending and receiving templates as a planner does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.ui.planning.plan_page import PlanPage
from kompetens_gui.ui.planning.sessions_page import SessionsPage
from kompetens_gui.ui.planning.template_chooser import TemplateChooser
from kompetens_gui.ui.planning.template_name_dialog import TemplateNameDialog
from kompetens_gui.ui.widgets.labels import Label
from tests.ui.planning.desk import Desk, type_text

Key = Qt.Key


def opened(desk: Desk, qtbot: QtBot, count: int = 4) -> tuple[SessionsPage, TemplateChooser]:
    page = SessionsPage(desk.parts)
    desk.show(page)
    page.open_with(new=True)
    qtbot.waitUntil(lambda: page.findChild(TemplateChooser) is not None)
    chooser = page.findChild(TemplateChooser)
    assert chooser is not None
    qtbot.waitUntil(lambda: len(chooser.list.keys()) >= count)
    return page, chooser


def read(chooser: TemplateChooser) -> str:
    return "\n".join(label.text() for label in chooser.preview.findChildren(Label) if not label.isHidden())


def own_titles(desk: Desk) -> list[str]:
    return [t.title for t in desk.parts.templates.all() if t.own]


def kept(desk: Desk, title: str = "Vår egen") -> str:
    return desk.parts.templates.save_plan(desk.planning.draft("apt-10"), title, "Till oss").id


def test_a_template_is_found_by_a_word_in_it_and_used_with_the_keyboard_alone(desk: Desk, qtbot: QtBot) -> None:
    page, chooser = opened(desk, qtbot)
    assert chooser.search.hasFocus() or QApplication.focusWidget() is chooser.search
    type_text(chooser.search, "frågelapparna 90")
    qtbot.waitUntil(lambda: chooser.list.keys() == ["gruppdialog-90"])
    assert "Frågelapparna" in read(chooser)
    assert "90 minuter, 2 fall" in read(chooser)
    qtbot.keyClick(chooser.search, Key.Key_Return)
    with qtbot.waitSignal(page.new_wanted) as sent:
        qtbot.keyClick(chooser.list, Key.Key_Return)
    assert sent.args == ["gruppdialog-90"]


def test_arrows_pass_over_the_forums_and_the_forum_narrows_the_gallery(desk: Desk, qtbot: QtBot) -> None:
    _, chooser = opened(desk, qtbot)
    everything = chooser.list.keys()
    chooser.list.setFocus()
    for _ in range(len(everything)):
        qtbot.keyClick(chooser.list, Key.Key_Down)
    assert chooser.list.current_key() == everything[-1]
    chooser.forum.setCurrentIndex(chooser.forum.findText("APT-inslag"))
    chooser.forum.activated.emit(chooser.forum.currentIndex())
    assert chooser.list.keys() == ["apt-10"]
    assert "En regel på tre minuter" in read(chooser)


def test_a_plan_is_saved_as_a_template_and_a_taken_name_is_asked_about(desk: Desk, qtbot: QtBot) -> None:
    kept(desk, "Vår egen")
    page = PlanPage(desk.parts)
    desk.show(page)
    page.open_with(new_from="gruppdialog-60")
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    page.header.template.trigger()
    dialog = page.findChild(TemplateNameDialog)
    assert dialog is not None
    dialog.title.selectAll()
    type_text(dialog.title, "Vår egen")
    qtbot.keyClick(dialog.title, Key.Key_Return)
    qtbot.waitUntil(lambda: "Du har redan en mall" in dialog.title_field.error)
    type_text(dialog.title, " två")
    assert dialog.title_field.error == ""
    qtbot.keyClick(dialog.title, Key.Key_Return)
    qtbot.waitUntil(lambda: own_titles(desk) == ["Vår egen", "Vår egen två"])
    qtbot.waitUntil(lambda: any("är sparad som mall" in words for words in desk.said()))


def test_ones_own_is_renamed_with_f2_removed_with_delete_and_put_back(desk: Desk, qtbot: QtBot) -> None:
    which = kept(desk)
    _, chooser = opened(desk, qtbot, 5)
    chooser.refresh(which)
    qtbot.waitUntil(lambda: chooser.list.current_key() == which)
    chooser.list.setFocus()
    qtbot.keyClick(chooser.list, Key.Key_F2)
    dialog = chooser.findChild(TemplateNameDialog)
    assert dialog is not None
    type_text(dialog.title, "Höstens")
    qtbot.keyClick(dialog.title, Key.Key_Return)
    qtbot.waitUntil(lambda: own_titles(desk) == ["Höstens"])
    qtbot.waitUntil(lambda: "Höstens" in read(chooser))
    chooser.list.setFocus()
    qtbot.keyClick(chooser.list, Key.Key_Delete)
    qtbot.waitUntil(lambda: own_titles(desk) == [])
    qtbot.waitUntil(lambda: "Mallen ”Höstens” är borttagen" in desk.said())
    desk.parts.notices.undo_latest()
    qtbot.waitUntil(lambda: own_titles(desk) == ["Höstens"])


def test_what_comes_with_the_program_can_be_sent_but_not_renamed_or_removed(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    _, chooser = opened(desk, qtbot)
    assert chooser.export_button.isVisible()
    assert not chooser.rename_button.isVisible()
    chooser.list.setFocus()
    qtbot.keyClick(chooser.list, Key.Key_Delete)
    assert len(desk.parts.templates.all()) == len(chooser.list.keys())
    chooser.export_to("gruppdialog-60", str(tmp_path / "skickad.yaml"))
    qtbot.waitUntil(lambda: "Mallen är sparad i skickad.yaml" in desk.said())
    chooser.take_in(str(tmp_path / "skickad.yaml"))
    qtbot.waitUntil(lambda: own_titles(desk) == ["Gruppdialog 60 min"])
    qtbot.waitUntil(lambda: chooser.current() is not None and chooser.current().own)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "said"),
    [("schema: 9\nagenda: []\n", "skriven av en nyare version"), ("Namn;Roll\n", "ingen mall för en träff")],
)
def test_a_file_that_is_no_template_is_told_of_in_words(
    desk: Desk, qtbot: QtBot, tmp_path: Path, text: str, said: str
) -> None:
    _, chooser = opened(desk, qtbot)
    (tmp_path / "fil.yaml").write_text(text, encoding="utf-8")
    chooser.take_in(str(tmp_path / "fil.yaml"))
    qtbot.waitUntil(lambda: said in chooser.told.text())
    assert own_titles(desk) == []


def test_a_template_that_is_broken_is_shown_with_what_is_wrong(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "data" / "templates"
    folder.mkdir()
    (folder / "trasig.yaml").write_text("schema: 1\nid: trasig\nagenda: inget\n", encoding="utf-8")
    _, chooser = opened(desk, qtbot, 5)
    chooser.list.setCurrentRow(chooser.list.count() - 1)
    qtbot.waitUntil(lambda: "Filen ligger kvar orörd" in read(chooser))
    assert not chooser.use_button.isEnabled()


def test_a_plan_is_not_harmed_when_its_template_is_removed(desk: Desk, qtbot: QtBot) -> None:
    which = kept(desk)
    page = PlanPage(desk.parts)
    desk.show(page)
    page.open_with(new_from=which)
    qtbot.waitUntil(lambda: page.stack.currentIndex() == 1)
    desk.parts.templates.remove(which)
    page.controller.change(title="Planen lever")
    qtbot.waitUntil(lambda: not page.controller.saver.has_unsaved)
    plan: WorkshopSession | None = page.controller.plan
    assert plan is not None
    assert desk.planning.get(plan.id).title == "Planen lever"
    page.open_with(new_from=which)
    qtbot.waitUntil(lambda: any("Mallen finns inte längre" in words for words in desk.said()))
    assert page.stack.currentIndex() == 1, "the plan that was open is still there"


def test_the_gallery_names_the_material_of_a_template(desk: Desk, qtbot: QtBot) -> None:
    _, chooser = opened(desk, qtbot)
    type_text(chooser.search, "vägvalsforum")
    qtbot.waitUntil(lambda: chooser.list.keys() == ["vagvalsforum-ovning-60"])
    qtbot.waitUntil(lambda: "Bra veckor och dåliga veckor, 60 min" in read(chooser), timeout=20_000)
