"""The checklist before publication, as far as a program can answer it. What is left is for people."""

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from kompetens_gui.content.case_texts import case_texts
from kompetens_gui.content.fact_checks import check_facts
from kompetens_gui.content.findings import Finding, Weight, weighed
from kompetens_gui.content.key_rules import gap_words, gaps_asked_for
from kompetens_gui.content.language_checks import check_heaviness, check_language, whole_texts
from kompetens_gui.content.privacy_checks import check_privacy
from kompetens_gui.content.rule_lists import RuleLists
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import Case, CaseStatus, Key
from kompetens_gui.domain.errors import ContentProblem, SpanNotFound
from kompetens_gui.domain.medical_certificate import MedicalCertificate

_READ_AS_ONE: tuple[tuple[str, Where], ...] = (
    ("story", ("story",)),
    ("voice", ("person", "voice")),
    ("discussion", ("discussion",)),
)


def check_case(
    case: Case, document: YamlDocument, lists: RuleLists, today: date
) -> tuple[list[ContentProblem], list[ContentProblem]]:
    """Return errors and warnings of a case that can be loaded. A draft is only warned of what blocks publication."""
    return weighed(findings(case, document, lists, today), case.status)


def findings(case: Case, document: YamlDocument, lists: RuleLists, today: date) -> Iterator[Finding]:
    """Yield everything found, check by check."""
    texts = list(case_texts(document))
    yield from check_privacy(texts, document)
    yield from check_language(texts, document, lists)
    yield from check_heaviness(whole_texts(texts, _READ_AS_ONE), document)
    yield from check_facts(texts, case, document, lists, today)
    for i, key in enumerate(case.keys):
        certificate = case.medical_certificate(key.medical_certificate_id)
        yield from _overlaps(key, certificate, document, ("keys", i))
        yield from _silent_gaps(key, certificate, document, ("keys", i))
    yield from _completeness(case, document)


def _overlaps(key: Key, certificate: MedicalCertificate, document: YamlDocument, at: Where) -> Iterator[Finding]:
    places = []
    for i, span in enumerate(key.spans):
        try:
            places.append((i, span.span.field, *span.span.locate(certificate)))
        except SpanNotFound:  # an error already when the case was loaded
            continue
    for (_, field_a, start_a, end_a), (j, field_b, start_b, end_b) in combinations(places, 2):
        if field_a == field_b and start_a < end_b and start_b < end_a:
            what = f"Markeringen ”{key.spans[j].id}” delar ord med en annan markering i fält {field_a}."
            advice = "Korta den ena så att de inte går in i varandra, om det inte är meningen."
            yield Finding(Weight.WARNING, document.problem((*at, "spans", j, "quote"), what, advice))


def _silent_gaps(key: Key, certificate: MedicalCertificate, document: YamlDocument, at: Where) -> Iterator[Finding]:
    """A broken chain that the key judges as broken, without pointing out what is missing, teaches nobody."""
    words = [gap_words(g) for g in gaps_asked_for(key, certificate)]
    if any(words) and not key.missing and not key.sufficient_anyway:
        what = f"Kedjan är bruten utan att facit visar en lucka: {'; '.join(w for w in words if w)}."
        yield Finding(Weight.WARNING, document.problem(at, what, "Lägg till en lucka under missing, eller en länk."))


def _completeness(case: Case, document: YamlDocument) -> Iterator[Finding]:
    """What a case needs to carry a whole group dialogue."""
    if case.status != CaseStatus.READY:
        return
    asks_for_chain = any(c.asks_for_chain for c in case.medical_certificates)
    wanted = (
        (len({k.perspective for k in case.keys}) >= 2, "keys", "Fallet har inte facit ur två perspektiv."),
        (
            len(case.medical_certificates) + len(case.documents) >= 2,
            "documents",
            "Fallet har bara ett papper att läsa.",
        ),
        (bool(case.supplements) or not asks_for_chain, "supplements", "Fallet saknar en komplettering som förlaga."),
        (bool(case.discussion), "discussion", "Fallet saknar diskussionsfrågor."),
        (bool(case.leader_notes), "leader_notes", "Fallet saknar stöd till ledaren."),
    )
    for there, field, what in wanted:
        if not there:
            advice = f"Lägg till {field}, eller sätt status: draft tills det finns."
            yield Finding(Weight.WARNING, document.problem((field,), what, advice))
