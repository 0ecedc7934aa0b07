"""Sets of discussion cards: discussion_cards/<id>.yaml."""

from collections.abc import Iterator
from datetime import date

from pydantic import Field

from kompetens_gui.content.case_model import DiscussionModel, Text, WholeNumber
from kompetens_gui.content.findings import Finding
from kompetens_gui.content.material.found import blocks, number_findings
from kompetens_gui.content.study.head_model import HeadModel, repeated, to_head
from kompetens_gui.content.yaml_reader import YamlDocument
from kompetens_gui.domain.case import DiscussionCard
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet

_FEWEST_CARDS, _MOST_CARDS = 10, 14


class DiscussionCardsModel(HeadModel):
    """A whole set of cards."""

    area: WholeNumber = Field(ge=0, le=5, description="Ett av de fem områdena i villkor 1.4, 0 för inget.")
    introduction: Text
    cards: tuple[DiscussionModel, ...] = Field(min_length=1, max_length=40)


def to_discussion_cards(model: DiscussionCardsModel) -> DiscussionCardSet:
    cards = tuple(DiscussionCard(c.id, c.text, c.hint) for c in model.cards)
    return DiscussionCardSet(to_head(model), model.area, model.introduction, cards)


def problems(cards: DiscussionCardSet, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield cards whose ids stand twice."""
    yield from repeated((c.id for c in cards.cards), ("cards",), "id", document)


def findings(cards: DiscussionCardSet, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield sets that are too small or too large, and cards that leave the leader alone."""
    yield from number_findings(len(cards.cards), _FEWEST_CARDS, _MOST_CARDS, "kort", ("cards",), document)
    for i, card in enumerate(cards.cards):
        if not card.hint:
            what = f"Kortet ”{card.id}” har inget stöd till ledaren."
            yield blocks(document, ("cards", i), what, "Skriv hint: vad som brukar komma fram och vad som öppnar.")
