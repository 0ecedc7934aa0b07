"""What a schema cannot check in a learning path: order, names, and that a module can be passed with its own steps."""

from collections.abc import Iterator
from datetime import date

from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.study.head_model import repeated
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.learning_path import (
    CASE_STEPS,
    LearningModule,
    LearningPath,
    LearningStep,
    PassRuleKind,
    StepKind,
)

_WITH_REF = CASE_STEPS | {StepKind(kind.value) for kind in StudyContentKind}
# Which kinds of step a rule needs in its module, one of them at least.
_NEEDS = {
    PassRuleKind.QUESTIONS_SHARE: (StepKind.QUESTIONS,),
    PassRuleKind.ALL_SAFE: (StepKind.QUESTIONS, StepKind.SAFE_QUESTIONS),
    PassRuleKind.RATING: (StepKind.OBSERVED,),
    PassRuleKind.SIGNED_OFF: (StepKind.SIGN_OFF,),
}


def problems(path: LearningPath, document: YamlDocument) -> Iterator[ContentProblem]:
    """Yield modules that cannot be reached and steps that lead nowhere."""
    yield from repeated((m.id for m in path.modules), ("modules",), "id", document)
    yield from _order_problems(path, document)
    steps: set[str] = set()
    for i, module in enumerate(path.modules):
        for j, step in enumerate(module.steps):
            at: Where = ("modules", i, "steps", j)
            if step.id in steps:
                what = f"Steget ”{step.id}” finns redan i vägen."
                yield document.problem((*at, "id"), what, "Ge det ett annat id: varje steg i vägen har sitt eget.")
            steps.add(step.id)
            yield from _step_problems(step, at, document)
        yield from _rule_problems(module, ("modules", i, "pass"), document)
    renewal = path.module(path.renewal.module) if path.renewal else None
    if path.renewal and (renewal is None or not renewal.renewal_only):
        what = f"Förnyelsen pekar på ”{path.renewal.module}”, som inte är en modul för förnyelse."
        yield document.problem(("renewal", "module"), what, "Skriv en modul med renewal_only: true och peka på den.")


def _order_problems(path: LearningPath, document: YamlDocument) -> Iterator[ContentProblem]:
    known = {m.id for m in path.modules}
    for i, module in enumerate(path.modules):
        for j, before in enumerate(module.after):
            if before not in known:
                what = f"Det finns ingen modul ”{before}” i vägen."
                yield document.problem(("modules", i, "after", j), what, f"Välj något av: {', '.join(sorted(known))}.")
    passed: set[str] = set()
    left = list(path.modules)
    while ready := [m for m in left if all(a in passed or a not in known for a in m.after)]:
        passed |= {m.id for m in ready}
        left = [m for m in left if m.id not in passed]
    for module in left:
        what = f"Modulen ”{module.id}” går aldrig att börja: den väntar på moduler som väntar på den."
        yield document.problem(("modules", path.modules.index(module), "after"), what, "Bryt ringen i after.")


def _step_problems(step: LearningStep, at: Where, document: YamlDocument) -> Iterator[ContentProblem]:
    if not step.ref and step.kind in _WITH_REF:
        what = f"Steget ”{step.id}” säger inte vilket innehåll det gäller."
        of_what = "fallets id" if step.kind in CASE_STEPS else "innehållets id"
        yield document.problem(at, what, f"Lägg till ref: {of_what}.")
    if step.kind == StepKind.QUESTIONS and not (step.settings.module and step.settings.count):
        what = f"Steget ”{step.id}” säger inte vilka frågor eller hur många."
        yield document.problem(at, what, "Lägg till settings: {module: uppdraget, count: 10}.")


def _rule_problems(module: LearningModule, at: Where, document: YamlDocument) -> Iterator[ContentProblem]:
    kinds = [s.kind for s in module.steps]
    for i, rule in enumerate(module.pass_rules):
        wanted = _NEEDS.get(rule.rule, ())
        if wanted and not any(k in kinds for k in wanted):
            what = f"Kravet {rule.rule.value} i ”{module.id}” gäller steg som modulen inte har."
            yield document.problem((*at, i), what, f"Lägg till ett steg av slaget {' eller '.join(wanted)}.")
        if rule.rule in (PassRuleKind.STEPS_DONE, PassRuleKind.ROWS_RIGHT):
            there = kinds.count(rule.kind) if rule.kind else 0
            needed = max(rule.at_least, rule.of)
            if rule.kind is None:
                what = f"Kravet {rule.rule.value} i ”{module.id}” säger inte vilket slags steg."
                yield document.problem((*at, i), what, "Lägg till kind, till exempel kind: timeline.")
            elif there < needed:
                what = f"Kravet gäller {needed:g} steg av slaget {rule.kind.value}, men ”{module.id}” har {there}."
                yield document.problem((*at, i), what, "Lägg till steg eller sänk kravet.")
        if rule.rule == PassRuleKind.QUESTIONS_SHARE and not 0 < rule.at_least <= 1:
            what = f"Andelen i ”{module.id}” är {rule.at_least:g}."
            yield document.problem((*at, i, "at_least"), what, "Skriv en andel mellan 0 och 1, till exempel 0.8.")
        if rule.rule == PassRuleKind.ROWS_RIGHT and rule.of and rule.at_least > rule.of:
            what = f"Kravet i ”{module.id}” är fler rätt än det finns rader."
            yield document.problem((*at, i, "at_least"), what, "Sänk at_least eller höj of.")


def findings(path: LearningPath, document: YamlDocument, today: date) -> Iterator[Finding]:
    """Yield times that do not add up."""
    for i, module in enumerate(path.modules):
        total = sum(s.minutes for s in module.steps)
        if abs(total - module.minutes) > 0.1 * module.minutes:
            what = f"Stegen i ”{module.id}” tar {total} minuter men modulen säger {module.minutes}."
            yield Finding(Weight.WARNING, document.problem(("modules", i, "minutes"), what, "Rätta tiderna."))
    minutes = sum(m.minutes for m in path.first_time_modules)
    if abs(minutes - path.hours * 60) > 0.1 * path.hours * 60:
        what = f"Modulerna tar {minutes / 60:.1f} timmar men vägen säger {path.hours}.".replace(".", ",", 1)
        yield Finding(Weight.WARNING, document.problem(("hours",), what, "Rätta hours eller modulernas minuter."))
