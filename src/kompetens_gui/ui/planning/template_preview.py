"""What a template holds, to read before it is chosen."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.workshop.template import SessionTemplate, TemplateItem
from kompetens_gui.services.forum_words import forum_title
from kompetens_gui.services.material_browsing import KnownMaterial
from kompetens_gui.ui.planning import material_words, words
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.labels import Heading, Icon, IconText, Label
from kompetens_gui.ui.widgets.layouts import clear_layout


def cases_words(count: int) -> str:
    """Say how many cases a template works with."""
    if not count:
        return words.translate("Planning", "inget fall")
    one, many = words.translate("Planning", "ett fall"), words.translate("Planning", "{n} fall")
    return one if count == 1 else many.format(n=count)


class TemplatePreview(Card):
    """Description, whom it is for, and the agenda with its minutes and material."""

    def __init__(self, area_titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(dense=True, parent=parent)
        self._areas = area_titles
        self.body.setContentsMargins(20, 16, 20, 16)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(8)
        self.body.addLayout(self._inside)
        self.body.addStretch(1)
        self.materials: Mapping[str, KnownMaterial] = {}

    def say(self, title: str, text: str) -> None:
        """Show a few words instead of a template."""
        clear_layout(self._inside)
        if title:
            self._inside.addWidget(Heading(title, "h3", parent=self))
        self._inside.addWidget(Label(text, "dense", "muted", wrap=True, parent=self))

    def show_template(self, template: SessionTemplate) -> None:
        clear_layout(self._inside)
        put: Callable[[QWidget], None] = self._inside.addWidget
        own = self.tr("Egen mall")
        forum = forum_title(template.forum_type)
        put(Label(f"{forum} · {own}" if template.own else forum, "label", "faint", parent=self))
        put(Heading(template.title, "h2", parent=self))
        put(Label(template.description.strip(), "dense", wrap=True, parent=self))
        put(_line("clock", f"{words.minutes(template.minutes)}, {cases_words(template.cases)}", self))
        if template.target_group:
            put(_line("users-three", template.target_group, self))
        if template.purpose:
            put(_line("target", template.purpose, self))
        if template.competence_areas:
            areas = "; ".join(f"{a} {self._areas.get(a, '')}".strip() for a in template.competence_areas)
            put(_line("graduation-cap", areas, self))
        put(Heading(self.tr("Dagordning"), "h3", parent=self))
        at = 0
        for item in template.agenda:
            put(self._row(item, at))
            at += item.minutes

    def _row(self, item: TemplateItem, at: int) -> QWidget:
        kind = words.kind(item.kind)
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(Icon(kind.icon, 18, "text_3", parent=holder), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(Label(item.title, "dense", wrap=True, parent=holder))
        refs = material_refs(item.settings)
        for ref in refs:
            text, tone = material_words.state(ref, self.materials.get(ref))
            texts.addWidget(Label(text, "meta", "faint" if tone != "warn" else "warn", wrap=True, parent=holder))
        if not refs and item.title != kind.title:
            texts.addWidget(Label(kind.title, "meta", "faint", parent=holder))
        row.addLayout(texts, 1)
        minutes = self.tr("{n} min").format(n=item.minutes)
        row.addWidget(Label(minutes, "small-strong", "muted", parent=holder), 0, Qt.AlignmentFlag.AlignTop)
        holder.setAccessibleName(f"{at} {item.title}, {minutes}")
        return holder


def _line(icon_name: str, text: str, parent: QWidget) -> IconText:
    line = IconText(icon_name, text, "small", "muted", parent=parent)
    line.label.setWordWrap(True)
    layout = line.layout()
    if layout is not None:
        layout.setAlignment(line.icon, Qt.AlignmentFlag.AlignTop)
    return line
