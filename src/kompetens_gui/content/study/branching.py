"""Branching cases: exercises/branching/<id>.yaml. Whether the story holds is for the branching rules to say."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kompetens_gui.content.branching_problems import where, words
from kompetens_gui.content.case_model import Model, NodeKey, OptionalText, Text, WholeNumber
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.study.head_model import HeadModel, RuleVersion, repeated, to_head
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.branching_problems import ProblemCode, find_problems
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.branching_case import (
    Actor,
    BranchingCase,
    Choice,
    ChoiceRef,
    Condition,
    ConditionalGoto,
    Consequences,
    DelayedEffect,
    Effects,
    EndKind,
    Node,
    RuleBox,
    Track,
)
from kompetens_gui.domain.study.branching_case import NodeKey as DomainNodeKey

TrackKey = Literal["medical", "social", "economic"]
ChoiceKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*\.[a-z0-9][a-z0-9_-]*$", max_length=80)]
_ADVICE = frozenset(
    (ProblemCode.TEXT_LENGTH, ProblemCode.NEVER_TRUE, ProblemCode.LATE_NEVER_TOLD, ProblemCode.TOO_MANY_WAYS)
)


class StartModel(Model):
    medical: WholeNumber = Field(ge=0, le=10)
    social: WholeNumber = Field(ge=0, le=10)
    economic: WholeNumber = Field(ge=0, le=10)


class EffectsModel(Model):
    medical: WholeNumber = Field(0, ge=-10, le=10)
    social: WholeNumber = Field(0, ge=-10, le=10)
    economic: WholeNumber = Field(0, ge=-10, le=10)


class ConsequencesModel(Model):
    medical: OptionalText = Field("", description="Varför mätaren rörde sig, en kort mening.")
    social: OptionalText = ""
    economic: OptionalText = ""


class ConditionModel(Model):
    track: TrackKey | None = Field(None, description="En mätare, med at_least eller at_most.")
    at_least: WholeNumber | None = Field(None, ge=0, le=10)
    at_most: WholeNumber | None = Field(None, ge=0, le=10)
    chose: ChoiceKey | None = Field(None, description="Ett val som gjorts tidigare: nod.val, till exempel v2.b.")
    not_chose: ChoiceKey | None = Field(None, description="Ett val som inte gjorts.")
    all: tuple["ConditionModel", ...] = Field((), description="Alla de här villkoren.")
    any: tuple["ConditionModel", ...] = Field((), description="Minst ett av de här villkoren.")


class ConditionalGotoModel(Model):
    when: ConditionModel
    goto: NodeKey


class DelayedEffectModel(Model):
    days: WholeNumber = Field(ge=1, le=1000, description="Så många dagar efter valet.")
    effects: EffectsModel
    text: Text = Field(description="Vad som då berättas.")


class ChoiceModel(Model):
    id: NodeKey
    text: Text
    detail: OptionalText = ""
    goto: NodeKey
    goto_if: tuple[ConditionalGotoModel, ...] = Field((), description="Andra vägar: den första vars villkor gäller.")
    when: ConditionModel | None = Field(None, description="Erbjuds bara då.")
    effects: EffectsModel | None = Field(None, description="Hur mätarna rör sig genast.")
    later: tuple[DelayedEffectModel, ...] = Field((), max_length=10, description="Följder som kommer senare.")
    consequences: ConsequencesModel | None = None
    feedback: Text = Field(description="Vad valet innebär. Aldrig rätt eller fel.")


class RuleBoxModel(Model):
    text: Text
    rule_version: RuleVersion | None = None
    certainty: Literal["certain", "probable", "check"] = "certain"


class NodeModel(Model):
    id: NodeKey
    day: WholeNumber = Field(ge=1, le=3000, description="Dag i rehabiliteringskedjan.")
    who: Literal["physician", "coordinator", "case_officer", "employer", "person", "other_care"] | None = Field(
        None, description="Vem som står inför valet."
    )
    place: OptionalText = Field("", description="Var det händer.")
    text: Text = Field(description="80–120 ord; slut 60–120.")
    voice: OptionalText = Field("", description="Personens egen mening.")
    question: OptionalText = ""
    rule_box: RuleBoxModel | None = None
    choices: tuple[ChoiceModel, ...] = Field((), max_length=8)
    end: Literal["return_full", "return_partial", "other_work", "transition", "unclear"] | None = None
    title: OptionalText = Field("", description="Slutets namn.")
    looking_back: OptionalText = Field("", description="Slutets fråga till den som spelat.")


class BranchingModel(HeadModel):
    """A whole branching case."""

    tracks: StartModel = Field(description="Var mätarna står från början, 0–10.")
    start: NodeKey = Field(description="Den nod som kommer först.")
    nodes: tuple[NodeModel, ...] = Field(min_length=2, max_length=200)


def to_branching_case(model: BranchingModel) -> BranchingCase:
    return BranchingCase(
        head=to_head(model),
        tracks=Effects(model.tracks.medical, model.tracks.social, model.tracks.economic),
        start=DomainNodeKey(model.start),
        nodes=tuple(_node(n) for n in model.nodes),
    )


def _node(model: NodeModel) -> Node:
    box = model.rule_box
    return Node(
        id=DomainNodeKey(model.id),
        day=model.day,
        text=model.text,
        who=Actor(model.who) if model.who else None,
        place=model.place,
        voice=model.voice,
        question=model.question,
        rule_box=RuleBox(box.text, box.rule_version or "", box.certainty) if box else None,
        choices=tuple(_choice(c) for c in model.choices),
        end=EndKind(model.end) if model.end else None,
        title=model.title,
        looking_back=model.looking_back,
    )


def _choice(model: ChoiceModel) -> Choice:
    said = model.consequences
    return Choice(
        id=model.id,
        text=model.text,
        goto=DomainNodeKey(model.goto),
        effects=_effects(model.effects),
        consequences=Consequences(said.medical, said.social, said.economic) if said else Consequences(),
        feedback=model.feedback,
        detail=model.detail,
        goto_if=tuple(ConditionalGoto(_condition(g.when), DomainNodeKey(g.goto)) for g in model.goto_if),
        when=_condition(model.when) if model.when else None,
        later=tuple(DelayedEffect(d.days, _effects(d.effects), d.text) for d in model.later),
    )


def _effects(model: EffectsModel | None) -> Effects:
    return Effects(model.medical, model.social, model.economic) if model else Effects()


def _condition(model: ConditionModel) -> Condition:
    return Condition(
        track=Track(model.track) if model.track else None,
        at_least=model.at_least,
        at_most=model.at_most,
        chose=ChoiceRef(model.chose) if model.chose else None,
        not_chose=ChoiceRef(model.not_chose) if model.not_chose else None,
        all=tuple(_condition(c) for c in model.all),
        any=tuple(_condition(c) for c in model.any),
    )


def problems(case: BranchingCase, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield what makes a case impossible to play: names that lead nowhere and nodes that are neither end nor choice."""
    yield from repeated((n.id for n in case.nodes), ("nodes",), "id", document)
    known = {n.id for n in case.nodes}
    choices = {f"{n.id}.{c.id}" for n in case.nodes for c in n.choices}
    if case.start not in known:
        yield _nowhere(case.start, ("start",), document)
    for i, node in enumerate(case.nodes):
        at: Where = ("nodes", i)
        yield from _node_problems(node, at, document)
        yield from repeated((c.id for c in node.choices), (*at, "choices"), "id", document)
        for j, choice in enumerate(node.choices):
            here = (*at, "choices", j)
            if choice.goto not in known:
                yield _nowhere(choice.goto, (*here, "goto"), document)
            for k, other in enumerate(choice.goto_if):
                if other.goto not in known:
                    yield _nowhere(other.goto, (*here, "goto_if", k, "goto"), document)
                yield from _condition_problems(other.when, choices, (*here, "goto_if", k, "when"), document)
            if choice.when:
                yield from _condition_problems(choice.when, choices, (*here, "when"), document)


def _nowhere(key: str, at: Where, document: YamlDocument) -> ContentProblem:
    return document.problem(at, f"Det finns ingen nod som heter ”{key}”.", "Rätta namnet, eller skriv noden.")


def _node_problems(node: Node, at: Where, document: YamlDocument) -> Iterator[ContentProblem]:
    if node.is_end and node.choices:
        what = f"Noden ”{node.id}” är ett slut men har val."
        yield document.problem((*at, "end"), what, "Ta bort end eller choices.")
    if not node.is_end and not node.choices:
        what = f"Noden ”{node.id}” har varken val eller slut."
        yield document.problem(at, what, "Lägg till choices, eller end om berättelsen slutar här.")


def _condition_problems(
    condition: Condition, choices: set[str], at: Where, document: YamlDocument
) -> Iterator[ContentProblem]:
    bounds = condition.at_least is not None or condition.at_most is not None
    if (condition.track is None) == bounds:
        what = "Ett villkor om en mätare behöver både track och at_least eller at_most."
        yield document.problem(at, what, "Skriv till exempel {track: social, at_least: 3}.")
    if condition == Condition():
        yield document.problem(at, "Villkoret är tomt.", "Skriv till exempel {chose: v2.b}, eller ta bort det.")
    for name, ref in (("chose", condition.chose), ("not_chose", condition.not_chose)):
        if ref is not None and ref not in choices:
            what = f"Det finns inget val som heter ”{ref}”."
            yield document.problem((*at, name), what, "Skriv nod och val med punkt emellan, till exempel v2.b.")
    for name, parts in (("all", condition.all), ("any", condition.any)):
        for i, part in enumerate(parts):
            yield from _condition_problems(part, choices, (*at, name, i), document)


def findings(case: BranchingCase, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield what the branching rules find when every way through the case is walked."""
    for problem in find_problems(case):
        what, advice = words(problem)
        weight = Weight.WARNING if problem.code in _ADVICE else Weight.BLOCKS_READY
        yield Finding(weight, document.problem(where(case, problem), what, advice))
    for i, node in enumerate(case.nodes):
        if node.rule_box and node.rule_box.certainty == "check":
            what = f"Regeln i nod {node.id} är inte kontrollerad."
            advice = "Kontrollera den och ändra certainty, eller ta bort rutan."
            yield Finding(Weight.BLOCKS_READY, document.problem(("nodes", i, "rule_box"), what, advice))


def wholes(case: BranchingCase) -> Iterable[WholeText]:
    return (WholeText("noderna", ("nodes",), "\n\n".join(n.text for n in case.nodes)),)
