"""A new activity kind needs its own files and one line in the registry, nothing else: shown by adding one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

DOMAIN = '''
"""Applause: the group claps, the leader counts."""
from dataclasses import dataclass, replace
from kompetens_gui.domain.activities.base import ActivityResult, TextBlock

@dataclass(frozen=True)
class Clapped:
    times: int

@dataclass(frozen=True)
class ApplauseState:
    claps: int = 0

class Applause:
    id, needs_case, default_minutes, events = "applause", False, 1, (Clapped,)
    material_kinds, needs_material = (), False
    def check_settings(self, settings): pass
    def start(self, context): return ApplauseState()
    def check(self, state, event, context): pass
    def fold(self, state, event, at, context): return replace(state, claps=state.claps + event.times)
    def room(self, state, context): return state
    def result(self, state, context): return ActivityResult((TextBlock(f"{state.claps} applåder"),))
    def chain(self, state, context): return None

KIND = Applause()
'''

UI = '''
"""Windows of applause."""
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout
from kompetens_gui.domain.activities.applause import Clapped
from kompetens_gui.ui.activities.base import LeaderPanel, RoomPanel

class Leader(LeaderPanel):
    def __init__(self, parent):
        super().__init__(parent)
        self.button = QPushButton("Klappa")
        self.button.clicked.connect(lambda: self.proposed.emit(Clapped(1)))
        QVBoxLayout(self).addWidget(self.button)
    def show_state(self, state, context):
        self.button.setText(f"Klappa ({state.claps})")

class Room(RoomPanel):
    def __init__(self, parent):
        super().__init__(parent)
        self.label = QLabel(self)
    def show_view(self, view):
        self.label.setText(str(view.claps))

def leader_panel(parent): return Leader(parent)
def room_panel(parent): return Room(parent)
'''

SCRIPT = """
from datetime import UTC, datetime
from PySide6.QtWidgets import QApplication
from kompetens_gui.domain.workshop.events import ActivityHappened, RecordedEvent, SessionStarted
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItem, WorkshopSession
from kompetens_gui.services.codec import event_from_json, event_to_json
from kompetens_gui.services.protocol import protocol_data
from kompetens_gui.ui.activities.base import leader_panel
from kompetens_gui.ui.audience.room_view import RoomView

app = QApplication([])
session = WorkshopSession("s", "group_dialogue", "Prov", 1, agenda=(AgendaItem("i", "applause", "Applåd", 1),))
log = SessionLog.replay(session, FrozenContent(), (RecordedEvent(1, datetime.now(UTC), SessionStarted("i")),))
heard = []
panel = leader_panel("applause")
panel.proposed.connect(heard.append)
panel.button.click()
event = ActivityHappened("i", heard[0])
log.check(event)
stored = event_from_json(*event_to_json(event))
log = log.with_event(RecordedEvent(2, datetime.now(UTC), stored))
item = log.state.item
panel.show_state(log.state.activity_state(item), log.state.context(item))
room = RoomView()
room.show_picture(log.state.room_picture())
assert panel.button.text() == "Klappa (1)", panel.button.text()
assert room.stack.currentWidget().label.text() == "1"
assert any("1 applåder" in text for text in protocol_data(log).texts())
print("applauded")
"""


def test_a_new_kind_is_its_own_files_and_one_line(tmp_path: Path) -> None:
    source = tmp_path / "src"
    shutil.copytree(ROOT / "src", source, ignore=shutil.ignore_patterns("__pycache__"))
    package = source / "kompetens_gui"
    for room, text in (("domain", DOMAIN), ("ui", UI)):
        folder = package / room / "activities" / "applause"
        folder.mkdir()
        (folder / "__init__.py").write_text(text, encoding="utf-8")
    registry = package / "domain" / "activities" / "registry.py"
    before = registry.read_text(encoding="utf-8")
    registry.write_text(before.replace('    "takeaways",\n', '    "takeaways",\n    "applause",\n'), encoding="utf-8")
    after = registry.read_text(encoding="utf-8")
    assert len(after.splitlines()) == len(before.splitlines()) + 1
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": str(source), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert "applauded" in done.stdout, done.stderr
