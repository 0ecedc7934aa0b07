"""Studying: one next step, answers on disk before they are told, windows that share, crashes, and a whole path."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.case import CaseId
from kompetens_gui.domain.errors import (
    ActivityRefused,
    AttemptNotOpen,
    DiskFull,
    KompetensError,
    ModuleLocked,
    NotFound,
    SignOffRefused,
    StorageFailed,
    StudyContentMissing,
)
from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.exercises.own_text import DraftWritten, GuideShown
from kompetens_gui.domain.exercises.safe_questions import DrillSkipped, SafeOptionChosen
from kompetens_gui.domain.exercises.twin import TwinAnswered
from kompetens_gui.domain.learning.attempt import (
    Attempt,
    AttemptFinished,
    AttemptId,
    AttemptLeft,
    AttemptResumed,
    ReflectionKept,
)
from kompetens_gui.domain.learning.evidence import EvidenceKind
from kompetens_gui.domain.learning.path_progress import Completion, NotCompleted
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.learning_path import StepKind, StepSettings
from kompetens_gui.domain.workshop.events import RecordedEvent
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.learning_ports import AttemptWriter
from kompetens_gui.services.news import AttemptGrew, News, ProgressChanged, RepetitionChanged
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.storage.attempt_writer import SqlAttemptWriter
from tests.domain.making import a_case
from tests.domain.study_making import RIGHT, a_letter, a_module, a_path, a_step, an_item, right_answer
from tests.services.learning import Studies
from tests.services.player import play


@pytest.fixture
def me(studies: Studies) -> LearnerId:
    return studies.learner().id


def on_disk(studies: Studies, attempt: AttemptId) -> Sequence[object]:
    with studies.work() as work:
        return [e.event for e in work.attempts.read(attempt).events]


def first_answer(opened: OpenAttempt, at: int = 0) -> ItemAnswered:
    item = opened.attempt.started.content.items[at]
    return ItemAnswered(item.id, right_answer(item))


# -- beginning


def test_the_next_step_leads_through_the_whole_path(studies: Studies, me: LearnerId) -> None:
    taken = []
    while (following := studies.studying.next_step(me)) is not None:
        taken.append(following.step.id)
        studies.done(me, following.step.id, following.module.id)
    assert taken == ["u1", "u2", "v1", "v2"]
    found = studies.studying.completion(me, "korkort")
    assert isinstance(found, Completion)
    assert (found.completed_on, found.valid_until) == (date(2026, 11, 12), date(2028, 11, 12))


def test_without_a_path_there_is_no_next_step(studies: Studies) -> None:
    profile = studies.profiles.change(replace(studies.learner(), path=""))
    assert studies.studying.next_step(profile.id) is None


def test_a_module_that_waits_says_for_which(studies: Studies, me: LearnerId) -> None:
    with pytest.raises(ModuleLocked) as refused:
        studies.step(me, "v1", "avslut")
    assert (refused.value.title, refused.value.waits_for) == ("Modul avslut", ("Modul uppdraget",))
    assert isinstance(studies.studying.completion(me, "korkort"), NotCompleted)


@pytest.mark.parametrize(("module", "step"), [("uppdraget", "v1"), ("finns-inte", "u1")])
def test_a_step_that_is_not_there_is_not_found(studies: Studies, me: LearnerId, module: str, step: str) -> None:
    with pytest.raises(NotFound):
        studies.step(me, step, module)
    with pytest.raises(NotFound):
        studies.studying.open_step(me, "annan", "uppdraget", "u1")
    with pytest.raises(NotFound):
        studies.step(LearnerId("ingen"))


def test_content_that_is_missing_leaves_no_half_attempt(studies: Studies, me: LearnerId) -> None:
    del studies.library.contents[StudyContentKind.READING, "roller"]
    studies.library.bank.clear()
    for step in ("u1", "u2"):
        with pytest.raises(StudyContentMissing):
            studies.step(me, step)
    assert studies.studying.unfinished(me) == []


@pytest.mark.parametrize("kind", [StepKind.REWRITE, StepKind.SUPPLEMENT])
def test_a_case_without_that_kind_of_task_cannot_be_begun(studies: Studies, me: LearnerId, kind: StepKind) -> None:
    studies.program.bank.cases[CaseId("utmattning")] = a_case(rewrites=(), supplements=())
    with pytest.raises(StudyContentMissing):
        studies.studying.open_free(me, kind, "utmattning")
    with pytest.raises(StudyContentMissing):
        studies.studying.open_free(me, kind, "finns-inte")


# -- answering


def test_an_answer_is_on_disk_before_anybody_hears_of_it(studies: Studies, me: LearnerId) -> None:
    opened = studies.step(me)
    lengths: list[tuple[int, int]] = []

    def listen(news: News) -> None:
        if isinstance(news, AttemptGrew):
            lengths.append((len(on_disk(studies, opened.id)), len(news.attempt.events)))

    studies.program.bus.subscribe(listen)
    for n in range(3):
        opened.answer(first_answer(opened, n)).result()
    opened.reflect("Jag tar med mig").result()
    assert lengths == [(n, n) for n in range(1, 5)]


def test_a_refused_answer_writes_nothing_and_tells_nobody(studies: Studies, me: LearnerId) -> None:
    opened = studies.step(me)
    before, heard = opened.attempt, len(studies.program.news)
    for event in (ItemAnswered(an_item("annan").id, RIGHT), AttemptFinished(), "text", ReflectionKept("x" * 5000)):
        with pytest.raises(ActivityRefused):
            opened.answer(event).result()
    with pytest.raises(ActivityRefused):
        studies.studying.finish(opened).result()
    assert opened.attempt is before
    assert len(studies.program.news) == heard
    assert on_disk(studies, opened.id) == []


def test_many_clicks_at_once_keep_one_order_without_holes(studies: Studies, me: LearnerId) -> None:
    opened = studies.studying.open_free(me, StepKind.LETTER, "brev")
    together = Barrier(5)

    def write(hand: int) -> None:
        together.wait()
        for n in range(20):
            opened.answer(DraftWritten(f"{hand} {n}")).result()

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(write, range(5)))
    with studies.work() as work:
        stored = work.attempts.read(opened.id)
    assert [e.seq for e in stored.events] == list(range(1, 101))
    assert Attempt.replay(stored.started, stored.events).state == opened.attempt.state


# -- windows


def test_two_windows_on_one_step_share_what_is_answered(studies: Studies, me: LearnerId) -> None:
    first = studies.step(me)
    second = studies.step(me)
    assert second is first
    first.answer(first_answer(first)).result()
    assert len(second.view.answered) == 1
    first.leave().result()
    assert not second.attempt.is_left, "the other window goes on"
    second.answer(first_answer(second, 1)).result()
    second.leave().result()
    assert on_disk(studies, first.id)[-1] == AttemptLeft()
    with pytest.raises(AttemptNotOpen) as refused:
        first.answer(first_answer(first, 2)).result()
    assert refused.value.reason == "left"


def test_windows_that_open_at_the_same_moment_get_one_attempt(studies: Studies, me: LearnerId) -> None:
    together = Barrier(6)

    def open_it(_: int) -> OpenAttempt:
        together.wait()
        return studies.step(me)

    with ThreadPoolExecutor(6) as pool:
        opened = list(pool.map(open_it, range(6)))
    assert len({id(o) for o in opened}) == 1
    assert len(studies.studying.unfinished(me)) == 1


def test_a_second_copy_on_the_same_file_is_refused_clearly(studies: Studies, me: LearnerId) -> None:
    """Two programs cannot open the same data; if a disk's lock fails them, the second one's answer is refused."""
    opened = studies.step(me)
    other = SqlAttemptWriter(studies.program.database)
    other.append(opened.id, "questions", RecordedEvent(1, studies.program.clock.now(), first_answer(opened)))
    other.close()
    before = opened.attempt
    with pytest.raises(AttemptNotOpen) as refused:
        opened.answer(first_answer(opened, 1)).result()
    assert refused.value.reason == "elsewhere"
    assert opened.attempt is before


def test_two_learners_on_one_machine_do_not_meet(studies: Studies, me: LearnerId) -> None:
    other = studies.learner("Bo Ek").id
    mine, theirs = studies.step(me), studies.step(other)
    assert mine.id != theirs.id
    mine.answer(first_answer(mine)).result()
    assert theirs.view.answered == ()
    play(theirs, studies.studying)
    assert len(mine.view.answered) == 1
    assert studies.studying.progress(me, "korkort").passed == 0


# -- leaving, crashing, coming back


def test_what_was_left_goes_on_where_it_was(studies: Studies, me: LearnerId) -> None:
    opened = studies.step(me)
    opened.answer(first_answer(opened)).result()
    studies.program.clock.move(minutes=2)
    opened.leave().result()
    studies.program.clock.move(days=3)
    again = studies.step(me)
    assert again.id == opened.id
    assert [type(e.event) for e in again.attempt.events[-2:]] == [AttemptLeft, AttemptResumed]
    assert again.attempt.minutes == 2
    assert len(again.view.answered) == 1


def test_content_changed_while_open_or_away_keeps_the_text_it_began_with(studies: Studies, me: LearnerId) -> None:
    opened = studies.studying.open_free(me, StepKind.LETTER, "brev")
    studies.library.contents[StudyContentKind.LETTER, "brev"] = replace(a_letter(), model="ÄNDRAD MODELL")
    opened.answer(DraftWritten("Svara senast den 14 augusti")).result()
    opened.leave().result()
    again = studies.crash()
    try:
        back = again.studying.resume(opened.id)
        assert back.attempt.started == opened.attempt.started
        back.answer(GuideShown()).result()
        assert "ÄNDRAD" not in back.view.model
        again.studying.discard(back.id)
        fresh = again.studying.open_free(me, StepKind.LETTER, "brev")
        fresh.answer(DraftWritten("Text")).result()
        fresh.answer(GuideShown()).result()
        assert fresh.view.model == "ÄNDRAD MODELL"
    finally:
        again.close()


STEPS = st.sampled_from(["answer", "reflect", "leave", "open", "crash", "finish", "nonsense"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, max_size=14))
def test_after_any_crash_everything_accepted_is_there(
    tmp_path_factory: pytest.TempPathFactory, steps: list[str]
) -> None:
    from tests.services.surroundings import Program

    studies = Studies(Program(tmp_path_factory.mktemp("crash")))
    me = studies.learner().id
    opened = studies.step(me)
    for step in steps:
        number = len(opened.view.answered)
        try:
            match step:
                case "answer" if number < 5:
                    opened.answer(first_answer(opened, number)).result()
                case "reflect":
                    opened.reflect(f"Tanke {number}").result()
                case "leave":
                    opened.leave().result()
                case "open":
                    opened = studies.step(me)
                case "finish":
                    studies.studying.finish(opened).result()
                    opened = studies.step(me)
                case "nonsense":
                    opened.answer("text").result()
                case "crash":
                    before = opened.attempt
                    studies = studies.crash()
                    stored = studies.studying.read(before.id)
                    assert (stored.events, stored.state) == (before.events, before.state)
                    opened = studies.step(me)
                    assert opened.attempt.events[: len(before.events)] == before.events
        except KompetensError:
            continue
    finished = studies.studying.finished(me)
    with studies.work() as work:
        assert len(work.evidence.of(me)) == len(finished)
    studies.close()


class FailingWriter:
    """Refuses as told, else writes to the real attempt."""

    def __init__(self, real: AttemptWriter, faults: list[KompetensError]) -> None:
        self._real = real
        self._faults = faults

    def append(self, attempt: AttemptId, kind: str, entry: RecordedEvent) -> None:
        if self._faults:
            raise self._faults.pop(0)
        self._real.append(attempt, kind, entry)

    def close(self) -> None:
        self._real.close()


@pytest.mark.parametrize("fault", [DiskFull("disken"), StorageFailed("disken", "io")])
def test_a_disk_that_fills_loses_one_try_and_nothing_else(
    studies: Studies, me: LearnerId, fault: KompetensError
) -> None:
    faults: list[KompetensError] = []
    desk = studies.studying._desk
    make = desk._make_writer
    desk._make_writer = lambda: FailingWriter(make(), faults)
    opened = studies.step(me)
    opened.answer(first_answer(opened)).result()
    before = opened.attempt
    faults += [fault, fault, fault]
    deeds: list[Callable[[], Future[Attempt]]] = [
        lambda: opened.answer(first_answer(opened, 1)),
        opened.leave,
        lambda: opened.reflect("x"),
    ]
    for deed in deeds:
        with pytest.raises(type(fault)):
            deed().result()
        assert opened.attempt is before
    assert opened.answer(first_answer(opened, 1)).result().outcome.right == 2
    assert len(on_disk(studies, opened.id)) == 2


# -- finishing


def test_finishing_writes_all_that_follows_in_one_go(studies: Studies, me: LearnerId) -> None:
    attempt = studies.done(me, "u2")
    assert attempt.is_finished
    with studies.work() as work:
        (evidence,) = work.evidence.of(me)
        cards = work.reviews.cards(me)
    assert (evidence.area, evidence.strength, evidence.count, evidence.kind) == ("K01", 1.0, 5, EvidenceKind.PRACTISED)
    assert {c.item for c in cards} == {i.id for i in attempt.started.content.items}
    assert all(c.due > studies.program.clock.now() for c in cards)
    assert {ProgressChanged(me), RepetitionChanged(me)} <= {
        n for n in studies.program.news if not isinstance(n, AttemptGrew)
    }
    with pytest.raises(AttemptNotOpen):
        studies.studying.resume(attempt.id)
    with pytest.raises(AttemptNotOpen):
        studies.studying.discard(attempt.id)
    assert studies.studying.read(attempt.id).outcome == attempt.outcome


def test_a_finish_that_fails_half_way_leaves_the_attempt_open(
    studies: Studies, me: LearnerId, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kompetens_gui.storage.evidence_store import SqlEvidenceStore

    def full(*_: object) -> None:
        raise DiskFull("disken")

    opened = studies.step(me)
    for n in range(5):
        opened.answer(first_answer(opened, n)).result()
    before = opened.attempt
    with monkeypatch.context() as patched:
        patched.setattr(SqlEvidenceStore, "add", full)
        with pytest.raises(DiskFull):
            studies.studying.finish(opened).result()
    assert opened.attempt is before
    assert studies.studying.finished(me) == []
    assert len(on_disk(studies, opened.id)) == 5
    assert studies.studying.finish(opened).result().is_finished


def test_finishing_twice_is_refused(studies: Studies, me: LearnerId) -> None:
    opened = studies.step(me)
    for n in range(5):
        opened.answer(first_answer(opened, n)).result()
    both = [studies.studying.finish(opened), studies.studying.finish(opened)]
    assert both[0].result().is_finished
    with pytest.raises(AttemptNotOpen):
        both[1].result()
    with studies.work() as work:
        assert len(work.evidence.of(me)) == 1


def test_a_retake_asks_another_version(studies: Studies, me: LearnerId) -> None:
    rounds = [{i.id for i in studies.done(me, "u2").started.content.items} for _ in range(3)]
    assert not rounds[0] & rounds[1]
    assert not rounds[2] & (rounds[0] | rounds[1])


def test_a_twin_is_answered_on_two_occasions_and_only_then_done(studies: Studies, me: LearnerId) -> None:
    def answered(*options: str) -> Attempt:
        opened = studies.studying.open_free(me, StepKind.TWIN, "tvilling")
        for n, option in enumerate(options, 1):
            opened.answer(TwinAnswered(f"q{n}", option)).result()
        return studies.studying.finish(opened).result()

    first = answered("ja", "ja")
    studies.program.clock.move(days=1)
    second = answered("ja", "nej")
    assert {first.view.version.key, second.view.version.key} == {"a", "b"}
    assert (first.outcome.whole, second.outcome.whole) == (False, True)
    again = studies.studying.read(second.id)
    assert [d.question.id for d in again.view.comparison.differences] == ["q2"]
    assert studies.studying.read(first.id).view.comparison is None, "what came later is not read into the first"


def test_own_earlier_versions_are_there_the_next_time(studies: Studies, me: LearnerId) -> None:
    play(studies.studying.open_free(me, StepKind.LETTER, "brev"), studies.studying)
    assert len(studies.studying.open_free(me, StepKind.LETTER, "brev").view.earlier) == 1


def test_an_observer_is_someone_else_and_their_name_is_not_in_the_attempt(studies: Studies, me: LearnerId) -> None:
    opened = studies.studying.open_free(me, StepKind.OBSERVED, "", StepSettings(text="Ring chefen"), "Ringövning")
    for name, reason in (("ylva öst", "own"), ("  ", "no_name")):
        with pytest.raises(SignOffRefused) as refused:
            studies.studying.name_observer(opened, name, Role.OTHER)
        assert refused.value.reason == reason
    attempt = play(opened, studies.studying)
    assert "Bo Ek" not in repr(attempt)
    with studies.work() as work:
        observation = work.sign_offs.observation(attempt.state.observation)
        evidence = work.evidence.of(me)
    assert observation is not None
    assert (observation.name, observation.rating) == ("Bo Ek", 4.0)
    assert evidence == [], "an exercise outside of any path has no areas of its own here"


def test_in_a_path_what_an_observer_saw_counts_for_the_areas_of_the_module(studies: Studies, me: LearnerId) -> None:
    module = a_module("uppdraget", a_step("o", StepKind.OBSERVED, text="Ring"), competence_areas=("K06", "K11"))
    studies.library.all_paths = [a_path(modules=(module,), renewal=None)]
    studies.done(me, "o")
    with studies.work() as work:
        found = work.evidence.of(me)
    assert {(e.area, e.kind, e.strength, e.with_other) for e in found} == {
        (area, EvidenceKind.OBSERVED, 0.8, True) for area in ("K06", "K11")
    }


# -- safe questions leave nothing


def drill_traces(folder: Path) -> list[bytes]:
    held = b"".join(f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file())
    return [t for t in (b"SafeOptionChosen", b"DrillSkipped", b"safe_questions.") if t in held]


@pytest.mark.parametrize("skip", [True, False])
def test_nothing_chosen_in_the_drill_ever_reaches_the_disk(studies: Studies, me: LearnerId, skip: bool) -> None:
    opened = studies.studying.open_free(me, StepKind.SAFE_QUESTIONS, "fraga-om-vald")
    opened.answer(SafeOptionChosen("s1", "not")).result()
    assert opened.view.steps[0].try_again
    if skip:
        opened.answer(DrillSkipped()).result()
    else:
        for step in ("s1", "s2"):
            opened.answer(SafeOptionChosen(step, "safe")).result()
    opened.leave().result()
    opened.take_up().result()
    studies.program.clock.move(minutes=1 if skip else 9)
    assert drill_traces(studies.program.folder) == []
    attempt = studies.studying.finish(opened).result()
    assert drill_traces(studies.program.folder) == []
    assert on_disk(studies, attempt.id) == [AttemptFinished()]
    with studies.work() as work:
        (found,) = work.evidence.of(me)
        (dated,) = work.attempts.finished(me)
        stored = work.attempts.read(attempt.id)
    assert (found.area, found.strength, found.approved) == ("K08", 1.0, True)
    assert dated.attempt.outcome == attempt.outcome
    assert (dated.attempt.minutes, stored.started.at) == (0, stored.finished_at), "how long it took would tell, too"


def test_a_drill_interrupted_by_a_crash_begins_anew(studies: Studies, me: LearnerId) -> None:
    opened = studies.studying.open_free(me, StepKind.SAFE_QUESTIONS, "fraga-om-vald")
    opened.answer(SafeOptionChosen("s1", "safe")).result()
    again = studies.crash()
    try:
        back = again.studying.open_free(me, StepKind.SAFE_QUESTIONS, "fraga-om-vald")
        assert (back.id, [s.chosen for s in back.view.steps]) == (opened.id, [""])
    finally:
        again.close()


# -- free exercises


def test_free_rounds_ask_about_an_area_and_free_rows_come_from_the_rules(studies: Studies, me: LearnerId) -> None:
    studies.library.bank += [an_item(f"k{n}", area="K09", modules=("moten",)) for n in range(6)]
    round_ = studies.studying.open_free(me, StepKind.QUESTIONS, "K09", StepSettings(count=4), "Frågor om tidiga tecken")
    assert {i.area for i in round_.attempt.started.content.items} == {"K09"}
    rows = studies.studying.open_free(me, StepKind.TIMELINE, "", StepSettings(count=3))
    assert len(rows.attempt.started.content.rows) == 3
    play(rows, studies.studying)
    with studies.work() as work:
        (found,) = work.evidence.of(me)
    assert (found.area, found.strength, found.rule_version) == ("K03", 1.0, "RV4")


def test_after_release_a_late_click_is_refused(studies: Studies, me: LearnerId) -> None:
    opened = studies.step(me)
    studies.studying.release()
    with pytest.raises(AttemptNotOpen):
        opened.answer(first_answer(opened)).result()


def test_one_window_lets_go_of_what_another_has_open(studies: Studies, me: LearnerId) -> None:
    one, other = studies.step(me), studies.step(me)
    assert other is one
    studies.studying.let_go(other)
    one.answer(first_answer(one)).result()
    assert [a.id for a in studies.studying.unfinished(me)] == [one.id]


def test_the_last_window_leaves_no_trace_of_an_untouched_attempt(studies: Studies, me: LearnerId) -> None:
    one, other = studies.step(me), studies.step(me)
    studies.studying.let_go(other)
    studies.studying.let_go(one)
    assert list(studies.studying.unfinished(me)) == []


def test_what_is_prepared_leaves_no_trace_before_it_is_begun(studies: Studies, me: LearnerId) -> None:
    prepared = studies.studying.prepare_step(me, "korkort", "uppdraget", "u2")
    assert prepared is not None
    assert list(studies.studying.unfinished(me)) == []
    with pytest.raises(NotFound):
        studies.studying.resume(prepared.id)


def test_what_is_prepared_begins_as_of_now_and_takes_answers_in_turn(studies: Studies, me: LearnerId) -> None:
    prepared = studies.studying.prepare_step(me, "korkort", "uppdraget", "u2")
    assert prepared is not None
    studies.program.clock.move(minutes=3)
    begun = studies.studying.begin(prepared)
    answered = prepared.answer(first_answer(prepared)).result()
    assert begun.result().started.at == studies.program.clock.now()
    assert answered.seconds == 0, "reading about the last exercise is not work in this one"
    assert studies.step(me) is prepared


def test_what_another_window_began_meanwhile_is_not_begun_again(studies: Studies, me: LearnerId) -> None:
    prepared = studies.studying.prepare_step(me, "korkort", "uppdraget", "u2")
    assert prepared is not None
    opened = studies.step(me)
    with pytest.raises(AttemptNotOpen):
        studies.studying.begin(prepared).result()
    assert [a.id for a in studies.studying.unfinished(me)] == [opened.id]


def test_nothing_is_prepared_where_there_is_nothing_to_begin(studies: Studies, me: LearnerId) -> None:
    assert studies.studying.prepare_step(me, "korkort", "avslut", "v1") is None, "not open yet"
    studies.step(me)
    assert studies.studying.prepare_step(me, "korkort", "uppdraget", "u2") is None, "begun already"


def test_an_attempt_thrown_away_takes_no_more_answers(studies: Studies, me: LearnerId) -> None:
    opened = studies.step(me)
    opened.answer(first_answer(opened)).result()
    studies.studying.discard(opened.id)
    with pytest.raises(AttemptNotOpen):
        opened.answer(first_answer(opened, 1)).result()
    assert studies.step(me).id != opened.id
