"""Opening a database: alone, upgraded after a backup, and refused when it is too new, damaged or out of reach."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from kompetens_gui import __version__
from kompetens_gui.domain.errors import (
    DatabaseDamaged,
    DatabaseTooNew,
    DataInUse,
    FolderNotWritable,
    InvalidValue,
    StorageFailed,
)
from kompetens_gui.storage import database as database_module
from kompetens_gui.storage.data_lock import DataLock
from kompetens_gui.storage.database import Database, schema_of
from kompetens_gui.storage.migrations import runner
from kompetens_gui.storage.tables import SCHEMA_HEAD
from tests.storage.making import LOCAL_NOW

NOBODY = 65534
FILE = "kompetens.sqlite3"


def opened(folder: Path) -> Database:
    return Database.open(folder, lambda: LOCAL_NOW)


def change(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / FILE)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_fresh_folder_gets_a_database_and_no_backup(tmp_path: Path) -> None:
    database = opened(tmp_path / "new" / "data")
    assert database.upgraded_from is None
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert connection.exec_driver_sql("SELECT value FROM app_meta").scalar() == __version__
    database.close()
    assert not (tmp_path / "new" / "data" / "backups").exists()


def test_an_up_to_date_database_opens_without_loading_alembic(tmp_path: Path) -> None:
    opened(tmp_path).close()
    code = (
        "import sys, pathlib; from kompetens_gui.storage.database import Database;"
        "Database.open(pathlib.Path(sys.argv[1])).close(); sys.exit('alembic' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=True)


def test_an_address_of_a_file_is_followed_and_others_are_refused(tmp_path: Path) -> None:
    database = Database.open(tmp_path, url=f"sqlite:///{tmp_path}/elsewhere/our.sqlite3")
    database.close()
    assert (tmp_path / "elsewhere" / "our.sqlite3").is_file()
    for url in ("postgresql://server/base", "sqlite://", "sqlite:///", "nonsense"):
        with pytest.raises(InvalidValue):
            Database.open(tmp_path, url=url)


# ------------------------------------------------------------ one at a time
def test_a_second_copy_on_the_same_data_is_refused_until_the_first_has_closed(tmp_path: Path) -> None:
    first = opened(tmp_path)
    with pytest.raises(DataInUse):
        opened(tmp_path)
    first.close()
    opened(tmp_path).close()


def test_another_process_holds_the_data_until_it_is_killed(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from kompetens_gui.storage.database import Database;"
        "kept = Database.open(pathlib.Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(DataInUse):
            opened(tmp_path)
        other.kill()
    opened(tmp_path).close()


def test_a_lock_file_left_behind_stands_in_nobodys_way(tmp_path: Path) -> None:
    (tmp_path / "kompetens.lock").write_text("4711")
    lock = DataLock(tmp_path)
    with pytest.raises(DataInUse):
        DataLock(tmp_path)
    lock.release()
    lock.release()
    opened(tmp_path).close()


def test_a_database_that_could_not_be_opened_is_let_go(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"rubbish" * 1000)
    for _ in range(2):
        with pytest.raises(DatabaseDamaged):
            opened(tmp_path)


# ------------------------------------------------------------ upgrades
@pytest.fixture
def next_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the program have one step more than it has; returns its file."""
    folder = tmp_path / "steps"
    (folder / "versions").mkdir(parents=True)
    for file in (*runner.FOLDER.glob("*.*"), *runner.FOLDER.glob("versions/*.py")):
        (folder / file.relative_to(runner.FOLDER)).write_bytes(file.read_bytes())
    step = folder / "versions" / "v9999_next.py"
    step.write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision = '9999'\ndown_revision = '{SCHEMA_HEAD}'\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('participant') as table:\n"
        "        table.add_column(sa.Column('phone', sa.Text(), nullable=False, server_default=''))\n"
        "def downgrade():\n    pass\n"
    )
    monkeypatch.setattr(runner, "FOLDER", folder)
    monkeypatch.setattr(database_module, "SCHEMA_HEAD", "9999")
    return step


def fill(folder: Path) -> None:
    change(
        folder,
        "INSERT INTO workshop_session (id, forum_type, title, minutes, unit, place, target_group, purpose, case_slots,"
        " status, template_id, updated_at)"
        " VALUES ('s', 'f', 't', 60, '', '', '', '', 0, 'planned', '', '2026-11-12T12:00')",
        "INSERT INTO participant VALUES ('s','p',0,'Åsa','physician','',NULL,'')",
    )


def test_old_data_is_backed_up_first_and_then_upgraded(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    data = tmp_path / "data"
    opened(data).close()
    fill(data)
    request.getfixturevalue("next_step")
    database = opened(data)
    assert database.upgraded_from == data / "backups" / f"kompetens-2026-11-12-{SCHEMA_HEAD}.sqlite3"
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT name, phone FROM participant").all() == [("Åsa", "")]
    database.close()
    assert schema_of(database.upgraded_from) == SCHEMA_HEAD
    opened(data).close()
    assert len(list((data / "backups").iterdir())) == 1


def test_an_upgrade_that_fails_leaves_the_old_data_as_it_was(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    data = tmp_path / "data"
    opened(data).close()
    fill(data)
    step: Path = request.getfixturevalue("next_step")
    good = step.read_text()
    step.write_text(good.replace("def downgrade", "    op.execute('INSERT INTO nowhere VALUES (1)')\ndef downgrade"))
    for _ in range(2):
        with pytest.raises(StorageFailed):
            opened(data)
    assert schema_of(data / FILE) == SCHEMA_HEAD
    step.write_text(good)
    database = opened(data)
    assert database.upgraded_from is not None
    assert database.upgraded_from.name == f"kompetens-2026-11-12-{SCHEMA_HEAD}-3.sqlite3", (
        "earlier backups are never written over"
    )
    database.close()


def test_data_of_a_newer_version_is_refused_and_left_alone(tmp_path: Path) -> None:
    opened(tmp_path).close()
    change(
        tmp_path,
        "UPDATE alembic_version SET version_num = '0042'",
        "UPDATE app_meta SET value = '9.1' WHERE key = 'program_version'",
    )
    before = (tmp_path / FILE).read_bytes()
    with pytest.raises(DatabaseTooNew) as refused:
        opened(tmp_path)
    assert refused.value.found == "9.1"
    assert (tmp_path / FILE).read_bytes() == before
    change(tmp_path, "DROP TABLE app_meta")
    with pytest.raises(DatabaseTooNew) as refused:
        opened(tmp_path)
    assert refused.value.found == "0042"


# ------------------------------------------------------------ damage
@pytest.mark.parametrize("rubbish", [b"x", b"rubbish" * 5000, b"SQLite format 3\x00" + b"\xff" * 4096])
def test_a_file_that_is_no_database_is_damage(tmp_path: Path, rubbish: bytes) -> None:
    (tmp_path / FILE).write_bytes(rubbish)
    with pytest.raises(DatabaseDamaged):
        opened(tmp_path)
    assert (tmp_path / FILE).read_bytes() == rubbish


def test_a_database_with_a_ruined_page_is_damage(tmp_path: Path) -> None:
    opened(tmp_path).close()
    fill(tmp_path)
    with (tmp_path / FILE).open("rb+") as file:
        file.seek(4096 * 2)
        file.write(b"\xa5" * 4096 * 3)
    with pytest.raises(DatabaseDamaged):
        opened(tmp_path)


def test_a_truncated_database_is_damage(tmp_path: Path) -> None:
    opened(tmp_path).close()
    os.truncate(tmp_path / FILE, (tmp_path / FILE).stat().st_size // 2)
    with pytest.raises(DatabaseDamaged):
        opened(tmp_path)


def test_somebody_elses_database_is_not_ours_to_change(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    with pytest.raises(DatabaseDamaged):
        opened(tmp_path)


# ------------------------------------------------------------ out of reach
def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(FolderNotWritable):
        opened(tmp_path / "data")
    with pytest.raises(FolderNotWritable):
        opened(tmp_path / "data" / "below")


@contextmanager
def a_folder_for_all() -> Iterator[Path]:
    """A folder that an ordinary user reaches; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


@contextmanager
def without_root_rights() -> Iterator[None]:
    """For root, rights do not count; be nobody for a while."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another matter there")
def test_a_read_only_folder_is_told() -> None:
    with a_folder_for_all() as folder:
        folder.chmod(0o555)
        with without_root_rights(), pytest.raises(FolderNotWritable):
            opened(folder)
        with without_root_rights(), pytest.raises(FolderNotWritable):
            opened(folder / "below")


@pytest.mark.skipif(sys.platform == "win32", reason="rights of folders are another matter there")
def test_a_read_only_database_is_told() -> None:
    with a_folder_for_all() as folder, without_root_rights():
        opened(folder).close()
        (folder / FILE).chmod(stat.S_IRUSR)
        with pytest.raises(FolderNotWritable):
            opened(folder)
