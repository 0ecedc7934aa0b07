"""A leader at the keyboard: presses keys, types, walks with Tab, and waits until the program has answered.

Nothing here calls a slot, clicks, or sets the state of a widget. Keys go to the window that has the keyboard, as the
system would send them. What cannot be reached fails with a list of what was passed on the way, and a picture.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QWidget,
)

from kompetens_gui.app import Start
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.state import SessionState
from kompetens_gui.joining import Program
from kompetens_gui.windows import Windows

PATIENCE_MS = 15_000
MOST_VISITS = 5  # a date has several parts that Tab visits one by one


class WaitUntil(Protocol):
    """What pytest-qt's `waitUntil` does."""

    def __call__(self, callback: Callable[[], bool], *, timeout: int) -> object: ...


class Unreachable(AssertionError):
    """Something a leader needs could not be got at with the keyboard."""


class Leader:
    """Works with a started program, by keys alone."""

    def __init__(self, start: Start, wait_until: WaitUntil, pictures: Path) -> None:
        self.start = start
        self._wait_until = wait_until
        self._pictures = pictures

    # -- what there is to read
    @property
    def windows(self) -> Windows:
        assert self.start.windows is not None
        return self.start.windows

    @property
    def program(self) -> Program:
        assert self.start.program is not None
        return self.start.program

    @property
    def log(self) -> SessionLog:
        """The log of the running session, as the services have it."""
        session = self.program.running.open_session
        assert session is not None
        return session.log

    @property
    def state(self) -> SessionState:
        return self.log.state

    @property
    def activity(self) -> object:
        """The state of the current activity."""
        item = self.state.item
        assert item is not None
        return self.state.activity_state(item)

    def notices(self) -> list[str]:
        """What the messages over the page say."""
        stack = [w for w in self.start.window.findChildren(QWidget) if w.property("notice") and w.isVisible()]
        return [w.accessibleName() for w in stack]

    # -- keys
    def press(self, *keys: str) -> None:
        """Press keys written as people write them: "Ctrl+Shift+Q", "Tab", "Alt+Up"."""
        for each in keys:
            combination = keys_of(each)
            # Pressed and released apart: the press may close the window it was pressed in.
            self._send(QTest.KeyAction.Press, combination.key(), "", combination.keyboardModifiers())
            if any(window.isVisible() for window in QApplication.topLevelWidgets()):
                self._send(QTest.KeyAction.Release, combination.key(), "", combination.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type a text; a line break is Enter."""
        for letter in text:
            if letter == "\n":
                self.press("Return")
                continue
            code = keys_of("Space" if letter == " " else letter.upper()).key()
            modifiers = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
            self._send(QTest.KeyAction.Click, code, letter, modifiers)

    def _send(self, action: QTest.KeyAction, key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier) -> None:
        popup = QApplication.activePopupWidget()
        target = (popup.focusWidget() or popup) if popup is not None else self.window
        if text:
            QTest.sendKeyEvent(action, target, key, text, modifiers)
        elif action == QTest.KeyAction.Press:
            QTest.keyPress(target, key, modifiers)
        else:
            QTest.keyRelease(target, key, modifiers)

    def replace(self, text: str) -> None:
        """Type in the place of all that stands in the field."""
        self.press("Ctrl+A")
        self.type(text)

    @property
    def window(self) -> QWindow:
        """The window keys go to: a dialog, else the one that is active."""
        asked = QApplication.activeModalWidget() or QApplication.activeWindow()
        if asked is None or asked is not QApplication.activeWindow():
            # What a window manager does when the window that had the keyboard is gone; without one nobody does it.
            asked = asked or self.start.window
            asked.activateWindow()
            self.wait(lambda: QApplication.activeWindow() is asked, "the window has the keyboard")
        handle = asked.window().windowHandle()
        assert handle is not None
        return handle

    # -- walking
    def tab_to(self, name: str, *, key: str = "Tab") -> QWidget:
        """Press Tab until what has the keyboard is called `name` (its beginning)."""
        passed: list[str] = []
        rounds: Counter[QWidget | None] = Counter()
        focus = QApplication.focusWidget()
        while rounds[focus] < MOST_VISITS:
            rounds[focus] += 1
            said = name_of(focus)
            if said.startswith(name) and focus is not None:
                return focus
            passed.append(said)
            self.press(key)
            focus = QApplication.focusWidget()
        raise self.unreachable(f"{key} does not lead to {name!r}", passed)

    def back_to(self, name: str) -> QWidget:
        """As `tab_to`, with Shift+Tab."""
        return self.tab_to(name, key="Shift+Tab")

    def activate(self, name: str, *, key: str = "Tab") -> None:
        """Go to a button and press Space."""
        self.tab_to(name, key=key)
        self.press("Space")

    def choose(self, box: str, option: str) -> None:
        """Go to a list of choices and step to the one that holds these words."""
        found = self.tab_to(box)
        assert isinstance(found, QComboBox)
        self.press("Alt+Down")
        for _ in range(found.count() + 1):
            view = found.view()
            if option in str(view.currentIndex().data()):
                self.press("Return")
                return
            self.press("Down" if view.currentIndex().row() + 1 < found.count() else "Home")
        raise self.unreachable(f"{box!r} has no choice {option!r}")

    def choose_in_menu(self, text: str) -> None:
        """Choose a row of the menu that is open."""
        self.wait(lambda: isinstance(QApplication.activePopupWidget(), QMenu), "a menu opens")
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(len(menu.actions()) + 1):
            active: QAction | None = menu.activeAction()
            if active is not None and active.text().replace("&", "").startswith(text):
                self.press("Return")
                return
            self.press("Down")
        raise self.unreachable(f"the menu has no {text!r}", [a.text() for a in menu.actions()])

    # -- dialogs
    def dialog(self, title: str = "") -> QDialog:
        """Wait until a dialog has the keyboard."""

        def there() -> bool:
            modal = QApplication.activeModalWidget()
            return isinstance(modal, QDialog) and title in modal.windowTitle() and modal.isVisible()

        self.wait(there, f"the dialog {title!r}")
        modal = QApplication.activeModalWidget()
        assert isinstance(modal, QDialog)
        return modal

    def dialog_gone(self) -> None:
        self.wait(lambda: QApplication.activeModalWidget() is None, "the dialog is gone")

    def answer(self, text: str) -> None:
        """Press the button of a question that says `text`."""
        box = self.dialog()
        assert isinstance(box, QMessageBox), box
        self.tab_to(text)
        self.press("Space")
        self.dialog_gone()

    def save_as(self, path: Path) -> None:
        """Type a path into the file dialog."""
        box = self.dialog()
        assert isinstance(box, QFileDialog), box
        self.replace(str(path))
        self.press("Return")
        self.dialog_gone()

    # -- waiting
    def wait(self, done: Callable[[], bool], what: str = "") -> None:
        """Wait until something has come about."""
        try:
            self._wait_until(lambda: bool(done()), timeout=PATIENCE_MS)
        except Exception as error:  # pytest-qt's own, and a plain one without it
            raise self.unreachable(f"waited in vain: {what or error}") from error

    def sees(self, text: str) -> None:
        """Wait until words can be read in the window that has the keyboard."""
        self.wait(lambda: any(text in words for words in self.words()), f"the words {text!r}")

    def words(self) -> list[str]:
        """All words to be read there now."""
        top = QApplication.activeModalWidget() or self.start.window
        return [w.text() for w in top.findChildren(QLabel) + top.findChildren(QAbstractButton) if w.isVisible()]

    def settled(self) -> None:
        """Wait until no work is under way in the background."""
        self.wait(lambda: self.start.tasks is not None and self.start.tasks.is_idle(), "the background is idle")

    def go_to(self, title: str, page_id: str) -> None:
        """Press the keys that the menu "Gå till" tells of for a page."""
        found = next((a for a in self.start.window.actions() if a.text() == title and not a.shortcut().isEmpty()), None)
        if found is None:
            raise self.unreachable(f"no key leads to {title!r}")
        self.press(found.shortcut().toString())
        self.on_page(page_id)

    def on_page(self, page_id: str) -> None:
        self.wait(lambda: self.start.window.current_page == page_id, f"the page {page_id}")
        self.settled()

    def unreachable(self, why: str, passed: list[str] | None = None) -> Unreachable:
        """Give the error to raise: what could not be done and where the keyboard is; leaves pictures."""
        self._pictures.mkdir(parents=True, exist_ok=True)
        shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        names = []
        for number, widget in enumerate(shown):
            file = self._pictures / f"unreachable-{number}.png"
            widget.grab().save(str(file))
            names.append(f"{file} ({type(widget).__name__})")
        walked = "\n  passed: " + " | ".join(passed) if passed else ""
        return Unreachable(
            f"{why}\n  keyboard on: {name_of(QApplication.focusWidget())!r}"
            f" ({type(QApplication.focusWidget()).__name__})"
            f"\n  messages: {self.notices()}\n  pictures: {', '.join(names)}{walked}"
        )


def keys_of(text: str) -> QKeyCombination:
    """Read keys as people write them; a sign that is on no key is sent as its text alone."""
    sequence = QKeySequence.fromString(text)
    if sequence.isEmpty():
        return QKeyCombination(Qt.Key.Key_unknown)
    return sequence[0]  # type: ignore[index,no-any-return]  # missing in the stubs


def name_of(widget: QWidget | None) -> str:
    """What a screen reader calls a widget."""
    if widget is None:
        return ""
    interface = QAccessible.queryAccessibleInterface(widget)
    said = interface.text(QAccessible.Text.Name) if interface is not None else ""
    # Of a list of choices Qt reads the choice first; its name stands in the widget.
    return (widget.accessibleName() or said or widget.objectName() or type(widget).__name__).replace("&", "")
