"""The rules of the rehabilitation chain from their file to a checked, frozen RuleSet."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType

from kompetens_gui.content.loading import checked_model
from kompetens_gui.content.rehabilitation_rules_checks import problems_of
from kompetens_gui.content.rehabilitation_rules_model import (
    ChainExceptionModel,
    GroundRowModel,
    RehabilitationRulesModel,
    VersionModel,
    WindowModel,
)
from kompetens_gui.content.rule_lists import rules_folder
from kompetens_gui.content.yaml_reader import YamlDocument, read_yaml
from kompetens_gui.domain.case import Source
from kompetens_gui.domain.errors import ContentInvalid
from kompetens_gui.domain.rehabilitation_chain import ChainInterval, Situation
from kompetens_gui.domain.rehabilitation_rule_set import (
    AgeBand,
    AgeLimit,
    Certainty,
    ChainException,
    Doubt,
    EmploymentEnd,
    ExceptionEffect,
    ExceptionWindow,
    Ground,
    GroundRow,
    PlanRule,
    RuleSet,
    RuleVersion,
    Validity,
)

RULES_FILE = "rehabilitation_chain.yaml"
_ONE_DAY = timedelta(days=1)


@cache
def load_rehabilitation_rules(path: Path | None = None) -> RuleSet:
    """Read the rules; without a path those that come with the program. ContentInvalid tells what is wrong with them."""
    return rehabilitation_rules_from(read_yaml(path or rules_folder() / RULES_FILE))


def rehabilitation_rules_from(document: YamlDocument) -> RuleSet:
    """Return the rules that a document describes."""
    model = checked_model(document, RehabilitationRulesModel)
    problems = list(problems_of(model, document))
    if problems:
        raise ContentInvalid(tuple(sorted(problems, key=lambda p: (p.line, p.column))))
    return _Maker(model).rule_set()


class _Maker:
    """Turns a model without problems into the domain's types."""

    def __init__(self, model: RehabilitationRulesModel) -> None:
        self._model = model
        self._sources = {s.id: Source(s.title, s.section or "", str(s.dated)) for s in model.sources}
        first_days = [version.from_day or date.min for version in model.versions]
        last_days = [day - _ONE_DAY for day in first_days[1:]] + [date.max]
        self._validity = {
            version.id: Validity(first, last)
            for version, first, last in zip(model.versions, first_days, last_days, strict=True)
        }

    def rule_set(self) -> RuleSet:
        model = self._model
        end, plan = model.employment_end, model.employer_plan
        return RuleSet(
            versions=tuple(self._version(v) for v in model.versions),
            rows=MappingProxyType(
                {Situation(s.situation): tuple(self._row(r) for r in s.rows) for s in model.situations}
            ),
            exceptions=tuple(self._exception(e) for e in model.exceptions),
            employment_end=EmploymentEnd(
                frozenset(Situation(s) for s in end.situations), Situation(end.becomes), Certainty(end.certainty)
            ),
            days_between=model.joining.days_between,
            plan=PlanRule(plan.from_day, plan.expected_days, plan.ready_by_day, self._sourced(plan.sources)),
            checked_on=model.checked.on,
            checked_by=model.checked.by,
        )

    def _version(self, model: VersionModel) -> RuleVersion:
        return RuleVersion(
            id=model.id,
            validity=self._validity[model.id],
            summary=model.summary,
            states_occupational_group=model.occupational_group,
            carried_over=Certainty(model.carried_over),
            doubts=tuple(Doubt(d.before, Certainty(d.certainty)) for d in model.doubts),
            sources=self._sourced(model.sources),
        )

    def _row(self, model: GroundRowModel) -> GroundRow:
        return GroundRow(
            days=ChainInterval(model.first, model.last),
            ground=Ground(model.ground) if model.ground else None,
            certainty=Certainty(model.certainty),
            possible=tuple(Ground(g) for g in model.possible),
            validity=self._between(model.from_version, model.to_version),
            new_in=model.from_version or "",
            sources=self._sourced(model.sources),
        )

    def _window(self, model: WindowModel) -> ExceptionWindow:
        validity = self._between(model.from_version, model.to_version)
        validity = Validity(model.from_day or validity.first, model.to_day or validity.last)
        days = ChainInterval(model.first, model.last)
        return ExceptionWindow(days, Certainty(model.certainty), validity, model.from_version or "")

    def _exception(self, model: ChainExceptionModel) -> ChainException:
        effects = {
            Situation(e.situation): ExceptionEffect(Ground(e.ground) if e.ground else None, Certainty(e.certainty))
            for e in model.effects
        }
        ages = tuple(
            AgeLimit(
                Validity(limit.from_day, limit.to_day or date.max),
                tuple(AgeBand(b.age, b.applies, Certainty(b.certainty)) for b in limit.bands),
            )
            for limit in model.ages
        )
        return ChainException(
            id=model.id,
            title=model.title,
            requirement=model.requirement,
            windows=tuple(self._window(w) for w in model.windows),
            effects=MappingProxyType(effects),
            before=Certainty(model.before),
            after=Certainty(model.after),
            elsewhere=Certainty(model.elsewhere),
            ages=ages,
            sources=self._sourced(model.sources),
        )

    def _between(self, first: str | None, last: str | None) -> Validity:
        from_day = self._validity[first].first if first else date.min
        return Validity(from_day, self._validity[last].last if last else date.max)

    def _sourced(self, ids: tuple[str, ...]) -> tuple[Source, ...]:
        return tuple(self._sources[i] for i in ids)
