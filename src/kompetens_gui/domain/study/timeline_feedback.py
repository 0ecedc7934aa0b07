"""What is said about each ground in a generated timeline: worked out from the rules, never written by hand."""

from kompetens_gui.domain.rehabilitation_chain import ChainInterval
from kompetens_gui.domain.rehabilitation_rule_set import ChainException, Ground, GroundRow, RuleSet
from kompetens_gui.domain.rehabilitation_rules import Assessment, AssessmentQuestion
from kompetens_gui.domain.rehabilitation_words import day_text, ground_text, ground_title, note_text, situation_text
from kompetens_gui.domain.study.timeline import GroundAnswer
from kompetens_gui.domain.wording import translate

_FEWEST = 3
_USUAL = (Ground.OWN, Ground.EMPLOYER, Ground.MARKET)


def answers(rules: RuleSet, question: AssessmentQuestion, found: Assessment) -> tuple[GroundAnswer, ...]:
    """Return at least three grounds to choose between, each with what is said about it."""
    rows = _rows(rules, question)
    offered = {row.ground for row in rows if row.ground is not None}
    offered |= {found.ground} if found.ground is not None else set()
    exception = rules.exception(question.exception) if question.exception else None
    if exception is not None and question.situation in exception.effects:
        effect = exception.effects[question.situation].ground
        offered |= {effect} if effect is not None else set()
    for usual in _USUAL:
        if len(offered) < _FEWEST:
            offered.add(usual)
    return tuple(
        GroundAnswer(ground.value, _feedback(ground, rules, question, found)) for ground in Ground if ground in offered
    )


def why(rules: RuleSet, question: AssessmentQuestion, found: Assessment) -> str:
    """Say how the day was counted, what holds that day and by which rules."""
    sentences = [
        translate("Timelines", "Den {exam} är dag {day} i kedjan.").format(exam=day_text(question.exam), day=found.day)
    ]
    if found.ground is not None:
        ground = ground_text(found.ground, question.situation, occupational_group=found.occupational_group_stated)
        sentences.append(translate("Timelines", "Förmågan prövas mot {ground}.").format(ground=ground))
    exception = rules.exception(found.exception) if found.exception else None
    if exception is not None:
        sentences.append(_holds(exception, question))
    sentences += [note_text(note) for note in found.notes]
    version = translate("Timelines", "Dagen som prövas avgör vilka regler som gäller: {version}.")
    return " ".join((*sentences, version.format(version=found.rule_version)))


def _feedback(ground: Ground, rules: RuleSet, question: AssessmentQuestion, found: Assessment) -> str:
    exception = rules.exception(found.exception) if found.exception else None
    if ground == found.ground:
        if exception is not None:
            return translate("Timelines", "Ja.") + " " + _holds(exception, question)
        return (
            translate("Timelines", "Ja. Dagen är nummer {day}.").format(day=found.day)
            + " "
            + _ordinarily(ground, rules, question)
        )
    ordinary = rules.row(question.situation, found.day, question.exam).ground
    if exception is not None and ground == ordinary:
        rule = translate("Timelines", "Det är huvudregeln den dagen, men här finns ett undantag.")
        return f"{rule} {_holds(exception, question)}"
    asked = rules.exception(question.exception) if question.exception else None
    if asked is not None and exception is None and _would_keep(asked, question) == ground and ground != ordinary:
        why_not = " ".join(note_text(note) for note in found.notes if note.startswith(("exception", "age")))
        title = translate("Timelines", "Du tänker kanske på undantaget ”{title}”.").format(title=_low(asked.title))
        return f"{title} {why_not} {_ordinarily(ground, rules, question)}"
    return _ordinarily(ground, rules, question)


def _holds(exception: ChainException, question: AssessmentQuestion) -> str:
    text = translate("Timelines", "Undantaget ”{title}” gäller. {requirement}").format(
        title=_low(exception.title), requirement=exception.requirement
    )
    limit = next((limit for limit in exception.ages if limit.validity.covers(question.exam)), None)
    age = next((band.age for band in limit.bands if band.applies), None) if limit is not None else None
    if age is None:
        return text
    return text + " " + translate("Timelines", "Gränsen var {age} år den dagen.").format(age=age)


def _ordinarily(ground: Ground, rules: RuleSet, question: AssessmentQuestion) -> str:
    """Say on which days the ground is the ordinary one in this situation, by the rules of the examined day."""
    who = situation_text(question.situation)
    title = ground_title(ground)
    days = [row.days for row in _rows(rules, question) if row.ground == ground]
    if not days:
        return translate("Timelines", "{title} är inget steg för den som {who}.").format(title=title, who=who)
    return translate("Timelines", "{title} är grunden {days} för den som {who}.").format(
        title=title, days=_days(days[0]), who=who
    )


def _days(days: ChainInterval) -> str:
    if days.last is None and days.first == 1:
        return translate("Timelines", "från första dagen")
    if days.last is None:
        return translate("Timelines", "från dag {first}").format(first=days.first)
    return translate("Timelines", "dag {first}–{last}").format(first=days.first, last=days.last)


def _rows(rules: RuleSet, question: AssessmentQuestion) -> list[GroundRow]:
    return [row for row in rules.rows[question.situation] if row.validity.covers(question.exam)]


def _would_keep(exception: ChainException, question: AssessmentQuestion) -> Ground | None:
    effect = exception.effects.get(question.situation)
    return effect.ground if effect is not None else None


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]
