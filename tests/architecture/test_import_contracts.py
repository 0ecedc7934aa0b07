"""The house holds, and each contract notices when somebody breaks it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "kompetens_gui"
LINT = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

LAYERS = "Outer rooms lean inward"
QT = "Only ui and the composition root reach Qt"
DATABASE = "Only storage reaches SQLAlchemy and Alembic"
DOCUMENTS = "Only documents reaches ReportLab, docx and icalendar"
FSRS = "Only repetition reaches FSRS"
SIGNING = "Only credentials reaches cryptography and PyJWT"
PURE = "The domain is pure Python"

OFFENCES = [
    pytest.param(LAYERS, "domain/offence.py", "import kompetens_gui.services", id="domain reaches services"),
    pytest.param(LAYERS, "services/offence.py", "import kompetens_gui.storage", id="services reaches storage"),
    pytest.param(LAYERS, "ui/offence.py", "import kompetens_gui.storage", id="ui reaches its neighbour storage"),
    pytest.param(LAYERS, "content/offence.py", "import kompetens_gui.ui", id="content reaches its neighbour ui"),
    pytest.param(LAYERS, "attic/__init__.py", "", id="a room that has not chosen its place"),
    pytest.param(QT, "services/offence.py", "from PySide6.QtCore import QObject", id="services reaches Qt"),
    pytest.param(QT, "documents/offence.py", "import qtawesome", id="documents reaches Qt's icons"),
    pytest.param(DATABASE, "ui/offence.py", "import sqlalchemy", id="ui reaches SQLAlchemy"),
    pytest.param(DATABASE, "content/offence.py", "from alembic import op", id="content reaches Alembic"),
    pytest.param(DOCUMENTS, "ui/offence.py", "import reportlab.pdfgen", id="ui reaches ReportLab"),
    pytest.param(DOCUMENTS, "services/offence.py", "import segno", id="services reaches segno"),
    pytest.param(FSRS, "services/offence.py", "import fsrs", id="services reaches FSRS"),
    pytest.param(LAYERS, "repetition/offence.py", "import kompetens_gui.storage", id="repetition reaches storage"),
    pytest.param(SIGNING, "services/offence.py", "import cryptography", id="services reaches cryptography"),
    pytest.param(SIGNING, "documents/offence.py", "import jwt", id="documents reaches PyJWT"),
    pytest.param(LAYERS, "credentials/offence.py", "import kompetens_gui.storage", id="credentials reaches storage"),
    pytest.param(PURE, "domain/offence.py", "import pydantic", id="domain reaches pydantic"),
    pytest.param(PURE, "domain/offence.py", "import platformdirs", id="domain reaches platformdirs"),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the whole source with the project's own contracts, to do damage in."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(PACKAGE, folder / "kompetens_gui", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200", "PYTHONUTF8": "1"}
    command = [sys.executable, "-c", LINT, "--no-cache"]
    return subprocess.run(
        command, cwd=folder, env=environ, capture_output=True, encoding="utf-8", check=False, stdin=subprocess.DEVNULL
    )


def test_the_contracts_are_kept(house: Path) -> None:
    result = lint(house)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "0 broken" in result.stdout


@pytest.mark.parametrize(("contract", "place", "line"), OFFENCES)
def test_an_offence_breaks_its_contract(house: Path, contract: str, place: str, line: str) -> None:
    offence = house / "kompetens_gui" / place
    new_room = not offence.parent.exists()
    offence.parent.mkdir(exist_ok=True)
    offence.write_text(f'"""Does what it must not."""\n\n{line}\n', encoding="utf-8")
    try:
        result = lint(house)
    finally:
        offence.unlink()
        if new_room:
            shutil.rmtree(offence.parent)
    assert result.returncode != 0
    if new_room:
        assert "attic" in result.stdout + result.stderr
    else:
        assert f"{contract} BROKEN" in result.stdout
        assert place.removesuffix(".py").replace("/", ".") in result.stdout


def test_every_contract_has_been_seen_to_fail() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    assert {contract["name"] for contract in settings["contracts"]} == {case.values[0] for case in OFFENCES}
