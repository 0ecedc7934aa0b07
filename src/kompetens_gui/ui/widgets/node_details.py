"""One node of the chain: its words, its links and what can be done with it, all with buttons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.chain import ALLOWED_LINKS, Chain, ChainNode
from kompetens_gui.ui.widgets.buttons import Button, IconButton
from kompetens_gui.ui.widgets.certificate_words import kind_word
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.kind_widgets import LetterBadge
from kompetens_gui.ui.widgets.labels import ElidedLabel, Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout

_SHORT = 60


class NodeDetails(QWidget):
    """Signals: `link_wanted(one, other)`, `unlink_wanted(source, target)`, `remove_wanted(id)`, `edit_wanted(id)`."""

    link_wanted = Signal(str, str)
    unlink_wanted = Signal(str, str)
    remove_wanted = Signal(str)
    edit_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._node, self._chain = "", Chain()
        self.badge = LetterBadge("D", "")
        self.heading = Heading("", "h3")
        self.text = Label("", "small", wrap=True)
        self.links = QVBoxLayout()
        self.links.setSpacing(4)
        self.others = choice_box()
        self.target = Field(self.tr("&Länka till"), self.others)
        self.link = Button(self.tr("Länka"), "secondary", "sm", icon_name="link-simple")
        self.link.clicked.connect(self._link)
        self.edit = Button(self.tr("Ändra frågan"), "ghost", "sm")
        self.edit.clicked.connect(self._edit)
        self.remove = Button(self.tr("Ta bort"), "ghost", "sm", icon_name="trash")
        self.remove.clicked.connect(self._remove)
        self._lay_out()

    def show_node(self, node_id: str, chain: Chain) -> bool:
        """Show a node; False when the chain does not hold it any more."""
        node = next((n for n in chain.nodes if n.id == node_id), None)
        if node is None:
            return False
        if node_id != self._node or chain is not self._chain:
            self._node, self._chain = node_id, chain
            self._fill(node)
        return True

    def node_id(self) -> str:
        return self._node

    def _lay_out(self) -> None:
        head, buttons = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.badge)
        head.addWidget(self.heading, 1)
        buttons.addWidget(self.link)
        buttons.addWidget(self.edit)
        buttons.addWidget(self.remove)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(self.links)
        column.addWidget(self.target)
        column.addLayout(buttons)
        column.addStretch(1)

    def _fill(self, node: ChainNode) -> None:
        word = kind_word(node.kind.value)
        self.badge.set_kind(node.kind.value, word, missing=node.is_missing)
        self.heading.setText(self.tr("Saknas: {kind}").format(kind=word.lower()) if node.is_missing else word)
        self.text.setText(node.text)
        self.edit.setVisible(node.is_missing)
        clear_layout(self.links)
        for link in self._chain.links:
            if node.id in (link.source, link.target):
                self._add_link(link.source, link.target, link.target if link.source == node.id else link.source)
        linked = {x.source for x in self._chain.links if x.target == node.id}
        linked |= {x.target for x in self._chain.links if x.source == node.id}
        self.others.clear()
        for other in self._chain.nodes:
            allowed = (node.kind, other.kind) in ALLOWED_LINKS or (other.kind, node.kind) in ALLOWED_LINKS
            if allowed and other.id not in linked:
                self.others.addItem(f"{other.kind.value}  {other.text[:_SHORT]}", other.id)
        self.target.setVisible(self.others.count() > 0)
        self.link.setVisible(self.others.count() > 0)

    def _add_link(self, source: str, target: str, other_id: str) -> None:
        other = next(n for n in self._chain.nodes if n.id == other_id)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(LetterBadge(other.kind.value, kind_word(other.kind.value), size=18, missing=other.is_missing))
        layout.addWidget(ElidedLabel(other.text, "small"), 1)
        cut = IconButton("link-break", self.tr("Bryt länken till {text}").format(text=other.text[:_SHORT]), size="sm")
        cut.clicked.connect(partial(self._unlink, source, target))
        layout.addWidget(cut)
        self.links.addWidget(row)

    def _unlink(self, source: str, target: str, _checked: bool = False) -> None:
        self.unlink_wanted.emit(source, target)

    @Slot()
    def _link(self) -> None:
        self.link_wanted.emit(self._node, self.others.currentData())

    @Slot()
    def _edit(self) -> None:
        self.edit_wanted.emit(self._node)

    @Slot()
    def _remove(self) -> None:
        self.remove_wanted.emit(self._node)
