"""What impulses look like in a text, and what portions are called."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.impulse_names import impulse_name
from kompetens_gui.domain.study.impulses import ImpulseType, PortionForm

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


def form_name(form: PortionForm) -> str:
    return {
        PortionForm.MEDICAL_CERTIFICATE: translate("Impulses", "Ur läkarintyget"),
        PortionForm.PHONE: translate("Impulses", "Samtal"),
        PortionForm.LETTER: translate("Impulses", "Skriftligt"),
        PortionForm.EMPLOYER: translate("Impulses", "Från arbetsgivaren"),
    }[form]


def _of_health() -> dict[ImpulseType, TypeWords]:
    return {
        ImpulseType.PRIOR_HISTORY: TypeWords(
            impulse_name(ImpulseType.PRIOR_HISTORY),
            translate("Impulses", "Texten nämner en tidigare sjukperiod. Då finns det erfarenheter att fråga om."),
        ),
        ImpulseType.PSYCHIATRIC_DIAGNOSIS: TypeWords(
            impulse_name(ImpulseType.PSYCHIATRIC_DIAGNOSIS),
            translate(
                "Impulses", "Ett psykiskt tillstånd är med i bilden. Orken kan skilja sig mycket från dag till dag."
            ),
        ),
        ImpulseType.UNCLEAR_PROGNOSIS: TypeWords(
            impulse_name(ImpulseType.UNCLEAR_PROGNOSIS),
            translate("Impulses", "Det går inte att läsa ut när eller hur personen kan komma tillbaka."),
        ),
        ImpulseType.NO_MEDICAL_PROGRESS: TypeWords(
            impulse_name(ImpulseType.NO_MEDICAL_PROGRESS),
            translate("Impulses", "Besvär, värden eller behandling har inte ändrats som det var tänkt."),
        ),
        ImpulseType.REPEATED_EXTENSION: TypeWords(
            impulse_name(ImpulseType.REPEATED_EXTENSION),
            translate("Impulses", "Samma grad och tid skrivs igen, utan något nytt i planen."),
        ),
    }


def _of_work() -> dict[ImpulseType, TypeWords]:
    return {
        ImpulseType.RELATION_PROBLEM: TypeWords(
            impulse_name(ImpulseType.RELATION_PROBLEM),
            translate("Impulses", "Något är svårt mellan personen och chefen eller kollegorna."),
        ),
        ImpulseType.EMPLOYER_PASSIVE: TypeWords(
            impulse_name(ImpulseType.EMPLOYER_PASSIVE),
            translate("Impulses", "Plan, datum eller nästa steg saknas från arbetsgivarens sida."),
        ),
        ImpulseType.LOW_MOTIVATION: TypeWords(
            impulse_name(ImpulseType.LOW_MOTIVATION),
            translate("Impulses", "Personen ser inte hur det ska gå till. Det säger inget om viljan."),
        ),
        ImpulseType.CONFLICTING_ACCOUNTS: TypeWords(
            impulse_name(ImpulseType.CONFLICTING_ACCOUNTS),
            translate("Impulses", "Två personer eller två papper beskriver samma sak på olika sätt."),
        ),
    }


def _of_surroundings() -> dict[ImpulseType, TypeWords]:
    return {
        ImpulseType.EXTERNAL_PARTY: TypeWords(
            impulse_name(ImpulseType.EXTERNAL_PARTY),
            translate(
                "Impulses", "En uppgift kommer från någon utanför vården och arbetet, till exempel socialtjänsten."
            ),
        ),
        ImpulseType.MANY_CONTACTS: TypeWords(
            impulse_name(ImpulseType.MANY_CONTACTS),
            translate("Impulses", "Flera instanser är med, och ingen verkar hålla ihop det åt personen."),
        ),
        ImpulseType.UNDISCLOSED_STRESSOR: TypeWords(
            impulse_name(ImpulseType.UNDISCLOSED_STRESSOR),
            translate("Impulses", "Något verkar påverka utan att det har fått ord. Gissa inte vad. Fråga öppet."),
        ),
    }
