"""The panel of a sign-off when somebody elsewhere is asked: the request, the answer, and the key to compare."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.credentials.issuers import IssuerKey, key_id_of
from kompetens_gui.domain.exercises.sign_off import NotYetAnswered, RequestMade, SignedOff, WorkDescribed
from kompetens_gui.domain.exercises.sign_off.remote import SignOffAnswer, Verdict
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.issuer_trust import KeyOffer, OfferStanding
from kompetens_gui.services.remote_sign_offs import AnswerTaken, KeyToCompare
from kompetens_gui.services.sign_off_codes import REQUEST_SUFFIX, read_request, request_code
from kompetens_gui.ui.exercises.base import SignatureGiven
from kompetens_gui.ui.exercises.remote_requests import AnswerHandedIn, FileWanted, KeyCompared, RequestWanted
from kompetens_gui.ui.style.theme import theme
from tests.ui.exercises.harness_b import Bench, settle, with_events, write
from tests.ui.exercises.test_talk_panels import sign_off

KEY = Qt.Key
MADE = RequestMade("begaran-1", "c0ffee", "salt", "Maria Lundkvist", "Koordinatorskörkort", "Avslut", "Samtal", True)
PUBLIC = bytes(range(32))
OFFER = KeyOffer(
    IssuerKey(key_id_of(PUBLIC), "Karin Öberg", PUBLIC, datetime(2026, 11, 1, tzinfo=UTC), key_id_of(PUBLIC)),
    OfferStanding.NEW,
)
ANSWER = SignOffAnswer(
    "begaran-1",
    "c0ffee",
    "",
    "",
    "Maria Lundkvist",
    Verdict.APPROVED,
    "Karin Öberg",
    Role.MANAGER,
    date(2026, 11, 23),
    date(2027, 2, 21),
    "Fint arbete.",
)


def choose_elsewhere(bench: Bench, qtbot: QtBot) -> None:
    """Go from the text to the two ways with Tab, and take the second with the keyboard."""
    bench.key(qtbot, KEY.Key_Tab)
    assert bench.panel.describe.way.button("here").hasFocus()
    bench.key(qtbot, KEY.Key_Right, KEY.Key_Space)
    assert bench.panel.describe.is_elsewhere


def asked(qtbot: QtBot, *events: object) -> Bench:
    attempt = with_events(sign_off(), WorkDescribed("Jag ringer i tid."), MADE, *events)
    return Bench(attempt, qtbot)


def test_a_request_is_asked_for_by_keyboard_and_the_text_goes_along_only_when_ticked(qtbot: QtBot) -> None:
    bench = Bench(sign_off(), qtbot)
    assert bench.primary_text() == "Lämna över till den som godkänner"
    write(bench.panel.describe.words, "Jag ringer i tid.")
    choose_elsewhere(bench, qtbot)
    assert bench.primary_text() == "Gör en begäran"
    bench.press_primary()
    assert bench.asked == [RequestWanted(with_work=False)]
    assert bench.events == [WorkDescribed("Jag ringer i tid.")]
    bench.press_primary()
    assert len(bench.asked) == 1, "it is asked for once"
    bench.panel.show_refusal("Texten ser ut att innehålla personuppgifter. Skriv om den utan dem.")
    assert "personuppgifter" in bench.panel.describe.words_field.error
    assert bench.panel.describe.words.hasFocus()
    write(bench.panel.describe.words, "Nu.")
    assert bench.panel.describe.words_field.error == ""
    bench.panel.describe.with_work.box.setFocus()
    bench.key(qtbot, KEY.Key_Space)
    bench.press_primary()
    assert bench.asked[1:] == [RequestWanted(with_work=True)]


def test_without_a_text_there_is_none_to_send(qtbot: QtBot) -> None:
    bench = Bench(sign_off(), qtbot)
    choose_elsewhere(bench, qtbot)
    assert not bench.panel.describe.with_work.isVisible()
    bench.press_primary()
    assert bench.asked == [RequestWanted(with_work=False)]


def test_the_first_way_is_as_it_was(qtbot: QtBot) -> None:
    bench = Bench(sign_off(), qtbot)
    choose_elsewhere(bench, qtbot)
    bench.key(qtbot, KEY.Key_Left, KEY.Key_Space)
    bench.press_primary()
    bench.press_primary()
    assert bench.primary_text() == "Godkänn"


def test_a_request_is_shown_copied_and_saved(qtbot: QtBot, tmp_path: Path) -> None:
    bench = Bench(with_events(sign_off(), WorkDescribed("Jag ringer i tid.")), qtbot)
    bench.happen(MADE)
    card, request = bench.panel.request, bench.attempt.view.request
    assert card.save.hasFocus()
    bench.key(qtbot, KEY.Key_Tab, KEY.Key_Return)
    assert QGuiApplication.clipboard().text() == request_code(request)
    assert read_request(QGuiApplication.clipboard().text()) == request
    assert "Texten är kopierad. Klistra in den i ett mejl." in bench.texts()
    assert "Gjord 23 november 2026, för Maria Lundkvist. Det du har skrivit är med." in bench.texts()
    card.save.setFocus()
    bench.key(qtbot, KEY.Key_Return)
    dialog = card.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith(f"Begäran från Maria Lundkvist.{REQUEST_SUFFIX}")
    dialog.fileSelected.emit(str(tmp_path / "b"))
    dialog.close()
    (wanted,) = bench.asked
    assert isinstance(wanted, FileWanted)
    assert read_request(wanted.content) == request
    bench.panel.show_reply(wanted.path)
    assert "Sparad som b. Skicka filen." in bench.texts()


def test_what_was_asked_for_is_there_when_one_comes_back(qtbot: QtBot) -> None:
    bench = asked(qtbot)
    assert bench.panel.asked.isVisible()
    assert bench.primary_text() == "Läs in svaret"
    assert not bench.can_press()
    bench.panel.show_attempt(bench.attempt)
    assert bench.panel.request.save.hasFocus()


def test_an_answer_is_pasted_and_what_is_wrong_is_said_there(qtbot: QtBot) -> None:
    bench = asked(qtbot)
    code = bench.panel.answer.code
    code.setFocus()
    write(code, "KS1:abc:")
    assert bench.can_press()
    bench.key(qtbot, KEY.Key_Return)
    assert bench.asked == [AnswerHandedIn("KS1:abc:")]
    assert not bench.can_press(), "it is handed in once"
    bench.panel.show_refusal("Svaret gällde i 90 dagar och har gått ut. Be Karin Öberg om ett nytt.")
    assert bench.panel.answer.field.error.startswith("Svaret gällde i 90 dagar")
    assert code.hasFocus()
    assert code.toPlainText() == "KS1:abc:"
    write(code, "d")
    assert bench.panel.answer.field.error == ""
    bench.panel.answer.file_chosen.emit(Path("svar.kompetenssvar"))
    assert bench.asked[1:] == [AnswerHandedIn(Path("svar.kompetenssvar"))]


def test_a_new_key_is_compared_before_it_is_trusted(qtbot: QtBot) -> None:
    bench = asked(qtbot)
    bench.panel.answer.code.setFocus()
    write(bench.panel.answer.code, "KS1:abc:")
    bench.key(qtbot, KEY.Key_Return)
    bench.panel.show_reply(KeyToCompare(OFFER, ANSWER))
    settle()
    key = bench.panel.key
    assert key.check.box.hasFocus()
    shown = [label.text() for label in key.words.words]
    assert shown == [f"{n}. {word}" for n, word in enumerate(OFFER.fingerprint.words, 1)]
    assert any("Be din ledare ringa Karin Öberg" in text for text in bench.texts())
    assert bench.primary_text() == "Lita på nyckeln"
    assert not bench.can_press()
    bench.key(qtbot, KEY.Key_Space)
    bench.key(qtbot, KEY.Key_Return)
    assert bench.asked[1:] == [KeyCompared(OFFER, "KS1:abc:")]
    bench.panel.show_refusal("Nyckeln säger sig höra till en annan utfärdare.")
    assert key.error.isVisible()
    bench.click(qtbot, key.back)
    assert bench.panel.asked.isVisible()


def test_a_key_that_is_vouched_for_needs_no_call(qtbot: QtBot) -> None:
    bench = asked(qtbot)
    bench.panel.show_reply(KeyToCompare(replace(OFFER, standing=OfferStanding.VOUCHED), ANSWER))
    settle()
    assert not bench.panel.key.check.isVisible()
    assert bench.can_press()


def test_a_namesake_is_warned_about(qtbot: QtBot) -> None:
    bench = asked(qtbot)
    bench.panel.show_reply(KeyToCompare(replace(OFFER, same_name=(OFFER.key,)), ANSWER))
    settle()
    assert bench.panel.key.same_name.isVisible()


def test_an_approval_is_shown_with_who_and_what(qtbot: QtBot) -> None:
    bench = asked(qtbot)
    bench.happen(SignedOff("x1"))
    bench.panel.show_reply(AnswerTaken(bench.attempt, ANSWER, is_new=True))
    said = bench.panel.signed.words.text()
    assert said == "Karin Öberg har godkänt. Det är sparat, och märkt som underskrivet på distans.\n\n”Fint arbete.”"
    assert bench.attempt.can_finish
    assert bench.primary_text() == ""


def test_not_yet_is_shown_and_a_new_request_can_be_made(qtbot: QtBot) -> None:
    bench = asked(qtbot)
    bench.panel.answer.code.setFocus()
    write(bench.panel.answer.code, "KS1:abc:")
    bench.key(qtbot, KEY.Key_Return)
    bench.happen(NotYetAnswered("begaran-1", "Ring igen."))
    no = replace(ANSWER, verdict=Verdict.NOT_YET, comment="Ring igen.")
    bench.panel.show_reply(AnswerTaken(bench.attempt, no, is_new=True))
    assert "”Ring igen.”" in bench.texts()
    assert bench.panel.answer.code.toPlainText() == ""
    bench.panel.show_reply(AnswerTaken(bench.attempt, no, is_new=False))
    assert bench.panel.answer.field.error.startswith("Svaret är redan inläst.")
    bench.click(qtbot, bench.panel.request.change)
    assert bench.panel.describe.words.hasFocus()
    assert bench.primary_text() == "Gör en begäran"
    write(bench.panel.describe.words, "Nu har jag ringt. ")
    bench.press_primary()
    bench.happen(replace(MADE, request="begaran-2"))
    assert bench.panel.asked.isVisible()
    assert "”Ring igen.”" not in bench.texts()


def test_a_text_changed_after_the_request_is_pointed_out(qtbot: QtBot) -> None:
    bench = asked(qtbot, WorkDescribed("Något annat."))
    assert bench.panel.answer.old.isVisible()


def test_it_can_still_be_signed_here(qtbot: QtBot) -> None:
    bench = asked(qtbot)
    bench.click(qtbot, bench.panel.request.change)
    bench.click(qtbot, bench.panel.describe.way.button("here"))
    bench.press_primary()
    bench.press_primary()
    bench.key(qtbot, KEY.Key_Space)
    bench.panel.signer.name.setFocus()
    write(bench.panel.signer.name, "Nils Ahl")
    bench.key(qtbot, KEY.Key_Return)
    assert isinstance(bench.asked[-1], SignatureGiven)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_wider_than_its_page(qtbot: QtBot, scale: float) -> None:
    theme.set_text_scale(scale)
    bench = asked(qtbot, NotYetAnswered("begaran-1", "Ring igen och berätta vad arbetsgivaren sade om uppgifterna."))
    settle()
    bar = bench.scroll.horizontalScrollBar()
    assert bar.maximum() == 0
    bench.panel.show_reply(KeyToCompare(OFFER, ANSWER))
    settle()
    assert bar.maximum() == 0
    bench.panel.key.back.click()
    bench.click(qtbot, bench.panel.request.change)
    settle()
    assert bar.maximum() == 0
