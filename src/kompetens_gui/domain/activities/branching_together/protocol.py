"""What the protocol tells of a branching case: the ways gone, the votes, and what was talked about."""

from kompetens_gui.domain.activities.base import ActivityContext, Block, ListBlock, TableBlock, TextBlock
from kompetens_gui.domain.activities.branching_together.events import WayBy
from kompetens_gui.domain.activities.branching_together.room import choice_text
from kompetens_gui.domain.activities.branching_together.state import Back, Choices, Gone, TogetherState
from kompetens_gui.domain.branching import fold, node_of
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.wording import translate


def protocol_blocks(case: BranchingCase, state: TogetherState, context: ActivityContext) -> tuple[Block, ...]:
    """Return nothing when the room has done nothing."""
    blocks: list[Block] = []
    if state.log:
        header = (
            translate("BranchingTogether", "Dag"),
            translate("BranchingTogether", "Val"),
            translate("BranchingTogether", "Röster"),
            translate("BranchingTogether", "Vems väg"),
        )
        rows = tuple(_row(case, entry) for entry in state.log)
        blocks.append(TableBlock(header, rows, translate("BranchingTogether", "Vägen vi gick")))
        blocks += _lives(case, state)
    blocks += _groups(case, state, context)
    blocks += _notes(case, state)
    if not blocks:
        return ()
    return (TextBlock(case.head.title, translate("BranchingTogether", "Förgreningsfall")), *blocks)


def by_words(by: WayBy) -> str:
    return {
        WayBy.MAJORITY: translate("BranchingTogether", "majoritetens"),
        WayBy.MINORITY: translate("BranchingTogether", "minoritetens"),
        WayBy.LEADER: translate("BranchingTogether", "ledaren valde"),
    }[by]


def _row(case: BranchingCase, entry: Gone | Back) -> tuple[str, ...]:
    if isinstance(entry, Back):
        return (str(entry.day), translate("BranchingTogether", "Vi gick tillbaka hit"), "", "")
    return (
        str(entry.day),
        choice_text(case, entry.node, entry.choice),
        _votes(case, entry),
        by_words(entry.by),
    )


def _votes(case: BranchingCase, gone: Gone) -> str:
    before = dict(gone.first)
    words = []
    for choice, count in gone.last:
        text = choice_text(case, gone.node, choice)
        if gone.first:
            line = translate("BranchingTogether", "{text}: {before} före, {count} efter")
            words.append(line.format(text=text, before=before.get(choice, 0), count=count))
        elif count:
            words.append(translate("BranchingTogether", "{text}: {count}").format(text=text, count=count))
    return "; ".join(words)


def _lives(case: BranchingCase, state: TogetherState) -> list[Block]:
    ends = [_end(case, way) for way in (*state.earlier, state.choices)]
    found = tuple(dict.fromkeys(end for end in ends if end))
    return [ListBlock(found, translate("BranchingTogether", "Så kunde det bli"))] if found else []


def _groups(case: BranchingCase, state: TogetherState, context: ActivityContext) -> list[Block]:
    names = {str(g.id): g.name for g in context.groups}
    gone = [(g, way, 0) for g, way in state.before_parting]
    gone += [(g, way, state.parted_at) for g, way in state.ways.items() if len(way) > state.parted_at]
    rows = tuple((names.get(g, g), _way(case, way, since), _end(case, way)) for g, way, since in gone)
    if not rows:
        return []
    header = (
        translate("BranchingTogether", "Grupp"),
        translate("BranchingTogether", "Väg"),
        translate("BranchingTogether", "Slut"),
    )
    return [TableBlock(header, rows, translate("BranchingTogether", "Gruppernas egna vägar"))]


def _way(case: BranchingCase, way: Choices, since: int) -> str:
    words = translate("BranchingTogether", "dag {day}: {choice}")
    steps = fold(case, way).steps[since:]
    return "; ".join(words.format(day=s.day, choice=choice_text(case, s.node, s.choice)) for s in steps)


def _end(case: BranchingCase, way: Choices) -> str:
    now = fold(case, way)
    node = node_of(case, now.node)
    if not node.is_end:
        return ""
    return translate("BranchingTogether", "{title} (dag {day})").format(title=node.title, day=now.day)


def _notes(case: BranchingCase, state: TogetherState) -> list[Block]:
    blocks: list[Block] = []
    for node_id in dict.fromkeys(note.node for note in state.notes):
        node = case.node(node_id)
        label = translate("BranchingTogether", "Det vi talade om")
        if node is not None:
            label = translate("BranchingTogether", "Det vi talade om dag {day}").format(day=node.day)
        blocks.append(ListBlock(tuple(n.text for n in state.notes if n.node == node_id), label))
    return blocks
