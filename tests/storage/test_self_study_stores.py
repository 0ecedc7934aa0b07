"""The stores of self-study: what is written comes back, what goes takes all that hangs on it along."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.case import Sex
from kompetens_gui.domain.errors import AttemptNotOpen, DiskFull, KompetensError, NotFound, StorageFailed
from kompetens_gui.domain.exercises.own_text import DraftWritten
from kompetens_gui.domain.exercises.reflection import PromptAnswered
from kompetens_gui.domain.exercises.registry import exercise_kind
from kompetens_gui.domain.learning.attempt import Attempt, AttemptFinished, AttemptId, finished_attempt
from kompetens_gui.domain.learning.evidence import Evidence, EvidenceKind
from kompetens_gui.domain.learning.levels import Level, level_of, levels, seen
from kompetens_gui.domain.learning.pin import PinThrottle, make_pin
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile, PinResetLoss
from kompetens_gui.domain.learning.repetition import Recall, ReviewEntry
from kompetens_gui.domain.learning.retention import RetentionKind
from kompetens_gui.domain.learning.sign_off import SignOffId
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.learning_ports import Observation
from kompetens_gui.services.ports import UnitOfWork, UnitOfWorkFactory
from kompetens_gui.storage.attempt_writer import SqlAttemptWriter, attempt_writer_factory
from kompetens_gui.storage.checking import check_database
from kompetens_gui.storage.database import Database
from tests.domain.exercises.test_kinds import AFTER, BEFORE
from tests.domain.study_making import a_started, finished
from tests.storage.making import (
    LEARNER,
    LOCAL_NOW,
    NOW,
    a_card,
    a_profile,
    a_sign_off,
    ids,
    moments,
    some_evidence,
    texts,
)

ATTEMPT = AttemptId("attempt-1")
WRITTEN = RecordedEvent(1, NOW, DraftWritten("Ett utkast"))


@pytest.fixture
def studying(work: UnitOfWorkFactory) -> UnitOfWorkFactory:
    """A database with a profile, an unfinished letter and a finished reflection."""
    with work() as unit:
        unit.learners.save(a_profile())
        unit.attempts.start(a_started("letter", id=ATTEMPT, learner=LEARNER, step="s1"))
        write_finished(unit, "reflection", AttemptId("done"))
        unit.commit()
    return work


def write_finished(
    unit: UnitOfWork, kind: str, attempt_id: AttemptId, at: datetime = NOW, **changes: object
) -> Attempt:
    started = a_started(kind, id=attempt_id, learner=LEARNER, at=at, **changes)
    attempt = finished(Attempt.begin(started), *BEFORE[kind], *AFTER[kind])
    unit.attempts.start(started)
    for entry in attempt.events:
        unit.attempts.append(attempt_id, kind, entry)
    unit.attempts.finish(finished_attempt(attempt), at.date())
    return attempt


profiles = st.builds(
    LearnerProfile,
    id=ids.map(LearnerId),
    name=texts,
    role=st.sampled_from(Role),
    unit=texts,
    sex=st.none() | st.sampled_from(Sex),
    path=ids,
    room_results_count=st.booleans(),
    supervises=st.booleans(),
    pin=st.none() | st.just(make_pin("1234", bytes(16))),
    throttle=st.builds(PinThrottle, st.integers(0, 99), st.none() | moments),
    created_at=moments,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(profile=profiles, other=profiles)
def test_any_profile_comes_back(work: UnitOfWorkFactory, profile: LearnerProfile, other: LearnerProfile) -> None:
    with work() as unit:
        unit.learners.save(replace(other, id=profile.id, created_at=profile.created_at))
        unit.learners.save(profile)
        assert unit.learners.get(profile.id) == profile
        assert [p for p in unit.learners.all() if p.id == profile.id] == [profile]


def test_what_is_not_there_is_not_found(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        for ask in (
            lambda: unit.learners.get(LEARNER),
            lambda: unit.learners.remove(LEARNER),
            lambda: unit.learners.set_throttle(LEARNER, PinThrottle()),
            lambda: unit.attempts.read(ATTEMPT),
            lambda: unit.attempts.remove(ATTEMPT),
            lambda: unit.reviews.card(LEARNER, "i1"),
            lambda: unit.sign_offs.remove(SignOffId("s")),
        ):
            with pytest.raises(NotFound):
                ask()


@pytest.mark.parametrize("kind", sorted(k for k in BEFORE if exercise_kind(k).keeps_answers))
def test_an_attempt_at_any_kind_comes_back_whole(work: UnitOfWorkFactory, kind: str) -> None:
    with work() as unit:
        unit.learners.save(a_profile())
        attempt = write_finished(unit, kind, ATTEMPT)
        stored = unit.attempts.read(ATTEMPT)
        (dated,) = unit.attempts.finished(LEARNER)
    assert stored.started == attempt.started
    assert Attempt.replay(stored.started, stored.events) == attempt
    assert (stored.finished_at, dated.attempt, dated.on) == (attempt.finished_at, finished_attempt(attempt), NOW.date())


def test_the_same_content_is_kept_once(studying: UnitOfWorkFactory, database: Database) -> None:
    with studying() as unit:
        for n in range(3):
            unit.attempts.start(a_started("letter", id=AttemptId(f"more-{n}"), learner=LEARNER))
        unit.commit()
    assert count(database, "frozen_content") == 2


def count(database: Database, table: str) -> int:
    with closing(sqlite3.connect(database.file)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_unfinished_and_finished_are_told_apart(studying: UnitOfWorkFactory) -> None:
    with studying() as unit:
        unit.attempts.append(ATTEMPT, "letter", WRITTEN)
        (open_one,) = unit.attempts.unfinished(LEARNER)
        assert (open_one.id, open_one.step, open_one.events) == (ATTEMPT, "s1", 1)
        assert [a.attempt.id for a in unit.attempts.finished(LEARNER)] == ["done"]
        assert unit.attempts.finished(LEARNER, "annan väg") == []
        assert unit.attempts.finished(LearnerId("annan")) == []


def test_earlier_attempts_are_those_at_the_same_content_that_still_have_answers(studying: UnitOfWorkFactory) -> None:
    with studying() as unit:
        for n in range(4):
            write_finished(unit, "letter", AttemptId(f"l{n}"), NOW + timedelta(days=n), ref="brev")
        write_finished(unit, "letter", AttemptId("annat"), ref="annat-brev")
        write_finished(unit, "reflection", AttemptId("tanke"), ref="", step="r1")
        unit.attempts.forget_answers(AttemptId("l2"))
        assert unit.attempts.earlier(LEARNER, "letter", "brev", "", 10) == ["l0", "l1", "l3"]
        assert unit.attempts.earlier(LEARNER, "letter", "brev", "", 2) == ["l1", "l3"]
        assert unit.attempts.earlier(LEARNER, "reflection", "", "r1", 10) == ["tanke"]


def test_when_answers_are_forgotten_the_end_is_all_that_is_left(studying: UnitOfWorkFactory) -> None:
    with studying() as unit:
        unit.attempts.forget_answers(AttemptId("done"))
        stored = unit.attempts.read(AttemptId("done"))
        assert [type(e.event) for e in stored.events] == [AttemptFinished]
        assert Attempt.replay(stored.started, stored.events).is_finished
        assert len(unit.attempts.finished(LEARNER)) == 1


# ------------------------------------------------------------ the fast way


def test_an_answer_is_read_by_others_at_once(studying: UnitOfWorkFactory, database: Database) -> None:
    writer = attempt_writer_factory(database)()
    writer.append(ATTEMPT, "letter", WRITTEN)
    with studying() as unit:
        assert unit.attempts.read(ATTEMPT).events == (WRITTEN,)
    writer.close()
    writer.close()


def test_it_writes_with_full_synchronous(studying: UnitOfWorkFactory, database: Database) -> None:
    writer = SqlAttemptWriter(database)
    cursor = writer._cursor
    found = {}
    for pragma in ("synchronous", "journal_mode", "foreign_keys"):
        cursor.execute(f"PRAGMA {pragma}")
        found[pragma] = (cursor.fetchone() or [None])[0]
    assert found == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}
    writer.close()


def test_a_number_that_is_taken_means_that_somebody_else_went_on(
    studying: UnitOfWorkFactory, database: Database
) -> None:
    writer, other = SqlAttemptWriter(database), SqlAttemptWriter(database)
    writer.append(ATTEMPT, "letter", WRITTEN)
    with pytest.raises(AttemptNotOpen) as refused:
        other.append(ATTEMPT, "letter", replace(WRITTEN, event=DraftWritten("Ett annat")))
    assert refused.value.reason == "elsewhere"
    other.append(ATTEMPT, "letter", replace(WRITTEN, seq=2))
    with studying() as unit:
        assert [e.event for e in unit.attempts.read(ATTEMPT).events] == [WRITTEN.event, WRITTEN.event]
        with pytest.raises(AttemptNotOpen):
            unit.attempts.append(ATTEMPT, "letter", WRITTEN)
    for w in (writer, other):
        w.close()


def test_an_answer_to_an_attempt_that_is_gone_is_refused(studying: UnitOfWorkFactory, database: Database) -> None:
    writer = SqlAttemptWriter(database)
    with studying() as unit:
        unit.attempts.remove(ATTEMPT)
        unit.commit()
    with pytest.raises(AttemptNotOpen):
        writer.append(ATTEMPT, "letter", WRITTEN)
    writer.close()


def test_a_full_database_refuses_one_answer_and_takes_it_when_there_is_room(
    studying: UnitOfWorkFactory, database: Database
) -> None:
    writer = SqlAttemptWriter(database)
    writer._cursor.execute("PRAGMA max_page_count=90")
    long = RecordedEvent(1, NOW, DraftWritten("x" * 300_000))
    with pytest.raises(DiskFull):
        writer.append(ATTEMPT, "letter", long)
    writer._cursor.execute("PRAGMA max_page_count=100000")
    writer.append(ATTEMPT, "letter", long)
    writer.close()
    with studying() as unit:
        assert unit.attempts.read(ATTEMPT).events == (long,)


def test_an_answer_while_somebody_holds_the_database_is_refused_and_can_be_repeated(
    studying: UnitOfWorkFactory, database: Database
) -> None:
    writer = SqlAttemptWriter(database)
    writer._cursor.execute("PRAGMA busy_timeout=1")
    with closing(database.engine.raw_connection()) as other:
        other.cursor().execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed):
            writer.append(ATTEMPT, "letter", WRITTEN)
        other.rollback()
    writer.append(ATTEMPT, "letter", WRITTEN)
    writer.close()


@pytest.mark.parametrize(
    ("statement", "kind"),
    [
        ("DELETE FROM attempt_event WHERE attempt_id = 'done' AND seq = 1", "attempt_has_hole"),
        ("UPDATE attempt_event SET payload = '{' WHERE attempt_id = 'done' AND seq = 1", "attempt_unreadable"),
        ("UPDATE attempt_event SET name = 'reflection.Sang' WHERE attempt_id = 'done'", "attempt_unreadable"),
        ("UPDATE frozen_content SET document = '{}'", "attempt_unreadable"),
        ("UPDATE attempt SET kind = 'dans' WHERE id = 'done'", "attempt_unreadable"),
    ],
)
def test_an_attempt_that_cannot_be_read_is_damage_and_the_check_says_so(
    studying: UnitOfWorkFactory, database: Database, statement: str, kind: str
) -> None:
    with studying() as unit:
        unit.attempts.append(AttemptId("done"), "reflection", RecordedEvent(9, NOW, PromptAnswered(0, "")))
        unit.commit()
    with closing(sqlite3.connect(database.file)) as connection, connection:
        connection.execute("DELETE FROM attempt_event WHERE seq = 9")
        connection.execute(statement)
    assert kind in {p.kind for p in check_database(database.file).problems}
    with studying() as unit, pytest.raises(KompetensError):
        unit.attempts.read(AttemptId("done"))


# ------------------------------------------------------------ evidence, repetition, sign-offs

evidence = st.builds(
    Evidence,
    learner=st.just(LEARNER),
    area=st.sampled_from(["K01", "K02"]),
    kind=st.sampled_from(EvidenceKind),
    strength=st.floats(0, 1),
    on=st.dates(date(2000, 1, 1), date(2200, 1, 1)),
    source=ids,
    form=st.sampled_from(["questions", "letter", "leading"]),
    count=st.integers(0, 999),
    approved=st.booleans(),
    reflected=st.booleans(),
    with_other=st.booleans(),
    rule_version=st.sampled_from(["", "RV4"]),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(facts=st.lists(evidence, max_size=8, unique_by=lambda e: (e.area, e.source, e.kind, e.form)))
def test_any_evidence_comes_back_and_twice_is_once(studying: UnitOfWorkFactory, facts: list[Evidence]) -> None:
    with studying() as unit:
        unit.evidence.remove(LEARNER, "")
        unit.evidence.add(reversed(facts))
        unit.evidence.add(facts)
        assert set(unit.evidence.of(LEARNER)) == set(facts)
        assert set(unit.evidence.of(LEARNER, "K02")) == {e for e in facts if e.area == "K02"}
        found = {area: level_of(rows) for learner, area, rows in unit.evidence.facts() if learner == LEARNER}
        expected = {a.area: a.level for a in levels(("K01", "K02"), facts, LOCAL_NOW.date())}
        assert {a: found.get(a, Level.UNASSESSED) for a in expected} == expected
        unit.evidence.remove(LEARNER, "")
        for e in facts:
            unit.evidence.remove(LEARNER, e.source)
        assert unit.evidence.of(LEARNER) == []


def test_what_came_from_sessions_can_be_taken_away_by_itself(studying: UnitOfWorkFactory) -> None:
    room = [some_evidence(source=f"session:{n}") for n in range(3)]
    with studying() as unit:
        unit.evidence.add([some_evidence(), *room])
        unit.evidence.remove(LEARNER, "session:1")
        assert len(unit.evidence.of(LEARNER)) == 3
        unit.evidence.remove(LEARNER, "session:")
        assert unit.evidence.of(LEARNER) == [some_evidence()]
        assert [row for _, _, rows in unit.evidence.facts() for row in rows] == [seen(some_evidence())]


def test_a_group_is_chosen_by_unit_and_profession(studying: UnitOfWorkFactory) -> None:
    with studying() as unit:
        unit.learners.save(a_profile("a", "Anna", role=Role.PHYSICIAN))
        unit.learners.save(a_profile("b", "Bo", role=Role.PHYSICIAN, unit="Norr"))
        assert dict(unit.evidence.members()) == {
            LEARNER: Role.REHAB_COORDINATOR,
            "a": Role.PHYSICIAN,
            "b": Role.PHYSICIAN,
        }
        assert set(unit.evidence.members("Norr")) == {"b"}
        assert set(unit.evidence.members(role=Role.PSYCHOLOGIST)) == set()


def test_cards_come_in_order_of_due_and_new_ones_leave_old_ones_alone(studying: UnitOfWorkFactory) -> None:
    cards = [a_card(f"i{n}", due=NOW + timedelta(hours=-n)) for n in range(5)]
    with studying() as unit:
        unit.reviews.save(cards)
        unit.reviews.add_new([replace(cards[1], reviews=0), a_card("new", due=NOW)])
        assert unit.reviews.card(LEARNER, "i1").reviews == 1
        assert [c.item for c in unit.reviews.due(LEARNER, NOW, 3)] == ["i4", "i3", "i2"]
        assert unit.reviews.count_due(LEARNER, NOW) == 6
        assert unit.reviews.count_due(LEARNER, NOW - timedelta(hours=3)) == 2
        unit.reviews.save([replace(cards[0], due=NOW + timedelta(days=9), last_review=NOW + timedelta(days=1))])
        assert [c.item for c in unit.reviews.ahead(LEARNER, NOW)] == ["i0"]
        assert len(unit.reviews.cards(LEARNER)) == 6


def test_the_number_of_a_review_is_used_once(studying: UnitOfWorkFactory) -> None:
    entry = ReviewEntry(LEARNER, "i1", 1, Recall.GOOD, NOW, LOCAL_NOW.date())
    with studying() as unit:
        unit.reviews.add_entry(entry)
        unit.reviews.add_entry(replace(entry, number=2))
        with pytest.raises(StorageFailed):
            unit.reviews.add_entry(entry)
        assert unit.reviews.done_on(LEARNER, LOCAL_NOW.date()) == 2
        assert unit.reviews.done_on(LEARNER, date(2026, 11, 13)) == 0


def test_observations_change_and_sign_offs_come_newest_first(studying: UnitOfWorkFactory) -> None:
    observation = Observation("o1", ATTEMPT, "Bo Ek", Role.PSYCHOLOGIST, LOCAL_NOW.date())
    with studying() as unit:
        unit.sign_offs.observe(observation)
        unit.sign_offs.observe(replace(observation, rating=4.0))
        assert unit.sign_offs.observation("o1") == replace(observation, rating=4.0)
        assert unit.sign_offs.observation("o2") is None
        older = a_sign_off("s0", at=NOW - timedelta(days=1), attempt=ATTEMPT)
        unit.sign_offs.add(older)
        unit.sign_offs.add(a_sign_off("s1", rating=4.5, raters=7))
        assert [s.id for s in unit.sign_offs.of(LEARNER)] == ["s1", "s0"]
        assert unit.sign_offs.of_attempt(ATTEMPT) == older


# ------------------------------------------------------------ what goes, goes whole


def test_when_a_profile_goes_nothing_of_it_is_left(studying: UnitOfWorkFactory, database: Database) -> None:
    with studying() as unit:
        unit.attempts.append(ATTEMPT, "letter", WRITTEN)
        unit.evidence.add([some_evidence()])
        unit.reviews.save([a_card()])
        unit.reviews.add_entry(ReviewEntry(LEARNER, "i1", 1, Recall.GOOD, NOW, LOCAL_NOW.date()))
        unit.sign_offs.add(a_sign_off(attempt=ATTEMPT))
        unit.sign_offs.observe(Observation("o1", ATTEMPT, "Bo", Role.OTHER, LOCAL_NOW.date()))
        unit.learners.remove(LEARNER)
        unit.commit()
    tables = (
        "learner",
        "attempt",
        "attempt_event",
        "evidence",
        "review_card",
        "review_entry",
        "sign_off",
        "observation",
    )
    assert {t: count(database, t) for t in tables} == dict.fromkeys(tables, 0)
    assert check_database(database.file).is_sound


def test_private_texts_are_counted_and_taken_away_and_the_results_stay(studying: UnitOfWorkFactory) -> None:
    with studying() as unit:
        unit.attempts.append(ATTEMPT, "letter", WRITTEN)
        write_finished(unit, "questions", AttemptId("quiz"))
        assert unit.learners.private_texts(LEARNER) == PinResetLoss(reflections=1, own_texts=1)
        unit.learners.remove_private_texts(LEARNER)
        assert unit.learners.private_texts(LEARNER) == PinResetLoss(0, 0)
        assert unit.attempts.unfinished(LEARNER) == []
        assert {a.attempt.id for a in unit.attempts.finished(LEARNER)} == {"done", "quiz"}
        assert len(unit.attempts.read(AttemptId("quiz")).events) == 6, "answers without texts are nobody's secret"


# ------------------------------------------------------------ retention

OLD = datetime(2024, 1, 1, tzinfo=UTC)
LIMIT = datetime(2025, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("kind", [k for k in RetentionKind if k != RetentionKind.PROFILES])
def test_what_is_older_is_counted_and_removed_and_the_rest_stays(
    studying: UnitOfWorkFactory, kind: RetentionKind
) -> None:
    with studying() as unit:
        for prefix, at in (("old", OLD), ("new", NOW)):
            write_finished(unit, "letter", AttemptId(f"{prefix}-letter"), at)
            unit.attempts.start(a_started("letter", id=AttemptId(f"{prefix}-open"), learner=LEARNER, at=at))
            unit.evidence.add([some_evidence(source=f"attempt:{prefix}", on=at.date())])
            unit.reviews.add_entry(ReviewEntry(LEARNER, prefix, 1, Recall.GOOD, at, at.date()))
            unit.sign_offs.add(a_sign_off(f"{prefix}-sign-off", at=at))
        expected = {RetentionKind.RESULTS: 2}.get(kind, 1)
        before = {k: unit.retention.count(k, LIMIT) for k in RetentionKind}
        assert before[kind] == expected
        assert unit.retention.remove(kind, LIMIT) == expected
        assert unit.retention.count(kind, LIMIT) == 0
        assert unit.retention.count(kind, NOW + timedelta(days=1)) >= expected
        if kind == RetentionKind.ANSWERS:
            assert [type(e.event) for e in unit.attempts.read(AttemptId("old-letter")).events] == [AttemptFinished]
            assert len(unit.attempts.read(AttemptId("new-letter")).events) > 1


def test_an_unfinished_attempt_that_somebody_went_on_with_is_not_old(studying: UnitOfWorkFactory) -> None:
    with studying() as unit:
        unit.attempts.start(a_started("letter", id=AttemptId("long"), learner=LEARNER, at=OLD))
        unit.attempts.append(AttemptId("long"), "letter", WRITTEN)
        assert unit.retention.count(RetentionKind.UNFINISHED, LIMIT) == 0


def test_frozen_content_goes_with_the_last_attempt_that_leans_on_it(
    studying: UnitOfWorkFactory, database: Database
) -> None:
    with studying() as unit:
        unit.retention.remove(RetentionKind.RESULTS, NOW + timedelta(days=1))
        unit.commit()
    assert count(database, "frozen_content") == 1, "the letter that is not finished still has its own"


def test_a_profile_is_idle_when_nothing_has_happened(studying: UnitOfWorkFactory) -> None:
    with studying() as unit:
        for name in ("nothing", "started", "reviewed", "signed", "room"):
            unit.learners.save(a_profile(name, created_at=OLD))
        unit.learners.save(a_profile("fresh", created_at=NOW))
        unit.attempts.start(a_started("letter", id=AttemptId("x"), learner=LearnerId("started"), at=NOW))
        unit.reviews.add_entry(ReviewEntry(LearnerId("reviewed"), "i", 1, Recall.GOOD, NOW, NOW.date()))
        unit.sign_offs.add(a_sign_off("y", learner=LearnerId("signed")))
        unit.evidence.add([some_evidence(source="session:1", learner=LearnerId("room"))])
        assert unit.retention.idle_profiles(LIMIT) == ["nothing"]
        assert unit.retention.count(RetentionKind.PROFILES, LIMIT) == 1
        unit.retention.set_months(RetentionKind.ANSWERS, None)
        unit.retention.set_months(RetentionKind.ANSWERS, 3)
        assert unit.retention.months() == {RetentionKind.ANSWERS: 3}
