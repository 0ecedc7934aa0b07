"""What the first paint may load, and that the program starts, paints and ends."""

import os
import subprocess
import sys
from pathlib import Path

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
