"""Learning paths: learning_paths/<id>.yaml."""

from typing import TYPE_CHECKING, Literal

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
from kompetens_gui.content.study.head_model import ModuleKey, Number, RuleVersion, to_review
from kompetens_gui.domain.case import CaseStatus
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

if TYPE_CHECKING:
    StepKindKey = str
else:
    StepKindKey = Literal[tuple(kind.value for kind in StepKind)]


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
