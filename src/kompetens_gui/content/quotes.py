"""Quotes in keys and rewriting tasks: each must occur in its field. When it does not, the nearest words are shown.

A quote may break its lines elsewhere than the field does: white space is then taken from the field, so that the quote
in the finished case is exact.
"""

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.case import Case, Key, KeySpan, RewriteTask
from kompetens_gui.domain.chain import Span
from kompetens_gui.domain.errors import ContentProblem, SpanNotFound
from kompetens_gui.domain.medical_certificate import FIELDS, MedicalCertificate

_MAX_SEARCHES = 20
_NEAR_ENOUGH = 0.55


def settle_quotes(case: Case, document: YamlDocument) -> tuple[Case, list[ContentProblem]]:
    """Return the case with every quote made exact, and a problem for each that does not occur."""
    settler = _Settler(document, {c.id: c for c in case.medical_certificates})
    keys = tuple(settler.key(key, ("keys", i)) for i, key in enumerate(case.keys))
    rewrites = tuple(settler.rewrite(task, ("rewrites", i)) for i, task in enumerate(case.rewrites))
    return replace(case, keys=keys, rewrites=rewrites), settler.problems


@dataclass
class _Settler:
    document: YamlDocument
    certificates: dict[str, MedicalCertificate]
    problems: list[ContentProblem] = field(default_factory=list)

    def key(self, key: Key, at: Where) -> Key:
        certificate = self.certificates.get(key.medical_certificate_id)
        if certificate is None:
            return key
        return replace(
            key,
            spans=tuple(self._key_span(s, certificate, (*at, "spans", i)) for i, s in enumerate(key.spans)),
        )

    def rewrite(self, task: RewriteTask, at: Where) -> RewriteTask:
        certificate = self.certificates.get(task.medical_certificate_id)
        return task if certificate is None else replace(task, span=self._span(task.span, certificate, at))

    def _key_span(self, key_span: KeySpan, certificate: MedicalCertificate, at: Where) -> KeySpan:
        return replace(key_span, span=self._span(key_span.span, certificate, at))

    def _span(self, span: Span, certificate: MedicalCertificate, at: Where) -> Span:
        settled = exact_span(span, certificate)
        if settled is not None:
            return settled
        suggest = len(self.problems) < _MAX_SEARCHES
        what, advice = _not_found(span, certificate, suggest=suggest)
        self.problems.append(self.document.problem((*at, "quote"), what, advice))
        return span


def exact_span(span: Span, certificate: MedicalCertificate) -> Span | None:
    """Return the span with the field's own white space, or None when the words do not occur (often enough)."""
    try:
        span.locate(certificate)
    except SpanNotFound:
        pass
    else:
        return span
    found = list(loose_pattern(span.quote).finditer(certificate.text(span.field))) if span.quote.split() else []
    if len(found) < span.occurrence:
        return None
    match = found[span.occurrence - 1]
    return Span.of(certificate, span.field, match.start(), match.end())


def loose_pattern(quote: str) -> re.Pattern[str]:
    """Return a pattern that finds the words of a quote whatever white space lies between them."""
    return re.compile(r"\s+".join(map(re.escape, quote.split())))


def _not_found(span: Span, certificate: MedicalCertificate, *, suggest: bool) -> tuple[str, str]:
    text = certificate.text(span.field)
    field_name = f"{span.field} ({FIELDS[span.field].title})"
    what = f"Citatet ”{_short(span.quote)}” finns inte i fält {field_name} i intyget ”{certificate.id}”."
    if not text:
        return what, f"Fält {span.field} är inte ifyllt i det intyget. Kontrollera fältets nummer och intygets id."
    if not suggest:
        return what, "Citatet måste vara ordagrant. Rätta de tidigare citaten först, så visas närmaste ord."
    count = len(loose_pattern(span.quote).findall(text))
    if count:
        what = f"Citatet ”{_short(span.quote)}” står {count} gång(er) i fält {field_name}, inte {span.occurrence}."
        return what, f"Sätt occurrence till ett tal från 1 till {count}."
    elsewhere = [f for f in FIELDS if f != span.field and loose_pattern(span.quote).search(certificate.text(f))]
    if elsewhere:
        return what, f"Orden står i fält {elsewhere[0]} ({FIELDS[elsewhere[0]].title}): ändra field, eller citatet."
    near = nearest_passage(text, span.quote)
    if near:
        return what, f"Närmast är ”{near}”. Skriv citatet ordagrant som i fältet."
    return what, "Citatet måste vara ordagrant: kopiera orden ur fältets text."


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "…"


def nearest_passage(text: str, quote: str) -> str:
    """Return the passage of the same number of words that is most like the quote, or "" when none is near."""
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    length = min(len(quote.split()), len(words))
    if not length:
        return ""
    matcher = difflib.SequenceMatcher(None, autojunk=False)
    matcher.set_seq2(quote[:500])
    best, best_ratio = "", _NEAR_ENOUGH
    for start in _promising([text[a:b] for a, b in words], quote.split(), length):
        passage = text[words[start][0] : words[start + length - 1][1]]
        matcher.set_seq1(passage[:500])
        if matcher.ratio() > best_ratio:
            best, best_ratio = passage, matcher.ratio()
    return _short(" ".join(best.split()))


def _promising(words: Sequence[str], quoted: Sequence[str], length: int) -> list[int]:
    """Return where the windows start that share most words (or beginnings of words) with the quote."""
    stems = {w.casefold()[:4] for w in quoted}
    hits = [w.casefold()[:4] in stems for w in words]
    sums = [sum(hits[i : i + length]) for i in range(len(words) - length + 1)]
    return sorted(range(len(sums)), key=lambda i: -sums[i])[:12]
