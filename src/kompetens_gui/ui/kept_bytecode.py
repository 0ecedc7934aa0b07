"""Saves the compiled form of the Python source that PySide6 carries inside its library and compiles at every start.

That compiling takes a sixth of the time until a bare window is painted, and a part that programs have no use for as
much as a tenth of our own start. This module imports nothing of
PySide6; the package of the windows uses it when it is first imported.

WORKAROUND: Shiboken keeps `shibokensupport` as source in an embedded zip (`EmbeddableZipImporter.exec_module`), out of
reach of Python's own `.pyc` files. When it no longer does, nothing here finds anything to do.
"""

from __future__ import annotations

import builtins
import marshal
import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import cache_from_source
from pathlib import Path
from types import CodeType
from typing import Any, Final

_EMBEDDED: Final = "shibokensupport/"
# Writes .pyi files for authors of bindings. Loaded at every start, with `argparse` and regular expressions that take as
# long to compile as our first page takes to build; nothing that a program calls uses it, so it is left empty.
_UNUSED: Final = _EMBEDDED + "signature/lib/pyi_generator.py"
_CHECK_SIZE: Final = 4
_Key = tuple[str, int]


def beside(source: str) -> Path:
    """Give the folder where Python keeps the compiled form of `source`."""
    return Path(cache_from_source(source)).parent


@contextmanager
def kept_bytecode(folder: Path) -> Iterator[None]:
    """While PySide6 is imported, take compiled code from a file in `folder`, and write what was not there yet
    (unless Python is told to write no compiled code).

    The file is tied to the Python version and each piece to its source; a missing or damaged file only costs time.
    """
    path = folder / f"pyside-support-{sys.implementation.cache_tag}.bin"
    kept = _read(path)
    known = len(kept)
    plain = builtins.compile

    def compile_or_recall(source: Any, filename: Any, mode: str, *rest: Any, **named: Any) -> Any:  # noqa: ANN401
        if not (isinstance(filename, str) and filename.startswith(_EMBEDDED) and mode == "exec"):
            return plain(source, filename, mode, *rest, **named)
        if filename == _UNUSED:
            return plain("", filename, mode)
        key = (filename, zlib.crc32(source if isinstance(source, bytes) else source.encode()))
        if key not in kept:
            kept[key] = plain(source, filename, mode, *rest, **named)
        return kept[key]

    builtins.compile = compile_or_recall
    try:
        yield
    finally:
        builtins.compile = plain
    if len(kept) > known and not sys.dont_write_bytecode:
        _write(path, kept)


def _read(path: Path) -> dict[_Key, CodeType]:
    try:
        whole = path.read_bytes()
        check, data = whole[:_CHECK_SIZE], whole[_CHECK_SIZE:]
        if zlib.crc32(data).to_bytes(_CHECK_SIZE, "big") != check:
            return {}
        kept = marshal.loads(data)
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(path: Path, kept: dict[_Key, CodeType]) -> None:
    data = marshal.dumps(kept)
    unfinished = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(zlib.crc32(data).to_bytes(_CHECK_SIZE, "big") + data)
        unfinished.replace(path)
    except OSError:
        # A folder that cannot be written to makes the next start slower, nothing more.
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
