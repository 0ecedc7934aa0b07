"""What the steps of the kind are called."""

from __future__ import annotations

from kompetens_gui.domain.activities.gender_hand.events import HandStep, by_finger
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.domain.study.twin_words import finger_name
from kompetens_gui.domain.wording import translate


def step_word(step: HandStep, number: int, case: TwinCase) -> str:
    """Name a step; a question and a difference by their finger."""
    if step is HandStep.QUESTION:
        finger = finger_name(case.questions[number].finger)
        return translate("GenderHand", "Fråga {number}: {finger}").format(number=number + 1, finger=finger)
    if step is HandStep.DIFFERENCE:
        finger = finger_name(by_finger(case)[number].finger)
        return translate("GenderHand", "Skillnad {number}: {finger}").format(number=number + 1, finger=finger)
    return heading_word(step)


def heading_word(step: HandStep) -> str:
    """Name a step that there is one of."""
    return {
        HandStep.READING: translate("GenderHand", "Läs din text"),
        HandStep.VERSIONS: translate("GenderHand", "Två versioner"),
        HandStep.REFLECTION: translate("GenderHand", "Tänk tvärtom"),
        HandStep.FACTS: translate("GenderHand", "Det här vet man"),
    }.get(step, "")
