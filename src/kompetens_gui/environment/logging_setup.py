"""The log file. It holds ids and where things went wrong, never names or answers: not even inside an error's words."""

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG_FILE = "kompetens.log"
LARGEST = 1_000_000
KEPT = 4
_FORM = "%(asctime)s %(levelname)s %(name)s %(threadName)s: %(message)s"
ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class DiscreetFormatter(logging.Formatter):
    """Tells of an error its kind and the lines that led to it. Its own words may quote a person and are left out."""

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802 (logging's name)
        parts: list[str] = []
        error = ei[1]
        while error is not None:
            parts.append("".join(traceback.format_tb(error.__traceback__)) + type(error).__qualname__)
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\nafter\n".join(parts)


def set_up_logging(log_dir: Path, level: int = logging.INFO) -> Path | None:
    """Log to a file that turns over when it is full; returns it, None when it cannot be written.

    Then warnings go to the error stream instead: a folder that cannot be written is no reason not to start.
    """
    handler: logging.Handler
    file: Path | None = log_dir / LOG_FILE
    try:
        log_dir.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(log_dir / LOG_FILE, maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8")
    except OSError:
        file, handler = None, logging.StreamHandler(sys.stderr)
        handler.setLevel(logging.WARNING)
    handler.setFormatter(DiscreetFormatter(_FORM))
    ours = logging.getLogger("kompetens_gui")
    for earlier in list(ours.handlers):
        ours.removeHandler(earlier)
        earlier.close()
    ours.addHandler(handler)
    ours.setLevel(level)
    ours.propagate = False
    return file
