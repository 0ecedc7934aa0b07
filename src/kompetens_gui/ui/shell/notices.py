"""Tells the person at the desk what happened; the only way from any room to the messages of the window."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from kompetens_gui.ui.widgets.notices import Notice, NoticeStack


class Notices(QObject):
    """Short messages over the page, with "Ångra" where something can be undone."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self._latest_undo: tuple[Notice, Callable[[], object]] | None = None

    @cached_property
    def _stack(self) -> NoticeStack:
        # Made with the first message: the start waits for no buttons that nobody sees.
        from kompetens_gui.ui.widgets.notices import NoticeStack

        return NoticeStack(self._host)

    def tell(self, title: str, text: str = "") -> Notice:
        """Say that something is done."""
        return self._stack.show_notice(title, text, "ok")

    def inform(self, title: str, text: str = "") -> Notice:
        """Say something worth knowing that nobody asked for, such as an unplugged projector."""
        return self._stack.show_notice(title, text, "info")

    def warn(self, title: str, text: str = "", *, stays: bool = True) -> Notice:
        return self._stack.show_notice(title, text, "warn", stays=stays)

    def tell_undoable(self, title: str, undo: Callable[[], object], text: str = "") -> Notice:
        """Say that something is done, with a button (and Ctrl+Z) that takes it back."""
        notice = self._stack.show_notice(title, text, "ok", undo=undo)
        self._latest_undo = (notice, undo)
        notice.closed.connect(self._forget_undo)
        return notice

    def offer(self, title: str, text: str, action: str, do: Callable[[], object]) -> Notice:
        """Say something that stays, with one thing to do about it."""
        return self._stack.show_notice(title, text, "info", undo=do, action=action, stays=True)

    def fail(self, error: BaseException) -> Notice | None:
        """Word an expected error; it stays until closed. Unexpected ones go to the hook of `failure`."""
        # Imported when first needed: a log and the words of all errors have no place in the start.
        import logging

        from kompetens_gui.ui.shell.error_texts import explain, is_expected, is_silent

        if is_silent(error):
            return None
        if not is_expected(error):
            raise error
        logging.getLogger(__name__).warning("refused: %s", type(error).__name__)
        words = explain(error)
        return self._stack.show_notice(words.title, words.what_to_do, "err")

    def leave_page(self) -> None:
        """Another page is shown: Ctrl+Z belongs to that page now. The message keeps its button."""
        self._latest_undo = None

    def undo_latest(self) -> bool:
        """Take back what the newest undoable message told of; tells whether there was one."""
        if self._latest_undo is None:
            return False
        notice, undo = self._latest_undo
        undo()
        notice.close_notice()
        return True

    def close_newest(self) -> bool:
        return self._stack.close_newest()

    def _forget_undo(self) -> None:
        self._latest_undo = None
