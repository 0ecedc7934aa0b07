"""What levels are called, and what they and the modules of a path still ask for.

Every code of `Lack` and of a path's rules has its words here and nowhere else. Nothing here blames anybody: what is
lacking is said as the next thing to do.
"""

from typing import NamedTuple

from kompetens_gui.domain.learning.levels import AreaLevel, Lack, Lacking, Level, Refresh
from kompetens_gui.domain.learning.pass_rules import RuleLack
from kompetens_gui.domain.learning.path_progress import ModuleProgress
from kompetens_gui.domain.study.learning_path import LearningPath, PassRule, PassRuleKind, StepKind
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.counting_words import CountedWords, capital, listed, one_decimal, percent, small
from kompetens_gui.services.evidence_words import exercise_words


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
        case PassRuleKind.ALL_SAFE:
            again = translate("PassRule", "{asked}, gör om så många gånger du vill")
            return again.format(asked=rule_words(rule))
        case PassRuleKind.SIGNED_OFF:
            return rule_words(rule)
    asked = rule_words(rule)
    return translate("PassRule", "{asked}, du har {have}").format(asked=asked, have=have) if lack.have > 0 else asked


def rule_words(rule: PassRule) -> str:
    """Say what a rule of a module asks for."""
    match rule.rule:
        case PassRuleKind.QUESTIONS_SHARE:
            return translate("PassRule", "Kunskapsfrågor med minst {need} rätt i samma omgång").format(
                need=percent(rule.at_least)
            )
        case PassRuleKind.STEPS_DONE:
            return capital(_done_words(rule.kind).counted(max(1, round(rule.at_least))))
        case PassRuleKind.ROWS_RIGHT:
            text = translate("PassRule", "Minst {need} av {of} rätt i {what}")
            return text.format(need=f"{rule.at_least:.0f}", of=rule.of, what=_rows(rule.kind))
        case PassRuleKind.ALL_SAFE:
            return translate("PassRule", "Alla säkerhetsfrågor rätt i samma omgång")
        case PassRuleKind.RATING:
            text = translate("PassRule", "Ett samtal som en kollega skattar till minst {need} av 5")
            return text.format(need=one_decimal(rule.at_least))
        case PassRuleKind.SIGNED_OFF:
            return translate("PassRule", "Godkänt av en handledare eller kollega")
    raise AssertionError(rule.rule)


def _rows(kind: StepKind | None) -> str:
    words = exercise_words((kind or StepKind.TIMELINE).value)
    return words.rows or small(words.name)


def _done_words(kind: StepKind | None) -> CountedWords:
    """Return what is counted by a rule that asks for steps to be done."""
    if kind is None:
        return CountedWords(translate("PassRule", "ett moment"), translate("PassRule", "moment"))
    words = exercise_words(kind.value)
    return CountedWords(words.one, words.many)


# ------------------------------------------------------------ why a module is not open yet


def locked_words(module: ModuleProgress, path: LearningPath) -> str:
    """Say what a module waits for."""
    if module.module.renewal_only:
        return translate("Locked", "Öppnas när det är dags att förnya kursintyget")
    titles = [m.title for before in module.waits_for if (m := path.module(before)) is not None]
    if len(titles) == 1:
        return translate("Locked", "Öppnas när {title} är klar").format(title=titles[0])
    return translate("Locked", "Öppnas när {titles} är klara").format(titles=listed(titles))
