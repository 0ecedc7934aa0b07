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


def exercise_words(kind: str) -> str:
    """Return what a kind of exercise is called, in lists and in evidence alike."""
    words: Mapping[str, str] = {
        StepKind.READING: translate("Exercise", "Text"),
        StepKind.QUESTIONS: translate("Exercise", "Frågor"),
        StepKind.MARK_CHAIN: translate("Exercise", "Markera D-F-A"),
        StepKind.SUFFICIENCY: translate("Exercise", "Räcker underlaget?"),
        StepKind.REWRITE: translate("Exercise", "Skriv om"),
        StepKind.SUPPLEMENT: translate("Exercise", "Fråga läkaren"),
        StepKind.TIMELINE: translate("Exercise", "Tidslinje"),
        StepKind.BRANCHING: translate("Exercise", "Förgreningsfall"),
        StepKind.IMPULSES: translate("Exercise", "Impulser"),
        StepKind.LETTER: translate("Exercise", "Brev i klarspråk"),
        StepKind.EMPLOYER_PLAN: translate("Exercise", "Arbetsgivarens plan"),
        StepKind.TWIN: translate("Exercise", "Genushanden"),
        StepKind.LEAFLET: translate("Exercise", "Bipacksedel"),
        StepKind.SAFE_QUESTIONS: translate("Exercise", "Trygga frågor"),
        StepKind.REFLECTION: translate("Exercise", "Reflektion"),
        StepKind.OBSERVED: translate("Exercise", "Observerad övning"),
        StepKind.SIGN_OFF: translate("Exercise", "Godkännande"),
    }
    return words.get(kind, kind)


def form_words(form: str) -> str:
    """Return the name of an exercise form, or of another way in which evidence comes about."""
    return _forms().get(form) or exercise_words(form)


def _forms() -> Mapping[str, str]:
    return {
        LEADING: translate("Form", "Lett tillfälle"),
        MENTORING: translate("Form", "Handledningssamtal"),
        CONTRIBUTION: translate("Form", "Bidrag som granskats"),
        PEER: translate("Form", "Kollegas bekräftelse"),
        CHANGE: translate("Form", "Ändring i eget arbete"),
        "self_rating": translate("Form", "Egen skattning"),
        "group_dialogue": translate("Form", "Gruppdialog"),
        "staff_meeting_slot": translate("Form", "Arbetsplatsträff"),
    }
