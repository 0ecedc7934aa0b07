"""From a checked case model to the frozen domain case."""

from kompetens_gui.content.case_model import (
    CaseModel,
    DocumentModel,
    KeyModel,
    MedicalCertificateModel,
    RewriteModel,
)
from kompetens_gui.domain.case import (
    Case,
    CaseDocument,
    CaseId,
    CasePerson,
    CaseStatus,
    DiagnosisGroup,
    DiscussionCard,
    DocumentId,
    DocumentKind,
    Key,
    KeySpan,
    MissingSlot,
    ModelSupplement,
    Perspective,
    Review,
    RewriteTask,
    Sex,
    SickLeave,
    Source,
    Sufficiency,
    Work,
)
from kompetens_gui.domain.chain import ChainLink, NodeId, Span, SpanKind
from kompetens_gui.domain.medical_certificate import (
    Basis,
    BasisKind,
    Diagnosis,
    FieldId,
    MedicalCertificate,
    MedicalCertificateId,
    OccupationKind,
    Prognosis,
    PrognosisKind,
    SickLeaveDegree,
    SickLeavePeriod,
)
from kompetens_gui.domain.rehabilitation_chain import Situation


def to_case(model: CaseModel) -> Case:
    """Return the domain case that a checked model describes."""
    certificates = tuple(to_medical_certificate(m, model.form_version) for m in model.medical_certificates)
    return Case(
        id=CaseId(model.id),
        title=model.title,
        status=CaseStatus(model.status),
        difficulty=model.difficulty,
        diagnosis_group=DiagnosisGroup(model.diagnosis_group),
        competence_areas=model.competence_areas,
        form_version=model.form_version,
        rule_version=model.rule_version,
        rule_date=model.rule_date,
        person=CasePerson(model.person.name, model.person.age, Sex(model.person.sex), model.person.voice),
        work=Work(model.work.title, model.work.extent, model.work.description),
        sick_leave=SickLeave(
            model.sick_leave.start, Situation(model.sick_leave.situation), model.sick_leave.earlier_days
        ),
        story=model.story,
        medical_certificates=certificates,
        later_medical_certificates=tuple(
            MedicalCertificateId(m.id) for m in model.medical_certificates if m.available == "later"
        ),
        documents=tuple(_document(d) for d in model.documents),
        keys=tuple(_key(k) for k in model.keys),
        supplements=tuple(
            ModelSupplement(MedicalCertificateId(s.medical_certificate), FieldId(s.field), s.question, s.why)
            for s in model.supplements
        ),
        rewrites=tuple(_rewrite(r) for r in model.rewrites),
        discussion=tuple(DiscussionCard(d.id, d.text, d.hint) for d in model.discussion),
        leader_notes=model.leader_notes,
        learning_goals=model.learning_goals,
        content_warning=model.content_warning,
        sources=tuple(Source(s.title, s.section, s.dated, s.certainty) for s in model.sources),
        review=Review(
            model.review.author_role, model.review.reviewer_roles, model.review.reviewed_at, model.review.review_due
        ),
        audience=model.audience,
        outcome_variants=model.outcome_variants,
    )


def to_medical_certificate(model: MedicalCertificateModel, form_version: int = 2) -> MedicalCertificate:
    """Return the domain certificate that a checked model describes."""
    prognosis = model.prognosis
    return MedicalCertificate(
        id=MedicalCertificateId(model.id),
        title=model.title,
        issued_on=model.issued_on,
        form_version=form_version,
        infection_carrier=model.infection_carrier,
        basis=tuple(Basis(BasisKind(b.kind), b.on, b.note) for b in model.basis),
        occupations=tuple(OccupationKind(o) for o in model.occupations),
        diagnoses=tuple(Diagnosis(d.code, d.text) for d in model.diagnoses),
        periods=tuple(SickLeavePeriod(SickLeaveDegree(str(p.degree)), p.start, p.end) for p in model.periods),
        transport_would_help=model.transport_would_help,
        uneven_working_time=model.uneven_working_time,
        prognosis=Prognosis(PrognosisKind(prognosis.kind), prognosis.months, prognosis.ground) if prognosis else None,
        contact_wanted=model.contact_wanted,
        texts={FieldId(k): v for k, v in model.texts.items()},
    )


def _document(model: DocumentModel) -> CaseDocument:
    return CaseDocument(
        DocumentId(model.id),
        DocumentKind(model.kind),
        model.title,
        model.dated,
        model.text,
        model.available == "start",
    )


def _key(model: KeyModel) -> Key:
    return Key(
        medical_certificate_id=MedicalCertificateId(model.medical_certificate),
        perspective=Perspective(model.perspective),
        spans=tuple(
            KeySpan(
                NodeId(s.id),
                SpanKind(s.kind),
                Span(FieldId(s.field), s.quote, s.occurrence),
                s.why,
                tuple(SpanKind(k) for k in s.also),
            )
            for s in model.spans
        ),
        links=tuple(ChainLink(NodeId(a), NodeId(b)) for a, b in model.links),
        missing=tuple(MissingSlot(NodeId(m.id), SpanKind(m.kind), m.question, m.why) for m in model.missing),
        sufficiency=Sufficiency(model.sufficiency),
        reason=model.reason,
        sufficient_anyway=model.sufficient_anyway,
        cheapest_way=model.cheapest_way,
    )


def _rewrite(model: RewriteModel) -> RewriteTask:
    return RewriteTask(
        MedicalCertificateId(model.medical_certificate),
        Span(FieldId(model.field), model.quote, model.occurrence),
        model.weakness,
        model.model,
        model.points,
    )
