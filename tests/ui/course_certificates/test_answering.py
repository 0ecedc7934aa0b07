"""Godkänn en begäran: a request is pasted or opened, read in plain words, and answered with one's own key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kompetens_gui.credentials.signatures import LibrarySignatures
from kompetens_gui.domain.exercises.sign_off.remote import SignOffRequest, Verdict, work_hash
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.sign_off_codes import ANSWER_SUFFIX, answer_from, read_answer, request_code, request_file
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.passphrase_dialog import PassphraseDialog
from tests.ui.course_certificates.answering import KEY, NAME, AnsweringDesk
from tests.ui.exercises.harness_b import write

TASK, POINTS, WORK = "Gå igenom arbetet.", ("Vad fungerade?", "Vad var svårt?"), "Jag ringer i vecka två."
PASSPHRASE = "ett ganska långt lösenord"


def a_request(**changes: object) -> SignOffRequest:
    request = SignOffRequest(
        id="begaran-1",
        nonce="c0ffee",
        made_on=date(2026, 11, 10),
        learner="Maria Lundkvist",
        path="Koordinatorskörkort",
        module="Avslut och uppföljning",
        title="Handledningssamtal",
        task=TASK,
        points=POINTS,
        work_hash=work_hash(TASK, POINTS, WORK, "salt"),
        work=WORK,
        salt="salt",
    )
    return replace(request, **changes)  # type: ignore[arg-type]


@pytest.fixture
def desk(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[AnsweringDesk]:
    with AnsweringDesk(tmp_path / "här") as made:
        yield made
        made.settle(qtbot)


def test_a_request_is_read_answered_and_copied_by_keyboard_alone(desk: AnsweringDesk, qtbot: QtBot) -> None:
    assert desk.page.hand_in.code.hasFocus()
    desk.paste(qtbot, f"Hej Karin! Vill du titta?\n\n{request_code(a_request())}\n\nMaria")
    told = desk.texts()
    for words in ("Begäran från Maria Lundkvist", "Koordinatorskörkort", "Avslut och uppföljning", TASK, WORK):
        assert words in told
    assert "• Vad fungerade?\n• Vad var svårt?" in told
    assert desk.page.form.name.text() == NAME
    assert not desk.page.form.sign.isEnabled()
    desk.make_key(qtbot)
    assert desk.page.form.check.box.hasFocus()
    standing = desk.program.answering.key_of(NAME)
    assert standing is not None
    assert [w.text().split(". ")[1] for w in desk.page.form.key.words.words] == list(standing.own.key.fingerprint.words)
    assert not desk.page.form.sign.isEnabled(), "nobody has said yet that they stand for it"
    desk.say(qtbot, "Fint arbete.")
    assert desk.page.signed.save.hasFocus()
    assert "10 februari 2027" in desk.page.signed.what.text()
    received = read_answer(desk.copied(qtbot))
    token = LibrarySignatures().open_token(received.token)
    assert token is not None
    answer = answer_from(token.claims)
    assert answer is not None
    assert (answer.verdict, answer.by_name, answer.by_role, answer.comment) == (
        Verdict.APPROVED,
        NAME,
        Role.REHAB_COORDINATOR,
        "Fint arbete.",
    )
    assert (answer.request, answer.digest) == ("begaran-1", a_request().digest)
    assert "Texten är kopierad. Klistra in den i ett mejl." in desk.texts()


def test_not_yet_wants_a_reason(desk: AnsweringDesk, qtbot: QtBot) -> None:
    desk.paste(qtbot, request_code(a_request(work=None, salt="")))
    assert "Maria Lundkvist har inte skickat med sin text. Låt Maria Lundkvist berätta innan du svarar." in desk.texts()
    desk.make_key(qtbot)
    form = desk.page.form
    form.verdict.button("approved").setFocus()
    desk.press(qtbot, KEY.Key_Right, KEY.Key_Space)
    assert form.chosen == Verdict.NOT_YET
    assert form.check.isHidden()
    assert form.comment.accessibleName() == "Vad fattas?"
    assert not form.sign.isEnabled()
    write(form.comment, "Ring 19850312-1234 igen.")
    desk.tab_to(form.sign)
    desk.press(qtbot, KEY.Key_Return)
    assert "personuppgifter" in form.comment_field.error
    assert form.comment.hasFocus()
    form.comment.selectAll()
    write(form.comment, "Ring arbetsgivaren igen.")
    desk.tab_to(form.sign)
    desk.press(qtbot, KEY.Key_Return)
    assert desk.page.signed.what.text().startswith("Inte än.")


def test_what_is_no_request_says_what_to_do(desk: AnsweringDesk, qtbot: QtBot) -> None:
    code, field = request_code(a_request()), desk.page.hand_in.code_field
    desk.press(qtbot, KEY.Key_Return)
    assert field.error == "Klistra in texten först, eller öppna en fil."
    for text, words in (
        ("Hej!", "ingen begäran"),
        (code[:-1], "Slutet fattas"),
        (f"{code[:9]}{'A' if code[9] != 'A' else 'B'}{code[10:]}", "skadats på vägen"),
        ("KS1:abc:", "Det här är ett svar"),
    ):
        desk.paste(qtbot, text)
        assert words in field.error, text[:20]
        assert desk.page.request.isHidden()
        assert desk.page.hand_in.code.hasFocus()
    desk.paste(qtbot, code)
    assert field.error == ""
    assert desk.page.request.isVisible()


def test_nobody_answers_a_request_of_their_own(desk: AnsweringDesk, qtbot: QtBot) -> None:
    desk.paste(qtbot, request_code(a_request(learner=NAME)))
    desk.make_key(qtbot)
    desk.say(qtbot)
    assert desk.page.form.name_field.error == "Be en kollega. Du kan inte godkänna dig själv."
    assert desk.page.signed.isHidden()


def test_another_name_has_another_key(desk: AnsweringDesk, qtbot: QtBot) -> None:
    desk.paste(qtbot, request_code(a_request()))
    desk.make_key(qtbot)
    form = desk.page.form
    form.name.setFocus()
    form.name.selectAll()
    write(form.name, "Nils Ahl")
    qtbot.waitUntil(lambda: not form.key.make.isHidden())
    assert not form.sign.isEnabled()
    assert "Nils Ahl har ingen nyckel på den här datorn." in form.key.status.text()
    form.name.selectAll()
    write(form.name, NAME.upper())
    qtbot.waitUntil(lambda: form.key.can_sign)
    form.name.selectAll()
    desk.press(qtbot, KEY.Key_Delete)
    assert form.key.status.text() == "Skriv ditt namn, så syns din nyckel här."


def test_a_locked_key_asks_for_its_passphrase(desk: AnsweringDesk, qtbot: QtBot) -> None:
    desk.paste(qtbot, request_code(a_request()))
    desk.make_key(qtbot, PASSPHRASE)
    standing = desk.program.answering.key_of(NAME)
    assert standing is not None
    assert standing.is_protected
    desk.program.credentials.keys.lock(standing.own.key.key_id)
    desk.settle(qtbot)
    desk.say(qtbot)
    qtbot.waitUntil(lambda: bool(_dialogs(desk)))
    write(_dialogs(desk)[0].first, PASSPHRASE)
    desk.press(qtbot, KEY.Key_Return)
    qtbot.waitUntil(desk.page.signed.isVisible)


def _dialogs(desk: AnsweringDesk) -> list[PassphraseDialog]:
    return [d for d in desk.page.findChildren(PassphraseDialog) if d.isVisible()]


def test_a_key_whose_file_is_gone_gives_way_to_a_new_one(desk: AnsweringDesk, qtbot: QtBot) -> None:
    desk.program.answering.make_key(NAME)
    for file in (desk.folder / "keys").glob("*.pem"):
        file.unlink()
    desk.paste(qtbot, request_code(a_request()))
    form = desk.page.form
    qtbot.waitUntil(lambda: not form.key.replace.isHidden())
    assert not form.key.can_sign
    desk.tab_to(form.key.replace)
    desk.press(qtbot, KEY.Key_Return)
    desk.press(qtbot, KEY.Key_Return)
    qtbot.waitUntil(lambda: form.key.can_sign)


def test_a_short_passphrase_makes_no_key(desk: AnsweringDesk, qtbot: QtBot) -> None:
    desk.paste(qtbot, request_code(a_request()))
    desk.key_is_known(qtbot)
    desk.tab_to(desk.page.form.key.make)
    desk.press(qtbot, KEY.Key_Return)
    (dialog,) = _dialogs(desk)
    for field in (dialog.first, dialog.again):
        field.setFocus()
        write(field, "kort")
    desk.press(qtbot, KEY.Key_Return)
    assert dialog.first_field.error == "Välj ett lösenord med minst tolv tecken."
    assert desk.program.answering.key_of(NAME) is None
    desk.press(qtbot, KEY.Key_Escape)


def test_files_are_dropped_opened_and_saved(desk: AnsweringDesk, qtbot: QtBot, tmp_path: Path) -> None:
    request = tmp_path / "Begäran från Maria.kompetensbegaran"
    request.write_bytes(request_file(a_request()))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(request))])
    action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(desk.page, QDragEnterEvent(QPoint(300, 300), action, mime, buttons, keys))
    assert desk.page.hand_in.zone.property("card") == "selected"
    QApplication.sendEvent(desk.page, QDropEvent(QPointF(300, 300), action, mime, buttons, keys))
    qtbot.waitUntil(desk.page.request.isVisible)
    desk.make_key(qtbot)
    desk.say(qtbot)
    desk.press(qtbot, KEY.Key_Return)
    dialog = desk.page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(f"Svar till Maria Lundkvist.{ANSWER_SUFFIX}")
    target = tmp_path / f"svar.{ANSWER_SUFFIX}"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    qtbot.waitUntil(target.is_file)
    desk.settle(qtbot)
    desk.come_back(qtbot)
    assert read_answer(target.read_bytes()).token
    assert f"Sparad som svar.{ANSWER_SUFFIX}. Skicka filen." in desk.texts()
    desk.tab_to(desk.page.signed.again)
    desk.press(qtbot, KEY.Key_Return)
    assert desk.page.nothing.isVisible()
    assert desk.page.hand_in.code.hasFocus()
    assert desk.page.hand_in.code.toPlainText() == ""
    desk.page.hand_in.file_chosen.emit(tmp_path / "finns inte")
    desk.settle(qtbot)
    assert desk.page.request.isHidden()


def test_there_is_one_big_thing_to_do_at_a_time(desk: AnsweringDesk, qtbot: QtBot) -> None:
    def primary() -> list[str]:
        buttons = (desk.page.hand_in.read, desk.page.form.sign, desk.page.signed.save)
        return [b.text() for b in buttons if b.isVisible() and b.property("kind") == "primary"]

    assert primary() == ["Läs begäran"]
    desk.paste(qtbot, request_code(a_request()))
    assert primary() == ["Skriv under svaret"]
    desk.make_key(qtbot)
    desk.say(qtbot)
    assert primary() == ["Spara som fil…"]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_clipped_at_any_text_size(desk: AnsweringDesk, qtbot: QtBot, scale: float) -> None:
    theme.set_text_scale(scale)
    desk.paste(qtbot, request_code(a_request(learner="Anna-Karin Wallgren-Söderqvist")))
    desk.make_key(qtbot)
    bar = desk.page._scroll.horizontalScrollBar()
    assert bar.maximum() == 0
    content = desk.page._scroll.widget()
    assert content is not None
    for part in (desk.page.request, desk.page.form, desk.page.hand_in):
        assert part.mapTo(content, part.rect().topRight()).x() <= content.width()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_whatever_is_pasted_the_page_stays_whole(desk: AnsweringDesk, qtbot: QtBot, text: str) -> None:
    desk.page.hand_in.text_given.emit(text)
    desk.settle(qtbot)
    assert desk.page.request.isHidden()
