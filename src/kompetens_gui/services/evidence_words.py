"""What kinds of evidence and the forms it comes from are called, wherever they are read."""

from collections.abc import Mapping

from kompetens_gui.domain.learning.evidence import CHANGE, CONTRIBUTION, LEADING, MENTORING, PEER, EvidenceKind
from kompetens_gui.domain.study.learning_path import StepKind
from kompetens_gui.domain.wording import translate


def evidence_kind_words(kind: EvidenceKind) -> str:
    """Return how something came to be known, as a word of its own."""
    return {
        EvidenceKind.ATTENDED: translate("EvidenceKind", "Var med"),
        EvidenceKind.PRACTISED: translate("EvidenceKind", "Övat"),
        EvidenceKind.OBSERVED: translate("EvidenceKind", "Observerat"),
        EvidenceKind.SELF_RATED: translate("EvidenceKind", "Egen skattning"),
        EvidenceKind.CHANGED_WORK: translate("EvidenceKind", "Ändrat i arbetet"),
        EvidenceKind.LED: translate("EvidenceKind", "Lett"),
        EvidenceKind.PEER_CONFIRMED: translate("EvidenceKind", "Bekräftat av kollega"),
    }[kind]


def form_words(form: str) -> str:
    """Return the name of an exercise form, or of another way in which evidence comes about."""
    return _forms().get(form, form)


def _forms() -> Mapping[str, str]:
    return {
        StepKind.MARK_CHAIN: translate("Form", "Markera D-F-A"),
        StepKind.SUFFICIENCY: translate("Form", "Räcker underlaget"),
        StepKind.REWRITE: translate("Form", "Skriva om"),
        StepKind.SUPPLEMENT: translate("Form", "Fråga läkaren"),
        StepKind.READING: translate("Form", "Läsning"),
        StepKind.QUESTIONS: translate("Form", "Kunskapsfrågor"),
        StepKind.TIMELINE: translate("Form", "Tidslinje"),
        StepKind.BRANCHING: translate("Form", "Förgreningsfall"),
        StepKind.IMPULSES: translate("Form", "Impulser"),
        StepKind.LETTER: translate("Form", "Brev till klarspråk"),
        StepKind.EMPLOYER_PLAN: translate("Form", "Arbetsgivarens plan"),
        StepKind.TWIN: translate("Form", "Tvillingfall"),
        StepKind.LEAFLET: translate("Form", "Bipacksedel"),
        StepKind.SAFE_QUESTIONS: translate("Form", "Säkra frågor"),
        StepKind.REFLECTION: translate("Form", "Reflektion"),
        StepKind.OBSERVED: translate("Form", "Observerat samtal"),
        StepKind.SIGN_OFF: translate("Form", "Godkännande"),
        LEADING: translate("Form", "Lett tillfälle"),
        MENTORING: translate("Form", "Handledningssamtal"),
        CONTRIBUTION: translate("Form", "Bidrag som granskats"),
        PEER: translate("Form", "Kollegas bekräftelse"),
        CHANGE: translate("Form", "Ändring i eget arbete"),
        "self_rating": translate("Form", "Egen skattning"),
        "group_dialogue": translate("Form", "Gruppdialog"),
        "staff_meeting_slot": translate("Form", "Arbetsplatsträff"),
    }
