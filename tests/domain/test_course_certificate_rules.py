from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.content.course_certificate_rules import load_course_certificate_rules
from kompetens_gui.domain.completion_certificate import (
    CompletionBasis,
    application_for,
    certified_modules,
    check_can_issue_completion,
    with_leaders,
)
from kompetens_gui.domain.course_certificate import CourseCertificate, CourseCertificateKind
from kompetens_gui.domain.course_certificate_rules import (
    FLOOR,
    Application,
    IssueCondition,
    KindRules,
    expiring,
    refusal,
)
from kompetens_gui.domain.errors import CourseCertificateRefused
from kompetens_gui.domain.learning.path_progress import Completion, NotCompleted
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.domain.workshop.plan import Facilitator, Role
from tests.domain.study_making import a_module, a_path, a_step
from tests.storage.credential_making import a_completion

RULES = load_course_certificate_rules().of(CourseCertificateKind.COMPLETION)
TODAY = date(2026, 11, 28)
BO = Facilitator("Bo Ek", Role.SPECIALIST)
PATH = a_path(
    modules=(
        a_module("m1", a_step("s1", StepKind.READING), competence_areas=("K01",)),
        a_module("m2", a_step("s2", StepKind.SIGN_OFF), competence_areas=("K02",)),
    )
)
DONE = Completion(
    path=PATH,
    completed_on=date(2026, 11, 10),
    valid_until=date(2028, 11, 10),
    renewed_on=(),
    modules=((PATH.modules[0].id, date(2026, 10, 1)), (PATH.modules[1].id, date(2026, 11, 10))),
    competence_areas=("K01", "K02"),
)
BASIS = CompletionBasis(LearnerProfile(LearnerId("l1"), "Åsa Norén"), DONE, date(2026, 9, 14), (BO,))
EARLIER = replace(a_completion(), valid_until=date(2028, 11, 10))


def reason(
    basis: CompletionBasis = BASIS,
    earlier: CourseCertificate | None = None,
    issuer: str = "Region Norr",
    leaders: tuple[Facilitator, ...] = (),
) -> str:
    return refusal(RULES, application_for(basis, issuer, leaders, earlier), TODAY)


def completed(**changes: object) -> CompletionBasis:
    return replace(BASIS, outcome=replace(DONE, **changes))  # type: ignore[arg-type]


def test_a_completed_path_that_somebody_has_signed_gives_a_certificate() -> None:
    assert reason() == ""
    check_can_issue_completion(RULES, BASIS, "Region Norr", (), None, TODAY)


@pytest.mark.parametrize(
    ("basis", "issuer", "leaders", "expected"),
    [
        (replace(BASIS, profile=LearnerProfile(LearnerId("l1"), "  ")), "Region Norr", (), "no_name"),
        (BASIS, " ", (), "no_issuer"),
        (replace(BASIS, outcome=NotCompleted(())), "Region Norr", (), "not_completed"),
        (completed(modules=DONE.modules[:1]), "Region Norr", (), "module_missing"),
        (completed(competence_areas=()), "Region Norr", (), "no_areas"),
        (replace(BASIS, signers=()), "Region Norr", (), "no_signer"),
        (replace(BASIS, signers=(Facilitator("åsa  NORÉN"),)), "Region Norr", (), "own_signature"),
        (BASIS, "Region Norr", (Facilitator("Åsa Norén"),), "own_signature"),
        (completed(valid_until=date(2026, 11, 27)), "Region Norr", (), "expired"),
        (completed(completed_on=date(2026, 11, 29)), "Region Norr", (), "clock_behind"),
    ],
)
def test_why_none_is_issued(
    basis: CompletionBasis, issuer: str, leaders: tuple[Facilitator, ...], expected: str
) -> None:
    assert reason(basis, issuer=issuer, leaders=leaders) == expected
    with pytest.raises(CourseCertificateRefused) as told:
        check_can_issue_completion(RULES, basis, issuer, leaders, None, TODAY)
    assert told.value.reason == expected


def test_the_last_day_is_still_a_day() -> None:
    assert reason(completed(valid_until=TODAY)) == ""


def test_a_leader_may_sign_where_nobody_has_in_the_path() -> None:
    assert reason(replace(BASIS, signers=()), leaders=(BO,)) == ""


def test_one_valid_certificate_is_enough_until_the_path_has_been_renewed() -> None:
    assert reason(earlier=EARLIER) == "already_issued"
    assert reason(completed(valid_until=date(2030, 11, 10)), EARLIER) == ""
    assert reason(earlier=replace(EARLIER, replaced_by=EARLIER.number)) == ""


def test_one_without_end_is_not_issued_twice() -> None:
    without_end = completed(valid_until=None)
    assert reason(without_end, replace(EARLIER, valid_until=None)) == "already_issued"
    assert reason(without_end) == ""


def test_everybody_signs_once() -> None:
    both = with_leaders(
        (BO, Facilitator("Eva Dahl")), (Facilitator(" eva dahl "), Facilitator(""), Facilitator("Åke Ö"))
    )
    assert [f.name for f in both] == ["Bo Ek", "Eva Dahl", "Åke Ö"]


def test_modules_are_frozen_in_the_order_of_the_path() -> None:
    modules = certified_modules(replace(DONE, modules=DONE.modules[::-1]))
    assert [(m.id, m.passed_on, m.competence_areas) for m in modules] == [
        ("m1", date(2026, 10, 1), ("K01",)),
        ("m2", date(2026, 11, 10), ("K02",)),
    ]


def test_each_kind_has_its_own_conditions() -> None:
    attendance = load_course_certificate_rules().of(CourseCertificateKind.ATTENDANCE)
    assert IssueCondition.PATH_COMPLETED not in attendance.conditions
    assert IssueCondition.PRESENT not in RULES.conditions
    assert (RULES.signers, RULES.warn_months) == (1, 3)
    assert (attendance.title, RULES.title) == ("Deltagarintyg", "Intyg om genomförd utbildning")


@given(
    conditions=st.frozensets(st.sampled_from(IssueCondition)),
    holder=st.sampled_from(["", "Åsa"]),
    minutes=st.integers(0, 100),
    flags=st.tuples(st.booleans(), st.booleans(), st.booleans()),
    signers=st.lists(st.sampled_from(["Åsa", "Bo", ""]), max_size=2).map(tuple),
    days=st.tuples(st.integers(-2, 2), st.integers(-2, 2)),
)
def test_a_condition_taken_away_never_makes_it_harder(
    conditions: frozenset[IssueCondition],
    holder: str,
    minutes: int,
    flags: tuple[bool, bool, bool],
    signers: tuple[str, ...],
    days: tuple[int, int],
) -> None:
    application = Application(
        holder,
        minutes,
        is_present=flags[0],
        is_completed=flags[1],
        has_all_modules=flags[2],
        signers=signers,
        completed_on=TODAY + timedelta(days=days[0]),
        valid_until=TODAY + timedelta(days=days[1]),
    )
    strict = KindRules(CourseCertificateKind.COMPLETION, "", conditions, 60, 1)
    if not refusal(strict, application, TODAY):
        for one in conditions:
            assert not refusal(replace(strict, conditions=conditions - {one}), application, TODAY)


def test_the_floor_asks_for_a_name_and_only_one_of_every_kind() -> None:
    for kind in CourseCertificateKind:
        assert {IssueCondition.NAMED, IssueCondition.ONLY_ONE} <= FLOOR[kind]


# ------------------------------------------------------------ what runs out


@pytest.mark.parametrize(
    ("until", "months", "days_left"),
    [
        (date(2027, 2, 28), 3, 92),
        (date(2027, 3, 1), 3, None),
        (TODAY, 3, 0),
        (TODAY - timedelta(days=1), 3, -1),
        (date(2026, 12, 1), 0, None),
    ],
)
def test_what_runs_out_within_three_months_is_listed(until: date, months: int, days_left: int | None) -> None:
    found = expiring([replace(a_completion(), valid_until=until)], TODAY, months)
    assert [e.days_left for e in found] == ([] if days_left is None else [days_left])
    assert [e.has_expired for e in found] == ([] if days_left is None else [days_left < 0])


def test_the_first_to_end_stands_first_and_what_no_longer_counts_is_left_out() -> None:
    first, second = (replace(a_completion(f"2026-000{n}"), valid_until=TODAY + timedelta(days=n)) for n in (1, 2))
    gone = replace(first, replaced_by=second.number)
    without_end = replace(first, valid_until=None)
    assert [e.course_certificate for e in expiring([second, gone, without_end, first], TODAY, 3)] == [first, second]
    assert [c.has_expired(TODAY) for c in (first, without_end)] == [False, False]
    assert first.has_expired(TODAY + timedelta(days=2))
