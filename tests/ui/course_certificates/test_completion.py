"""From a completed path to a course certificate: what is lacking, checking the facts, issuing, files, renewal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.credentials.verification import VerificationStatus
from kompetens_gui.ui.course_certificates.completion_page import CompletionPage
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Icon, Label
from kompetens_gui.ui.widgets.passphrase_dialog import PassphraseDialog
from tests.ui.course_certificates.completing import CompletionDesk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication) -> Iterator[CompletionDesk]:
    """Give the issue page, and a short path that somebody has to sign."""
    with CompletionDesk(tmp_path) as made:
        yield made
        assert made.errors == []


def opened(desk: CompletionDesk, qtbot: QtBot) -> CompletionPage:
    page = desk.open()
    qtbot.waitUntil(desk.tasks.is_idle)
    qtbot.waitUntil(desk.tasks.is_idle)
    return page


def written(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def issue(desk: CompletionDesk, page: CompletionPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.issue.issue, LEFT)
    qtbot.waitUntil(lambda: page.issued.isVisible() and desk.tasks.is_idle())


def save_as(page: CompletionPage, button: QWidget, path: Path, desk: CompletionDesk, qtbot: QtBot) -> None:
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in page.findChildren(QFileDialog)))
    dialog = next(d for d in page.findChildren(QFileDialog) if d.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: path.exists() and desk.tasks.is_idle())


def test_without_a_profile_one_is_led_to_the_studies(desk: CompletionDesk, qtbot: QtBot) -> None:
    page = opened(desk, qtbot)
    assert page.nobody.isVisible()
    assert page.nobody.button is not None
    with qtbot.waitSignal(page.study_wanted):
        qtbot.mouseClick(page.nobody.button, LEFT)


def test_what_is_left_is_told_module_by_module(desk: CompletionDesk, qtbot: QtBot) -> None:
    desk.sits_down()
    page = opened(desk, qtbot)
    assert page.title.text() == "Koordinatorskörkort"
    assert page.lead.text() == "0 av 2 moduler är klara. Här är det som är kvar."
    qtbot.waitUntil(lambda: "Läsa\nEn läsning" in written(page.lacking))
    assert "Öppnas när Läsa" in written(page.lacking)
    desk.do("lasa", "l1")
    qtbot.waitUntil(lambda: page.lead.text().startswith("1 av 2"))
    qtbot.waitUntil(lambda: "Godkänt av en handledare eller kollega" in written(page.lacking))
    assert not page.issue.isVisible()
    assert not page.picture.isVisible()
    with qtbot.waitSignal(page.study_wanted):
        qtbot.mouseClick(page.lacking.study, LEFT)


def test_a_completed_path_is_checked_issued_and_kept(desk: CompletionDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.complete()
    page = opened(desk, qtbot)
    assert page.title.text() == "Ditt Koordinatorskörkort är klart"
    qtbot.waitUntil(lambda: "Region Söder" in written(page.checks))
    told = written(page.checks)
    for words in ("Sara Lindmo", "Rehabkoordinator, Ekliden", "2 moduler, 24 timmar", "Åsa Öberg", "Region Söder"):
        assert words in told
    assert {i.accessibleName() for i in page.checks.findChildren(Icon)} == {"Stämmer"}
    qtbot.waitUntil(lambda: not page.picture.picture.pixmap().isNull())
    page.issue.issue.setFocus()
    QTest.keyClick(page.issue.issue, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.issued.isVisible() and desk.tasks.is_idle())
    (made,) = desk.program.completions.of_learner(me.id)
    assert made.number in page.issued.facts.text()
    assert "Gäller till och med 12 november 2028" in page.issued.facts.text()
    assert desk.program.credentials.verify(made.code).is_valid
    assert not page.issue.isVisible()
    assert page.lead.text() == "Ditt kursintyg är utfärdat och gäller."


def test_it_can_be_saved_in_all_its_forms(desk: CompletionDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.sits_down()
    desk.complete()
    page = opened(desk, qtbot)
    issue(desk, page, qtbot)
    save_as(page, page.issued.pdf, tmp_path / "intyg.pdf", desk, qtbot)
    text = PdfReader(tmp_path / "intyg.pdf").pages[0].extract_text()
    assert "Sara Lindmo" in text
    assert desk.program.credentials.verify((tmp_path / "intyg.pdf").read_bytes()).is_valid
    save_as(page, page.issued.badge, tmp_path / "marke.jwt", desk, qtbot)
    assert desk.program.credentials.verify((tmp_path / "marke.jwt").read_bytes()).is_valid
    readable = json.loads((tmp_path / "marke.json").read_text("utf-8"))
    assert readable["name"] == "Koordinatorskörkort"
    save_as(page, page.issued.sheet, tmp_path / "st.pdf", desk, qtbot)
    assert "Koordinatorskörkort" in " ".join(p.extract_text() for p in PdfReader(tmp_path / "st.pdf").pages)


def test_a_locked_key_is_opened_on_the_way(desk: CompletionDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.complete()
    keys = desk.program.credentials.keys
    key_id = keys.prepare("Region Söder")
    keys.protect(key_id, "ett långt lösenord")
    keys.lock(key_id)
    page = opened(desk, qtbot)
    qtbot.mouseClick(page.issue.issue, LEFT)
    qtbot.waitUntil(lambda: bool(page.findChildren(PassphraseDialog)))
    (dialog,) = page.findChildren(PassphraseDialog)
    QTest.keyClicks(dialog.first, "fel")
    QTest.keyClick(dialog.first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "stämmer inte" in dialog.first_field.error)
    assert not desk.program.completions.of_learner(me.id)
    dialog.first.setText("ett långt lösenord")
    qtbot.mouseClick(dialog.action, LEFT)
    qtbot.waitUntil(page.issued.isVisible)
    assert len(desk.program.completions.of_learner(me.id)) == 1


def test_leaving_the_key_locked_leaves_the_page_ready(desk: CompletionDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.complete()
    keys = desk.program.credentials.keys
    key_id = keys.prepare("Region Söder")
    keys.protect(key_id, "ett långt lösenord")
    keys.lock(key_id)
    page = opened(desk, qtbot)
    qtbot.mouseClick(page.issue.issue, LEFT)
    qtbot.waitUntil(lambda: bool(page.findChildren(PassphraseDialog)))
    (dialog,) = page.findChildren(PassphraseDialog)
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.issue.issue.isEnabled() and "Lås upp nyckeln" in desk.told())
    assert not desk.program.completions.of_learner(me.id)


def test_without_an_issuer_it_says_where_to_write_it(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with CompletionDesk(tmp_path, issuer="") as desk:
        desk.sits_down()
        desk.complete()
        page = opened(desk, qtbot)
        qtbot.waitUntil(lambda: "i inställningarna" in written(page.checks))
        assert not page.issue.issue.isEnabled()
        preferences = desk.program.preferences
        preferences.change(replace(preferences.current, organisation="Region Söder"))
        desk.controller.refresh()
        qtbot.waitUntil(page.issue.issue.isEnabled)


def test_a_path_without_signature_asks_who_signs(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with CompletionDesk(tmp_path, signed=False) as desk:
        me = desk.sits_down()
        desk.do("lasa", "l1")
        desk.do("avsluta", "a1")
        page = opened(desk, qtbot)
        assert page.issue.name_field.isVisible()
        qtbot.mouseClick(page.issue.issue, LEFT)
        qtbot.waitUntil(lambda: bool(page.issue.name_field.error))
        QTest.keyClicks(page.issue.name, "Sara Lindmo")
        QTest.keyClick(page.issue.name, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: "kan inte skriva under sitt eget" in page.issue.name_field.error)
        page.issue.name.clear()
        QTest.keyClicks(page.issue.name, "Karin Ek")
        issue(desk, page, qtbot)
        (made,) = desk.program.completions.of_learner(me.id)
        assert [leader.name for leader in made.leaders] == ["Karin Ek"]


def test_renewing_in_time_gives_a_new_one_that_replaces_the_old(desk: CompletionDesk, qtbot: QtBot) -> None:
    me = desk.sits_down()
    desk.complete()
    page = opened(desk, qtbot)
    issue(desk, page, qtbot)
    assert not page.issued.renewal.isVisible()
    desk.clock.move(days=680)
    desk.controller.refresh()
    qtbot.waitUntil(lambda: "Det går ut 12 november 2028" in page.issued.renewal.label.text())
    assert page.issued.study.isVisible()
    desk.do("fornya", "f1")
    qtbot.waitUntil(lambda: page.title.text() == "Förnyat: Koordinatorskörkort")
    assert page.issue.issue.text() == "Utfärda det förnyade kursintyget"
    qtbot.mouseClick(page.issue.issue, LEFT)
    qtbot.waitUntil(lambda: len(desk.program.completions.of_learner(me.id)) == 2 and desk.tasks.is_idle())
    old, new = desk.program.completions.of_learner(me.id)
    assert old.replaced_by == new.number
    qtbot.waitUntil(lambda: "12 november 2030" in page.issued.facts.text())
    assert desk.program.credentials.verify(old.code).status == VerificationStatus.REPLACED


def test_leading_back_to_ones_own_data(desk: CompletionDesk, qtbot: QtBot) -> None:
    desk.sits_down()
    desk.complete()
    page = opened(desk, qtbot)
    with qtbot.waitSignal(page.checks.correct_wanted):
        qtbot.mouseClick(page.checks.correct, LEFT)


def test_nothing_is_wider_than_the_page_with_large_text(desk: CompletionDesk, qtbot: QtBot) -> None:
    theme.set_text_scale(2.0)
    desk.sits_down()
    desk.complete()
    page = opened(desk, qtbot)
    for label in page.findChildren(Label):
        if label.isVisible():
            assert label.mapTo(page, label.rect().topRight()).x() <= page.width(), label.text()
