"""What the forums are called."""

from collections.abc import Mapping

from kompetens_gui.domain.wording import translate


def forum_titles() -> Mapping[str, str]:
    """Return the known forums by their id, in the order that lists show them."""
    return {
        "group_dialogue": translate("Forum", "Gruppdialog"),
        "staff_meeting_slot": translate("Forum", "APT-inslag"),
        "specialist_workshop": translate("Forum", "Specialistledd workshop"),
        "coordinator_meeting": translate("Forum", "Rehabkoordinatorträff"),
        "team_case_discussion": translate("Forum", "Teamets ärendediskussion"),
        "pathway_forum": translate("Forum", "Vägvalsforum"),
        "consultation_forum": translate("Forum", "Konsultationsforum"),
        "unit_dialogue": translate("Forum", "Dialogmöte på vårdenhet"),
        "early_rehab_meeting": translate("Forum", "STR-möte"),
        "resident_seminar": translate("Forum", "ST- och AT-seminarium"),
        "nurse_session": translate("Forum", "Distriktssköterskepass"),
        "experience_exchange": translate("Forum", "Erfarenhetsutbyte"),
        "collaboration_review": translate("Forum", "Avstämning av samarbetet"),
        "employer_info": translate("Forum", "Arbetsgivardag"),
        "dialogue_tour": translate("Forum", "Dialogrundtur"),
        "on_site_day": translate("Forum", "Handläggare på plats"),
        "shadowing": translate("Forum", "Auskultation"),
    }


def forum_title(forum_type: str) -> str:
    """Name a forum; one that this copy does not know is a meeting."""
    return forum_titles().get(forum_type, translate("Forum", "Träff"))
