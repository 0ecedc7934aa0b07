"""Sorting exercises: exercises/sorting/<id>.yaml."""

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, NodeKey, Text, YesNo
from kompetens_gui.content.findings import Finding
from kompetens_gui.content.material.found import blocks, number_findings, unknown
from kompetens_gui.content.study.head_model import HeadModel, repeated, to_head
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.material.sorting import Bin, BinReason, SortedItem, Sorting

_FEWEST_ITEMS, _MOST_ITEMS = 8, 12


class BinModel(Model):
    id: NodeKey
    title: Line


class BinReasonModel(Model):
    bin: NodeKey
    reasonable: YesNo = Field(description="false för det som de flesta inte skulle göra.")
    text: Text


class SortedItemModel(Model):
    id: NodeKey
    text: Text
    reasons: tuple[BinReasonModel, ...] = Field(min_length=1, description="Ett skäl för varje plats.")


class SortingModel(HeadModel):
    """A whole sorting exercise."""

    question: Text
    bins: tuple[BinModel, ...] = Field(min_length=2, max_length=5)
    items: tuple[SortedItemModel, ...] = Field(min_length=1, max_length=30)
    leader_notes: Text


def to_sorting(model: SortingModel) -> Sorting:
    return Sorting(
        head=to_head(model),
        question=model.question,
        bins=tuple(Bin(b.id, b.title) for b in model.bins),
        items=tuple(
            SortedItem(i.id, i.text, tuple(BinReason(r.bin, r.reasonable, r.text) for r in i.reasons))
            for i in model.items
        ),
        leader_notes=model.leader_notes,
    )


def problems(sorting: Sorting, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield places that are not there, and ids that stand twice."""
    yield from repeated((b.id for b in sorting.bins), ("bins",), "id", document)
    yield from repeated((i.id for i in sorting.items), ("items",), "id", document)
    bins = [b.id for b in sorting.bins]
    for i, item in enumerate(sorting.items):
        at: Where = ("items", i, "reasons")
        yield from repeated((r.bin for r in item.reasons), at, "bin", document)
        for j, reason in enumerate(item.reasons):
            yield from unknown(reason.bin, bins, "ingen plats", (*at, j, "bin"), document)


def findings(sorting: Sorting, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield situations without a reason for each place, and exercises where there is nothing to talk about."""
    yield from number_findings(len(sorting.items), _FEWEST_ITEMS, _MOST_ITEMS, "situationer", ("items",), document)
    two_ways = 0
    for i, item in enumerate(sorting.items):
        at: Where = ("items", i)
        lacking = [b.id for b in sorting.bins if all(r.bin != b.id for r in item.reasons)]
        if lacking:
            what = f"Situationen ”{item.id}” saknar skäl för {', '.join(lacking)}."
            yield blocks(document, (*at, "reasons"), what, "Skriv vad som talar för varje plats.")
        reasonable = sum(r.reasonable for r in item.reasons)
        two_ways += reasonable > 1
        if not reasonable:
            what = f"Situationen ”{item.id}” har ingen rimlig plats."
            yield blocks(document, (*at, "reasons"), what, "Sätt reasonable: true på minst en.")
    if 3 * two_ways < len(sorting.items):
        what = (
            f"{two_ways} av {len(sorting.items)} situationer har två rimliga platser; det ska vara minst en tredjedel."
        )
        yield blocks(document, ("items",), what, "Skriv fler situationer där två svar går att försvara.")
