"""What the five fingers stand for, and how a fact's source is told."""

from typing import Final

from kompetens_gui.domain.case import Source
from kompetens_gui.domain.wording import translate

FINGERS: Final = (1, 2, 3, 4, 5)


def finger_name(finger: int) -> str:
    return {
        1: translate("Twin", "Psykisk ohälsa"),
        2: translate("Twin", "Levnadsvanor"),
        3: translate("Twin", "Våld och otrygghet"),
        4: translate("Twin", "Arbete och arbetsgivare"),
        5: translate("Twin", "Åtgärd"),
    }[finger]


def source_words(source: Source) -> str:
    """Return "Källa: …", with how certain it is."""
    where = ", ".join(part for part in (source.title, source.section, str(source.dated or "")) if part)
    certainty = {
        "certain": translate("Twin", "Säker uppgift."),
        "probable": translate("Twin", "Trolig uppgift."),
    }.get(source.certainty, translate("Twin", "Behöver kontrolleras."))
    return translate("Twin", "Källa: {where}. {certainty}").format(where=where, certainty=certainty)
