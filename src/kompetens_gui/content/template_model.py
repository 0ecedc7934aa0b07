"""What a session template file and the file of competence areas may hold."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from kompetens_gui.content.case_model import CompetenceArea, Line, Model, OptionalText, Slug, Text, WholeNumber

SuggestedCase = Annotated[str, StringConstraints(pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$", max_length=60)]


class TemplateItemModel(Model):
    kind: str = Field(description="Momentets slag, till exempel mark_chain.")
    title: Line
    minutes: WholeNumber = Field(ge=0, le=480)
    case: WholeNumber | None = Field(None, ge=1, le=20, description="Vilket av tillfällets fall, räknat från 1.")
    settings: dict[str, Any] = Field(default_factory=dict, description="Momentets egna inställningar.")
    notes: OptionalText = Field("", description="Till ledaren, visas aldrig i rummet.")


class TemplateModel(Model):
    """A whole session template."""

    schema_version: Literal[1] = Field(alias="schema", description="Formatets version.")
    id: Slug = Field(description="Samma som filens namn utan .yaml.")
    forum_type: str = Field(pattern=r"^[a-z]+(_[a-z0-9]+)*$", max_length=40, description="Forumets id i ordlistan.")
    title: Line
    minutes: WholeNumber = Field(ge=5, le=960, description="Tiden som avsätts, lika med summan av momentens minuter.")
    description: Text
    target_group: OptionalText = ""
    purpose: OptionalText = ""
    competence_areas: tuple[CompetenceArea, ...] = ()
    cases: WholeNumber = Field(0, ge=0, le=20, description="Hur många fall som väljs när tillfället planeras.")
    suggested_cases: tuple[SuggestedCase, ...] = Field(
        (), max_length=20, description="Förslag på fall, i ordning; tomt där inget föreslås."
    )
    agenda: tuple[TemplateItemModel, ...] = Field(min_length=1)


class CompetenceAreaModel(Model):
    id: CompetenceArea
    title: Line
    short: Line = Field(description="Kort namn för trånga ställen.")


class CompetenceAreasModel(Model):
    """The file of competence areas."""

    schema_version: Literal[1] = Field(alias="schema", description="Formatets version.")
    areas: tuple[CompetenceAreaModel, ...] = Field(min_length=1)
