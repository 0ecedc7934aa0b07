"""What checkpoints, verdicts and next steps are called."""

from kompetens_gui.domain.study.employer_plan import CheckpointId, PlanChoiceId, PlanVerdict
from kompetens_gui.domain.wording import translate


def checkpoint_word(checkpoint: CheckpointId) -> str:
    """Return the name of a checkpoint."""
    return {
        CheckpointId.DAY_AND_OWNER: translate("Plan", "Dag och ansvarig"),
        CheckpointId.PARTICIPATION: translate("Plan", "Personens delaktighet"),
        CheckpointId.WORK_DEMANDS: translate("Plan", "Arbetets krav i dag"),
        CheckpointId.MEASURES: translate("Plan", "Åtgärder"),
        CheckpointId.REDEPLOYMENT: translate("Plan", "Prövad omplacering"),
        CheckpointId.FOLLOW_UP: translate("Plan", "Uppföljning"),
        CheckpointId.MATCHES_CERTIFICATE: translate("Plan", "Stämmer med läkarens underlag"),
    }[checkpoint]


def checkpoint_question(checkpoint: CheckpointId) -> str:
    """Return what to look for."""
    return {
        CheckpointId.DAY_AND_OWNER: translate("Plan", "Finns planen i tid, och står det vem som ansvarar?"),
        CheckpointId.PARTICIPATION: translate("Plan", "Har personen själv varit med?"),
        CheckpointId.WORK_DEMANDS: translate("Plan", "Beskrivs uppgifter, tider och miljö?"),
        CheckpointId.MEASURES: translate("Plan", "Är åtgärderna konkreta och daterade?"),
        CheckpointId.REDEPLOYMENT: translate("Plan", "Nämns andra uppgifter, med skäl?"),
        CheckpointId.FOLLOW_UP: translate("Plan", "Står det när ni ser över planen, och hur?"),
        CheckpointId.MATCHES_CERTIFICATE: translate("Plan", "Är grad, tid och uppgifter lika som hos läkaren?"),
    }[checkpoint]


def verdict_word(verdict: PlanVerdict) -> str:
    """Return a verdict in a word or two."""
    return {
        PlanVerdict.GOOD: translate("Plan", "Bra"),
        PlanVerdict.WARNING: translate("Plan", "Se över"),
        PlanVerdict.MISSING: translate("Plan", "Saknas"),
    }[verdict]


def choice_word(choice: PlanChoiceId) -> str:
    """Return what to do next, in a few words."""
    return {
        PlanChoiceId.ACCEPT: translate("Plan", "Godta planen"),
        PlanChoiceId.ASK: translate("Plan", "Ställa en fråga om planen"),
        PlanChoiceId.TALK: translate("Plan", "Föreslå ett samtal om planen"),
        PlanChoiceId.INFORM: translate("Plan", "Föra det vidare till lokalt samverkansansvarig"),
    }[choice]
