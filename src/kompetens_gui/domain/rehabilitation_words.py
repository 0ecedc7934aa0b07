"""What the codes of the rehabilitation chain are called, and the texts that always stand beside a question of rules."""

from datetime import date

from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.rehabilitation_rule_set import Certainty, Ground, RuleSet
from kompetens_gui.domain.rehabilitation_rules import Assessment
from kompetens_gui.domain.rehabilitation_steps import AssessmentNote
from kompetens_gui.domain.wording import translate


def ground_text(ground: Ground, situation: Situation, *, occupational_group: bool = False) -> str:
    """Say what work capacity is measured against, inside a sentence."""
    if ground == Ground.OWN and situation == Situation.SELF_EMPLOYED:
        return translate("RehabilitationChain", "de egna uppgifterna i företaget")
    if ground == Ground.MARKET and occupational_group:
        return translate("RehabilitationChain", "normalt förekommande arbete, inom en angiven yrkesgrupp")
    return {
        Ground.OWN: translate("RehabilitationChain", "det vanliga arbetet eller annat arbete som erbjuds tillfälligt"),
        Ground.EMPLOYER: translate("RehabilitationChain", "allt arbete som arbetsgivaren har"),
        Ground.MARKET: translate("RehabilitationChain", "normalt förekommande arbete"),
        Ground.ON_CALL: translate("RehabilitationChain", "det arbete som personen skulle ha kallats in till"),
        Ground.CHILDCARE: translate("RehabilitationChain", "vården av barnet"),
        Ground.STUDY: translate("RehabilitationChain", "studierna"),
    }[ground]


def ground_title(ground: Ground) -> str:
    """Return the short name of a ground, as on a button."""
    return {
        Ground.OWN: translate("RehabilitationChain", "Eget arbete"),
        Ground.EMPLOYER: translate("RehabilitationChain", "Arbete hos arbetsgivaren"),
        Ground.MARKET: translate("RehabilitationChain", "Normalt förekommande arbete"),
        Ground.ON_CALL: translate("RehabilitationChain", "Arbete vid kallelse"),
        Ground.CHILDCARE: translate("RehabilitationChain", "Vård av barn"),
        Ground.STUDY: translate("RehabilitationChain", "Studier"),
    }[ground]


def situation_text(situation: Situation) -> str:
    """Say who is meant, as it stands after "den som"."""
    return {
        Situation.EMPLOYED: translate("RehabilitationChain", "är anställd"),
        Situation.UNEMPLOYED: translate("RehabilitationChain", "är arbetslös"),
        Situation.SELF_EMPLOYED: translate("RehabilitationChain", "har eget företag"),
        Situation.ON_CALL: translate("RehabilitationChain", "kallas in vid behov"),
        Situation.ON_LEAVE: translate("RehabilitationChain", "är tjänstledig"),
        Situation.CHILDCARE: translate("RehabilitationChain", "är föräldraledig"),
        Situation.STUDENT: translate("RehabilitationChain", "studerar"),
    }[situation]


def day_text(day: date) -> str:
    """Return "12 november 2026"."""
    months = (
        translate("Dates", "januari"),
        translate("Dates", "februari"),
        translate("Dates", "mars"),
        translate("Dates", "april"),
        translate("Dates", "maj"),
        translate("Dates", "juni"),
        translate("Dates", "juli"),
        translate("Dates", "augusti"),
        translate("Dates", "september"),
        translate("Dates", "oktober"),
        translate("Dates", "november"),
        translate("Dates", "december"),
    )
    return f"{day.day} {months[day.month - 1]} {day.year}"


def certainty_text(certainty: Certainty) -> str:
    return {
        Certainty.CERTAIN: translate("RehabilitationChain", "säker"),
        Certainty.PROBABLE: translate("RehabilitationChain", "trolig"),
        Certainty.CHECK: translate("RehabilitationChain", "kontrollera mot lag och vägledning"),
    }[certainty]


def note_text(note: AssessmentNote) -> str:
    """Say in a sentence what lies behind an answer."""
    return {**_exception_notes(), **_other_notes()}[note]


def _exception_notes() -> dict[AssessmentNote, str]:
    return {
        AssessmentNote.EXCEPTION_TOO_EARLY: translate(
            "RehabilitationChain",
            "Undantaget behövs inte än. Prövningen mot normalt förekommande arbete har inte börjat.",
        ),
        AssessmentNote.EXCEPTION_TOO_LATE: translate(
            "RehabilitationChain", "Undantaget går inte längre att använda så här sent i kedjan."
        ),
        AssessmentNote.EXCEPTION_NOT_YET_IN_RULES: translate(
            "RehabilitationChain", "Undantaget fanns inte i reglerna den prövade dagen."
        ),
        AssessmentNote.EXCEPTION_NO_LONGER_IN_RULES: translate(
            "RehabilitationChain", "Undantaget hade upphört den prövade dagen. Pröva om något annat undantag gäller."
        ),
        AssessmentNote.EXCEPTION_OTHER_SITUATION: translate(
            "RehabilitationChain", "Undantaget är till för den som har en arbetsgivare."
        ),
        AssessmentNote.EXCEPTION_SITUATION_UNCLEAR: translate(
            "RehabilitationChain", "Det är inte klarlagt om undantaget gäller i den här situationen."
        ),
        AssessmentNote.EXCEPTION_DAY_UNCLEAR: translate(
            "RehabilitationChain", "Dagen ligger precis på undantagets gräns."
        ),
        AssessmentNote.AGE_BELOW_LIMIT: translate(
            "RehabilitationChain", "Åldersgränsen för äldre anställda är inte nådd."
        ),
        AssessmentNote.AGE_LIMIT_UNCLEAR: translate(
            "RehabilitationChain", "Vad som gäller i den åldern det året är inte klarlagt."
        ),
        AssessmentNote.AGE_NEEDED: translate(
            "RehabilitationChain", "Åldern behövs för att avgöra om undantaget gäller."
        ),
    }


def _other_notes() -> dict[AssessmentNote, str]:
    return {
        AssessmentNote.CARRIED_OVER: translate(
            "RehabilitationChain",
            "Regeln kom medan sjukfallet pågick, och personen hade redan passerat dess första dag.",
        ),
        AssessmentNote.EMPLOYMENT_ENDED: translate(
            "RehabilitationChain", "Anställningen har upphört. Därefter prövas personen som arbetslös."
        ),
        AssessmentNote.PERIODS_JOINED: translate(
            "RehabilitationChain", "Den tidigare sjukperioden läggs ihop med den nya. Dagarna emellan räknas inte."
        ),
        AssessmentNote.PERIODS_APART: translate(
            "RehabilitationChain", "En tidigare sjukperiod ligger för långt tillbaka för att räknas med."
        ),
        AssessmentNote.JOINING_UNCLEAR: translate(
            "RehabilitationChain", "Mellan perioderna ligger precis så många dagar att det är oklart om de läggs ihop."
        ),
        AssessmentNote.GROUND_UNCLEAR: translate(
            "RehabilitationChain", "Vad som gäller i den här situationen så långt fram är inte klarlagt."
        ),
        AssessmentNote.OLD_WORDING: translate("RehabilitationChain", "Reglerna så långt tillbaka är inte genomgångna."),
        AssessmentNote.AFTER_CHECKED_DAY: translate(
            "RehabilitationChain", "Dagen ligger efter den senaste kontrollen. Reglerna kan ha ändrats."
        ),
    }


def always_shown(rules: RuleSet, assessment: Assessment, exam: date) -> tuple[str, str]:
    """Return the two texts that stand beside every question of rules."""
    state = translate(
        "RehabilitationChain", "Regelläge: {version}, prövad dag {exam}. Kontrollerad {checked} av {role}."
    ).format(version=assessment.rule_version, exam=exam, checked=rules.checked_on, role=rules.checked_by)
    return state, simplified_text()


def simplified_text() -> str:
    return translate(
        "RehabilitationChain",
        "Övningen är förenklad. I ett verkligt ärende gör Försäkringskassan en helhetsbedömning.",
    )
