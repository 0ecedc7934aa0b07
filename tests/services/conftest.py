from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.learning import Studies
from tests.services.surroundings import Program


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    made = Program(tmp_path / "data")
    yield made
    made.close()


@pytest.fixture
def studies(tmp_path: Path) -> Iterator[Studies]:
    made = Studies(Program(tmp_path / "studies"))
    yield made
    made.close()
