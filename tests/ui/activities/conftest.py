"""A kind's two panels joined through its rules, as the running session joins them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kompetens_gui.content.loading import load_case
from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId
from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel, leader_panel, room_panel
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import PROJECTOR

CASE = Path(__file__).parents[3] / "cases" / "utmattning-projektledare"


@cache
def project_leader() -> Case:
    return load_case(CASE)


@dataclass
class Running:
    """Both panels of one activity; what the leader proposes happens at once, if the rules allow it."""

    kind: Any
    context: ActivityContext
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


Start = Callable[..., Running]


@pytest.fixture
def start(qtbot: QtBot) -> Start:
    """Start an activity: `start("discussion", settings={...}, case=None)`."""

    def begin(kind: str, settings: Mapping[str, object] | None = None, *, with_case: bool = True) -> Running:
        rules = activity_kind(kind)
        item = AgendaItem(AgendaItemId("item"), kind, "Moment", 10, settings=settings or {})
        context = ActivityContext(item, project_leader() if with_case else None)
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
