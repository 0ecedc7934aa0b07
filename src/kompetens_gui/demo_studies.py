"""Two people who study in the demo region: a coordinator in the middle of it all, and a case officer who just began.

Everything goes through the services, as it would have if they had studied, on a clock that stands in the past.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.activities.mark_chain.events import SpanMarked
from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.exercises.reading import PageRead
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItem
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.joining import Program
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.services.study_rehearsal import play, right_answer
from kompetens_gui.storage.unit_of_work import unit_of_work_factory

COORDINATOR, CASE_OFFICER = "Amina Solvik", "Leila Strand"
LICENCE, FAST_TRACK = "koordinatorskorkort", "ny-handlaggare"
REFLECTION = "Jag frågar hellre om vad som händer än om hur det känns."
CHANGE = "Jag frågar om arbetet redan vid första samtalet. Planen från arbetsgivaren kommer tidigare nu."
MINUTES_A_STEP = 12
REPEATING, CARDS = (45, 27), 6
ANSWERED_OF_ROUND = 6
PRACTISED, PASSED_OVER = ((20, "axel-frisor"), (11, "landrygg-golvlaggare")), 4
"""Certificates marked freely, so many days ago; of the places in them every fourth is passed over."""


@dataclass(frozen=True)
class StudyDay:
    """What was done on a day, so many days ago. `wrong` is how many questions of a round were answered wrong."""

    days_ago: int
    module: str
    steps: str
    wrong: int = 0


DAYS = (
    StudyDay(62, "uppdraget", "u1 u2 u3"),
    StudyDay(60, "uppdraget", "u4 u5 u6 u7", wrong=1),
    StudyDay(52, "underlaget", "l1 l2 l3"),
    StudyDay(50, "underlaget", "l4 l5 l6", wrong=1),
    StudyDay(45, "underlaget", "l7 l8 l9 l10"),
    StudyDay(33, "reglerna", "r1 r2 r3 r4", wrong=1),
    StudyDay(27, "reglerna", "r5 r6 r7 r8 r9 r10 r11 r12 r13 r14"),
    StudyDay(6, "samtalet", "s1 s2 s3"),
)


def fill_studies(program: Program, unit: str, other_unit: str) -> None:
    """Let the two have studied; `unit` is where the coordinator works."""
    clock = RehearsalClock(program.clock.now() - timedelta(days=DAYS[0].days_ago))
    past = replace(program, clock=clock, work=unit_of_work_factory(program.database, clock))
    try:
        _Coordinator(past, clock, unit).study(program.clock.now())
        _begin_as_case_officer(past, clock, other_unit, program.clock.now())
    finally:
        past.studying.release()


class _Coordinator:
    """Has come to the fourth module, and was called away in the middle of its questions yesterday."""

    def __init__(self, past: Program, clock: RehearsalClock, unit: str) -> None:
        self._past, self._clock = past, clock
        made = past.profiles.create(COORDINATOR, Role.REHAB_COORDINATOR, unit)
        self._who = past.profiles.change(replace(made, room_results_count=True, path=LICENCE))
        self._wrong = 0

    def study(self, now: datetime) -> None:
        past, clock = self._past, self._clock
        for day in DAYS:
            clock.set(_morning(now, day.days_ago))
            self._wrong = day.wrong
            for step in day.steps.split():
                opened = past.studying.open_step(self._who.id, LICENCE, day.module, step)
                clock.move(MINUTES_A_STEP * 60)
                if step in {"u5", "l5", "l7", "r5", "r6"}:
                    opened.reflect(REFLECTION).result()
                play(opened, past.studying, past.sign_offs, self._answer)
            if day.days_ago in REPEATING:
                self._repeat()
        for days_ago, case in PRACTISED:
            clock.set(_morning(now, days_ago))
            self._mark(past.studying.open_free(self._who.id, StepKind.MARK_CHAIN, case))
        clock.set(_morning(now, 3))
        past.sign_offs.record_change(self._who.id, ("K04",), CHANGE)
        clock.set(_morning(now, 1))
        self._leave_in_the_middle(past.studying.open_step(self._who.id, LICENCE, "samtalet", "s4"))
        past.progress.take_in_room_results(self._who.id)

    def _repeat(self) -> None:
        """Answer a few of the cards that are due."""
        past = self._past
        for question in past.repetition.today(self._who.id).questions[:CARDS]:
            item = past.learning.library.item(question.item.id)
            past.repetition.answer(self._who.id, item.id, question.number, right_answer(item))

    def _mark(self, opened: OpenAttempt) -> None:
        for number, span in enumerate(opened.attempt.started.content.keys[0].spans, 1):
            if number % PASSED_OVER:
                self._clock.move(60)
                mark = SpanMarked(span.id, span.kind, span.span.field, span.span.quote, span.span.occurrence)
                opened.answer(mark).result()
        opened.finish_round().result()
        self._past.studying.finish(opened).result()

    def _answer(self, item: KnowledgeItem) -> ItemAnswer:
        if self._wrong and item.options and not item.safety:
            self._wrong -= 1
            return ItemAnswer((next(o.id for o in item.options if not o.correct),))
        return right_answer(item)

    def _leave_in_the_middle(self, opened: OpenAttempt) -> None:
        for item in opened.attempt.started.content.items[:ANSWERED_OF_ROUND]:
            self._clock.move(40)
            opened.answer(ItemAnswered(item.id, right_answer(item))).result()
        opened.leave().result()


def _begin_as_case_officer(past: Program, clock: RehearsalClock, unit: str, now: datetime) -> LearnerProfile:
    clock.set(_morning(now, 1))
    who = past.profiles.create(CASE_OFFICER, Role.CASE_OFFICER, unit, path=FAST_TRACK)
    first = past.studying.open_step(who.id, FAST_TRACK, "nh-uppdraget", "a1")
    clock.move(MINUTES_A_STEP * 60)
    play(first, past.studying)
    second = past.studying.open_step(who.id, FAST_TRACK, "nh-uppdraget", "a2")
    clock.move(120)
    second.answer(PageRead(0)).result()
    second.leave().result()
    return who


def _morning(now: datetime, days_ago: int) -> datetime:
    """Return nine o'clock, where the computer stands, so many days ago."""
    day = now.astimezone() - timedelta(days=days_ago)
    return day.replace(hour=9, minute=0, second=0, microsecond=0)
