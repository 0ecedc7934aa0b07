"""A fictional teaching case: the story, its certificates and documents, keys from several perspectives, and material.

A case never describes a real person. What the leader alone may see (keys, models, notes) lies in its own types, so that
what is built for the room can leave them out by construction.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from kompetens_gui.domain.chain import Chain, ChainLink, ChainNode, NodeId, Span, SpanKind
from kompetens_gui.domain.medical_certificate import FieldId, MedicalCertificate, MedicalCertificateId
from kompetens_gui.domain.rehabilitation_chain import Situation

CaseId = NewType("CaseId", str)
DocumentId = NewType("DocumentId", str)


class Perspective(StrEnum):
    """Whose reading a key is."""

    ADVISER = "insurance_medicine_adviser"
    CASE_OFFICER = "case_officer"
    PHYSICIAN = "physician"


class Sufficiency(StrEnum):
    """Whether the material is enough; "depends" is a full answer."""

    SUFFICIENT = "sufficient"
    INSUFFICIENT = "insufficient"
    DEPENDS = "depends"


class CaseStatus(StrEnum):
    """Where a case stands in editing."""

    DRAFT = "draft"
    READY = "ready"
    ARCHIVED = "archived"


class Sex(StrEnum):
    """Sex of a fictional person, or of a participant who chose to tell."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


class DiagnosisGroup(StrEnum):
    """Coarse groups for filter and balance."""

    MENTAL = "mental"
    MUSCULOSKELETAL = "musculoskeletal"
    NEUROLOGY = "neurology"
    CIRCULATORY = "circulatory"
    CANCER = "cancer"
    INFECTION = "infection"
    OTHER = "other"


class DocumentKind(StrEnum):
    """What a further document in a case is."""

    PHONE_NOTE = "phone_note"
    EMPLOYER_PLAN = "employer_plan"
    LETTER = "letter"
    RECORD = "record"
    ASSESSMENT = "assessment"
    OTHER = "other"


@dataclass(frozen=True)
class CasePerson:
    """The fictional main person; `voice` is what they say in their own words."""

    name: str
    age: int
    sex: Sex
    voice: str = ""


@dataclass(frozen=True)
class Work:
    """The occupation that the activity limitation is measured against."""

    title: str
    extent: str
    description: str


@dataclass(frozen=True)
class SickLeave:
    """Day one of the sick-leave period and what counts for the rehabilitation chain."""

    start: date
    situation: Situation
    earlier_days: int = 0


@dataclass(frozen=True)
class CaseDocument:
    """A further paper; `released_from_start` is false for what the leader hands out later."""

    id: DocumentId
    kind: DocumentKind
    title: str
    dated: date
    text: str
    released_from_start: bool = False


@dataclass(frozen=True)
class KeySpan:
    """A span in a key, why it is read so, and other readings that are as reasonable."""

    id: NodeId
    kind: SpanKind
    span: Span
    why: str = ""
    also: tuple[SpanKind, ...] = ()


@dataclass(frozen=True)
class MissingSlot:
    """What a key points out as missing: the kind of node and the question it leaves open."""

    id: NodeId
    kind: SpanKind
    question: str
    why: str = ""


@dataclass(frozen=True)
class Key:
    """One perspective's reasonable reading of one certificate. Learning matter, not the one truth."""

    medical_certificate_id: MedicalCertificateId
    perspective: Perspective
    spans: tuple[KeySpan, ...]
    links: tuple[ChainLink, ...]
    missing: tuple[MissingSlot, ...]
    sufficiency: Sufficiency
    reason: str
    sufficient_anyway: bool = False
    cheapest_way: str = ""

    def chain(self) -> Chain:
        """Return the key as a chain of its own."""
        nodes = [ChainNode(s.id, s.kind, s.span) for s in self.spans]
        nodes += [ChainNode(m.id, m.kind, None, m.question) for m in self.missing]
        return Chain(tuple(nodes), self.links)


@dataclass(frozen=True)
class ModelSupplement:
    """A well-put question to the physician, tied to a field."""

    medical_certificate_id: MedicalCertificateId
    field: FieldId
    question: str
    why: str = ""


@dataclass(frozen=True)
class RewriteTask:
    """A weak line, what makes it weak, a model and observable points to check a new wording against."""

    medical_certificate_id: MedicalCertificateId
    span: Span
    weakness: str
    model: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class DiscussionCard:
    """A question for the group; `hint` is for the leader alone."""

    id: str
    text: str
    hint: str = ""


@dataclass(frozen=True)
class Source:
    """Where a fact comes from; `certainty` is certain, probable or check."""

    title: str
    section: str = ""
    dated: str = ""
    certainty: str = "certain"


@dataclass(frozen=True)
class Review:
    """Honest review state: empty roles and no date mean that nobody has reviewed the case yet."""

    author_role: str
    reviewer_roles: tuple[str, ...] = ()
    reviewed_at: date | None = None
    review_due: date | None = None

    @property
    def is_reviewed(self) -> bool:
        return self.reviewed_at is not None and bool(self.reviewer_roles)


@dataclass(frozen=True)
class Case:
    """Everything about one case, checked and frozen. `medical_certificates` come in the order they are read."""

    id: CaseId
    title: str
    status: CaseStatus
    difficulty: int
    diagnosis_group: DiagnosisGroup
    competence_areas: tuple[str, ...]
    form_version: int
    rule_version: str
    rule_date: date
    person: CasePerson
    work: Work
    sick_leave: SickLeave
    story: str
    medical_certificates: tuple[MedicalCertificate, ...]
    later_medical_certificates: tuple[MedicalCertificateId, ...]
    documents: tuple[CaseDocument, ...]
    keys: tuple[Key, ...]
    supplements: tuple[ModelSupplement, ...]
    rewrites: tuple[RewriteTask, ...]
    discussion: tuple[DiscussionCard, ...]
    leader_notes: str
    learning_goals: tuple[str, ...]
    content_warning: str
    sources: tuple[Source, ...]
    review: Review
    audience: tuple[str, ...] = ()
    outcome_variants: tuple[str, ...] = ()

    def medical_certificate(self, certificate_id: str = "") -> MedicalCertificate:
        """Return the certificate with that id, or the first one."""
        for item in self.medical_certificates:
            if item.id == certificate_id:
                return item
        return self.medical_certificates[0]

    def keys_for(self, certificate_id: MedicalCertificateId) -> tuple[Key, ...]:
        return tuple(k for k in self.keys if k.medical_certificate_id == certificate_id)

    @property
    def pieces_for_later(self) -> tuple[str, ...]:
        """Ids of certificates and documents that the leader hands out when the time has come."""
        return (*self.later_medical_certificates, *(d.id for d in self.documents if not d.released_from_start))
