"""Workshops that papers are tried on: the shipped material, eighteen people and their groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import cache

from kompetens_gui.content.material.library import load_material_library
from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.material.role_play import RolePlay
from kompetens_gui.domain.workshop.groups import mixed
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    Facilitator,
    Participant,
    ParticipantId,
    Role,
    WorkshopSession,
    WorkshopSessionId,
)
from kompetens_gui.services.material_ports import MaterialLibrary
from kompetens_gui.services.print_papers import WorkshopPapers
from kompetens_gui.services.workshop_papers import PapersSource, workshop_papers
from tests.documents.samples import ROOT, SAMPLE_CASE, case_at

FIRST = ("Åsa", "Björn", "Örjan", "Samira", "Sören", "Ylva", "Håkan", "Kerstin", "Danuta", "Elias")
LAST = ("Åkerlund", "Öhman", "Sjöblad", "Hägg", "Rostami", "Ängsmo", "Bergfors")
ROLES = (Role.PHYSICIAN, Role.CASE_OFFICER, Role.REHAB_COORDINATOR, Role.SPECIALIST)

SECOND_CASE = "samordning-kartingenjor"
AGENDA: tuple[tuple[str, str, int, dict[str, object]], ...] = (
    ("information", "Välkommen och ramar", 10, {"text": "# Vi övar på en situation"}),
    ("role_play", "Avstämningsmöte med fyra roller", 35, {"material": "role_play/avstamningsmote-fyra-roller"}),
    (
        "group_work",
        "Nästa steg i samordningen",
        25,
        {"materials": ("coordination/samordning-malare", f"coordination/{SECOND_CASE}"), "minutes_timer": 20},
    ),
    ("pathway_choice", "Vägval", 40, {"material": "pathway/vagval-kock-dag-443"}),
    ("discussion", "Samtalskort", 15, {"material": "discussion_cards/dialogen"}),
    ("commitments", "Det här prövar vi", 8, {}),
)


@cache
def library() -> MaterialLibrary:
    return load_material_library(ROOT / "resources")


def all_of(kind: MaterialKind) -> list[object]:
    return [library().material(MaterialRef(kind, name)) for name in library().ids(kind)]


def role_plays() -> list[RolePlay]:
    return [play for play in all_of(MaterialKind.ROLE_PLAY) if isinstance(play, RolePlay)]


def people(count: int) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            ParticipantId(f"p{n}"),
            f"{FIRST[n % len(FIRST)]} {LAST[n % len(LAST)]}",
            ROLES[n % len(ROLES)],
            f"Enhet {n % 3}",
        )
        for n in range(count)
    )


def workshop(
    count: int = 18, groups: int = 3, agenda: tuple[tuple[str, str, int, dict[str, object]], ...] = AGENDA
) -> WorkshopSession:
    there = people(count)
    return WorkshopSession(
        id=WorkshopSessionId("w1"),
        forum_type="workshop",
        title="Workshop: samordning i vardagen",
        minutes=180,
        starts_at=datetime(2026, 11, 12, 13),
        unit="Eklidens hälsocentral",
        place="Sammanträdesrum Ljungen, Norrsjö",
        target_group="Läkare, rehabkoordinatorer och handläggare",
        purpose="Att öva på nästa steg tillsammans.",
        facilitators=(Facilitator("Karin Wallmark"), Facilitator("Per Dalmark", Role.CASE_OFFICER)),
        participants=there,
        groups=mixed(there, groups) if groups else (),
        case_slots=1,
        cases=(CaseId(SAMPLE_CASE),),
        agenda=tuple(
            AgendaItem(
                AgendaItemId(f"i{n}"), kind, title, minutes, None, settings, "Håll tiden. Fråga vem som är tyst."
            )
            for n, (kind, title, minutes, settings) in enumerate(agenda)
        ),
    )


def with_case(plan: WorkshopSession) -> WorkshopSession:
    """Return a plan with a block where the case is marked."""
    item = AgendaItem(AgendaItemId("case"), "mark_chain", "Markera D-F-A", 20, 1)
    return replace(plan, agenda=(*plan.agenda, item))


def bank_case(case_id: CaseId) -> Case:
    return case_at(ROOT / "cases" / case_id)


def source() -> PapersSource:
    return PapersSource(bank_case, library().material)


def papers(plan: WorkshopSession) -> WorkshopPapers:
    return workshop_papers(plan, source())
