"""What is wrong with a branching case, as facts with a place. `content/branching_problems.py` has the words."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from kompetens_gui.domain.branching import moved
from kompetens_gui.domain.branching_conditions import choice_ref, refs_of
from kompetens_gui.domain.branching_map import cycles, gotos, reachable, without_way_out
from kompetens_gui.domain.branching_walks import Walked, walk_all
from kompetens_gui.domain.readability import words
from kompetens_gui.domain.study.branching_case import (
    HIGHEST,
    LOWEST,
    BranchingCase,
    Choice,
    ChoiceRef,
    Effects,
    Node,
    Track,
)

FEWEST_NODES, FEWEST_ENDS, FEWEST_CHOICES, FEWEST_OFFERED = 12, 5, 3, 2
NODE_WORDS, END_WORDS = (80, 120), (60, 120)
# A step that would go this far past a bound is excused: the track was at its end already.
EXCUSED = 1


class ProblemCode(StrEnum):
    """What is wrong. `detail` and `number` of the problem say more where it is noted."""

    UNKNOWN_START = "unknown_start"  # detail: the node that does not exist
    UNKNOWN_GOTO = "unknown_goto"  # detail: the node that does not exist
    DUPLICATE_NODE = "duplicate_node"
    DUPLICATE_CHOICE = "duplicate_choice"
    REFERS_TO_NOTHING = "refers_to_nothing"  # detail: the choice that does not exist, "v2.b"
    CYCLE = "cycle"  # detail: the nodes one goes round
    DAYS_GO_BACKWARDS = "days_go_backwards"  # detail: the node one would come to, number: its day
    UNREACHABLE = "unreachable"
    DEAD_END = "dead_end"
    NO_WAY_TO_AN_END = "no_way_to_an_end"
    CHOICES_AT_AN_END = "choices_at_an_end"
    TOO_FEW_NODES = "too_few_nodes"  # number: how many there are
    TOO_FEW_ENDS = "too_few_ends"  # number: how many there are
    TOO_FEW_CHOICES = "too_few_choices"  # number: how many there are
    TOO_FEW_OFFERED = "too_few_offered"  # number: how many are offered, path: one way there
    NEVER_TRUE = "never_true"  # detail: "when" or "goto_if"
    LATE_NEVER_TOLD = "late_never_told"  # number: days after the choice
    OUT_OF_BOUNDS = "out_of_bounds"  # detail: the track, number: where it would go, path: one way there
    DOMINATES = "dominates"  # detail: the other choices it is never worse than
    NO_FEEDBACK = "no_feedback"
    NO_CONSEQUENCE = "no_consequence"  # detail: the track that moves
    MISSING_WORDS = "missing_words"  # detail: question, title or looking_back
    TEXT_LENGTH = "text_length"  # number: how many words
    TOO_MANY_WAYS = "too_many_ways"  # number: places visited when the walk gave up


@dataclass(frozen=True)
class BranchingProblem:
    """One thing wrong, and where: the node and choice, empty for the whole case."""

    code: ProblemCode
    node: str = ""
    choice: str = ""
    detail: str = ""
    number: int = 0
    path: tuple[ChoiceRef, ...] = ()


def find_problems(case: BranchingCase) -> tuple[BranchingProblem, ...]:
    """Return everything that is wrong. What only a walk can show is looked for when the map itself holds."""
    found = list(chain(_map_problems(case), _counts(case), *(_node_problems(n) for n in case.nodes)))
    if {p.code for p in found} & _STOPS_THE_WALK:
        found += chain.from_iterable(_dominating(n, n.choices) for n in case.nodes)
    else:
        found += _walk_problems(case, walk_all(case))
    return tuple(found)


_STOPS_THE_WALK = {
    ProblemCode.UNKNOWN_START,
    ProblemCode.UNKNOWN_GOTO,
    ProblemCode.DUPLICATE_NODE,
    ProblemCode.DUPLICATE_CHOICE,
    ProblemCode.CYCLE,
}


def in_all(choice: Choice) -> Effects:
    """Return how far a choice moves each track when everything that comes later has come."""
    total = choice.effects
    for effect in choice.later:
        total = moved(total, effect.effects)
    return total


# ------------------------------------------------------------ the map


def _map_problems(case: BranchingCase) -> Iterator[BranchingProblem]:
    known: dict[str, Node] = {n.id: n for n in case.nodes}
    if case.start not in known:
        yield BranchingProblem(ProblemCode.UNKNOWN_START, detail=case.start)
    for node_id, count in Counter(n.id for n in case.nodes).items():
        if count > 1:
            yield BranchingProblem(ProblemCode.DUPLICATE_NODE, node_id)
    refs = {choice_ref(n.id, c.id) for n in case.nodes for c in n.choices}
    for node in case.nodes:
        yield from _way_problems(node, known, refs)
    for round_trip in cycles(case):
        yield BranchingProblem(ProblemCode.CYCLE, round_trip[0], detail=", ".join(round_trip))
    reached = reachable(case)
    for node in case.nodes:
        if reached and node.id not in reached:  # without a start nothing is, and that is told already
            yield BranchingProblem(ProblemCode.UNREACHABLE, node.id)
    for stuck in without_way_out(case):
        yield BranchingProblem(ProblemCode.NO_WAY_TO_AN_END, stuck)


def _way_problems(node: Node, known: dict[str, Node], refs: set[ChoiceRef]) -> Iterator[BranchingProblem]:
    for choice in node.choices:
        for target in dict.fromkeys(gotos(choice)):
            if target not in known:
                yield BranchingProblem(ProblemCode.UNKNOWN_GOTO, node.id, choice.id, target)
            elif known[target].day < node.day:
                day = known[target].day
                yield BranchingProblem(ProblemCode.DAYS_GO_BACKWARDS, node.id, choice.id, target, day)
        asked = chain(refs_of(choice.when), *(refs_of(c.when) for c in choice.goto_if))
        for ref in dict.fromkeys(asked):
            if ref not in refs:
                yield BranchingProblem(ProblemCode.REFERS_TO_NOTHING, node.id, choice.id, ref)


def _counts(case: BranchingCase) -> Iterator[BranchingProblem]:
    ends = sum(n.is_end for n in case.nodes)
    if len(case.nodes) < FEWEST_NODES:
        yield BranchingProblem(ProblemCode.TOO_FEW_NODES, number=len(case.nodes))
    if ends < FEWEST_ENDS:
        yield BranchingProblem(ProblemCode.TOO_FEW_ENDS, number=ends)
    for track in Track:
        if not LOWEST <= (value := case.tracks.of(track)) <= HIGHEST:
            yield BranchingProblem(ProblemCode.OUT_OF_BOUNDS, detail=track, number=value)


# ------------------------------------------------------------ each node by itself


def _node_problems(node: Node) -> Iterator[BranchingProblem]:
    fewest, most = END_WORDS if node.is_end else NODE_WORDS
    if not fewest <= (count := len(words(node.text))) <= most:
        yield BranchingProblem(ProblemCode.TEXT_LENGTH, node.id, number=count)
    for name in ("title", "looking_back") if node.is_end else ("question",):
        if not getattr(node, name).strip():
            yield BranchingProblem(ProblemCode.MISSING_WORDS, node.id, detail=name)
    if node.is_end:
        if node.choices:
            yield BranchingProblem(ProblemCode.CHOICES_AT_AN_END, node.id)
        return
    if not node.choices:
        yield BranchingProblem(ProblemCode.DEAD_END, node.id)
    elif len(node.choices) < FEWEST_CHOICES:
        yield BranchingProblem(ProblemCode.TOO_FEW_CHOICES, node.id, number=len(node.choices))
    for choice_id, count in Counter(c.id for c in node.choices).items():
        if count > 1:
            yield BranchingProblem(ProblemCode.DUPLICATE_CHOICE, node.id, choice_id)
    for choice in node.choices:
        yield from _choice_problems(node, choice)


def _choice_problems(node: Node, choice: Choice) -> Iterator[BranchingProblem]:
    if not choice.feedback.strip():
        yield BranchingProblem(ProblemCode.NO_FEEDBACK, node.id, choice.id)
    for track in Track:
        if choice.effects.of(track) and not getattr(choice.consequences, track.value).strip():
            yield BranchingProblem(ProblemCode.NO_CONSEQUENCE, node.id, choice.id, track)


def _dominating(node: Node, choices: Iterable[Choice]) -> Iterator[BranchingProblem]:
    """Yield choices that no other choice beats on any track, and that beat every other on at least one."""
    totals = {c.id: in_all(c) for c in choices}
    for one, mine in totals.items():
        others = {other: its for other, its in totals.items() if other != one}
        if others and all(_is_better(mine, its) for its in others.values()):
            yield BranchingProblem(ProblemCode.DOMINATES, node.id, one, ", ".join(others))


def _is_better(mine: Effects, its: Effects) -> bool:
    return mine != its and all(mine.of(t) >= its.of(t) for t in Track)


# ------------------------------------------------------------ what only shows on the way


def _walk_problems(case: BranchingCase, walked: Walked) -> Iterator[BranchingProblem]:
    if not walked.whole:
        yield BranchingProblem(ProblemCode.TOO_MANY_WAYS, number=len(walked.came_from))
    yield from _offer_problems(case, walked)
    for excess, place in walked.excesses.values():
        if not LOWEST - EXCUSED <= excess.value <= HIGHEST + EXCUSED:
            path = walked.path_to(place)
            code = ProblemCode.OUT_OF_BOUNDS
            yield BranchingProblem(code, excess.node, excess.choice, excess.track, excess.value, path)
    if walked.whole:
        yield from _never_seen(case, walked)


def _offer_problems(case: BranchingCase, walked: Walked) -> Iterator[BranchingProblem]:
    for node in case.nodes:
        dominating: dict[BranchingProblem, None] = {}
        for ids, place in walked.offered.get(node.id, {}).items():
            if len(ids) < FEWEST_OFFERED and node.choices:
                path = walked.path_to(place)
                yield BranchingProblem(ProblemCode.TOO_FEW_OFFERED, node.id, number=len(ids), path=path)
            dominating |= dict.fromkeys(_dominating(node, [c for c in node.choices if c.id in ids]))
        yield from dominating


def _never_seen(case: BranchingCase, walked: Walked) -> Iterator[BranchingProblem]:
    on_the_map = reachable(case)
    for node in case.nodes:
        if node.id not in walked.nodes:
            if node.id in on_the_map:  # drawn, but every way there hangs on something that never holds
                yield BranchingProblem(ProblemCode.UNREACHABLE, node.id)
            continue
        for choice in node.choices:
            if choice.when is not None and (node.id, choice.id, -1) not in walked.held:
                yield BranchingProblem(ProblemCode.NEVER_TRUE, node.id, choice.id, "when")
                continue
            for index, conditional in enumerate(choice.goto_if):
                if (node.id, choice.id, index) not in walked.held:
                    detail = f"goto_if {conditional.goto}"
                    yield BranchingProblem(ProblemCode.NEVER_TRUE, node.id, choice.id, detail)
            for index, effect in enumerate(choice.later):
                if (node.id, choice.id, choice.later.index(effect)) not in walked.told:
                    yield BranchingProblem(ProblemCode.LATE_NEVER_TOLD, node.id, choice.id, str(index), effect.days)
