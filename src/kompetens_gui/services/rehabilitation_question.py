"""A question to the chain's rule engine in typed words, and its answer as data or as Swedish text."""

from collections.abc import Mapping, Sequence
from datetime import date

from kompetens_gui.domain.errors import InvalidValue
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.rehabilitation_rule_set import RuleSet
from kompetens_gui.domain.rehabilitation_rules import Assessment, AssessmentQuestion, SickPeriod
from kompetens_gui.domain.rehabilitation_words import always_shown, certainty_text, ground_text, note_text
from kompetens_gui.domain.wording import translate

# What is written with the wrong form, and not what says something impossible.
_MISWRITTEN = ("missing", "format", "unknown")


def question_from(rules: RuleSet, words: Mapping[str, str | None], periods: Sequence[str] = ()) -> AssessmentQuestion:
    """Read a question from words as they were typed; `periods` are of the form first/last. Raises InvalidValue."""
    exception = words.get("exception") or None
    if exception is not None and rules.exception(exception) is None:
        raise InvalidValue("exception", "unknown", exception)
    return AssessmentQuestion(
        start=_day("start", words),
        exam=_day("exam", words),
        situation=_situation(words.get("situation")),
        exception=exception,
        age=_number("age", words),
        earlier_days=_number("earlier_days", words) or 0,
        employment_ended=_day("employment_ended", words) if words.get("employment_ended") else None,
        earlier_periods=tuple(sorted((_period(p) for p in periods), key=lambda p: p.first)),
    )


def is_miswritten(error: InvalidValue) -> bool:
    """Tell a word that could not be read from a readable question that cannot be answered."""
    return error.reason in _MISWRITTEN


def fault_text(rules: RuleSet, error: InvalidValue) -> str:
    """Say what to write instead, with the names the console uses."""
    name = f"--{error.field.removesuffix('s') if error.field == 'earlier_periods' else error.field}".replace("_", "-")
    known = ", ".join(Situation if error.field == "situation" else (e.id for e in rules.exceptions))
    sentence = {
        ("situation", "missing"): translate("RehabilitationChain", "{name} saknas. Välj något av: {known}."),
        ("situation", "unknown"): translate(
            "RehabilitationChain", "{name} ”{word}” finns inte. Välj något av: {known}."
        ),
        ("exception", "unknown"): translate(
            "RehabilitationChain", "{name} ”{word}” finns inte. Välj något av: {known}."
        ),
        ("age", "format"): translate("RehabilitationChain", "”{word}” är inget heltal. Skriv {name} med siffror."),
        ("earlier_days", "format"): translate(
            "RehabilitationChain", "”{word}” är inget heltal. Skriv {name} med siffror."
        ),
        ("age", "range"): translate(
            "RehabilitationChain", "Åldern {word} går inte att använda. Skriv {name} mellan 0 och 130."
        ),
        ("earlier_days", "range"): translate(
            "RehabilitationChain", "{word} tidigare dagar är för många. Rätta {name}."
        ),
        ("exam", "before_start"): translate(
            "RehabilitationChain",
            "Den prövade dagen {word} ligger före sjukperiodens första dag. Rätta {name} eller --start.",
        ),
        ("earlier_periods", "format"): translate(
            "RehabilitationChain", "”{word}” är ingen period. Skriv {name} som ÅÅÅÅ-MM-DD/ÅÅÅÅ-MM-DD."
        ),
        ("earlier_periods", "order"): translate(
            "RehabilitationChain",
            "Perioden som börjar {word} går in i nästa eller slutar innan den börjar. Rätta {name}.",
        ),
    }.get((error.field, error.reason))
    if sentence is None and error.reason == "missing":
        sentence = translate("RehabilitationChain", "{name} saknas. Skriv ett datum som ÅÅÅÅ-MM-DD.")
    if sentence is None:
        sentence = translate("RehabilitationChain", "”{word}” är inget datum. Skriv {name} som ÅÅÅÅ-MM-DD.")
    return sentence.format(name=name, word=error.value, known=known)


def _day(field: str, words: Mapping[str, str | None]) -> date:
    word = words.get(field)
    if not word:
        raise InvalidValue(field, "missing")
    day = _date(word)
    if day is None:
        raise InvalidValue(field, "format", word)
    return day


def _date(word: str) -> date | None:
    """Return the day; forms other than YYYY-MM-DD that Python would read are not what we ask for."""
    try:
        return date.fromisoformat(word) if len(word) == len("2026-03-02") else None
    except ValueError:
        return None


def _situation(word: str | None) -> Situation:
    if not word:
        raise InvalidValue("situation", "missing")
    try:
        return Situation(word)
    except ValueError:
        raise InvalidValue("situation", "unknown", word) from None


def _number(field: str, words: Mapping[str, str | None]) -> int | None:
    word = words.get(field)
    if word is None:
        return None
    digits = word.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 10):
        raise InvalidValue(field, "format", word)
    return int(word)


def _period(word: str) -> SickPeriod:
    first, _, last = word.partition("/")
    days = _date(first), _date(last)
    if days[0] is None or days[1] is None:
        raise InvalidValue("earlier_periods", "format", word)
    return SickPeriod(days[0], days[1])


def as_data(assessment: Assessment, *, details: bool = False) -> dict[str, object]:
    """Return the answer with English keys; the first five never change."""
    data: dict[str, object] = {
        "day": assessment.day,
        "ground": assessment.ground,
        "rule_version": assessment.rule_version,
        "exception": assessment.exception,
        "certainty": assessment.certainty,
    }
    if details:
        data["occupational_group_stated"] = assessment.occupational_group_stated
        data["possible_grounds"] = list(assessment.possible_grounds)
        data["possible_days"] = list(assessment.possible_days)
        data["notes"] = list(assessment.notes)
    return data


def as_text(rules: RuleSet, question: AssessmentQuestion, assessment: Assessment) -> str:
    """Return the answer as lines to read."""
    return "\n".join((*_answer(rules, question, assessment), "", *always_shown(rules, assessment, question.exam)))


def _answer(rules: RuleSet, question: AssessmentQuestion, found: Assessment) -> list[str]:
    lines = [_day_line(found)]
    if found.ground is not None:
        ground = ground_text(found.ground, question.situation, occupational_group=found.occupational_group_stated)
        lines.append(translate("RehabilitationChain", "Arbetsförmågan prövas mot {ground}.").format(ground=ground))
    else:
        possible = [ground_text(g, question.situation) for g in found.possible_grounds]
        either = translate("RehabilitationChain", " eller ").join(possible)
        lines.append(
            translate("RehabilitationChain", "Grunden är inte klar. Tänkbart: {grounds}.").format(grounds=either)
        )
    exception = rules.exception(found.exception) if found.exception else None
    if exception is not None:
        lines.append(translate("RehabilitationChain", "Undantag: {title}.").format(title=exception.title))
        lines.append(translate("RehabilitationChain", "Det kräver: {what}").format(what=exception.requirement))
    certainty = certainty_text(found.certainty)
    lines.append(translate("RehabilitationChain", "Säkerhet: {certainty}.").format(certainty=certainty))
    return [*lines, *(note_text(note) for note in found.notes)]


def _day_line(found: Assessment) -> str:
    if found.possible_days:
        low, high = found.possible_days
        return translate("RehabilitationChain", "Dag {low} eller {high} i rehabiliteringskedjan.").format(
            low=low, high=high
        )
    return translate("RehabilitationChain", "Dag {day} i rehabiliteringskedjan.").format(day=found.day)
