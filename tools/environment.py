"""The project's own virtual environment: made from a lock file with hashes, trusted only when it was finished.

A stamp is written last, with the hash of each lock it satisfies. Whatever stops the work on the way (no network, a
full disk, a closed window) leaves no stamp, and the next start makes the environment anew. A `.venv` that somebody
else made is never touched: it may hold what they need.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import IO, Iterator  # noqa: UP035 - the other one cannot be subscripted in Python 3.7

from tools import pip_words
from tools.only_one import only_one
from tools.places import DEV_LOCK, ROOT, RUNTIME_LOCK, SOURCE, VENV, VENV_PYTHON
from tools.python_versions import find_supported
from tools.speech import SetupError, say

STAMP = VENV / "kompetens-stamp.json"
LOG = VENV / "kompetens-install.log"
MARK = VENV / "made-by-kompetens"
IMPORT_QT = "import PySide6.QtWidgets, PySide6.QtPrintSupport, PySide6.QtSvg, PySide6.QtNetwork"


def prepare(lock: Path) -> None:
    """See that the environment holds what `lock` lists; at once when it already does."""
    if is_ready(lock):
        return
    with _surroundings_in_words(), only_one(ROOT / ".venv.lock"):
        if not is_ready(lock):
            _make(lock)


def is_ready(lock: Path) -> bool:
    """Tell whether a finished environment here satisfies `lock` as it reads today."""
    return VENV_PYTHON.exists() and _read_stamp().get(lock.name) == _facts(lock)


def _make(lock: Path) -> None:
    began = time.monotonic()
    finished = [kept for kept in (RUNTIME_LOCK, DEV_LOCK) if is_ready(kept)]
    with contextlib.suppress(FileNotFoundError):
        STAMP.unlink()
    if not finished:
        say(f"Gör i ordning Kompetens i {VENV}. Det behövs bara första gången och tar någon minut.")
        _create_venv()
    _install(lock)
    _point_at_source()
    _try_qt()
    # the development lock holds all of the runtime lock, in the same versions: a test sees to that
    satisfied = (RUNTIME_LOCK, DEV_LOCK) if lock == DEV_LOCK else (lock,)
    _write_stamp({each.name: _facts(each) for each in (*finished, *satisfied)})
    say(f"Klart på {time.monotonic() - began:.0f} sekunder.")


def _create_venv() -> None:
    builder = _builder()
    _make_room()
    done = subprocess.run(
        [builder, "-m", "venv", str(VENV)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        output = done.stdout.decode(errors="replace")
        raise SetupError(f"{pip_words.explain_pip(output)}\nPython svarade:\n{_tail(output)}")


def _builder() -> str:
    """Return the Python to build with: this one, unless it is the one of the environment that is to be made anew."""
    if not _is_within(sys.prefix):
        return sys.executable
    if os.name != "nt":  # there a file cannot be taken away while it runs
        for find in (lambda: getattr(sys, "_base_executable", None), find_supported):
            found = find()
            if found and Path(found).exists() and not _is_within(str(Path(found).parent)):
                return str(found)
    raise SetupError(
        f"Programmets delar behöver göras i ordning på nytt, och det går inte med det Python som ligger i {VENV}.\n"
        "Kör samma kommando med datorns eget Python, till exempel: "
        + ("py start.py" if os.name == "nt" else "python3 start.py")
    )


def _is_within(folder: str) -> bool:
    """Tell whether a folder is our environment, or lies in it."""
    place, own = Path(folder).resolve(), VENV.resolve()
    return place == own or own in place.parents


def _make_room() -> None:
    """Take away an environment of our own that was not finished or no longer fits; mark the new one as ours at once."""
    if VENV.exists():
        if not MARK.exists() and any(VENV.iterdir()):
            raise SetupError(
                f"Mappen {VENV} finns redan, men är inte gjord av det här kommandot och får därför vara i fred.\n"
                "Byt namn på den eller ta bort den, och kör kommandot igen."
            )
        shutil.rmtree(VENV)
    VENV.mkdir()
    MARK.touch()


def _install(lock: Path) -> None:
    """Install the locked versions; wheels only, so nothing is built and no build tools are fetched unlocked."""
    pip = [
        str(VENV_PYTHON),
        "-m",
        "pip",
        "install",
        "--no-input",
        "--disable-pip-version-check",
        "--progress-bar",
        "off",
    ]
    rules = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock)]
    total = sum("==" in line and not line.startswith((" ", "#")) for line in lock.read_text("utf-8").splitlines())
    with LOG.open("w", encoding="utf-8") as log:
        code = _run_pip([*pip, *rules], log, total)
    if code != 0:
        output = LOG.read_text("utf-8", errors="replace")
        raise SetupError(f"{pip_words.explain_pip(output)}\nPip svarade (hela svaret ligger i {LOG}):\n{_tail(output)}")


def _run_pip(command: list[str], log: IO[str], total: int) -> int:
    """Run pip, keep all it says in `log`, and tell the person only what it is fetching."""
    environ = {**os.environ, "PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0"}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=environ,
        close_fds=False,  # pip holds our lock too, should we be killed before it is done
    )
    seen = 0
    assert process.stdout is not None
    for raw in process.stdout:
        line = raw.decode(errors="replace")
        log.write(line)
        if line.startswith(("Collecting ", "Processing ")):  # from an index, or from a folder or the cache
            seen += 1
            say(f"  [{seen}/{total}] {_part_name(line)}")
        elif line.startswith("Installing collected packages"):
            say("  installerar …")
    return process.wait()


def _part_name(line: str) -> str:
    """Return `name version` from pip's `Collecting name==version` or `Processing folder/name-version-tags.whl`."""
    what = line.split(" ", 1)[1].split(" (from ")[0].strip().replace("\\", "/").rsplit("/", 1)[-1]
    if what.endswith(".whl"):
        return " ".join(what.split("-")[:2])
    return what.replace("==", " ")


def _point_at_source() -> None:
    """Let the environment import the project straight from `src`: nothing to build, and edits count at once."""
    if os.name == "nt":
        packages = VENV / "Lib" / "site-packages"
    else:
        packages = next((VENV / "lib").glob("python3*")) / "site-packages"
    (packages / "kompetens.pth").write_text(str(SOURCE) + "\n", encoding="utf-8")


def _try_qt() -> None:
    """Load Qt once: a library that our list does not know shows itself here, by name, and not as a crash later."""
    done = subprocess.run(
        [str(VENV_PYTHON), "-c", IMPORT_QT],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode != 0:
        raise SetupError(
            "Qt är installerat men går inte att ladda. Oftast saknas ett systembibliotek; sista raden säger vilket:\n"
            + _tail(done.stdout.decode(errors="replace"))
        )


def _facts(lock: Path) -> dict[str, str]:
    """Return what must be unchanged for an environment to be trusted; it also holds the path of this very folder."""
    return {"sha256": hashlib.sha256(lock.read_bytes()).hexdigest(), "folder": str(ROOT)}


def _read_stamp() -> dict[str, dict[str, str]]:
    try:
        content = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _write_stamp(content: dict[str, dict[str, str]]) -> None:
    draft = STAMP.with_suffix(".new")
    draft.write_text(json.dumps(content, indent=1), encoding="utf-8")
    draft.replace(STAMP)


def _tail(output: str, lines: int = 6) -> str:
    return "\n".join("    " + line for line in output.strip().splitlines()[-lines:])


@contextlib.contextmanager
def _surroundings_in_words() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            words = pip_words.NO_SPACE
        elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            words = pip_words.NO_WRITING
        else:
            words = "Installationen gick inte att göra färdig."
        raise SetupError(f"{words}\n    {error}") from error
