"""The sheet for whoever takes over a series: all that is known, nobody named but those who led."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from kompetens_gui.documents.workshop_prints.hand_over_sheet import render_hand_over
from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.domain.workshop.series import Commitment
from kompetens_gui.services.hand_over import ComingSession, HandOver, HeldItem, HeldSession, LeaderTip
from tests.documents.reading import outside, overlapping, page_texts, text_of
from tests.documents.samples import HOSTILE, fonts

HELD = HeldSession(
    title="Andra träffen",
    held_on=date(2026, 10, 15),
    minutes=90,
    where="Eklidens hälsocentral",
    leaders=("Karin Wallmark",),
    participants=11,
    roles={Role.PHYSICIAN: 7, Role.CASE_OFFICER: 4},
    agenda=(HeldItem("Samtal", 10, 19), HeldItem("Markera", 20, 20)),
    commitments=(Commitment("c1", "Ringa arbetsgivaren före dag 30", "Grupp 1", "november"),),
    takeaways=("En fråga i taget",),
    open_questions=("Vem ringer vem efter dag 90?",),
)
SHEET = HandOver(
    series="Höstens träffar",
    forum_type="group_dialogue",
    unit="Eklidens hälsocentral",
    target_group="Läkare och rehabkoordinatorer",
    purpose="Att läsa intyg tillsammans.",
    leaders=(Facilitator("Karin Wallmark"),),
    groups=3,
    held=(
        HELD,
        replace(HELD, title="Första träffen", held_on=date(2026, 9, 17), open_questions=("Gäller det kväll?",)),
    ),
    coming=(ComingSession("Tredje träffen", datetime(2026, 11, 12, 13)), ComingSession("Fjärde träffen", None)),
    tips=(LeaderTip("Markera", "Läs intyget högt först."),),
    made_on=date(2026, 10, 20),
    unreadable=1,
)


def test_the_sheet_tells_what_a_new_leader_needs() -> None:
    pdf = render_hand_over(SHEET, fonts(), "Region Norrälven")
    text = " ".join(text_of(pdf).split())
    for words in (
        "Höstens träffar",
        "2 träffar hållna",
        "inte är med: 1",
        "Att läsa intyg tillsammans.",
        "Ringa arbetsgivaren före dag 30 – Grupp 1 – november",
        "En fråga i taget",
        "Vem ringer vem efter dag 90?",
        "Gäller det kväll?",
        "12 november 2026 13.00, Tredje träffen",
        "Fjärde träffen, tid ej bestämd",
        "Markera: Läs intyget högt först.",
        "Samtal: tog 19 min, planerat 10.",
        "11: 7 läkare, 4 handläggare",
        "20 oktober 2026",
        "Utbildning, inte ärende",
    ):
        assert words in text
    assert "Markera: tog" not in text
    assert all("Bara för ledaren" in page for page in page_texts(pdf))
    assert outside(pdf) == []
    assert overlapping(pdf) == []


def test_a_series_that_has_not_begun_gives_a_sheet_too() -> None:
    bare = replace(SHEET, held=(), coming=(), tips=(), unreadable=0, purpose="", leaders=())
    text = text_of(render_hand_over(bare, fonts()))
    assert "0 träffar hållna" in text
    assert "Hållna träffar" not in text


def test_hostile_letters_stay_letters() -> None:
    held = replace(HELD, title=HOSTILE, takeaways=(HOSTILE * 20,))
    pdf = render_hand_over(replace(SHEET, series=HOSTILE, held=(held,)), fonts(), HOSTILE)
    assert "<b>&amp;" in "".join(text_of(pdf).split())
    assert outside(pdf) == []
