"""The questions that wait for a group."""

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.engine import Connection

from kompetens_gui.domain.group_question import GroupQuestion, GroupQuestionId
from kompetens_gui.storage.tables import GroupQuestionRecord

_ROW = GroupQuestionRecord


class SqlGroupQuestionStore:
    """Fits GroupQuestionStore, within one unit of work."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> Sequence[GroupQuestion]:
        found = select(_ROW.__table__).order_by(_ROW.asked_on.desc(), _ROW.id)
        return [
            GroupQuestion(GroupQuestionId(r.id), r.text, r.about, r.quote, r.asked_on)
            for r in self._connection.execute(found)
        ]

    def put(self, question: GroupQuestion) -> None:
        values = {
            "id": question.id,
            "text": question.text,
            "about": question.about,
            "quote": question.quote,
            "asked_on": question.asked_on,
        }
        self._connection.execute(insert(_ROW).values(values).on_conflict_do_nothing())

    def remove(self, question: GroupQuestionId) -> None:
        self._connection.execute(delete(_ROW).where(_ROW.id == question))
