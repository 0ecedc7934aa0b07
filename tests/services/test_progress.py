"""Levels, room results with consent, groups, sign-offs."""

from dataclasses import replace
from datetime import date

import pytest

from kompetens_gui.domain.activities.mark_chain.events import SpanMarked
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.errors import AttemptNotOpen, InvalidValue, NotFound, PinWrong, SignOffRefused
from kompetens_gui.domain.learning.evidence import EvidenceKind
from kompetens_gui.domain.learning.levels import Lack, Level, Refresh
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.sign_off import Signer, SignOff, SignOffPurpose
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.domain.workshop.events import ActivityHappened, AttendanceMarked, AttendanceStatus, ItemEntered
from kompetens_gui.domain.workshop.plan import AgendaItemId, Participant, ParticipantId, Role
from tests.domain.making import a_session
from tests.services.learning import AREAS, Studies
from tests.services.player import play

HELPER = Signer("Åsa Öberg", Role.SPECIALIST)


@pytest.fixture
def me(studies: Studies) -> LearnerId:
    return studies.learner().id


def level(studies: Studies, me: LearnerId, area: str = "K01") -> Level:
    found = studies.progress.matrix(me).area(area)
    assert found is not None
    return found.level


# -- one person


def test_the_matrix_has_all_areas_with_the_targets_of_the_role(studies: Studies, me: LearnerId) -> None:
    matrix = studies.progress.matrix(me)
    assert [a.area for a in matrix.areas] == list(AREAS)
    assert {a.level for a in matrix.areas} == {Level.UNASSESSED}
    assert matrix.area("K01").target == Level.LEAD  # type: ignore[union-attr]
    assert matrix.learner.id == me
    manager = studies.learner("Chefen", Role.MANAGER).id
    assert {a.target for a in studies.progress.matrix(manager).areas} == {None}
    with pytest.raises(NotFound):
        studies.progress.matrix(LearnerId("ingen"))


def test_from_new_to_apply_step_by_step(studies: Studies, me: LearnerId) -> None:
    for item in studies.library.bank:
        studies.library.bank[studies.library.bank.index(item)] = replace(item, area="K06")
    studies.done(me, "u2")
    assert level(studies, me, "K06") == Level.UNASSESSED
    for kind, ref in ((StepKind.LETTER, "brev"),):
        for _ in range(2):
            play(studies.studying.open_free(me, kind, ref), studies.studying)
    assert level(studies, me, "K06") == Level.FOUNDATION
    lacking = {lack.what for lack in studies.progress.matrix(me).area("K06").lacking}  # type: ignore[union-attr]
    assert lacking == {Lack.FORMS, Lack.WITH_OTHER, Lack.CHANGED_WORK}


def test_how_one_rates_oneself_is_kept_and_raises_nothing(studies: Studies, me: LearnerId) -> None:
    before = studies.progress.matrix(me).areas
    studies.progress.rate_self(me, "K01", 5)
    assert studies.progress.matrix(me).areas == before
    (kept,) = studies.progress.evidence(me, "K01")
    assert (kept.kind, kept.strength) == (EvidenceKind.SELF_RATED, 1.0)
    with pytest.raises(InvalidValue):
        studies.progress.rate_self(me, "K01", 6)


def test_after_two_years_the_matrix_asks_to_be_refreshed(studies: Studies, me: LearnerId) -> None:
    studies.done(me, "u2")
    for item in range(2):
        play(studies.studying.open_free(me, StepKind.LETTER, "brev", title=f"{item}"), studies.studying)
    with studies.work() as work:
        work.evidence.add([replace(e, area="K01") for e in work.evidence.of(me, "K06")])
        work.commit()
    assert level(studies, me) == Level.FOUNDATION
    studies.program.clock.move(days=740)
    found = studies.progress.matrix(me).area("K01")
    assert found is not None
    assert (found.level, found.refresh) == (Level.FOUNDATION, Refresh.AGE)


# -- the room


def held(studies: Studies, name: str = "Ylva Öst", unit: str = "Ängen") -> None:
    """A session with one named participant, closed after the group has marked something."""
    program = studies.program
    plan = replace(
        a_session(("information", "mark_chain")),
        participants=(
            Participant(ParticipantId("p1"), name, Role.REHAB_COORDINATOR, unit),
            Participant(ParticipantId("p2"), "Någon Annan", Role.PHYSICIAN, "Ängen"),
        ),
    )
    session = program.running.start(program.planned(plan))
    session.propose(ItemEntered(AgendaItemId("item-2"))).result()
    mark = SpanMarked(NodeId("f"), SpanKind.FUNCTION, FUNCTION, "Tappar tråden efter tjugo minuter.")
    session.propose(ActivityHappened(AgendaItemId("item-2"), mark)).result()
    program.running.close()
    program.running.release()


def consents(studies: Studies, me: LearnerId, agrees: bool = True) -> None:
    studies.profiles.change(replace(studies.profiles.get(me), room_results_count=agrees))


def test_a_session_counts_only_for_who_is_named_and_has_agreed(studies: Studies, me: LearnerId) -> None:
    held(studies, "ylva  öst", "ängen ")
    assert studies.progress.take_in_room_results(me) == 0
    assert studies.progress.evidence(me) == []
    consents(studies, me)
    assert studies.progress.take_in_room_results(me) == 1
    found = {(e.kind, e.form, e.with_other) for e in studies.progress.evidence(me)}
    assert found == {
        (EvidenceKind.ATTENDED, "group_dialogue", False),
        (EvidenceKind.PRACTISED, "mark_chain", True),
    }
    assert studies.progress.take_in_room_results(me) == 1, "again changes nothing"
    assert len(studies.progress.evidence(me)) == 2
    other = studies.learner("Någon Helt Annan")
    consents(studies, other.id)
    assert studies.progress.take_in_room_results(other.id) == 0


def test_the_same_name_at_another_unit_is_somebody_else(studies: Studies, me: LearnerId) -> None:
    held(studies, unit="Norr")
    consents(studies, me)
    assert studies.progress.take_in_room_results(me) == 0


def test_taking_consent_back_takes_what_the_room_gave_and_nothing_else(studies: Studies, me: LearnerId) -> None:
    held(studies)
    studies.done(me, "u2")
    consents(studies, me)
    studies.progress.take_in_room_results(me)
    consents(studies, me, agrees=False)
    assert {e.source.split(":")[0] for e in studies.progress.evidence(me)} == {"attempt"}


def test_an_attendance_corrected_afterwards_is_followed(studies: Studies, me: LearnerId) -> None:
    held(studies)
    consents(studies, me)
    assert studies.progress.take_in_room_results(me) == 1
    session_id = a_session().id
    studies.program.running.record(session_id, AttendanceMarked(ParticipantId("p1"), AttendanceStatus.ABSENT, 0))
    assert studies.progress.take_in_room_results(me) == 0
    assert studies.progress.evidence(me) == []


# -- groups


def test_a_group_of_four_is_not_shown_and_one_of_five_is(studies: Studies) -> None:
    people = [studies.learner(f"Person {n}").id for n in range(4)]
    assert studies.progress.group().people is None
    people.append(studies.learner("Person 5").id)
    for learner in people:
        studies.done(learner, "u2")
        for _ in range(2):
            play(studies.studying.open_free(learner, StepKind.LETTER, "brev"), studies.studying)
        with studies.work() as work:
            work.evidence.add([replace(e, area="K01") for e in work.evidence.of(learner, "K06")])
            work.commit()
    picture = studies.progress.group()
    assert (picture.people, [a.area for a in picture.areas]) == (5, list(AREAS))
    assert picture.areas[0].counts == {0: 0, 1: 5, 2: 0, 3: 0}
    assert picture.areas[0].at_target == 0, "a coordinator aims at leading here"
    assert picture.areas[1].counts == {0: 5, 1: 0, 2: 0, 3: 0}


def test_a_group_that_would_give_a_few_away_beside_another_is_not_shown(studies: Studies) -> None:
    for n in range(8):
        studies.learner(f"Person {n}", Role.PHYSICIAN if n < 2 else Role.REHAB_COORDINATOR)
    assert studies.progress.group().people == 8
    assert studies.progress.group(role=Role.REHAB_COORDINATOR).people is None, "six of eight tell of the two"
    assert studies.progress.group().people == 8


# -- sign-offs


def test_a_change_at_work_is_kept_in_own_words_and_counts(studies: Studies, me: LearnerId) -> None:
    studies.sign_offs.record_change(me, ["K11"], "Ringer arbetsgivaren före dag 30.")
    (kept,) = studies.sign_offs.of(me)
    assert (kept.purpose, kept.text) == (SignOffPurpose.CHANGED_WORK, "Ringer arbetsgivaren före dag 30.")
    (evidence,) = studies.progress.evidence(me, "K11")
    assert evidence.kind == EvidenceKind.CHANGED_WORK


@pytest.mark.parametrize("text", ["Patienten 19640823-3234 fick en plan", "Se ärende 1234-2026/5678", "   "])
def test_a_change_with_personal_data_or_without_words_is_refused(studies: Studies, me: LearnerId, text: str) -> None:
    with pytest.raises(SignOffRefused):
        studies.sign_offs.record_change(me, ["K11"], text)
    assert studies.sign_offs.of(me) == []
    assert studies.progress.evidence(me) == []


def led(studies: Studies, me: LearnerId, rating: float, raters: int) -> SignOff:
    return studies.sign_offs.record_led(me, ["K01"], "Gruppdialog", date(2026, 10, 1), rating, raters, HELPER)


def test_leading_mentoring_contribution_and_a_colleagues_word(studies: Studies, me: LearnerId) -> None:
    led(studies, me, 4.2, 6)
    studies.sign_offs.confirm(me, SignOffPurpose.MENTORING, ["K01"], HELPER, "Om rollen")
    studies.sign_offs.confirm(me, SignOffPurpose.CONTRIBUTION, ["K01"], HELPER)
    studies.sign_offs.confirm(me, SignOffPurpose.PEER, ["K01"], HELPER)
    assert {e.form for e in studies.progress.evidence(me)} == {"leading", "mentoring", "contribution", "peer"}
    with pytest.raises(SignOffRefused):
        led(studies, me, 5.2, 6)
    with pytest.raises(SignOffRefused):
        studies.sign_offs.confirm(me, SignOffPurpose.CHANGED_WORK, ["K01"], HELPER)


@pytest.mark.parametrize(
    ("signer", "reason"),
    [(Signer("Ylva Öst"), "own"), (Signer(""), "no_name"), (Signer("Chefen", Role.MANAGER), "manager")],
)
def test_nobody_signs_for_themselves_nor_a_manager_for_a_colleague(
    studies: Studies, me: LearnerId, signer: Signer, reason: str
) -> None:
    with pytest.raises(SignOffRefused) as refused:
        studies.sign_offs.confirm(me, SignOffPurpose.PEER, ["K01"], signer)
    assert refused.value.reason == reason


def test_a_signer_with_a_profile_proves_it(studies: Studies, me: LearnerId) -> None:
    helper = studies.learner("Åsa Öberg", Role.SPECIALIST, pin="1357")
    with pytest.raises(PinWrong):
        studies.sign_offs.confirm(me, SignOffPurpose.PEER, ["K01"], Signer("", profile=helper.id, pin="fel"))
    done = studies.sign_offs.confirm(me, SignOffPurpose.PEER, ["K01"], Signer("", profile=helper.id, pin="1357"))
    assert (done.by_name, done.by_role) == ("Åsa Öberg", Role.SPECIALIST)
    with pytest.raises(SignOffRefused):
        studies.sign_offs.confirm(me, SignOffPurpose.PEER, ["K01"], Signer("", profile=me))


def test_a_sign_off_can_be_withdrawn_with_what_it_gave(studies: Studies, me: LearnerId) -> None:
    done = studies.sign_offs.confirm(me, SignOffPurpose.PEER, ["K01"], HELPER)
    studies.sign_offs.withdraw(me, done.id)
    assert studies.sign_offs.of(me) == []
    assert studies.progress.evidence(me) == []
    with pytest.raises(NotFound):
        studies.sign_offs.withdraw(me, done.id)


def test_a_module_is_signed_once_and_a_crash_in_between_does_not_sign_twice(studies: Studies, me: LearnerId) -> None:
    for step in ("u1", "u2"):
        studies.done(me, step)
    opened = studies.step(me, "v2", "avslut")
    with pytest.raises(SignOffRefused):
        studies.sign_offs.sign_module(opened, Signer("Ylva Öst"))
    studies.studying.release()  # the register is written, the attempt does not hear of it
    with pytest.raises(AttemptNotOpen):
        studies.sign_offs.sign_module(opened, HELPER).result()
    assert len(studies.sign_offs.of(me)) == 1
    again = studies.crash()
    try:
        back = again.step(me, "v2", "avslut")
        again.sign_offs.sign_module(back, HELPER).result()
        assert len(again.sign_offs.of(me)) == 1
        assert again.studying.finish(back).result().outcome.signed
        with pytest.raises(SignOffRefused):
            again.sign_offs.sign_module(back, HELPER)
    finally:
        again.close()
