"""What the files of several formats have in common: scalars, the person, sources, review and the head."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, Strict, StringConstraints

from kompetens_gui.content.case_model import (
    NUMBERS_TOO,
    CompetenceArea,
    Day,
    Line,
    Model,
    OptionalText,
    ReviewModel,
    Slug,
    SourceModel,
    Text,
    WholeNumber,
    numbers_as_text,
)
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import CaseStatus, DiagnosisGroup, Review, Sex, Source
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.study.common import NameOrigin, StudyContentHead, StudyContentId, StudyPerson

# Short answers may be plain numbers or dates: 90, 2026-08-29.
AnswerText = Annotated[Text, BeforeValidator(numbers_as_text), NUMBERS_TOO]
Number = Annotated[float, Strict()]
RuleVersion = Literal["RV1", "RV2", "RV3", "RV4"]
SituationKey = Literal["employed", "unemployed", "self_employed", "on_call", "on_leave", "childcare", "student"]
SexKey = Literal["woman", "man", "other"]
ModuleKey = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]


class StudyPersonModel(Model):
    name: Line = Field(description="Påhittat namn, till exempel ”Sigrid”.")
    age: WholeNumber = Field(ge=16, le=75, description="Ålder i år.")
    sex: SexKey
    name_origin: Literal["nordic", "other"] = Field(description="Namnets ursprung, bara för bankens balans.")
    occupation: Line = Field(description="Yrke, könsneutralt.")
    situation: SituationKey
    diagnosis_group: Literal["mental", "musculoskeletal", "neurology", "circulatory", "cancer", "infection", "other"]


class HeadModel(Model):
    """The head of every file but questions, panels and learning paths."""

    schema_version: Literal[1] = Field(alias="schema", description="Formatets version.")
    id: Slug = Field(description="Samma som filens namn utan .yaml, ändras aldrig.")
    title: Line
    status: Literal["draft", "ready", "archived"]
    difficulty: WholeNumber = Field(ge=1, le=4, description="1 tydligt, 2 en svaghet, 3 motsägelse, 4 experter oense.")
    competence_areas: tuple[CompetenceArea, ...] = Field(min_length=1)
    audience: tuple[Line, ...] = Field(min_length=1)
    minutes: WholeNumber = Field(ge=1, le=240, description="Hur lång tid det brukar ta.")
    rule_version: RuleVersion | None = Field(None, description="Bara när regler berörs, tillsammans med rule_date.")
    rule_date: Day | None = Field(None, description="Den dag som reglerna lästes eller prövas.")
    content_warning: OptionalText = Field("", description="När den som läser bör förvarnas.")
    learning_goals: tuple[Line, ...] = Field(min_length=1, description="Observerbara lärandemål.")
    person: StudyPersonModel | None = Field(None, description="Den påhittade huvudpersonen, när det finns en.")
    sources: tuple[SourceModel, ...] = ()
    review: ReviewModel


def to_head(model: HeadModel) -> StudyContentHead:
    return StudyContentHead(
        id=StudyContentId(model.id),
        title=model.title,
        status=CaseStatus(model.status),
        difficulty=model.difficulty,
        competence_areas=model.competence_areas,
        audience=model.audience,
        minutes=model.minutes,
        learning_goals=model.learning_goals,
        sources=tuple(to_source(s) for s in model.sources),
        review=to_review(model.review),
        rule_version=model.rule_version or "",
        rule_date=model.rule_date,
        content_warning=model.content_warning,
        person=to_person(model.person) if model.person else None,
    )


def to_person(model: StudyPersonModel) -> StudyPerson:
    return StudyPerson(
        model.name,
        model.age,
        Sex(model.sex),
        NameOrigin(model.name_origin),
        model.occupation,
        Situation(model.situation),
        DiagnosisGroup(model.diagnosis_group),
    )


def to_source(model: SourceModel) -> Source:
    return Source(model.title, model.section, model.dated, model.certainty)


def to_review(model: ReviewModel) -> Review:
    return Review(model.author_role, model.reviewer_roles, model.reviewed_at, model.review_due)


def repeated(ids: Iterable[str], at: Where, field: str, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield a problem for each id of a list that stands there a second time. `field` is what the id is called."""
    seen: set[str] = set()
    for i, id_ in enumerate(ids):
        if id_ in seen:
            what = f"”{id_}” står två gånger i {at[-1]}."
            yield document.problem((*at, i, field), what, "Ge den ena ett annat id, eller ta bort den.")
        seen.add(id_)
