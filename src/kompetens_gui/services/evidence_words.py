"""What kinds of evidence and the forms it comes from are called, wherever they are read."""

from collections.abc import Mapping

from kompetens_gui.domain.errors import UnknownExerciseKind
from kompetens_gui.domain.exercises.base import ExerciseWords
from kompetens_gui.domain.exercises.registry import exercise_kind
from kompetens_gui.domain.learning.evidence import CHANGE, CONTRIBUTION, LEADING, MENTORING, PEER, EvidenceKind
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.forum_words import forum_titles


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


def exercise_words(kind: str) -> ExerciseWords:
    """Return what a kind of exercise is called; one that this version does not know is shown by its id."""
    try:
        return exercise_kind(kind).words()
    except UnknownExerciseKind:
        return ExerciseWords(kind, kind, kind)


def form_words(form: str) -> str:
    """Return the name of an exercise form, or of another way in which evidence comes about."""
    return _forms().get(form) or exercise_words(form).name


def _forms() -> Mapping[str, str]:
    return {
        **forum_titles(),
        LEADING: translate("Form", "Lett tillfälle"),
        MENTORING: translate("Form", "Handledningssamtal"),
        CONTRIBUTION: translate("Form", "Bidrag som granskats"),
        PEER: translate("Form", "Kollegas bekräftelse"),
        CHANGE: translate("Form", "Ändring i eget arbete"),
        "self_rating": translate("Form", "Egen skattning"),
        "staff_meeting_slot": translate("Form", "Arbetsplatsträff"),
    }


def from_afar_words(fingerprint: str) -> str:
    """Say that something was signed from another computer, and with which key."""
    if not fingerprint:
        return translate("SignOff", "Underskrivet på distans")
    return translate("SignOff", "Underskrivet på distans, med nyckeln {words}").format(words=fingerprint)
