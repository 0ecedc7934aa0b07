from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.case import CaseId
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.cases.case_window import CaseWindow
from kompetens_gui.ui.cases.keys_tab import KeysTab
from kompetens_gui.ui.cases.model import CaseTableModel, Column
from kompetens_gui.ui.cases.page import CasesPage
from kompetens_gui.ui.cases.parts import CasesParts
from kompetens_gui.ui.shell.notices import Notices
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.notices import NoticeStack
from tests.ui.cases.bank import BROKEN, MemoryIndex, many, real_cases, row_of

Make = Callable[[MemoryIndex], CasesPage]
OPENED: list[Path] = []


@pytest.fixture
def tasks(qapp: object) -> Iterator[Tasks]:
    def fail(error: Exception) -> None:
        raise error

    made = Tasks(fail)
    yield made
    made.shut_down()


@pytest.fixture
def make(qtbot: QtBot, tasks: Tasks) -> Make:
    def page(index: MemoryIndex) -> CasesPage:
        host = QWidget()
        qtbot.addWidget(host)
        notices = Notices(NoticeStack(host))
        made = CasesPage(
            CasesParts(
                tasks, notices, index, Path("egna"), OPENED.append, lambda: {CaseId("axel-frisor"): 3}, lambda: ()
            )
        )
        qtbot.addWidget(made)
        made.resize(1224, 900)
        with qtbot.waitExposed(made):
            made.show()
        made.open_with()
        qtbot.waitUntil(lambda: bool(index.asked) and made.chips.count.text() != "")
        return made

    return page


@pytest.fixture
def index() -> MemoryIndex:
    return MemoryIndex([*sorted(map(row_of, real_cases()), key=lambda r: r.title), BROKEN])


def titles(page: CasesPage) -> list[str]:
    model = page.table.cases
    return [str(model.index(row, Column.CASE).data()) for row in range(model.rowCount())]


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def _says(widget: QWidget, text: str) -> bool:
    return text in words(widget)


def press(widget: QWidget, key: Qt.Key) -> None:
    widget.setFocus()
    QTest.keyClick(widget, key)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_the_first_case_is_previewed_with_story_fields_gaps_and_honest_review(
    make: Make, index: MemoryIndex, qtbot: QtBot
) -> None:
    page = make(index)
    qtbot.waitUntil(lambda: page.preview.title.text() == "Armen som ska hållas uppe hela dagen")
    qtbot.waitUntil(lambda: "Saknas:" in words(page.preview))
    seen = words(page.preview)
    for expected in ("Darko, 49 år, man", "Impingementsyndrom i höger axel (M75.4)", "Funktionsnedsättning", "Saknas:"):
        assert expected in seen
    assert page.preview.facts.findChildren(QLabel)[4].text() == "3"
    tags = [tag.accessibleName() for tag in page.preview._tags_box.children() if isinstance(tag, QWidget)]
    assert tags == ["FK 7804 v2", "Fortsättning", "Inte granskat av FMR ännu"]


def test_typing_finds_and_clearing_brings_all_back(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    every = titles(page)
    page.focus_search()
    QTest.keyClicks(page.search, "buss")
    qtbot.waitUntil(lambda: titles(page) == ["Två trappor och ett förarpass"])
    assert page.chips.count.text() == "1 fall"
    press(page.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: titles(page) == every)


def test_a_slow_answer_never_replaces_a_later_one(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    go_on = Event()
    index.while_searching = lambda text: go_on.wait(5) if text == "axel" else None
    page.search.setText("axel")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: index.asked[-1][0] == "axel")
    page.search.setText("buss")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: titles(page) == ["Två trappor och ett förarpass"])
    go_on.set()
    qtbot.waitUntil(page._parts.tasks.is_idle)
    assert titles(page) == ["Två trappor och ett förarpass"]


def test_filters_narrow_show_chips_and_are_cleared(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    every = titles(page)
    box = page.filters.row("diagnosis_group", "mental").box
    assert box.accessibleName() == "Psykisk ohälsa, 2 fall"
    press(box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(titles(page)) == 2)
    qtbot.waitUntil(lambda: [t.text() for t in page.chips.tags()] == ["Psykisk ohälsa"])
    press(page.filters.row("difficulty", "3").box, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(page.chips.tags()) == 2)
    press(page.chips.tags()[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [t.text() for t in page.chips.tags()] == ["Svår"])
    page.filters.clear()
    qtbot.waitUntil(lambda: titles(page) == every and not page.chips.tags())


def test_nothing_found_says_so_and_leads_back(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    QTest.keyClicks(page.search, "qqqq")
    qtbot.waitUntil(page.nothing.isVisible)
    assert page.nothing.title.text() == "Inga fall passar"
    assert page.preview.title.text() == "Inget fall valt"
    assert page.nothing.button is not None
    click(page.nothing.button)
    qtbot.waitUntil(lambda: page.table.isVisible() and len(titles(page)) == len(index.rows))


def test_an_empty_bank_tells_what_to_do(make: Make) -> None:
    page = make(MemoryIndex([]))
    assert page.nothing.title.text() == "Inga fall ännu"
    assert page.nothing.button is not None
    assert not page.nothing.button.isVisible()


def test_the_arrow_keys_change_the_preview_and_use_says_which(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    second = index.rows[1]
    press(page.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.preview.case_id == second.id)
    with qtbot.waitSignal(page.use_wanted) as used:
        press(page.preview.use_button, Qt.Key.Key_Space)
    assert used.args == [second.id]


def test_a_broken_case_says_what_is_wrong_and_cannot_be_used(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    page.table.go_to(len(index.rows) - 1)
    qtbot.waitUntil(lambda: "Raden går inte att läsa." in words(page.preview))
    assert "trasigt-fall/case.yaml, rad 4" in words(page.preview)
    assert "Se över citattecknen." in words(page.preview)
    assert not page.preview.use_button.isVisible()
    press(page.table, Qt.Key.Key_Return)
    assert page.findChild(CaseWindow) is None


def test_enter_opens_the_whole_case_and_escape_closes_it(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    qtbot.waitUntil(lambda: page.preview.case_id == "axel-frisor")
    press(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.findChild(CaseWindow) is not None)
    window = page.findChild(CaseWindow)
    assert isinstance(window, CaseWindow)
    seen = []
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        seen.append(words(window))
    everything = "\n".join(seen)
    for expected in (
        "Driver en liten salong med två stolar",
        "Fält 5 håller",
        "Fysioterapeutens anteckning, dag 96",
        "Klarar inte att arbeta med armen.",
        "Till dig som leder",
        "HFD 2022 ref. 47",
        "Skrivet av: Kompetens redaktion.",
    ):
        assert expected in everything
    with qtbot.waitSignal(window.destroyed):
        QTest.keyClick(window, Qt.Key.Key_Escape)


def test_each_perspective_has_its_own_reading(qtbot: QtBot) -> None:
    case = next(i.case for i in real_cases() if i.id == "axel-frisor")
    assert case is not None
    tab = KeysTab(case)
    qtbot.addWidget(tab)
    tab.resize(1000, 700)
    tab.show()
    reasons = set()
    for perspective in ("insurance_medicine_adviser", "case_officer", "physician"):
        click(tab.readings.button(perspective))
        key = tab.shown_key()
        assert key is not None
        reasons.add(key.reason)
        qtbot.waitUntil(partial(_says, tab, key.reason))
    assert len(reasons) == 3
    click(tab.papers.button("intyg-2"))
    assert tab.shown_key() is None
    qtbot.waitUntil(lambda: "inget facit" in words(tab))


def test_refreshing_shows_progress_tells_and_asks_again(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    index.steps = 3
    index.rows = index.rows[:2]
    press(page.refresh_button, Qt.Key.Key_Space)
    assert not page.refresh_button.isEnabled()
    qtbot.waitUntil(lambda: page.refresh_button.isEnabled() and len(titles(page)) == 2)
    assert not page.progress.isVisible()


def test_refreshing_can_be_stopped(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    index.steps = 10**9
    click(page.refresh_button)
    qtbot.waitUntil(page.stop_button.isVisible)
    click(page.stop_button)
    qtbot.waitUntil(page.refresh_button.isEnabled)


def test_the_folder_for_own_cases_is_opened(make: Make, index: MemoryIndex) -> None:
    page = make(index)
    click(page.folder_button)
    assert OPENED.pop() == Path("egna")


def test_ten_thousand_cases_come_two_hundred_at_a_time(make: Make, qtbot: QtBot) -> None:
    page = make(MemoryIndex(many(10_000)))
    qtbot.waitUntil(lambda: len(titles(page)) == 200)
    assert page.chips.count.text() == "200 av 10\N{NO-BREAK SPACE}000 fall, i bokstavsordning"
    page.table.go_to(150)
    press(page.more_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(titles(page)) == 400)
    assert page.table.currentIndex().row() == 150


def test_the_page_can_be_opened_on_a_named_case(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    page.open_with(case_id="landrygg-golvlaggare")
    qtbot.waitUntil(lambda: page.preview.case_id == "landrygg-golvlaggare")


def test_large_text_folds_the_filters_behind_a_button(make: Make, index: MemoryIndex, qtbot: QtBot) -> None:
    page = make(index)
    theme.set_text_scale(2.0)
    qtbot.waitUntil(page.filter_button.isVisible)
    assert not page.filters.isVisible()
    press(page.filter_button, Qt.Key.Key_Space)
    assert page.filters.isVisible()


def test_the_rows_are_a_sound_model(index: MemoryIndex, qtmodeltester: ModelTester, qtbot: QtBot) -> None:
    model = CaseTableModel()
    model.show_rows(index.rows[:3], {})
    qtmodeltester.check(model)  # pytest-qt gives no types
    with qtbot.waitSignal(model.rowsInserted):
        model.show_rows(index.rows, {})
    assert model.rowCount() == len(index.rows)
    assert model.index(0, Column.LEVEL).data(Qt.ItemDataRole.AccessibleTextRole) == "Nivå: Fortsättning"
