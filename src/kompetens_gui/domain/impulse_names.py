"""What the types of impulses are called, the letter that stands for each in a text, and how far a question leads."""

from typing import Final

from kompetens_gui.domain.study.impulses import FULL_SCORE, ImpulseType
from kompetens_gui.domain.wording import translate

# None of them is a letter of the chain (D, F, A, W, B): the same group marks that too.
LETTERS: Final = {
    ImpulseType.PRIOR_HISTORY: "S",
    ImpulseType.PSYCHIATRIC_DIAGNOSIS: "P",
    ImpulseType.UNCLEAR_PROGNOSIS: "O",
    ImpulseType.RELATION_PROBLEM: "R",
    ImpulseType.EMPLOYER_PASSIVE: "V",
    ImpulseType.LOW_MOTIVATION: "T",
    ImpulseType.EXTERNAL_PARTY: "N",
    ImpulseType.CONFLICTING_ACCOUNTS: "I",
    ImpulseType.MANY_CONTACTS: "K",
    ImpulseType.NO_MEDICAL_PROGRESS: "M",
    ImpulseType.REPEATED_EXTENSION: "L",
    ImpulseType.UNDISCLOSED_STRESSOR: "U",
}


def impulse_name(kind: ImpulseType) -> str:
    return {
        ImpulseType.PRIOR_HISTORY: translate("Impulses", "Sjukskriven förut"),
        ImpulseType.PSYCHIATRIC_DIAGNOSIS: translate("Impulses", "Psykisk ohälsa"),
        ImpulseType.UNCLEAR_PROGNOSIS: translate("Impulses", "Oklar prognos"),
        ImpulseType.NO_MEDICAL_PROGRESS: translate("Impulses", "Står still medicinskt"),
        ImpulseType.REPEATED_EXTENSION: translate("Impulses", "Förlängs på samma sätt"),
        ImpulseType.RELATION_PROBLEM: translate("Impulses", "Skaver på arbetsplatsen"),
        ImpulseType.EMPLOYER_PASSIVE: translate("Impulses", "Arbetsgivaren avvaktar"),
        ImpulseType.LOW_MOTIVATION: translate("Impulses", "Tror inte på återgång"),
        ImpulseType.CONFLICTING_ACCOUNTS: translate("Impulses", "Olika bilder"),
        ImpulseType.EXTERNAL_PARTY: translate("Impulses", "Någon mer är inblandad"),
        ImpulseType.MANY_CONTACTS: translate("Impulses", "Många kontakter"),
        ImpulseType.UNDISCLOSED_STRESSOR: translate("Impulses", "Något som inte är sagt"),
    }[kind]


def reach_words(score: int) -> str:
    """Say how far a question leads."""
    if score >= FULL_SCORE:
        return translate("Impulses", "Öppnar mest")
    return translate("Impulses", "Hjälper en bit") if score else translate("Impulses", "Leder bort just nu")
