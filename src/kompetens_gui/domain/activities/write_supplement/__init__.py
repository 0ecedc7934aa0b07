"""Write the supplement request: the group words one precise question to the physician, tied to a field."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import ActivityContext, ActivityResult, Block, TextBlock, setting_text
from kompetens_gui.domain.case import ModelSupplement
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.medical_certificate import FIELDS, FieldId
from kompetens_gui.domain.wording import translate

LONGEST_TEXT = 600


@dataclass(frozen=True)
class SupplementFieldChosen:
    """The question is about this field."""

    field: FieldId


@dataclass(frozen=True)
class SupplementWritten:
    """The question as the group words it now."""

    text: str


@dataclass(frozen=True)
class SupplementModelRevealed:
    """The room may see the model beside the group's own question."""


@dataclass(frozen=True)
class SupplementModelHidden:
    """The model is taken away again."""


@dataclass(frozen=True)
class SupplementState:
    """The question so far."""

    field: FieldId | None = None
    text: str = ""
    model_revealed: bool = False


@dataclass(frozen=True)
class SupplementRoom:
    """What the room sees; `models` is empty until the reveal."""

    title: str
    field_title: str
    field_text: str
    text: str
    models: tuple[ModelSupplement, ...]


class WriteSupplement:
    """Rules of the kind."""

    id = "write_supplement"
    needs_case = True
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 8
    events = (SupplementFieldChosen, SupplementWritten, SupplementModelRevealed, SupplementModelHidden)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "medical_certificate", self.id)

    def start(self, context: ActivityContext) -> SupplementState:
        return SupplementState()

    def models(self, context: ActivityContext) -> tuple[ModelSupplement, ...]:
        """Return the case's models for the item's certificate."""
        medical_certificate = context.medical_certificate
        if context.case is None or medical_certificate is None:
            return ()
        return tuple(s for s in context.case.supplements if s.medical_certificate_id == medical_certificate.id)

    def check(self, state: SupplementState, event: object, context: ActivityContext) -> None:
        context.need_case()
        match event:
            case SupplementFieldChosen(field):
                if field not in FIELDS:
                    raise ActivityRefused("no_such_field")
            case SupplementWritten(text):
                if len(text) > LONGEST_TEXT:
                    raise ActivityRefused("text_too_long")
            case SupplementModelRevealed():
                if not self.models(context):
                    raise ActivityRefused("no_key")
            case SupplementModelHidden():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: SupplementState, event: object, at: datetime, context: ActivityContext) -> SupplementState:
        match event:
            case SupplementFieldChosen(field):
                return replace(state, field=field)
            case SupplementWritten(text):
                return replace(state, text=text)
            case SupplementModelRevealed():
                return replace(state, model_revealed=True)
            case SupplementModelHidden():
                return replace(state, model_revealed=False)
        return state

    def room(self, state: SupplementState, context: ActivityContext) -> SupplementRoom:
        medical_certificate = context.medical_certificate
        field = state.field
        return SupplementRoom(
            context.item.title,
            FIELDS[field].title if field else "",
            medical_certificate.text(field) if field and medical_certificate else "",
            state.text,
            self.models(context) if state.model_revealed else (),
        )

    def result(self, state: SupplementState, context: ActivityContext) -> ActivityResult:
        if not state.text.strip():
            return ActivityResult()
        field = FIELDS[state.field].title if state.field else ""
        label = translate("Protocol", "Gruppens fråga till läkaren")
        blocks: list[Block] = [TextBlock(state.text.strip(), f"{label} ({field})" if field else label)]
        if state.model_revealed:
            blocks += [TextBlock(m.question, translate("Protocol", "Förslag i fallet")) for m in self.models(context)]
        return ActivityResult(tuple(blocks))

    def chain(self, state: SupplementState, context: ActivityContext) -> Chain | None:
        return None


KIND = WriteSupplement()
