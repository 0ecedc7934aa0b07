"""What a plain YAML 1.2 scalar means: nothing, true/false, a number, a date, or just text."""

import re
from datetime import date

Scalar = str | int | float | bool | date | None

_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
}  # fmt: skip
# Longer numbers than these are text: nobody counts that far in a case, and int() refuses very long ones.
_INTEGER = re.compile(r"[-+]?\d{1,18}")
_FLOAT = re.compile(r"[-+]?(\d{1,18}\.\d{0,18}|\.\d{1,18})([eE][-+]?\d{1,2})?")
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


def plain_scalar(text: str) -> Scalar:
    """Return the value of an unquoted scalar. A date that does not exist raises ValueError."""
    if text in _WORDS:
        return _WORDS[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    day = _DATE.fullmatch(text)
    if day:
        return date(int(day[1]), int(day[2]), int(day[3]))
    return text
