"""Reading questions as people send them: typed, pasted from a mail, or a sheet with a column for what they are about.

Every line gives a question or a remark; nothing is dropped in silence.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kompetens_gui.domain.errors import QuestionListInvalid
from kompetens_gui.domain.workshop.events import QuestionCategory

MOST_LINES = 200
LONGEST_QUESTION = 600
_HEADINGS: Mapping[str, str] = {
    "fråga": "text",
    "frågor": "text",
    "frågan": "text",
    "kategori": "category",
    "typ": "category",
    "gäller": "category",
}
_CATEGORY_WORDS: Mapping[str, QuestionCategory] = {
    "regel": QuestionCategory.RULE,
    "regler": QuestionCategory.RULE,
    "regelfråga": QuestionCategory.RULE,
    "rutin": QuestionCategory.ROUTINE,
    "rutiner": QuestionCategory.ROUTINE,
    "samarbete": QuestionCategory.COLLABORATION,
    "samverkan": QuestionCategory.COLLABORATION,
    "medicin": QuestionCategory.MEDICINE,
    "medicinsk": QuestionCategory.MEDICINE,
    "medicinskt": QuestionCategory.MEDICINE,
    "annat": QuestionCategory.OTHER,
    "övrigt": QuestionCategory.OTHER,
}
_BULLET = re.compile(r"^\s*(?:[-–•*·]|\d{1,3}[.)])\s+")
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_PERSONAL_NUMBER = re.compile(r"\b(?:19|20)?\d{6}[-+ ]?\d{4}\b")
_ABOUT_SOMEBODY = re.compile(r"\b(?:min|vår|en viss|denna|den här) patient(?:en)?\b|\bärendet med\b", re.IGNORECASE)


class QuestionRemark(StrEnum):
    """What was odd about a line."""

    MAYBE_A_CASE = "maybe_a_case"
    CATEGORY_UNKNOWN = "category_unknown"
    TOO_LONG = "too_long"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class ListedQuestion:
    """A line that was understood. `line` counts from one."""

    line: int
    text: str
    category: QuestionCategory = QuestionCategory.OTHER
    remarks: tuple[QuestionRemark, ...] = ()


@dataclass(frozen=True)
class SkippedQuestion:
    """A line that gave no question, and why."""

    line: int
    text: str
    remark: QuestionRemark


@dataclass(frozen=True)
class QuestionList:
    """What a list gave."""

    questions: tuple[ListedQuestion, ...]
    skipped: tuple[SkippedQuestion, ...]


def seems_about_a_case(text: str) -> bool:
    """Tell whether a question seems to be about a living person: whoever plans decides.

    >>> seems_about_a_case("Vad gäller för min patient i nästa vecka?"), seems_about_a_case("Vad gäller efter dag 90?")
    (True, False)
    """
    return bool(_PERSONAL_NUMBER.search(text) or _ABOUT_SOMEBODY.search(text))


def category_of(word: str) -> QuestionCategory | None:
    """Return the category that a Swedish word means, None when it is none of ours."""
    return _CATEGORY_WORDS.get(" ".join(word.lower().split()).rstrip(":"))


def read_questions(text: str, taken: Collection[str] = ()) -> QuestionList:
    """Read a list; questions in `taken` are there already. Raises QuestionListInvalid when it is empty or too long."""
    rows = _rows(text)
    if len(rows) > MOST_LINES:
        raise QuestionListInvalid("too_long", MOST_LINES)
    columns = ["text", "category"]
    seen = {_folded(t) for t in taken}
    found: list[ListedQuestion] = []
    skipped: list[SkippedQuestion] = []
    for position, (number, cells) in enumerate(rows):
        if position == 0 and "text" in _columns(cells):
            columns = _columns(cells)
            continue
        values = {c: cell for c, cell in zip(columns, cells, strict=False) if c and cell.strip()}
        question = _question(number, values)
        if not question.text:
            continue
        if len(question.text) > LONGEST_QUESTION:
            skipped.append(SkippedQuestion(number, question.text[:LONGEST_QUESTION], QuestionRemark.TOO_LONG))
        elif _folded(question.text) in seen:
            skipped.append(SkippedQuestion(number, question.text, QuestionRemark.DUPLICATE))
        else:
            seen.add(_folded(question.text))
            found.append(question)
    if not found and not skipped:
        raise QuestionListInvalid("empty")
    return QuestionList(tuple(found), tuple(skipped))


def _rows(text: str) -> list[tuple[int, list[str]]]:
    lines = [_readable(line) for line in _LINE_ENDS.split(unicodedata.normalize("NFC", text))]
    divider = "\t" if any("\t" in line for line in lines) else ";"
    rows: list[tuple[int, list[str]]] = []
    has_headings: bool | None = None
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.strip().lower() in ("sep=;", "sep=,"):
            continue
        try:
            cells = next(csv.reader(io.StringIO(line), delimiter=divider), [])
        except csv.Error:
            cells = [line]
        if has_headings is None:
            has_headings = "text" in _columns(cells)
        # Without headings a semicolon belongs to the question, unless what follows says what the question is about.
        if not has_headings and any(category_of(c) is None for c in cells[1:] if c.strip()):
            cells = [line]
        rows.append((number, cells))
    return rows


def _columns(cells: list[str]) -> list[str]:
    return [_HEADINGS.get(cell.strip().lower().rstrip(":"), "") for cell in cells]


def _question(number: int, values: Mapping[str, str]) -> ListedQuestion:
    text = " ".join(_BULLET.sub("", values.get("text", "")).split())
    word = values.get("category", "")
    category = category_of(word)
    remarks = []
    if word.strip() and category is None:
        remarks.append(QuestionRemark.CATEGORY_UNKNOWN)
    if seems_about_a_case(text):
        remarks.append(QuestionRemark.MAYBE_A_CASE)
    return ListedQuestion(number, text, category or QuestionCategory.OTHER, tuple(remarks))


def _readable(line: str) -> str:
    kept = (c if c.isprintable() or c == "\t" else " " if unicodedata.category(c) == "Zs" else "" for c in line)
    return "".join(kept)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip("?. ")
