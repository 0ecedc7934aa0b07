"""What must hold for a key: its links, what may be asked for, and that its judgement follows from its chain."""

from collections.abc import Iterator

from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import Key, Sufficiency
from kompetens_gui.domain.chain import ALLOWED_LINKS, Chain, Gap, GapKind, SpanKind
from kompetens_gui.domain.errors import ContentProblem, LinkRefused, SpanNotFound
from kompetens_gui.domain.medical_certificate import MedicalCertificate

_DIRECTIONS = ", ".join(f"{a.value}→{b.value}" for a, b in sorted(ALLOWED_LINKS))
_NOT_ASKED_FOR = (SpanKind.FUNCTION, SpanKind.ACTIVITY)
_GAP_WORDS = {
    GapKind.NO_DIAGNOSIS: "ingen diagnos är markerad",
    GapKind.NO_FUNCTION: "ingen funktionsnedsättning är markerad",
    GapKind.NO_ACTIVITY: "ingen aktivitetsbegränsning är markerad",
    GapKind.FUNCTION_WITHOUT_DIAGNOSIS: "”{node}” är inte länkad från någon diagnos",
    GapKind.FUNCTION_WITHOUT_ACTIVITY: "”{node}” leder inte till någon aktivitetsbegränsning",
    GapKind.ACTIVITY_WITHOUT_FUNCTION: "”{node}” förklaras inte av någon funktionsnedsättning",
}


def check_key(key: Key, certificate: MedicalCertificate, document: YamlDocument, at: Where) -> Iterator[ContentProblem]:
    """Yield every fault of one key."""
    yield from _link_problems(key, document, at)
    yield from _not_asked_for_problems(key, certificate, document, at)
    yield from _twice_problems(key, certificate, document, at)
    yield from _judgement_problems(key, certificate, document, at)


def gaps_asked_for(key: Key, certificate: MedicalCertificate) -> tuple[Gap, ...]:
    """Return the gaps of a key's chain that matter: none for F and A when the form does not ask for them."""
    gaps = key.chain().gaps()
    if certificate.asks_for_chain:
        return gaps
    return tuple(g for g in gaps if g.kind == GapKind.NO_DIAGNOSIS)


def gap_words(gap: Gap) -> str:
    """Return what a gap is, in Swedish; empty for a slot that the key itself points out."""
    return _GAP_WORDS.get(gap.kind, "").format(node=gap.node)


def _link_problems(key: Key, document: YamlDocument, at: Where) -> Iterator[ContentProblem]:
    chain = key.chain()
    known = ", ".join(n.id for n in chain.nodes) or "inga"
    seen = set()
    for i, link in enumerate(key.links):
        where = (*at, "links", i)
        missing = [end for end in (link.source, link.target) if chain.node(end) is None]
        for end in missing:
            what = f"Länken går till ”{end}”, som inte finns i facit."
            yield document.problem(where, what, f"Här finns: {known}.")
        if missing:
            continue
        try:
            Chain(chain.nodes).check_link(link)
        except LinkRefused as refused:
            what = f"Länken {link.source} → {link.target} går från {refused.source_kind} till {refused.target_kind}."
            yield document.problem(where, what, f"Länkar får gå {_DIRECTIONS}. Byt ordning eller ta bort länken.")
        if link in seen:
            what = f"Länken {link.source} → {link.target} står två gånger."
            yield document.problem(where, what, "Ta bort den ena.")
        seen.add(link)


def _not_asked_for_problems(
    key: Key, certificate: MedicalCertificate, document: YamlDocument, at: Where
) -> Iterator[ContentProblem]:
    if certificate.asks_for_chain:
        return
    advice = "Ta bort den: vid smittbärarpenning frågas inte efter funktionsnedsättning och aktivitetsbegränsning."
    for i, span in enumerate(key.spans):
        if span.kind in _NOT_ASKED_FOR:
            what = f"Facit markerar {span.kind.value} i ett intyg om smittbärarpenning."
            yield document.problem((*at, "spans", i, "kind"), what, advice)
    for i, slot in enumerate(key.missing):
        if slot.kind in _NOT_ASKED_FOR:
            what = f"Facit saknar {slot.kind.value} i ett intyg om smittbärarpenning."
            yield document.problem((*at, "missing", i, "kind"), what, advice)


def _twice_problems(
    key: Key, certificate: MedicalCertificate, document: YamlDocument, at: Where
) -> Iterator[ContentProblem]:
    seen: dict[tuple[str, int, int], str] = {}
    for i, span in enumerate(key.spans):
        try:
            start, end = span.span.locate(certificate)
        except SpanNotFound:  # said already, with the nearest words
            continue
        place = (span.span.field, start, end)
        if place in seen:
            what = f"”{span.id}” och ”{seen[place]}” markerar samma ord."
            yield document.problem(
                (*at, "spans", i, "quote"), what, "Behåll den ena; fler rimliga läsningar skrivs i also."
            )
        seen.setdefault(place, span.id)


def _judgement_problems(
    key: Key, certificate: MedicalCertificate, document: YamlDocument, at: Where
) -> Iterator[ContentProblem]:
    if key.sufficient_anyway and key.sufficiency == Sufficiency.INSUFFICIENT:
        what = "Facit säger både att underlaget inte räcker och att det räcker ändå."
        yield document.problem((*at, "sufficient_anyway"), what, "Ändra sufficiency eller sufficient_anyway.")
    intended = key.missing or key.sufficient_anyway or key.sufficiency != Sufficiency.SUFFICIENT
    # An impairment need not lead to a limitation, but a limitation is explained and an impairment has a cause.
    gaps = [g for g in gaps_asked_for(key, certificate) if g.kind != GapKind.FUNCTION_WITHOUT_ACTIVITY]
    if gaps and not intended:
        what = f"Facit säger att underlaget räcker, men kedjan är bruten: {'; '.join(map(gap_words, gaps))}."
        advice = "Lägg till länken, en lucka under missing, eller sufficient_anyway: true om det räcker ändå."
        yield document.problem((*at, "sufficiency"), what, advice)
