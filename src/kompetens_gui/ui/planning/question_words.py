"""Words for questions that were sent in, and the rows that they make."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from kompetens_gui.domain.activities.prepared_questions.questions import PreparedQuestion
from kompetens_gui.domain.question_list import QuestionRemark
from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.services.date_words import day_words
from kompetens_gui.ui.planning.two_line_list import Choice
from kompetens_gui.ui.planning.words import translate

DAYS_BEFORE = 7


def categories() -> Mapping[QuestionCategory, str]:
    return {
        QuestionCategory.RULE: translate("Planning", "Regel"),
        QuestionCategory.ROUTINE: translate("Planning", "Rutin"),
        QuestionCategory.COLLABORATION: translate("Planning", "Samarbete"),
        QuestionCategory.MEDICINE: translate("Planning", "Medicin"),
        QuestionCategory.OTHER: translate("Planning", "Annat"),
    }


def certainties() -> Mapping[str, str]:
    return {
        "": translate("Planning", "Inte bedömd"),
        "certain": translate("Planning", "Säker"),
        "probable": translate("Planning", "Trolig"),
        "check": translate("Planning", "Ska kontrolleras"),
    }


def remark(what: QuestionRemark) -> str:
    """Say what was odd about a line, and what becomes of it."""
    return {
        QuestionRemark.MAYBE_A_CASE: translate("Planning", "verkar gälla någon särskild, avgör om den ska avvisas"),
        QuestionRemark.CATEGORY_UNKNOWN: translate("Planning", "kategorin är okänd och blir Annat"),
        QuestionRemark.TOO_LONG: translate("Planning", "är för lång och hoppas över"),
        QuestionRemark.DUPLICATE: translate("Planning", "finns redan och hoppas över"),
    }[what]


def state(question: PreparedQuestion) -> str:
    """Say in a few words how far a question has come."""
    if question.rejected:
        return translate("Planning", "Avvisad: enskilt ärende")
    if question.answer and not question.source:
        return translate("Planning", "Svar utan källa")
    if question.answer:
        return translate("Planning", "Svar klart")
    if question.owner:
        return translate("Planning", "Väntar på {owner}").format(owner=question.owner)
    return translate("Planning", "Inget svar än")


def grouped(questions: Sequence[PreparedQuestion]) -> list[Choice]:
    """Return the questions under their categories; rejected ones last."""
    choices: list[Choice] = []
    for category, title in categories().items():
        inside = [q for q in questions if q.category == category and not q.rejected]
        if inside:
            choices.append(Choice("", f"{title} ({len(inside)})"))
            choices += [Choice(q.id, q.text, state(q)) for q in inside]
    rejected = [q for q in questions if q.rejected]
    if rejected:
        choices.append(Choice("", translate("Planning", "Tas i ärendet, inte här ({n})").format(n=len(rejected))))
        choices += [Choice(q.id, q.text, state(q)) for q in rejected]
    return choices


def stop(starts_at: datetime | None, today: date) -> tuple[str, bool]:
    """Say until when questions are taken, and whether that day has passed."""
    if starts_at is None:
        return translate("Planning", "Frågestopp en vecka före träffen. Välj datum för träffen."), False
    day = starts_at.date() - timedelta(days=DAYS_BEFORE)
    if day < today:
        return translate("Planning", "Frågestopp var {day}").format(day=day_words(day)), True
    return translate("Planning", "Frågestopp {day}").format(day=day_words(day)), False


def summary(questions: Sequence[PreparedQuestion]) -> str:
    """Say how many questions there are and how many have an answer."""
    open_ones = [q for q in questions if not q.rejected]
    if not questions:
        return translate("Planning", "Inga frågor än.")
    answered = sum(bool(q.answer) for q in open_ones)
    one, many = (
        translate("Planning", "1 fråga, {answered} med svar"),
        translate("Planning", "{n} frågor, {answered} med svar"),
    )
    told = (one if len(open_ones) == 1 else many).format(n=len(open_ones), answered=answered)
    rejected = len(questions) - len(open_ones)
    if not rejected:
        return told
    one, many = translate("Planning", "1 avvisad"), translate("Planning", "{n} avvisade")
    return f"{told}, {(one if rejected == 1 else many).format(n=rejected)}"
