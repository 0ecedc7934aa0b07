from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, inspect

from kompetens_gui.domain.case import DiscussionCard
from kompetens_gui.domain.exercises.reflection import PromptAnswered
from kompetens_gui.domain.group_question import GroupQuestion, GroupQuestionId
from kompetens_gui.domain.learning.attempt import Attempt, AttemptFinished, finished_attempt
from kompetens_gui.domain.learning.pin import PinThrottle, is_right_pin, make_pin
from kompetens_gui.domain.learning.repetition import Recall, ReviewEntry
from kompetens_gui.domain.learning.retention import RetentionKind
from kompetens_gui.domain.material.discussion_cards import DiscussionCardSet
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.plan import GroupId, Role, SessionStatus, SmallGroup
from kompetens_gui.domain.workshop.series import Commitment, SeriesMemory
from kompetens_gui.services.codec import case_to_json
from kompetens_gui.services.learning_ports import Observation
from kompetens_gui.services.ports import UnitOfWork, UnitOfWorkFactory
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.engines import migration_engine
from kompetens_gui.storage.migrations import runner
from kompetens_gui.storage.tables import SCHEMA_HEAD, Base
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from tests.domain.study_making import a_head, a_started, finished
from tests.storage.credential_making import LIST, NEW, OLD, OTHER, a_completion
from tests.storage.making import (
    LEARNER,
    LOCAL_NOW,
    NOW,
    SESSION,
    FixedClock,
    a_card,
    a_case,
    a_course_certificate,
    a_profile,
    a_session,
    a_sign_off,
    an_event,
    some_evidence,
)

RELEASED = Path(__file__).parent / "released"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = migration_engine(tmp_path / "steps.sqlite3")
    yield made
    made.dispose()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def table_texts(connection: Connection) -> dict[str, str]:
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' AND sql > ''"
    )
    return {name: "".join(sorted("".join(sql.split()).replace('"', ""))) for name, sql in found}


def test_the_steps_lead_to_the_tables_of_the_models(engine: Engine) -> None:
    with engine.begin() as connection:
        runner.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_steps_and_the_models_write_the_same_sql(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        runner.upgrade(connection)
        walked = table_texts(connection)
    other = migration_engine(tmp_path / "models.sqlite3")
    with other.begin() as connection:
        Base.metadata.create_all(connection)
        assert table_texts(connection) == walked
    other.dispose()


def test_every_step_can_be_walked_up_and_down(engine: Engine) -> None:
    seen = [set[str]()]
    for revision in runner.known_revisions():
        with engine.begin() as connection:
            runner.upgrade(connection, revision)
            seen.append(tables(connection))
    for before in reversed(seen[:-1]):
        with engine.begin() as connection:
            runner.downgrade(connection, "-1")
            assert tables(connection) == before
    with engine.begin() as connection:
        runner.upgrade(connection)
        assert tables(connection) == set(Base.metadata.tables)


def test_the_last_step_is_the_one_the_program_expects() -> None:
    assert runner.known_revisions()[-1] == SCHEMA_HEAD


def test_every_constraint_has_a_name_of_our_making(engine: Engine) -> None:
    with engine.begin() as connection:
        runner.upgrade(connection)
        for table in tables(connection):
            facts = inspect(connection)
            keys = [facts.get_pk_constraint(table), *facts.get_foreign_keys(table)]
            assert all(key["name"] for key in keys), table


@pytest.mark.parametrize("revision", runner.known_revisions())
def test_data_of_each_released_schema_is_read_after_the_upgrade(revision: str, tmp_path: Path) -> None:
    """`released/<step>.sql` is a database as that step's program wrote it; the newest is added with its step."""
    with closing(sqlite3.connect(tmp_path / "kompetens.sqlite3")) as connection:
        connection.executescript((RELEASED / f"{revision}.sql").read_text("utf-8"))
    database = Database.open(tmp_path, lambda: LOCAL_NOW)
    work = unit_of_work_factory(database, FixedClock())
    check_sample(work)
    if revision >= "0002":
        check_self_study(work)
    if revision >= "0003":
        check_credentials(work)
    if revision >= "0004":
        check_group_questions(work)
    if revision >= "0005":
        check_workshop(work)
    database.close()


def write_sample(work: UnitOfWorkFactory) -> None:
    """Fill a database as `released/` keeps it; run when a step is added (see the decision on storage)."""
    with work() as unit:
        unit.sessions.save(a_session())
        unit.sessions.freeze(SESSION, FrozenContent({a_case().id: a_case()}))
        for seq in (1, 2):
            unit.events.append(SESSION, an_event(seq))
        unit.course_certificates.next_serial(2026)
        unit.course_certificates.add(a_course_certificate())
        write_self_study(unit)
        write_credentials(unit)
        unit.group_questions.put(GROUP_QUESTION)
        unit.sessions.save(WORKSHOP)
        unit.sessions.freeze(WORKSHOP.id, FROZEN)
        unit.commit()


def write_self_study(unit: UnitOfWork) -> None:
    unit.learners.save(a_profile(pin=make_pin("1234", b"0123456789abcdef"), throttle=PinThrottle(1, NOW)))
    unit.attempts.start(REFLECTION)
    unit.attempts.append(REFLECTION.id, "reflection", RecordedEvent(1, NOW, PromptAnswered(0, "Det gick bra")))
    unit.attempts.append(REFLECTION.id, "reflection", RecordedEvent(2, NOW, AttemptFinished()))
    unit.attempts.finish(finished_attempt(reflection()), LOCAL_NOW.date())
    unit.evidence.add((some_evidence(),))
    unit.reviews.save((a_card(),))
    unit.reviews.add_entry(ReviewEntry(LEARNER, "i1", 1, Recall.GOOD, NOW, LOCAL_NOW.date()))
    unit.sign_offs.add(a_sign_off())
    unit.sign_offs.observe(Observation("obs-1", REFLECTION.id, "Bo Ek", Role.CASE_OFFICER, LOCAL_NOW.date(), 4.0))
    unit.retention.set_months(RetentionKind.ANSWERS, 6)


def write_credentials(unit: UnitOfWork) -> None:
    unit.course_certificates.add(a_completion())
    for own in (OLD, NEW):
        unit.signing_keys.put(own)
    unit.trusted_keys.put(OTHER)
    unit.revocation_lists.put(LIST)


def check_credentials(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        completion = a_completion()
        assert completion.learner_id is not None
        assert unit.course_certificates.of_learner(completion.learner_id) == [completion]
        assert unit.course_certificates.with_an_end() == [completion]
        assert unit.signing_keys.all() == [OLD, NEW]
        assert unit.trusted_keys.all() == [OTHER]
        assert unit.revocation_lists.all() == [LIST]


def check_group_questions(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        assert unit.group_questions.all() == [GROUP_QUESTION]


def check_workshop(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        assert unit.sessions.get(WORKSHOP.id) == WORKSHOP
        assert unit.sessions.frozen(WORKSHOP.id) == FROZEN
        assert [row.id for row in unit.sessions.closed_in_series("Serien")] == [WORKSHOP.id]


WORKSHOP = replace(
    a_session("session-2", "Workshop"),
    groups=tuple(
        SmallGroup(GroupId(f"g{n}"), f"Grupp {n}", (p.id,)) for n, p in enumerate(a_session().participants, 1)
    ),
    series="Serien",
    status=SessionStatus.CLOSED,
)
CARDS = DiscussionCardSet(a_head("kort"), 5, "Om samtalet", (DiscussionCard("k1", "Vad hörde ni?", "Vänta in."),))
FROZEN = FrozenContent(
    materials={"discussion_cards/kort": CARDS},
    previous=SeriesMemory("Förra", LOCAL_NOW.date(), (Commitment("c1", "Ringa tidigt", "Grupp 1"),), ("En sak",)),
)
GROUP_QUESTION = GroupQuestion(
    GroupQuestionId("g1"), "Är det F eller A?", "Prövat fall", "Kan inte sitta", LOCAL_NOW.date()
)
REFLECTION = a_started("reflection", learner=LEARNER)


def reflection() -> Attempt:
    return finished(Attempt.begin(REFLECTION), PromptAnswered(0, "Det gick bra"))


def check_self_study(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        profile = unit.learners.get(LEARNER)
        assert profile.pin is not None
        assert is_right_pin("1234", profile.pin)
        assert replace(profile, pin=None, throttle=PinThrottle()) == a_profile()
        stored = unit.attempts.read(REFLECTION.id)
        assert stored.started == REFLECTION
        assert Attempt.replay(stored.started, stored.events).state == reflection().state
        (done,) = unit.attempts.finished(LEARNER)
        assert done.attempt.outcome == reflection().outcome
        assert unit.evidence.of(LEARNER) == [some_evidence()]
        assert unit.reviews.card(LEARNER, "i1") == a_card()
        assert len(unit.reviews.entries(LEARNER)) == 1
        assert unit.sign_offs.of(LEARNER) == [a_sign_off()]
        assert unit.sign_offs.observation("obs-1") is not None
        assert unit.retention.months() == {RetentionKind.ANSWERS: 6}


def check_sample(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        session = unit.sessions.get(SESSION)
        assert (session.title, session.place, len(session.agenda)) == ("Gruppdialog", "Sal Ö", 2)
        assert session.participants == a_session().participants
        (case,) = unit.sessions.frozen(SESSION).cases.values()
        assert case_to_json(case)
        assert [entry.event for entry in unit.events.read(SESSION)] == [an_event(1).event, an_event(2).event]
        assert unit.course_certificates.of_session(SESSION) == [a_course_certificate()]
        assert unit.course_certificates.next_serial(2026) == 2


def test_the_sample_itself_passes_its_check(work: UnitOfWorkFactory) -> None:
    write_sample(work)
    check_sample(work)
    check_self_study(work)
    check_credentials(work)
    check_group_questions(work)
    check_workshop(work)
