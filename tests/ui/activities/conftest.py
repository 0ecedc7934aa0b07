"""A kind's two panels joined through its rules, as the running session joins them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.content.loading import load_case
from kompetens_gui.domain.activities.base import ActivityContext, material_refs
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    GroupId,
    Participant,
    ParticipantId,
    Role,
    SmallGroup,
)
from kompetens_gui.domain.workshop.series import Commitment, SeriesMemory
from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel, leader_panel, room_panel
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import PROJECTOR
from tests.domain.material_making import material_of, material_ref

CASE = Path(__file__).parents[3] / "cases" / "utmattning-projektledare"


@cache
def project_leader() -> Case:
    return load_case(CASE)


@dataclass
class Running:
    """Both panels of one activity; what the leader proposes happens at once, if the rules allow it."""

    kind: Any
    context: Any  # its material is of the kind's own type
    leader: Any
    room: Any
    state: Any
    windows: list[QWidget] = field(default_factory=list)
    events: list[object] = field(default_factory=list)

    def show(self) -> None:
        self.leader.show_state(self.state, self.context)
        self.room.show_view(self.kind.room(self.state, self.context))

    def happen(self, event: object) -> None:
        self.kind.check(self.state, event, self.context)
        self.state = self.kind.fold(self.state, event, datetime.now(UTC), self.context)
        self.events.append(event)
        self.show()

    def with_chain(self, chain: Chain) -> None:
        self.context = replace(self.context, chain=chain)
        self.show()


PEOPLE = tuple(
    Participant(ParticipantId(f"p{n}"), name, Role.CASE_OFFICER, unit)
    for n, (name, unit) in enumerate(
        [
            ("Anna Ek", "Norr"),
            ("Bo Alm", "Norr"),
            ("Cem Kaya", "Syd"),
            ("Disa Lind", "Syd"),
            ("Ewa Nowak", "Norr"),
            ("Farid Amin", "Syd"),
        ],
        1,
    )
)
GROUPS = (
    SmallGroup(GroupId("g1"), "Grupp 1", tuple(p.id for p in PEOPLE[:3])),
    SmallGroup(GroupId("g2"), "Grupp 2", tuple(p.id for p in PEOPLE[3:])),
)
PREVIOUS = SeriesMemory(
    "Workshop i oktober",
    date(2026, 10, 14),
    (Commitment("c1", "Ringer chefen före dag 30", "Grupp 1"), Commitment("c2", "Frågar vad som går", "Grupp 2")),
    ("En fråga i taget",),
    ("Vem kallar till mötet?",),
)
Start = Callable[..., Running]


@pytest.fixture
def start(qtbot: QtBot) -> Start:
    """Start an activity: `start("discussion", settings={...}, case=None)`."""

    def begin(kind: str, settings: Mapping[str, object] | None = None, *, with_case: bool = True) -> Running:
        rules = activity_kind(kind)
        ref = material_ref(kind)
        chosen = {**({"material": ref} if ref else {}), **(settings or {})}
        item = AgendaItem(AgendaItemId("item"), kind, "Moment", 10, settings=chosen)
        named = {r: material_of(r) for r in material_refs(chosen)}
        case = project_leader() if with_case else None
        context = ActivityContext(item, case, materials=named, groups=GROUPS, participants=PEOPLE, previous=PREVIOUS)
        leader: LeaderPanel = leader_panel(kind)
        room: RoomPanel = room_panel(kind)
        running = Running(rules, context, leader, room, rules.start(context))
        leader.proposed.connect(running.happen)
        running.windows = [_window(qtbot, leader, 680, 560), _window(qtbot, room, 1920, 968, room=True)]
        running.show()
        running.windows[0].activateWindow()
        qtbot.waitUntil(running.windows[0].isActiveWindow)
        leader.setFocus()
        return running

    return begin


def _window(qtbot: QtBot, inside: QWidget, width: int, height: int, *, room: bool = False) -> QWidget:
    host = QWidget()
    if room:
        theme.give_tokens(host, PROJECTOR, 1.0)
    layout = QVBoxLayout(host)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inside)
    host.resize(width, height)
    qtbot.addWidget(host)
    with qtbot.waitExposed(host):
        host.show()
    return host
