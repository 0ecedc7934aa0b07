"""A workshop in the demo region, with the session that follows it up already planned."""

from dataclasses import replace
from datetime import datetime, timedelta

from kompetens_gui.domain.participant_list import ListedParticipant
from kompetens_gui.domain.workshop.groups import mixed
from kompetens_gui.domain.workshop.plan import AgendaItem, Facilitator, Role, SessionStatus, WorkshopSession
from kompetens_gui.joining import Program

TEMPLATE, FOLLOW_UP_TEMPLATE = "specialistworkshop-180", "erfarenhetsutbyte-60"
TITLE, FOLLOW_UP_TITLE = "Samordning som för vidare", "Vad blev det av det vi skulle pröva?"
SERIES = "Samordning i Norrälven"
LIFE, LIFE_TITLE, REPLACED = "branching/stroke-driftoperator", "Ett fall, flera vägar", "review_plan"
GROUPS, FOLLOW_UP_AFTER = 3, timedelta(days=35)
LEADERS = (
    Facilitator("Ulrika Stenmo", Role.SPECIALIST),
    Facilitator("Hassan Farah", Role.REHAB_COORDINATOR),
)
PEOPLE: tuple[tuple[str, Role], ...] = (
    ("Leila Strand", Role.CASE_OFFICER),
    ("Tomas Fjällgren", Role.CASE_OFFICER),
    ("Amina Solvik", Role.REHAB_COORDINATOR),
    ("Eskil Norberg", Role.CASE_OFFICER),
    ("Danuta Zielińska", Role.REHAB_COORDINATOR),
    ("Ragnar Hult", Role.CASE_OFFICER),
    ("Selma Kurt", Role.CASE_OFFICER),
    ("Moa Lidgren", Role.REHAB_COORDINATOR),
    ("Idris Warsame", Role.CASE_OFFICER),
    ("Birgitta Åslund", Role.CASE_OFFICER),
)


def workshop(program: Program, unit: str, starts_at: datetime) -> WorkshopSession:
    """Return the plan of a workshop with groups, role play, a life voted on, and commitments; it is not saved yet."""
    draft = program.planning.draft(TEMPLATE, LEADERS)
    agenda = tuple(_life(item) if item.kind == REPLACED else item for item in draft.agenda)
    session = replace(
        draft,
        title=TITLE,
        starts_at=starts_at,
        unit=unit,
        place="sal Björken",
        series=SERIES,
        agenda=agenda,
        status=SessionStatus.READY,
    )
    people = [ListedParticipant(n, name, role) for n, (name, role) in enumerate(PEOPLE, 1)]
    session = program.planning.with_listed(session, people)
    return replace(session, groups=mixed(session.participants, GROUPS))


def _life(item: AgendaItem) -> AgendaItem:
    """Return a case that the room votes its way through, in the place of another item."""
    return replace(item, kind="branching_together", title=LIFE_TITLE, settings={"material": LIFE}, notes="")


def follow_up(program: Program, held: WorkshopSession) -> WorkshopSession:
    """Return the plan of the session that begins with what the workshop left; it is not saved yet."""
    draft = program.planning.draft(FOLLOW_UP_TEMPLATE, LEADERS)
    starts_at = held.starts_at + FOLLOW_UP_AFTER if held.starts_at else None
    session = replace(draft, title=FOLLOW_UP_TITLE, starts_at=starts_at, unit=held.unit, place=held.place)
    return replace(session, series=SERIES, participants=held.participants)
