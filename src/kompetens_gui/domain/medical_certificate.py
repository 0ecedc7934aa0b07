"""The medical certificate for sickness benefit, form FK 7804, as the group reads it.

Every field has an id (the question id of the electronic form: "35.1"), the number it carries on the paper form and a
plain text. Spans quote that text, so structured answers (diagnoses, periods, basis) are given a fixed wording here.
Source: form FK 7804 (006 F 001), form version 2.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

FieldId = NewType("FieldId", str)
MedicalCertificateId = NewType("MedicalCertificateId", str)

INFECTION_CARRIER = FieldId("27.1")
BASIS = FieldId("1")
OCCUPATION_KIND = FieldId("28.1")
OCCUPATION = FieldId("29.1")
DIAGNOSIS = FieldId("6.1")
FUNCTION = FieldId("35.1")
ACTIVITY = FieldId("17.1")
TREATMENT = FieldId("19.1")
PERIODS = FieldId("32")
LONGER_THAN_GUIDANCE = FieldId("37.1")
TRANSPORT = FieldId("34.1")
WORKING_TIME = FieldId("33.1")
PROGNOSIS = FieldId("39.1")
MEASURES = FieldId("44.1")
OTHER = FieldId("25.1")
CONTACT = FieldId("26.1")


@dataclass(frozen=True)
class FormField:
    """A question on the form: its id, paper number and short Swedish title (our wording, not the form's)."""

    id: FieldId
    number: str
    title: str


FORM_V2: tuple[FormField, ...] = (
    FormField(INFECTION_CARRIER, "1", "Smittbärarpenning"),
    FormField(BASIS, "2", "Intyget är baserat på"),
    FormField(OCCUPATION_KIND, "3", "Sysselsättning"),
    FormField(OCCUPATION, "3", "Yrke och arbetsuppgifter"),
    FormField(DIAGNOSIS, "4", "Diagnos"),
    FormField(FUNCTION, "5", "Funktionsnedsättning"),
    FormField(ACTIVITY, "6", "Aktivitetsbegränsning"),
    FormField(TREATMENT, "7", "Medicinsk behandling"),
    FormField(PERIODS, "8", "Grad och period"),
    FormField(LONGER_THAN_GUIDANCE, "8", "Längre än kunskapsstödet anger"),
    FormField(TRANSPORT, "8", "Resor till och från arbetet"),
    FormField(WORKING_TIME, "8", "Arbetstidens förläggning"),
    FormField(PROGNOSIS, "9", "Prognos"),
    FormField(MEASURES, "10", "Åtgärder som kan främja återgång"),
    FormField(OTHER, "11", "Övriga upplysningar"),
    FormField(CONTACT, "12", "Kontakt önskas"),
)
FIELDS: Mapping[FieldId, FormField] = {f.id: f for f in FORM_V2}


class BasisKind(StrEnum):
    """How the physician knows, question 1."""

    PHYSICAL_MEETING = "physical_meeting"
    DIGITAL_MEETING = "digital_meeting"
    PHONE = "phone"
    RECORDS = "records"
    OTHER = "other"


class OccupationKind(StrEnum):
    """What the activity limitation is measured against, question 28."""

    CURRENT_WORK = "current_work"
    JOB_SEEKER = "job_seeker"
    PARENTAL_LEAVE = "parental_leave"
    STUDIES = "studies"


class SickLeaveDegree(StrEnum):
    """Share of normal working time."""

    FULL = "100"
    THREE_QUARTERS = "75"
    HALF = "50"
    QUARTER = "25"


class PrognosisKind(StrEnum):
    """The four alternatives of form version 2."""

    FULL_RETURN_AFTER = "full_return_after"
    FULL_RETURN_WITHIN = "full_return_within"
    NO_FULL_RETURN = "no_full_return"
    UNCLEAR = "unclear"


BASIS_WORDS: Mapping[BasisKind, str] = {
    BasisKind.PHYSICAL_MEETING: "Undersökning vid fysiskt vårdmöte",
    BasisKind.DIGITAL_MEETING: "Undersökning vid digitalt vårdmöte",
    BasisKind.PHONE: "Telefonkontakt med patienten",
    BasisKind.RECORDS: "Journaluppgifter",
    BasisKind.OTHER: "Annat",
}
OCCUPATION_WORDS: Mapping[OccupationKind, str] = {
    OccupationKind.CURRENT_WORK: "Nuvarande arbete",
    OccupationKind.JOB_SEEKER: "Arbetssökande",
    OccupationKind.PARENTAL_LEAVE: "Föräldraledighet för vård av barn",
    OccupationKind.STUDIES: "Studier",
}
PROGNOSIS_WORDS: Mapping[PrognosisKind, str] = {
    PrognosisKind.FULL_RETURN_AFTER: "Kan återgå helt när intyget löper ut.",
    PrognosisKind.FULL_RETURN_WITHIN: "Kan återgå helt inom {months} månader.",
    PrognosisKind.NO_FULL_RETURN: "Väntas inte kunna återgå helt i nuvarande sysselsättning.",
    PrognosisKind.UNCLEAR: "Återgången är svår att bedöma.",
}


@dataclass(frozen=True)
class Basis:
    """One ground for the certificate with its date."""

    kind: BasisKind
    on: date
    note: str = ""


@dataclass(frozen=True)
class Diagnosis:
    """ICD-10-SE code and text; the one that affects work capacity most comes first."""

    code: str
    text: str


@dataclass(frozen=True)
class SickLeavePeriod:
    """A degree from and to a date, both days included."""

    degree: SickLeaveDegree
    start: date
    end: date


@dataclass(frozen=True)
class Prognosis:
    """Assessed development of work capacity; `months` only with FULL_RETURN_WITHIN."""

    kind: PrognosisKind
    months: int | None = None
    ground: str = ""


@dataclass(frozen=True)
class MedicalCertificate:
    """A certificate in a case. `texts` holds the free-text answers by field id."""

    id: MedicalCertificateId
    title: str
    issued_on: date
    form_version: int = 2
    infection_carrier: bool = False
    basis: tuple[Basis, ...] = ()
    occupations: tuple[OccupationKind, ...] = ()
    diagnoses: tuple[Diagnosis, ...] = ()
    periods: tuple[SickLeavePeriod, ...] = ()
    transport_would_help: bool = False
    uneven_working_time: bool | None = None
    prognosis: Prognosis | None = None
    contact_wanted: bool = False
    texts: Mapping[FieldId, str] = field(default_factory=dict)

    def text(self, field_id: FieldId) -> str:
        """Return the whole text of a field as it is read and quoted; empty when it is not filled in."""
        wording = _WORDING.get(field_id)
        return wording(self) if wording else self.texts.get(field_id, "")

    def filled(self) -> Iterator[tuple[FormField, str]]:
        """Yield the fields that hold something, in the order of the form."""
        for form_field in FORM_V2:
            text = self.text(form_field.id)
            if text:
                yield form_field, text

    @property
    def asks_for_chain(self) -> bool:
        """Whether F and A are asked for at all: not when the person may not work for infection control reasons."""
        return not self.infection_carrier


def _infection_carrier(c: MedicalCertificate) -> str:
    return "Ja, enligt smittskyddslagen" if c.infection_carrier else ""


def _basis(c: MedicalCertificate) -> str:
    return "\n".join(f"{BASIS_WORDS[b.kind]}, {b.on.isoformat()}" + (f": {b.note}" if b.note else "") for b in c.basis)


def _occupations(c: MedicalCertificate) -> str:
    return ", ".join(OCCUPATION_WORDS[o] for o in c.occupations)


def _diagnoses(c: MedicalCertificate) -> str:
    return "\n".join(f"{d.text} ({d.code})" for d in c.diagnoses)


def _periods(c: MedicalCertificate) -> str:
    return "\n".join(f"{p.degree.value} %, {p.start.isoformat()} – {p.end.isoformat()}" for p in c.periods)


def _transport(c: MedicalCertificate) -> str:
    return "Kan arbeta om resorna till och från arbetet ordnas" if c.transport_would_help else ""


def _working_time(c: MedicalCertificate) -> str:
    if c.uneven_working_time is None:
        return ""
    if not c.uneven_working_time:
        return "Nej, återgången försämras inte av att tiden läggs ojämnt"
    reason = c.texts.get(WORKING_TIME, "")
    return "Ja, återgången försämras om tiden läggs ojämnt" + (f": {reason}" if reason else "")


def _prognosis(c: MedicalCertificate) -> str:
    if c.prognosis is None:
        return ""
    words = PROGNOSIS_WORDS[c.prognosis.kind].format(months=c.prognosis.months)
    return f"{words} {c.prognosis.ground}".strip()


def _contact(c: MedicalCertificate) -> str:
    if not c.contact_wanted:
        return ""
    reason = c.texts.get(CONTACT, "")
    return "Ja" + (f": {reason}" if reason else "")


_WORDING = {
    INFECTION_CARRIER: _infection_carrier,
    BASIS: _basis,
    OCCUPATION_KIND: _occupations,
    DIAGNOSIS: _diagnoses,
    PERIODS: _periods,
    TRANSPORT: _transport,
    WORKING_TIME: _working_time,
    PROGNOSIS: _prognosis,
    CONTACT: _contact,
}
