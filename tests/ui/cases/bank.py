"""A small bank in memory that answers as the real index does, and the real cases to fill it with."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from kompetens_gui.content.bank_reader import CaseFolders
from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.errors import CaseMissing, ContentInvalid, ContentProblem
from kompetens_gui.services.case_source import IndexedCase
from kompetens_gui.services.ports import CaseFilter, CaseRow, CaseSearchResult

CASES = Path(__file__).parents[3] / "cases"
PROBLEM = ContentProblem("bank/trasigt-fall/case.yaml", 4, "Raden går inte att läsa.", "Se över citattecknen.")
FACETS = ("diagnosis_group", "chain_state", "difficulty", "situation")


@cache
def real_cases() -> tuple[IndexedCase, ...]:
    source = CaseFolders([CASES])
    return tuple(source.read(file) for file in source.scan())


def row_of(indexed: IndexedCase) -> CaseRow:
    return CaseRow(
        CaseId(indexed.id), indexed.title, indexed.occupation, indexed.diagnosis, indexed.diagnosis_group,
        indexed.difficulty, indexed.sex, indexed.situation, indexed.chain_state.value, indexed.day,
    )  # fmt: skip


BROKEN = CaseRow(CaseId("trasigt-fall"), "trasigt-fall", "", "", "", 0, "", "", "unknown", 0, broken=True)


def many(count: int) -> tuple[CaseRow, ...]:
    return tuple(
        CaseRow(CaseId(f"fall-{n}"), f"Fall {n:05d}", "Snickare", "Sorg", "mental", 1, "man", "employed", "whole", n)
        for n in range(count)
    )


class MemoryIndex:
    """Fits CaseIndex."""

    def __init__(self, rows: Sequence[CaseRow]) -> None:
        self.rows = list(rows)
        self.asked: list[tuple[str, CaseFilter, int]] = []
        self.while_searching: Callable[[str], object] = lambda _text: None
        self.steps = 0

    def refresh(self, progress: Callable[[int, int], None] | None = None) -> bool:
        for step in range(self.steps):
            if progress is not None:
                progress(step + 1, self.steps)
        return True

    def search(self, text: str, chosen: CaseFilter, limit: int = 200) -> CaseSearchResult:
        self.asked.append((text, chosen, limit))
        self.while_searching(text)
        hits = [row for row in self.rows if text.lower() in f"{row.title} {row.occupation} {row.diagnosis}".lower()]
        found = [row for row in hits if _passes(row, chosen)]
        counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
        for row in hits:
            for facet in FACETS:
                value = str(getattr(row, facet))
                counts[facet][value] = counts[facet].get(value, 0) + 1
        return CaseSearchResult(tuple(found[:limit]), len(found), counts)

    def case(self, case_id: CaseId) -> Case:
        if case_id == BROKEN.id:
            raise ContentInvalid((PROBLEM,))
        case = next((i.case for i in real_cases() if i.id == case_id), None)
        if case is None:
            raise CaseMissing(case_id)
        return case


def _passes(row: CaseRow, chosen: CaseFilter) -> bool:
    pairs: Mapping[str, frozenset[str] | frozenset[int]] = {
        "diagnosis_group": chosen.diagnosis_groups,
        "chain_state": chosen.chain_states,
        "difficulty": chosen.difficulties,
        "situation": chosen.situations,
    }
    return all(not wanted or getattr(row, name) in wanted for name, wanted in pairs.items())
