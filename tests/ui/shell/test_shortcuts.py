from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from kompetens_gui.ui.shell.shortcuts import all_shortcuts, keys_text, shortcut_sheet


def test_no_key_is_given_out_twice_in_the_same_place(qapp: QApplication) -> None:
    everywhere = next(iter(all_shortcuts().values())).section
    used = Counter((s.section, QKeySequence(k).toString()) for s in all_shortcuts().values() for k in s.keys)
    assert [place for place, times in used.items() if times > 1] == []
    general = {key for section, key in used if section == everywhere}
    assert [(section, key) for section, key in used if section != everywhere and key in general] == []


@pytest.mark.parametrize("action_id", sorted(all_shortcuts()))
def test_every_key_can_be_read_and_pressed(qapp: QApplication, action_id: str) -> None:
    assert keys_text(action_id)
    for keys in all_shortcuts()[action_id].keys:
        assert QKeySequence(keys).toString()


def test_the_help_sheet_lists_every_action(qapp: QApplication) -> None:
    words = {what for _section, rows in shortcut_sheet() for what, _keys in rows}
    assert {shortcut.text for shortcut in all_shortcuts().values()} <= words
    assert "Menyraden" in words
