"""A group's own file: a text with a heading per question, to be filled in on the group's laptop and read back.

It is plain text that every editor opens: UTF-8 with a mark, lines ended as Notepad wants them. One line says which
session, moment and group it belongs to. Reading changes nothing: it tells what the file holds, and `compared` what of
it would write over something.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.group_work.rules import LONGEST_ANSWER
from kompetens_gui.domain.activities.group_work.tasks import WorkGroup, questions, task_text
from kompetens_gui.domain.errors import GroupFileRefused
from kompetens_gui.domain.wording import translate

LARGEST_FILE = 200_000
_VERSION = 1
_LONGEST_NAME = 80
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_MARK = re.compile(r"^##\s*KOMPETENS (\d{1,4})\s*\|([^|\n]*)\|([^|\n]*)\|([^|\n]*)\|\s*$", re.MULTILINE)
_HEADING = re.compile(r"^##\s*(\d{1,3})\.")
_END = re.compile(r"^##\s*SLUT\s*$")
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What Windows-1252 has no letter for; a file with these is something else.
_NOT_WINDOWS = frozenset(b"\x81\x8d\x8f\x90\x9d")


@dataclass(frozen=True)
class AnswerConflict:
    """A question that both the file and the group's board have an answer to, and not the same."""

    question: int
    stands: str
    in_file: str


@dataclass(frozen=True)
class FileComparison:
    """What reading a file in would do: answers that are new, and those that would write over another."""

    new: Mapping[int, str]
    conflicts: tuple[AnswerConflict, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.new or self.conflicts)


def group_file_name(group: WorkGroup, context: ActivityContext) -> str:
    """Name a group's file as every system takes it."""
    words = " ".join(_NOT_IN_NAMES.sub(" ", f"{group.name} {context.item.title}").split())
    return f"{words[:_LONGEST_NAME].strip(' .') or 'Grupp'}.txt"


def group_file(group: WorkGroup, context: ActivityContext, answers: Mapping[int, str]) -> bytes:
    """Return the file for a group, with what it has answered so far. It holds no names of participants."""
    lines = [
        translate("GroupFile", "{group}, {title}").format(group=group.name, title=context.session_title).strip(", "),
        "",
        translate("GroupFile", "Skriv under frågorna. Låt raderna som börjar med ## stå kvar som de är."),
        translate("GroupFile", "Skriv inga namn på verkliga personer. Spara och ge filen till den som leder."),
        "",
        f"## KOMPETENS {_VERSION} | {context.session_id} | {context.item.id} | {group.id} |",
        "",
        translate("GroupFile", "Uppgift: {task}").format(task=_on_one_line(task_text(context))),
    ]
    if group.about:
        lines.append(translate("GroupFile", "Underlag: {title}").format(title=group.about))
    if group.variant:
        lines.append(translate("GroupFile", "Ändrat i fallet: {change}").format(change=_on_one_line(group.variant)))
    for number, question in enumerate(questions(context)):
        lines += ["", f"## {number + 1}. {_on_one_line(question)}", "", *_kept_apart(answers.get(number, "")), ""]
    lines += ["", "## SLUT", ""]
    return "\r\n".join(lines).encode("utf-8-sig")


def read_group_file(
    data: bytes, group: WorkGroup, groups: tuple[WorkGroup, ...], context: ActivityContext
) -> Mapping[int, str]:
    """Return the answers in a group's file by question, or raise GroupFileRefused when it is not that group's."""
    if len(data) > LARGEST_FILE:
        raise GroupFileRefused("too_large")
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    _check_mark(text, group, groups, context)
    asked = questions(context)
    found = _sections(text.split("\n"), asked)
    if set(found) != set(range(len(asked))):
        missing = next((n for n in range(len(asked)) if n not in found), -1)
        raise GroupFileRefused("heading_missing" if missing >= 0 else "other_questions", number=missing + 1)
    answers = {number: answer for number, answer in found.items() if answer}
    if not answers:
        raise GroupFileRefused("nothing_written")
    too_long = next((n for n, answer in answers.items() if len(answer) > LONGEST_ANSWER), None)
    if too_long is not None:
        raise GroupFileRefused("answer_too_long", number=too_long + 1)
    return answers


def compared(answers: Mapping[int, str], stand: Mapping[int, str]) -> FileComparison:
    """Hold a file's answers against those that stand."""
    new = {n: text for n, text in answers.items() if not stand.get(n)}
    conflicts = tuple(
        AnswerConflict(n, stand[n], text)
        for n, text in sorted(answers.items())
        if stand.get(n) and " ".join(stand[n].split()) != " ".join(text.split())
    )
    return FileComparison(new, conflicts)


def _check_mark(text: str, group: WorkGroup, groups: tuple[WorkGroup, ...], context: ActivityContext) -> None:
    mark = _MARK.search(text)
    if mark is None:
        raise GroupFileRefused("not_a_group_file")
    version, session, item, owner = (part.strip() for part in mark.groups())
    if int(version) != _VERSION:
        raise GroupFileRefused("newer_format")
    if session != context.session_id:
        raise GroupFileRefused("other_session")
    if item != context.item.id:
        raise GroupFileRefused("other_item")
    if owner != group.id:
        other = next((g for g in groups if g.id == owner and not g.is_gone), None)
        raise GroupFileRefused("other_group" if other else "gone_group", other.name if other else "")


def _sections(lines: list[str], asked: tuple[str, ...]) -> dict[int, str]:
    """Return what stands under each numbered heading; a line of ## without a number is the group's own text."""
    found: dict[int, list[str]] = {}
    current: list[str] | None = None
    for place, line in enumerate(lines):
        if _END.match(line):
            if "".join(lines[place + 1 :]).strip():
                raise GroupFileRefused("after_end")
            return {number: "\n".join(those).strip() for number, those in found.items()}
        heading = _HEADING.match(line)
        if heading:
            number = int(heading[1]) - 1
            if number in found:
                raise GroupFileRefused("heading_twice", number=number + 1)
            current = found[number] = [_beside_question(line[heading.end() :], asked, number)]
        elif current is not None:
            current.append(line.rstrip())
    raise GroupFileRefused("incomplete")


def _beside_question(words: str, asked: tuple[str, ...], number: int) -> str:
    """Return what somebody has written on the same line as a question, after it."""
    words = _on_one_line(words)
    question = _on_one_line(asked[number]) if 0 <= number < len(asked) else ""
    if not question or not words.startswith(question):
        raise GroupFileRefused("other_questions")
    return words[len(question) :].strip()


def _decoded(data: bytes) -> str:
    """Return the text of a file that an editor has saved: UTF-8, UTF-16 with its mark, or Windows-1252."""
    try:
        text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        if _NOT_WINDOWS & set(data):
            raise GroupFileRefused("not_text") from None
        text = data.decode("cp1252")
    if _NOT_TEXT.search(text):
        raise GroupFileRefused("not_text")
    return text


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _kept_apart(answer: str) -> list[str]:
    """Return an answer's lines; one that looks like a heading of ours is set in a little."""
    return [
        f" {line}" if _HEADING.match(line) or _END.match(line) or _MARK.match(line) else line
        for line in (answer.split("\n"))
    ]
