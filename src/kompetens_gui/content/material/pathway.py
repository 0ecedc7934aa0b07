"""Briefs for a pathway or consultation forum: pathways/<id>.yaml."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, NodeKey, Text
from kompetens_gui.content.findings import Finding
from kompetens_gui.content.language_checks import WholeText
from kompetens_gui.content.material.coordination import MaterialConsequencesModel, money_findings, to_consequences
from kompetens_gui.content.material.found import blocks, number_findings, warns
from kompetens_gui.content.study.format import length_findings
from kompetens_gui.content.study.head_model import HeadModel, repeated, to_head
from kompetens_gui.content.text_measures import sentences
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.material.pathway import BriefPart, Forum, PathwayBrief, PathwayOption, Seat, SeatId

_FEWEST_PARTS, _FEWEST_SEATS, _FEWEST_OPTIONS, _FEWEST_ARGUMENTS = 5, 4, 3, 2
_FEWEST_WORDS, _MOST_WORDS = 250, 380
_VOICE_SENTENCES = 2
_ADVISERS = ("rådgivare", "fmr")


class BriefPartModel(Model):
    heading: Line
    text: Text


class SeatModel(Model):
    id: Literal[
        "decision_maker",
        "insurance_medicine_adviser",
        "specialist",
        "employment_officer",
        "case_officer",
        "own_voice",
        "work_psychologist",
        "social_consultant",
        "occupational_therapist",
    ]
    task: Text = Field(description="Vad platsen är till för.")
    knows: tuple[Text, ...] = Field(min_length=1, max_length=8)
    asks: tuple[Text, ...] = Field(min_length=1, max_length=8)
    limit: Text = Field(description="Vad platsen inte har att säga.")


class PathwayOptionModel(Model):
    id: NodeKey
    title: Line
    text: Text
    arguments_for: tuple[Text, ...] = Field((), max_length=8)
    arguments_against: tuple[Text, ...] = Field((), max_length=8)
    needs: tuple[Text, ...] = Field(min_length=1, max_length=8, description="Vad som måste gälla.")
    who_decides: Line
    consequences: MaterialConsequencesModel


class PathwayModel(HeadModel):
    """A whole brief."""

    forum: Literal["pathway_forum", "consultation_forum"]
    order: Text = Field(description="Frågan i en mening.")
    brief: tuple[BriefPartModel, ...] = Field(min_length=1, max_length=12)
    voice: Text = Field(description="Två meningar som läses upp.")
    seats: tuple[SeatModel, ...] = Field(min_length=1, max_length=9)
    options: tuple[PathwayOptionModel, ...] = Field(min_length=1, max_length=8)
    decidable_today: tuple[Text, ...] = Field(min_length=1, max_length=8)
    missing: tuple[Text, ...] = Field(min_length=1, max_length=8)
    debrief: tuple[Text, ...] = Field(min_length=1, max_length=10)
    leader_notes: Text


def to_pathway(model: PathwayModel) -> PathwayBrief:
    return PathwayBrief(
        head=to_head(model),
        forum=Forum(model.forum),
        order=model.order,
        brief=tuple(BriefPart(p.heading, p.text) for p in model.brief),
        voice=model.voice,
        seats=tuple(Seat(SeatId(s.id), s.task, s.knows, s.asks, s.limit) for s in model.seats),
        options=tuple(
            PathwayOption(
                o.id,
                o.title,
                o.text,
                o.arguments_for,
                o.arguments_against,
                o.needs,
                o.who_decides,
                to_consequences(o.consequences),
            )
            for o in model.options
        ),
        decidable_today=model.decidable_today,
        missing=model.missing,
        debrief=model.debrief,
        leader_notes=model.leader_notes,
    )


def problems(brief: PathwayBrief, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield seats and ways that stand twice."""
    yield from repeated((s.id for s in brief.seats), ("seats",), "id", document)
    yield from repeated((o.id for o in brief.options), ("options",), "id", document)


def findings(brief: PathwayBrief, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield what keeps a forum from weighing ways against each other."""
    for field, text, wanted in (("order", brief.order, 1), ("voice", brief.voice, _VOICE_SENTENCES)):
        count = len(sentences(text))
        if count != wanted:
            what = f"Texten i {field} har {count} meningar; här ska den ha {wanted}."
            yield warns(document, (field,), what, "Korta eller dela den.")
    text = "\n".join(f"{p.heading}\n{p.text}" for p in brief.brief)
    yield from length_findings(text, _FEWEST_WORDS, _MOST_WORDS, ("brief",), document)
    if len(brief.brief) < _FEWEST_PARTS:
        what = f"Underlaget har {len(brief.brief)} delar; det brukar ha {_FEWEST_PARTS}."
        advice = "Skriv tid, medicin, arbete, tidigare insatser och personens egen bild."
        yield warns(document, ("brief",), what, advice)
    yield from number_findings(len(brief.seats), _FEWEST_SEATS, None, "platser", ("seats",), document)
    if not any(s.id == SeatId.OWN_VOICE for s in brief.seats):
        what = "Personens egen röst har ingen plats."
        yield blocks(document, ("seats",), what, "Lägg till platsen own_voice.")
    yield from number_findings(len(brief.options), _FEWEST_OPTIONS, None, "vägval", ("options",), document)
    for i, option in enumerate(brief.options):
        at: Where = ("options", i)
        here = f"skäl i ”{option.title}”"
        for field, told in (("arguments_for", option.arguments_for), ("arguments_against", option.arguments_against)):
            yield from number_findings(len(told), _FEWEST_ARGUMENTS, None, f"{here} ({field})", (*at, field), document)
        if any(word in option.who_decides.casefold() for word in _ADVISERS):
            what = f"I ”{option.title}” sägs rådgivaren besluta."
            advice = "Rådgivaren ger råd, handläggaren beslutar."
            yield blocks(document, (*at, "who_decides"), what, advice)
        yield from money_findings(option.consequences, (*at, "consequences"), document)


def wholes(brief: PathwayBrief) -> Iterable[WholeText]:
    return (WholeText("underlaget", ("brief",), "\n\n".join(p.text for p in brief.brief)),)
