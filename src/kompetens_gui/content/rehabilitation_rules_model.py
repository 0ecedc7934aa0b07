"""What the file of the rehabilitation chain's rules may hold, as models at the edge."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kompetens_gui.content.case_model import Day, Line, Model, Slug, Text, WholeNumber, YesNo

VersionKey = Annotated[str, StringConstraints(pattern=r"^RV[1-9]\d?$")]
ExceptionKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
GroundKey = Literal["OWN", "EMPLOYER", "MARKET", "ON_CALL", "CHILDCARE", "STUDY"]
SituationKey = Literal["employed", "unemployed", "self_employed", "on_call", "on_leave", "childcare", "student"]
CertaintyKey = Literal["certain", "probable", "check"]
ChainDay = Annotated[WholeNumber, Field(ge=1, le=100_000)]
Sources = Annotated[tuple[Slug, ...], Field(description="Källornas id.")]


class CheckedModel(Model):
    on: Day = Field(description="Dagen då uppgifterna lästes mot källorna.")
    by: Line = Field(description="Rollen som läste dem.")


class RuleSourceModel(Model):
    id: Slug
    title: Line
    section: Line | None = None
    dated: WholeNumber = Field(ge=1900, le=2200, description="År.")


class DoubtModel(Model):
    before: Day
    certainty: Literal["probable", "check"]


class VersionModel(Model):
    id: VersionKey = Field(description="RV och ett nummer.")
    from_day: Day | None = Field(
        None, alias="from", description="Första dag som prövas. Den äldsta versionen saknar den."
    )
    summary: Text = Field(description="Vad versionen innehåller, i egna ord.")
    occupational_group: YesNo = Field(description="Om prövningen mot arbetsmarknaden anger en yrkesgrupp.")
    carried_over: CertaintyKey = Field(description="Säkerheten för den som redan passerat nyhetens första dag.")
    doubts: tuple[DoubtModel, ...] = ()
    sources: Sources = Field(min_length=1)


class GroundRowModel(Model):
    first: ChainDay
    last: ChainDay | None = None
    from_version: VersionKey | None = Field(None, alias="from")
    to_version: VersionKey | None = Field(None, alias="to")
    ground: GroundKey | None = Field(None, description="Utelämnas när svaret ska kontrolleras.")
    certainty: CertaintyKey
    possible: tuple[GroundKey, ...] = Field((), description="De tänkbara grunderna, när svaret ska kontrolleras.")
    sources: Sources = ()


class SituationModel(Model):
    situation: SituationKey
    rows: tuple[GroundRowModel, ...] = Field(min_length=1)


class EmploymentEndModel(Model):
    situations: tuple[SituationKey, ...] = Field(min_length=1)
    becomes: SituationKey
    certainty: CertaintyKey


class WindowModel(Model):
    first: ChainDay
    last: ChainDay | None = None
    from_version: VersionKey | None = Field(None, alias="from")
    to_version: VersionKey | None = Field(None, alias="to")
    from_day: Day | None = Field(None, description="Första dag som prövas, när den inte följer en version.")
    to_day: Day | None = Field(None, description="Sista dag som prövas, när den inte följer en version.")
    certainty: CertaintyKey


class EffectModel(Model):
    situation: SituationKey
    ground: GroundKey | None = None
    certainty: CertaintyKey


class AgeBandModel(Model):
    age: WholeNumber = Field(ge=0, le=120)
    applies: YesNo | None = Field(None, description="Utelämnas när svaret ska kontrolleras.")
    certainty: CertaintyKey


class AgeLimitModel(Model):
    from_day: Day = Field(alias="from")
    to_day: Day | None = Field(None, alias="to")
    bands: tuple[AgeBandModel, ...] = Field(min_length=1)


class ChainExceptionModel(Model):
    id: ExceptionKey
    title: Line
    requirement: Text
    windows: tuple[WindowModel, ...] = Field(min_length=1)
    before: CertaintyKey = Field(description="Hur säkert det är att undantaget inte gäller före första fönstret.")
    after: CertaintyKey = Field(description="Hur säkert det är att undantaget inte gäller efter sista fönstret.")
    elsewhere: CertaintyKey = Field(description="Hur säkert det är att det inte gäller i andra situationer.")
    effects: tuple[EffectModel, ...] = Field(min_length=1)
    ages: tuple[AgeLimitModel, ...] = ()
    sources: Sources = Field(min_length=1)


class JoiningModel(Model):
    days_between: WholeNumber = Field(ge=1, le=1000)
    sources: Sources = Field(min_length=1)


class EmployerPlanModel(Model):
    from_day: Day = Field(alias="from")
    expected_days: ChainDay
    ready_by_day: ChainDay
    sources: Sources = Field(min_length=1)


class RehabilitationRulesModel(Model):
    """The file rehabilitation_chain.yaml."""

    schema_version: Literal[1] = Field(alias="schema")
    checked: CheckedModel
    sources: tuple[RuleSourceModel, ...] = Field(min_length=1)
    versions: tuple[VersionModel, ...] = Field(min_length=1)
    situations: tuple[SituationModel, ...] = Field(min_length=1)
    employment_end: EmploymentEndModel
    exceptions: tuple[ChainExceptionModel, ...]
    joining: JoiningModel
    employer_plan: EmployerPlanModel
