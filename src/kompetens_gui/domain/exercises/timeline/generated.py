"""New rows for the rehabilitation chain, made from the rules themselves: same rules and same seed give the same rows.

Only what the rules answer for certain becomes a row, and only days they have been checked for.
"""

from datetime import date, timedelta
from random import Random

from kompetens_gui.domain.case import CaseStatus, Review
from kompetens_gui.domain.rehabilitation_chain import INTERVALS, Situation
from kompetens_gui.domain.rehabilitation_rule_set import Certainty, ChainException, Ground, RuleSet
from kompetens_gui.domain.rehabilitation_rules import Assessment, AssessmentQuestion, assess
from kompetens_gui.domain.rehabilitation_words import day_text, ground_text, ground_title, situation_text
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentId
from kompetens_gui.domain.study.timeline import DatedEvent, ExpectedGround, GroundAnswer, TimelineCase
from kompetens_gui.domain.wording import translate

LATEST_DAY = 600
MOST_TRIES = 400
_EDGES = tuple(edge for i in INTERVALS if i.last for edge in (i.last - 1, i.last, i.last + 1))
# Those who have an employer come up more often: that is where the chain has most steps.
_SITUATIONS = (*[Situation.EMPLOYED] * 6, Situation.SELF_EMPLOYED, *Situation)
_ALWAYS_OFFERED = (Ground.OWN, Ground.EMPLOYER, Ground.MARKET)


def made_rows(rules: RuleSet, seed: int, count: int) -> tuple[TimelineCase, ...]:
    """Return `count` different rows, fewer when the rules do not give so many."""
    chance = Random(f"timeline:{seed}")
    found: dict[tuple[Situation, int, str], TimelineCase] = {}
    for _ in range(MOST_TRIES):
        if len(found) == count:
            break
        question, exception = _question(rules, chance)
        answer = assess(rules, question)
        if answer.ground is None or answer.certainty != Certainty.CERTAIN:
            continue
        key = (question.situation, answer.day, question.exception or "")
        found.setdefault(key, _row(rules, seed, len(found), question, exception, answer))
    return tuple(found.values())


def _question(rules: RuleSet, chance: Random) -> tuple[AssessmentQuestion, ChainException | None]:
    situation = chance.choice(_SITUATIONS)
    day = chance.choice(_EDGES) if chance.random() < 0.5 else chance.randint(1, LATEST_DAY)
    first_exam = max(rules.versions[-1].validity.first, rules.checked_on - timedelta(days=365))
    exam = first_exam + timedelta(days=chance.randint(0, max(0, (rules.checked_on - first_exam).days)))
    earlier = chance.randint(2, min(60, day - 1)) if day > 2 and chance.random() < 0.25 else 0
    start = exam - timedelta(days=day - 1 - earlier)
    exception = _exception(rules, situation, day, exam, chance)
    question = AssessmentQuestion(start, exam, situation, exception.id if exception else None, earlier_days=earlier)
    return question, exception


def _exception(rules: RuleSet, situation: Situation, day: int, exam: date, chance: Random) -> ChainException | None:
    usable = [e for e in rules.exceptions if situation in e.effects and not e.ages and e.window(day, exam) is not None]
    return chance.choice(usable) if usable and chance.random() < 0.5 else None


def _row(
    rules: RuleSet,
    seed: int,
    number: int,
    question: AssessmentQuestion,
    exception: ChainException | None,
    answer: Assessment,
) -> TimelineCase:
    assert answer.ground is not None
    offered = tuple(dict.fromkeys((*_ALWAYS_OFFERED, answer.ground)))
    head = StudyContentHead(
        id=StudyContentId(f"made-{seed}-{number}"),
        title=translate("MadeTimeline", "Ny rad ur reglerna"),
        status=CaseStatus.READY,
        difficulty=2,
        competence_areas=("K03",),
        audience=(),
        minutes=2,
        learning_goals=(),
        sources=rules.version(answer.rule_version).sources,
        review=Review(""),
        rule_version=answer.rule_version,
        rule_date=rules.checked_on,
    )
    return TimelineCase(
        head=head,
        situation=question.situation,
        start=question.start,
        exam=question.exam,
        story=_story(question, exception),
        events=(
            DatedEvent(question.start, translate("MadeTimeline", "Dag 1 i sjukperioden")),
            DatedEvent(question.exam, translate("MadeTimeline", "Dagen som prövas")),
        ),
        question=translate("MadeTimeline", "Vilken bedömningsgrund gäller den {day}?").format(
            day=day_text(question.exam)
        ),
        expected=ExpectedGround(answer.day, answer.ground.value, answer.rule_version, answer.exception or ""),
        why=_why(question, exception, answer),
        answers=tuple(GroundAnswer(g.value, _feedback(g, question, answer)) for g in offered),
        earlier_days=question.earlier_days,
        exception=question.exception or "",
    )


def _story(question: AssessmentQuestion, exception: ChainException | None) -> str:
    sentences = [
        translate("MadeTimeline", "Någon som {situation} blir sjuk den {start}.").format(
            situation=situation_text(question.situation), start=day_text(question.start)
        )
    ]
    if question.earlier_days:
        text = translate("MadeTimeline", "Till perioden läggs {days} dagar från en tidigare sjukperiod.")
        sentences.append(text.format(days=question.earlier_days))
    if exception is not None:
        text = translate("MadeTimeline", "Så här står det i ärendet: ”{requirement}”")
        sentences.append(text.format(requirement=exception.requirement))
    return " ".join(sentences)


def _why(question: AssessmentQuestion, exception: ChainException | None, answer: Assessment) -> str:
    assert answer.ground is not None
    text = translate("MadeTimeline", "Den {exam} är dag {day}. Då prövas den som {situation} mot {ground}.")
    told = text.format(
        exam=day_text(question.exam),
        day=answer.day,
        situation=situation_text(question.situation),
        ground=ground_text(answer.ground, question.situation, occupational_group=answer.occupational_group_stated),
    )
    if exception is not None and answer.exception:
        told += " " + translate("MadeTimeline", "Undantaget heter {title}.").format(title=exception.title.lower())
    return told


def _feedback(ground: Ground, question: AssessmentQuestion, answer: Assessment) -> str:
    if ground == answer.ground:
        return translate("MadeTimeline", "Ja. Det är dag {day}, och då gäller den grunden.").format(day=answer.day)
    text = translate(
        "MadeTimeline", "Inte dag {day} för den som {situation}. ”{ground}” hör till en annan del av kedjan."
    )
    return text.format(day=answer.day, situation=situation_text(question.situation), ground=ground_title(ground))
