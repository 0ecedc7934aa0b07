"""A new exercise kind needs its own files and one line in the list of kinds, nothing else: shown by adding one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

DOMAIN = '''
"""Applause: the learner claps three times."""
from dataclasses import dataclass, replace
from kompetens_gui.domain.exercises.base import ExerciseWords, Outcome, refuse_unknown

ENOUGH = 3

@dataclass(frozen=True)
class ApplauseTask:
    text: str
    points: tuple[str, ...] = ()

@dataclass(frozen=True)
class Clapped:
    times: int

@dataclass(frozen=True)
class ApplauseState:
    claps: int = 0

@dataclass(frozen=True)
class ApplauseView:
    text: str
    claps: int

class ApplauseExercise:
    id, content, events, keeps_answers, looks_back = "applause", ApplauseTask, (Clapped,), True, False
    def words(self): return ExerciseWords("Applåd", "en applåd", "applåder", "hand", "Klapp {number} av {count}")
    def check_settings(self, settings): pass
    def start(self, context): return ApplauseState()
    def check(self, state, event, context):
        if not isinstance(event, Clapped):
            refuse_unknown(event)
    def fold(self, state, event, at, context):
        return replace(state, claps=state.claps + event.times) if isinstance(event, Clapped) else state
    def is_done(self, state, context): return state.claps >= ENOUGH
    def view(self, state, context): return ApplauseView(context.content.text, state.claps)
    def outcome(self, state, context): return Outcome(approved=state.claps >= ENOUGH, right=state.claps, of=ENOUGH)

KIND = ApplauseExercise()
'''

UI = '''
"""The panel of applause."""
from PySide6.QtWidgets import QPushButton
from kompetens_gui.domain.exercises.applause import Clapped
from kompetens_gui.ui.exercises.base import ExercisePanel

class Panel(ExercisePanel):
    def __init__(self, parent):
        super().__init__(parent)
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: self.proposed.emit(Clapped(1)))
    def show_attempt(self, attempt):
        self.button.setText(f"{attempt.view.text} ({attempt.view.claps})")

def exercise_panel(parent): return Panel(parent)
'''

PATH = """
schema: 1
id: prov
title: Prov
status: ready
course_code: PR
description: En påhittad väg med ett enda steg.
audience: [Rehabkoordinator]
rule_version: RV4
rule_date: 2026-11-22
hours: 1
valid_months: null
title_on_certificate: Applåder
modules:
  - id: applad
    title: Applåden
    minutes: 60
    competence_areas: [K06]
    goals: [Klappar tre gånger.]
    steps:
      - {id: a1, kind: applause, title: Klappa, minutes: 60, settings: {text: Klappa tre gånger.}}
    pass:
      - {rule: steps_done, kind: applause, at_least: 1}
sources:
  - {title: Påhittad källa, section: allt, dated: 2026, certainty: certain}
review: {author_role: Kompetens redaktion}
"""

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from kompetens_gui.content.validate import run
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import make_preferences, open_program
from kompetens_gui.services.evidence_words import form_words
from kompetens_gui.services.lack_words import rule_lack_words
from kompetens_gui.services.news import EventBus
from kompetens_gui.ui.exercises.base import exercise_panel
from kompetens_gui.ui.study.words import counted_part, kind_icon, kind_word

def opened_program():
    bus = EventBus()
    return open_program(paths, make_preferences(paths, bus), bus)

app = QApplication([])
data = Path(sys.argv[1])
told = []
assert run([data / "study" / "learning_paths" / "prov.yaml"], told.append) == 0, told
paths = find_paths(data)
program = opened_program()
learner = program.profiles.create("Åsa Prov", Role.REHAB_COORDINATOR).id
before = program.studying.progress(learner, "prov")
assert before.next.step.kind == "applause"
lack, = before.modules[0].lacking
assert rule_lack_words(lack) == "En applåd", rule_lack_words(lack)
words = kind_word("applause"), form_words("applause"), kind_icon("applause"), counted_part("applause")
assert words == ("Applåd", "Applåd", "hand", "Klapp {number} av {count}"), words
opened = program.studying.open_step(learner, "prov", "applad", "a1")
panel = exercise_panel("applause")
panel.proposed.connect(lambda event: opened.answer(event).result())
for _ in range(3):
    panel.show_attempt(opened.attempt)
    assert not opened.attempt.can_finish
    panel.button.click()
panel.show_attempt(opened.attempt)
assert panel.button.text() == "Klappa tre gånger. (3)", panel.button.text()
program.studying.finish(opened).result()
program.close()

program = opened_program()
assert program.studying.read(opened.id).view.claps == 3
assert program.studying.progress(learner, "prov").passed == 1
fact, = program.progress.evidence(learner)
assert (fact.area, fact.form, fact.approved) == ("K06", "applause", True)
program.close()
print("applauded")
"""


def test_a_new_kind_is_its_own_files_and_one_line(tmp_path: Path) -> None:
    source = tmp_path / "src"
    for folder in ("src", "resources", "cases"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    package = source / "kompetens_gui"
    for room, text in (("domain", DOMAIN), ("ui", UI)):
        own_room = package / room / "exercises" / "applause"
        own_room.mkdir()
        (own_room / "__init__.py").write_text(text, encoding="utf-8")
    kinds = package / "domain" / "study" / "learning_path.py"
    before = kinds.read_text(encoding="utf-8")
    line = '    SIGN_OFF = "sign_off"\n'
    kinds.write_text(before.replace(line, f'{line}    APPLAUSE = "applause"\n', 1), encoding="utf-8")
    assert len(kinds.read_text(encoding="utf-8").splitlines()) == len(before.splitlines()) + 1
    own = tmp_path / "data" / "study" / "learning_paths"
    own.mkdir(parents=True)
    (own / "prov.yaml").write_text(PATH, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(tmp_path / "data")],
        env={**os.environ, "PYTHONPATH": str(source), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert "applauded" in done.stdout, done.stderr
