"""A dialog with a heading, a middle that scrolls and a foot of buttons, that fits its window at any text size."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button, ButtonKind
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.responsive import PageScroll


class ScrollDialog(QDialog):
    """Fill `body`; add buttons with `add_button`. Open it with `open()`: it goes when it is closed."""

    def __init__(
        self, title: str, sentence: str = "", *, width: int = 640, height: int = 620, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.area = PageScroll(self)
        self.body = self.area.body
        self.body.setContentsMargins(24, 20, 24, 16)
        self.body.setSpacing(16)
        self.body.addWidget(Heading(title, "h2"))
        if sentence:
            self.body.addWidget(Label(sentence, "small", "muted", wrap=True))
        column.addWidget(self.area, 1)
        foot = QWidget(self)
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(24, 12, 24, 16)
        self._foot = FlowRow(12, foot)
        inside.addWidget(self._foot)
        column.addWidget(foot)
        self.resize(theme.px(width), theme.px(height))
        if parent is not None:
            self.resize(self.size().boundedTo(parent.window().size()))

    def add_button(self, text: str, kind: ButtonKind = "secondary", *, icon_name: str | None = None) -> Button:
        """Add a button to the foot."""
        button = Button(text, kind, icon_name=icon_name, parent=self._foot)
        self._foot.add(button)
        return button

    def add_close(self, text: str) -> Button:
        """Add the button that closes without doing anything; Esc does the same."""
        button = self.add_button(text)
        button.clicked.connect(self.reject)
        return button

    def see(self, widget: QWidget) -> None:
        """Bring a part into view and give it the keyboard."""
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(widget, 24, 48)
