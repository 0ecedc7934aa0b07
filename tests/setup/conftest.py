"""Small projects to start in; see `small_project.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.setup.small_project import SmallProject, build


@pytest.fixture
def small_project(tmp_path: Path) -> SmallProject:
    return build(tmp_path)
