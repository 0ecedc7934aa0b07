"""What PySide6 needs from a Linux system, and getting it: installed where we may, named where we may not.

The names were read from the ELF headers of the PySide6 6.11 wheels: every library that a wheel wants and does not
bring. Windows needs nothing of this.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

from tools.speech import SetupError, say

ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libzstd.so.1": "libzstd1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
}
ON_SCREEN = {
    "x11": {
        "libX11-xcb.so.1": "libx11-xcb1",
        "libxcb.so.1": "libxcb1",
        "libxcb-cursor.so.0": "libxcb-cursor0",
        "libxcb-glx.so.0": "libxcb-glx0",
        "libxcb-icccm.so.4": "libxcb-icccm4",
        "libxcb-image.so.0": "libxcb-image0",
        "libxcb-keysyms.so.1": "libxcb-keysyms1",
        "libxcb-randr.so.0": "libxcb-randr0",
        "libxcb-render.so.0": "libxcb-render0",
        "libxcb-render-util.so.0": "libxcb-render-util0",
        "libxcb-shape.so.0": "libxcb-shape0",
        "libxcb-shm.so.0": "libxcb-shm0",
        "libxcb-sync.so.1": "libxcb-sync1",
        "libxcb-util.so.1": "libxcb-util1",
        "libxcb-xfixes.so.0": "libxcb-xfixes0",
        "libxcb-xkb.so.1": "libxcb-xkb1",
        "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    },
    "wayland": {
        "libwayland-client.so.0": "libwayland-client0",
        "libwayland-cursor.so.0": "libwayland-cursor0",
        "libwayland-egl.so.1": "libwayland-egl1",
    },
}


def require(kinds: frozenset[str] = frozenset(), *, for_installing: bool, platform: str = sys.platform) -> None:
    """See that Qt's libraries are here, and when `for_installing` that this Python can make a virtual environment.

    `kinds` are the screens windows will be shown on. All that is missing is asked for at once.
    """
    packages: list[str] = []
    reasons: list[str] = []
    if platform.startswith("linux"):
        packages = missing_libraries(kinds)
    if packages:
        reasons.append("Qt, som ritar fönstren, behöver några systembibliotek till.")
    if for_installing and not _can_make_venv():
        packages = [*packages, _venv_package()]
        reasons.append("Python behöver sin modul för virtuella miljöer.")
    if not packages:
        return
    install(packages, " ".join(reasons))
    importlib.invalidate_caches()
    if for_installing and not _can_make_venv():
        raise SetupError(f"Paketet {packages[-1]} är installerat, men Python hittar ändå inte modulen ensurepip.")


def missing_libraries(kinds: frozenset[str]) -> list[str]:
    """Return the Debian packages whose libraries this machine cannot load."""
    wanted = dict(ALWAYS)
    for kind in sorted(kinds):
        wanted.update(ON_SCREEN[kind])
    return sorted({package for library, package in wanted.items() if not _can_load(library)})


def _venv_package() -> str:
    """Return Debian's package with `ensurepip` for this very Python, which must then be Debian's own."""
    if sys.platform.startswith("linux") and sys.executable.startswith("/usr/bin/"):
        return f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    raise SetupError(
        f"Python i {sys.executable} saknar modulerna venv och ensurepip, som installationen behöver.\n"
        "Installera ett fullständigt Python (3.11, 3.12 eller 3.13) och kör kommandot igen."
    )


def install(packages: list[str], reason: str) -> None:
    """Install Debian `packages` if we are allowed to; otherwise say exactly what to run."""
    if shutil.which("apt-get") is None:
        raise SetupError(
            f"{reason}\nDatorn saknar apt-get. Installera det som motsvarar dessa Debianpaket:\n"
            f"    {' '.join(packages)}\noch kör kommandot igen."
        )
    prefix = _administrator_prefix()
    if prefix is None:
        raise SetupError(_ask_for(packages, reason))
    say(f"{reason} Installerar: {' '.join(packages)}")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=180"]
    _run([*apt, "update"])  # a failure here matters only if the install then fails too
    code, output = _run([*apt, "install", "-y", "--no-install-recommends", *packages])
    if code != 0:
        tail = "\n".join("    " + line for line in output.strip().splitlines()[-8:])
        raise SetupError(f"{_ask_for(packages, reason + ' Men apt-get misslyckades.')}\napt-get svarade:\n{tail}")


def _ask_for(packages: list[str], reason: str) -> str:
    return (
        f"{reason}\nKör detta en gång (det kräver administratörens lösenord) och sedan samma kommando igen:\n\n"
        f"    sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}\n"
    )


def _administrator_prefix() -> list[str] | None:
    """Return what to put before a command to run it as administrator without being asked anything."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and _run([sudo, "-n", "true"])[0] == 0:
        return [sudo, "-n"]
    return None


def _run(command: list[str]) -> tuple[int, str]:
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    return done.returncode, done.stdout.decode(errors="replace")


def _can_load(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _can_make_venv() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))
