"""What a schema cannot check in a case: ids, references, dates, and that the parts fit together. All are errors."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import pairwise

from kompetens_gui.content.case_model import CaseModel, MedicalCertificateModel
from kompetens_gui.content.key_rules import check_key
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.errors import ContentProblem

# A certificate may be written some days ahead of a planned operation, not longer.
_WRITTEN_AHEAD = timedelta(days=31)


def check_case_rules(
    model: CaseModel, case: Case, document: YamlDocument, folder_name: str | None
) -> list[ContentProblem]:
    """Return every fault; `folder_name` is what the id must be, None when the file does not stand in a case folder."""
    problems = list(_id_problems(model, document, folder_name))
    problems += _reference_problems(model, document)
    for i, certificate in enumerate(model.medical_certificates):
        problems += _certificate_problems(certificate, model, document, ("medical_certificates", i))
    known = {c.id: c for c in case.medical_certificates}
    for i, key in enumerate(case.keys):
        if key.medical_certificate_id in known:
            problems += check_key(key, known[key.medical_certificate_id], document, ("keys", i))
    return problems


def _id_problems(model: CaseModel, document: YamlDocument, folder_name: str | None) -> Iterator[ContentProblem]:
    if folder_name is not None and model.id != folder_name:
        what = f"Fallets id är ”{model.id}” men mappen heter ”{folder_name}”."
        yield document.problem(("id",), what, "Låt id och mapp ha samma namn. Ett id som använts ändras aldrig.")
    papers = [(m.id, ("medical_certificates", i, "id")) for i, m in enumerate(model.medical_certificates)]
    papers += [(d.id, ("documents", i, "id")) for i, d in enumerate(model.documents)]
    yield from _repeated(papers, "Intyg och handlingar", document)
    yield from _repeated([(d.id, ("discussion", i, "id")) for i, d in enumerate(model.discussion)], "Frågor", document)
    for i, key in enumerate(model.keys):
        nodes = [(s.id, ("keys", i, "spans", j, "id")) for j, s in enumerate(key.spans)]
        nodes += [(m.id, ("keys", i, "missing", j, "id")) for j, m in enumerate(key.missing)]
        yield from _repeated(nodes, "Markeringar och luckor i samma facit", document)
    views = [(f"{k.medical_certificate}/{k.perspective}", ("keys", i, "perspective")) for i, k in enumerate(model.keys)]
    yield from _repeated(views, "Facit", document)
    if all(m.available == "later" for m in model.medical_certificates):
        what = "Alla intyg lämnas ut senare, så gruppen har inget att läsa från början."
        yield document.problem(("medical_certificates",), what, "Sätt available: start på det första intyget.")


def _repeated(ids: Iterable[tuple[str, Where]], what_they_are: str, document: YamlDocument) -> Iterator[ContentProblem]:
    first: dict[str, Where] = {}
    for id_, where in ids:
        if id_ in first:
            line = document.position(first[id_]).line
            what = f"”{id_}” används två gånger; första gången på rad {line}."
            yield document.problem(where, what, f"{what_they_are} ska ha var sitt id. Ge den ena ett annat.")
        first.setdefault(id_, where)


def _reference_problems(model: CaseModel, document: YamlDocument) -> Iterator[ContentProblem]:
    known = [m.id for m in model.medical_certificates]
    referring: list[tuple[Where, str]] = [(("keys", i), k.medical_certificate) for i, k in enumerate(model.keys)]
    referring += [(("supplements", i), s.medical_certificate) for i, s in enumerate(model.supplements)]
    referring += [(("rewrites", i), r.medical_certificate) for i, r in enumerate(model.rewrites)]
    for where, certificate_id in referring:
        if certificate_id not in known:
            what = f"Intyget ”{certificate_id}” finns inte i fallet."
            advice = f"Välj något av: {', '.join(known)}."
            yield document.problem((*where, "medical_certificate"), what, advice)


def _certificate_problems(
    certificate: MedicalCertificateModel, model: CaseModel, document: YamlDocument, at: Where
) -> Iterator[ContentProblem]:
    yield from _period_problems(certificate, document, at)
    day_one = model.sick_leave.start
    first_day = min(p.start for p in certificate.periods)
    if certificate.issued_on < min(day_one, first_day) - _WRITTEN_AHEAD:
        what = f"Intyget är skrivet {certificate.issued_on}, långt före sjukperiodens första dag {day_one}."
        yield document.problem((*at, "issued_on"), what, "Rätta intygets datum eller sick_leave.start.")
    if first_day < day_one and not model.sick_leave.earlier_days:
        what = f"En period börjar {first_day}, före sjukperiodens dag 1 ({day_one})."
        yield document.problem((*at, "periods"), what, "Rätta perioden, sick_leave.start eller earlier_days.")
    for i, basis in enumerate(certificate.basis):
        if basis.on > certificate.issued_on:
            what = f"Intyget bygger på något som hände {basis.on}, efter att det skrevs ({certificate.issued_on})."
            yield document.problem((*at, "basis", i, "on"), what, "Rätta det ena datumet.")
    prognosis = certificate.prognosis
    if prognosis is None:
        return
    if prognosis.kind == "full_return_within" and prognosis.months is None:
        yield document.problem((*at, "prognosis"), "Prognosen säger inte inom hur många månader.", "Lägg till months.")
    if prognosis.kind != "full_return_within" and prognosis.months is not None:
        what = "Antal månader hör bara till prognosen full_return_within."
        yield document.problem((*at, "prognosis", "months"), what, "Ta bort months eller ändra kind.")
    if prognosis.kind == "unclear" and not prognosis.ground:
        what = "En oklar prognos behöver en förklaring."
        yield document.problem((*at, "prognosis"), what, "Lägg till ground: vad gör den svår att bedöma?")


def _period_problems(
    certificate: MedicalCertificateModel, document: YamlDocument, at: Where
) -> Iterator[ContentProblem]:
    for i, period in enumerate(certificate.periods):
        if period.end < period.start:
            what = f"Perioden slutar {period.end} men börjar {period.start}."
            yield document.problem(
                (*at, "periods", i, "end"), what, "Rätta datumen: slutet ska vara samma dag eller senare."
            )
    order = sorted(range(len(certificate.periods)), key=lambda i: certificate.periods[i].start)
    for earlier, later in pairwise(order):
        start, earlier_end = certificate.periods[later].start, certificate.periods[earlier].end
        if start <= earlier_end:
            what = f"Perioden börjar {start}, innan den förra är slut ({earlier_end})."
            yield document.problem((*at, "periods", later, "start"), what, "En dag kan bara ha en grad: rätta datumen.")
