"""A project folder in small: our own scripts, a lock with two wheels made on the spot, and no network."""

from __future__ import annotations

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QT_MODULES = ("QtWidgets", "QtPrintSupport", "QtSvg", "QtNetwork")


@dataclass(frozen=True)
class SmallProject:
    """A folder that `start.py` takes for the project, and the wheels it may install from."""

    folder: Path
    wheels: Path

    def run(
        self, *arguments: str, interpreter: str = sys.executable, **changes: str | None
    ) -> subprocess.CompletedProcess[str]:
        """Run a command of the small project, with this Python unless another is named, and wait for its end."""
        process = self.begin(*arguments, interpreter=interpreter, **changes)
        said, _ = process.communicate(timeout=120)
        return subprocess.CompletedProcess(arguments, process.returncode, said)

    def begin(self, *arguments: str, interpreter: str = sys.executable, **changes: str | None) -> subprocess.Popen[str]:
        """Start the same without waiting."""
        return subprocess.Popen(
            [interpreter, *arguments],
            cwd=self.folder,
            env=self._surroundings(changes),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )

    def write_lock(self, name: str, *wheels: Path) -> Path:
        """Write a lock file that asks for `wheels`, each with the hash it has now."""
        lock = self.folder / name
        lock.write_text("# made by the test\n" + "".join(map(requirement, wheels)), encoding="utf-8")
        return lock

    @property
    def python(self) -> Path:
        return self.folder / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def _surroundings(self, changes: dict[str, str | None]) -> dict[str, str]:
        environ = {name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))}
        environ |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri(), "PIP_CONFIG_FILE": os.devnull}
        environ |= {"PYTHONUTF8": "1", "QT_QPA_PLATFORM": "offscreen"}
        for name, value in changes.items():
            environ.pop(name, None)
            if value is not None:
                environ[name] = value
        return environ


def requirement(wheel: Path) -> str:
    name, version = wheel.name.split("-")[:2]
    return f"{name}=={version} \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


def make_wheel(folder: Path, name: str, version: str, files: dict[str, str]) -> Path:
    """Write the smallest wheel that pip accepts."""
    info = f"{name}-{version}.dist-info"
    files = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},{_record_hash(text)},{len(text.encode())}\n" for path, text in files.items())
    files[f"{info}/RECORD"] = record + f"{info}/RECORD,,\n"
    wheel = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return wheel


def _record_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256=" + base64.urlsafe_b64encode(digest).rstrip(b"=").decode()


def build(parent: Path) -> SmallProject:
    project = SmallProject(parent / "projekt med mellanslag och å", parent / "wheels")
    project.folder.mkdir()
    project.wheels.mkdir()
    shutil.copytree(ROOT / "tools", project.folder / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    for script in ("start.py", "check.py"):
        shutil.copy(ROOT / script, project.folder)
    package = project.folder / "src" / "kompetens_gui"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", "utf-8")
    (package / "__main__.py").write_text("import sys\nprint('fönster', sys.argv[1:])\n", "utf-8")
    (package / "cli.py").write_text(
        "import os, sys\nprint('rad', sys.argv[1:], os.environ['QT_QPA_PLATFORM'])\n", "utf-8"
    )
    qt = make_wheel(
        project.wheels,
        "pyside6_essentials",
        "6.11.3",
        {"PySide6/__init__.py": "", **{f"PySide6/{module}.py": "" for module in QT_MODULES}},
    )
    project.write_lock("requirements.lock", qt)
    project.write_lock("requirements-dev.lock", qt)
    return project
