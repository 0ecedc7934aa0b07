"""What kinds of material are called, and how a piece of it is described."""

from collections.abc import Mapping

from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.services.material_browsing import Counted, KnownMaterial, MaterialRow, MaterialState
from kompetens_gui.ui.planning.words import translate


def kind_name(kind: MaterialKind) -> str:
    """Name a kind of material, with a capital."""
    return {
        MaterialKind.BRANCHING: translate("Planning", "Förgreningsfall"),
        MaterialKind.IMPULSES: translate("Planning", "Impulsfall"),
        MaterialKind.LETTER: translate("Planning", "Brev till klarspråk"),
        MaterialKind.EMPLOYER_PLAN: translate("Planning", "Arbetsgivarens plan"),
        MaterialKind.TWIN: translate("Planning", "Tvillingfall"),
        MaterialKind.LEAFLET: translate("Planning", "Bipacksedel"),
        MaterialKind.ROLE_PLAY: translate("Planning", "Rollspel"),
        MaterialKind.COORDINATION: translate("Planning", "Samordningsfall"),
        MaterialKind.PATHWAY: translate("Planning", "Vägval"),
        MaterialKind.DISCUSSION_CARDS: translate("Planning", "Samtalskort"),
        MaterialKind.SORTING: translate("Planning", "Sortering"),
        MaterialKind.TALK_DRILL: translate("Planning", "Samtalsövning"),
        MaterialKind.MEASURE_LIMITS: translate("Planning", "Vad talet inte mäter"),
    }[kind]


def difficulty(level: int) -> str:
    """Say how hard something is."""
    return {
        1: translate("Planning", "Lätt"),
        2: translate("Planning", "Lagom"),
        3: translate("Planning", "Svårare"),
        4: translate("Planning", "Svårast"),
    }.get(level, str(level))


def counted(what: Counted, number: int) -> str:
    """Say what a piece of material is made of: "5 roller"."""
    one, many = _counted_words()[what]
    return (one if number == 1 else many).format(n=number)


def _counted_words() -> Mapping[Counted, tuple[str, str]]:
    return {
        Counted.ROLES: (translate("Planning", "{n} roll"), translate("Planning", "{n} roller")),
        Counted.OBSERVED: (
            translate("Planning", "{n} punkt att observera"),
            translate("Planning", "{n} punkter att observera"),
        ),
        Counted.PAPERS: (translate("Planning", "{n} papper"), translate("Planning", "{n} papper")),
        Counted.SEATS: (translate("Planning", "{n} plats vid bordet"), translate("Planning", "{n} platser vid bordet")),
        Counted.OPTIONS: (translate("Planning", "{n} väg att väga"), translate("Planning", "{n} vägar att väga")),
        Counted.CARDS: (translate("Planning", "{n} kort"), translate("Planning", "{n} kort")),
        Counted.ITEMS: (translate("Planning", "{n} lapp"), translate("Planning", "{n} lappar")),
        Counted.LINES: (translate("Planning", "{n} replik"), translate("Planning", "{n} repliker")),
        Counted.STATEMENTS: (translate("Planning", "{n} påstående"), translate("Planning", "{n} påståenden")),
        Counted.NODES: (
            translate("Planning", "{n} plats i berättelsen"),
            translate("Planning", "{n} platser i berättelsen"),
        ),
        Counted.PORTIONS: (translate("Planning", "{n} portion"), translate("Planning", "{n} portioner")),
        Counted.CHECKPOINTS: (translate("Planning", "{n} kontrollpunkt"), translate("Planning", "{n} kontrollpunkter")),
        Counted.VERSIONS: (translate("Planning", "{n} version"), translate("Planning", "{n} versioner")),
        Counted.QUESTIONS: (translate("Planning", "{n} fråga"), translate("Planning", "{n} frågor")),
        Counted.SECTIONS: (translate("Planning", "{n} del"), translate("Planning", "{n} delar")),
        Counted.POINTS: (
            translate("Planning", "{n} punkt att jämföra med"),
            translate("Planning", "{n} punkter att jämföra med"),
        ),
    }


def facts(row: MaterialRow) -> str:
    """Say in one line how long and how hard a piece of material is, and what it is about."""
    minutes = translate("Planning", "{n} min").format(n=row.minutes)
    return ", ".join((minutes, difficulty(row.difficulty).lower(), " ".join(row.areas)))


def review(row: MaterialRow) -> str:
    """Say honestly whether anybody has reviewed it."""
    if row.reviewed:
        return translate("Planning", "Granskat")
    return translate("Planning", "Inte granskat av någon utanför redaktionen än")


def state(ref: str, known: KnownMaterial | None) -> tuple[str, str]:
    """Say how it stands with material that a plan names, and in which tone."""
    if known is None:
        return translate("Planning", "Läser in…"), "muted"
    if known.state == MaterialState.THERE:
        minutes = translate("Planning", "{n} min").format(n=known.minutes)
        return f"{known.title}, {minutes}", ""
    name = ref.partition("/")[2] or ref
    if known.state == MaterialState.BROKEN:
        return translate("Planning", "Filen ”{name}” har fel och går inte att använda").format(name=name), "warn"
    return translate("Planning", "”{name}” finns inte kvar. Välj annat.").format(name=name), "warn"
