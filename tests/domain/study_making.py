"""Small pieces of study content for tests: questions, a path, one exercise of each kind."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from kompetens_gui.domain.case import CaseId, CaseStatus, Perspective, Review, Sex, Source, Sufficiency
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.observed import ObservedTask
from kompetens_gui.domain.exercises.questions.rules import QuestionRound
from kompetens_gui.domain.exercises.reading import ReadingContent
from kompetens_gui.domain.exercises.reflection import ReflectionPrompts
from kompetens_gui.domain.exercises.sign_off import SignOffTask
from kompetens_gui.domain.exercises.sufficiency import SufficiencyContent
from kompetens_gui.domain.exercises.timeline.rules import TimelineRound
from kompetens_gui.domain.learning.attempt import Attempt, AttemptFinished, AttemptId, AttemptStarted
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.medical_certificate import MedicalCertificateId
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.study.branching_case import (
    Actor,
    BranchingCase,
    Choice,
    Consequences,
    Effects,
    EndKind,
    Node,
    NodeKey,
)
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentId
from kompetens_gui.domain.study.employer_plan import (
    Checkpoint,
    CheckpointId,
    EmployerPlan,
    FirstSentence,
    PlanChoice,
    PlanChoiceId,
    PlanPart,
    PlanVerdict,
)
from kompetens_gui.domain.study.impulses import (
    Impulse,
    ImpulseCase,
    ImpulseType,
    NextQuestion,
    Portion,
    PortionForm,
)
from kompetens_gui.domain.study.leaflet import Leaflet, LeafletSection, LeafletSectionId, WordsToAvoid
from kompetens_gui.domain.study.learning_path import (
    LearningModule,
    LearningPath,
    LearningPathId,
    LearningStep,
    ModuleId,
    PassRule,
    PassRuleKind,
    Renewal,
    StepId,
    StepKind,
    StepSettings,
)
from kompetens_gui.domain.study.letter import LetterReadings, MustKeep, PlainLetter
from kompetens_gui.domain.study.panel import Panel, PanelOnCertificate, PanelReason, PanelWay, VerdictVotes
from kompetens_gui.domain.study.questions import (
    AnswerOption,
    DayEvent,
    ItemAnswer,
    KnowledgeItem,
    KnowledgeItemId,
    KnowledgeItemType,
    KnowledgeLevel,
    MatchPair,
)
from kompetens_gui.domain.study.reading import Reading, ReadingPage
from kompetens_gui.domain.study.safe_questions import Helpline, SafeOption, SafeQuestionsDrill, SafeStep
from kompetens_gui.domain.study.timeline import DatedEvent, ExpectedGround, GroundAnswer, TimelineCase
from kompetens_gui.domain.study.twin import TwinCase, TwinFact, TwinOption, TwinQuestion, TwinVersion
from kompetens_gui.domain.workshop.events import RecordedEvent
from tests.domain.making import a_case

START = datetime(2026, 11, 12, 12, 0, tzinfo=UTC)
LEARNER = LearnerId("learner-1")
REVIEW = Review("Kompetens redaktion")
SOURCE = Source("Socialförsäkringsbalken", "27 kap.", "2026", "certain")


def a_head(content_id: str = "innehall", **changes: object) -> StudyContentHead:
    made = StudyContentHead(
        id=StudyContentId(content_id),
        title="Innehåll",
        status=CaseStatus.READY,
        difficulty=2,
        competence_areas=("K01",),
        audience=(),
        minutes=10,
        learning_goals=(),
        sources=(SOURCE,),
        review=REVIEW,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def an_item(item_id: str = "i1", **changes: object) -> KnowledgeItem:
    """A question with one right answer, "a"."""
    made = KnowledgeItem(
        id=KnowledgeItemId(item_id),
        type=KnowledgeItemType.ONE,
        area="K01",
        level=KnowledgeLevel.FOUNDATION,
        modules=("uppdraget",),
        family=f"familj-{item_id}",
        text=f"Fråga {item_id}?",
        feedback=f"ÅTERKOPPLING {item_id}",
        source=SOURCE,
        options=(
            AnswerOption("a", "Rätt svar", True, "JUST DET"),
            AnswerOption("b", "Fel svar", False, "TÄNK OM"),
            AnswerOption("c", "Annat fel", False, "TÄNK OM"),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


RIGHT, WRONG = ItemAnswer(("a",)), ItemAnswer(("b",))


def items_of_all_types() -> tuple[KnowledgeItem, ...]:
    kinds = KnowledgeItemType
    return (
        an_item("one"),
        an_item(
            "many",
            type=kinds.MANY,
            options=(
                AnswerOption("a", "Rätt", True, ""),
                AnswerOption("b", "Rätt med", True, ""),
                AnswerOption("c", "Fel", False, ""),
            ),
        ),
        an_item("order", type=kinds.ORDER, options=(), sequence=("först", "sedan", "sist")),
        an_item(
            "match",
            type=kinds.MATCH,
            options=(),
            pairs=(
                MatchPair("läkaren", "intygar"),
                MatchPair("handläggaren", "beslutar"),
                MatchPair("chefen", "planerar"),
            ),
        ),
        an_item("timeline", type=kinds.TIMELINE, options=(), events=(DayEvent("plan", 30), DayEvent("byte", 91))),
        an_item("number", type=kinds.NUMBER, options=(), answer=90.0, unit="dagar"),
    )


def right_answer(item: KnowledgeItem) -> ItemAnswer:
    match item.type:
        case KnowledgeItemType.ONE | KnowledgeItemType.MANY:
            return ItemAnswer(tuple(o.id for o in item.options if o.correct))
        case KnowledgeItemType.ORDER:
            return ItemAnswer(places=tuple(range(len(item.sequence))))
        case KnowledgeItemType.MATCH:
            return ItemAnswer(places=tuple(range(len(item.pairs))))
        case KnowledgeItemType.TIMELINE:
            return ItemAnswer(places=tuple(e.day for e in item.events))
        case KnowledgeItemType.NUMBER:
            return ItemAnswer(number=item.answer)


def a_round(count: int = 5, **changes: object) -> QuestionRound:
    return QuestionRound(tuple(an_item(f"i{n}", **changes) for n in range(1, count + 1)))


def a_reading() -> Reading:
    return Reading(a_head("roller"), (ReadingPage("Ett", "Text"), ReadingPage("Två", "Mer")), (KnowledgeItemId("i1"),))


def a_timeline_case(number: int = 1) -> TimelineCase:
    return TimelineCase(
        head=a_head(f"rad-{number}", competence_areas=("K03",), rule_version="RV4"),
        situation=Situation.EMPLOYED,
        start=date(2026, 3, 2),
        exam=date(2026, 8, 29),
        story="En berättelse.",
        events=(DatedEvent(date(2026, 3, 2), "Första dagen"),),
        question="Vilken grund gäller?",
        expected=ExpectedGround(181, "MARKET", "RV4"),
        why="VARFÖR dag 181",
        answers=(GroundAnswer("OWN", "Nej"), GroundAnswer("EMPLOYER", "Nej"), GroundAnswer("MARKET", "FACITJA")),
    )


def a_branching_case() -> BranchingCase:
    """Two choices to three ends; "a" then "a" ends well enough, "b" at once."""

    def choice(key: str, goto: str, **effects: int) -> Choice:
        return Choice(
            key, f"Val {key}", NodeKey(goto), Effects(**effects), Consequences("m", "s", "e"), f"MENING {key}"
        )

    def node(key: str, day: int, *choices: Choice) -> Node:
        return Node(NodeKey(key), day, "Text", Actor.PHYSICIAN, "Rummet", "Röst", "Vad gör ni?", choices=choices)

    def end(key: str, kind: EndKind) -> Node:
        return Node(NodeKey(key), 300, "Slut", end=kind, title=f"Titel {key}", looking_back="Vad visste du?")

    return BranchingCase(
        a_head("gren"),
        Effects(4, 6, 6),
        NodeKey("v1"),
        (
            node("v1", 1, choice("a", "v2", medical=1), choice("b", "e2", social=-1)),
            node("v2", 40, choice("a", "e1", economic=-1), choice("b", "e2", medical=-1)),
            end("e1", EndKind.RETURN_PARTIAL),
            end("e2", EndKind.UNCLEAR),
        ),
    )


def an_impulse_case() -> ImpulseCase:
    def portion(number: int) -> Portion:
        return Portion(
            f"Del {number}",
            PortionForm.PHONE,
            f"Del {number}: hon vill inte in genom dörren.",
            (Impulse(ImpulseType.RELATION_PROBLEM, "genom dörren", "FACITVARFÖR"),),
            (
                NextQuestion("a", "Vad händer vid dörren?", 2, "ÖPPNAR"),
                NextQuestion("b", "När börjar du?", 0, "STÄNGER"),
                NextQuestion("c", "Hur mår du?", 1, "NÅGOT"),
            ),
        )

    return ImpulseCase(a_head("impuls", competence_areas=("K09",)), tuple(portion(n) for n in (1, 2, 3)))


def a_letter() -> PlainLetter:
    return PlainLetter(
        a_head("brev", competence_areas=("K06",)),
        "Med anledning av föreliggande underlag överväges avslag. Yttrande emotses senast den 14 augusti.",
        LetterReadings("Vad händer?", "Vad gör jag?", "Framgår skälet?"),
        (MustKeep("14 augusti", "svarsdatum"),),
        ("Säger vad som övervägs", "Säger sista dag"),
        "MODELLTEXT Vi överväger att säga nej. Svara senast den 14 augusti.",
    )


def an_employer_plan() -> EmployerPlan:
    return EmployerPlan(
        a_head("plan", competence_areas=("K11",)),
        (PlanPart("Åtgärder", "Anpassning vid behov"),),
        "50 procent i tre veckor",
        "Ringde chefen",
        tuple(Checkpoint(c, PlanVerdict.WARNING, "vid behov", f"FACIT {c}") for c in CheckpointId),
        tuple(PlanChoice(c, c == PlanChoiceId.TALK, f"FACIT {c}") for c in PlanChoiceId),
        FirstSentence(("Säger syftet",), "MODELLTEXT Jag ringer för att hitta möjligheter."),
    )


def a_twin() -> TwinCase:
    def version(key: str, name: str, sex: Sex) -> TwinVersion:
        return TwinVersion(key, name, 47, sex, f"{name} söker för trötthet.")

    options = (TwinOption("ja", "Ja"), TwinOption("nej", "Nej"))
    return TwinCase(
        a_head("tvilling", competence_areas=("K07",)),
        (version("a", "Maja", Sex.WOMAN), version("b", "Marko", Sex.MAN)),
        tuple(TwinQuestion(f"q{n}", n, f"Fråga {n}?", options) for n in (1, 2)),
        ("Vad tänker du om det?",),
        (TwinFact("FAKTA", SOURCE),),
    )


def a_leaflet() -> Leaflet:
    return Leaflet(
        a_head("bipacksedel", competence_areas=("K04",)),
        "En berättelse.",
        50,
        3,
        tuple(
            LeafletSection(s, s.value, "Skriv", ("Säger varför",), f"MODELLTEXT {s}")
            for s in (LeafletSectionId.WHY, LeafletSectionId.HOW)
        ),
        (WordsToAvoid("du måste", "Säg vad många mår bra av"),),
    )


def a_drill() -> SafeQuestionsDrill:
    def step(key: str) -> SafeStep:
        options = (
            SafeOption("safe", "Fråga enskilt", True, "TRYGGT"),
            SafeOption("not", "Fråga vid partnern", False, "OTRYGGT"),
        )
        return SafeStep(key, "Vad gör du?", options)

    return SafeQuestionsDrill(
        a_head("fraga-om-vald", competence_areas=("K08",), content_warning="Handlar om våld."),
        "Hoppa över ger samma framsteg.",
        (Helpline("Kvinnofridslinjen", "020-50 50 50", "", date(2026, 11, 22), "check"),),
        (step("s1"), step("s2")),
    )


def a_panel() -> Panel:
    return Panel(
        CaseId("utmattning"),
        True,
        (
            PanelOnCertificate(
                MedicalCertificateId("forsta"),
                (
                    VerdictVotes(Sufficiency.SUFFICIENT, 2),
                    VerdictVotes(Sufficiency.INSUFFICIENT, 5),
                    VerdictVotes(Sufficiency.DEPENDS, 3),
                ),
                (PanelReason(Sufficiency.INSUFFICIENT, Perspective.CASE_OFFICER, "PANELSKÄL"),),
                (PanelWay("call", "Ring personen", 6, "PANELVÄG"), PanelWay("ask", "Fråga läkaren", 4, "PANELVÄG")),
            ),
        ),
    )


def content_of(kind: str) -> object:
    """One piece of content for each exercise kind."""
    made: dict[str, Callable[[], object]] = {
        "reading": lambda: ReadingContent(a_reading(), (an_item("i1"),)),
        "questions": a_round,
        "mark_chain": lambda: CaseContent(a_case(), "forsta"),
        "rewrite": lambda: CaseContent(a_case(), "forsta"),
        "supplement": lambda: CaseContent(a_case(), "forsta"),
        "sufficiency": lambda: SufficiencyContent(a_case(), "forsta", a_panel()),
        "timeline": lambda: TimelineRound((a_timeline_case(1), a_timeline_case(2))),
        "branching": a_branching_case,
        "impulses": an_impulse_case,
        "letter": a_letter,
        "employer_plan": an_employer_plan,
        "twin": a_twin,
        "leaflet": a_leaflet,
        "safe_questions": a_drill,
        "reflection": lambda: ReflectionPrompts("Tänk efter", ("Vad gick bra?", "Vad prövar du?")),
        "observed": lambda: ObservedTask("Ring chefen", ("Säger syftet", "Öppna frågor")),
        "sign_off": lambda: SignOffTask("Gå igenom", ("Mötesplan",)),
    }
    return made[kind]()


SECRETS = (
    "ÅTERKOPPLING",
    "JUST DET",
    "TÄNK OM",
    "VARFÖR",
    "FACIT",
    "MODELL",
    "MENING",
    "ÖPPNAR",
    "STÄNGER",
    "PANEL",
    "FAKTA",
    "TRYGGT",
)


def a_started(kind: str = "questions", content: object | None = None, **changes: object) -> AttemptStarted:
    made = AttemptStarted(
        id=AttemptId("attempt-1"),
        learner=LEARNER,
        kind=kind,
        title="En övning",
        content=content_of(kind) if content is None else content,
        at=START,
        ref="ref",
        seed=3,
        path="korkort",
        module="uppdraget",
        step="u1",
        areas=("K01",),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def accept(attempt: Attempt, *events: object, after: float = 10.0) -> Attempt:
    """Check and add events, each some seconds after the last, as an open attempt does."""
    for event in events:
        attempt.check(event)
        entry = RecordedEvent(attempt.next_seq, attempt.last_at + timedelta(seconds=after), event)
        attempt = attempt.with_event(entry)
    return attempt


def finished(attempt: Attempt, *events: object) -> Attempt:
    return accept(attempt, *events, AttemptFinished())


# ------------------------------------------------------------ a path


def a_step(step_id: str, kind: StepKind, ref: str = "", minutes: int = 10, **settings: object) -> LearningStep:
    return LearningStep(StepId(step_id), kind, f"Steg {step_id}", minutes, ref, StepSettings(**settings))  # type: ignore[arg-type]


def a_module(module_id: str, *steps: LearningStep, **changes: object) -> LearningModule:
    made = LearningModule(
        id=ModuleId(module_id),
        title=f"Modul {module_id}",
        minutes=sum(s.minutes for s in steps),
        competence_areas=("K01",),
        goals=(),
        steps=steps,
        pass_rules=(),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def a_path(**changes: object) -> LearningPath:
    """Two modules in order and one for renewal; each asks for something of its own."""
    share = PassRule(PassRuleKind.QUESTIONS_SHARE, 0.8)
    made = LearningPath(
        id=LearningPathId("korkort"),
        title="Koordinatorskörkort",
        status=CaseStatus.READY,
        course_code="KK",
        description="",
        audience=(),
        hours=24,
        valid_months=24,
        title_on_certificate="Koordinatorskörkort",
        modules=(
            a_module(
                "uppdraget",
                a_step("u1", StepKind.READING, "roller"),
                a_step("u2", StepKind.QUESTIONS, module="uppdraget", count=5),
                pass_rules=(share,),
            ),
            a_module(
                "avslut",
                a_step("v1", StepKind.MARK_CHAIN, "utmattning", medical_certificate="forsta"),
                a_step("v2", StepKind.SIGN_OFF),
                pass_rules=(
                    PassRule(PassRuleKind.STEPS_DONE, 1, kind=StepKind.MARK_CHAIN),
                    PassRule(PassRuleKind.SIGNED_OFF),
                ),
                after=(ModuleId("uppdraget"),),
                competence_areas=("K14",),
            ),
            a_module(
                "fornyelse",
                a_step("f1", StepKind.QUESTIONS, module="uppdraget", count=5),
                pass_rules=(share,),
                renewal_only=True,
            ),
        ),
        review=REVIEW,
        renewal=Renewal(ModuleId("fornyelse"), 3),
    )
    return replace(made, **changes)  # type: ignore[arg-type]
