"""What lies behind a level: one line for each fact, with its date, its form and where it came from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompetens_gui.domain.learning.evidence import READING, Evidence, EvidenceKind
from kompetens_gui.domain.learning.levels import RAISES_NOTHING
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.counting_words import one_decimal, percent
from kompetens_gui.services.date_words import day_words
from kompetens_gui.services.evidence_sources import EvidenceLine
from kompetens_gui.services.evidence_words import evidence_kind_words, form_words
from kompetens_gui.ui.widgets.labels import Label, rule
from kompetens_gui.ui.widgets.layouts import clear_layout

BEST_RATING = 5


class EvidenceList(QWidget):
    """Says so when there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Underlag"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._lines: Sequence[EvidenceLine] | None = None

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        clear_layout(self._column)
        if not lines:
            text = self.tr("Inget ännu. Det du gör klart i området hamnar här.")
            self._column.addWidget(Label(text, "small", "muted", wrap=True, parent=self))
        for index, line in enumerate(lines):
            if index:
                self._column.addWidget(rule())
            self._column.addWidget(_Line(line, self))


class _Line(QWidget):
    def __init__(self, line: EvidenceLine, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        title, facts = line_words(line)
        column.addWidget(Label(title, "dense-strong", wrap=True, parent=self))
        column.addWidget(Label(facts, "small", "muted", wrap=True, parent=self))
        self.setAccessibleName(f"{title}. {facts}")


def line_words(line: EvidenceLine) -> tuple[str, str]:
    """Return the title of a line, and what is known: how, when, how well, by whom, and whether it raises anything."""
    e = line.evidence
    form = form_words(e.form)
    facts = [f"{evidence_kind_words(e.kind)}, {day_words(e.on)}"]
    if line.title:
        facts.append(form)
    facts += [x for x in (_how(e), _with(e)) if x]
    if line.by:
        facts.append(translate("Evidence", "Av {name}").format(name=line.by))
    if e.kind in RAISES_NOTHING:
        facts.append(translate("Evidence", "Bakgrund, höjer ingen nivå"))
    return line.title or form, ". ".join(facts)


def _how(e: Evidence) -> str:
    match e.kind:
        case EvidenceKind.LED:
            text = translate("Evidence", "{rating} av 5 i snitt från {n}")
            return text.format(rating=one_decimal(e.strength * BEST_RATING), n=e.count)
        case EvidenceKind.ATTENDED if e.form != READING and e.count > 1:
            return translate("Evidence", "{n} minuter").format(n=e.count)
        case EvidenceKind.PRACTISED if e.count > 1:
            return translate("Evidence", "{share} rätt av {n}").format(share=percent(e.strength), n=e.count)
    return ""


def _with(e: Evidence) -> str:
    found = []
    if e.with_other:
        found.append(translate("Evidence", "tillsammans med någon annan"))
    if e.reflected:
        found.append(translate("Evidence", "med reflektion"))
    text = ", ".join(found)
    return text[:1].upper() + text[1:]
