"""Panels on cases: panels/<case id>.yaml."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import Line, Model, NodeKey, ReviewModel, Slug, Text, WholeNumber, YesNo
from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.study.head_model import repeated, to_review
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import CaseId, Perspective, Sufficiency
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.medical_certificate import MedicalCertificateId
from kompetens_gui.domain.study.panel import Panel, PanelOnCertificate, PanelReason, PanelWay, VerdictVotes

VerdictKey = Literal["sufficient", "insufficient", "depends"]
PANEL_SIZE = 10


class PanelReasonModel(Model):
    verdict: VerdictKey
    perspective: Literal["insurance_medicine_adviser", "case_officer", "physician"]
    text: Text


class PanelWayModel(Model):
    id: NodeKey
    text: Text
    votes: WholeNumber = Field(ge=0, le=100)
    feedback: Text


class PanelCertificateModel(Model):
    medical_certificate: Slug
    votes: dict[VerdictKey, WholeNumber] = Field(min_length=1, description="Tio röster fördelade på bedömningarna.")
    reasons: tuple[PanelReasonModel, ...] = Field(min_length=1, max_length=20)
    ways: tuple[PanelWayModel, ...] = Field(min_length=3, max_length=5, description="Billigaste vägen vidare.")


class PanelModel(Model):
    """A panel on one case."""

    schema_version: Literal[1] = Field(alias="schema", description="Formatets version.")
    case: Slug = Field(description="Fallets id, samma som filens namn utan .yaml.")
    title: Line | None = None
    fictional: YesNo = Field(True, description="Sant tills en verklig panel har svarat; det sägs till den som läser.")
    certificates: tuple[PanelCertificateModel, ...] = Field(min_length=1, max_length=20)
    review: ReviewModel | None = None


def to_panel(model: PanelModel) -> Panel:
    return Panel(
        case_id=CaseId(model.case),
        fictional=model.fictional,
        certificates=tuple(_certificate(c) for c in model.certificates),
        review=to_review(model.review) if model.review else None,
    )


def _certificate(model: PanelCertificateModel) -> PanelOnCertificate:
    return PanelOnCertificate(
        medical_certificate_id=MedicalCertificateId(model.medical_certificate),
        votes=tuple(VerdictVotes(Sufficiency(verdict), votes) for verdict, votes in model.votes.items()),
        reasons=tuple(PanelReason(Sufficiency(r.verdict), Perspective(r.perspective), r.text) for r in model.reasons),
        ways=tuple(PanelWay(w.id, w.text, w.votes, w.feedback) for w in model.ways),
    )


def problems(panel: Panel, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield certificates that nobody voted on: an answer could not be scored."""
    ids = [c.medical_certificate_id for c in panel.certificates]
    yield from repeated(ids, ("certificates",), "medical_certificate", document)
    for i, certificate in enumerate(panel.certificates):
        at: Where = ("certificates", i)
        yield from repeated((w.id for w in certificate.ways), (*at, "ways"), "id", document)
        negative = [v for v in certificate.votes if v.votes < 0]
        if negative or not sum(v.votes for v in certificate.votes):
            what = "Panelens röster ger ingen bedömning."
            yield document.problem((*at, "votes"), what, "Fördela tio röster, inget tal mindre än 0.")
        if not sum(w.votes for w in certificate.ways):
            yield document.problem((*at, "ways"), "Ingen väg har någon röst.", "Fördela tio röster på vägarna.")


def findings(panel: Panel, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield verdicts with votes but without a reason, and panels of another size than ten."""
    for i, certificate in enumerate(panel.certificates):
        at: Where = ("certificates", i)
        given = {r.verdict for r in certificate.reasons}
        for verdict in certificate.votes:
            if verdict.votes and verdict.verdict not in given:
                what = f"Bedömningen {verdict.verdict.value} har röster men inget skäl."
                yield Finding(Weight.BLOCKS_READY, document.problem((*at, "reasons"), what, "Skriv minst ett skäl."))
        sums = (("votes", sum(v.votes for v in certificate.votes)), ("ways", sum(w.votes for w in certificate.ways)))
        for name, total in sums:
            if total != PANEL_SIZE:
                what = f"Panelen har {total} röster i {name}, inte {PANEL_SIZE}."
                yield Finding(Weight.WARNING, document.problem((*at, name), what, "Fördela tio röster."))
