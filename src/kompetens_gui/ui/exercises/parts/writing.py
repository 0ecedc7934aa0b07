"""An own text, the guide that comes after it and the versions beside, held together for one part of an exercise."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.exercises.own_text import DraftWritten, GuideShown, OwnText, PointAssessed
from kompetens_gui.ui.exercises.base import PrimaryAction
from kompetens_gui.ui.exercises.parts.guide_card import GuideCard
from kompetens_gui.ui.exercises.parts.own_text_editor import OwnTextEditor
from kompetens_gui.ui.exercises.parts.versions_card import Version, VersionsCard
from kompetens_gui.ui.exercises.scrolling import bring_into_view

translate = QCoreApplication.translate


class Writing(QObject):
    """Signals: `proposed(event)` and `round_wanted()` as a panel has them, `changed()` on every key.

    The three widgets stand wherever the panel puts them.
    """

    proposed = Signal(object)
    round_wanted = Signal()
    changed = Signal()

    def __init__(self, editor: OwnTextEditor, guide: GuideCard, versions: VersionsCard, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor, self.guide, self.versions = editor, guide, versions
        self.own = OwnText()
        self._part = ""
        self._asked = False
        editor.written.connect(self._write)
        editor.typed.connect(self.changed)
        editor.version_wanted.connect(self.round_wanted)
        guide.assessed.connect(self._assess)

    @property
    def part(self) -> str:
        return self._part

    def show_own(
        self, own: OwnText, earlier: Sequence[str], points: tuple[str, ...], part: str = "", original: str = ""
    ) -> None:
        """Show the text of a part as it stands. `earlier` are versions of former attempts, `original` what it is about.

        Going from one part to another commits what has been typed in the former.
        """
        self.own = own
        if part != self._part:
            self.editor.commit()
            self._part = part
            self.editor.begin_other(own)
        else:
            self.editor.show_own(own)
        self.guide.show_points(points, own.assessed)
        versions = named_versions(earlier, own.versions)
        if original:
            versions = (Version(translate("Writing", "Originalet"), original), *versions)
        self.versions.show_versions(versions, self.editor.plain())
        if self._asked and own.guide:
            self._asked = False
            self._go_to_guide()

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        """Yield what makes the parts of the guide, for a moment when nobody waits."""
        return self.guide.making_rows()

    def show_guide(self) -> None:
        """Ask for the guide to what has been written."""
        self.editor.commit()
        self._asked = True
        self.proposed.emit(GuideShown(self._part))

    def primary(self, *, ready: bool = True) -> PrimaryAction | None:
        """Return the next thing to do with the text, None when its guide is there; `ready` False waits with it."""
        if self.own.guide:
            return None
        words = translate("Writing", "Visa vägledningen")
        return PrimaryAction(words, self.show_guide, ready and bool(self.editor.plain().strip()))

    @Slot(str)
    def _write(self, text: str) -> None:
        self.proposed.emit(DraftWritten(text, self._part))

    @Slot(int, bool)
    def _assess(self, point: int, met: bool) -> None:
        self.editor.commit()
        self.proposed.emit(PointAssessed(point, met, self._part))

    def _go_to_guide(self) -> None:
        first = self.guide.first_open()
        if first is not None:
            bring_into_view(self.guide)
            first.setFocus()


def named_versions(earlier: Sequence[str], now: Sequence[str]) -> tuple[Version, ...]:
    """Return the versions of former attempts and those of this one, with names."""
    before = translate("Writing", "Tidigare försök, version {number}")
    here = translate("Writing", "Version {number}")
    return (
        *(Version(before.format(number=n), text) for n, text in enumerate(earlier, 1)),
        *(Version(here.format(number=n), text) for n, text in enumerate(now, 1)),
    )
