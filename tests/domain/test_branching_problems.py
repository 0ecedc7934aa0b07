"""What is found wrong with a branching case, each fault made in a case that has none."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.content.branching_problems import where, words
from kompetens_gui.domain.branching import BranchingState, choose, is_end, offered, start
from kompetens_gui.domain.branching_conditions import holds
from kompetens_gui.domain.branching_problems import BranchingProblem, ProblemCode, find_problems
from kompetens_gui.domain.branching_walks import walk_all
from kompetens_gui.domain.study.branching_case import (
    BranchingCase,
    ChoiceRef,
    Condition,
    Consequences,
    DelayedEffect,
    Effects,
    NodeKey,
    Track,
)
from tests.domain.branching_making import (
    a_case,
    a_choice,
    a_node,
    a_whole_case,
    an_end,
    at_least,
    at_most,
    chose,
    with_choice,
    with_node,
)

Code = ProblemCode


def without(node_ids: set[str]) -> BranchingCase:
    case = a_whole_case()
    return replace(case, nodes=tuple(n for n in case.nodes if n.id not in node_ids))


def with_steps_up() -> BranchingCase:
    """Give a case where one way would take a track two steps past its bound, and another way one step."""
    return with_choice(a_whole_case(), "d3.a", effects=Effects(7, -1, -1))


def twice(case: BranchingCase, node_id: str) -> BranchingCase:
    node = case.node(node_id)
    assert node is not None
    return replace(case, nodes=(*case.nodes, node))


def as_long_as(count: int) -> str:
    return " ".join(["ord"] * count)


def with_fewer_choices(node_id: str, count: int) -> BranchingCase:
    node = a_whole_case().node(node_id)
    assert node is not None
    return with_node(a_whole_case(), node_id, choices=node.choices[:count])


NEVER = at_least(Track.MEDICAL, 10)
LATE_ONE = (DelayedEffect(199, Effects(0, 1, 0), "för sent för d2, i tid för e1"),)
LATE_TWO = (DelayedEffect(500, Effects(0, 1, 0), "hinner inte"),)
FAULTS: list[tuple[str, BranchingCase, set[BranchingProblem]]] = [
    ("start", replace(a_whole_case(), start=NodeKey("d0")), {BranchingProblem(Code.UNKNOWN_START, detail="d0")}),
    (
        "goto",
        with_choice(a_whole_case(), "d2.b", goto=NodeKey("d66")),
        {BranchingProblem(Code.UNKNOWN_GOTO, "d2", "b", "d66")},
    ),
    (
        "conditional goto",
        with_choice(a_whole_case(), "d7.c", goto_if=a_choice("c", "x", goto_if=[(chose("d1.a"), "e9")]).goto_if),
        {BranchingProblem(Code.UNKNOWN_GOTO, "d7", "c", "e9")},
    ),
    ("two nodes", twice(a_whole_case(), "e5"), {BranchingProblem(Code.DUPLICATE_NODE, "e5")}),
    (
        "two choices",
        with_choice(a_whole_case(), "d4.c", id="a"),
        {BranchingProblem(Code.DUPLICATE_CHOICE, "d4", "a")},
    ),
    (
        "condition on nothing",
        with_choice(a_whole_case(), "d6.d", when=Condition(any=(chose("d1.b"), chose("d1.x"), chose("d0.a")))),
        {
            BranchingProblem(Code.REFERS_TO_NOTHING, "d6", "d", "d1.x"),
            BranchingProblem(Code.REFERS_TO_NOTHING, "d6", "d", "d0.a"),
        },
    ),
    (
        "cycle",
        with_choice(with_node(a_whole_case(), "d7", day=65), "d7.a", goto=NodeKey("d6")),
        {BranchingProblem(Code.CYCLE, "d7", detail="d7, d6"), BranchingProblem(Code.UNREACHABLE, "e4")},
    ),
    (
        "backwards",
        with_node(a_whole_case(), "d4", day=70),
        {
            BranchingProblem(Code.DAYS_GO_BACKWARDS, "d4", "a", "d6", 65),
            BranchingProblem(Code.DAYS_GO_BACKWARDS, "d4", "b", "d5", 60),
            BranchingProblem(Code.DAYS_GO_BACKWARDS, "d4", "c", "d6", 65),
        },
    ),
    (
        "unreachable",
        with_choice(a_whole_case(), "d6.a", goto=NodeKey("e2")),
        {BranchingProblem(Code.UNREACHABLE, "e3")},
    ),
    (
        "reachable on the map alone",
        with_choice(
            with_choice(a_whole_case(), "d6.a", goto=NodeKey("e2")),
            "d2.a",
            goto_if=a_choice("a", "x", goto_if=[(NEVER, "e3")]).goto_if,
        ),
        {
            BranchingProblem(Code.UNREACHABLE, "e3"),
            BranchingProblem(Code.NEVER_TRUE, "d2", "a", "goto_if e3"),
        },
    ),
    (
        "dead end",
        with_node(a_whole_case(), "d7", choices=()),
        {
            BranchingProblem(Code.DEAD_END, "d7"),
            BranchingProblem(Code.UNREACHABLE, "e4"),
            BranchingProblem(Code.UNREACHABLE, "e5"),
        },
    ),
    (
        "choices at an end",
        with_node(a_whole_case(), "e1", choices=(a_choice("a", "e2"),)),
        {BranchingProblem(Code.CHOICES_AT_AN_END, "e1")},
    ),
    ("few choices", with_fewer_choices("d2", 2), {BranchingProblem(Code.TOO_FEW_CHOICES, "d2", number=2)}),
    (
        "condition never true",
        with_choice(a_whole_case(), "d6.d", when=NEVER),
        {BranchingProblem(Code.NEVER_TRUE, "d6", "d", "when")},
    ),
    ("told at an end", with_choice(a_whole_case(), "d2.a", later=LATE_ONE), set()),
    (
        "never told",
        with_choice(a_whole_case(), "d2.a", later=LATE_TWO),
        {BranchingProblem(Code.LATE_NEVER_TOLD, "d2", "a", "0", 500)},
    ),
    (
        "out of bounds at the start",
        replace(a_whole_case(), tracks=Effects(5, 11, 5)),
        {BranchingProblem(Code.OUT_OF_BOUNDS, detail="social", number=11)},
    ),
    (
        "out of bounds on a way",
        with_steps_up(),
        {BranchingProblem(Code.OUT_OF_BOUNDS, "d3", "a", "medical", 12, (ChoiceRef("d1.b"),))},
    ),
    (
        "best on all",
        with_choice(a_whole_case(), "d2.a", effects=Effects(1, 1, 1)),
        {BranchingProblem(Code.DOMINATES, "d2", "a", "b, c")},
    ),
    (
        "best when what comes later is counted",
        with_choice(
            with_choice(a_whole_case(), "d2.a", effects=Effects(1, -1, 1)),
            "d2.a",
            later=(DelayedEffect(30, Effects(0, 2, 0), "sent"),),
        ),
        {BranchingProblem(Code.DOMINATES, "d2", "a", "b, c")},
    ),
    (
        "best but for what comes later",
        with_choice(
            with_choice(a_whole_case(), "d2.a", effects=Effects(1, 1, 1)),
            "d2.a",
            later=(DelayedEffect(30, Effects(0, -1, 0), "sent"),),
        ),
        set(),
    ),
    (
        "best among those that some life is offered",
        with_choice(with_choice(a_whole_case(), "d6.d", effects=Effects(2, 2, 2)), "d6.a", effects=Effects(1, 1, 1)),
        {BranchingProblem(Code.DOMINATES, "d6", "a", "b, c"), BranchingProblem(Code.DOMINATES, "d6", "d", "a, b, c")},
    ),
    (
        "no feedback",
        with_choice(a_whole_case(), "d2.a", feedback="  "),
        {BranchingProblem(Code.NO_FEEDBACK, "d2", "a")},
    ),
    (
        "no consequence",
        with_choice(a_whole_case(), "d2.a", consequences=Consequences("därför")),
        {BranchingProblem(Code.NO_CONSEQUENCE, "d2", "a", "social")},
    ),
    (
        "no question",
        with_node(a_whole_case(), "d2", question=""),
        {BranchingProblem(Code.MISSING_WORDS, "d2", detail="question")},
    ),
    (
        "no title",
        with_node(a_whole_case(), "e2", title="", looking_back=""),
        {
            BranchingProblem(Code.MISSING_WORDS, "e2", detail="title"),
            BranchingProblem(Code.MISSING_WORDS, "e2", detail="looking_back"),
        },
    ),
    ("shortest node", with_node(a_whole_case(), "d2", text=as_long_as(80)), set()),
    (
        "too short a node",
        with_node(a_whole_case(), "d2", text=as_long_as(79)),
        {BranchingProblem(Code.TEXT_LENGTH, "d2", number=79)},
    ),
    ("shortest end", with_node(a_whole_case(), "e2", text=as_long_as(60)), set()),
    (
        "too long an end",
        with_node(a_whole_case(), "e2", text=as_long_as(121)),
        {BranchingProblem(Code.TEXT_LENGTH, "e2", number=121)},
    ),
]


def test_a_whole_case_has_no_problems() -> None:
    assert find_problems(a_whole_case()) == ()


@pytest.mark.parametrize(("case", "expected"), [f[1:] for f in FAULTS], ids=[f[0] for f in FAULTS])
def test_the_fault_that_was_made_is_found_and_nothing_else(
    case: BranchingCase, expected: set[BranchingProblem]
) -> None:
    assert set(find_problems(case)) == expected


def test_too_few_nodes_and_ends_are_counted() -> None:
    found = {(p.code, p.number) for p in find_problems(without({"e5", "d7"}))}
    assert {(Code.TOO_FEW_NODES, 10), (Code.TOO_FEW_ENDS, 4)} <= found


def test_a_state_with_one_choice_left_is_told_with_one_way_there() -> None:
    case = with_choice(a_whole_case(), "d6.a", when=chose("d1.b"))
    case = with_choice(case, "d6.c", when=at_least(Track.MEDICAL, 6))
    found = [p for p in find_problems(case) if p.code == Code.TOO_FEW_OFFERED]
    assert [(p.node, p.number) for p in found] == [("d6", 1)]
    state = start(case)
    for ref in found[0].path:
        node, choice = ref.split(".")
        assert state.node == node
        state = choose(case, state, choice)
    assert (state.node, len(offered(case, state))) == ("d6", 1)


def test_a_round_without_a_way_out_is_told_as_both() -> None:
    case = a_case(
        a_node("v", 1, a_choice("a", "w"), a_choice("b", "w"), a_choice("c", "e")),
        a_node("w", 1, a_choice("a", "x"), a_choice("b", "x"), a_choice("c", "x")),
        a_node("x", 1, a_choice("a", "w"), a_choice("b", "w"), a_choice("c", "w")),
        an_end("e", 9),
    )
    found = {(p.code, p.node) for p in find_problems(case)}
    assert {(Code.CYCLE, "w"), (Code.NO_WAY_TO_AN_END, "w"), (Code.NO_WAY_TO_AN_END, "x")} <= found
    assert (Code.NO_WAY_TO_AN_END, "v") not in found


def test_a_case_with_too_many_ways_is_told_as_such_and_not_walked_for_ever() -> None:
    walked = walk_all(a_whole_case(), most_places=5)
    assert not walked.whole
    assert len(walked.came_from) < 12


# ------------------------------------------------------------ the words


EVERY_CODE = [
    BranchingProblem(code, "d2", "a", "social", 7, (ChoiceRef("d1.a"), ChoiceRef("d2.b"))) for code in ProblemCode
]


@pytest.mark.parametrize("problem", EVERY_CODE, ids=lambda p: p.code)
def test_every_problem_has_words_and_advice(problem: BranchingProblem) -> None:
    what, advice = words(problem)
    assert "{" not in what + advice
    assert what.endswith(".")
    assert advice.endswith(".")
    assert what[0].isupper()


def test_the_words_name_the_place_and_the_way() -> None:
    problem = BranchingProblem(Code.OUT_OF_BOUNDS, "d3", "a", "medical", 12, (ChoiceRef("d1.b"), ChoiceRef("d2.c")))
    assert words(problem)[0] == "Val d3.a: spåret medicinskt hamnar på 12, utanför 0–10 (d1.b → d2.c)."
    stuck = BranchingProblem(Code.TOO_FEW_OFFERED, "d1", number=1)
    assert words(stuck)[0] == "I nod d1 kan det hända att bara 1 val går att göra: redan från start."
    never = BranchingProblem(Code.NEVER_TRUE, "d6", "d", "when")
    assert words(never)[0] == "Villkoret i val d6.d (when) blir inte sant på någon väg."


def test_a_problem_belongs_to_its_part_of_the_file() -> None:
    case = a_whole_case()
    assert where(case, BranchingProblem(Code.DOMINATES, "d6", "d")) == ("nodes", 5, "choices", 3)
    assert where(case, BranchingProblem(Code.TEXT_LENGTH, "e1")) == ("nodes", 7)
    assert where(case, BranchingProblem(Code.UNKNOWN_START)) == ("start",)
    assert where(case, BranchingProblem(Code.OUT_OF_BOUNDS, detail="social")) == ("tracks",)
    assert where(case, BranchingProblem(Code.TOO_FEW_ENDS)) == ("nodes",)


# ------------------------------------------------------------ any case at all, against walking every way one by one

NAMES = [f"n{i}" for i in range(5)]
refs = st.builds(lambda n, c: ChoiceRef(f"{n}.{c}"), st.sampled_from(NAMES), st.sampled_from("abc"))
single = st.one_of(
    st.builds(lambda r: Condition(chose=r), refs),
    st.builds(lambda r: Condition(not_chose=r), refs),
    st.builds(at_least, st.sampled_from(Track), st.integers(0, 10)),
    st.builds(at_most, st.sampled_from(Track), st.integers(0, 10)),
)
conditions = st.recursive(
    single,
    lambda inner: st.one_of(
        st.builds(lambda c: Condition(all=tuple(c)), st.lists(inner, min_size=1, max_size=2)),
        st.builds(lambda c: Condition(any=tuple(c)), st.lists(inner, min_size=1, max_size=2)),
    ),
    max_leaves=3,
)
moves = st.tuples(*[st.integers(-4, 4)] * 3)


@st.composite
def some_cases(draw: st.DrawFn, *, forward: bool) -> BranchingCase:
    """Draw a small case of any kind. `forward`: every way leads to a later node that exists, or to an end."""
    nodes = []
    for i, name in enumerate(NAMES):
        day = 1 + 10 * i if forward else draw(st.integers(-5, 100))
        onward = [*NAMES[i + 1 :], "e"] if forward else [*NAMES, "e", "nowhere"]
        targets = st.sampled_from(onward)
        choices = [
            a_choice(
                choice_id,
                draw(targets),
                draw(moves),
                later=draw(st.lists(st.tuples(st.integers(1, 40), moves), max_size=1)),
                when=draw(st.none() | conditions),
                goto_if=draw(st.lists(st.tuples(conditions, targets), max_size=1)),
            )
            for choice_id in "abc"[: draw(st.integers(1 if forward else 0, 3))]
        ]
        nodes.append(a_node(name, day, *choices))
    return a_case(*nodes, an_end("e", 70), tracks=draw(st.tuples(*[st.integers(0, 10)] * 3)))


def every_state(case: BranchingCase) -> Iterator[BranchingState]:
    waiting = [start(case)]
    while waiting:
        state = waiting.pop()
        yield state
        waiting += [choose(case, state, c.id) for c in offered(case, state)]


@settings(max_examples=80, deadline=None)
@given(some_cases(forward=False))
def test_no_case_makes_the_checks_fail(case: BranchingCase) -> None:
    for problem in find_problems(case):
        assert words(problem)
        assert where(case, problem)


@settings(max_examples=80, deadline=None)
@given(some_cases(forward=True))
def test_what_is_found_on_the_way_is_what_walking_every_way_one_by_one_shows(case: BranchingCase) -> None:
    states = list(every_state(case))
    found = find_problems(case)
    named = {code: {p.node for p in found if p.code == code} for code in ProblemCode}
    thin = {s.node for s in states if not is_end(case, s) and len(offered(case, s)) < 2}
    assert named[Code.TOO_FEW_OFFERED] == thin
    assert named[Code.UNREACHABLE] == {n.id for n in case.nodes} - {s.node for s in states}
    never = {(p.node, p.choice) for p in found if p.code == Code.NEVER_TRUE and p.detail == "when"}
    can = {(s.node, c.id) for s in states for c in offered(case, s)}
    visited = {s.node for s in states}
    asked = {(n.id, c.id) for n in case.nodes for c in n.choices if c.when is not None and n.id in visited}
    assert never == asked - can
    told = {(t.pending.node, t.pending.choice) for s in states for t in s.told}
    late = {(p.node, p.choice) for p in found if p.code == Code.LATE_NEVER_TOLD}
    assert late == {(n.id, c.id) for n in case.nodes for c in n.choices if c.later and (n.id, c.id) in can} - told


@given(conditions, moves, st.sets(refs, max_size=4))
def test_a_choice_made_and_not_made_are_opposites(
    condition: Condition, tracks: tuple[int, int, int], made: set[str]
) -> None:
    either = Condition(any=(condition, Condition(track=Track.MEDICAL, at_least=-99)))
    assert holds(either, Effects(*tracks), made)
    for ref in made:
        assert holds(Condition(chose=ChoiceRef(ref)), Effects(*tracks), made)
        assert not holds(Condition(not_chose=ChoiceRef(ref)), Effects(*tracks), made)
