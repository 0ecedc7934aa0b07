"""The letter large for its readers; then original and new version, side by side."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.plain_language.events import LetterStep
from kompetens_gui.domain.activities.plain_language.room import LetterRoom, VersionInRoom
from kompetens_gui.ui.activities.paper_card import PaperCard
from kompetens_gui.ui.activities.parts import ROOM_SIDE, RoomSurface
from kompetens_gui.ui.activities.plain_language.changed_text import ChangedText
from kompetens_gui.ui.activities.plain_language.words import measure_words, step_word
from kompetens_gui.ui.widgets.labels import Label

_BULLET = "•\N{NO-BREAK SPACE}"


class ChangedCard(QFrame):
    """A heading, and a text with its changes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "sunken")
        self.heading = Label("", "small-strong", "muted", wrap=True, parent=self)
        self.text = ChangedText(parent=self)
        self.column = QVBoxLayout(self)
        self.column.addWidget(self.heading)
        self.column.addWidget(self.text, 1)


class PlainLanguageRoom(RoomSurface):
    """Shows the kind's room view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Label("", "h1", wrap=True, parent=self)
        self.place = Label("", "small", "muted", parent=self)
        self.original = PaperCard("body", self)
        self.own = PaperCard("body", self)
        self.side = PaperCard("body", self)
        self.asks = PaperCard("h2", self)
        self.facts = Label("", "small", wrap=True, parent=self)
        self.before, self.after = ChangedCard(self), ChangedCard(self)
        self.versions: list[PaperCard] = []
        self.row, self.grid, self.column = QHBoxLayout(), QGridLayout(), QVBoxLayout()
        self._lay_out()

    def show_view(self, view: LetterRoom | None) -> None:
        if view is None:
            return
        number = view.at if view.step is LetterStep.READING else 0
        self.heading.setText(step_word(view.step, number))
        self.place.setText(self.tr("Klarspråk. Steg {at} av {count}").format(at=view.at + 1, count=view.count))
        step = view.step
        changed = step is LetterStep.CHANGES and bool(view.after)
        original = step in (LetterStep.READING, LetterStep.WRITING)
        told = self.tr("Originalet. {measure}").format(measure=measure_words(view.original_measure))
        self.original.show_paper(told, view.original if original else "")
        self._show_own(view)
        self._show_side(view)
        self.before.setVisible(changed)
        self.after.setVisible(changed)
        self.before.heading.setText(told)
        self.after.heading.setText(self._own_head(view))
        self.before.text.show_pieces(view.before)
        self.after.text.show_pieces(view.after)
        self._show_versions(view.versions)
        self._show_facts(view)

    def _own_head(self, view: LetterRoom) -> str:
        return self.tr("Vår version. {measure}").format(measure=measure_words(view.measure)).strip()

    def _show_own(self, view: LetterRoom) -> None:
        waiting = {
            LetterStep.WRITING: self.tr("Hur skriver vi det i stället?"),
            LetterStep.CHANGES: self.tr("Rummet har inte skrivit någon version än."),
            LetterStep.VERSIONS: self.tr("Ingen grupp har lämnat in sin version än."),
        }.get(view.step, "")
        text = view.text or waiting
        if view.step is LetterStep.READING or (view.step is LetterStep.CHANGES and view.text):
            text = ""
        if view.step is LetterStep.VERSIONS:
            text = "" if view.versions else waiting
        self.own.show_paper(self._own_head(view) if view.step is not LetterStep.VERSIONS else "", text)

    def _show_side(self, view: LetterRoom) -> None:
        match view.step:
            case LetterStep.READING:
                asked = (f"{q.group}: {q.text}" if q.group else q.text for q in view.questions)
                text = "\n\n".join(asked) or self.tr("Vad frågar du dig när du läser?")
                self.side.show_paper(self.tr("Det frågar läsaren"), text)
            case LetterStep.CHECKING:
                words = {True: self.tr("Ja. {point}"), False: self.tr("Inte än. {point}"), None: _BULLET + "{point}"}
                lines = (words[point.met].format(point=point.text) for point in view.points)
                text = "\n\n".join(lines) or self.tr("Vad skulle ni hålla texten mot?")
                self.side.show_paper(self.tr("Håll texten mot det här"), text)
            case LetterStep.MODEL:
                told = measure_words(view.model_measure) if view.model_measure else ""
                text = view.model or self.tr("Läs er version högt först. Sedan kommer ett förslag.")
                heading = self.tr("Ett förslag. {measure} Ert sätt kan vara lika bra.").format(measure=told)
                self.side.show_paper(heading if view.model else "", text)
            case _:
                self.side.show_paper("", "")
        self.asks.show_paper(self.tr("I materialet frågar läsaren"), view.asks)
        self._share_width(view)

    def _share_width(self, view: LetterRoom) -> None:
        """Give texts beside each other width by what they need, so that neither has to end early."""
        original, own = _need(view.original), _need(view.text)
        match view.step:
            case LetterStep.READING:
                shares = (10, 0, 9, 0, 0)
            case LetterStep.WRITING:
                shares = (*_shares(original, own), 0, 0, 0)
            case LetterStep.CHANGES if view.text:  # what is new is bold, and wider
                shares = (0, 0, 0, *_shares(original, own * 15 // 14))
            case LetterStep.MODEL if view.model:
                mine, model = _shares(own, _need(view.model))
                shares = (0, mine, model, 0, 0)
            case LetterStep.CHECKING | LetterStep.MODEL:
                shares = (0, 11, 9, 0, 0)
            case _:
                shares = (0, 1, 0, 0, 0)
        asked = sum(_need(q.text) + len(q.group) for q in view.questions) + 100
        self.column.setStretch(0, asked)
        self.column.setStretch(1, _need(view.asks) * 3 // 2 + 100 if view.asks else 0)
        # A column whose parts are hidden would take its share of the width all the same.
        for column, share in enumerate(shares):
            self.row.setStretch(column, share)

    def _show_facts(self, view: LetterRoom) -> None:
        """Tell on a line or two what must still be said, so that the texts keep their width."""
        kept = ", ".join(fact.text for fact in view.facts if fact.kept)
        lost = ", ".join(fact.text for fact in view.facts if not fact.kept)
        told = (
            self.tr("Det här ska stå kvar och saknas än: {facts}.").format(facts=lost) if lost else "",
            self.tr("Finns med: {facts}.").format(facts=kept) if kept else "",
        )
        self.facts.setText(" ".join(filter(None, told)))
        self.facts.setVisible(bool(self.facts.text()))

    def _show_versions(self, versions: tuple[VersionInRoom, ...]) -> None:
        columns = 3 if len(versions) > 4 else 2
        while len(self.versions) < len(versions):
            card = PaperCard("body", self)
            self.versions.append(card)
            self.scale_layout(card.column, (24, 16, 24, 16), 8)
        for index, card in enumerate(self.versions):
            found = versions[index] if index < len(versions) else None
            if found is None:
                card.show_paper("", "")
                continue
            self.grid.addWidget(card, index // columns, index % columns)
            lost = self.tr(" Saknas: {facts}.").format(facts=", ".join(found.lost)) if found.lost else ""
            card.show_paper(f"{found.group}. {measure_words(found.measure)}{lost}", found.text)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.place)
        self.column.addWidget(self.side, 1)
        self.column.addWidget(self.asks, 1)
        for part in (self.original, self.own):
            self.row.addWidget(part)
        self.row.addLayout(self.column)
        for changed in (self.before, self.after):
            self.row.addWidget(changed)
        # A letter is long: it gets some of the margin too.
        self.scale_layout(self.body, (ROOM_SIDE, 32, ROOM_SIDE, 32), 20)
        self.body.addLayout(head)
        self.body.addLayout(self.row, 1)
        self.body.addWidget(self.facts)
        self.body.addLayout(self.grid, 1)
        for layout in (self.row, self.column, self.grid):
            self.scale_layout(layout, (0, 0, 0, 0), 24)
        for card in (self.original, self.own, self.side, self.asks, self.before, self.after):
            self.scale_layout(card.column, (24, 14, 24, 14), 6)


def _need(text: str) -> int:
    """Tell about how much room a text takes, in characters: the end of a paragraph leaves some of a line empty."""
    return len(text) + 40 * (text.count("\n") + 1)


def _shares(left: int, right: int) -> tuple[int, int]:
    """Share a width between two texts; the shorter gets at least a third."""
    both = left + right
    part = min(max(left, both // 3), both - both // 3)
    return part, both - part
