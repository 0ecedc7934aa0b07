"""Every action with a key, in one place: what it is called, which keys it has, and where they apply.

The window and the rooms ask here for their `QAction`s, so that the help sheet (F1) tells the whole truth and no key is
given out twice in the same place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

translate = QCoreApplication.translate


class Shortcut(NamedTuple):
    """`section` is where the keys apply; several keys may do the same, the first is the one that is shown."""

    section: str
    text: str
    keys: tuple[str, ...]


class Shortcuts(QObject):
    """Makes the actions. One that nobody has connected is disabled, so there are no dead keys or menu rows."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._actions: dict[str, QAction] = {}

    def action(self, action_id: str) -> QAction:
        """Give the action that applies in the whole window, disabled until `on` connects it."""
        if action_id not in self._actions:
            action = _make(action_id, self._window, Qt.ShortcutContext.WindowShortcut)
            action.setEnabled(False)
            self._actions[action_id] = action
        return self._actions[action_id]

    def on(self, action_id: str, slot: Callable[[], object]) -> QAction:
        """Let the window's action `action_id` call `slot`."""
        action = self.action(action_id)
        action.triggered.connect(lambda _checked=False: slot())
        action.setEnabled(True)
        return action

    def bind(self, widget: QWidget, action_id: str, slot: Callable[[], object]) -> QAction:
        """Give `widget` an action of its own whose keys apply only while the focus is within it."""
        return bind(widget, action_id, slot)


def bind(widget: QWidget, action_id: str, slot: Callable[[], object]) -> QAction:
    """Give `widget` the action `action_id`; its keys apply while the focus is within the widget."""
    action = _make(action_id, widget, Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda _checked=False: slot())
    return action


def keys_text(action_id: str) -> str:
    """Give the first keys of an action as people write them: "Ctrl+K"."""
    keys = QKeySequence(all_shortcuts()[action_id].keys[0]).toString(QKeySequence.SequenceFormat.NativeText)
    return keys.replace("PgDown", "Page Down").replace("PgUp", "Page Up").replace("Return", "Enter")


def shortcut_sheet() -> list[tuple[str, list[tuple[str, str]]]]:
    """Give all sections with (what it does, keys) for the help sheet."""
    sheet: dict[str, list[tuple[str, str]]] = {}
    for action_id, shortcut in all_shortcuts().items():
        row = (shortcut.text, keys_text(action_id))
        sheet.setdefault(shortcut.section, []).append(row)
    everywhere = next(iter(sheet.values()))
    everywhere.append((translate("Shortcuts", "Sidorna i menyn, uppifrån"), "Ctrl+1–9"))
    everywhere.append((translate("Shortcuts", "Stäng meddelande, dialog eller sökning"), "Esc"))
    everywhere.append((translate("Shortcuts", "Menyraden"), "Alt"))
    return list(sheet.items())


def _make(action_id: str, home: QWidget, context: Qt.ShortcutContext) -> QAction:
    shortcut = all_shortcuts()[action_id]
    action = QAction(shortcut.text, home)
    action.setObjectName(action_id)
    action.setShortcuts([QKeySequence(keys) for keys in shortcut.keys])
    action.setShortcutContext(context)
    home.addAction(action)
    return action


@cache
def all_shortcuts() -> dict[str, Shortcut]:
    """Give every action by its id, in the order of the help sheet."""
    return {**_everywhere(), **_presenter(), **_planning(), **_marking(), **_chain(), **_study()}


def _everywhere() -> dict[str, Shortcut]:
    where = translate("Shortcuts", "Överallt")
    return {
        "search": Shortcut(where, translate("Shortcuts", "Sök"), ("Ctrl+K", "Ctrl+F")),
        "new_session": Shortcut(where, translate("Shortcuts", "Ny gruppdialog"), ("Ctrl+N",)),
        "undo": Shortcut(where, translate("Shortcuts", "Ångra"), ("Ctrl+Z",)),
        "next_pane": Shortcut(where, translate("Shortcuts", "Nästa ruta"), ("F6",)),
        "previous_pane": Shortcut(where, translate("Shortcuts", "Förra rutan"), ("Shift+F6",)),
        "larger_text": Shortcut(where, translate("Shortcuts", "Större text"), ("Ctrl++", "Ctrl+=")),
        "smaller_text": Shortcut(where, translate("Shortcuts", "Mindre text"), ("Ctrl+-",)),
        "normal_text": Shortcut(where, translate("Shortcuts", "Vanlig textstorlek"), ("Ctrl+0",)),
        "fold_navigation": Shortcut(where, translate("Shortcuts", "Fäll ihop sidomenyn"), ("Ctrl+Shift+M",)),
        "help": Shortcut(where, translate("Shortcuts", "Hjälp och kortkommandon"), ("F1",)),
        "quit": Shortcut(where, translate("Shortcuts", "Avsluta Kompetens"), ("Ctrl+Q",)),
    }


def _presenter() -> dict[str, Shortcut]:
    where = translate("Shortcuts", "Ledarvy")
    return {
        "presenter.next": Shortcut(where, translate("Shortcuts", "Nästa moment"), ("PgDown",)),
        "presenter.previous": Shortcut(where, translate("Shortcuts", "Förra momentet"), ("PgUp",)),
        "presenter.projector": Shortcut(where, translate("Shortcuts", "Åhörarvy av eller på"), ("F5",)),
        "presenter.swap_screens": Shortcut(where, translate("Shortcuts", "Byt skärm"), ("F8",)),
        "presenter.windowed": Shortcut(where, translate("Shortcuts", "Fönsterläge för videomöte"), ("F9",)),
        "presenter.redo": Shortcut(where, translate("Shortcuts", "Gör om"), ("Ctrl+Shift+Z", "Ctrl+Y")),
        "presenter.freeze": Shortcut(where, translate("Shortcuts", "Frys bilden"), ("Ctrl+E",)),
        "presenter.black": Shortcut(where, translate("Shortcuts", "Svart bild i rummet"), ("Ctrl+B",)),
        "presenter.pause": Shortcut(where, translate("Shortcuts", "Pausa klockan"), ("Ctrl+Space",)),
        "presenter.one_minute_more": Shortcut(where, translate("Shortcuts", "En minut till"), ("Alt+1",)),
        "presenter.five_minutes_more": Shortcut(where, translate("Shortcuts", "Fem minuter till"), ("Alt+5",)),
        "presenter.skip": Shortcut(where, translate("Shortcuts", "Hoppa över momentet"), ("Ctrl+PgDown",)),
        "presenter.question": Shortcut(where, translate("Shortcuts", "Fånga en fråga"), ("Ctrl+J",)),
        "presenter.note": Shortcut(where, translate("Shortcuts", "Ny anteckning"), ("Ctrl+M",)),
        "presenter.groups": Shortcut(where, translate("Shortcuts", "Grupper"), ("Ctrl+G",)),
        "presenter.prints": Shortcut(where, translate("Shortcuts", "Utskrifter"), ("Ctrl+P",)),
        "presenter.next_difference": Shortcut(where, translate("Shortcuts", "Nästa skillnad"), ("Ctrl+D",)),
        "presenter.close": Shortcut(where, translate("Shortcuts", "Avsluta träffen"), ("Ctrl+Shift+Q",)),
    }


def _planning() -> dict[str, Shortcut]:
    where = translate("Shortcuts", "Planera")
    return {
        "planning.earlier": Shortcut(where, translate("Shortcuts", "Flytta momentet tidigare"), ("Alt+Up",)),
        "planning.later": Shortcut(where, translate("Shortcuts", "Flytta momentet senare"), ("Alt+Down",)),
        "planning.more": Shortcut(where, translate("Shortcuts", "Fler minuter"), ("+",)),
        "planning.fewer": Shortcut(where, translate("Shortcuts", "Färre minuter"), ("-",)),
        "planning.remove": Shortcut(where, translate("Shortcuts", "Ta bort momentet"), ("Del",)),
    }


def _marking() -> dict[str, Shortcut]:
    where = translate("Shortcuts", "Markera")
    return {
        "marking.D": Shortcut(where, translate("Shortcuts", "Markera som diagnos"), ("D",)),
        "marking.F": Shortcut(where, translate("Shortcuts", "Markera som funktionsnedsättning"), ("F",)),
        "marking.A": Shortcut(where, translate("Shortcuts", "Markera som aktivitetsbegränsning"), ("A",)),
        "marking.W": Shortcut(where, translate("Shortcuts", "Markera som arbetsuppgift"), ("W",)),
        "marking.B": Shortcut(where, translate("Shortcuts", "Markera som underlag"), ("B",)),
    }


def _chain() -> dict[str, Shortcut]:
    where = translate("Shortcuts", "Kedja")
    return {
        "chain.link": Shortcut(where, translate("Shortcuts", "Länka till nästa"), ("L",)),
        "chain.break": Shortcut(where, translate("Shortcuts", "Bryt länken"), ("Del",)),
        "chain.edit": Shortcut(where, translate("Shortcuts", "Redigera noden"), ("Return",)),
    }


def _study() -> dict[str, Shortcut]:
    where = translate("Shortcuts", "Självstudier")
    return {
        "exercise.go_on": Shortcut(
            where, translate("Shortcuts", "Gå vidare, också från ett textfält"), ("Ctrl+Return",)
        ),
        "exercise.fast_close": Shortcut(
            where, translate("Shortcuts", "Stäng snabbt, i övningar om våld"), ("Shift+Esc",)
        ),
    }
