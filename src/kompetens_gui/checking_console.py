"""`kompetens verify`: checks a course certificate with what the database knows, when there is one."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kompetens_gui.domain.credentials.verification import Verification
from kompetens_gui.domain.errors import FileUnreadable
from kompetens_gui.environment.clock import SystemClock
from kompetens_gui.joining_credentials import open_checker
from kompetens_gui.services.handed_in import LARGEST_FILE
from kompetens_gui.services.verification_words import as_data, as_text
from kompetens_gui.storage.reading_only import reading_only

FINE, DOES_NOT_COUNT = 0, 1


def verify(
    file: str, card_files: Sequence[Path], data_dir: Path, url: str, *, as_json: bool, out: Callable[[str], None]
) -> int:
    """Tell how a certificate stands and return the exit code: 0 when it is valid, else 1.

    Raises FileUnreadable, SharedFileRefused for a file of keys, and what the database cannot be read for.
    """
    clock = SystemClock()
    data = _read(file)
    cards = [_read(str(path)) for path in card_files]
    with reading_only(data_dir, clock, url) as work:
        answers = open_checker(work, clock, cards).verify_each(data)
    if as_json:
        out(json.dumps(_as_one(answers), ensure_ascii=False))
    else:
        out("\n\n".join(as_text(answer) for answer in answers))
    return FINE if all(answer.is_valid for answer in answers) else DOES_NOT_COUNT


def _as_one(answers: Sequence[Verification]) -> object:
    """Return the answer itself when there is one, as nearly always, else a list."""
    return as_data(answers[0]) if len(answers) == 1 else [as_data(answer) for answer in answers]


def _read(file: str) -> bytes:
    """Return what is to be checked, and of an endless file no more than shows that it is too large."""
    if file == "-":
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    path = Path(file)
    try:
        with path.open("rb") as handle:
            return handle.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise FileUnreadable(file, "missing") from error
    except PermissionError as error:
        raise FileUnreadable(file, "permission") from error
    except OSError as error:
        raise FileUnreadable(file, "not_readable") from error
