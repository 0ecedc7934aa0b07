"""Coordination cases: coordination/<id>.yaml."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Day, Line, Model, NodeKey, Text
from kompetens_gui.content.diagnosis_codes import diagnosis_findings
from kompetens_gui.content.findings import Finding
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.material.found import blocks, number_findings, unknown, warns
from kompetens_gui.content.study.format import length_findings
from kompetens_gui.content.study.head_model import HeadModel, repeated, to_head
from kompetens_gui.content.study.impulses import ImpulseKey
from kompetens_gui.content.study.quoting import exact_quote, quote_problem
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.material.coordination import (
    CaseVariant,
    Consequences,
    CoordinationCall,
    CoordinationCase,
    CoordinationImpulse,
    CoordinationStep,
    Known,
    Paper,
    PaperKind,
    StepTime,
)
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.study.impulses import ImpulseType

_WANTED_KINDS = (PaperKind.MEDICAL_CERTIFICATE, PaperKind.PHONE_NOTE, PaperKind.EMPLOYER_PLAN, PaperKind.LOG)
# Who has no employer has no employer's plan.
_EMPLOYED = (Situation.EMPLOYED, Situation.ON_CALL, Situation.ON_LEAVE, Situation.CHILDCARE)
_CERTIFICATE_LINES = ("Diagnos:", "Funktionsnedsättning:", "Aktivitetsbegränsning:", "Grad och tid:")
_SOON = (StepTime.TODAY, StepTime.TWO_WEEKS)
_FEWEST_PAPERS, _FEWEST_KNOWN, _FEWEST_UNKNOWN, _FEWEST_IMPULSES = 4, 4, 2, 2
_FEWEST_WORDS, _MOST_WORDS = 80, 220
_MONEY = re.compile(r"\d[\d ]*(?:kr\b|kronor|procent|%)")


class PaperModel(Model):
    id: NodeKey
    kind: Literal["medical_certificate", "phone_note", "employer_plan", "log", "letter"]
    title: Line
    dated: Day
    text: Text


class KnownModel(Model):
    text: Text
    paper: NodeKey = Field(description="Pappret där det står.")


class CoordinationImpulseModel(Model):
    type: ImpulseKey
    paper: NodeKey
    quote: Text = Field(description="Exakta ord ur pappret.")
    why: Text = Field(description="Varför det är skäl att fråga.")
    question: Text = Field(description="Frågan som öppnar.")


class CoordinationStepModel(Model):
    id: NodeKey
    text: Text
    time: Literal["today", "two_weeks", "later"]
    who: Line
    speaks_for: Text
    speaks_against: Text


class CoordinationCallModel(Model):
    caller: Line
    called: Line
    about: Text
    first_sentence: Text


class MaterialConsequencesModel(Model):
    medical: Text
    social: Text
    economic: Text = Field(description="En riktning, aldrig kronor.")


class CaseVariantModel(Model):
    id: NodeKey
    title: Line
    change: Text = Field(description="Vad som byts mot vad.")
    talk_about: Text


class CoordinationModel(HeadModel):
    """A whole coordination case."""

    story: Text = Field(description="Vad alla vet.")
    voice: Text = Field(description="Personens egna ord.")
    papers: tuple[PaperModel, ...] = Field(min_length=1, max_length=12)
    known: tuple[KnownModel, ...] = Field((), max_length=20)
    unknown: tuple[Text, ...] = Field((), max_length=20)
    impulses: tuple[CoordinationImpulseModel, ...] = Field((), max_length=12)
    steps: tuple[CoordinationStepModel, ...] = Field(min_length=1, max_length=12)
    calls: tuple[CoordinationCallModel, ...] = Field((), max_length=12)
    if_nothing: MaterialConsequencesModel
    variants: tuple[CaseVariantModel, ...] = Field((), max_length=8)
    leader_notes: Text


def to_coordination(model: CoordinationModel) -> CoordinationCase:
    texts = {p.id: p.text for p in model.papers}
    return CoordinationCase(
        head=to_head(model),
        story=model.story,
        voice=model.voice,
        papers=tuple(Paper(p.id, PaperKind(p.kind), p.title, p.dated, p.text) for p in model.papers),
        known=tuple(Known(k.text, k.paper) for k in model.known),
        unknown=model.unknown,
        impulses=tuple(
            CoordinationImpulse(
                ImpulseType(i.type),
                i.paper,
                exact_quote(i.quote, texts.get(i.paper, "")) or i.quote,
                i.why,
                i.question,
            )
            for i in model.impulses
        ),
        steps=tuple(
            CoordinationStep(s.id, s.text, StepTime(s.time), s.who, s.speaks_for, s.speaks_against) for s in model.steps
        ),
        calls=tuple(CoordinationCall(c.caller, c.called, c.about, c.first_sentence) for c in model.calls),
        if_nothing=to_consequences(model.if_nothing),
        variants=tuple(CaseVariant(v.id, v.title, v.change, v.talk_about) for v in model.variants),
        leader_notes=model.leader_notes,
    )


def to_consequences(model: MaterialConsequencesModel) -> Consequences:
    return Consequences(model.medical, model.social, model.economic)


def problems(case: CoordinationCase, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield papers that are not there, quotes that do not stand in theirs, and ids that stand twice."""
    yield from repeated((p.id for p in case.papers), ("papers",), "id", document)
    yield from repeated((s.id for s in case.steps), ("steps",), "id", document)
    yield from repeated((v.id for v in case.variants), ("variants",), "id", document)
    texts = {p.id: p.text for p in case.papers}
    for i, known in enumerate(case.known):
        yield from unknown(known.paper, texts, "inget papper", ("known", i, "paper"), document)
    for i, impulse in enumerate(case.impulses):
        at: Where = ("impulses", i)
        yield from unknown(impulse.paper, texts, "inget papper", (*at, "paper"), document)
        if impulse.paper in texts and impulse.quote not in texts[impulse.paper]:
            yield quote_problem(impulse.quote, texts[impulse.paper], (*at, "quote"), document)


def findings(case: CoordinationCase, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield what a group would lack to find a next step."""
    yield from _papers(case, document)
    yield from number_findings(len(case.known), _FEWEST_KNOWN, None, "saker vi vet", ("known",), document)
    yield from number_findings(len(case.unknown), _FEWEST_UNKNOWN, None, "saker vi inte vet", ("unknown",), document)
    yield from _impulses(case, document)
    yield from number_findings(len(case.steps), 3, 6, "steg", ("steps",), document)
    soon = sum(s.time in _SOON for s in case.steps)
    if soon < 2:
        what = f"{soon} steg går att ta i dag eller inom två veckor; det ska vara minst 2."
        yield blocks(document, ("steps",), what, "Skriv steg med time: today eller two_weeks.")
    yield from number_findings(len(case.calls), 1, None, "samtal", ("calls",), document)
    yield from number_findings(len(case.variants), 1, None, "varianter", ("variants",), document)
    yield from money_findings(case.if_nothing, ("if_nothing",), document)


def money_findings(consequences: Consequences, at: Where, document: YamlDocument) -> Iterator[Finding]:
    """Yield economic consequences that are told in figures rather than as a direction."""
    figure = _MONEY.search(consequences.economic)
    if figure:
        what = f"Den ekonomiska följden sägs med en siffra: ”{figure[0]}”."
        yield warns(document, (*at, "economic"), what, "Skriv en riktning: osäkrare, tryggare, lägre.", figure[0])


def _papers(case: CoordinationCase, document: YamlDocument) -> Iterator[Finding]:
    yield from number_findings(len(case.papers), _FEWEST_PAPERS, None, "papper", ("papers",), document)
    person = case.head.person
    wanted = [k for k in _WANTED_KINDS if k != PaperKind.EMPLOYER_PLAN or not person or person.situation in _EMPLOYED]
    lacking = [kind.value for kind in wanted if all(p.kind != kind for p in case.papers)]
    if lacking:
        what = f"Det saknas papper av slaget {', '.join(lacking)}."
        yield blocks(document, ("papers",), what, "Skriv ett av varje: intyg, telefonanteckning, plan och logg.")
    for i, paper in enumerate(case.papers):
        at: Where = ("papers", i, "text")
        yield from length_findings(paper.text, _FEWEST_WORDS, _MOST_WORDS, at, document)
        if paper.kind == PaperKind.EMPLOYER_PLAN:
            yield from diagnosis_findings(paper.text, at, document)
        if paper.kind == PaperKind.MEDICAL_CERTIFICATE:
            left_out = [line for line in _CERTIFICATE_LINES if line not in paper.text]
            if left_out:
                what = f"Intyget saknar raderna {' '.join(left_out)}"
                yield warns(document, at, what, "Följ FK 7804 fält för fält, i korta rader.")


def _impulses(case: CoordinationCase, document: YamlDocument) -> Iterator[Finding]:
    if not case.impulses:
        if "impuls" not in case.leader_notes.casefold():
            what = "Fallet har ingen impuls, och ledaren får inte veta att det är meningen."
            yield blocks(document, ("leader_notes",), what, "Skriv i leader_notes att det inte finns någon impuls här.")
    elif len(case.impulses) < _FEWEST_IMPULSES:
        what = "Fallet har en enda impuls; det ska vara minst 2, eller ingen alls."
        yield blocks(document, ("impulses",), what, "Skriv en till.")


def wholes(case: CoordinationCase) -> Iterable[WholeText]:
    return (WholeText("story", ("story",), case.story),)
