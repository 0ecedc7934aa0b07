"""The questions as they stand in the settings of an agenda item."""

from collections.abc import Mapping
from dataclasses import dataclass

from kompetens_gui.domain.errors import InvalidSettings
from kompetens_gui.domain.workshop.events import QuestionCategory

KIND_ID = "prepared_questions"
MOST_QUESTIONS = 60
LONGEST_TEXT = 2_000
CERTAINTIES = ("certain", "probable", "check")


@dataclass(frozen=True)
class PreparedQuestion:
    """One question, without the name of who sent it. `source_date` is ISO text; `certainty` one of three, or empty.

    `rejected` is for questions about a live case: they are told so, kindly, and never read aloud.
    """

    id: str
    text: str
    category: QuestionCategory = QuestionCategory.OTHER
    answer: str = ""
    owner: str = ""
    source: str = ""
    source_date: str = ""
    certainty: str = ""
    rejected: bool = False


def questions_of(settings: Mapping[str, object]) -> tuple[PreparedQuestion, ...]:
    """Return the questions of an item's settings, or raise InvalidSettings."""
    found = settings.get("questions", ())
    if not isinstance(found, (list, tuple)) or len(found) > MOST_QUESTIONS:
        raise InvalidSettings(KIND_ID, "questions")
    questions = tuple(_question(each) for each in found)
    if len({q.id for q in questions}) != len(questions):
        raise InvalidSettings(KIND_ID, "questions")
    return questions


def _question(found: object) -> PreparedQuestion:
    if not isinstance(found, Mapping):
        raise InvalidSettings(KIND_ID, "questions")
    made = PreparedQuestion(
        _text(found, "id"),
        _text(found, "text").strip(),
        _category(found.get("category", QuestionCategory.OTHER)),
        _text(found, "answer").strip(),
        _text(found, "owner").strip(),
        _text(found, "source").strip(),
        _text(found, "source_date").strip(),
        _text(found, "certainty"),
        found.get("rejected") is True,
    )
    if not made.id or not made.text or made.certainty not in ("", *CERTAINTIES):
        raise InvalidSettings(KIND_ID, "questions")
    return made


def _text(found: Mapping[object, object], name: str) -> str:
    value = found.get(name, "")
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise InvalidSettings(KIND_ID, "questions")
    return value


def _category(value: object) -> QuestionCategory:
    if value not in list(QuestionCategory):
        raise InvalidSettings(KIND_ID, "questions")
    return QuestionCategory(str(value))
