"""The list of what the room sees of a role play."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QWidget

from kompetens_gui.domain.activities.role_play.events import RoomShows
from kompetens_gui.domain.activities.role_play.room import play_is_over
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.ui.widgets.layouts import choice_box


def room_choice(parent: QWidget | None = None) -> QComboBox:
    """Make the list, with everything in it."""
    box = choice_box(parent)
    box.setAccessibleName(_tr("Rummet ser"))
    for shows, words in (
        (RoomShows.INTRODUCTION, _tr("Rummet: introduktion")),
        (RoomShows.PHASE, _tr("Rummet: fas och klocka")),
        (RoomShows.STUCK, _tr("Rummet: kort när det fastnar")),
        (RoomShows.DEMONSTRATION, _tr("Rummet: exemplet")),
        (RoomShows.OBSERVATIONS, _tr("Rummet: iakttagelser")),
        (RoomShows.DEBRIEF, _tr("Rummet: eftersamtal")),
        (RoomShows.SECRETS, _tr("Rummet: det rollerna höll inne med")),
    ):
        box.addItem(words, shows.value)
    return box


def show_choice(box: QComboBox, play: RolePlay, state: RolePlayState) -> None:
    """Show what the room sees now, and what it may see: what the roles held back comes when the play is over."""
    box.setCurrentIndex(box.findData(state.shows.value))
    model = box.model()
    assert isinstance(model, QStandardItemModel)
    open_now = {
        RoomShows.SECRETS: play_is_over(play, state.phase),
        RoomShows.STUCK: bool(play.stuck),
        RoomShows.DEMONSTRATION: bool(play.demonstration),
    }
    for shows, wanted in open_now.items():
        item = model.item(box.findData(shows.value))
        if item.isEnabled() != wanted:
            item.setEnabled(wanted)


def _tr(text: str) -> str:
    return QCoreApplication.translate("RolePlayLeader", text)
