"""Something to read, page by page, with questions right after."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.exercises.reading import ReadingContent
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.reading import Reading
from kompetens_gui.ui.style.theme import theme
from tests.ui.exercises.attempts import Studying, item, library


def reading(reading_id: str = "samtalet-oppna-fragor", *items: str) -> Studying:
    found = library().content(StudyContentKind.READING, reading_id)
    assert isinstance(found, Reading)
    return Studying("reading", ReadingContent(found, tuple(item(i) for i in items)))


def pages(made: Studying) -> int:
    return len(made.attempt.view.pages)


def test_pages_are_turned_with_keys_and_the_place_is_told(qtbot: QtBot) -> None:
    made = reading()
    made.show(qtbot)
    assert made.panel.progress() == (1, pages(made))
    assert made.panel.text.hasFocus(), "the keyboard is in the text"
    made.key(qtbot, Qt.Key.Key_Right)
    assert made.panel.place.text() == f"Sida 2 av {pages(made)}"
    assert made.panel.title.text() == made.attempt.view.pages[1].title
    made.key(qtbot, Qt.Key.Key_PageUp)
    made.key(qtbot, Qt.Key.Key_Left)
    assert made.panel.progress() == (1, pages(made)), "there is nothing before the first page"
    assert made.attempt.view.read == frozenset({0}), "a page that was left forwards has been read"


def test_the_big_button_leads_through_and_then_leaves_it_to_the_frame(qtbot: QtBot) -> None:
    made = reading()
    made.show(qtbot)
    for _ in range(pages(made) - 1):
        assert made.primary_text() == "Nästa sida"
        made.press_primary()
    assert made.primary_text() == "Jag har läst klart"
    done = [made.attempt.can_finish]
    made.press_primary()
    done.append(made.attempt.can_finish)
    assert done == [False, True]
    assert made.primary_text() == ""


def test_questions_come_right_after_the_last_page(qtbot: QtBot) -> None:
    made = reading("samtalet-oppna-fragor", "k03-dag91-hugo", "k03-dag91-lisa")
    made.show(qtbot)
    for _ in range(pages(made)):
        made.press_primary()
    card = made.panel.item
    assert card.text.text() == item("k03-dag91-hugo").text
    assert card.isVisible()
    assert not made.panel.page_card.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert card.isAncestorOf(focus)
    for _ in range(2):
        made.key(qtbot, Qt.Key.Key_2)
        made.press_primary()
        if made.primary_text():
            assert made.primary_text() == "Nästa fråga"
            made.press_primary()
    assert made.attempt.can_finish


def test_a_text_taken_up_again_opens_on_the_first_unread_page(qtbot: QtBot) -> None:
    made = reading()
    made.show(qtbot)
    made.press_primary()
    again = reading()
    again = Studying("reading", again.attempt.started.content, attempt=made.attempt)
    assert again.panel.progress() == (2, pages(made))


def test_goals_and_sources_stand_beside_the_text(qtbot: QtBot) -> None:
    made = reading()
    made.show(qtbot)
    head = made.attempt.started.content.reading.head
    assert all(goal in made.panel.goal_words.text() for goal in head.learning_goals)
    assert head.sources[0].title in made.panel.sources.text()


def test_a_page_is_shown_whole_also_at_twice_the_text_size(qtbot: QtBot) -> None:
    theme.set_text_scale(2.0)
    made = reading()
    made.show(qtbot, (900, 600))
    text = made.panel.text
    assert text.verticalScrollBar().maximum() == 0, "the page scrolls, not the text in it"
    assert made.scroll.verticalScrollBar().maximum() > 0
