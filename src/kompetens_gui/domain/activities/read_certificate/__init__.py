"""Read the certificate: FK 7804 as its form reads, whole or field by field, and papers handed out later."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    CertificatePicture,
    ListBlock,
    certificate_picture,
    setting_text,
)
from kompetens_gui.domain.case import Case, CaseDocument
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.medical_certificate import FIELDS, FieldId
from kompetens_gui.domain.wording import translate


@dataclass(frozen=True)
class FieldShown:
    """One field fills the room; None shows the whole certificate."""

    field: FieldId | None


@dataclass(frozen=True)
class PaperReleased:
    """A certificate or document that was held back was handed out."""

    paper: str


@dataclass(frozen=True)
class PaperShown:
    """A released paper is shown; an empty id shows the item's own certificate."""

    paper: str


@dataclass(frozen=True)
class ReadState:
    """What is shown, and which papers have been handed out."""

    field: FieldId | None = None
    released: tuple[str, ...] = ()
    shown: str = ""


@dataclass(frozen=True)
class ReadRoom:
    """What the room sees: a certificate (whole or one field) or another paper."""

    picture: CertificatePicture
    field: FieldId | None
    document: CaseDocument | None


def open_papers(case: Case, released: tuple[str, ...]) -> tuple[str, ...]:
    """Return ids of the papers the room may see: those open from the start and those released."""
    later = case.pieces_for_later
    every = (*(c.id for c in case.medical_certificates), *(d.id for d in case.documents))
    return tuple(p for p in every if p not in later or p in released)


class ReadCertificate:
    """Rules of the kind."""

    id = "read_certificate"
    needs_case = True
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 5
    events = (FieldShown, PaperReleased, PaperShown)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "medical_certificate", self.id)

    def start(self, context: ActivityContext) -> ReadState:
        return ReadState()

    def check(self, state: ReadState, event: object, context: ActivityContext) -> None:
        case = context.need_case()
        match event:
            case FieldShown(field):
                if field is not None and field not in FIELDS:
                    raise ActivityRefused("no_such_field")
            case PaperReleased(paper):
                if paper not in case.pieces_for_later or paper in state.released:
                    raise ActivityRefused("nothing_to_release")
            case PaperShown(paper):
                if paper and paper not in open_papers(case, state.released):
                    raise ActivityRefused("paper_not_released")
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: ReadState, event: object, at: datetime, context: ActivityContext) -> ReadState:
        match event:
            case FieldShown(field):
                return replace(state, field=field)
            case PaperReleased(paper):
                return replace(state, released=(*state.released, paper), shown=paper, field=None)
            case PaperShown(paper):
                return replace(state, shown=paper, field=None)
        return state

    def room(self, state: ReadState, context: ActivityContext) -> ReadRoom | None:
        case = context.case
        if case is None:
            return None
        document = next((d for d in case.documents if d.id == state.shown), None)
        picture = certificate_picture(context, "" if document else state.shown)
        assert picture is not None
        return ReadRoom(picture, state.field, document)

    def result(self, state: ReadState, context: ActivityContext) -> ActivityResult:
        case = context.case
        if case is None or not state.released:
            return ActivityResult()
        titles: dict[str, str] = {c.id: c.title for c in case.medical_certificates}
        titles |= {d.id: d.title for d in case.documents}
        names = tuple(titles[p] for p in state.released if p in titles)
        return ActivityResult((ListBlock(names, translate("Protocol", "Utlämnat under träffen")),))

    def chain(self, state: ReadState, context: ActivityContext) -> Chain | None:
        return None


KIND = ReadCertificate()
