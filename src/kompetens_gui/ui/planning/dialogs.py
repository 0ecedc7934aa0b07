"""What the dialogs of this room have in common: they open without stopping the program, and go when closed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.responsive import PageScroll


class PlanningDialog(QDialog):
    """A heading, a scrolling middle (`body`) and a foot for buttons. Open it with `open()`."""

    def __init__(
        self, title: str, sentence: str = "", *, width: int = 720, height: int = 560, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        scroll = PageScroll()
        self.body = scroll.body
        self.body.setContentsMargins(24, 20, 24, 16)
        self.body.setSpacing(16)
        self.body.addWidget(Heading(title, "h2"))
        if sentence:
            self.body.addWidget(Label(sentence, "small", "muted", wrap=True))
        column.addWidget(scroll, 1)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(24, 12, 24, 16)
        self.foot.setSpacing(12)
        column.addLayout(self.foot)
        self.resize(theme.px(width), theme.px(height))
        if parent is not None:
            self.resize(self.size().boundedTo(parent.window().size()))

    def close_button(self, text: str) -> Button:
        """Add the button that closes the dialog at the right end of the foot."""
        button = Button(text, "secondary")
        button.clicked.connect(self.close)
        self.foot.addWidget(button)
        return button
