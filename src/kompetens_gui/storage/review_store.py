"""Cards to repeat, and the reviews that were made."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlalchemy.dialects.sqlite import insert as put
from sqlalchemy.engine import Connection, RowMapping

from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.repetition import Memory, Recall, ReviewCard, ReviewEntry
from kompetens_gui.storage.tables import ReviewCardRecord, ReviewEntryRecord
from kompetens_gui.storage.unreadable import reading

_CARD = ReviewCardRecord
_ENTRY = ReviewEntryRecord


class SqlReviewStore:
    """Fits ReviewStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def card(self, learner: LearnerId, item: str) -> ReviewCard:
        found = select(_CARD.__table__).where(_CARD.learner_id == learner, _CARD.item == item)
        row = self._connection.execute(found).mappings().first()
        if row is None:
            raise NotFound("review_card", item)
        with reading(self._connection):
            return _card(row)

    def save(self, cards: Iterable[ReviewCard]) -> None:
        rows = [_row(c) for c in cards]
        if rows:
            change = put(_CARD)
            new = {name: change.excluded[name] for name in rows[0] if name not in ("learner_id", "item")}
            keys = [_CARD.learner_id, _CARD.item]
            self._connection.execute(change.on_conflict_do_update(index_elements=keys, set_=new), rows)

    def add_new(self, cards: Iterable[ReviewCard]) -> None:
        rows = [_row(c) for c in cards]
        if rows:
            self._connection.execute(put(_CARD).on_conflict_do_nothing(), rows)

    def due(self, learner: LearnerId, now: datetime, limit: int) -> Sequence[ReviewCard]:
        found = select(_CARD.__table__).where(_CARD.learner_id == learner, _CARD.due <= now)
        rows = self._connection.execute(found.order_by(_CARD.due, _CARD.item).limit(limit)).mappings()
        with reading(self._connection):
            return [_card(r) for r in rows]

    def count_due(self, learner: LearnerId, now: datetime) -> int:
        found = select(func.count()).where(_CARD.learner_id == learner, _CARD.due <= now)
        return self._connection.execute(found).scalar_one()

    def ahead(self, learner: LearnerId, after: datetime) -> Sequence[ReviewCard]:
        found = select(_CARD.__table__).where(_CARD.learner_id == learner, _CARD.last_review > after)
        with reading(self._connection):
            return [_card(r) for r in self._connection.execute(found.order_by(_CARD.item)).mappings()]

    def add_entry(self, entry: ReviewEntry) -> None:
        values = {
            "learner_id": entry.learner,
            "item": entry.item,
            "number": entry.number,
            "recall": int(entry.recall),
            "at": entry.at,
            "reviewed_on": entry.on,
        }
        self._connection.execute(insert(_ENTRY).values(values))

    def done_on(self, learner: LearnerId, day: date) -> int:
        found = select(func.count()).where(_ENTRY.learner_id == learner, _ENTRY.reviewed_on == day)
        return self._connection.execute(found).scalar_one()

    def entries(self, learner: LearnerId) -> Sequence[ReviewEntry]:
        found = select(_ENTRY.__table__).where(_ENTRY.learner_id == learner)
        rows = self._connection.execute(found.order_by(_ENTRY.at, _ENTRY.item, _ENTRY.number))
        with reading(self._connection):
            return [
                ReviewEntry(LearnerId(r.learner_id), r.item, r.number, Recall(r.recall), r.at, r.reviewed_on)
                for r in rows
            ]

    def cards(self, learner: LearnerId) -> Sequence[ReviewCard]:
        found = select(_CARD.__table__).where(_CARD.learner_id == learner).order_by(_CARD.item)
        with reading(self._connection):
            return [_card(r) for r in self._connection.execute(found).mappings()]


def _row(card: ReviewCard) -> dict[str, Any]:
    return {
        "learner_id": card.learner,
        "item": card.item,
        "area": card.area,
        "due": card.due,
        "state": card.memory.state,
        "step": card.memory.step,
        "stability": card.memory.stability,
        "difficulty": card.memory.difficulty,
        "last_review": card.last_review,
        "reviews": card.reviews,
    }


def _card(row: RowMapping) -> ReviewCard:
    return ReviewCard(
        LearnerId(row["learner_id"]),
        row["item"],
        row["area"],
        row["due"],
        Memory(row["state"], row["step"], row["stability"], row["difficulty"]),
        row["last_review"],
        row["reviews"],
    )
