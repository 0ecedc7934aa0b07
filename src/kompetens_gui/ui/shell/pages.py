"""What the window knows of a page before it is built."""

from collections.abc import Callable
from typing import Final, NamedTuple, Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

HOME: Final = "home"


class PageEntry(NamedTuple):
    """One page: `factory` is called the first time somebody goes there.

    `group` is the heading it stands under in the navigation: "" at the top, "foot" at the bottom, `None` for a page
    that is reached from other pages only. `rail` folds the navigation while the page is shown. `belongs_to` is the page
    that is marked in the navigation while one that is not in it is shown.
    """

    id: str
    title: str
    icon: str
    group: str | None
    factory: Callable[[], QWidget]
    rail: bool = False
    belongs_to: str = ""


FOOT: Final = "foot"


@runtime_checkable
class Openable(Protocol):
    """A page that wants to know what it was opened for."""

    def open_with(self, **context: object) -> None: ...


@runtime_checkable
class Leavable(Protocol):
    """A page that saves or stops something when another page is shown."""

    def leave(self) -> None: ...


@runtime_checkable
class Searchable(Protocol):
    """A page with a search field of its own, for Ctrl+K."""

    def focus_search(self) -> None: ...


@runtime_checkable
class Undoable(Protocol):
    """A page that can take back its latest step, for Ctrl+Z."""

    def undo(self) -> None: ...


@runtime_checkable
class Paned(Protocol):
    """A page with several panes for F6, in reading order."""

    def panes(self) -> list[QWidget]: ...
