"""What the protocol tells: what was marked and how the case reads it, and what each group would ask. No points."""

from kompetens_gui.domain.activities.base import ActivityContext, Block, ListBlock, TableBlock, TextBlock
from kompetens_gui.domain.activities.spot_impulses.reading import Seen, own_impulses, read
from kompetens_gui.domain.activities.spot_impulses.state import (
    WHOLE_ROOM,
    Answers,
    PortionState,
    SpottingTogether,
    answering,
)
from kompetens_gui.domain.impulse_names import impulse_name, reach_words
from kompetens_gui.domain.study.impulses import ImpulseCase, Portion
from kompetens_gui.domain.wording import translate


def protocol_blocks(case: ImpulseCase, state: SpottingTogether, context: ActivityContext) -> tuple[Block, ...]:
    """Return nothing when nobody has answered anything."""
    names = {**{WHOLE_ROOM: translate("SpotImpulses", "Rummet")}, **dict(answering(context))}
    names[WHOLE_ROOM] = names[WHOLE_ROOM] or translate("SpotImpulses", "Rummet")
    blocks: list[Block] = []
    for number, portion in enumerate(case.portions):
        answers = state.at(number)
        if not answers.now.is_empty:
            blocks += _portion(portion, answers, tuple(g for g, _ in answering(context)), names)
    if not blocks:
        return ()
    head: list[Block] = [TextBlock(case.head.title, translate("SpotImpulses", "Impulser"))]
    if not case.has_impulse:
        words = translate("SpotImpulses", "Fallet har inga impulser. Att låta bli att leta vidare är också en läsning.")
        head.append(TextBlock(words))
    return (*head, *blocks)


def _portion(portion: Portion, answers: PortionState, groups: tuple[str, ...], names: dict[str, str]) -> list[Block]:
    blocks: list[Block] = []
    rows = [
        (
            impulse_name(impulse.type),
            f"”{impulse.quote}”",
            _who(impulse.seen, Seen.SEEN, names),
            _who(impulse.seen, Seen.NOT_MARKED, names),
        )
        for impulse in read(portion, answers.now, groups)
    ]
    if rows:
        header = (
            translate("SpotImpulses", "Impuls i fallet"),
            translate("SpotImpulses", "Orden"),
            translate("SpotImpulses", "Såg den"),
            translate("SpotImpulses", "Markerade den inte"),
        )
        blocks.append(TableBlock(header, tuple(rows), portion.title))
    else:
        words = translate("SpotImpulses", "Fallet lyfter ingen impuls i den här delen.")
        blocks.append(TextBlock(words, portion.title))
    own = tuple(
        f"{impulse_name(o.type)}: ”{o.quote}” ({', '.join(names.get(g, g) for g in o.groups)})"
        for o in own_impulses(portion, answers.now)
    )
    if own:
        blocks.append(ListBlock(own, translate("SpotImpulses", "Egna iakttagelser, värda en öppen fråga")))
    if answers.now.nothing:
        who = ", ".join(names.get(g, g) for g in answers.now.nothing)
        blocks.append(TextBlock(who, translate("SpotImpulses", "Såg ingen impuls")))
    return blocks + _questions(portion, answers, names)


def _who(seen: tuple[tuple[str, Seen], ...], how: Seen, names: dict[str, str]) -> str:
    return ", ".join(names.get(group, group) for group, found in seen if found == how)


def _questions(portion: Portion, answers: PortionState, names: dict[str, str]) -> list[Block]:
    rows = []
    for question in portion.next_questions:
        now = _asked(answers.now, question.id, names)
        before = _asked(answers.first, question.id, names) if answers.first is not None else ""
        if now or before:
            rows.append((question.text, before, now, reach_words(question.score)))
    if not rows:
        return []
    header = (
        translate("SpotImpulses", "Nästa fråga"),
        translate("SpotImpulses", "Före samtalet"),
        translate("SpotImpulses", "Valde den"),
        translate("SpotImpulses", "Så långt leder den"),
    )
    if answers.first is None:
        header, rows = (header[0], *header[2:]), [(row[0], *row[2:]) for row in rows]  # type: ignore[assignment,misc]
    return [TableBlock(header, tuple(rows))]


def _asked(answers: Answers, question: str, names: dict[str, str]) -> str:
    who = [names.get(g, g) for g, chosen in answers.questions.items() if chosen == question]
    hands = answers.hands.get(question, 0)
    if hands:
        who.append(translate("SpotImpulses", "{count} händer").format(count=hands))
    return ", ".join(who)
