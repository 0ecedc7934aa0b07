"""Small branching cases for tests: a whole one without problems, and pieces to build others from."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kompetens_gui.domain.case import CaseStatus, Review
from kompetens_gui.domain.study.branching_case import (
    Actor,
    BranchingCase,
    Choice,
    ChoiceRef,
    Condition,
    ConditionalGoto,
    Consequences,
    DelayedEffect,
    Effects,
    EndKind,
    Node,
    NodeKey,
    Track,
)
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentId

WORDS = " ".join(["ord"] * 90)
# None of the three is best on all tracks.
USUAL = {"a": (1, -1, 0), "b": (0, 1, -1), "c": (-1, 0, 1), "d": (1, 0, -1)}
Moves = tuple[int, int, int]


def a_choice(
    choice_id: str,
    goto: str,
    effects: Moves | None = None,
    *,
    later: Sequence[tuple[int, Moves]] = (),
    when: Condition | None = None,
    goto_if: Sequence[tuple[Condition, str]] = (),
) -> Choice:
    return Choice(
        id=choice_id,
        text=f"Val {choice_id}",
        goto=NodeKey(goto),
        effects=Effects(*(effects or USUAL[choice_id])),
        consequences=Consequences(f"medicinskt {choice_id}", f"socialt {choice_id}", f"ekonomiskt {choice_id}"),
        feedback=f"Det betyder {choice_id}.",
        goto_if=tuple(ConditionalGoto(condition, NodeKey(target)) for condition, target in goto_if),
        when=when,
        later=tuple(DelayedEffect(days, Effects(*moves), f"sent efter {days}") for days, moves in later),
    )


def a_node(node_id: str, day: int, *choices: Choice) -> Node:
    who, place = Actor.COORDINATOR, f"Plats {node_id}"
    return Node(NodeKey(node_id), day, WORDS, who, place, "Jag säger.", "Vad gör ni?", choices=tuple(choices))


def an_end(node_id: str, day: int, kind: EndKind = EndKind.UNCLEAR) -> Node:
    return Node(NodeKey(node_id), day, WORDS, end=kind, title=f"Slut {node_id}", looking_back="Vad visste ni?")


def a_case(*nodes: Node, tracks: Moves = (5, 5, 5), start: str = "") -> BranchingCase:
    head = StudyContentHead(
        StudyContentId("ett-fall"),
        "Ett fall",
        CaseStatus.READY,
        2,
        ("K04",),
        ("Rehabkoordinator",),
        25,
        ("Väljer och ser följder",),
        (),
        Review("Redaktion"),
        "RV4",
        date(2026, 11, 22),
    )
    return BranchingCase(head, Effects(*tracks), NodeKey(start or nodes[0].id), nodes)


def chose(ref: str) -> Condition:
    return Condition(chose=ChoiceRef(ref))


def at_least(track: Track, value: int) -> Condition:
    return Condition(track=track, at_least=value)


def at_most(track: Track, value: int) -> Condition:
    return Condition(track=track, at_most=value)


def a_whole_case() -> BranchingCase:
    """Twelve nodes, five ends, a condition of each kind, a delayed effect, and nothing wrong with it."""
    low = at_most(Track.MEDICAL, 3)
    return a_case(
        a_node("d1", 1, a_choice("a", "d2", later=[(59, (0, -1, 0))]), a_choice("b", "d3"), a_choice("c", "d4")),
        a_node("d2", 20, a_choice("a", "d5"), a_choice("b", "d6"), a_choice("c", "d5")),
        a_node("d3", 25, a_choice("a", "d5"), a_choice("b", "d6"), a_choice("c", "d6")),
        a_node("d4", 30, a_choice("a", "d6"), a_choice("b", "d5"), a_choice("c", "d6")),
        a_node("d5", 60, a_choice("a", "e1"), a_choice("b", "e2"), a_choice("c", "d7")),
        a_node(
            "d6",
            65,
            a_choice("a", "e3"),
            a_choice("b", "d7"),
            a_choice("c", "e1"),
            a_choice("d", "e2", when=chose("d1.b")),
        ),
        a_node("d7", 90, a_choice("a", "e4"), a_choice("b", "e5"), a_choice("c", "e1", goto_if=[(low, "e5")])),
        an_end("e1", 200, EndKind.RETURN_FULL),
        an_end("e2", 200, EndKind.RETURN_PARTIAL),
        an_end("e3", 200, EndKind.OTHER_WORK),
        an_end("e4", 220, EndKind.TRANSITION),
        an_end("e5", 220),
    )


def with_choice(case: BranchingCase, ref: str, **changes: object) -> BranchingCase:
    """Return the case with one of its choices changed, "d1.a"."""
    node_id, choice_id = ref.split(".")
    node = case.node(node_id)
    assert node is not None
    choices = tuple(replace(c, **changes) if c.id == choice_id else c for c in node.choices)  # type: ignore[arg-type]
    return with_node(case, node_id, choices=choices)


def with_node(case: BranchingCase, node_id: str, **changes: object) -> BranchingCase:
    nodes = (replace(n, **changes) if n.id == node_id else n for n in case.nodes)  # type: ignore[arg-type]
    return replace(case, nodes=tuple(nodes))


def tracks_of(effects: Effects) -> Moves:
    return effects.medical, effects.social, effects.economic
