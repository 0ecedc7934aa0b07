"""The sentences of a protocol, the same on paper and in the file people go on editing."""

from collections.abc import Iterator, Mapping

from kompetens_gui.documents.words import NBSP, when
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.services.protocol_data import ProtocolActivity, ProtocolData
from kompetens_gui.services.role_words import role_words


def facts(data: ProtocolData) -> Iterator[tuple[str, str]]:
    """Yield the facts of the session, label and value, those that are known."""
    start = local(data.starts_at) if data.starts_at else None
    end = local(data.ends_at) if data.ends_at else None
    leaders = "; ".join(f"{leader.name.strip()}, {role_words(leader.role).inline}" for leader in data.leaders)
    found = (
        (translate("Protocol", "När"), when(start, end)),
        (translate("Protocol", "Var"), ", ".join(t for t in (data.place.strip(), data.unit.strip()) if t)),
        (translate("Protocol", "Ledare"), leaders),
        (translate("Protocol", "Deltagare"), people(data)),
        (translate("Protocol", "Målgrupp"), data.target_group.strip()),
        (translate("Protocol", "Syfte"), data.purpose.strip()),
    )
    yield from ((name, value) for name, value in found if value)


def people(data: ProtocolData) -> str:
    """Return "10: 7 läkare, 2 handläggare, 1 rehabkoordinator"; nobody is named."""
    if not data.participants:
        return translate("Protocol", "Inga deltagare antecknade")
    return f"{data.participants}: " + ", ".join(role_words(p.role).counted(p.count) for p in data.people)


def minutes(activity: ProtocolActivity) -> str:
    """Return the minutes an item took, in words when the group never came to it."""
    if activity.used_minutes is None:
        return translate("Protocol", "Hanns inte med")
    return f"{activity.used_minutes}{NBSP}min"


def agenda_header() -> tuple[str, str, str]:
    return (translate("Protocol", "Moment"), translate("Protocol", "Planerat"), translate("Protocol", "Blev"))


def agenda_rows(data: ProtocolData) -> Iterator[tuple[str, str, str]]:
    """Yield title, planned and actual minutes of each item, and the sum last."""
    for activity in data.activities:
        yield activity.title, f"{activity.planned_minutes}{NBSP}min", minutes(activity)
    total = translate("Protocol", "Sammanlagt")
    yield total, f"{data.planned_minutes}{NBSP}min", f"{data.used_minutes}{NBSP}min"


def told(data: ProtocolData) -> Iterator[tuple[ProtocolActivity, bool]]:
    """Yield the activities that left something, and whether their case has to be named: only when it changes."""
    case_title = ""
    for activity in data.activities:
        if activity.blocks:
            yield activity, bool(activity.case_title) and activity.case_title != case_title
            case_title = activity.case_title or case_title


def category_words(category: QuestionCategory) -> str:
    words: Mapping[QuestionCategory, str] = {
        QuestionCategory.RULE: translate("Protocol", "Regler"),
        QuestionCategory.ROUTINE: translate("Protocol", "Rutiner"),
        QuestionCategory.COLLABORATION: translate("Protocol", "Samarbete"),
        QuestionCategory.MEDICINE: translate("Protocol", "Medicin"),
        QuestionCategory.OTHER: translate("Protocol", "Övrigt"),
    }
    return words[category]


def takeaways_heading() -> str:
    return translate("Protocol", "Det här tar vi med oss")


def agenda_heading() -> str:
    return translate("Protocol", "Dagordning")


def questions_heading() -> str:
    return translate("Protocol", "Frågor att ta vidare")


def case_line(case_title: str) -> str:
    return translate("Protocol", "Fall: {title}").format(title=case_title)


def privacy_line(data: ProtocolData) -> str:
    """Say what was left out, and how much of it somebody had written."""
    line = translate("Protocol", "Deltagarna står inte med namn, och protokollet har inga ärendenummer.")
    if data.names_replaced:
        more = translate("Protocol", "Namn som hade skrivits in är utbytta mot yrkesroller ({count}).")
        line = f"{line} {more.format(count=data.names_replaced)}"
    if data.numbers_removed:
        more = translate("Protocol", "Nummer som hade skrivits in är borttagna ({count}).")
        line = f"{line} {more.format(count=data.numbers_removed)}"
    return line
