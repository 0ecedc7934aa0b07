"""Kontrollera ett kursintyg: every answer in every form, by keyboard, pointer and drop, and whatever comes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.credentials.verification import VerificationStatus
from kompetens_gui.ui.course_certificates.result_card import LOOKS, ResultCard, short_word
from kompetens_gui.ui.course_certificates.trust_dialog import TrustDialog
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.labels import Label
from tests.ui.course_certificates.issuing import CheckingDesk, issued, paper

LEFT = Qt.MouseButton.LeftButton
STATUS = VerificationStatus


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[CheckingDesk]:
    """Give the check page of Region Söder, and Region Norr that issues elsewhere."""
    with CheckingDesk(tmp_path) as made:
        qtbot.waitUntil(made.tasks.is_idle)
        yield made
        assert made.errors == []


def answers(desk: CheckingDesk, qtbot: QtBot) -> list[VerificationStatus]:
    qtbot.waitUntil(lambda: bool(desk.page.results) and desk.tasks.is_idle())
    return [card.answer.status for card in desk.page.results]


def words(card: ResultCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(Label))


def type_code(desk: CheckingDesk, text: str) -> None:
    code = desk.page.hand_in.code
    code.setFocus()
    code.clear()
    code.insertPlainText(text)
    QTest.keyClick(code, Qt.Key.Key_Return)


def drop(desk: CheckingDesk, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    action, buttons, keys = Qt.DropAction.CopyAction, LEFT, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desk.page, QDragEnterEvent(QPoint(300, 300), action, mime, buttons, keys))
    assert desk.page.hand_in.zone.property("card") == "selected"
    QApplication.sendEvent(desk.page, QDropEvent(QPointF(300, 300), action, mime, buttons, keys))
    assert desk.page.hand_in.zone.property("card") == "empty"


def trust_norr(desk: CheckingDesk) -> None:
    trust = desk.program.credentials.trust
    (offer,) = trust.read(desk.north.credentials.trust.exported())
    trust.trust(offer)


def test_a_scanned_code_is_checked_at_enter(desk: CheckingDesk, qtbot: QtBot) -> None:
    (mine,) = issued(desk.program, "Anna Berg")
    type_code(desk, mine.code)
    assert answers(desk, qtbot) == [STATUS.VALID]
    (card,) = desk.page.results
    assert card.tag.text() == "Giltigt"
    told = words(card)
    for fact in ("Anna Berg", mine.number, "Gruppdialog om utmattning", "Region Söder. Vår egen nyckel."):
        assert fact in told
    qtbot.waitUntil(lambda: desk.window.focusWidget() is card)


def test_a_file_is_opened_by_its_button(desk: CheckingDesk, qtbot: QtBot, tmp_path: Path) -> None:
    certificates = issued(desk.program, "Anna Berg", "Bo Alm")
    desk.program.certificates.revoke(certificates[0].number, "Fel person")
    file = tmp_path / "intyg.pdf"
    file.write_bytes(paper(desk.program, *certificates))
    qtbot.mouseClick(desk.page.hand_in.open_file, LEFT)
    dialog = desk.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    assert answers(desk, qtbot) == [STATUS.REVOKED, STATUS.VALID]
    assert desk.page.source.text() == "intyg.pdf: 2 kursintyg"
    assert "Fråga utfärdaren om skälet" in words(desk.page.results[0])
    assert "Fel person" not in words(desk.page.results[0])


def test_a_file_is_dropped_on_the_page(desk: CheckingDesk, qtbot: QtBot, tmp_path: Path) -> None:
    (mine,) = issued(desk.program, "Anna Berg")
    file = tmp_path / "intyg.pdf"
    file.write_bytes(paper(desk.program, mine))
    drop(desk, file)
    assert answers(desk, qtbot) == [STATUS.VALID]


def test_a_badge_is_checked(desk: CheckingDesk, qtbot: QtBot, tmp_path: Path) -> None:
    (mine,) = issued(desk.program, "Anna Berg")
    badge = desk.program.credentials.open_badge(mine.number)
    file = tmp_path / "marke.jwt"
    file.write_bytes(badge.signed)
    drop(desk, file)
    assert answers(desk, qtbot) == [STATUS.VALID]
    file.write_bytes(badge.readable)
    drop(desk, file)
    qtbot.waitUntil(lambda: answers(desk, qtbot) == [STATUS.NOT_A_CERTIFICATE])
    assert "Välj filen som slutar på .jwt" in words(desk.page.results[0])


def test_a_replaced_one_names_the_new(desk: CheckingDesk, qtbot: QtBot) -> None:
    (mine,) = issued(desk.program, "Anna Berg")
    new = desk.program.certificates.reissue(mine.number, "Anna B Berg")
    type_code(desk, mine.code)
    assert answers(desk, qtbot) == [STATUS.REPLACED]
    assert new.number in words(desk.page.results[0])


def test_an_altered_one_is_told_apart_from_garbage(desk: CheckingDesk, qtbot: QtBot) -> None:
    (mine,) = issued(desk.program, "Anna Berg")
    middle = len(mine.code) // 2
    swapped = "A" if mine.code[middle] != "A" else "B"
    type_code(desk, mine.code[:middle] + swapped + mine.code[middle + 1 :])
    assert answers(desk, qtbot) == [STATUS.ALTERED]
    type_code(desk, "hej")
    qtbot.waitUntil(lambda: answers(desk, qtbot) == [STATUS.NOT_A_CERTIFICATE])


def test_an_empty_field_says_what_to_do(desk: CheckingDesk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.page.hand_in.check, LEFT)
    assert "Klistra in texten" in desk.page.hand_in.code_field.error
    assert not desk.page.results


def test_a_file_that_is_gone_or_a_folder_is_told_calmly(desk: CheckingDesk, qtbot: QtBot, tmp_path: Path) -> None:
    for path in (tmp_path / "borta.pdf", tmp_path):
        drop(desk, path)
        qtbot.waitUntil(desk.tasks.is_idle)
    assert "Filen finns inte kvar" in desk.told()
    assert not desk.page.results


@given(data=st.one_of(st.binary(max_size=300), st.binary(max_size=200).map(lambda b: b"%PDF-1.7\n" + b)))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_bytes_are_dropped_get_an_answer(
    desk: CheckingDesk, qtbot: QtBot, tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "okänt"
    file.write_bytes(data)
    desk.page.show_answers((), "")
    drop(desk, file)
    assert answers(desk, qtbot) == [STATUS.NOT_A_CERTIFICATE]


@given(text=st.text(min_size=1, max_size=200).filter(lambda t: t.strip()))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_text_is_pasted_gets_an_answer(desk: CheckingDesk, qtbot: QtBot, text: str) -> None:
    desk.page.show_answers((), "")
    desk.page.hand_in.text_given.emit(f"KI1:{text}")
    assert answers(desk, qtbot)[0] in (STATUS.NOT_A_CERTIFICATE, STATUS.ALTERED)


def test_an_unknown_issuer_is_trusted_after_comparing_words(desk: CheckingDesk, qtbot: QtBot, tmp_path: Path) -> None:
    (theirs,) = issued(desk.north, "Erik Sandahl")
    type_code(desk, theirs.code)
    assert answers(desk, qtbot) == [STATUS.UNKNOWN_ISSUER]
    (card,) = desk.page.results
    assert "bara påståenden" in words(card)
    assert card.read_key is not None
    qtbot.mouseClick(card.read_key, LEFT)
    keys = tmp_path / "norr.json"
    keys.write_bytes(desk.north.credentials.trust.exported())
    dialog = desk.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(keys))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(desk.page.findChildren(TrustDialog)))
    (compare,) = desk.page.findChildren(TrustDialog)
    (offer,) = compare.cards
    fingerprint = offer.offer.fingerprint
    shown = "\n".join(label.text() for label in offer.findChildren(Label))
    assert all(f"{n}. {word}" in shown for n, word in enumerate(fingerprint.words, 1))
    assert fingerprint.hexadecimal in shown
    assert not offer.trust.isEnabled()
    offer.compared.box.setFocus()
    QTest.keyClick(offer.compared.box, Qt.Key.Key_Space)
    assert offer.trust.isEnabled()
    qtbot.mouseClick(offer.trust, LEFT)
    qtbot.waitUntil(offer.done.isVisible)
    compare.reject()
    # What was handed in last is checked anew.
    qtbot.waitUntil(lambda: answers(desk, qtbot) == [STATUS.VALID])
    assert "Region Norr. Du litar på nyckeln." in words(desk.page.results[0])
    assert "Du har ingen lista" in words(desk.page.results[0])


def test_a_key_that_has_been_changed_on_the_way_is_refused(desk: CheckingDesk, qtbot: QtBot, tmp_path: Path) -> None:
    issued(desk.north, "Erik Sandahl")
    content = json.loads(desk.north.credentials.trust.exported())
    content["keys"][0]["issuer"] = "Region Söder"
    file = tmp_path / "norr.json"
    file.write_text(json.dumps(content), "utf-8")
    desk.controller.read_keys(file)
    qtbot.waitUntil(lambda: "Filen har ändrats eller skadats" in desk.told())
    assert not desk.page.findChildren(TrustDialog)
    assert not desk.program.credentials.trust.all()


def test_no_longer_trusting_is_asked_once(desk: CheckingDesk, qtbot: QtBot) -> None:
    (theirs,) = issued(desk.north, "Erik Sandahl")
    trust_norr(desk)
    type_code(desk, theirs.code)
    qtbot.waitUntil(lambda: answers(desk, qtbot) == [STATUS.VALID] and bool(desk.page.issuers.distrust))
    qtbot.mouseClick(desk.page.issuers.distrust[0], LEFT)
    box = desk.page.findChildren(QMessageBox)[-1]
    qtbot.waitUntil(box.isVisible)
    qtbot.mouseClick(next(b for b in box.findChildren(QPushButton) if b.text() == "Sluta lita på"), LEFT)
    qtbot.waitUntil(lambda: answers(desk, qtbot) == [STATUS.UNKNOWN_ISSUER])
    assert not desk.program.credentials.trust.all()


def test_a_list_of_revocations_reaches_the_answer(desk: CheckingDesk, qtbot: QtBot, tmp_path: Path) -> None:
    (theirs,) = issued(desk.north, "Erik Sandahl")
    trust_norr(desk)
    desk.north.certificates.revoke(theirs.number, "Fel person")
    type_code(desk, theirs.code)
    assert answers(desk, qtbot) == [STATUS.VALID]
    file = tmp_path / "lista.json"
    file.write_bytes(desk.north.credentials.revocations.exported("Region Norr"))
    qtbot.mouseClick(desk.page.revocations.read, LEFT)
    dialog = desk.page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    qtbot.waitUntil(lambda: answers(desk, qtbot) == [STATUS.REVOKED])
    shown = "\n".join(label.text() for label in desk.page.revocations.findChildren(Label))
    assert "Region Norr, från 12 november 2026: 1 kursintyg" in shown


def test_own_keys_and_own_list_are_written_to_files(desk: CheckingDesk, qtbot: QtBot, tmp_path: Path) -> None:
    (mine,) = issued(desk.program, "Anna Berg")
    desk.program.certificates.revoke(mine.number, "Fel person")
    for button, name in ((desk.page.issuers.save, "nycklar.json"), (desk.page.revocations.save, "lista.json")):
        qtbot.mouseClick(button, LEFT)
        dialog = desk.page.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.reject()
        dialog.deleteLater()
        qtbot.waitUntil(lambda name=name: (tmp_path / name).exists() and desk.tasks.is_idle())  # type: ignore[misc]
    (offer,) = desk.north.credentials.trust.read((tmp_path / "nycklar.json").read_bytes())
    desk.north.credentials.trust.trust(offer)
    taken = desk.north.credentials.revocations.take_in((tmp_path / "lista.json").read_bytes())
    assert [e.number for e in taken.entries] == [mine.number]


def test_every_answer_has_a_word_and_an_icon_of_its_own() -> None:
    assert set(LOOKS) == set(STATUS)
    assert len({short_word(status) for status in STATUS}) == len(STATUS)
    assert len({look.icon for look in LOOKS.values()}) == len(STATUS)


def test_a_clock_set_back_is_told(desk: CheckingDesk, qtbot: QtBot) -> None:
    (mine,) = issued(desk.program, "Anna Berg")
    desk.clock.at = datetime(2020, 1, 1, tzinfo=UTC)
    type_code(desk, mine.code)
    assert answers(desk, qtbot) == [STATUS.VALID]
    assert "klocka går efter" in words(desk.page.results[0])


def test_nothing_is_wider_than_the_page_with_large_text(desk: CheckingDesk, qtbot: QtBot) -> None:
    theme.set_text_scale(2.0)
    (theirs,) = issued(desk.north, "Erik Sandahl")
    trust_norr(desk)
    type_code(desk, theirs.code)
    answers(desk, qtbot)
    qtbot.waitUntil(lambda: desk.page.results[0].visibleRegion().boundingRect().height() > 0)
    for label in desk.page.findChildren(Label):
        if label.isVisible():
            assert label.mapTo(desk.page, label.rect().topRight()).x() <= desk.page.width(), label.text()
