"""Timelines without end, for practice: questions drawn from the rules, told as short stories about made-up people.

The same seed, rules and day give the same timelines.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from kompetens_gui.domain.case import CaseStatus, Review, Source
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.rehabilitation_rule_set import RuleSet
from kompetens_gui.domain.rehabilitation_words import day_text
from kompetens_gui.domain.study import timeline_stories as stories
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentId, StudyPerson
from kompetens_gui.domain.study.timeline import DatedEvent, ExpectedGround, TimelineCase
from kompetens_gui.domain.study.timeline_draw import Drawer, DrawnQuestion
from kompetens_gui.domain.study.timeline_feedback import answers, why
from kompetens_gui.domain.wording import translate

_PART_TIME = 0.2


def generate_timelines(rules: RuleSet, seed: int, count: int, today: date) -> tuple[TimelineCase, ...]:
    """Return `count` timelines with certain answers, none examined after `today`; fewer if the rules give no more."""
    return tuple(_timelines(rules, seed, count, today))


def _timelines(rules: RuleSet, seed: int, count: int, today: date) -> Iterator[TimelineCase]:
    random = Random(seed)
    drawer, teller = Drawer(rules, random, today), _Teller(rules, random, today)
    names: list[int] = []
    for number in range(1, count + 1):
        drawn = drawer.draw()
        if drawn is None:
            return
        names = names or random.sample(range(len(stories.NAMES)), len(stories.NAMES))
        yield teller.tell(drawn, f"ovning-{seed}-{number}", names.pop())


class _Teller:
    """Makes a timeline of a drawn question."""

    def __init__(self, rules: RuleSet, random: Random, today: date) -> None:
        self._rules = rules
        self._random = random
        self._today = today
        first_days = [exception.first_day for exception in rules.exceptions]
        self._first_tested_day = min(first_days, default=1)

    def tell(self, drawn: DrawnQuestion, id_: str, name_index: int) -> TimelineCase:
        question, found, exception = drawn.question, drawn.found, drawn.exception
        grave = exception is not None and exception.id == stories.GRAVE
        group, illness = stories.grave_illness() if grave else self._random.choice(stories.illnesses())
        name, sex, origin = stories.NAMES[name_index]
        occupation = self._random.choice(stories.occupations(question.situation))
        person = StudyPerson(name, drawn.age, sex, origin, occupation, question.situation, group)
        return TimelineCase(
            head=self._head(drawn, person, id_, stories.grave_warning() if grave else ""),
            situation=question.situation,
            start=question.start,
            exam=question.exam,
            story=self._story(drawn, person, illness),
            events=_events(drawn),
            question=self._asked(question.exam),
            expected=ExpectedGround(found.day, str(found.ground or ""), found.rule_version, found.exception or ""),
            why=why(self._rules, question, found),
            answers=answers(self._rules, question, found),
            earlier_days=found.day - (question.exam - question.start).days - 1,
            age=drawn.age if exception is not None and exception.ages else None,
            exception=question.exception or "",
        )

    def _story(self, drawn: DrawnQuestion, person: StudyPerson, illness: str) -> str:
        question = drawn.question
        sentences = [stories.introduction(question.situation), illness]
        sentences += [stories.before(period.first, period.last) for period in question.earlier_periods]
        part_time = question.situation == Situation.EMPLOYED and self._random.random() < _PART_TIME
        sentences.append(stories.since(question.start, part_time=part_time))
        if drawn.exception is not None:
            sentences.append(stories.circumstance(drawn.exception, drawn.outlook))
        else:
            sentences.append(stories.meanwhile(question.situation, drawn.found.day, self._first_tested_day))
        story = " ".join(sentences)
        slots = {"name": person.name, "age": str(person.age), "occupation": person.occupation}
        for slot, value in slots.items():
            story = story.replace(f"{{{slot}}}", value)
        return story

    def _asked(self, exam: date) -> str:
        if exam < self._today:
            return translate("Timelines", "Vilken bedömningsgrund gällde den {exam}?").format(exam=day_text(exam))
        return translate("Timelines", "Vilken bedömningsgrund gäller den {exam}?").format(exam=day_text(exam))

    def _head(self, drawn: DrawnQuestion, person: StudyPerson, id_: str, warning: str) -> StudyContentHead:
        exam = drawn.question.exam
        return StudyContentHead(
            id=StudyContentId(id_),
            title=translate("Timelines", "{name}, den {exam}").format(name=person.name, exam=day_text(exam)),
            status=CaseStatus.READY,
            difficulty=_difficulty(drawn),
            competence_areas=("K03",),
            audience=(translate("Timelines", "Rehabkoordinator"),),
            minutes=3,
            learning_goals=(translate("Timelines", "Räknar fram dagen och väljer bedömningsgrund."),),
            sources=self._sources(drawn),
            review=Review(self._rules.checked_by),
            rule_version=drawn.found.rule_version,
            rule_date=exam,
            content_warning=warning,
            person=person,
        )

    def _sources(self, drawn: DrawnQuestion) -> tuple[Source, ...]:
        row = self._rules.row(drawn.question.situation, drawn.found.day, drawn.question.exam)
        exception = drawn.exception.sources if drawn.exception is not None else ()
        return tuple(dict.fromkeys((*row.sources, *drawn.version.sources, *exception)))


def _events(drawn: DrawnQuestion) -> tuple[DatedEvent, ...]:
    question = drawn.question
    events = []
    for period in question.earlier_periods:
        events.append(DatedEvent(period.first, translate("Timelines", "Den tidigare perioden börjar")))
        events.append(DatedEvent(period.last, translate("Timelines", "Den tidigare periodens sista dag")))
    events.append(DatedEvent(question.start, translate("Timelines", "Första sjukdagen")))
    if drawn.outlook.missed is not None:
        events.append(DatedEvent(drawn.outlook.missed, translate("Timelines", "Den planerade återgången")))
    events.append(DatedEvent(question.exam, translate("Timelines", "Dagen som prövas")))
    return tuple(sorted(events, key=lambda event: event.on))


def _difficulty(drawn: DrawnQuestion) -> int:
    """Count what there is to think of besides the day."""
    harder = (
        drawn.exception is not None,
        drawn.exception is not None and drawn.found.exception is None,
        bool(drawn.question.earlier_periods),
        not drawn.is_latest,
    )
    other_steps = drawn.question.situation != Situation.EMPLOYED and not any(harder)
    return 1 + sum(harder) + other_steps
