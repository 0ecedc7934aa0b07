"""What every activity kind brings, and what it is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Protocol, TypeVar, runtime_checkable

from kompetens_gui.domain.case import Case, CaseDocument
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.medical_certificate import MedicalCertificate
from kompetens_gui.domain.rehabilitation_chain import chain_day
from kompetens_gui.domain.workshop.plan import AgendaItem, Participant, SmallGroup
from kompetens_gui.domain.workshop.series import SeriesMemory

S = TypeVar("S")
M = TypeVar("M")


def material_refs(settings: Mapping[str, object]) -> tuple[str, ...]:
    """Return the materials that an item's settings name: `material`, and each of `materials`."""
    several = settings.get("materials", ())
    named = [settings.get("material", ""), *(several if isinstance(several, (list, tuple)) else ())]
    return tuple(dict.fromkeys(str(ref) for ref in named if ref))


class RoomOnly:
    """Marks events that only change what the room looks at. They are passed over when a step is undone."""


class Round(IntEnum):
    """Before and after the talk: every answerable activity has both."""

    FIRST = 1
    SECOND = 2


@dataclass(frozen=True)
class ActivityContext:
    """What an activity may lean on: its agenda item, its case, and what the items before it left.

    `chain` is the group's chain so far for the item's certificate; `earlier` the state of the closest item before it of
    the same kind with the same case, None when there is none. `materials` are those that the session's items name, by
    the text of their reference; `previous` is what the last session of the series left.
    """

    item: AgendaItem
    case: Case | None = None
    chain: Chain = field(default_factory=Chain)
    earlier: object | None = None
    materials: Mapping[str, object] = field(default_factory=dict)
    groups: tuple[SmallGroup, ...] = ()
    participants: tuple[Participant, ...] = ()
    previous: SeriesMemory | None = None
    session_id: str = ""
    session_title: str = ""

    @property
    def material(self) -> object | None:
        """The material the item's settings name, None when they name none or it was not there at the start."""
        return self.materials.get(str(self.item.settings.get("material", "")))

    def need_material(self, of: type[M]) -> M:
        """Return the item's material of a type, or raise ActivityRefused."""
        found = self.material
        if not isinstance(found, of):
            raise ActivityRefused("material_missing")
        return found

    def group(self, group_id: str) -> SmallGroup:
        """Return a group, or raise ActivityRefused when there is none with that id."""
        for group in self.groups:
            if group.id == group_id:
                return group
        raise ActivityRefused("no_such_group")

    def check_writer(self, group_id: str, known: str | None = None) -> None:
        """Raise ActivityRefused when a group is not there to write; empty is the room.

        `known` is the group of what is reworded: its words can be mended also when the group is no longer there.
        """
        if group_id and group_id != known:
            self.group(group_id)

    @property
    def medical_certificate(self) -> MedicalCertificate | None:
        """The certificate the item works with: the one its settings name, else the case's first."""
        wanted = self.item.settings.get("medical_certificate", "")
        return self.case.medical_certificate(str(wanted)) if self.case else None

    def need_case(self) -> Case:
        if self.case is None:
            raise ActivityRefused("case_missing")
        return self.case

    def need_medical_certificate(self) -> MedicalCertificate:
        self.need_case()
        assert self.medical_certificate is not None
        return self.medical_certificate


# What the protocol can hold. A document draws these blocks without knowing which kind they come from.
@dataclass(frozen=True)
class TextBlock:
    """A paragraph; `label` is shown before it when set."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class ListBlock:
    """Points in order; numbered when rank matters."""

    items: tuple[str, ...]
    label: str = ""
    numbered: bool = False


@dataclass(frozen=True)
class TableBlock:
    """A small table; all cells are text."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    label: str = ""


@dataclass(frozen=True)
class BeforeAfterBlock:
    """A text before and after."""

    before: str
    after: str
    label: str = ""


@dataclass(frozen=True)
class ChainBlock:
    """The group's chain, drawn in columns."""

    chain: Chain
    label: str = ""


Block = TextBlock | ListBlock | TableBlock | BeforeAfterBlock | ChainBlock


@dataclass(frozen=True)
class ActivityResult:
    """What an activity leaves in the protocol; no blocks means nothing to tell."""

    blocks: tuple[Block, ...] = ()


class ActivityKind(Protocol[S]):
    """The rules of one kind. All methods are pure; `S` is the kind's frozen state.

    `material_kinds` are those that `settings["material"]` of an item may name; `needs_material` says that it must.
    """

    id: str
    needs_case: bool
    material_kinds: tuple[MaterialKind, ...]
    needs_material: bool
    default_minutes: int
    events: tuple[type, ...]

    def check_settings(self, settings: Mapping[str, object]) -> None:
        """Raise InvalidSettings when the settings of an agenda item cannot be used."""

    def start(self, context: ActivityContext) -> S:
        """Return the state before anything has happened."""

    def check(self, state: S, event: object, context: ActivityContext) -> None:
        """Raise a KompetensError when the event cannot happen now."""

    def fold(self, state: S, event: object, at: datetime, context: ActivityContext) -> S:
        """Return the state after an accepted event; unknown events leave it as it is."""

    def room(self, state: S, context: ActivityContext) -> object:
        """Return what the room may see: a type that holds nothing of the key before its reveal."""

    def result(self, state: S, context: ActivityContext) -> ActivityResult:
        """Return what the protocol tells."""

    def chain(self, state: S, context: ActivityContext) -> Chain | None:
        """Return the group's chain after this activity, None when the kind does not touch it."""


@runtime_checkable
class LeavesQuestions(Protocol):
    """A kind whose activity may leave questions that wait for an answer in the next session of the series."""

    def open_questions(self, state: object, context: ActivityContext) -> tuple[str, ...]:
        """Return them as the next session is to read them."""


@dataclass(frozen=True)
class CertificatePicture:
    """A certificate with what stands beside it in the room: the day, the work and the person's own words.

    `day` is the day of the rehabilitation chain, None for an infection carrier: that time is not sick leave.
    """

    medical_certificate: MedicalCertificate
    case_title: str
    person: str
    work_title: str
    work_extent: str
    work_description: str
    day: int | None
    voice: str = ""
    documents: tuple[CaseDocument, ...] = ()


def certificate_picture(context: ActivityContext, medical_certificate_id: str = "") -> CertificatePicture | None:
    """Return what the room may see of a case at a certificate: never its keys, models or notes."""
    case = context.case
    if case is None:
        return None
    wanted = medical_certificate_id or str(context.item.settings.get("medical_certificate", ""))
    medical_certificate = case.medical_certificate(wanted)
    leave = case.sick_leave
    return CertificatePicture(
        medical_certificate,
        case.title,
        f"{case.person.name}, {case.person.age}",
        case.work.title,
        case.work.extent,
        case.work.description,
        chain_day(leave.start, medical_certificate.issued_on, leave.earlier_days)
        if medical_certificate.asks_for_chain
        else None,
        case.person.voice,
    )


def setting_text(settings: Mapping[str, object], name: str, kind: str, default: str = "") -> str:
    """Return a text setting, or raise InvalidSettings when it is something else."""
    value = settings.get(name, default)
    if not isinstance(value, str):
        raise InvalidSettings(kind, name)
    return value


def setting_material(settings: Mapping[str, object], kind: str, allowed: tuple[MaterialKind, ...]) -> None:
    """Raise InvalidSettings when the named material cannot be one of the allowed kinds; none named is fine."""
    value = setting_text(settings, "material", kind)
    ref = MaterialRef.read(value)
    if value and (ref is None or ref.kind not in allowed):
        raise InvalidSettings(kind, "material")


def setting_texts(settings: Mapping[str, object], name: str, kind: str) -> tuple[str, ...]:
    """Return a list setting of texts, or raise InvalidSettings."""
    value = settings.get(name, ())
    if isinstance(value, str) or not isinstance(value, (list, tuple)) or not all(isinstance(v, str) for v in value):
        raise InvalidSettings(kind, name)
    return tuple(value)


def setting_flag(settings: Mapping[str, object], name: str, kind: str) -> bool:
    """Return a yes-or-no setting (no when it is not there), or raise InvalidSettings."""
    value = settings.get(name, False)
    if not isinstance(value, bool):
        raise InvalidSettings(kind, name)
    return value


def setting_number(settings: Mapping[str, object], name: str, kind: str, default: int) -> int:
    """Return a whole-number setting, or raise InvalidSettings."""
    value = settings.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidSettings(kind, name)
    return value
