"""The page where requests for sign-offs are answered, in a window, on a program of its own."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path
from typing import Self

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import make_preferences, open_program
from kompetens_gui.services.news import EventBus
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.course_certificates.answering_controller import AnsweringController, AnsweringParts
from kompetens_gui.ui.course_certificates.answering_page import AnsweringPage
from kompetens_gui.ui.shell.bridge import Bridge
from kompetens_gui.ui.shell.pages import PageEntry
from kompetens_gui.ui.shell.window import MainWindow
from kompetens_gui.ui.widgets.passphrase_dialog import PassphraseDialog
from tests.services.surroundings import StandingClock
from tests.ui.exercises.harness_b import write

KEY = Qt.Key
NAME = "Karin Öberg"


class AnsweringDesk:
    """What somebody who is asked does with the keyboard."""

    def __init__(self, folder: Path, *, size: tuple[int, int] = (1366, 768), name: str = NAME) -> None:
        self.folder = folder
        self.errors: list[Exception] = []
        self.clock, bus, paths = StandingClock(), EventBus(), find_paths(folder)
        preferences = make_preferences(paths, bus)
        preferences.change(replace(preferences.current, user_name=name))
        self.program = open_program(paths, preferences, bus, self.clock)
        self.tasks = Tasks(self.errors.append)
        self.page = AnsweringPage()
        self.window = MainWindow(QWidget, [PageEntry("answering", "Godkänn", "pencil-line", "", lambda: self.page)])
        self.controller = AnsweringController(
            self.page,
            AnsweringParts(
                answering=lambda: self.program.answering,
                keys=self.program.credentials.keys,
                tasks=self.tasks,
                notices=self.window.notices,
                write_file=write_whole,
                name=lambda: preferences.current.user_name,
            ),
        )
        self.bridge = Bridge(self.window)
        self._end = bus.subscribe(self.bridge.pass_on)
        self.bridge.arrived.connect(self.controller.heard)
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.navigate("answering")

    def settle(self, qtbot: QtBot) -> None:
        """Wait until nothing is under way any more."""
        for _ in range(3):
            for _ in range(6):
                QApplication.processEvents()
            qtbot.waitUntil(self.tasks.is_idle)
        assert self.errors == []

    def press(self, qtbot: QtBot, *keys: Qt.Key) -> None:
        """Press keys where the keyboard is."""
        for key in keys:
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, key)
            self.settle(qtbot)

    def tab_to(self, widget: QWidget) -> None:
        """Go to a widget with Tab alone."""
        for _ in range(60):
            if widget.hasFocus():
                return
            focus = QApplication.focusWidget()
            assert focus is not None
            QTest.keyClick(focus, KEY.Key_Tab)
        raise AssertionError("the keyboard does not get there")

    def paste(self, qtbot: QtBot, text: str) -> None:
        """Paste a request and press Enter."""
        code = self.page.hand_in.code
        code.setFocus()
        code.selectAll()
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(code, KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
        self.press(qtbot, KEY.Key_Return)

    def key_is_known(self, qtbot: QtBot) -> None:
        """Wait until the key of the name that stands there has been looked for."""
        form = self.page.form
        qtbot.waitUntil(lambda: form.key.standing is not None or not form.key.make.isHidden())
        self.settle(qtbot)

    def make_key(self, qtbot: QtBot, passphrase: str = "") -> None:
        """Make a key by the offer on the page."""
        self.key_is_known(qtbot)
        self.tab_to(self.page.form.key.make)
        self.press(qtbot, KEY.Key_Return)
        dialog = self.page.findChild(PassphraseDialog)
        assert dialog is not None
        for field in (dialog.first, dialog.again):
            field.setFocus()
            write(field, passphrase)
        self.press(qtbot, KEY.Key_Return)
        qtbot.waitUntil(lambda: self.page.form.key.can_sign)
        self.settle(qtbot)
        self.come_back(qtbot)

    def come_back(self, qtbot: QtBot) -> None:
        """Be in the window again after a dialog, as a window manager sees to."""
        self.window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)

    def say(self, qtbot: QtBot, comment: str = "", *, not_yet: bool = False) -> None:
        """Choose the answer, with the box or the comment that belongs to it, and sign."""
        form = self.page.form
        if not_yet:
            form.verdict.button(form.chosen).setFocus()
            self.press(qtbot, KEY.Key_Right, KEY.Key_Space)
        else:
            self.tab_to(form.check.box)
            self.press(qtbot, KEY.Key_Space)
        if comment:
            self.tab_to(form.comment)
            write(form.comment, comment)
        self.key_is_known(qtbot)
        self.tab_to(form.sign)
        self.press(qtbot, KEY.Key_Return)

    def copied(self, qtbot: QtBot) -> str:
        """Copy the answer with its button, and return what is on the clipboard."""
        self.tab_to(self.page.signed.copy)
        self.press(qtbot, KEY.Key_Return)
        return QGuiApplication.clipboard().text()

    def texts(self) -> list[str]:
        return [label.text() for label in self.page.findChildren(QLabel) if label.isVisible() and label.text()]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()
        self.tasks.shut_down()
        self.window.close()
        QApplication.processEvents()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.program.close()
        gc.collect()
