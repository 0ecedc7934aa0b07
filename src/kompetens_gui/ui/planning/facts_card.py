"""Where, when, who leads and why: a few lines to read, and a form to change them."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.facilitators_editor import FacilitatorsEditor
from kompetens_gui.ui.planning.suggesting_field import SuggestingField
from kompetens_gui.ui.planning.view_state import PlanView
from kompetens_gui.ui.planning.when_editor import WhenEditor
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import IconText


class FactsCard(Card):
    """Signals: `edited(field, value, key)` with a field of the plan."""

    edited = Signal(str, object, str)

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Detaljer"), dense=True, parent=parent)
        self.body.setContentsMargins(20, 20, 20, 20)
        self.toggle = Button(self.tr("Ändra"), "ghost", "sm", icon_name="pencil-simple")
        self.toggle.setCheckable(True)
        self.toggle.clicked.connect(self.show_form)
        self.add_to_head(self.toggle)
        self.summary = QWidget()
        self._lines = {
            name: IconText(icon_name, "", "small", "muted")
            for name, icon_name in (
                ("when", "calendar-blank"),
                ("where", "map-pin"),
                ("leaders", "user"),
                ("group", "users-three"),
                ("series", "arrows-clockwise"),
                ("purpose", "target"),
            )
        }
        lines = QVBoxLayout(self.summary)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        for line in self._lines.values():
            line.label.setWordWrap(True)
            if (row := line.layout()) is not None:
                row.setAlignment(line.icon, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(line)
        self.when = WhenEditor(now)
        self.unit, self.place, self.group = QLineEdit(), QLineEdit(), QLineEdit()
        self.series = SuggestingField()
        self.purpose = QPlainTextEdit()
        self.purpose.setTabChangesFocus(True)
        self.purpose.setFixedHeight(theme.px(110))
        self.leaders = FacilitatorsEditor()
        self.form = QWidget()
        self._lay_out_form()
        self.add(self.summary)
        self.add(self.form)
        self.show_form(False)

    def _lay_out_form(self) -> None:
        column = QVBoxLayout(self.form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.when)
        for label, editor, name in (
            (self.tr("Enhet"), self.unit, "unit"),
            (self.tr("Plats eller länk"), self.place, "place"),
            (self.tr("Målgrupp"), self.group, "target_group"),
            (self.tr("Serie"), self.series, "series"),
        ):
            editor.setMaxLength(300)
            edited = editor.written if isinstance(editor, SuggestingField) else editor.textEdited
            edited.connect(self._text_teller(name))
            field = Field(label, editor)
            if editor is self.series:
                field.set_hint(self.tr("Träffar med samma serie börjar där den förra slutade. Ned visar de som finns."))
            column.addWidget(field)
        column.addWidget(Field(self.tr("Syfte"), self.purpose))
        column.addWidget(Field(self.tr("Ledare"), self.leaders))
        self.purpose.textChanged.connect(self._purpose_edited)
        self.when.start_edited.connect(self._start_edited)
        self.when.minutes_edited.connect(self._minutes_edited)
        self.leaders.edited.connect(self._leaders_edited)

    def show_view(self, view: PlanView) -> None:
        plan = view.plan
        self._show_summary(plan)
        self.toggle.setVisible(not view.locked)
        if view.locked:
            self.show_form(False)
        self.when.show_plan(plan, passed=view.date_passed)
        for editor, text in (
            (self.unit, plan.unit),
            (self.place, plan.place),
            (self.group, plan.target_group),
            (self.series, plan.series),
        ):
            if editor.text() != text:
                editor.setText(text)
        if self.purpose.toPlainText() != plan.purpose:
            with QSignalBlocker(self.purpose):
                self.purpose.setPlainText(plan.purpose)
        self.leaders.show_leaders(plan.facilitators)

    def suggest_series(self, names: Sequence[str]) -> None:
        """Suggest series that there are, in the field."""
        self.series.suggest(names)

    def show_form(self, shown: bool) -> None:
        """Show the form, or only the lines."""
        self.toggle.setChecked(shown)
        self.toggle.setText(self.tr("Klar") if shown else self.tr("Ändra"))
        self.toggle.set_icon_name("check" if shown else "pencil-simple")
        self.form.setVisible(shown)
        self.summary.setVisible(not shown)

    def tab_chain(self) -> list[QWidget]:
        """Return what takes the keyboard in the order it is read."""
        when = [self.when.choose, self.when.day, self.when.time, self.when.clear, self.when.length]
        return [
            self.toggle,
            *when,
            self.unit,
            self.place,
            self.group,
            self.series,
            self.purpose,
            *self.leaders.tab_chain(),
        ]

    def focus_place(self, place: str) -> None:
        """Open the form at `date`, `unit`, `facilitators` or `purpose`."""
        self.show_form(True)
        if place == "date":
            self.when.focus_day()
        else:
            {"unit": self.unit, "purpose": self.purpose}.get(place, self.leaders.first()).setFocus(
                Qt.FocusReason.ShortcutFocusReason
            )

    def _show_summary(self, plan: WorkshopSession) -> None:
        leaders = [f.name for f in plan.facilitators if f.name.strip()]
        texts = {
            "when": words.when(plan),
            "where": words.where(plan.unit, plan.place) or self.tr("Ingen plats än"),
            "leaders": ", ".join(leaders) or self.tr("Ingen ledare än"),
            "group": plan.target_group,
            "series": self.tr("Serie: {name}").format(name=plan.series) if plan.series.strip() else "",
            "purpose": plan.purpose,
        }
        for name, text in texts.items():
            self._lines[name].label.setText(text)
            self._lines[name].setVisible(bool(text))

    def _text_teller(self, field: str) -> Callable[[str], None]:
        def tell(text: str) -> None:
            self.edited.emit(field, text, field)

        return tell

    def _purpose_edited(self) -> None:
        self.edited.emit("purpose", self.purpose.toPlainText(), "purpose")

    def _start_edited(self, start: object) -> None:
        self.edited.emit("starts_at", start, "starts_at")

    def _minutes_edited(self, minutes: int) -> None:
        self.edited.emit("minutes", minutes, "minutes")

    def _leaders_edited(self, leaders: object, key: str) -> None:
        self.edited.emit("facilitators", leaders, key)
