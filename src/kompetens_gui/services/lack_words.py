"""What levels are called, and what they and the modules of a path still ask for.

Every code of `Lack` and of a path's rules has its words here and nowhere else. Nothing here blames anybody: what is
lacking is said as the next thing to do.
"""

from collections.abc import Mapping
from typing import NamedTuple

from kompetens_gui.domain.learning.levels import AreaLevel, Lack, Lacking, Level, Refresh
from kompetens_gui.domain.learning.pass_rules import RuleLack
from kompetens_gui.domain.study.learning_path import PassRule, PassRuleKind, StepKind
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.counting_words import CountedWords, capital, listed, one_decimal, percent, small
from kompetens_gui.services.evidence_words import form_words


class LevelWords(NamedTuple):
    """`title` stands alone ("Tillämpa"), `meaning` says what somebody on the level does."""

    title: str
    meaning: str


def level_words(level: Level) -> LevelWords:
    """Return the words for a level."""
    return {
        Level.UNASSESSED: LevelWords(translate("Level", "Ny"), translate("Level", "Det finns ingen bild än.")),
        Level.FOUNDATION: LevelWords(
            translate("Level", "Grund"), translate("Level", "Du kan förklara och känna igen.")
        ),
        Level.APPLY: LevelWords(
            translate("Level", "Tillämpa"), translate("Level", "Du gör det själv i vanliga lägen och motiverar.")
        ),
        Level.LEAD: LevelWords(
            translate("Level", "Leda"), translate("Level", "Du leder andra och förbättrar rutiner.")
        ),
    }[level]


def numbered_level(level: Level) -> str:
    """Return a level as it is written: "2 Tillämpa"."""
    return f"{int(level)}\N{NO-BREAK SPACE}{level_words(level).title}"


def refresh_words(refresh: Refresh) -> str:
    """Say why a level asks to be refreshed."""
    return {
        Refresh.AGE: translate("Refresh", "Det är mer än två år sedan. Nivån är kvar tills du har friskat upp den."),
        Refresh.RULES: translate("Refresh", "Reglerna har ändrats sedan dess. Nivån är kvar, men läs om det nya."),
    }[refresh]


# ------------------------------------------------------------ what a level still asks for


def lacking_words(lacking: Lacking) -> str:
    """Say one thing that is lacking for a level, as something to do."""
    left = max(1, round(lacking.need - lacking.have))
    match lacking.what:
        case Lack.KNOWLEDGE:
            return _knowledge(lacking)
        case Lack.EXERCISES:
            return _more(
                left, lacking.have, CountedWords(translate("Lack", "en övning"), translate("Lack", "övningar"))
            )
        case Lack.REFLECTIONS:
            return _more(
                left, lacking.have, CountedWords(translate("Lack", "en reflektion"), translate("Lack", "reflektioner"))
            )
        case Lack.FORMS:
            words = CountedWords(translate("Lack", "en övningsform"), translate("Lack", "olika övningsformer"))
            return _more(left, lacking.have, words)
        case Lack.WITH_OTHER:
            return translate("Lack", "En övning med någon annan")
        case Lack.CHANGED_WORK:
            return translate("Lack", "En ändring i ditt eget arbete")
        case Lack.LED:
            return _led(left)
        case Lack.MENTORING:
            return translate("Lack", "Ett handledningssamtal")
        case Lack.CONTRIBUTION:
            return translate("Lack", "Ett fall eller en fråga från dig som har granskats")
        case Lack.PEER:
            return translate("Lack", "En kollegas bekräftelse")
    raise AssertionError(lacking.what)


def next_level_words(area: AreaLevel) -> str:
    """Return on one line what the next level asks for; empty when there is none."""
    if not area.lacking:
        return ""
    asked = listed([small(lacking_words(one)) for one in area.lacking])
    title = level_words(Level(area.level + 1)).title
    return translate("Lack", "Till {level}: {asked}").format(level=title, asked=asked)


def _knowledge(lacking: Lacking) -> str:
    need = percent(lacking.need)
    if lacking.have <= 0:
        return translate("Lack", "Kunskapsfrågor med minst {need} rätt").format(need=need)
    return translate("Lack", "Kunskapsfrågor med minst {need} rätt (du har {have})").format(
        need=need, have=percent(lacking.have)
    )


def _led(left: int) -> str:
    words = CountedWords(translate("Lack", "ett tillfälle"), translate("Lack", "tillfällen"))
    text = translate("Lack", "Led {sessions} med minst 4 av 5 i snitt från fem eller fler")
    return text.format(sessions=words.counted(left))


def _more(left: int, have: float, words: CountedWords) -> str:
    counted = words.counted(left)
    text = translate("Lack", "{counted} till").format(counted=counted) if have >= 1 else counted
    return capital(text)


# ------------------------------------------------------------ what a module of a path still asks for


def rule_lack_words(lack: RuleLack) -> str:
    """Say what a rule of a module still asks for, with how far it has come."""
    rule = lack.rule
    match rule.rule:
        case PassRuleKind.QUESTIONS_SHARE:
            have = percent(lack.have)
        case PassRuleKind.RATING:
            have = one_decimal(lack.have)
        case PassRuleKind.ROWS_RIGHT | PassRuleKind.STEPS_DONE:
            have = f"{lack.have:.0f}"
        case PassRuleKind.ALL_SAFE | PassRuleKind.SIGNED_OFF:
            return rule_words(rule)
    asked = rule_words(rule)
    return translate("PassRule", "{asked}, du har {have}").format(asked=asked, have=have) if lack.have > 0 else asked


def rule_words(rule: PassRule) -> str:
    """Say what a rule of a module asks for."""
    match rule.rule:
        case PassRuleKind.QUESTIONS_SHARE:
            return translate("PassRule", "Kunskapsfrågor med minst {need} rätt").format(need=percent(rule.at_least))
        case PassRuleKind.STEPS_DONE:
            return capital(_done_words(rule.kind).counted(max(1, round(rule.at_least))))
        case PassRuleKind.ROWS_RIGHT:
            text = translate("PassRule", "Minst {need} av {of} rätt i {what}")
            return text.format(need=f"{rule.at_least:.0f}", of=rule.of, what=_rows(rule.kind))
        case PassRuleKind.ALL_SAFE:
            return translate("PassRule", "Alla säkerhetsfrågor rätt i en omgång")
        case PassRuleKind.RATING:
            text = translate("PassRule", "Ett samtal som en kollega skattar till minst {need} av 5")
            return text.format(need=one_decimal(rule.at_least))
        case PassRuleKind.SIGNED_OFF:
            return translate("PassRule", "Godkänt av en handledare eller kollega")
    raise AssertionError(rule.rule)


def _rows(kind: StepKind | None) -> str:
    return (
        translate("PassRule", "tidslinjerna") if kind in (None, StepKind.TIMELINE) else form_words(kind.value).lower()
    )


def _done_words(kind: StepKind | None) -> CountedWords:
    """Return what is counted by a rule that asks for steps to be done."""
    any_step = CountedWords(translate("PassRule", "ett moment"), translate("PassRule", "moment"))
    return {**_done_with_texts(), **_done_otherwise()}.get(kind, any_step) if kind else any_step


def _done_with_texts() -> Mapping[StepKind, CountedWords]:
    return {
        StepKind.MARK_CHAIN: CountedWords(
            translate("PassRule", "ett intyg markerat"), translate("PassRule", "intyg markerade")
        ),
        StepKind.SUFFICIENCY: CountedWords(
            translate("PassRule", "ett underlag bedömt"), translate("PassRule", "underlag bedömda")
        ),
        StepKind.REWRITE: CountedWords(
            translate("PassRule", "ett intyg omskrivet"), translate("PassRule", "intyg omskrivna")
        ),
        StepKind.SUPPLEMENT: CountedWords(
            translate("PassRule", "en fråga till läkaren skriven"),
            translate("PassRule", "frågor till läkaren skrivna"),
        ),
        StepKind.READING: CountedWords(translate("PassRule", "en läsning"), translate("PassRule", "läsningar")),
        StepKind.QUESTIONS: CountedWords(
            translate("PassRule", "en frågeomgång"), translate("PassRule", "frågeomgångar")
        ),
        StepKind.LETTER: CountedWords(
            translate("PassRule", "ett brev omskrivet"), translate("PassRule", "brev omskrivna")
        ),
        StepKind.LEAFLET: CountedWords(
            translate("PassRule", "en bipacksedel skriven"), translate("PassRule", "bipacksedlar skrivna")
        ),
        StepKind.REFLECTION: CountedWords(
            translate("PassRule", "en reflektion"), translate("PassRule", "reflektioner")
        ),
    }


def _done_otherwise() -> Mapping[StepKind, CountedWords]:
    return {
        StepKind.TIMELINE: CountedWords(translate("PassRule", "en tidslinje"), translate("PassRule", "tidslinjer")),
        StepKind.BRANCHING: CountedWords(
            translate("PassRule", "ett förgreningsfall"), translate("PassRule", "förgreningsfall")
        ),
        StepKind.IMPULSES: CountedWords(
            translate("PassRule", "ett fall med impulser"), translate("PassRule", "fall med impulser")
        ),
        StepKind.EMPLOYER_PLAN: CountedWords(
            translate("PassRule", "en plan granskad"), translate("PassRule", "planer granskade")
        ),
        StepKind.TWIN: CountedWords(
            translate("PassRule", "ett tvillingfall i båda versionerna"),
            translate("PassRule", "tvillingfall i båda versionerna"),
        ),
        StepKind.SAFE_QUESTIONS: CountedWords(
            translate("PassRule", "en övning i säkra frågor"), translate("PassRule", "övningar i säkra frågor")
        ),
        StepKind.OBSERVED: CountedWords(
            translate("PassRule", "ett observerat samtal"), translate("PassRule", "observerade samtal")
        ),
        StepKind.SIGN_OFF: CountedWords(
            translate("PassRule", "ett godkännande"), translate("PassRule", "godkännanden")
        ),
    }
