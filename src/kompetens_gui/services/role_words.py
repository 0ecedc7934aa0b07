"""What the professions are called in running text: as a title, as "a …", and counted."""

from collections.abc import Mapping
from typing import NamedTuple

from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import Role


class RoleWords(NamedTuple):
    """`title` stands alone with a capital, `someone` inside a sentence, `many` after a number above one."""

    title: str
    someone: str
    many: str

    @property
    def inline(self) -> str:
        """Return the title as it stands inside a sentence."""
        return self.title if self.title[1:2].isupper() else self.title[:1].lower() + self.title[1:]

    def counted(self, count: int) -> str:
        """Return "1 läkare", "3 handläggare": the number with the word it asks for."""
        return f"{count} {self.inline if count == 1 else self.many}"


def role_words(role: Role) -> RoleWords:
    """Return the words for a role in the reader's language."""
    return _all_words()[role]


def role_title(role: Role) -> str:
    """Return the title that stands under a name."""
    return role_words(role).title


def _all_words() -> Mapping[Role, RoleWords]:
    return {**_in_health_care(), **_outside_health_care()}


def _in_health_care() -> Mapping[Role, RoleWords]:
    return {
        Role.PHYSICIAN: RoleWords(
            translate("Role", "Läkare"), translate("Role", "en läkare"), translate("Role", "läkare")
        ),
        Role.RESIDENT_PHYSICIAN: RoleWords(
            translate("Role", "ST- eller AT-läkare"),
            translate("Role", "en ST- eller AT-läkare"),
            translate("Role", "ST- eller AT-läkare"),
        ),
        Role.REHAB_COORDINATOR: RoleWords(
            translate("Role", "Rehabkoordinator"),
            translate("Role", "en rehabkoordinator"),
            translate("Role", "rehabkoordinatorer"),
        ),
        Role.DISTRICT_NURSE: RoleWords(
            translate("Role", "Distriktssköterska"),
            translate("Role", "en distriktssköterska"),
            translate("Role", "distriktssköterskor"),
        ),
        Role.ALLIED_HEALTH_PROFESSIONAL: RoleWords(
            translate("Role", "Annan vårdprofession"),
            translate("Role", "en annan vårdprofession"),
            translate("Role", "från andra vårdprofessioner"),
        ),
        Role.PSYCHOLOGIST: RoleWords(
            translate("Role", "Psykolog"), translate("Role", "en psykolog"), translate("Role", "psykologer")
        ),
    }


def _outside_health_care() -> Mapping[Role, RoleWords]:
    return {
        Role.CASE_OFFICER: RoleWords(
            translate("Role", "Handläggare"), translate("Role", "en handläggare"), translate("Role", "handläggare")
        ),
        Role.INSURANCE_MEDICINE_ADVISER: RoleWords(
            translate("Role", "Försäkringsmedicinsk rådgivare"),
            translate("Role", "en försäkringsmedicinsk rådgivare"),
            translate("Role", "försäkringsmedicinska rådgivare"),
        ),
        Role.SPECIALIST: RoleWords(
            translate("Role", "Specialist"), translate("Role", "en specialist"), translate("Role", "specialister")
        ),
        Role.MANAGER: RoleWords(translate("Role", "Chef"), translate("Role", "en chef"), translate("Role", "chefer")),
        Role.OTHER: RoleWords(
            translate("Role", "Deltagare"), translate("Role", "en deltagare"), translate("Role", "övriga deltagare")
        ),
    }
