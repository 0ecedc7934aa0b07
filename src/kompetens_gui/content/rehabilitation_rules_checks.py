"""What a schema cannot see in the rules of the chain: order, gaps, overlaps and names that lead nowhere."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from kompetens_gui.content.rehabilitation_rules_model import (
    AgeLimitModel,
    ChainExceptionModel,
    GroundRowModel,
    RehabilitationRulesModel,
    VersionModel,
    WindowModel,
)
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.rehabilitation_chain import Situation

Problems = Iterator[ContentProblem]
_RANGE_ADVICE = "Rätta den ena av dem."


def problems_of(model: RehabilitationRulesModel, document: YamlDocument) -> Problems:
    """Yield every problem that stops the rules from being used."""
    checks = _Checks(model, document)
    yield from checks.names()
    yield from checks.versions()
    if checks.versions_are_sound:
        yield from checks.ranges()
        yield from checks.situations()
        yield from checks.exceptions()


class _Checks:
    def __init__(self, model: RehabilitationRulesModel, document: YamlDocument) -> None:
        self._model = model
        self._document = document
        self._order = {version.id: i for i, version in enumerate(model.versions)}
        self.versions_are_sound = not list(self.versions()) and not list(self._unknown_versions())

    # -------------------------------------------------------------- names

    def names(self) -> Problems:
        lists: tuple[tuple[str, Sequence[str]], ...] = (
            ("sources", [s.id for s in self._model.sources]),
            ("versions", [v.id for v in self._model.versions]),
            ("exceptions", [e.id for e in self._model.exceptions]),
        )
        for name, ids in lists:
            for i, id_ in enumerate(ids):
                if id_ in ids[:i]:
                    yield self._problem((name, i, "id"), f"”{id_}” står två gånger.", "Ta bort det ena.")
        known = {s.id for s in self._model.sources}
        for where, ids in self._source_lists():
            for i, id_ in enumerate(ids):
                if id_ not in known:
                    what, advice = f"Källan ”{id_}” finns inte.", f"Välj någon av: {', '.join(sorted(known))}."
                    yield self._problem((*where, i), what, advice)
        yield from self._unknown_versions()

    def _source_lists(self) -> Iterator[tuple[Where, tuple[str, ...]]]:
        model = self._model
        yield from ((("versions", i, "sources"), v.sources) for i, v in enumerate(model.versions))
        yield from ((("exceptions", i, "sources"), e.sources) for i, e in enumerate(model.exceptions))
        yield from (((*where, "sources"), row.sources) for where, row in self._rows())
        yield ("joining", "sources"), model.joining.sources
        yield ("employer_plan", "sources"), model.employer_plan.sources

    def _unknown_versions(self) -> Problems:
        ranged: list[tuple[Where, GroundRowModel | WindowModel]] = [*self._rows(), *self._windows()]
        for where, part in ranged:
            for name, id_ in (("from", part.from_version), ("to", part.to_version)):
                if id_ is not None and id_ not in self._order:
                    what, advice = f"Regelversionen {id_} finns inte.", f"Välj någon av: {', '.join(self._order)}."
                    yield self._problem((*where, name), what, advice)

    # -------------------------------------------------------------- versions and ranges

    def versions(self) -> Problems:
        for i, version in enumerate(self._model.versions):
            if (version.from_day is None) != (i == 0):
                what = f"{version.id} {'saknar' if version.from_day is None else 'har'} en första dag (from)."
                yield self._problem(
                    ("versions", i), what, "Den äldsta versionen, som står först, saknar from; de andra har det."
                )
        later: list[tuple[int, VersionModel]] = list(enumerate(self._model.versions))[1:]
        for (_, a), (i, b) in pairwise(later):
            if a.from_day is not None and b.from_day is not None and b.from_day <= a.from_day:
                what = f"{b.id} börjar gälla {b.from_day}, men {a.id} före den börjar {a.from_day}."
                yield self._problem(("versions", i, "from"), what, "Ställ versionerna i tidsordning.")

    def ranges(self) -> Problems:
        ranged: list[tuple[Where, GroundRowModel | WindowModel]] = [*self._rows(), *self._windows()]
        for where, part in ranged:
            if part.last is not None and part.last < part.first:
                what = f"Sista dagen ({part.last}) är före den första ({part.first})."
                yield self._problem((*where, "last"), what, _RANGE_ADVICE)
            if self._first(part) > self._last(part):
                what = f"{part.to_version} är äldre än {part.from_version}."
                yield self._problem((*where, "to"), what, _RANGE_ADVICE)

    def _first(self, part: GroundRowModel | WindowModel) -> int:
        return self._order[part.from_version] if part.from_version else 0

    def _last(self, part: GroundRowModel | WindowModel) -> int:
        return self._order[part.to_version] if part.to_version else len(self._order) - 1

    # -------------------------------------------------------------- grounds

    def situations(self) -> Problems:
        found = [s.situation for s in self._model.situations]
        for i, name in enumerate(found):
            if name in found[:i]:
                yield self._problem(("situations", i, "situation"), f"{name} står två gånger.", "Slå ihop raderna.")
        missing = [s.value for s in Situation if s.value not in found]
        if missing:
            what = f"Situationen {', '.join(missing)} saknas."
            yield self._problem(("situations",), what, "Lägg till den med sina rader.")
        for i, situation in enumerate(self._model.situations):
            for version, position in self._order.items():
                rows = [r for r in situation.rows if self._first(r) <= position <= self._last(r)]
                yield from self._days_covered(rows, version, ("situations", i))
        for where, row in self._rows():
            if (row.certainty == "check") != (row.ground is None) or (row.ground is None) != bool(row.possible):
                what = "Raden säger både en grund och att svaret ska kontrolleras, eller ingetdera."
                advice = "Skriv ground utom vid certainty: check. Då utelämnas den, och possible har de tänkbara."
                yield self._problem(where, what, advice)

    def _days_covered(self, rows: list[GroundRowModel], version: str, where: Where) -> Problems:
        """Every day from 1 on has exactly one row."""
        expected: int | None = 1
        for row in sorted(rows, key=lambda r: r.first):
            if expected is None or row.first < expected:
                what, advice = f"Två rader gäller dag {row.first} i {version}.", "Ändra first eller last."
                yield self._problem(where, what, advice)
                return
            if row.first > expected:
                break
            expected = None if row.last is None else row.last + 1
        if expected is not None:
            what = f"Ingen rad gäller dag {expected} i {version}."
            yield self._problem(where, what, "Lägg till en rad; den sista saknar last.")

    # -------------------------------------------------------------- exceptions

    def exceptions(self) -> Problems:
        for i, exception in enumerate(self._model.exceptions):
            yield from self._effects(exception, ("exceptions", i))
            yield from self._ages(exception.ages, ("exceptions", i))
        for where, window in self._windows():
            if window.from_day and window.to_day and window.to_day < window.from_day:
                yield self._problem((*where, "to_day"), "Fönstret slutar innan det börjar.", _RANGE_ADVICE)

    def _effects(self, exception: ChainExceptionModel, where: Where) -> Problems:
        found = [e.situation for e in exception.effects]
        for i, effect in enumerate(exception.effects):
            at = (*where, "effects", i)
            if effect.situation in found[:i]:
                yield self._problem(at, f"{effect.situation} står två gånger.", "Ta bort det ena.")
            if effect.ground is None and effect.certainty != "check":
                yield self._problem(at, "Effekten saknar grund.", "Skriv ground, eller certainty: check.")

    def _ages(self, ages: tuple[AgeLimitModel, ...], where: Where) -> Problems:
        previous: date | None = None
        for i, limit in enumerate(ages):
            at = (*where, "ages", i)
            if (i and (previous is None or limit.from_day <= previous)) or (limit.to_day or date.max) < limit.from_day:
                yield self._problem(at, "Åldersgränsernas tider går in i varandra.", "Rätta from eller to.")
            previous = limit.to_day
            steps = [band.age for band in limit.bands]
            if steps[0] != 0 or any(b <= a for a, b in pairwise(steps)):
                yield self._problem((*at, "bands"), "Åldrarna ska börja på 0 och stiga.", "Ordna banden.")
            for j, band in enumerate(limit.bands):
                if (band.applies is None) != (band.certainty == "check"):
                    what = "Bandet säger både ett svar och att det ska kontrolleras, eller ingetdera."
                    yield self._problem((*at, "bands", j), what, "Skriv applies utom vid certainty: check.")

    # -------------------------------------------------------------- parts

    def _rows(self) -> Iterator[tuple[Where, GroundRowModel]]:
        for i, situation in enumerate(self._model.situations):
            yield from ((("situations", i, "rows", j), row) for j, row in enumerate(situation.rows))

    def _windows(self) -> Iterator[tuple[Where, WindowModel]]:
        for i, exception in enumerate(self._model.exceptions):
            yield from ((("exceptions", i, "windows", j), window) for j, window in enumerate(exception.windows))

    def _problem(self, where: Where, what: str, advice: str) -> ContentProblem:
        return self._document.problem(where, what, advice)
