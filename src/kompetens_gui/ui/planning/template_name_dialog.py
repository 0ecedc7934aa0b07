"""Naming a template of one's own. The dialog stays until the name is kept, so that nothing typed is lost."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field

translate = QCoreApplication.translate


class TemplateNameDialog(PlanningDialog):
    """`keep(title, description)` starts the keeping; it ends with `accept()` or with `tell(error)`."""

    def __init__(
        self,
        heading: str,
        title: str,
        keep: Callable[["TemplateNameDialog", str, str], object],
        *,
        description: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        sentence = translate(
            "Planning",
            "Moment, tider, anteckningar, material och fall följer med. Datum, plats och deltagare gör det inte.",
        )
        super().__init__(
            heading,
            "" if description is None else sentence,
            width=560,
            height=460 if description is not None else 280,
            parent=parent,
        )
        self._keep = keep
        self.title = QLineEdit(title)
        self.title.setMaxLength(120)
        self.title.selectAll()
        self.title_field = Field(self.tr("Mallens namn"), self.title)
        self.body.addWidget(self.title_field)
        self.description = QPlainTextEdit(description or "")
        self.description.setTabChangesFocus(True)
        self.description.setFixedHeight(theme.px(110))
        if description is not None:
            hint = self.tr("Vad passar den till? Visas när någon väljer mall.")
            self.body.addWidget(Field(self.tr("Beskrivning"), self.description, hint=hint))
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.close_button(self.tr("Avbryt"))
        self.save = Button(self.tr("Spara mallen"), "primary")
        self.save.clicked.connect(self._save)
        self.foot.addWidget(self.save)
        self.title.returnPressed.connect(self._save)
        self.title.textEdited.connect(lambda _text: self.title_field.set_error(""))
        self.title.setFocus()

    def tell(self, error: Exception) -> None:
        """Say what was wrong with the name."""
        self.save.setEnabled(True)
        self.title_field.set_error(explain(error).what_to_do)
        self.title.setFocus()

    def _save(self) -> None:
        self.save.setEnabled(False)
        self._keep(self, self.title.text(), self.description.toPlainText())
