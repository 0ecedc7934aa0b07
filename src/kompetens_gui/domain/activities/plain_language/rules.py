"""The rules of the kind."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    BeforeAfterBlock,
    Block,
    ListBlock,
    TextBlock,
    setting_material,
)
from kompetens_gui.domain.activities.plain_language.events import (
    STEPS,
    LetterReader,
    LetterState,
    LetterStepShown,
    ModelShown,
    PointChecked,
    PointsShown,
    QuestionWritten,
    ReaderQuestion,
    ReadingShown,
    VersionWritten,
)
from kompetens_gui.domain.activities.plain_language.room import LetterRoom, joined, measure, room_view
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.wording import translate

LONGEST_VERSION = 4000
LONGEST_QUESTION = 200
MOST_QUESTIONS = 60


class PlainLanguage:
    """Rules of the kind."""

    id = "plain_language"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.LETTER,)
    needs_material = True
    default_minutes = 25
    events = (LetterStepShown, QuestionWritten, ReadingShown, VersionWritten, PointChecked, PointsShown, ModelShown)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> LetterState:
        return LetterState()

    def check(self, state: LetterState, event: object, context: ActivityContext) -> None:
        letter = context.need_material(PlainLetter)
        match event:
            case LetterStepShown(step, number):
                if (step, number) not in STEPS:
                    raise ActivityRefused("no_such_card")
            case QuestionWritten(question, _, text, group):
                _check_text(text, LONGEST_QUESTION)
                context.check_writer(group, next((q.group for q in state.questions if q.id == question), None))
                if len(state.questions) >= MOST_QUESTIONS and all(q.id != question for q in state.questions):
                    raise ActivityRefused("too_many")
            case VersionWritten(text, group):
                _check_text(text, LONGEST_VERSION)
                context.check_writer(group)
            case PointChecked(point, _):
                if not 0 <= point < len(letter.points):
                    raise ActivityRefused("no_such_card")
            case ReadingShown() | PointsShown() | ModelShown():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: LetterState, event: object, at: datetime, context: ActivityContext) -> LetterState:
        match event:
            case LetterStepShown(step, number):
                return replace(state, step=step, number=number)
            case QuestionWritten(question, reader, text, group):
                return _asked(state, ReaderQuestion(question, reader, text.strip(), group))
            case VersionWritten(text, group):
                rest = {g: t for g, t in state.versions.items() if g != group}
                return replace(state, versions=rest | ({group: text.strip()} if text.strip() else {}))
            case PointChecked(point, met):
                return replace(state, checked={**state.checked, point: met})
            case ReadingShown(reader, shown):
                unread = state.read - {reader}
                return replace(state, read=unread | {reader} if shown else unread)
            case PointsShown(shown):
                return replace(state, points=shown)
            case ModelShown(shown):
                return replace(state, model=shown)
        return state

    def room(self, state: LetterState, context: ActivityContext) -> LetterRoom:
        return room_view(state, context.need_material(PlainLetter), context)

    def result(self, state: LetterState, context: ActivityContext) -> ActivityResult:
        letter = context.material
        if not isinstance(letter, PlainLetter):
            return ActivityResult()
        blocks: list[Block] = [
            ListBlock(tuple(q.text for q in state.of(reader)), reader_word(reader))
            for reader in LetterReader
            if state.of(reader)
        ]
        text = state.versions.get("", "")
        if text:
            label = translate("PlainLanguage", "Vår version. LIX {before} före, {after} efter.")
            told = label.format(before=measure(letter.original).lix, after=measure(text).lix)
            blocks.append(BeforeAfterBlock(joined(letter.original), text, told))
            lost = tuple(f"{fact.text} ({fact.why})" for fact in letter.lost(text))
            if lost:
                blocks.append(ListBlock(lost, translate("PlainLanguage", "Saknas i vår version")))
        names: dict[str, str] = {g.id: g.name for g in context.groups}
        # Those of the groups there are, then what was written by groups that are gone since.
        of_groups = sorted((g for g in state.versions if g), key=lambda g: g not in names)
        gone = translate("PlainLanguage", "En grupp som delades upp")
        blocks += [TextBlock(state.versions[g], names.get(g, gone)) for g in of_groups]
        return ActivityResult(tuple(blocks))

    def chain(self, state: LetterState, context: ActivityContext) -> Chain | None:
        return None


def reader_word(reader: LetterReader) -> str:
    """Name a reader."""
    return {
        LetterReader.RECIPIENT: translate("PlainLanguage", "Den som får brevet"),
        LetterReader.COORDINATOR: translate("PlainLanguage", "Rehabkoordinatorn"),
        LetterReader.CASE_OFFICER: translate("PlainLanguage", "Handläggaren"),
    }[reader]


def _check_text(text: str, longest: int) -> None:
    if len(text) > longest:
        raise ActivityRefused("text_too_long")


def _asked(state: LetterState, question: ReaderQuestion) -> LetterState:
    if not question.text:
        return replace(state, questions=tuple(q for q in state.questions if q.id != question.id))
    if any(q.id == question.id for q in state.questions):
        reworded = tuple(question if q.id == question.id else q for q in state.questions)
        return replace(state, questions=reworded)
    return replace(state, questions=(*state.questions, question))


KIND = PlainLanguage()
