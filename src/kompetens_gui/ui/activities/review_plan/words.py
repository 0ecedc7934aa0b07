"""What the steps of the kind are called."""

from __future__ import annotations

from kompetens_gui.domain.activities.review_plan.events import PlanStep
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.employer_plan_words import checkpoint_word
from kompetens_gui.domain.wording import translate


def step_word(step: PlanStep, number: int, plan: EmployerPlan) -> str:
    """Name a step; parts and checkpoints by themselves."""
    if step is PlanStep.PART:
        return plan.plan[number].heading
    if step is PlanStep.CHECKPOINT:
        return checkpoint_word(plan.checkpoints[number].id)
    return heading_word(step)


def heading_word(step: PlanStep) -> str:
    """Name a step that there is one of."""
    return {
        PlanStep.OVERVIEW: translate("ReviewPlan", "Så läste vi planen"),
        PlanStep.CHOICE: translate("ReviewPlan", "Vad gör ni nu?"),
        PlanStep.SENTENCE: translate("ReviewPlan", "Första meningen till arbetsgivaren"),
    }.get(step, "")
