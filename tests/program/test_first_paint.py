"""What the first paint may load, and that the program starts, paints and ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = (
    "sqlalchemy",
    "alembic",
    "pydantic",
    "ruamel",
    "qtawesome",
    "reportlab",
    "docx",
    "icalendar",
    "pypdfium2",
    "asyncio",
    "kompetens_gui.storage",
    "kompetens_gui.content",
    "kompetens_gui.documents",
    "kompetens_gui.services",
    "kompetens_gui.domain",
    "kompetens_gui.joining",
    "kompetens_gui.windows",
)


def run(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    done = run("import kompetens_gui.app, sys; print(*sorted(sys.modules))")
    assert done.returncode == 0, done.stderr
    loaded = done.stdout.split()
    assert "kompetens_gui.ui.home.page" in loaded
    assert [m for m in loaded if m.startswith(HEAVY)] == []


def test_the_program_paints_and_ends_when_asked_to(tmp_path: Path) -> None:
    done = run(
        "from kompetens_gui.app import main; raise SystemExit(main([]))",
        KOMPETENS_DATA_DIR=str(tmp_path),
        KOMPETENS_EXIT_AFTER_FIRST_PAINT="1",
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) > 0, "it tells when it was painted"
    assert not list(tmp_path.glob("*.sqlite3")), "nothing is opened before the first paint"


def test_a_broken_snapshot_does_not_stop_the_start(tmp_path: Path) -> None:
    (tmp_path / "overview.json").write_text('{"home": {"next": [1, 2], "version": "x"}, "look": 7}', encoding="utf-8")
    done = run(
        "from kompetens_gui.app import main; raise SystemExit(main([]))",
        KOMPETENS_DATA_DIR=str(tmp_path),
        KOMPETENS_EXIT_AFTER_FIRST_PAINT="1",
    )
    assert done.returncode == 0, done.stderr


AGENDA = [{"title": "Läs det första intyget", "minutes": 12, "with_case": case} for case in (True, False)]
LINE = {"id": "1", "title": "Utmattning", "starts_at": "2026-11-22T13:00:00", "minutes": 60, "place": "Ekbacken"}
USUAL = {
    "version": 1,
    "name": "Karin Wallmark",
    "next": LINE
    | {"participants": 10, "cases": 2, "agenda": AGENDA}
    | {"checks": [{"name": "title", "done": True, "needed": True}, {"name": "where", "done": False, "needed": False}]},
    "upcoming": [LINE, LINE | {"id": "2"}],
    "closed": [LINE | {"id": "3"}],
    "questions": [{"text": "Hur?", "category": "medicine", "session": "Utmattning"}] * 5,
    "course_certificates": 9,
}
OVERVIEWS = {
    "usual": USUAL,
    "running": USUAL | {"running": LINE},
    "empty": {"version": 1},
    "first": {"version": 1, "first_start": True},
}
LOOK_WHEN_PAINTED = """
import sys
from kompetens_gui import app
start = app.Start(app.Options())
application = start.show()
start.window.first_painted.disconnect()
def painted():
    made = {*vars(sys.modules["PySide6.QtCore"]), *vars(sys.modules["PySide6.QtWidgets"])}
    print(*made & {"Qt", "QStyle"}, "painted")
    application.quit()
start.window.first_painted.connect(painted)
application.exec()
"""


@pytest.mark.parametrize("overview", OVERVIEWS)
def test_the_first_paint_makes_no_enumerations_of_the_whole_of_qt(overview: str, tmp_path: Path) -> None:
    (tmp_path / "overview.json").write_text(json.dumps({"home": OVERVIEWS[overview]}), encoding="utf-8")
    done = run(
        LOOK_WHEN_PAINTED,
        KOMPETENS_DATA_DIR=str(tmp_path),
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["painted"], "see ui/style/lean.py"
