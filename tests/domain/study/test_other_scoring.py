"""The small rules beside the other kinds of study content."""

from datetime import date

import pytest

from kompetens_gui.domain.case import CaseId, CaseStatus, Review, Sex, Source, Sufficiency
from kompetens_gui.domain.medical_certificate import MedicalCertificateId
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.study.branching_case import Effects, Track
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentId
from kompetens_gui.domain.study.employer_plan import (
    Checkpoint,
    CheckpointId,
    EmployerPlan,
    FirstSentence,
    PlanVerdict,
    score_checkpoints,
)
from kompetens_gui.domain.study.impulses import (
    Impulse,
    ImpulseCase,
    ImpulseType,
    NextQuestion,
    Portion,
    PortionForm,
    score_next_questions,
)
from kompetens_gui.domain.study.leaflet import Leaflet, WordsToAvoid
from kompetens_gui.domain.study.learning_path import (
    LearningModule,
    LearningPath,
    LearningPathId,
    ModuleId,
)
from kompetens_gui.domain.study.letter import LetterReadings, MustKeep, PlainLetter
from kompetens_gui.domain.study.panel import Panel, PanelOnCertificate, PanelWay, VerdictVotes
from kompetens_gui.domain.study.safe_questions import SafeOption, SafeQuestionsDrill, SafeStep, unsafe_steps
from kompetens_gui.domain.study.timeline import ExpectedGround, GroundAnswer, TimelineCase
from kompetens_gui.domain.study.twin import TwinCase, TwinOption, TwinQuestion, TwinVersion, differing

HEAD = StudyContentHead(
    StudyContentId("prov"),
    "Prov",
    CaseStatus.READY,
    1,
    ("K01",),
    ("Rehabkoordinator",),
    10,
    ("Prövar.",),
    (Source("Lag"),),
    Review("Kompetens redaktion"),
)


def portion(*scores: int, impulses: tuple[Impulse, ...] = ()) -> Portion:
    questions = tuple(NextQuestion(f"q{i}", "Fråga?", score, "Svar.") for i, score in enumerate(scores))
    return Portion("Intyget", PortionForm.PHONE, "Text.", impulses, questions)


def test_only_the_next_questions_give_score_and_each_portion_counts() -> None:
    impulse = Impulse(ImpulseType.LOW_MOTIVATION, "Text", "Därför.")
    case = ImpulseCase(HEAD, (portion(2, 1, 0, impulses=(impulse,)), portion(2, 0, 0), portion(2, 1, 1)))
    assert score_next_questions(case, {0: "q0", 1: "q0", 2: "q0"}) == 1
    assert score_next_questions(case, {0: "q1", 1: "q2", 2: "q1"}) == pytest.approx(2 / 6)
    assert score_next_questions(case, {0: "q0"}) == pytest.approx(2 / 6)
    assert score_next_questions(case, {0: "finns inte", 9: "q0"}) == 0
    assert case.has_impulse
    assert not ImpulseCase(HEAD, (portion(2), portion(2), portion(2))).has_impulse


def test_checkpoints_are_scored_by_agreement() -> None:
    readings = [Checkpoint(c, PlanVerdict.GOOD, "x", "Därför.") for c in CheckpointId]
    plan = EmployerPlan(HEAD, (), "", "", tuple(readings), (), FirstSentence((), ""))
    assert score_checkpoints(plan, dict.fromkeys(CheckpointId, PlanVerdict.GOOD)) == 1
    assert score_checkpoints(plan, {CheckpointId.MEASURES: PlanVerdict.GOOD}) == pytest.approx(1 / 7)
    assert score_checkpoints(plan, {CheckpointId.MEASURES: PlanVerdict.WARNING}) == 0


def test_a_letter_tells_what_was_lost_whatever_the_spacing() -> None:
    keep = (MustKeep("14 augusti", "svarsdag"), MustKeep("Anita", "vem"))
    letter = PlainLetter(HEAD, "", LetterReadings("", "", ""), keep, (), "")
    assert letter.lost("Svara senast den 14\n  augusti. Fråga ANITA.") == ()
    assert letter.lost("Svara senast den 15 augusti till Anita.") == keep[:1]


def test_a_leaflet_finds_whole_words_to_avoid() -> None:
    leaflet = Leaflet(
        HEAD, "", 50, 3, (), (WordsToAvoid("du måste", "Säg vad som hjälper."), WordsToAvoid("vila", "Säg hur."))
    )
    assert [a.words for a in leaflet.to_avoid_in("Kom ihåg: Du\nmåste röra dig.")] == ["du måste"]
    assert leaflet.to_avoid_in("Tänk på villaägarna, du måstes bara.") == ()


def test_twin_answers_that_differ_are_shown_when_both_are_given() -> None:
    options = (TwinOption("a", "Ja"), TwinOption("b", "Nej"))
    questions = tuple(TwinQuestion(f"q{i}", 1, "Frågar du?", options) for i in range(3))
    versions = (TwinVersion("a", "Maja", 40, Sex.WOMAN, ""), TwinVersion("b", "Marko", 40, Sex.MAN, ""))
    case = TwinCase(HEAD, versions, questions, (), ())
    assert differing(case, {"q0": "a", "q1": "a"}, {"q0": "b", "q1": "a", "q2": "b"}) == questions[:1]
    assert differing(case, {}, {"q0": "a"}) == ()


def test_a_safe_drill_counts_what_must_be_safe_and_was_not() -> None:
    options = (SafeOption("a", "", False, ""), SafeOption("b", "", True, ""))
    must, may = SafeStep("s1", "", options), SafeStep("s2", "", options, must_be_safe=False)
    drill = SafeQuestionsDrill(HEAD, "", (), (must, may))
    assert unsafe_steps(drill, {"s1": "b", "s2": "a"}) == ()
    assert unsafe_steps(drill, {"s1": "a", "s2": "b"}) == (must,)
    assert unsafe_steps(drill, {}) == (must,)
    assert unsafe_steps(drill, {"s1": "c"}) == (must,)


def panel_of(**votes: int) -> PanelOnCertificate:
    ways = (PanelWay("call", "", 5, ""), PanelWay("ask", "", 3, ""), PanelWay("wait", "", 2, ""))
    counted = tuple(VerdictVotes(Sufficiency(v), n) for v, n in votes.items())
    return PanelOnCertificate(MedicalCertificateId("intyg-1"), counted, (), ways)


def test_script_concordance_is_the_share_of_the_most_chosen() -> None:
    on = panel_of(sufficient=4, insufficient=3, depends=3)
    assert on.concordance(Sufficiency.SUFFICIENT) == 1
    assert on.concordance(Sufficiency.DEPENDS) == 0.75
    assert panel_of(sufficient=10).concordance(Sufficiency.DEPENDS) == 0
    assert panel_of(sufficient=0).concordance(Sufficiency.SUFFICIENT) == 0
    assert on.way_concordance("call") == 1
    assert on.way_concordance("wait") == 0.4
    assert on.way_concordance("finns inte") == 0
    panel = Panel(CaseId("axel"), True, (on,))
    assert panel.on("intyg-1") is on
    assert panel.on("intyg-2") is None


def test_a_timeline_knows_its_ground_and_what_to_say_of_each() -> None:
    case = TimelineCase(
        HEAD,
        Situation.EMPLOYED,
        date(2026, 3, 2),
        date(2026, 8, 29),
        "",
        (),
        "",
        ExpectedGround(181, "MARKET", "RV4"),
        "",
        (GroundAnswer("MARKET", "Ja."), GroundAnswer("OWN", "Till dag 90.")),
    )
    assert case.is_right("MARKET")
    assert not case.is_right("OWN")
    assert case.feedback("OWN") == "Till dag 90."
    assert case.feedback("STUDY") == ""


def test_effects_are_read_by_track() -> None:
    effects = Effects(1, -2, 3)
    assert [effects.of(t) for t in Track] == [1, -2, 3]


def test_a_path_leaves_renewal_out_of_the_first_time() -> None:
    def module(key: str, *, renewal_only: bool = False) -> LearningModule:
        return LearningModule(ModuleId(key), key, 60, ("K01",), (), (), (), (), renewal_only)

    modules = (module("uppdraget"), module("fornyelse", renewal_only=True))
    path = LearningPath(
        LearningPathId("kk"), "KK", CaseStatus.READY, "KK", "", (), 1, None, "KK", modules, Review("Redaktion")
    )
    assert path.first_time_modules == modules[:1]
    assert path.module("fornyelse") is modules[1]
    assert path.module("samtalet") is None
