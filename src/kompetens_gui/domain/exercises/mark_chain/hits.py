"""How much of each kind has been found: in one reading of a certificate, and over several exercises."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kompetens_gui.domain.chain import CHAIN_KINDS, Chain
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.mark_chain.rules import best_hit
from kompetens_gui.domain.key_comparison import Difference, DifferenceKind, compare

_FOUND = (DifferenceKind.SAME, DifferenceKind.REASONABLE_ALTERNATIVE)


@dataclass(frozen=True)
class KindHits:
    """How many of a reading's places of one kind the learner has; a reasonable alternative counts."""

    kind: str
    found: int
    of: int

    @property
    def share(self) -> float:
        return self.found / self.of if self.of else 0.0


@dataclass(frozen=True)
class HitRecord:
    """How a learner has fared over the last `days`. `hits` are for D, F and A, summed over so many `exercises`."""

    exercises: int
    days: int
    hits: tuple[KindHits, ...]


def hits_by_kind(differences: Sequence[Difference]) -> tuple[KindHits, ...]:
    """Return the hits for D, F and A in a comparison with one reading."""
    hits = []
    for kind in CHAIN_KINDS:
        wanted = [d for d in differences if d.key is not None and d.key.span is not None and d.key.kind == kind]
        wanted = [d for d in wanted if d.kind is not DifferenceKind.LINK_ONLY_KEY]
        hits.append(KindHits(kind.value, sum(d.kind in _FOUND for d in wanted), len(wanted)))
    return tuple(hits)


def nearest_hits(chain: Chain, content: CaseContent) -> tuple[KindHits, ...]:
    """Return the hits of a chain in the reading it is nearest to; none where nobody's reading is there."""
    best = best_hit(chain, content)
    if best is None:
        return ()
    key = next(k for k in content.keys if k.perspective == best.perspective)
    return hits_by_kind(compare(chain, key, content.medical_certificate))


def summed(hits: Iterable[Sequence[KindHits]]) -> tuple[KindHits, ...]:
    """Add up the hits of several exercises, kind by kind."""
    found: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for one in hits:
        for each in one:
            found[each.kind] += each.found
            of[each.kind] += each.of
    return tuple(KindHits(kind.value, found[kind.value], of[kind.value]) for kind in CHAIN_KINDS)
