"""The register of course certificates: finding one, issuing it anew, revoking it."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.course_certificate import (
    CourseCertificate,
    CourseCertificateKind,
    CourseCertificateNumber,
)
from kompetens_gui.domain.workshop.plan import ParticipantId, WorkshopSessionId
from kompetens_gui.ui.course_certificates.models import Column, RegisterModel, date_words
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.notices import Notice
from kompetens_gui.ui.widgets.responsive import PageScroll
from tests.ui.closing.harness import Closing

LEFT, ENTER = Qt.MouseButton.LeftButton, Qt.Key.Key_Return


def shown(register: Closing) -> list[str]:
    """Return the numbers in the table, from the top."""
    model = register.register.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def status(register: Closing, number: str) -> str:
    certificate = register.register.model.certificate_at(register.register.model.row_of(number))
    assert certificate is not None
    return register.register.model.status_words(certificate)


def test_the_newest_is_chosen_and_drawn(register: Closing, qtbot: QtBot) -> None:
    page = register.register
    assert page.count.text() == "10 utfärdade, 10 giltiga"
    assert page.card.facts.text().startswith("2026-0010, Olle Brattberg")
    qtbot.waitUntil(lambda: not page.card.picture.pixmap().isNull(), timeout=10_000)


def test_searching_finds_names_and_numbers(register: Closing, qtbot: QtBot) -> None:
    search = register.register.search
    qtbot.keyClicks(search, "risvik")
    qtbot.waitUntil(lambda: shown(register) == ["2026-0002"])
    search.clear()
    qtbot.keyClicks(search, "0007")
    qtbot.waitUntil(lambda: shown(register) == ["2026-0007"])


def test_issuing_anew_keeps_both_in_view(register: Closing, qtbot: QtBot) -> None:
    card = register.register.card
    card.holder.clear()
    qtbot.keyClicks(card.holder, "Olle B Brattberg")
    qtbot.keyClick(card.holder, ENTER)
    qtbot.waitUntil(lambda: register.register.model.rowCount() == 11)
    assert status(register, "2026-0010") == "Ersatt av 2026-0011"
    assert status(register, "2026-0011") == "Giltigt, ersätter 2026-0010"
    assert register.register.card.facts.text().startswith("2026-0011, Olle B Brattberg")
    assert register.register.count.text() == "11 utfärdade, 10 giltiga"


def test_a_new_certificate_needs_a_name(register: Closing, qtbot: QtBot) -> None:
    card = register.register.card
    card.holder.clear()
    qtbot.mouseClick(card.reissue, LEFT)
    assert card.holder_field.error
    assert register.register.model.rowCount() == 10


def test_revoking_wants_a_reason_and_is_seen(register: Closing, qtbot: QtBot) -> None:
    card = register.register.card
    qtbot.mouseClick(card.revoke, LEFT)
    assert card.reason_field.error
    qtbot.keyClicks(card.reason, "Fel person")
    qtbot.mouseClick(card.revoke, LEFT)
    qtbot.waitUntil(lambda: status(register, "2026-0010").startswith("Återkallat"))
    assert "Skäl: Fel person" in card.facts.text()
    assert not card.changing.isVisible()
    assert register.register.count.text() == "10 utfärdade, 9 giltiga"


def test_a_refused_step_is_worded_and_the_register_tells_the_truth(register: Closing, qtbot: QtBot) -> None:
    # Somebody else has revoked it since the register was read.
    register.certificates.revoke(CourseCertificateNumber("2026-0010"), "Dubblett")
    card = register.register.card
    qtbot.keyClicks(card.reason, "Fel person")
    qtbot.mouseClick(card.revoke, LEFT)
    qtbot.waitUntil(lambda: any(n.isVisible() for n in register.window.findChildren(Notice)))
    qtbot.waitUntil(lambda: status(register, "2026-0010").startswith("Återkallat"))


def test_one_is_saved_as_a_pdf(register: Closing, qtbot: QtBot, tmp_path: Path) -> None:
    qtbot.mouseClick(register.register.card.save, LEFT)
    dialog = register.register.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "ett.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(path.exists, timeout=10_000)
    qtbot.waitUntil(lambda: register.tasks.is_idle())
    assert "Olle Brattberg" in PdfReader(path).pages[0].extract_text()


def test_ctrl_k_goes_to_the_search_field(register: Closing, qtbot: QtBot) -> None:
    qtbot.keyClick(register.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert register.window.focusWidget() is register.register.search


def test_an_empty_register_says_where_certificates_come_from(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with Closing(tmp_path) as made:
        made.window.navigate("register")
        qtbot.waitUntil(lambda: made.tasks.is_idle())
        assert made.register.empty.isVisible()
        assert not made.register.search.isVisible()


def test_an_empty_register_has_nothing_to_scroll_to(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    with Closing(tmp_path) as made:
        made.window.navigate("register")
        made.window.resize(1366, 480)
        qtbot.waitUntil(lambda: made.tasks.is_idle())
        scroll = made.register.findChild(PageScroll)
        assert scroll is not None
        qtbot.waitUntil(lambda: scroll.viewport().height() > 0 and scroll.verticalScrollBar().maximum() == 0)
        assert not scroll.verticalScrollBar().isVisible()


def test_rows_grow_with_the_text(register: Closing, qtbot: QtBot) -> None:
    before = register.register.table.rowHeight(0)
    theme.set_text_scale(2.0)
    assert register.register.table.rowHeight(0) == 2 * before


def test_two_thousand_rows_are_shown_at_once(register: Closing, qtbot: QtBot) -> None:
    one = register.register.model.certificate_at(0)
    assert one is not None
    rows = [replace(one, number=CourseCertificateNumber(f"2026-{n:04d}"), holder=f"Namn {n}") for n in range(2_000)]
    began = time.perf_counter()
    register.register.show_register(rows)
    register.register.table.grab()
    assert time.perf_counter() - began < 1.0
    qtbot.keyClicks(register.register.search, "namn 1999")
    qtbot.waitUntil(lambda: shown(register) == ["2026-1999"])


def test_the_model_keeps_qts_rules(register: Closing) -> None:
    rows = [register.register.model.certificate_at(n) for n in range(10)]
    model = RegisterModel()
    tester = QAbstractItemModelTester(model)
    model.show_rows([r for r in rows if r is not None])
    model.show_rows([])
    assert tester.model() is model
    assert date_words(date(2026, 11, 3)) == "3 nov 2026"


def completion(number: str, until: date, holder: str = "Sara Lindmo", **changes: object) -> CourseCertificate:
    """Return a certificate of completion that holds until a day."""
    made = CourseCertificate(
        number=CourseCertificateNumber(number),
        session_id=WorkshopSessionId(""),
        participant_id=ParticipantId(""),
        holder=holder,
        holder_role="Rehabkoordinator",
        holder_unit="Ekliden",
        title="Koordinatorskörkort",
        held_on=date(2024, 11, 20),
        place="",
        minutes=1440,
        competence_areas=("K01",),
        leaders=(),
        issuer="Region Norrälven",
        issued_at=datetime(2024, 11, 20, tzinfo=UTC),
        kind=CourseCertificateKind.COMPLETION,
        valid_until=until,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def with_completions(register: Closing, qtbot: QtBot) -> None:
    """Put one that holds long, one that soon runs out and one that has run out into the register."""
    with register.base.work() as work:
        for number, until, holder in (
            ("2024-0001", date(2028, 11, 20), "Sara Lindmo"),
            ("2024-0002", date(2027, 1, 10), "Amina Solvik"),
            ("2024-0003", date(2026, 11, 1), "Tove Askhed"),
        ):
            work.course_certificates.add(completion(number, until, holder))
        work.commit()
    register.window.navigate("register")
    qtbot.waitUntil(lambda: register.register.model.rowCount() == 13 and register.tasks.is_idle())


def test_kind_and_end_are_told_for_each(register: Closing, qtbot: QtBot) -> None:
    with_completions(register, qtbot)
    assert status(register, "2024-0001") == "Gäller till 20 nov 2028"
    assert status(register, "2024-0003") == "Gick ut 1 nov 2026"
    assert status(register, "2026-0001") == "Giltigt"
    model = register.register.model
    kinds = {str(model.index(row, Column.KIND).data()) for row in range(model.rowCount())}
    assert kinds == {"Deltagarintyg", "Utbildning"}
    assert register.register.count.text() == "13 utfärdade, 12 giltiga"


def test_what_runs_out_within_three_months_is_pointed_out_and_found(register: Closing, qtbot: QtBot) -> None:
    with_completions(register, qtbot)
    page = register.register
    assert page.expiring.isVisible()
    assert page.expiring.title.text() == "1 kursintyg går ut inom tre månader, 1 har gått ut"
    assert page.expiring.button is not None
    qtbot.mouseClick(page.expiring.button, LEFT)
    assert shown(register) == ["2024-0003", "2024-0002"]
    qtbot.waitUntil(page.card.renewal.isVisible)
    assert page.card.renewal.label.text() == "Gick ut 1 november 2026. Förnyelsen görs av Tove Askhed i Självstudier."
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    assert "Går ut 10 januari 2027." in page.card.renewal.label.text()
    with qtbot.waitSignal(page.card.study_wanted):
        qtbot.mouseClick(page.card.study, LEFT)
    qtbot.keyClick(page.shown, Qt.Key.Key_Home)
    assert len(shown(register)) == 13


def test_one_kind_can_be_shown_and_searched_in(register: Closing, qtbot: QtBot) -> None:
    with_completions(register, qtbot)
    page = register.register
    page.shown.setFocus()
    qtbot.keyClick(page.shown, Qt.Key.Key_Down)
    assert len(shown(register)) == 10
    qtbot.keyClick(page.shown, Qt.Key.Key_Down)
    assert len(shown(register)) == 3
    qtbot.keyClicks(page.search, "amina")
    qtbot.waitUntil(lambda: shown(register) == ["2024-0002"])
    assert page.card.facts.text().startswith("2024-0002, Amina Solvik. Koordinatorskörkort, 24 timmar.")


def test_nothing_is_pointed_out_while_nothing_ends(register: Closing) -> None:
    assert not register.register.expiring.isVisible()
    assert not register.register.card.renewal.isVisible()


def test_revoking_can_be_taken_back(register: Closing, qtbot: QtBot) -> None:
    card = register.register.card
    qtbot.keyClicks(card.reason, "Fel person")
    qtbot.mouseClick(card.revoke, LEFT)
    qtbot.waitUntil(lambda: status(register, "2026-0010").startswith("Återkallat"))
    register.window.notices.undo_latest()
    qtbot.waitUntil(lambda: status(register, "2026-0010") == "Giltigt")


def test_checking_and_ones_own_are_reached_from_the_register(register: Closing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(register.register.check_wanted):
        qtbot.mouseClick(register.register.check, LEFT)
    with qtbot.waitSignal(register.register.answer_wanted):
        qtbot.mouseClick(register.register.answer, LEFT)
    with qtbot.waitSignal(register.register.own_wanted):
        qtbot.mouseClick(register.register.own, LEFT)


def test_hours_by_area_of_the_same_person_are_saved(register: Closing, qtbot: QtBot, tmp_path: Path) -> None:
    with_completions(register, qtbot)
    qtbot.keyClicks(register.register.search, "sara lindmo")
    qtbot.waitUntil(lambda: shown(register) == ["2024-0001"])
    qtbot.mouseClick(register.register.card.sheet, LEFT)
    dialog = register.register.findChild(QFileDialog)
    assert dialog is not None
    path = tmp_path / "st.pdf"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    qtbot.waitUntil(lambda: path.exists() and register.tasks.is_idle())
    text = " ".join(p.extract_text() for p in PdfReader(path).pages)
    assert "Koordinatorskörkort" in text
