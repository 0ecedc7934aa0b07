"""The same surroundings for every test: no screen, Swedish formats, our own fonts and style, no blinking cursor."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ["QT_QPA_PLATFORM"] = "offscreen"
PATIENCE_MS = 30_000
FULL_LOOK_EVERY = 20
_seen = {"tests": 0}
FONTS = Path(__file__).parent.parent / "resources" / "fonts"

# A slow or busy computer must not make a right answer wrong; how fast things are is measured in benchmarks/.
settings.register_profile("kompetens", deadline=None)
settings.load_profile("kompetens")


@pytest.fixture(scope="session")
def qapp(qapp_args: list[str], qapp_cls: type[QApplication]) -> QApplication:
    """Give the application as the program makes it: one look, Swedish, nothing that moves by itself."""
    # Imported here, so that tests of the inner rooms run without Qt.
    from kompetens_gui.ui.shell.swedish_qt import install_swedish
    from kompetens_gui.ui.style.theme import theme, use_swedish_formats

    gc.disable()  # see _look_for_garbage
    application = qapp_cls(qapp_args)
    application.setCursorFlashTime(0)
    use_swedish_formats()
    install_swedish(application)
    theme.install(application, FONTS, "light", 1.0)
    theme.finish()
    return application


@pytest.fixture(autouse=True)
def _same_look_for_every_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """Put theme and text size back after a test that changed them."""
    yield
    if "qapp" in request.fixturenames:
        from kompetens_gui.ui.style.theme import theme

        theme.set_mode("light")
        theme.set_text_scale(1.0)
        _look_for_garbage()


def _look_for_garbage() -> None:
    """Take windows of earlier tests away here, on the UI thread: on a pool thread Qt would crash."""
    gc.disable()
    _seen["tests"] += 1
    gc.collect(2 if _seen["tests"] % FULL_LOOK_EVERY == 0 else 1)


class PatientQtBot(QtBot):
    """Waits longer before it gives up: the machine may be slow and shared, and what is waited for is not a time."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = PATIENCE_MS, **named: Any) -> Any:  # noqa: ANN401
        return super().waitSignal(signal, timeout=timeout, **named)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Give the driver of keys and pointer; pytest-qt closes what was added to it."""
    return PatientQtBot(request)
