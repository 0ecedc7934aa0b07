"""Choosing the template that a new session starts from: a gallery by forum, with the user's own templates."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.workshop.template import SessionTemplate
from kompetens_gui.services.forum_words import forum_title, forum_titles
from kompetens_gui.services.material_browsing import KnownMaterial
from kompetens_gui.services.templates import BrokenTemplate
from kompetens_gui.ui.planning import words
from kompetens_gui.ui.planning.columns import ColumnScroll
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.planning.files import file_name
from kompetens_gui.ui.planning.parts import PlanningPagesParts
from kompetens_gui.ui.planning.template_name_dialog import TemplateNameDialog
from kompetens_gui.ui.planning.template_preview import TemplatePreview, cases_words
from kompetens_gui.ui.planning.two_line_list import KEY, Choice, TwoLineList
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Label
from kompetens_gui.ui.widgets.layouts import choice_box
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.search_field import SearchField

translate = QCoreApplication.translate
BROKEN = "broken:"
Read = tuple[Sequence[SessionTemplate], Sequence[BrokenTemplate]]


def answers(template: SessionTemplate, query: str) -> bool:
    """Tell whether all words of a search stand in what is known of a template."""
    titles = " ".join(item.title for item in template.agenda)
    parts = (template.title, template.description, template.target_group, template.purpose, titles)
    text = " ".join((*parts, forum_title(template.forum_type), f"{template.minutes} min")).casefold()
    return all(word in text for word in query.casefold().split())


def by_forum(templates: Sequence[SessionTemplate]) -> Mapping[str, list[SessionTemplate]]:
    """Return templates under the names of their forums, those of the user's own last."""
    groups: dict[str, list[SessionTemplate]] = {}
    order = list(forum_titles())
    shipped = [t for t in templates if not t.own]
    for forum in sorted({t.forum_type for t in shipped}, key=lambda f: order.index(f) if f in order else len(order)):
        groups[forum_title(forum)] = sorted((t for t in shipped if t.forum_type == forum), key=lambda t: t.minutes)
    own = [t for t in templates if t.own]
    if own:
        groups[translate("Planning", "Egna mallar")] = own
    return groups


class TemplateChooser(PlanningDialog):
    """Arrows go between templates, Enter chooses, F2 renames and Delete removes one's own.

    Signals: `template_chosen(template_id)`.
    """

    template_chosen = Signal(str)

    def __init__(self, parts: PlanningPagesParts, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Planning", "Nytt tillfälle"),
            translate("Planning", "Välj vad du vill utgå från. Allt går att ändra sedan."),
            width=1080,
            height=860,
            parent=parent,
        )
        self._parts = parts
        self._templates: Sequence[SessionTemplate] = ()
        self._broken: Sequence[BrokenTemplate] = ()
        self._wanted = ""
        self._asked: set[str] = set()
        self.search = SearchField(self.tr("Sök bland mallar"))
        self.forum = choice_box()
        self.list = TwoLineList(self.tr("Mallar"))
        self.list.setAccessibleDescription(self.tr("Enter väljer. F2 byter namn på och Delete tar bort egna mallar."))
        self.list.setMinimumHeight(theme.px(220))
        self.told = Label(self.tr("Läser in…"), "small", "muted", wrap=True)
        self.preview = TemplatePreview(parts.area_titles)
        self.use_button = Button(self.tr("Använd mallen"), "primary")
        # Enter in the search goes to the list; only there does it choose.
        self.use_button.setAutoDefault(False)
        self.take_in_button = Button(self.tr("Läs in mall…"), "secondary", "sm", icon_name="download-simple")
        self.export_button = Button(self.tr("Exportera…"), "secondary", "sm", icon_name="upload-simple")
        self.rename_button = Button(self.tr("Byt namn…"), "secondary", "sm", icon_name="pencil-simple")
        self.remove_button = Button(self.tr("Ta bort"), "ghost", "sm", icon_name="trash")
        self._lay_out()
        self._connect()
        self.search.setFocus()
        self.refresh()

    def _lay_out(self) -> None:
        filters = ResponsiveColumns(spacing=12)
        filters.add_column(Field(self.tr("Sök"), self.search), 220, 3)
        filters.add_column(Field(self.tr("Forum"), self.forum), 200, 2)
        self.body.addWidget(filters)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        own = FlowRow(8, left)
        for button in (self.take_in_button, self.export_button, self.rename_button, self.remove_button):
            own.add(button)
        column.addWidget(own)
        columns = ResponsiveColumns(spacing=16)
        columns.add_column(left, 360, 3)
        reading = ColumnScroll()
        reading.body.addWidget(self.preview)
        reading.body.addStretch(1)
        reading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        columns.add_column(reading, 380, 4)
        columns.folded.connect(reading.set_free)
        self.body.addWidget(columns, 1)
        self.foot.addStretch(1)
        self.close_button(self.tr("Avbryt"))
        self.foot.addWidget(self.use_button)

    def _connect(self) -> None:
        self.search.query_changed.connect(self._show)
        self.search.returnPressed.connect(self._to_list)
        self.forum.activated.connect(self._show)
        self.list.currentItemChanged.connect(self._current_changed)
        self.list.itemActivated.connect(self._activated)
        self.use_button.clicked.connect(self._use)
        self.take_in_button.clicked.connect(self._choose_file)
        self.export_button.clicked.connect(self._choose_target)
        self.rename_button.clicked.connect(self.rename)
        self.remove_button.clicked.connect(self.remove)
        self.list.rename_wanted.connect(self.rename)
        self.list.remove_wanted.connect(self.remove)

    # -- reading and showing
    def refresh(self, wanted: str = "") -> None:
        """Read the templates anew; `wanted` is the one to stand on afterwards."""
        self._wanted = wanted or self.list.current_key()
        templates = self._parts.templates

        def read() -> Read:
            return templates.all(), templates.broken()

        self._parts.tasks.run(read, self._take, owner=self, failed=self._failed)

    def _take(self, read: Read) -> None:
        self._templates, self._broken = read
        chosen = self.forum.currentData()
        self.forum.clear()
        self.forum.addItem(self.tr("Alla forum"), "")
        for title in by_forum(self._templates):
            self.forum.addItem(title, title)
        self.forum.setCurrentIndex(max(0, self.forum.findData(chosen)))
        self._show()

    def _learn_materials(self, template: SessionTemplate) -> None:
        """Ask what the material of the template that is shown is called: to read all there is would take long."""
        new = [ref for ref in template.materials if ref not in self._asked]
        if new:
            self._asked.update(new)
            look_up = partial(self._parts.materials.look_up, new)
            self._parts.tasks.run(look_up, self._take_materials, owner=self, failed=self._failed)

    def _take_materials(self, found: Mapping[str, KnownMaterial]) -> None:
        self.preview.materials = {**self.preview.materials, **found}
        template = self.current()
        if template is not None and any(ref in found for ref in template.materials):
            self.preview.show_template(template)

    def _show(self, *_what: object) -> None:
        forum = self.forum.currentData()
        query = self.search.text()
        choices: list[Choice] = []
        count = 0
        for title, templates in by_forum(self._templates).items():
            found = [t for t in templates if answers(t, query)] if forum in ("", None, title) else []
            count += len(found)
            if found:
                choices.append(Choice("", title))
                choices += [_choice(t) for t in found]
        if self._broken and not query and not forum:
            choices.append(Choice("", self.tr("Går inte att läsa")))
            choices += [Choice(BROKEN + b.file, b.file, self.tr("Filen har fel")) for b in self._broken]
        is_there = any(c.key == self._wanted for c in choices)
        self.list.show_choices(choices, self._wanted if is_there else self.list.current_key())
        if is_there:
            self._wanted = ""
        told = self.tr("1 mall") if count == 1 else self.tr("{n} mallar").format(n=count)
        self.told.setText(told if count else self.tr("Ingen mall svarar mot sökningen."))
        self._current_changed()

    def current(self) -> SessionTemplate | None:
        """Return the template that is marked."""
        key = self.list.current_key()
        return next((t for t in self._templates if t.id == key), None)

    def _current_changed(self, *_items: object) -> None:
        template = self.current()
        own = template is not None and template.own
        self.use_button.setEnabled(template is not None)
        self.export_button.setVisible(template is not None)
        self.rename_button.setVisible(own)
        self.remove_button.setVisible(own)
        if self.list.currentItem() is not None:
            self.list.scrollToItem(self.list.currentItem())
        if template is not None:
            self.preview.show_template(template)
            self._learn_materials(template)
            return
        file = self.list.current_key().removeprefix(BROKEN)
        broken = next((b for b in self._broken if b.file == file), None)
        if broken is not None:
            text = explain(broken.error)
            self.preview.say(text.title, self.tr("{what} Filen ligger kvar orörd.").format(what=text.what_to_do))
        else:
            self.preview.say("", "")

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    # -- doing
    def _activated(self, item: QListWidgetItem) -> None:
        if item.data(KEY):
            self._use()

    def _use(self) -> None:
        template = self.current()
        if template is not None:
            self.template_chosen.emit(template.id)
            self.accept()

    def rename(self) -> None:
        """Ask for another name for a template of one's own."""
        template = self.current()
        if template is not None and template.own:
            dialog = TemplateNameDialog(
                self.tr("Byt namn på mallen"), template.title, partial(self._rename, template.id), parent=self
            )
            dialog.open()

    def _rename(self, which: str, dialog: TemplateNameDialog, title: str, _description: str) -> None:
        def done(renamed: SessionTemplate) -> None:
            dialog.accept()
            self.refresh(renamed.id)

        work = partial(self._parts.templates.rename, which, title)
        self._parts.tasks.write(work, done, owner=dialog, failed=dialog.tell)

    def remove(self) -> None:
        """Remove a template of one's own, with a way back; plans made from it are not touched."""
        template = self.current()
        if template is not None and template.own:
            work = partial(self._parts.templates.remove, template.id)
            self._parts.tasks.write(work, self._removed, owner=self, failed=self._failed)

    def _removed(self, template: SessionTemplate) -> None:
        self.refresh()
        put_back = partial(self._parts.templates.put_back, template)
        told = self.tr("Mallen ”{title}” är borttagen").format(title=template.title)
        self._parts.notices.tell_undoable(told, partial(self._parts.tasks.write, put_back))
        self.told.setText(self.tr("{told}. Ångra med meddelandet nere till höger.").format(told=told))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Läs in mall"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("Mallar (*.yaml)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take_in)
        dialog.open()

    def take_in(self, name: str) -> None:
        """Read a template that somebody has sent, and stand on it."""
        work = partial(self._parts.templates.take_in, Path(name))
        self._parts.tasks.write(work, self._taken_in, owner=self, failed=self._failed)

    def _taken_in(self, template: SessionTemplate) -> None:
        self.search.clear()
        self.forum.setCurrentIndex(0)
        self.refresh(template.id)
        self._parts.notices.inform(self.tr("Mallen ”{title}” finns bland dina egna").format(title=template.title))

    def _choose_target(self) -> None:
        template = self.current()
        if template is None:
            return
        dialog = QFileDialog(self, self.tr("Exportera mallen"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Mallar (*.yaml)"))
        dialog.setDefaultSuffix("yaml")
        dialog.selectFile(file_name(self.tr("Mall"), template.title, suffix=".yaml"))
        dialog.fileSelected.connect(partial(self.export_to, template.id))
        dialog.open()

    def export_to(self, which: str, name: str) -> None:
        """Write a template to a file. Paths on this machine stay here."""
        work = partial(self._parts.templates.export, which, Path(name))
        self._parts.tasks.write(work, partial(self._exported, name), owner=self, failed=self._failed)

    def _exported(self, name: str, _nothing: None) -> None:
        self._parts.notices.inform(self.tr("Mallen är sparad i {file}").format(file=Path(name).name))

    def _failed(self, error: Exception) -> None:
        text = explain(error)
        self.told.setText(f"{text.title}. {text.what_to_do}")
        self._parts.notices.fail(error)


def _choice(template: SessionTemplate) -> Choice:
    facts = f"{words.minutes(template.minutes)}, {cases_words(template.cases)}"
    who = f"{facts}. {template.target_group}" if template.target_group else facts
    return Choice(template.id, template.title, who, f"{template.title}. {facts}. {template.description.strip()}")
