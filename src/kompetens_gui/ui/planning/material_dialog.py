"""Choosing what a moment works with: a list to search and narrow, and what a piece holds before it is taken."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.services.material_browsing import (
    KnownMaterial,
    MaterialBrowsing,
    MaterialPreview,
    MaterialRow,
    MaterialState,
)
from kompetens_gui.ui.background import Tasks
from kompetens_gui.ui.planning import material_words, words
from kompetens_gui.ui.planning.columns import ColumnScroll
from kompetens_gui.ui.planning.dialogs import PlanningDialog
from kompetens_gui.ui.planning.two_line_list import KEY, Choice, TwoLineList
from kompetens_gui.ui.shell.error_texts import explain
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.fields import Field
from kompetens_gui.ui.widgets.labels import Heading, IconText, Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout
from kompetens_gui.ui.widgets.responsive import ResponsiveColumns
from kompetens_gui.ui.widgets.search_field import SearchField

translate = QCoreApplication.translate
LONGEST_SUMMARY = 700


class MaterialDialog(PlanningDialog):
    """With `several`, ticks choose more than one.

    Signals: `chosen(tuple[str, ...])` with the references in order; before it `learnt(ref, KnownMaterial)` for each.
    """

    chosen = Signal(object)
    learnt = Signal(str, object)

    def __init__(
        self,
        browsing: MaterialBrowsing,
        tasks: Tasks,
        kinds: Sequence[MaterialKind],
        area_titles: Mapping[str, str],
        taken: Sequence[str] = (),
        *,
        several: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("Planning", "Välj material"),
            translate("Planning", "Grupperna får var sitt i tur och ordning, om du kryssar flera.") if several else "",
            width=1040,
            height=860,
            parent=parent,
        )
        self._browsing, self._tasks, self._kinds, self._several = browsing, tasks, tuple(kinds), several
        self._rows: tuple[MaterialRow, ...] = ()
        self._ticked: list[str] = list(taken)
        self._previews: dict[str, MaterialPreview] = {}
        self._wanted = taken[0] if taken else ""
        self._make_filters(area_titles)
        self.list = TwoLineList(self.tr("Material"))
        keys = self.tr("Enter väljer. Mellanslag kryssar.") if several else self.tr("Enter väljer")
        self.list.setAccessibleDescription(keys)
        self.list.setMinimumHeight(theme.px(220))
        self.list.currentItemChanged.connect(self._current_changed)
        self.list.itemActivated.connect(self._use)
        self.list.itemChanged.connect(self._tick_changed)
        self.told = Label(self.tr("Läser in…"), "small", "muted", wrap=True)
        self.preview = Card(dense=True)
        self.preview.body.setContentsMargins(20, 16, 20, 16)
        self._inside = QVBoxLayout()
        self._inside.setSpacing(10)
        self.preview.body.addLayout(self._inside)
        self.preview.body.addStretch(1)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)
        columns = ResponsiveColumns(spacing=16)
        columns.add_column(left, 340, 3)
        reading = ColumnScroll()
        reading.body.addWidget(self.preview)
        reading.body.addStretch(1)
        reading.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        columns.add_column(reading, 360, 4)
        columns.folded.connect(reading.set_free)
        self.body.addWidget(columns, 1)
        self.foot.addStretch(1)
        self.close_button(self.tr("Avbryt"))
        self.use = Button(self.tr("Använd i momentet"), "primary")
        self.use.setEnabled(False)
        self.use.clicked.connect(self._use)
        self.foot.addWidget(self.use)
        self.search.setFocus()
        self._tasks.run(partial(browsing.rows, self._kinds), self._take_rows, owner=self, failed=self._tell_failed)

    def _make_filters(self, area_titles: Mapping[str, str]) -> None:
        self.search = SearchField(self.tr("Sök material"))
        self.area, self.level, self.kind = choice_box(), choice_box(), choice_box()
        self.area.addItem(self.tr("Alla områden"), "")
        for area, title in area_titles.items():
            self.area.addItem(f"{area}  {title}", area)
        self.level.addItem(self.tr("Alla nivåer"), 0)
        for level in (1, 2, 3, 4):
            self.level.addItem(material_words.difficulty(level), level)
        self.kind.addItem(self.tr("Alla slag"), "")
        for kind in self._kinds:
            self.kind.addItem(material_words.kind_name(kind), kind)
        row = ResponsiveColumns(spacing=12)
        row.add_column(Field(self.tr("Sök"), self.search), 200, 2)
        row.add_column(Field(self.tr("Område"), self.area), 170, 2)
        row.add_column(Field(self.tr("Svårighet"), self.level), 130, 1)
        if len(self._kinds) > 1:
            row.add_column(Field(self.tr("Slag"), self.kind), 140, 1)
        self.body.addWidget(row)
        self.search.query_changed.connect(self._show_rows)
        for box in (self.area, self.level, self.kind):
            box.currentIndexChanged.connect(self._show_rows)

    # -- the list
    def _take_rows(self, rows: Sequence[MaterialRow]) -> None:
        self._rows = tuple(rows)
        self._show_rows()

    def _tell_failed(self, error: Exception) -> None:
        text = explain(error)
        self.told.setText(f"{text.title}. {text.what_to_do}")

    def shown(self) -> tuple[MaterialRow, ...]:
        """Return the rows that answer to what is searched for."""
        area, level, kind = self.area.currentData(), self.level.currentData(), self.kind.currentData()
        return tuple(
            r
            for r in self._rows
            if r.answers(self.search.text())
            and (not area or area in r.areas)
            and (not level or level == r.difficulty)
            and (not kind or kind == r.kind)
        )

    def _show_rows(self, *_what: object) -> None:
        rows = self.shown()
        keep = self.current_ref() or self._wanted
        choices = []
        for row in rows:
            warning = self.tr("Har en innehållsvarning") if row.content_warning else ""
            spoken = ". ".join(part for part in (row.title, material_words.facts(row), warning) if part)
            choices.append(Choice(row.ref, row.title, material_words.facts(row), spoken))
        self.list.show_choices(choices, keep, self._ticked if self._several else None)
        if not self._rows:
            self.told.setText(self.tr("Det finns inget material av det slaget än."))
        elif not rows:
            self.told.setText(self.tr("Inget svarar mot sökningen. Ta bort ett filter."))
        else:
            self.told.setText(self.tr("{n} av {all}").format(n=len(rows), all=len(self._rows)))
        self._current_changed()

    def current_ref(self) -> str:
        return self.list.current_key()

    def _tick_changed(self, item: QListWidgetItem) -> None:
        ref = str(item.data(KEY))
        ticked = item.checkState() == Qt.CheckState.Checked
        if ticked and ref not in self._ticked:
            self._ticked.append(ref)
        elif not ticked and ref in self._ticked:
            self._ticked.remove(ref)
        self._fit_button()

    def _fit_button(self) -> None:
        count = len(self._ticked) if self._several else 0
        self.use.setText(
            self.tr("Använd {n} i momentet").format(n=count) if count > 1 else self.tr("Använd i momentet")
        )
        self.use.setEnabled(bool(self.current_ref() or count))

    # -- the preview
    def _current_changed(self, *_items: object) -> None:
        ref = self.current_ref()
        self._fit_button()
        if ref in self._previews:
            self._show_preview(ref, self._previews[ref])
            return
        self._say(self.tr("Läser in…") if ref else "")
        if ref:
            self._tasks.run(
                partial(self._browsing.preview, ref),
                partial(self._take_preview, ref),
                owner=self,
                failed=partial(self._preview_failed, ref),
            )

    def _take_preview(self, ref: str, preview: MaterialPreview) -> None:
        self._previews[ref] = preview
        if ref == self.current_ref():
            self._show_preview(ref, preview)

    def _preview_failed(self, ref: str, error: Exception) -> None:
        if ref == self.current_ref():
            text = explain(error)
            self._say(f"{text.title}. {text.what_to_do}")

    def _say(self, text: str) -> None:
        clear_layout(self._inside)
        if text:
            self._inside.addWidget(Label(text, "dense", "muted", wrap=True, parent=self.preview))

    def _show_preview(self, ref: str, preview: MaterialPreview) -> None:
        clear_layout(self._inside)
        row = preview.row
        put: Callable[[QWidget], None] = self._inside.addWidget
        put(Label(material_words.kind_name(row.kind), "label", "faint", parent=self.preview))
        put(Heading(row.title, "h2", parent=self.preview))
        made_of = [material_words.counted(what, number) for what, number in preview.holds]
        put(
            _line(
                "clock",
                ", ".join((words.minutes(row.minutes), material_words.difficulty(row.difficulty).lower(), *made_of)),
                self.preview,
            )
        )
        if row.audience:
            put(_line("users-three", ", ".join(row.audience), self.preview))
        if row.content_warning:
            put(_line("warning", row.content_warning, self.preview, "warn"))
        put(_line("info", material_words.review(row), self.preview))
        if preview.rule_version:
            put(_line("scales", self.tr("Bygger på regelversion {rv}").format(rv=preview.rule_version), self.preview))
        summary = preview.summary.strip()
        if len(summary) > LONGEST_SUMMARY:
            summary = summary[:LONGEST_SUMMARY].rsplit(" ", 1)[0] + " …"
        put(Label(summary, "dense", wrap=True, parent=self.preview))
        if preview.goals:
            put(Heading(self.tr("Mål"), "h3", parent=self.preview))
            for goal in preview.goals:
                put(_line("check", goal, self.preview))
        if preview.leader.strip():
            put(Heading(self.tr("Till dig som leder"), "h3", parent=self.preview))
            put(Label(preview.leader.strip(), "small", "muted", wrap=True, parent=self.preview))

    def _use(self, *_what: object) -> None:
        ref = self.current_ref()
        refs = tuple(self._ticked) if self._several and self._ticked else ((ref,) if ref else ())
        if refs:
            for row in self._rows:
                if row.ref in refs:
                    self.learnt.emit(row.ref, KnownMaterial(MaterialState.THERE, row.title, row.minutes))
            self.chosen.emit(refs)
            self.accept()


def _line(icon_name: str, text: str, parent: QWidget, tone: str = "muted") -> IconText:
    line = IconText(icon_name, text, "small", tone, parent=parent)  # type: ignore[arg-type]  # one of the tones
    line.label.setWordWrap(True)
    layout = line.layout()
    if layout is not None:
        layout.setAlignment(line.icon, Qt.AlignmentFlag.AlignTop)
    return line
