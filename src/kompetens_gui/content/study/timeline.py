"""Timeline cases: exercises/timeline/<id>.yaml. Days are counted here; grounds are for the rules to judge."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Day, Model, Text, WholeNumber
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
from kompetens_gui.content.study.head_model import HeadModel, RuleVersion, SituationKey, to_head
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.rehabilitation_chain import Situation, chain_day
from kompetens_gui.domain.rehabilitation_rule_set import Certainty
from kompetens_gui.domain.rehabilitation_rules import AssessmentQuestion, assess
from kompetens_gui.domain.study.timeline import DatedEvent, ExpectedGround, GroundAnswer, TimelineCase

GroundKey = Literal["OWN", "EMPLOYER", "MARKET", "ON_CALL", "CHILDCARE", "STUDY"]
ExceptionKey = Literal[
    "special_reasons_rv1",
    "predominant_reasons",
    "special_reasons_550",
    "unreasonable",
    "older_worker",
    "covid_delayed_care",
]


class DatedEventModel(Model):
    on: Day
    text: Text


class ExpectedModel(Model):
    day: WholeNumber = Field(ge=1, le=5000, description="Dag i kedjan den dag som prövas.")
    ground: GroundKey
    rule_version: RuleVersion
    exception: ExceptionKey | None = None


class TimelineModel(HeadModel):
    """A whole timeline case."""

    situation: SituationKey
    start: Day = Field(description="Dag 1 i sjukperioden.")
    earlier_days: WholeNumber = Field(0, ge=0, le=2000, description="Dagar från en tidigare period som läggs ihop.")
    exam: Day = Field(description="Den dag som prövas.")
    age: WholeNumber | None = Field(None, ge=16, le=80, description="Bara när åldern spelar roll.")
    exception: ExceptionKey | None = Field(None, description="Det undantag som berättelsen ger skäl för.")
    story: Text
    events: tuple[DatedEventModel, ...] = Field(min_length=1, max_length=20)
    question: Text
    expected: ExpectedModel
    why: Text
    answers: dict[GroundKey, Text] = Field(min_length=3, description="Återkoppling på minst tre grunder.")
    table_row: WholeNumber | None = Field(None, ge=1, le=500, description="Raden i testtabellen, när det finns en.")


def to_timeline_case(model: TimelineModel) -> TimelineCase:
    expected = model.expected
    return TimelineCase(
        head=to_head(model),
        situation=Situation(model.situation),
        start=model.start,
        exam=model.exam,
        story=model.story,
        events=tuple(DatedEvent(e.on, e.text) for e in model.events),
        question=model.question,
        expected=ExpectedGround(expected.day, expected.ground, expected.rule_version, expected.exception or ""),
        why=model.why,
        answers=tuple(GroundAnswer(ground, text) for ground, text in model.answers.items()),
        earlier_days=model.earlier_days,
        age=model.age,
        exception=model.exception or "",
        table_row=model.table_row or 0,
    )


def problems(case: TimelineCase, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield days that are counted wrong, and an expected answer that cannot be given."""
    if case.exam < case.start:
        what = f"Dagen som prövas, {case.exam}, ligger före dag 1 ({case.start})."
        yield document.problem(("exam",), what, "Rätta det ena datumet.")
        return
    day = chain_day(case.start, case.exam, case.earlier_days)
    if day != case.expected.day:
        what = f"Den {case.exam} är dag {day} i kedjan, inte dag {case.expected.day}."
        yield document.problem(("expected", "day"), what, "Rätta day, eller start, exam och earlier_days.")
    if case.expected.ground not in {a.ground for a in case.answers}:
        what = f"Det väntade svaret {case.expected.ground} finns inte bland svaren."
        yield document.problem(("answers",), what, f"Lägg till {case.expected.ground} med återkoppling.")


def findings(case: TimelineCase, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield answers that the rules do not give, and a chronology out of order."""
    yield from _rule_findings(case, document)
    if case.head.rule_version and case.head.rule_version != case.expected.rule_version:
        what = f"Huvudet säger {case.head.rule_version} men svaret vilar på {case.expected.rule_version}."
        yield Finding(Weight.BLOCKS_READY, document.problem(("rule_version",), what, "Låt dem vara lika."))
    dates = [e.on for e in case.events]
    if dates != sorted(dates):
        what = "Händelserna står inte i tidsordning."
        yield Finding(Weight.WARNING, document.problem(("events",), what, "Ordna dem efter datum."))


def _rule_findings(case: TimelineCase, document: YamlDocument) -> Iterator[Finding]:
    question = AssessmentQuestion(
        start=case.start,
        exam=case.exam,
        situation=case.situation,
        exception=case.exception or None,
        age=case.age,
        earlier_days=case.earlier_days,
    )
    answer = assess(load_rehabilitation_rules(), question)
    if answer.certainty == Certainty.CHECK:
        possible = ", ".join(answer.possible_grounds) or "flera grunder"
        what = f"Reglerna ger inget säkert svar den {case.exam}: {possible} är tänkbart."
        advice = "Välj en annan dag eller berättelse: en regel som ska kontrolleras får inte vara facit."
        yield Finding(Weight.ERROR, document.problem(("expected",), what, advice))
        return
    expected = case.expected
    for field, said, given in (
        ("ground", expected.ground, str(answer.ground)),
        ("rule_version", expected.rule_version, answer.rule_version),
        ("exception", expected.exception, answer.exception or ""),
    ):
        if said != given:
            what = f"Reglerna ger {field} {given or 'null'} den {case.exam}, inte {said or 'null'}."
            advice = f"Rätta {field}, eller berättelsens situation, exception, age och datum."
            yield Finding(Weight.ERROR, document.problem(("expected", field), what, advice))


def wholes(case: TimelineCase) -> Iterable[WholeText]:
    return (WholeText("story", ("story",), case.story),)
