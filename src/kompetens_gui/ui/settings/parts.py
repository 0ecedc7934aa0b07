"""What the settings page is joined from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from kompetens_gui.services.personal_data import ErasureReceipt, Person
from kompetens_gui.services.preferences import Preferences
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.settings.retention import RetentionTools
from kompetens_gui.ui.settings.signing_key import SigningTools
from kompetens_gui.ui.shell.erasure_receipt import ReceiptParts
from kompetens_gui.ui.shell.notices import Notices

Progress = Callable[[int, int], None]


class ScreenLike(Protocol):
    """A screen that is plugged in; `key` is what is remembered."""

    @property
    def key(self) -> str: ...

    @property
    def name(self) -> str: ...

    @property
    def width(self) -> int: ...

    @property
    def height(self) -> int: ...

    @property
    def is_leaders(self) -> bool: ...


@dataclass(frozen=True)
class DataTools:
    """Long work with the data, done in the background. They raise expected errors.

    `restore` puts a backup in place so that the next start reads it; `check` gives what is wrong in Swedish sentences.
    """

    back_up: Callable[[Path, Progress], object]
    restore: Callable[[Path, Progress], object]
    check: Callable[[Progress], Sequence[str]]


@dataclass(frozen=True)
class PersonalDataTools:
    """What is held about persons. All are called in the background and raise expected errors.

    `write_file` writes an export or a receipt where the person at the computer has chosen.
    """

    find: Callable[[str], Sequence[Person]]
    export: Callable[[Person], str]
    erase: Callable[[Person], ErasureReceipt]
    remove_backups: Callable[[Sequence[Path]], object]
    clean_file: Callable[[], bool]
    write_file: Callable[[Path, bytes], object]


def _kept_where_it_is(path: Path) -> Path:
    return path


@dataclass(frozen=True)
class SettingsParts:
    """`load` gives what holds now, from memory; `save` and `keep_logotype` are called in the background.

    `keep_logotype` may copy the picture to a safe place and gives where it is from now on. Without `retention`
    or `signing` there is no section for it.
    """

    tasks: Tasks
    notices: Notices
    load: Callable[[], Preferences]
    save: Callable[[Preferences], object]
    screens: Callable[[], Sequence[ScreenLike]]
    data_folder: Path
    open_folder: Callable[[Path], object]
    data: DataTools
    personal_data: PersonalDataTools
    keep_logotype: Callable[[Path], Path] = _kept_where_it_is
    documents_folder: Callable[[], Path] = field(default=Path.home)
    retention: RetentionTools | None = None
    signing: SigningTools | None = None

    def receipts(self) -> ReceiptParts:
        """Return what the receipt of an erasure needs."""
        tools = self.personal_data
        return ReceiptParts(
            self.tasks,
            self.notices,
            tools.remove_backups,
            tools.clean_file,
            tools.write_file,
            self.documents_folder,
        )
