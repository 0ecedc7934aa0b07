"""The words of generated timelines: fictional people, what they do, what ails them and how it looks ahead.

Name, occupation and illness are drawn apart from each other, so that no combination is a rule.
"""

from collections.abc import Mapping
from datetime import date

from kompetens_gui.domain.case import DiagnosisGroup, Sex
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.rehabilitation_rule_set import ChainException
from kompetens_gui.domain.rehabilitation_words import day_text
from kompetens_gui.domain.study.common import NameOrigin
from kompetens_gui.domain.study.timeline_draw import Outlook
from kompetens_gui.domain.wording import translate

_NORDIC, _OTHER = NameOrigin.NORDIC, NameOrigin.OTHER
NAMES: tuple[tuple[str, Sex, NameOrigin], ...] = (
    ("Alva", Sex.WOMAN, _NORDIC), ("Anja", Sex.WOMAN, _NORDIC), ("Barbro", Sex.WOMAN, _NORDIC),
    ("Ebba", Sex.WOMAN, _NORDIC), ("Inger", Sex.WOMAN, _NORDIC), ("Moa", Sex.WOMAN, _NORDIC),
    ("Signe", Sex.WOMAN, _NORDIC), ("Tuva", Sex.WOMAN, _NORDIC), ("Beata", Sex.WOMAN, _OTHER),
    ("Lejla", Sex.WOMAN, _OTHER), ("Mariam", Sex.WOMAN, _OTHER), ("Sofija", Sex.WOMAN, _OTHER),
    ("Anton", Sex.MAN, _NORDIC), ("Bengt", Sex.MAN, _NORDIC), ("Erik", Sex.MAN, _NORDIC),
    ("Folke", Sex.MAN, _NORDIC), ("Hannes", Sex.MAN, _NORDIC), ("Nils", Sex.MAN, _NORDIC),
    ("Sven", Sex.MAN, _NORDIC), ("Tage", Sex.MAN, _NORDIC), ("Emir", Sex.MAN, _OTHER),
    ("Karim", Sex.MAN, _OTHER), ("Luka", Sex.MAN, _OTHER), ("Pavel", Sex.MAN, _OTHER),
)  # fmt: skip


GRAVE = "unreasonable"
"""The exception that is told with a grave illness."""


def occupations(situation: Situation) -> tuple[str, ...]:
    """Return what someone in that situation may work as, or did, or studies to become."""
    if situation == Situation.SELF_EMPLOYED:
        return (
            translate("Timelines", "skräddare"),
            translate("Timelines", "frilansjournalist"),
            translate("Timelines", "rörmontör"),
            translate("Timelines", "hundfrisör"),
            translate("Timelines", "översättare"),
            translate("Timelines", "golvläggare"),
        )
    if situation == Situation.ON_CALL:
        return (
            translate("Timelines", "tolk"),
            translate("Timelines", "scenarbetare"),
            translate("Timelines", "receptionist"),
            translate("Timelines", "undersköterska"),
            translate("Timelines", "lagermedarbetare"),
        )
    if situation == Situation.STUDENT:
        return (
            translate("Timelines", "arkitekt"),
            translate("Timelines", "jurist"),
            translate("Timelines", "sjuksköterska"),
            translate("Timelines", "ingenjör"),
        )
    return (
        translate("Timelines", "bibliotekarie"),
        translate("Timelines", "truckförare"),
        translate("Timelines", "sjuksköterska"),
        translate("Timelines", "controller"),
        translate("Timelines", "brevbärare"),
        translate("Timelines", "kock"),
        translate("Timelines", "tandläkare"),
        translate("Timelines", "målare"),
        translate("Timelines", "systemutvecklare"),
        translate("Timelines", "slöjdlärare"),
    )


def introduction(situation: Situation) -> str:
    """Return the first sentence, with slots for name, age and occupation."""
    return {
        Situation.EMPLOYED: translate("Timelines", "{name}, {age} år, är anställd som {occupation}."),
        Situation.UNEMPLOYED: translate("Timelines", "{name}, {age} år, söker arbete och var tidigare {occupation}."),
        Situation.SELF_EMPLOYED: translate(
            "Timelines", "{name}, {age} år, är {occupation} i eget företag utan anställda."
        ),
        Situation.ON_CALL: translate("Timelines", "{name}, {age} år, är {occupation} och kallas in när det behövs."),
        Situation.ON_LEAVE: translate(
            "Timelines", "{name}, {age} år, är {occupation} men tjänstledig för egna studier, utan studiestöd."
        ),
        Situation.CHILDCARE: translate("Timelines", "{name}, {age} år, är {occupation} och föräldraledig."),
        Situation.STUDENT: translate("Timelines", "{name}, {age} år, läser till {occupation} och har studiemedel."),
    }[situation]


def illnesses() -> tuple[tuple[DiagnosisGroup, str], ...]:
    """Return illnesses as sentences, with a slot for the name."""
    return (
        (
            DiagnosisGroup.MUSCULOSKELETAL,
            translate("Timelines", "Ett diskbråck gör att {name} bara kan sitta korta stunder."),
        ),
        (DiagnosisGroup.MUSCULOSKELETAL, translate("Timelines", "Högra axeln är skadad och får inte belastas.")),
        (DiagnosisGroup.MENTAL, translate("Timelines", "En depression gör att {name} orkar en sak i taget.")),
        (DiagnosisGroup.MENTAL, translate("Timelines", "Ångesten gör det svårt för {name} att vara bland folk.")),
        (
            DiagnosisGroup.NEUROLOGY,
            translate("Timelines", "Efter en hjärnskakning tål {name} ljud bara korta stunder."),
        ),
        (DiagnosisGroup.CIRCULATORY, translate("Timelines", "Hjärtat är försvagat, och {name} vilar i varje trappa.")),
        (DiagnosisGroup.INFECTION, translate("Timelines", "En svår infektion har tagit krafterna från {name}.")),
        (DiagnosisGroup.OTHER, translate("Timelines", "En tarmsjukdom har blossat upp, och värken kommer i skov.")),
    )


def grave_illness() -> tuple[DiagnosisGroup, str]:
    """Return the illness of someone who is gravely ill."""
    words = translate("Timelines", "{name} har cancer som har spridit sig, och får lindrande behandling.")
    return DiagnosisGroup.CANCER, words


def grave_warning() -> str:
    return translate("Timelines", "Berättelsen handlar om en allvarlig sjukdom. Du kan hoppa över den.")


def before(first: date, last: date) -> str:
    """Tell of an earlier period, with a slot for the name."""
    text = translate("Timelines", "{name} var sjukskriven också från den {first} till och med den {last}.")
    text = text.replace("{first}", day_text(first)).replace("{last}", day_text(last))
    return text + " " + translate("Timelines", "Därefter gick arbetet som vanligt en tid.")


def since(start: date, *, part_time: bool) -> str:
    """Tell when the period began, with a slot for the name."""
    if part_time:
        text = translate("Timelines", "Den {start} blev {name} sjukskriven på halvtid, och så är det fortfarande.")
    else:
        text = translate("Timelines", "Den {start} blev {name} sjukskriven.")
    return text.replace("{start}", day_text(start))


def meanwhile(situation: Situation, day: int, first_tested_day: int) -> str:
    """Say how it looks when nothing speaks for an exception."""
    if situation in (Situation.EMPLOYED, Situation.SELF_EMPLOYED) and day >= first_tested_day:
        return translate("Timelines", "Läkaren kan inte säga om eller när återgång blir möjlig.")
    if situation == Situation.EMPLOYED:
        return translate("Timelines", "Chefen hör av sig varje vecka och frågar vad som kan underlätta.")
    return translate("Timelines", "Läkaren vill fortsätta sjukskrivningen några veckor.")


def circumstance(exception: ChainException, outlook: Outlook) -> str:
    """Say what speaks for an exception, or why it no longer does, with a slot for the name."""
    if outlook.missed is not None:
        text = translate(
            "Timelines", "Återgången var planerad till den {day}, men den blev inte av. Ingen ny tid är satt."
        )
        return text.replace("{day}", day_text(outlook.missed))
    own = _circumstances().get(exception.id, exception.requirement)
    return own.replace("{day}", day_text(outlook.return_on)) if outlook.return_on is not None else own


def _circumstances() -> Mapping[str, str]:
    return {
        "special_reasons_rv1": translate(
            "Timelines",
            "Läkaren bedömer det som mycket sannolikt att {name} arbetar som förut den {day}. "
            "Arbetsgivaren har planerat för det.",
        ),
        "predominant_reasons": translate(
            "Timelines",
            "Behandlingen har ett slutdatum. "
            "Läkaren och arbetsgivaren räknar båda med att {name} arbetar som förut den {day}.",
        ),
        "special_reasons_550": translate(
            "Timelines",
            "En plan för återgång följs vecka för vecka. "
            "Läkaren och arbetsgivaren räknar båda med att {name} arbetar som förut den {day}.",
        ),
        GRAVE: translate("Timelines", "Läkaren skriver att sjukdomen inte går att bota."),
        "older_worker": translate("Timelines", "{name} har hört att det finns en regel för äldre anställda."),
        "covid_delayed_care": translate(
            "Timelines", "Kliniken skriver att vården är försenad på grund av covid-19. Ingen ny tid är satt."
        ),
    }
