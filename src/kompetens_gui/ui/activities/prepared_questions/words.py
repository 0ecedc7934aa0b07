"""Words for categories, states and certainty of a question."""

from __future__ import annotations

from kompetens_gui.domain.activities.prepared_questions.rules import QuestionStatus
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.events import QuestionCategory


def category_word(category: QuestionCategory) -> str:
    return {
        QuestionCategory.RULE: translate("PreparedQuestions", "Regel"),
        QuestionCategory.ROUTINE: translate("PreparedQuestions", "Rutin"),
        QuestionCategory.COLLABORATION: translate("PreparedQuestions", "Samarbete"),
        QuestionCategory.MEDICINE: translate("PreparedQuestions", "Medicin"),
        QuestionCategory.OTHER: translate("PreparedQuestions", "Annat"),
    }[category]


def status_word(status: QuestionStatus) -> str:
    return {
        QuestionStatus.OPEN: translate("PreparedQuestions", "Inte tagen"),
        QuestionStatus.ANSWERED: translate("PreparedQuestions", "Besvarad"),
        QuestionStatus.POSTPONED: translate("PreparedQuestions", "Skjuts upp"),
        QuestionStatus.REJECTED: translate("PreparedQuestions", "Enskilt ärende"),
    }[status]


def certainty_word(certainty: str) -> str:
    """Say how sure a source is, empty when nothing is said about it."""
    return {
        "certain": translate("PreparedQuestions", "säkert"),
        "probable": translate("PreparedQuestions", "troligt"),
        "check": translate("PreparedQuestions", "kontrollera"),
    }.get(certainty, "")


def source_line(source: str, dated: str, certainty: str) -> str:
    """Say where an answer comes from, its day and how sure it is; empty without a source."""
    parts = [part for part in (source, dated, certainty_word(certainty)) if part]
    return translate("PreparedQuestions", "Källa: {source}").format(source=", ".join(parts)) if parts else ""
