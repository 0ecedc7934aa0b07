"""What a panel of an activity kind is, and how the panels of a kind are found.

A kind's package has two functions: `leader_panel(parent) -> LeaderPanel` and `room_panel(parent) -> RoomPanel`. They
are imported when the kind is first met, and import their own modules when they are called: a session reads those in
beforehand, one at a time.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.ui.widgets.begins_at import BeginsAt

OWN_PAGE_KEYS = "ownPageKeys"
"""A property of what turns pages of its own with Page Up and Page Down while it has the focus."""


@dataclass(frozen=True)
class FileToSave:
    """A file that a panel has made; the leader chooses where. `title` is what the question is called."""

    title: str
    name: str
    data: bytes
    then: Callable[[Path], object]


class Opening(Enum):
    """How it went to open a file in the computer's own program for it."""

    OPENED = "opened"
    MISSING = "missing"
    REFUSED = "refused"


@dataclass(frozen=True)
class FileToOpen:
    """A file that the computer's own program is to show; `then` is told how it went."""

    path: Path
    then: Callable[[Opening], object]


@dataclass(frozen=True)
class FileToRead:
    """A file that the leader is asked to choose.

    `read` is done off the UI thread with the file's bytes, of which there are no more than `most` and one;
    `then` gets what it returned, `failed` what it raised.
    """

    title: str
    name_filter: str
    most: int
    read: Callable[[bytes], object]
    then: Callable[[Any], object]
    failed: Callable[[Exception], object]


class LeaderPanel(BeginsAt):
    """What the leader works with while an activity runs. It proposes events and shows the state it is given.

    Signals: `proposed(event)` asks for one of the kind's own events to happen; `save_wanted(FileToSave)`,
    `read_wanted(FileToRead)` and `open_wanted(FileToOpen)` ask for work with a file; `prints_wanted()` for what can be
    printed of the whole workshop.
    """

    proposed = Signal(object)
    save_wanted = Signal(object)
    read_wanted = Signal(object)
    open_wanted = Signal(object)
    prints_wanted = Signal()

    def show_state(self, state: Any, context: ActivityContext) -> None:  # noqa: ANN401 - each kind has its own type
        """Show a state of the kind; called after every event: must be quick and keep focus and typed text."""

    def commit_pending(self) -> None:
        """Propose what has been typed and not yet proposed; called before the leader moves on."""

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        """Yield what makes parts that are not seen at first, each for a moment when nobody waits."""
        return iter(())

    def leads_on(self) -> bool:
        """Tell whether the panel has a primary button just now; the one to the next moment is then a plain one."""
        return False

    def actions_of_kind(self) -> list[QAction]:
        """Return the kind's own actions with their keys, for menus and the shortcut sheet."""
        return []


class RoomPanel(QWidget):
    """What the room sees of an activity, drawn from the kind's room view alone."""

    def show_view(self, view: Any) -> None:  # noqa: ANN401 - each kind has its own type
        """Show a room view of the kind."""


def leader_panel(kind: str, parent: QWidget | None = None) -> LeaderPanel:
    """Make the leader panel of a kind."""
    panel: LeaderPanel = import_module(f"kompetens_gui.ui.activities.{kind}").leader_panel(parent)
    return panel


def room_panel(kind: str, parent: QWidget | None = None) -> RoomPanel:
    """Make the room panel of a kind."""
    panel: RoomPanel = import_module(f"kompetens_gui.ui.activities.{kind}").room_panel(parent)
    return panel


def modules_of(kind: str) -> Iterator[str]:
    """Name the modules of a kind's package, after those of the widgets they are built from: they are imported one at a
    time while nobody waits, and together would take longer than a frame.
    """
    for name in ("kompetens_gui.ui.widgets", f"kompetens_gui.ui.activities.{kind}"):
        package = import_module(name)
        yield from (f"{name}.{module.name}" for module in iter_modules(package.__path__))
