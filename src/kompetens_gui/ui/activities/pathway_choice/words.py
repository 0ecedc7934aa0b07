"""Words for the seats and steps of a forum."""

from __future__ import annotations

from kompetens_gui.domain.activities.pathway_choice.events import ForumShows
from kompetens_gui.domain.material.pathway import SeatId
from kompetens_gui.domain.wording import translate


def seat_word(seat: SeatId) -> str:
    return {
        SeatId.DECISION_MAKER: translate("PathwayChoice", "Beslutsfattare"),
        SeatId.ADVISER: translate("PathwayChoice", "FMR"),
        SeatId.SPECIALIST: translate("PathwayChoice", "Specialist"),
        SeatId.EMPLOYMENT_OFFICER: translate("PathwayChoice", "Arbetsförmedlare"),
        SeatId.CASE_OFFICER: translate("PathwayChoice", "Handläggare"),
        SeatId.OWN_VOICE: translate("PathwayChoice", "Personens egen röst"),
        SeatId.WORK_PSYCHOLOGIST: translate("PathwayChoice", "Arbetspsykolog"),
        SeatId.SOCIAL_CONSULTANT: translate("PathwayChoice", "Socialkonsulent"),
        SeatId.OCCUPATIONAL_THERAPIST: translate("PathwayChoice", "Arbetsterapeut"),
    }[seat]


def step_word(shows: ForumShows) -> str:
    return {
        ForumShows.BRIEF: translate("PathwayChoice", "Underlaget"),
        ForumShows.VOICE: translate("PathwayChoice", "Personens egen röst"),
        ForumShows.SEATS: translate("PathwayChoice", "Platserna"),
        ForumShows.OPTIONS: translate("PathwayChoice", "Vägarna"),
        ForumShows.DEFENDED: translate("PathwayChoice", "Två vägar försvaras"),
        ForumShows.TODAY: translate("PathwayChoice", "I dag, och det som saknas"),
        ForumShows.LEARNING: translate("PathwayChoice", "Det här lärde vi oss"),
        ForumShows.DEBRIEF: translate("PathwayChoice", "Eftersamtal"),
    }[shows]


def guard_words() -> str:
    """Say what this is not; stands in both windows all the time."""
    return translate("PathwayChoice", "Utbildning, inte ärende. Här fattas inga beslut.")
