"""Who plays what, how hard it is played, and what to do when people are few, odd in number, or leave."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.role_play.events import LEADER, CastRole, LevelChosen, RolesCast
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import RoleCard, RolePlay
from kompetens_gui.domain.workshop.plan import ParticipantId
from kompetens_gui.ui.activities.role_play.section_text import Section, SectionText
from kompetens_gui.ui.widgets.buttons import Button
from kompetens_gui.ui.widgets.cards import Card
from kompetens_gui.ui.widgets.flow_row import FlowRow
from kompetens_gui.ui.widgets.labels import Heading, Label
from kompetens_gui.ui.widgets.layouts import choice_box, clear_layout, side_scroll
from kompetens_gui.ui.widgets.tags import Tag

Place = tuple[str, str]


class CastingPage(QWidget):
    """`proposed(event)` is sent with the whole cast each time: changing roles is casting anew.

    `prints_wanted()` asks for the cards on paper.
    """

    proposed = Signal(object)
    prints_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._play: RolePlay | None = None
        self._context: ActivityContext | None = None
        self._cast: dict[Place, ParticipantId] = {}
        self._people: tuple[object, ...] = ()
        self.boxes: dict[str, QComboBox] = {}
        self.lacks: dict[str, Tag] = {}
        area, body = side_scroll(self)
        self._area = area
        casting = Card(dense=True, parent=area)
        casting.add(Heading(self.tr("Vem spelar vad"), "h2", parent=casting))
        self.group = choice_box()
        self.group.setAccessibleName(self.tr("Grupp som spelar"))
        self.group.setMinimumContentsLength(18)
        self.group.activated.connect(self._group_chosen)
        self.fill = Button(self.tr("Fördela"), "secondary", "sm", icon_name="users", parent=casting)
        self.turn = Button(self.tr("Byt runt"), "secondary", "sm", icon_name="arrows-clockwise", parent=casting)
        self.clear = Button(self.tr("Töm"), "ghost", "sm", parent=casting)
        self.cards = Button(self.tr("Skriv ut rollkort"), "ghost", "sm", icon_name="printer", parent=casting)
        self.fill.setToolTip(self.tr("De som inte spelar än får de roller som är lediga"))
        self.turn.setToolTip(self.tr("Var och en tar nästa roll"))
        self.cards.setToolTip(self.tr("Öppna utskrifterna (Ctrl+P)"))
        tools = FlowRow(parent=casting)
        for part in (self.group, self.fill, self.turn, self.clear, self.cards):
            tools.add(part)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(8)
        self.grid.setColumnStretch(0, 3)
        self.grid.setColumnStretch(1, 4)
        self.watching = Label("", "small", "muted", wrap=True, parent=casting)
        casting.add(tools)
        casting.body.addLayout(self.grid)
        casting.add(self.watching)
        self.level_card = Card(dense=True, parent=area)
        self.level_card.add(Heading(self.tr("Svårighet"), "h2", parent=self.level_card))
        self.level = choice_box()
        self.level.setAccessibleName(self.tr("Svårighet"))
        self.level.activated.connect(self._choose_level)
        self.level_card.add(self.level)
        self.level_text = SectionText(parent=self.level_card)
        self.level_card.add(self.level_text)
        fewer = Card(dense=True, parent=area)
        fewer.add(Heading(self.tr("Färre, udda eller någon som går"), "h2", parent=fewer))
        self.fewer = SectionText(parent=fewer)
        fewer.add(self.fewer)
        body.setSpacing(12)
        for card in (casting, self.level_card, fewer):
            body.addWidget(card)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.fill.clicked.connect(self._fill)
        self.turn.clicked.connect(self._turn)
        self.clear.clicked.connect(self._clear)
        self.cards.clicked.connect(self.prints_wanted)

    def show_state(self, play: RolePlay, state: RolePlayState, context: ActivityContext) -> None:
        """Show the cast; a role has none whose player is no longer in the list, or whose group is no longer there."""
        people = (context.participants, context.groups)
        anew = play is not self._play or people != self._people
        self._play, self._context, self._people = play, context, people
        if anew:
            self._make(play, context)
        known = {LEADER, *(p.id for p in context.participants)}
        groups = {"", *(g.id for g in context.groups)}
        held = [c for c in state.cast if c.participant in known and c.group in groups]
        self._cast = {(c.role, c.group): c.participant for c in held}
        self._show_cast()
        self._show_level(play, state)

    def _show_cast(self) -> None:
        assert self._play is not None
        assert self._context is not None
        group = self._group()
        for role in self._play.roles:
            player = self._cast.get((role.id, group))
            box = self.boxes[role.id]
            box.setCurrentIndex(max(0, box.findData(str(player or ""))))
            self.lacks[role.id].setVisible(player is None and not role.optional)
        playing = set(self._cast.values())
        watching = [p.name for p in self._context.participants if p.id not in playing]
        words = self.tr("Observerar: {names}").format(names=", ".join(watching))
        self.watching.setText(words if watching else self.tr("Alla spelar. Fyll i punkterna tillsammans efteråt."))
        self.clear.setEnabled(any(g == group for _, g in self._cast))
        self.turn.setEnabled(sum(g == group for _, g in self._cast) > 1)

    def _show_level(self, play: RolePlay, state: RolePlayState) -> None:
        self.level.setCurrentIndex(max(0, self.level.findData(state.level)))
        level = next((known for known in play.levels if known.level == state.level), None)
        if level is None:
            self.level_text.show_sections((Section("", (self.tr("Korten spelas som de är skrivna."),)),))
            return
        titles = {r.id: r.title for r in play.roles}
        changes = [Section(titles.get(c.role, c.role), (c.text,)) for c in level.changes]
        self.level_text.show_sections((Section(level.title, (level.text,)), *changes))

    def _make(self, play: RolePlay, context: ActivityContext) -> None:
        chosen = self.group.currentData()
        self.group.clear()
        self.group.addItem(self.tr("En grupp inför alla"), "")
        for group in context.groups:
            self.group.addItem(group.name, str(group.id))
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.setVisible(bool(context.groups))
        clear_layout(self.grid)
        self.boxes, self.lacks = {}, {}
        for row, role in enumerate(play.roles):
            words = self.tr("{role} (kan utgå)") if role.optional else "{role}"
            label = Label(words.format(role=role.title), "dense-strong", wrap=True)
            box = self._player_box(role, context)
            lack = Tag(self.tr("Saknas"), "warn")
            for column, part in enumerate((label, box, lack)):
                self.grid.addWidget(part, row, column)
            self.boxes[role.id], self.lacks[role.id] = box, lack
        self.level.clear()
        self.level.addItem(self.tr("Som skrivet"), 0)
        for known in play.levels:
            self.level.addItem(f"{known.level}. {known.title}", known.level)
        leaving = self.tr("Välj någon annan i listan, ta rollen själv, eller låt den vara tom om den kan utgå.")
        sections = [Section(self.tr("Om någon går mitt i"), (leaving,))]
        sections += [Section(self.tr("{n} personer").format(n=f.people), (f.text,)) for f in play.fewer]
        self.fewer.show_sections(tuple(sections))

    def _player_box(self, role: RoleCard, context: ActivityContext) -> QComboBox:
        box = choice_box()
        box.setAccessibleName(self.tr("Vem spelar {role}").format(role=role.title))
        box.addItem(self.tr("Ingen"), "")
        for participant in context.participants:
            box.addItem(participant.name, str(participant.id))
        box.addItem(self.tr("Du som leder"), str(LEADER))
        box.activated.connect(partial(self._choose, role.id))
        return box

    def _choose(self, role: str, _index: int) -> None:
        """Cast a role; whoever had another role changes places with the one who had this."""
        place = (role, self._group())
        player = ParticipantId(str(self.boxes[role].currentData()))
        cast = dict(self._cast)
        before = cast.pop(place, None)
        if player:
            if player != LEADER:
                for other, who in list(cast.items()):
                    if who == player:
                        del cast[other]
                        if before is not None:
                            cast[other] = before
            cast[place] = player
        self._propose(cast)

    @Slot()
    def _fill(self) -> None:
        """Give the free roles to those of the group (or of all) who do not play yet, in order."""
        assert self._play is not None
        assert self._context is not None
        group = self._group()
        members = next((g.members for g in self._context.groups if g.id == group), ())
        known = [p.id for p in self._context.participants]
        playing = set(self._cast.values())
        free = [p for p in (members or known) if p in known and p not in playing]
        cast = dict(self._cast)
        needed = sorted(self._play.roles, key=lambda role: role.optional)
        for role in needed:
            if (role.id, group) not in cast and free:
                cast[(role.id, group)] = free.pop(0)
        self._propose(cast)

    @Slot()
    def _turn(self) -> None:
        """Let everyone of the group take the next role that is cast."""
        group = self._group()
        places = [place for place in self._cast if place[1] == group]
        players = [self._cast[place] for place in places]
        cast = dict(self._cast)
        cast.update(zip(places, players[-1:] + players[:-1], strict=True))
        self._propose(cast)

    @Slot()
    def _clear(self) -> None:
        group = self._group()
        self._propose({place: who for place, who in self._cast.items() if place[1] != group})

    @Slot()
    def _choose_level(self) -> None:
        self.proposed.emit(LevelChosen(int(self.level.currentData())))

    @Slot()
    def _group_chosen(self) -> None:
        self._show_cast()

    def _group(self) -> str:
        return str(self.group.currentData() or "")

    def _propose(self, cast: dict[Place, ParticipantId]) -> None:
        if cast != self._cast:
            self._cast = cast
            self.proposed.emit(RolesCast(tuple(CastRole(role, who, group) for (role, group), who in cast.items())))
