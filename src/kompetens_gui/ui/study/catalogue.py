"""Everything that can be practised freely, found by kind, area, difficulty and words. Read in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.errors import KompetensError
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.rewrite import tasks_of
from kompetens_gui.domain.exercises.supplement import models_of
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.learning_path import StepKind, StepSettings
from kompetens_gui.services.ports import CaseFilter, CaseIndex
from kompetens_gui.services.study_ports import StudyLibrary

translate = QCoreApplication.translate
ROUND, MADE_TIMELINES = 10, 5
MOST_CASES = 60
"""As many cases as are opened to see what can be practised with them; a larger bank is narrowed by searching."""
CASE_MINUTES: Mapping[StepKind, int] = {
    StepKind.MARK_CHAIN: 25,
    StepKind.SUFFICIENCY: 15,
    StepKind.REWRITE: 20,
    StepKind.SUPPLEMENT: 15,
}
_FREE = tuple(StepKind(kind.value) for kind in StudyContentKind)


@dataclass(frozen=True)
class FreeEntry:
    """Something to practise. `difficulty` is 0 where there is none; `about` is one line on what it trains."""

    kind: StepKind
    ref: str
    title: str
    areas: tuple[str, ...]
    difficulty: int
    minutes: int
    about: str = ""
    settings: StepSettings = field(default_factory=StepSettings)


@dataclass(frozen=True)
class Wish:
    """What is looked for; empty lets all through."""

    text: str = ""
    kind: str = ""
    area: str = ""
    difficulty: int = 0


class Catalogue:
    """Finds entries. Safe from several threads; cases that have been opened once are remembered by id."""

    def __init__(self, library: StudyLibrary, cases: CaseIndex, area_titles: Mapping[str, str]) -> None:
        self._library, self._cases, self._titles = library, cases, area_titles
        self._known: dict[CaseId, Case | None] = {}
        self._lock = Lock()

    def forget_cases(self) -> None:
        """Open cases anew: the bank has changed."""
        with self._lock:
            self._known = {}

    def find(self, wish: Wish) -> tuple[FreeEntry, ...]:
        """Return what fits, easiest first within each kind."""
        kinds: Sequence[tuple[StepKind, Callable[[Wish, StepKind], Iterator[FreeEntry]]]] = (
            (StepKind.QUESTIONS, self._questions),
            *((kind, self._of_case) for kind in CASE_MINUTES),
            *((kind, self._of_library) for kind in _FREE),
        )
        words = wish.text.casefold().split()
        found: list[FreeEntry] = []
        for kind, entries in kinds:
            if wish.kind not in {"", kind.value}:
                continue
            fitting = [entry for entry in entries(wish, kind) if _fits(entry, wish, words)]
            found += sorted(fitting, key=lambda e: (e.difficulty, e.title.casefold()))
        return tuple(found)

    def _questions(self, _wish: Wish, kind: StepKind) -> Iterator[FreeEntry]:
        counts: dict[str, int] = {}
        for item in self._library.items():
            counts[item.area] = counts.get(item.area, 0) + 1
        for area in sorted(counts):
            count = min(ROUND, counts[area])
            yield FreeEntry(
                kind,
                area,
                self._titles.get(area, area),
                (area,),
                0,
                max(1, count * 2),
                translate("Study", "{count} frågor ur {all}.").format(count=count, all=counts[area]),
                StepSettings(count=count),
            )

    def _of_library(self, _wish: Wish, kind: StepKind) -> Iterator[FreeEntry]:
        if kind == StepKind.TIMELINE:
            yield FreeEntry(
                kind,
                "",
                translate("Study", "Nya tidslinjer"),
                ("K03",),
                0,
                10,
                translate("Study", "{count} tidslinjer som inte har visats förut.").format(count=MADE_TIMELINES),
                StepSettings(count=MADE_TIMELINES),
            )
        for head in self._library.heads(StudyContentKind(kind.value)):
            goals = head.learning_goals
            yield FreeEntry(
                kind,
                head.id,
                head.title,
                head.competence_areas,
                head.difficulty,
                head.minutes,
                goals[0] if goals else "",
            )

    def _of_case(self, wish: Wish, kind: StepKind) -> Iterator[FreeEntry]:
        rows = self._cases.search("", CaseFilter(), MOST_CASES).rows
        if wish.text:
            rows = tuple(
                {r.id: r for r in (*self._cases.search(wish.text, CaseFilter(), MOST_CASES).rows, *rows)}.values()
            )
        for row in rows:
            case = None if row.broken else self._case(row.id)
            if case is None or not can_practise(case, kind):
                continue
            about = ", ".join(part for part in (row.occupation, row.diagnosis) if part)
            certificate = case.medical_certificates[0].id if case.medical_certificates else ""
            settings = StepSettings(medical_certificate=certificate)
            areas = case.competence_areas
            yield FreeEntry(kind, row.id, row.title, areas, row.difficulty, CASE_MINUTES[kind], about, settings)

    def _case(self, case_id: CaseId) -> Case | None:
        """Return a case, or None when it cannot be read; the case bank tells why."""
        with self._lock:
            if case_id in self._known:
                return self._known[case_id]
        try:
            case: Case | None = self._cases.case(case_id)
        except KompetensError:
            case = None
        with self._lock:
            self._known[case_id] = case
        return case


def can_practise(case: Case, kind: StepKind) -> bool:
    """Whether a case has what a kind of exercise needs."""
    content = CaseContent(case)
    if not case.medical_certificates:
        return False
    if kind == StepKind.REWRITE:
        return bool(tasks_of(content))
    if kind == StepKind.SUPPLEMENT:
        return bool(models_of(content))
    return bool(content.keys)


def _fits(entry: FreeEntry, wish: Wish, words: Sequence[str]) -> bool:
    if wish.area and wish.area not in entry.areas:
        return False
    if wish.difficulty and entry.difficulty != wish.difficulty:
        return False
    said = f"{entry.title} {entry.about}".casefold()
    return all(word in said for word in words)
