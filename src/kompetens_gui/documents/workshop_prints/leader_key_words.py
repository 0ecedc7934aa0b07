"""What checkpoints, verdicts and choices of an employer's plan are called on paper."""

from collections.abc import Mapping

from kompetens_gui.domain.study.employer_plan import CheckpointId, PlanChoiceId, PlanVerdict
from kompetens_gui.domain.wording import translate


def checkpoint_words() -> Mapping[CheckpointId, str]:
    return {
        CheckpointId.DAY_AND_OWNER: translate("Plan", "Dag och ansvarig"),
        CheckpointId.PARTICIPATION: translate("Plan", "Personens delaktighet"),
        CheckpointId.WORK_DEMANDS: translate("Plan", "Arbetets krav i dag"),
        CheckpointId.MEASURES: translate("Plan", "Åtgärder"),
        CheckpointId.REDEPLOYMENT: translate("Plan", "Prövad omplacering"),
        CheckpointId.FOLLOW_UP: translate("Plan", "Uppföljning"),
        CheckpointId.MATCHES_CERTIFICATE: translate("Plan", "Stämmer med läkarens underlag"),
    }


def verdict_words() -> Mapping[PlanVerdict, str]:
    return {
        PlanVerdict.GOOD: translate("Prints", "Bra"),
        PlanVerdict.WARNING: translate("Prints", "Varning"),
        PlanVerdict.MISSING: translate("Prints", "Saknas"),
    }


def choice_words() -> Mapping[PlanChoiceId, str]:
    return {
        PlanChoiceId.ACCEPT: translate("Prints", "Godta planen"),
        PlanChoiceId.ASK: translate("Prints", "Fråga arbetsgivaren"),
        PlanChoiceId.TALK: translate("Prints", "Be om ett samtal"),
        PlanChoiceId.INFORM: translate("Prints", "Informera"),
    }
