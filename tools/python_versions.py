"""Which Pythons Kompetens runs on, and finding one of them when started with another."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.handover import hand_over
from tools.speech import SetupError, say

SUPPORTED = ((3, 11), (3, 12), (3, 13))
PROBE = "import sys; print(sys.version_info[0], sys.version_info[1], int(sys.maxsize > 2**32)); print(sys.executable)"
PROBE_SECONDS = 20


def is_supported(version: tuple[int, int], *, is_64_bit: bool) -> bool:
    """Qt is built for 64-bit Pythons only."""
    return version in SUPPORTED and is_64_bit


def use_supported_python(script: Path, arguments: list[str]) -> None:
    """Return when this Python will do; otherwise run `script` again with one that will, or say what is needed."""
    if is_supported(sys.version_info[:2], is_64_bit=sys.maxsize > 2**32):
        return
    found = find_supported()
    if found is None:
        raise SetupError(_words_for_unsupported())
    say(f"Python {_dotted(sys.version_info[:2])} stöds inte; använder {found} i stället.")
    hand_over([found, str(script), *arguments])


def find_supported() -> str | None:
    """Look for a supported Python on this machine, newest first; ask each, as a name on the path may be hollow."""
    for version in reversed(SUPPORTED):
        for command in _candidates(version):
            executable = _probe(command)
            if executable is not None:
                return executable
    return None


def _candidates(version: tuple[int, int]) -> list[list[str]]:
    name = _dotted(version)
    commands = [[path] for path in [shutil.which(f"python{name}")] if path]
    launcher = shutil.which("py") if os.name == "nt" else None
    if launcher:
        commands.append([launcher, f"-{name}"])
    return commands


def _probe(command: list[str]) -> str | None:
    """Return the interpreter's own path when it runs and is supported."""
    try:
        answer = subprocess.run(
            [*command, "-c", PROBE],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            stdin=subprocess.DEVNULL,
            timeout=PROBE_SECONDS,
            check=True,
        ).stdout.decode(errors="replace")
        facts, executable = answer.splitlines()[:2]
        major, minor, is_64_bit = (int(word) for word in facts.split())
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return executable if is_supported((major, minor), is_64_bit=bool(is_64_bit)) else None


def _words_for_unsupported() -> str:
    versions = ", ".join(_dotted(version) for version in SUPPORTED[:-1]) + " och " + _dotted(SUPPORTED[-1])
    bits = "" if sys.maxsize > 2**32 else " (32-bitars)"
    where = (
        "Hämta Python 3.12 (64-bitars) från python.org eller Microsoft Store"
        if os.name == "nt"
        else "Installera till exempel paketet python3.12 med systemets pakethanterare"
    )
    return (
        f"Kompetens fungerar med Python {versions}, 64-bitars.\n"
        f"Detta är Python {_dotted(sys.version_info[:2])}{bits}, och ingen annan som passar hittades på datorn.\n"
        f"{where} och kör kommandot igen."
    )


def _dotted(version: tuple[int, int]) -> str:
    return f"{version[0]}.{version[1]}"
