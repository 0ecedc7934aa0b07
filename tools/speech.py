"""How the set-up scripts speak: one sentence a line, in Swedish, and one kind of error that carries such sentences."""

from __future__ import annotations

import sys
from typing import Callable  # noqa: UP035 - the other one cannot be subscripted in Python 3.7

EXIT_SURROUNDINGS = 3
EXIT_INTERRUPTED = 130


class SetupError(Exception):
    """The machine lacks something we cannot give it; the text says what, and what to do about it."""


def say(text: str) -> None:
    """Write a line at once, also when the output is a file; letters the console lacks become question marks."""
    sys.stdout.write(_writable(text, sys.stdout.encoding) + "\n")
    sys.stdout.flush()


def guarded(work: Callable[[], int]) -> int:
    """Run `work` and turn a `SetupError` or Ctrl+C into words and an exit code."""
    try:
        return work()
    except SetupError as error:
        sys.stdout.flush()
        sys.stderr.write("\n" + _writable(str(error), sys.stderr.encoding) + "\n")
        return EXIT_SURROUNDINGS
    except KeyboardInterrupt:
        sys.stderr.write("\nAvbrutet.\n")
        return EXIT_INTERRUPTED


def _writable(text: str, encoding: str | None) -> str:
    name = encoding or "ascii"
    return text.encode(name, errors="replace").decode(name)
