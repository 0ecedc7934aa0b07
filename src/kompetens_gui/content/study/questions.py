"""Knowledge items: questions/<id>.yaml, many to a file."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import (
    CompetenceArea,
    Line,
    LooseText,
    Model,
    NodeKey,
    OptionalText,
    ReviewModel,
    Slug,
    Text,
    WholeNumber,
    YesNo,
)
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.study.head_model import (
    AnswerText,
    ModuleKey,
    Number,
    RuleVersion,
    repeated,
    to_review,
)
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import Source
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.questions import (
    AnswerOption,
    DayEvent,
    KnowledgeItem,
    KnowledgeItemId,
    KnowledgeItemType,
    KnowledgeLevel,
    MatchPair,
    QuestionFile,
)

_FEWEST_PARTS, _MOST_PARTS = 3, 6
# Which field holds the parts of an item of each type.
_PARTS = {
    KnowledgeItemType.ONE: "options",
    KnowledgeItemType.MANY: "options",
    KnowledgeItemType.ORDER: "sequence",
    KnowledgeItemType.MATCH: "pairs",
    KnowledgeItemType.TIMELINE: "events",
}


class ItemSourceModel(Model):
    """A source a right answer may rest on: never one that still has to be checked."""

    title: Line
    section: LooseText = ""
    dated: LooseText = ""
    certainty: Literal["certain", "probable"]


class OptionModel(Model):
    id: NodeKey
    text: AnswerText
    correct: YesNo = Field(False, description="Sant på de rätta svaren; får utelämnas på de andra.")
    feedback: Text = Field(description="Vad svaret innebär. Krävs på varje svar.")
    source: ItemSourceModel | None = None


class PairModel(Model):
    left: AnswerText
    right: AnswerText
    feedback: OptionalText = ""


class DayEventModel(Model):
    text: AnswerText
    day: WholeNumber = Field(ge=1, le=5000, description="Dag i kedjan.")
    feedback: OptionalText = ""


class ItemModel(Model):
    id: Slug = Field(description="Unikt i alla filer, ändras aldrig.")
    type: Literal["one", "many", "order", "match", "timeline", "number"]
    area: CompetenceArea
    level: Literal["foundation", "apply"]
    modules: tuple[ModuleKey, ...] = Field((), description="Moduler som frågan hör till.")
    safety: YesNo = Field(False, description="Måste besvaras rätt.")
    family: Slug | None = Field(
        None, description="Frågor i samma familj är olika versioner av samma fråga. Utelämnad: en egen familj."
    )
    rule_version: RuleVersion | None = None
    text: Text
    options: tuple[OptionModel, ...] = Field((), description="För one och many: 3–6.")
    sequence: tuple[AnswerText, ...] = Field((), description="För order: 3–6 steg i rätt ordning.")
    pairs: tuple[PairModel, ...] = Field((), description="För match: 3–6.")
    events: tuple[DayEventModel, ...] = Field((), description="För timeline: 3–6.")
    answer: Number | None = Field(None, description="För number.")
    unit: OptionalText = ""
    tolerance: Number = Field(0, ge=0, description="Hur mycket svaret får skilja; 0 är exakt.")
    feedback: Text = Field(description="Varför, i en till tre meningar.")
    source: ItemSourceModel


class QuestionsModel(Model):
    """A file of knowledge items."""

    schema_version: Literal[1] = Field(alias="schema", description="Formatets version.")
    id: Slug = Field(description="Samma som filens namn utan .yaml.")
    title: Line
    review: ReviewModel
    items: tuple[ItemModel, ...] = Field(min_length=1, max_length=300)


def to_question_file(model: QuestionsModel) -> QuestionFile:
    return QuestionFile(model.id, model.title, to_review(model.review), tuple(_item(i) for i in model.items))


def _item(model: ItemModel) -> KnowledgeItem:
    return KnowledgeItem(
        id=KnowledgeItemId(model.id),
        type=KnowledgeItemType(model.type),
        area=model.area,
        level=KnowledgeLevel(model.level),
        modules=model.modules,
        family=model.family or model.id,
        text=model.text,
        feedback=model.feedback,
        source=_source(model.source),
        safety=model.safety,
        rule_version=model.rule_version or "",
        options=tuple(
            AnswerOption(o.id, o.text, o.correct, o.feedback, _source(o.source) if o.source else None)
            for o in model.options
        ),
        sequence=model.sequence,
        pairs=tuple(MatchPair(p.left, p.right, p.feedback) for p in model.pairs),
        events=tuple(DayEvent(e.text, e.day, e.feedback) for e in model.events),
        answer=model.answer,
        unit=model.unit,
        tolerance=model.tolerance,
    )


def _source(model: ItemSourceModel) -> Source:
    return Source(model.title, model.section, model.dated, model.certainty)


def problems(file: QuestionFile, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield items that cannot be asked or answered as their type says."""
    yield from repeated((i.id for i in file.items), ("items",), "id", document)
    for i, item in enumerate(file.items):
        at: Where = ("items", i)
        yield from _parts_problems(item, at, document)
        yield from repeated((o.id for o in item.options), (*at, "options"), "id", document)
        correct = sum(o.correct for o in item.options)
        if item.type == KnowledgeItemType.ONE and item.options and correct != 1:
            what = f"Frågan ”{item.id}” har {correct} rätta svar; av slaget one ska den ha ett."
            yield document.problem(
                (*at, "options"), what, "Låt exakt ett svar ha correct: true, eller välj type: many."
            )
        if item.type == KnowledgeItemType.MANY and item.options and not correct:
            what = f"Frågan ”{item.id}” har inget rätt svar."
            yield document.problem((*at, "options"), what, "Sätt correct: true på de rätta svaren.")


def _parts_problems(item: KnowledgeItem, at: Where, document: YamlDocument) -> Iterator[ContentProblem]:
    own = _PARTS.get(item.type, "answer")
    filled = {name: len(getattr(item, name)) for name in ("options", "sequence", "pairs", "events")}
    for name in [n for n, count in filled.items() if count and n != own]:
        what = f"Frågan ”{item.id}” är av slaget {item.type.value} men har {name}."
        yield document.problem((*at, name), what, f"Ta bort {name}, eller ändra type.")
    if item.type == KnowledgeItemType.NUMBER:
        if item.answer is None:
            what = f"Frågan ”{item.id}” saknar answer."
            yield document.problem(at, what, "Lägg till answer: talet som är rätt.")
    elif not _FEWEST_PARTS <= filled[own] <= _MOST_PARTS:
        what = f"Frågan ”{item.id}” har {filled[own]} punkter i {own}."
        yield document.problem((*at, own), what, f"Skriv {_FEWEST_PARTS}–{_MOST_PARTS}.")
    if len(set(item.sequence)) < len(item.sequence):
        what = f"Frågan ”{item.id}” har samma steg två gånger."
        yield document.problem((*at, "sequence"), what, "Skriv om det ena.")


def findings(file: QuestionFile, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield items whose answer gives itself away or that nobody will be asked."""
    for i, item in enumerate(file.items):
        at: Where = ("items", i)
        if item.type == KnowledgeItemType.MANY and all(o.correct for o in item.options):
            what = f"Alla svar i ”{item.id}” är rätt."
            yield Finding(
                Weight.WARNING, document.problem((*at, "options"), what, "Lägg till ett svar som inte är det.")
            )
        if not item.modules:
            what = f"Frågan ”{item.id}” hör inte till någon modul."
            yield Finding(Weight.WARNING, document.problem(at, what, "Lägg till modules, till exempel [uppdraget]."))
        texts = [o.text for o in item.options]
        if len(set(texts)) < len(texts):
            what = f"Två svar i ”{item.id}” lyder lika."
            yield Finding(Weight.ERROR, document.problem((*at, "options"), what, "Skriv om det ena."))
