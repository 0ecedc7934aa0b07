from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kompetens_gui.storage.case_index import SqlCaseIndex
from tests.ui.planning.desk import Desk, built_index
from tests.ui.planning.desk import desk as make_desk


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> SqlCaseIndex:
    return built_index(tmp_path_factory.mktemp("index") / "cases.sqlite3")


@pytest.fixture
def desk(tmp_path: Path, index: SqlCaseIndex, qtbot: QtBot) -> Iterator[Desk]:
    (tmp_path / "data").mkdir()
    with make_desk(tmp_path / "data", index, _write) as made:
        qtbot.addWidget(made.window)
        yield made
        assert made.faults == []


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
