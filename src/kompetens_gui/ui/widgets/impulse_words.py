"""What impulses, portions and the reach of a question are called."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.study.impulses import FULL_SCORE, ImpulseType, PortionForm

translate = QCoreApplication.translate
FORM_ICONS: Final = {
    PortionForm.MEDICAL_CERTIFICATE: "file-text",
    PortionForm.PHONE: "phone",
    PortionForm.LETTER: "envelope",
    PortionForm.EMPLOYER: "buildings",
}


class TypeWords(NamedTuple):
    """A type's name, and what it looks like in a text."""

    name: str
    looks: str


def type_words(kind: ImpulseType) -> TypeWords:
    return {**_of_health(), **_of_work(), **_of_surroundings()}[kind]


def type_name(kind: ImpulseType) -> str:
    return type_words(kind).name


def form_name(form: PortionForm) -> str:
    return {
        PortionForm.MEDICAL_CERTIFICATE: translate("Impulses", "Ur läkarintyget"),
        PortionForm.PHONE: translate("Impulses", "Samtal"),
        PortionForm.LETTER: translate("Impulses", "Skriftligt"),
        PortionForm.EMPLOYER: translate("Impulses", "Från arbetsgivaren"),
    }[form]


def reach_words(score: int) -> str:
    """Say how far a question leads."""
    if score >= FULL_SCORE:
        return translate("Impulses", "Öppnar mest")
    return translate("Impulses", "Hjälper en bit") if score else translate("Impulses", "Leder bort just nu")


def _of_health() -> dict[ImpulseType, TypeWords]:
    return {
        ImpulseType.PRIOR_HISTORY: TypeWords(
            translate("Impulses", "Sjukskriven förut"),
            translate("Impulses", "Texten nämner en tidigare sjukperiod. Då finns det erfarenheter att fråga om."),
        ),
        ImpulseType.PSYCHIATRIC_DIAGNOSIS: TypeWords(
            translate("Impulses", "Psykisk ohälsa"),
            translate(
                "Impulses", "Ett psykiskt tillstånd är med i bilden. Orken kan skilja sig mycket från dag till dag."
            ),
        ),
        ImpulseType.UNCLEAR_PROGNOSIS: TypeWords(
            translate("Impulses", "Oklar prognos"),
            translate("Impulses", "Det går inte att läsa ut när eller hur personen kan komma tillbaka."),
        ),
        ImpulseType.NO_MEDICAL_PROGRESS: TypeWords(
            translate("Impulses", "Står still medicinskt"),
            translate("Impulses", "Besvär, värden eller behandling har inte ändrats som det var tänkt."),
        ),
        ImpulseType.REPEATED_EXTENSION: TypeWords(
            translate("Impulses", "Förlängs på samma sätt"),
            translate("Impulses", "Samma grad och tid skrivs igen, utan något nytt i planen."),
        ),
    }


def _of_work() -> dict[ImpulseType, TypeWords]:
    return {
        ImpulseType.RELATION_PROBLEM: TypeWords(
            translate("Impulses", "Skaver på arbetsplatsen"),
            translate("Impulses", "Något är svårt mellan personen och chefen eller kollegorna."),
        ),
        ImpulseType.EMPLOYER_PASSIVE: TypeWords(
            translate("Impulses", "Arbetsgivaren avvaktar"),
            translate("Impulses", "Plan, datum eller nästa steg saknas från arbetsgivarens sida."),
        ),
        ImpulseType.LOW_MOTIVATION: TypeWords(
            translate("Impulses", "Tror inte på återgång"),
            translate("Impulses", "Personen ser inte hur det ska gå till. Det säger inget om viljan."),
        ),
        ImpulseType.CONFLICTING_ACCOUNTS: TypeWords(
            translate("Impulses", "Olika bilder"),
            translate("Impulses", "Två personer eller två papper beskriver samma sak på olika sätt."),
        ),
    }


def _of_surroundings() -> dict[ImpulseType, TypeWords]:
    return {
        ImpulseType.EXTERNAL_PARTY: TypeWords(
            translate("Impulses", "Någon mer är inblandad"),
            translate(
                "Impulses", "En uppgift kommer från någon utanför vården och arbetet, till exempel socialtjänsten."
            ),
        ),
        ImpulseType.MANY_CONTACTS: TypeWords(
            translate("Impulses", "Många kontakter"),
            translate("Impulses", "Flera instanser är med, och ingen verkar hålla ihop det åt personen."),
        ),
        ImpulseType.UNDISCLOSED_STRESSOR: TypeWords(
            translate("Impulses", "Något som inte är sagt"),
            translate("Impulses", "Något verkar påverka utan att det har fått ord. Gissa inte vad. Fråga öppet."),
        ),
    }
