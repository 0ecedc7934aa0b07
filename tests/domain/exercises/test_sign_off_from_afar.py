"""The rules of a sign-off at a distance: requests, what an answer has to be to, and how long it counts."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.errors import ActivityRefused, SignOffCodeRefused
from kompetens_gui.domain.exercises.base import ExerciseContext
from kompetens_gui.domain.exercises.sign_off import (
    KIND,
    NotYetAnswered,
    RequestMade,
    SignedOff,
    SigningState,
    SignOffTask,
    WorkDescribed,
)
from kompetens_gui.domain.exercises.sign_off.remote import (
    VALID_DAYS,
    SignOffAnswer,
    SignOffRequest,
    Verdict,
    check_answer,
    work_hash,
)
from kompetens_gui.domain.workshop.plan import Role

CONTEXT = ExerciseContext(SignOffTask("Gå igenom arbetet.", ("Vad fungerade?",)))
AT = datetime(2026, 11, 12, 23, 30, tzinfo=UTC)
MADE = RequestMade("r1", "n1", "s1", "Ylva Öst", "Väg", "Modul", "Steg", with_work=True)


def after(*events: object) -> SigningState:
    state = KIND.start(CONTEXT)
    for event in events:
        KIND.check(state, event, CONTEXT)
        state = KIND.fold(state, event, AT, CONTEXT)
    return state


def request(*events: object) -> SignOffRequest:
    made = after(WorkDescribed("  Jag ringer.  "), *(events or (MADE,))).request
    assert made is not None
    return made


def answer_to(asked: SignOffRequest, **changes: object) -> SignOffAnswer:
    made = SignOffAnswer(
        request=asked.id,
        nonce=asked.nonce,
        work_hash=asked.work_hash,
        digest=asked.digest,
        learner=asked.learner,
        verdict=Verdict.APPROVED,
        by_name="Karin Öberg",
        by_role=Role.MANAGER,
        on=date(2026, 11, 14),
        valid_until=date(2026, 11, 14) + timedelta(days=VALID_DAYS),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def test_a_request_holds_what_is_to_be_signed_as_it_stood() -> None:
    made = request()
    assert (made.task, made.points, made.work, made.salt) == (
        "Gå igenom arbetet.",
        ("Vad fungerade?",),
        "Jag ringer.",
        "s1",
    )
    assert made.made_on == date(2026, 11, 13), "the day in Sweden"
    assert made.is_whole
    quiet = request(replace(MADE, with_work=False))
    assert (quiet.work, quiet.salt, quiet.work_hash) == (None, "", made.work_hash)
    assert quiet.is_whole


def test_what_has_happened_is_in_the_view() -> None:
    state = after(WorkDescribed("Ett"), MADE)
    assert KIND.view(state, CONTEXT).request_is_current
    assert not KIND.is_done(state, CONTEXT)
    changed = after(WorkDescribed("Ett"), MADE, WorkDescribed("Två"))
    assert not KIND.view(changed, CONTEXT).request_is_current
    told = after(WorkDescribed("Ett"), MADE, NotYetAnswered("r1", "Ring igen."))
    assert KIND.view(told, CONTEXT).not_yet == "Ring igen."
    again = after(WorkDescribed("Ett"), MADE, NotYetAnswered("r1", "Ring igen."), replace(MADE, request="r2"))
    assert (KIND.view(again, CONTEXT).not_yet, again.earlier) == (None, ("r1",))
    assert KIND.is_done(after(MADE_QUIET, SignedOff("x")), CONTEXT)


MADE_QUIET = replace(MADE, with_work=False)


@pytest.mark.parametrize(
    ("events", "reason"),
    [
        ((MADE,), "nothing_written"),
        ((replace(MADE_QUIET, request=""),), "no_such_answer"),
        ((replace(MADE_QUIET, nonce=""),), "no_such_answer"),
        ((replace(MADE_QUIET, salt=""),), "no_such_answer"),
        ((MADE_QUIET, MADE_QUIET), "no_such_answer"),
        ((MADE_QUIET, replace(MADE_QUIET, request="r2"), MADE_QUIET), "no_such_answer"),
        ((NotYetAnswered("r1", "Nej"),), "no_such_answer"),
        ((MADE_QUIET, NotYetAnswered("r2", "Nej")), "no_such_answer"),
        ((MADE_QUIET, NotYetAnswered("r1", "x" * 5000)), "text_too_long"),
        ((MADE_QUIET, SignedOff("x"), replace(MADE_QUIET, request="r2")), "already_answered"),
        ((MADE_QUIET, SignedOff("x"), NotYetAnswered("r1", "Nej")), "already_answered"),
    ],
)
def test_what_cannot_happen_is_refused(events: tuple[object, ...], reason: str) -> None:
    with pytest.raises(ActivityRefused, match=reason):
        after(*events)


def test_an_answer_counts_until_its_last_day() -> None:
    asked = request()
    last = answer_to(asked).valid_until
    check_answer(answer_to(asked), asked, (), last)
    with pytest.raises(SignOffCodeRefused, match="expired"):
        check_answer(answer_to(asked), asked, (), last + timedelta(days=1))
    with pytest.raises(SignOffCodeRefused, match="expired"):
        check_answer(answer_to(asked, valid_until=last + timedelta(days=1)), asked, (), date(2026, 11, 14))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"nonce": "other"}, "request_changed"),
        ({"work_hash": "other"}, "request_changed"),
        ({"digest": "other"}, "request_changed"),
        ({"request": "r0"}, "earlier_request"),
        ({"request": "r9"}, "other_request"),
        ({"request": "r9", "learner": "Amir Rezai"}, "someone_else"),
    ],
)
def test_an_answer_is_to_exactly_one_request(change: dict[str, object], reason: str) -> None:
    asked = request()
    with pytest.raises(SignOffCodeRefused, match=reason):
        check_answer(answer_to(asked, **change), asked, ("r0",), date(2026, 11, 14))


words = st.text(max_size=30)


@given(
    first=st.tuples(words, st.lists(words, max_size=3), words, words),
    second=st.tuples(words, st.lists(words, max_size=3), words, words),
)
def test_other_work_has_another_hash(
    first: tuple[str, list[str], str, str], second: tuple[str, list[str], str, str]
) -> None:
    def hashed(told: tuple[str, list[str], str, str]) -> str:
        return work_hash(told[0], tuple(told[1]), told[2], told[3])

    assert (hashed(first) == hashed(second)) == (first == second)


@given(name=st.sampled_from([f.name for f in fields(SignOffRequest)]), said=words)
def test_nothing_in_a_request_can_be_altered_unseen(name: str, said: str) -> None:
    asked = request()
    value: object = {"made_on": date(2000, 1, 1), "points": (said,)}.get(name, said)
    altered = replace(asked, **{name: value})  # type: ignore[arg-type]
    assert (altered.digest == asked.digest) == (altered == asked)
