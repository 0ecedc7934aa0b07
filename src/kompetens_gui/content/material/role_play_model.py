"""Role plays as they stand in their files: role_plays/<id>.yaml."""

from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, NodeKey, OptionalText, Slug, Text, WholeNumber, YesNo
from kompetens_gui.content.study.head_model import HeadModel, SexKey, to_head
from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.material.role_play import (
    Anchor,
    DebriefRound,
    DemonstrationLine,
    DifficultyLevel,
    FewerPeople,
    GlobalScale,
    LeaderGuide,
    LevelChange,
    MeetingMode,
    ObservedCount,
    ObservedItem,
    ObserverProtocol,
    Phase,
    PhaseKind,
    RoleCard,
    RolePart,
    RolePlay,
    RolePlayPaper,
    Safety,
    ToldIfAsked,
)
from kompetens_gui.domain.study.common import NameOrigin


class ToldIfAskedModel(Model):
    when: Text = Field(description="Frågan eller tonen som öppnar.")
    tell: Text = Field(description="Vad rollen då berättar. Får inte stå i något som andra ser.")


class RoleCardModel(Model):
    id: NodeKey = Field(description="Till exempel case_officer, employer, insured_person, physician, coordinator.")
    title: Line = Field(description="Rollen: ”Handläggare på Försäkringskassan”.")
    name: Line
    age: WholeNumber = Field(ge=16, le=90)
    sex: SexKey
    name_origin: Literal["nordic", "other"]
    part: Literal["main", "counterpart", "other"] = Field(description="main övar och observeras.")
    subtitle: Line = Field(description="Vad alla får veta om rollen.")
    you_are: Text = Field(description="Vem rollen är, i du-form.")
    wants: tuple[Line, ...] = Field(min_length=1, max_length=6)
    worries: tuple[Line, ...] = Field((), max_length=6)
    first_words: Text = Field(description="Så låter rollen först.")
    told_if_asked: tuple[ToldIfAskedModel, ...] = Field((), max_length=6)
    softens: tuple[Line, ...] = Field((), max_length=8, description="Vad som får rollen att mjukna.")
    hardens: tuple[Line, ...] = Field((), max_length=8, description="Vad som får rollen att hårdna.")
    limits: tuple[Line, ...] = Field((), max_length=8, description="Vad rollen inte får säga eller göra.")
    ways_on: tuple[Line, ...] = Field((), max_length=8, description="Vad huvudrollen kan pröva när det kör fast.")
    optional: YesNo = Field(False, description="Rollen kan strykas när ni är färre.")


class RolePlayPaperModel(Model):
    id: NodeKey
    title: Line
    text: Text
    roles: tuple[NodeKey, ...] = Field((), description="Vilka roller som har pappret; tomt när alla har det.")


class PhaseModel(Model):
    id: NodeKey
    kind: Literal["read", "play", "pause", "replay", "observers", "debrief"]
    title: Line
    minutes: WholeNumber = Field(ge=1, le=120)
    leader: Text = Field(description="Vad ledaren säger eller gör.")


class AnchorModel(Model):
    rating: WholeNumber = Field(ge=0, le=2)
    text: Line = Field(description="Hur det ser ut när punkten skattas så.")


class ObservedItemModel(Model):
    id: NodeKey
    text: Line
    role: NodeKey = Field(description="Den roll som observeras.")
    weight: WholeNumber = Field(ge=1, le=3)
    must_do: YesNo = Field(description="Måste göras: nämns i samtalet efteråt.")
    anchors: tuple[AnchorModel, ...] = Field((), max_length=6, description="Ett ankare var för 0, 1 och 2.")


class ObservedCountModel(Model):
    id: NodeKey
    text: Line
    role: NodeKey
    aim: WholeNumber = Field(0, ge=0, le=50, description="Ett riktmärke att prata om, 0 för inget.")


class GlobalScaleModel(Model):
    id: NodeKey
    text: Line
    low: Line
    high: Line


class ObserverProtocolModel(Model):
    items: tuple[ObservedItemModel, ...] = Field(min_length=1, max_length=20)
    counts: tuple[ObservedCountModel, ...] = Field((), max_length=10)
    scales: tuple[GlobalScaleModel, ...] = Field((), max_length=10)


class DebriefRoundModel(Model):
    title: Line
    who: Line = Field(description="Vem som talar: rollerna först, sedan observatörerna.")
    questions: tuple[Line, ...] = Field(min_length=1, max_length=6)


class LevelChangeModel(Model):
    role: NodeKey
    text: Text


class DifficultyLevelModel(Model):
    level: WholeNumber = Field(ge=1, le=4)
    title: Line
    text: Text
    changes: tuple[LevelChangeModel, ...] = Field((), max_length=12)


class FewerPeopleModel(Model):
    people: WholeNumber = Field(ge=2, le=30)
    roles: tuple[NodeKey, ...] = Field(min_length=1)
    observers: WholeNumber = Field(ge=0, le=30)
    text: Text


class SafetyModel(Model):
    word: Line = Field(description="Ordet som genast stoppar: paus.")
    text: Text


class LeaderGuideModel(Model):
    purpose: Text
    before: tuple[Line, ...] = Field(min_length=1, max_length=12)
    watch_for: tuple[Line, ...] = Field(min_length=1, max_length=12)
    pitfalls: tuple[Line, ...] = Field(min_length=1, max_length=12)
    facts: tuple[Text, ...] = Field((), max_length=12, description="Fakta med hur säkra de är.")


class DemonstrationLineModel(Model):
    role: NodeKey
    text: Text
    comment: OptionalText = ""
    turn: OptionalText = Field("", description="Namnet på en vändpunkt som går att spola tillbaka till.")


class RolePlayModel(HeadModel):
    """A whole role play."""

    summary: Text
    mode: Literal["physical", "digital", "phone"]
    place: Line
    background: Text = Field(description="Vad alla vet.")
    case: Slug | Literal[""] = Field("", description="Fallet som rollspelet bygger på, när det gör det.")
    roles: tuple[RoleCardModel, ...] = Field(min_length=2, max_length=12)
    papers: tuple[RolePlayPaperModel, ...] = Field((), max_length=12)
    phases: tuple[PhaseModel, ...] = Field(min_length=1, max_length=20)
    stuck: tuple[Line, ...] = Field((), max_length=12, description="Kort till när det kör fast.")
    protocol: ObserverProtocolModel
    debrief: tuple[DebriefRoundModel, ...] = Field((), max_length=10)
    levels: tuple[DifficultyLevelModel, ...] = Field((), max_length=4)
    fewer: tuple[FewerPeopleModel, ...] = Field((), max_length=10)
    safety: SafetyModel
    leader: LeaderGuideModel
    demonstration: tuple[DemonstrationLineModel, ...] = Field((), max_length=80)


def to_role_play(model: RolePlayModel) -> RolePlay:
    return RolePlay(
        head=to_head(model),
        summary=model.summary,
        mode=MeetingMode(model.mode),
        place=model.place,
        background=model.background,
        case=model.case,
        roles=tuple(_role(r) for r in model.roles),
        papers=tuple(RolePlayPaper(p.id, p.title, p.text, p.roles) for p in model.papers),
        phases=tuple(Phase(p.id, PhaseKind(p.kind), p.title, p.minutes, p.leader) for p in model.phases),
        stuck=model.stuck,
        protocol=_protocol(model.protocol),
        debrief=tuple(DebriefRound(r.title, r.who, r.questions) for r in model.debrief),
        levels=tuple(
            DifficultyLevel(d.level, d.title, d.text, tuple(LevelChange(c.role, c.text) for c in d.changes))
            for d in model.levels
        ),
        fewer=tuple(FewerPeople(f.people, f.roles, f.observers, f.text) for f in model.fewer),
        safety=Safety(model.safety.word, model.safety.text),
        leader=_leader(model.leader),
        demonstration=tuple(DemonstrationLine(d.role, d.text, d.comment, d.turn) for d in model.demonstration),
    )


def _role(model: RoleCardModel) -> RoleCard:
    return RoleCard(
        id=model.id,
        title=model.title,
        name=model.name,
        age=model.age,
        sex=Sex(model.sex),
        name_origin=NameOrigin(model.name_origin),
        part=RolePart(model.part),
        subtitle=model.subtitle,
        you_are=model.you_are,
        wants=model.wants,
        worries=model.worries,
        first_words=model.first_words,
        told_if_asked=tuple(ToldIfAsked(t.when, t.tell) for t in model.told_if_asked),
        softens=model.softens,
        hardens=model.hardens,
        limits=model.limits,
        ways_on=model.ways_on,
        optional=model.optional,
    )


def _protocol(model: ObserverProtocolModel) -> ObserverProtocol:
    return ObserverProtocol(
        items=tuple(
            ObservedItem(i.id, i.text, i.role, i.weight, i.must_do, tuple(Anchor(a.rating, a.text) for a in i.anchors))
            for i in model.items
        ),
        counts=tuple(ObservedCount(c.id, c.text, c.role, c.aim) for c in model.counts),
        scales=tuple(GlobalScale(s.id, s.text, s.low, s.high) for s in model.scales),
    )


def _leader(model: LeaderGuideModel) -> LeaderGuide:
    return LeaderGuide(model.purpose, model.before, model.watch_for, model.pitfalls, model.facts)
