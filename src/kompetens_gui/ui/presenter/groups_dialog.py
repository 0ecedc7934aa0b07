"""The small groups of a running session: looked at and changed, and used from when the leader says so."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.workshop.plan import Participant, SmallGroup
from kompetens_gui.ui.widgets.group_board import GroupBoard
from kompetens_gui.ui.widgets.scroll_dialog import ScrollDialog


class GroupsDialog(ScrollDialog):
    """Signals: `arranged(tuple[SmallGroup, ...])` when the leader has changed the groups and wants to use them."""

    arranged = Signal(object)

    def __init__(
        self, groups: Sequence[SmallGroup], people: Sequence[Participant], parent: QWidget | None = None
    ) -> None:
        how = QCoreApplication.translate(
            "GroupsDialog", "Dra en person till en annan grupp, eller välj personen och tryck Ctrl och en pil."
        )
        title = QCoreApplication.translate("GroupsDialog", "Grupper")
        super().__init__(title, how, width=1040, height=760, parent=parent)
        self._before = tuple(groups)
        self.board = GroupBoard(self, keeps_out=True)
        self.board.show_groups(groups, people)
        self.body.addWidget(self.board, 1)
        self.use = self.add_button(self.tr("Använd grupperna"), "primary")
        self.use.clicked.connect(self._use)
        self.add_close(self.tr("Avbryt"))
        self.board.mix.setFocus()

    def _use(self) -> None:
        if self.board.groups() != self._before:
            self.arranged.emit(self.board.groups())
        self.accept()
