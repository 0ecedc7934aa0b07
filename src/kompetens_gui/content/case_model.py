"""What a case file may hold, as models at the edge. The published JSON Schema is made from these.

Field descriptions are in Swedish: they are shown by editors to the people who write cases.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints, WithJsonSchema

SCHEMA_VERSION = 1


def numbers_as_text(value: object) -> object:
    """Let field ids and years stand without quotation marks: 35.1, 32, 2025-11-03."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def _quoted_date(value: object) -> object:
    """Let a date stand within quotation marks."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
NodeKey = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=40)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
OptionalText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=20_000)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
NUMBERS_TOO = WithJsonSchema({"anyOf": [{"type": "string", "maxLength": 20_000}, {"type": "number"}]})
LooseText = Annotated[OptionalText, BeforeValidator(numbers_as_text), NUMBERS_TOO]
WholeNumber = Annotated[int, Strict()]
YesNo = Annotated[bool, Strict()]
Day = Annotated[date, Strict(), BeforeValidator(_quoted_date)]
FieldKey = Annotated[
    Literal[
        "27.1", "1", "28.1", "29.1", "6.1", "35.1", "17.1", "19.1",
        "32", "37.1", "34.1", "33.1", "39.1", "44.1", "25.1", "26.1",
    ],
    BeforeValidator(numbers_as_text),
]  # fmt: skip
FreeTextKey = Literal["29.1", "35.1", "17.1", "19.1", "37.1", "33.1", "44.1", "25.1", "26.1"]
CompetenceArea = Annotated[str, StringConstraints(pattern=r"^K(0[1-9]|1[0-4])$")]


def _allow_extensions(schema: dict[str, Any]) -> None:
    """Let a file carry fields of its own when they start with "x-"."""
    schema["patternProperties"] = {"^x-": {}}


class Model(BaseModel):
    """Unknown fields are refused, and numbers, dates and truth values are never guessed from text."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=_allow_extensions)


class PersonModel(Model):
    name: Line = Field(description="Påhittat namn, till exempel ”Sigrid”.")
    age: WholeNumber = Field(ge=16, le=75, description="Ålder i år.")
    sex: Literal["woman", "man", "other"]
    voice: OptionalText = Field("", description="Personens egna ord, en eller två meningar.")


class WorkModel(Model):
    title: Line = Field(description="Yrke, könsneutralt.")
    extent: Line = Field(description="Omfattning och förläggning, till exempel ”heltid, dagtid”.")
    description: Text = Field(description="Arbetsuppgifter och krav: det aktivitetsbegränsningen mäts mot.")


class SickLeaveModel(Model):
    start: Day = Field(description="Dag 1 i sjukperioden, ÅÅÅÅ-MM-DD.")
    situation: Literal["employed", "unemployed", "self_employed", "on_call", "on_leave", "childcare", "student"]
    earlier_days: WholeNumber = Field(0, ge=0, le=2000, description="Dagar från en tidigare period som läggs ihop.")


class BasisModel(Model):
    kind: Literal["physical_meeting", "digital_meeting", "phone", "records", "other"]
    on: Day
    note: OptionalText = ""


class DiagnosisModel(Model):
    code: str = Field(pattern=r"^[A-Z]\d{2}(\.?[0-9A-Z]{1,3})?$", description="ICD-10-SE, till exempel F43.8A.")
    text: Line


class PeriodModel(Model):
    degree: Literal[25, 50, 75, 100] = Field(description="Sjukskrivningsgrad i procent.")
    start: Day
    end: Day


class PrognosisModel(Model):
    kind: Literal["full_return_after", "full_return_within", "no_full_return", "unclear"]
    months: WholeNumber | None = Field(None, ge=1, le=24, description="Bara med full_return_within.")
    ground: OptionalText = ""


class MedicalCertificateModel(Model):
    id: Slug
    title: Line = Field(description="Till exempel ”Första intyget, dag 15”.")
    issued_on: Day
    available: Literal["start", "later"] = Field("start", description="”later”: ledaren lämnar ut det senare.")
    infection_carrier: YesNo = False
    basis: tuple[BasisModel, ...] = ()
    occupations: tuple[Literal["current_work", "job_seeker", "parental_leave", "studies"], ...] = ()
    diagnoses: tuple[DiagnosisModel, ...] = Field(min_length=1, max_length=20)
    periods: tuple[PeriodModel, ...] = Field(min_length=1, max_length=50)
    transport_would_help: YesNo = False
    uneven_working_time: YesNo | None = None
    prognosis: PrognosisModel | None = None
    contact_wanted: YesNo = False
    texts: dict[FreeTextKey, Text] = Field(
        default_factory=dict, description="Fritextsvar efter fråge-id: 29.1 yrke, 35.1 F, 17.1 A, 19.1 behandling …"
    )


class DocumentModel(Model):
    id: Slug
    kind: Literal["phone_note", "employer_plan", "letter", "record", "assessment", "other"]
    title: Line
    dated: Day
    available: Literal["start", "later"] = "later"
    text: Text


class KeySpanModel(Model):
    id: NodeKey
    kind: Literal["D", "F", "A", "W", "B"]
    field: FieldKey
    quote: Text = Field(description="Exakt de ord som står i fältet.")
    occurrence: WholeNumber = Field(1, ge=1, description="Vilken förekomst, om samma ord står flera gånger.")
    why: OptionalText = Field("", description="Varför det läses så.")
    also: tuple[Literal["D", "F", "A", "W", "B"], ...] = Field((), description="Andra läsningar som är lika rimliga.")


class MissingModel(Model):
    id: NodeKey
    kind: Literal["D", "F", "A", "W", "B"]
    question: Line = Field(description="Frågan som luckan lämnar öppen.")
    why: OptionalText = ""


class KeyModel(Model):
    medical_certificate: Slug
    perspective: Literal["insurance_medicine_adviser", "case_officer", "physician"]
    spans: tuple[KeySpanModel, ...] = Field(max_length=600)
    missing: tuple[MissingModel, ...] = Field((), max_length=100)
    links: tuple[tuple[NodeKey, NodeKey], ...] = Field(
        (), max_length=1200, description="[från, till]: D→F, F→A, B→F, A→W."
    )
    sufficiency: Literal["sufficient", "insufficient", "depends"]
    sufficient_anyway: YesNo = Field(False, description="Sant när kedjan är tunn men underlaget räcker ändå.")
    reason: Text
    cheapest_way: OptionalText = Field("", description="Billigaste vägen att få det som saknas.")


class SupplementModel(Model):
    medical_certificate: Slug
    field: FieldKey
    question: Text
    why: OptionalText = ""


class RewriteModel(Model):
    medical_certificate: Slug
    field: FieldKey
    quote: Text
    occurrence: WholeNumber = Field(1, ge=1)
    weakness: Text = Field(description="Vad som gör meningen svag, om texten och aldrig om personen.")
    model: Text
    points: tuple[Line, ...] = Field(min_length=2, max_length=6, description="Observerbara punkter att pröva mot.")


class DiscussionModel(Model):
    id: NodeKey
    text: Text
    hint: OptionalText = Field("", description="Stöd för ledaren, visas aldrig i rummet.")


class SourceModel(Model):
    title: Line
    section: LooseText = ""
    dated: LooseText = ""
    certainty: Literal["certain", "probable", "check"]


class ReviewModel(Model):
    author_role: Line
    reviewer_roles: tuple[Line, ...] = ()
    reviewed_at: Day | None = None
    review_due: Day | None = None


class CaseModel(Model):
    """A whole case file."""

    schema_version: Literal[1] = Field(alias="schema", description="Formatets version.")
    id: Slug = Field(description="Samma som mappens namn, ändras aldrig.")
    title: Line
    status: Literal["draft", "ready", "archived"]
    difficulty: WholeNumber = Field(
        ge=1, le=4, description="1 tydligt, 2 en svaghet, 3 motsägelse, 4 experter är oense."
    )
    diagnosis_group: Literal["mental", "musculoskeletal", "neurology", "circulatory", "cancer", "infection", "other"]
    competence_areas: tuple[CompetenceArea, ...] = Field(min_length=1)
    audience: tuple[Line, ...] = Field(min_length=1)
    form_version: Literal[2] = 2
    rule_version: Literal["RV1", "RV2", "RV3", "RV4"]
    rule_date: Day
    content_warning: OptionalText = ""
    outcome_variants: tuple[Line, ...] = ()
    learning_goals: tuple[Line, ...] = Field(min_length=1, description="Observerbara lärandemål.")
    person: PersonModel
    work: WorkModel
    sick_leave: SickLeaveModel
    story: Text
    medical_certificates: tuple[MedicalCertificateModel, ...] = Field(min_length=1, max_length=20)
    documents: tuple[DocumentModel, ...] = Field((), max_length=50)
    keys: tuple[KeyModel, ...] = Field((), max_length=60)
    supplements: tuple[SupplementModel, ...] = Field((), max_length=100)
    rewrites: tuple[RewriteModel, ...] = Field((), max_length=100)
    discussion: tuple[DiscussionModel, ...] = Field((), max_length=100)
    leader_notes: OptionalText = ""
    sources: tuple[SourceModel, ...] = ()
    review: ReviewModel
