"""Learning paths: learning_paths/<id>.yaml."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import (
    CompetenceArea,
    Day,
    Line,
    Model,
    NodeKey,
    OptionalText,
    ReviewModel,
    Slug,
    SourceModel,
    Text,
    WholeNumber,
    YesNo,
)
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.study.head_model import ModuleKey, Number, RuleVersion, repeated, to_review
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import CaseStatus
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.learning_path import (
    CASE_STEPS,
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

StepKindKey = Literal[
    "reading",
    "questions",
    "mark_chain",
    "sufficiency",
    "rewrite",
    "supplement",
    "timeline",
    "branching",
    "impulses",
    "letter",
    "employer_plan",
    "twin",
    "leaflet",
    "safe_questions",
    "reflection",
    "observed",
    "sign_off",
]
_WITHOUT_REF = frozenset((StepKind.QUESTIONS, StepKind.REFLECTION, StepKind.OBSERVED, StepKind.SIGN_OFF))
# Which kinds of step a rule needs in its module, one of them at least.
_NEEDS = {
    PassRuleKind.QUESTIONS_SHARE: (StepKind.QUESTIONS,),
    PassRuleKind.ALL_SAFE: (StepKind.QUESTIONS, StepKind.SAFE_QUESTIONS),
    PassRuleKind.RATING: (StepKind.OBSERVED,),
    PassRuleKind.SIGNED_OFF: (StepKind.SIGN_OFF,),
}


class StepSettingsModel(Model):
    module: ModuleKey | None = Field(None, description="För questions: modulen som frågorna hör till.")
    count: WholeNumber | None = Field(None, ge=1, le=60, description="För questions: hur många frågor en omgång har.")
    medical_certificate: Slug | None = Field(None, description="För steg med ett fall: intygets id.")
    feedback_level: WholeNumber | None = Field(None, ge=1, le=4, description="Hur mycket återkoppling ges.")
    text: OptionalText = Field("", description="För reflection, observed och sign_off: uppgiften.")
    points: tuple[Line, ...] = Field((), max_length=12, description="För observed: vad observatören tittar efter.")


class StepModel(Model):
    id: NodeKey
    kind: StepKindKey
    ref: Slug | None = Field(None, description="Innehållets id, eller fallets.")
    title: Line
    minutes: WholeNumber = Field(ge=1, le=600)
    settings: StepSettingsModel | None = None


class PassRuleModel(Model):
    rule: Literal["questions_share", "steps_done", "rows_right", "all_safe", "rating", "signed_off"]
    at_least: Number | None = Field(None, ge=0, le=1000)
    of: WholeNumber | None = Field(None, ge=1, le=1000)
    kind: StepKindKey | None = None


class LearningModuleModel(Model):
    id: ModuleKey
    title: Line
    minutes: WholeNumber = Field(ge=1, le=6000)
    competence_areas: tuple[CompetenceArea, ...] = Field(min_length=1)
    after: tuple[ModuleKey, ...] = Field((), description="Moduler som ska vara klara först.")
    goals: tuple[Line, ...] = Field(min_length=1)
    steps: tuple[StepModel, ...] = Field(min_length=1, max_length=60)
    pass_rules: tuple[PassRuleModel, ...] = Field(alias="pass", min_length=1, max_length=12)
    renewal_only: YesNo = Field(False, description="Bara för förnyelse, inte första gången.")


class RenewalModel(Model):
    module: ModuleKey
    window_months: WholeNumber = Field(ge=0, le=60)


class LearningPathModel(Model):
    """A whole learning path."""

    schema_version: Literal[1] = Field(alias="schema", description="Formatets version.")
    id: Slug = Field(description="Samma som filens namn utan .yaml, ändras aldrig.")
    title: Line
    status: Literal["draft", "ready", "archived"] = "ready"
    course_code: str = Field(pattern=r"^[A-ZÅÄÖ]{2,6}$", description="Kort kod i intygets nummer, till exempel KK.")
    description: Text
    audience: tuple[Line, ...] = Field(min_length=1)
    competence_areas: tuple[CompetenceArea, ...] = ()
    learning_goals: tuple[Line, ...] = ()
    rule_version: RuleVersion | None = None
    rule_date: Day | None = None
    hours: WholeNumber = Field(ge=1, le=400)
    valid_months: WholeNumber | None = Field(None, ge=1, le=120, description="Tomt: intyget har inget slut.")
    title_on_certificate: Line
    modules: tuple[LearningModuleModel, ...] = Field(min_length=1, max_length=40)
    renewal: RenewalModel | None = None
    sources: tuple[SourceModel, ...] = ()
    review: ReviewModel


def to_learning_path(model: LearningPathModel) -> LearningPath:
    return LearningPath(
        id=LearningPathId(model.id),
        title=model.title,
        status=CaseStatus(model.status),
        course_code=model.course_code,
        description=model.description,
        audience=model.audience,
        hours=model.hours,
        valid_months=model.valid_months,
        title_on_certificate=model.title_on_certificate,
        modules=tuple(_module(m) for m in model.modules),
        review=to_review(model.review),
        renewal=Renewal(ModuleId(model.renewal.module), model.renewal.window_months) if model.renewal else None,
    )


def _module(model: LearningModuleModel) -> LearningModule:
    return LearningModule(
        id=ModuleId(model.id),
        title=model.title,
        minutes=model.minutes,
        competence_areas=model.competence_areas,
        goals=model.goals,
        steps=tuple(_step(s) for s in model.steps),
        pass_rules=tuple(
            PassRule(PassRuleKind(r.rule), r.at_least or 0, r.of or 0, StepKind(r.kind) if r.kind else None)
            for r in model.pass_rules
        ),
        after=tuple(ModuleId(a) for a in model.after),
        renewal_only=model.renewal_only,
    )


def _step(model: StepModel) -> LearningStep:
    settings = _settings(model.settings) if model.settings else StepSettings()
    return LearningStep(StepId(model.id), StepKind(model.kind), model.title, model.minutes, model.ref or "", settings)


def _settings(model: StepSettingsModel) -> StepSettings:
    return StepSettings(
        module=model.module or "",
        count=model.count or 0,
        medical_certificate=model.medical_certificate or "",
        feedback_level=model.feedback_level or 0,
        text=model.text,
        points=model.points,
    )


def problems(path: LearningPath, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield modules that cannot be reached and steps that lead nowhere."""
    yield from repeated((m.id for m in path.modules), ("modules",), "id", document)
    yield from _order_problems(path, document)
    steps: set[str] = set()
    for i, module in enumerate(path.modules):
        for j, step in enumerate(module.steps):
            at: Where = ("modules", i, "steps", j)
            if step.id in steps:
                what = f"Steget ”{step.id}” finns redan i vägen."
                yield document.problem((*at, "id"), what, "Ge det ett annat id: varje steg i vägen har sitt eget.")
            steps.add(step.id)
            yield from _step_problems(step, at, document)
        yield from _rule_problems(module, ("modules", i, "pass"), document)
    renewal = path.module(path.renewal.module) if path.renewal else None
    if path.renewal and (renewal is None or not renewal.renewal_only):
        what = f"Förnyelsen pekar på ”{path.renewal.module}”, som inte är en modul för förnyelse."
        yield document.problem(("renewal", "module"), what, "Skriv en modul med renewal_only: true och peka på den.")


def _order_problems(path: LearningPath, document: YamlDocument) -> Iterator[ContentProblem]:
    known = {m.id for m in path.modules}
    for i, module in enumerate(path.modules):
        for j, before in enumerate(module.after):
            if before not in known:
                what = f"Det finns ingen modul ”{before}” i vägen."
                yield document.problem(("modules", i, "after", j), what, f"Välj något av: {', '.join(sorted(known))}.")
    passed: set[str] = set()
    left = list(path.modules)
    while ready := [m for m in left if all(a in passed or a not in known for a in m.after)]:
        passed |= {m.id for m in ready}
        left = [m for m in left if m.id not in passed]
    for module in left:
        what = f"Modulen ”{module.id}” går aldrig att börja: den väntar på moduler som väntar på den."
        yield document.problem(("modules", path.modules.index(module), "after"), what, "Bryt ringen i after.")


def _step_problems(step: LearningStep, at: Where, document: YamlDocument) -> Iterator[ContentProblem]:
    if not step.ref and step.kind not in _WITHOUT_REF:
        what = f"Steget ”{step.id}” säger inte vilket innehåll det gäller."
        of_what = "fallets id" if step.kind in CASE_STEPS else "innehållets id"
        yield document.problem(at, what, f"Lägg till ref: {of_what}.")
    if step.kind == StepKind.QUESTIONS and not (step.settings.module and step.settings.count):
        what = f"Steget ”{step.id}” säger inte vilka frågor eller hur många."
        yield document.problem(at, what, "Lägg till settings: {module: uppdraget, count: 10}.")


def _rule_problems(module: LearningModule, at: Where, document: YamlDocument) -> Iterator[ContentProblem]:
    kinds = [s.kind for s in module.steps]
    for i, rule in enumerate(module.pass_rules):
        wanted = _NEEDS.get(rule.rule, ())
        if wanted and not any(k in kinds for k in wanted):
            what = f"Kravet {rule.rule.value} i ”{module.id}” gäller steg som modulen inte har."
            yield document.problem((*at, i), what, f"Lägg till ett steg av slaget {' eller '.join(wanted)}.")
        if rule.rule in (PassRuleKind.STEPS_DONE, PassRuleKind.ROWS_RIGHT):
            there = kinds.count(rule.kind) if rule.kind else 0
            needed = max(rule.at_least, rule.of)
            if rule.kind is None:
                what = f"Kravet {rule.rule.value} i ”{module.id}” säger inte vilket slags steg."
                yield document.problem((*at, i), what, "Lägg till kind, till exempel kind: timeline.")
            elif there < needed:
                what = f"Kravet gäller {needed:g} steg av slaget {rule.kind.value}, men ”{module.id}” har {there}."
                yield document.problem((*at, i), what, "Lägg till steg eller sänk kravet.")
        if rule.rule == PassRuleKind.QUESTIONS_SHARE and not 0 < rule.at_least <= 1:
            what = f"Andelen i ”{module.id}” är {rule.at_least:g}."
            yield document.problem((*at, i, "at_least"), what, "Skriv en andel mellan 0 och 1, till exempel 0.8.")
        if rule.rule == PassRuleKind.ROWS_RIGHT and rule.of and rule.at_least > rule.of:
            what = f"Kravet i ”{module.id}” är fler rätt än det finns rader."
            yield document.problem((*at, i, "at_least"), what, "Sänk at_least eller höj of.")


def findings(path: LearningPath, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield times that do not add up."""
    for i, module in enumerate(path.modules):
        total = sum(s.minutes for s in module.steps)
        if abs(total - module.minutes) > 0.1 * module.minutes:
            what = f"Stegen i ”{module.id}” tar {total} minuter men modulen säger {module.minutes}."
            yield Finding(Weight.WARNING, document.problem(("modules", i, "minutes"), what, "Rätta tiderna."))
    minutes = sum(m.minutes for m in path.first_time_modules)
    if abs(minutes - path.hours * 60) > 0.1 * path.hours * 60:
        what = f"Modulerna tar {minutes / 60:.1f} timmar men vägen säger {path.hours}.".replace(".", ",", 1)
        yield Finding(Weight.WARNING, document.problem(("hours",), what, "Rätta hours eller modulernas minuter."))
