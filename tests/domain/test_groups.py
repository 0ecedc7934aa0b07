"""Small groups: sizes, mixing, and what happens when people move, come late and leave."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.workshop import groups as g
from kompetens_gui.domain.workshop.events import GroupsArranged, ParticipantJoined
from kompetens_gui.domain.workshop.plan import GroupId, Participant, ParticipantId, Role, SmallGroup
from tests.domain.making import accept, started

ROLES = (Role.CASE_OFFICER, Role.REHAB_COORDINATOR, Role.PHYSICIAN)
people = st.lists(
    st.tuples(st.sampled_from(ROLES), st.sampled_from(["Norr", "norr ", "Syd", "Kusten", ""])), max_size=40
).map(
    lambda drawn: tuple(
        Participant(ParticipantId(f"p{n}"), f"Namn {n}", role, unit) for n, (role, unit) in enumerate(drawn)
    )
)
numbers = st.integers(-2, 25)
moves = st.lists(st.tuples(st.integers(0, 39), st.integers(-1, 8)), max_size=20)


def everybody(groups: g.Groups) -> list[ParticipantId]:
    return [m for group in groups for m in group.members]


def roles_in(group: SmallGroup, those: tuple[Participant, ...]) -> Counter[Role]:
    return Counter(p.role for p in those if p.id in group.members)


@given(st.integers(0, 200), numbers)
def test_sizes_hold_everybody_differ_by_one_and_nobody_sits_alone(count: int, number: int) -> None:
    sizes = g.group_sizes(count, number)
    assert sum(sizes) == count
    if sizes:
        assert max(sizes) - min(sizes) <= 1
    assert 1 not in sizes or count == 1


@given(st.integers(2, 200), st.integers(-1, 12))
def test_no_other_number_of_groups_comes_closer_to_the_wanted_size(count: int, size: int) -> None:
    number = g.number_for_size(count, size)
    wanted = max(2, size)
    reachable = {len(g.group_sizes(count, n)) for n in range(1, count + 1)}
    assert number in reachable
    assert abs(count / number - wanted) == min(abs(count / n - wanted) for n in reachable)


@given(people, numbers, st.integers(0, 99))
def test_mixing_uses_everybody_once_and_is_the_same_for_the_same_seed(
    those: tuple[Participant, ...], number: int, seed: int
) -> None:
    made = g.mixed(those, number, seed)
    assert sorted(everybody(made)) == sorted(p.id for p in those)
    assert made == g.mixed(those, number, seed)
    assert len({group.id for group in made}) == len({group.name for group in made}) == len(made)
    assert tuple(sorted((len(m.members) for m in made), reverse=True)) == g.group_sizes(len(those), number)


@given(people, numbers, st.integers(0, 99))
def test_every_profession_is_spread_as_evenly_as_it_can_be(
    those: tuple[Participant, ...], number: int, seed: int
) -> None:
    made = g.mixed(those, number, seed)
    for role in ROLES:
        counts = [roles_in(group, those)[role] for group in made]
        assert not counts or max(counts) - min(counts) <= 1


@settings(max_examples=60, deadline=None)
@given(people, st.integers(2, 8), st.integers(0, 9))
def test_no_change_of_places_within_a_profession_would_mix_the_units_more(
    those: tuple[Participant, ...], number: int, seed: int
) -> None:
    def same_unit(made: g.Groups) -> int:
        by_id = {p.id: p.unit.casefold().strip() for p in those}
        counts = [Counter(by_id[m] for m in group.members if by_id[m]) for group in made]
        return sum(n * (n - 1) // 2 for counter in counts for n in counter.values())

    made = g.mixed(those, number, seed)
    best = same_unit(made)
    home = {m: group.id for group in made for m in group.members}
    for one in those:
        for other in those:
            if one.role == other.role and home[one.id] != home[other.id] and one.unit.strip() and other.unit.strip():
                changed = g.moved(g.moved(made, one.id, home[other.id]), other.id, home[one.id])
                assert same_unit(changed) >= best


def test_another_seed_gives_other_groups() -> None:
    those = tuple(Participant(ParticipantId(f"p{n}"), f"N {n}", Role.PHYSICIAN) for n in range(12))
    assert len({g.mixed(those, 4, seed) for seed in range(8)}) > 4


@given(people, numbers)
def test_dividing_in_order_keeps_the_order_of_the_list(those: tuple[Participant, ...], number: int) -> None:
    assert everybody(g.in_order(those, number)) == [p.id for p in those]


@given(people, st.integers(1, 8), moves)
def test_moving_never_loses_or_doubles_anybody(
    those: tuple[Participant, ...], number: int, steps: list[tuple[int, int]]
) -> None:
    made = g.mixed(those, number)
    for who, where in steps:
        to = None if where < 0 else GroupId(f"g{where}")
        made = g.moved(made, ParticipantId(f"p{who % max(1, len(those))}"), to) if those else made
        placed = everybody(made)
        assert len(placed) == len(set(placed))
        assert sorted([*placed, *(p.id for p in g.ungrouped(made, those))]) == sorted(p.id for p in those)


@given(people, st.integers(1, 8), st.lists(st.integers(0, 39), max_size=40))
def test_however_many_leave_nobody_is_left_alone_while_there_are_others(
    those: tuple[Participant, ...], number: int, leaving: list[int]
) -> None:
    made = g.mixed(those, number)
    for who in leaving:
        person = ParticipantId(f"p{who}")
        before = set(everybody(made))
        made = g.without(made, person)
        assert set(everybody(made)) == before - {person}
        assert not g.alone(made) or len(everybody(made)) == 1


def test_the_last_two_of_a_group_become_members_of_the_smallest_other_one() -> None:
    made = tuple(
        SmallGroup(GroupId(f"g{n}"), f"Bord {n}", tuple(ParticipantId(m) for m in members))
        for n, members in enumerate((["a", "b"], ["c", "d", "e"], ["f", "g", "h", "i"]), 1)
    )
    left = g.without(made, ParticipantId("a"))
    assert [(group.name, group.members) for group in left] == [
        ("Bord 2", ("c", "d", "e", "b")),
        ("Bord 3", ("f", "g", "h", "i")),
    ]
    assert g.without(made, ParticipantId("nobody")) == made


def test_somebody_who_comes_late_joins_the_smallest_group_where_the_profession_is_missing() -> None:
    those = tuple(
        Participant(ParticipantId(i), i, role)
        for i, role in (
            ("a", Role.PHYSICIAN),
            ("b", Role.CASE_OFFICER),
            ("c", Role.CASE_OFFICER),
            ("d", Role.CASE_OFFICER),
        )
    )
    made = (
        SmallGroup(GroupId("g1"), "1", (those[0].id, those[1].id)),
        SmallGroup(GroupId("g2"), "2", (those[2].id, those[3].id)),
    )
    late = Participant(ParticipantId("late"), "Sen", Role.PHYSICIAN)
    assert g.group_of(g.placed(made, late, those), late.id) == SmallGroup(GroupId("g2"), "2", ("c", "d", late.id))  # type: ignore[arg-type]
    assert g.placed((), late, those) == ()


def test_names_and_ids_are_kept_when_groups_are_made_anew() -> None:
    those = tuple(Participant(ParticipantId(f"p{n}"), f"N {n}") for n in range(9))
    first = g.renamed(g.mixed(those, 3), GroupId("g2"), "  Bord   vid fönstret ")
    again = g.mixed(those, 4, 1, like=first)
    assert [group.name for group in again] == ["Grupp 1", "Bord vid fönstret", "Grupp 3", "Grupp 4"]
    assert [group.id for group in again] == ["g1", "g2", "g3", "g4"]
    assert [group.name for group in g.renamed(again, GroupId("g2"), " ")][1] == "Grupp 2"


@given(st.lists(st.sampled_from(["new", "first", "last"]), max_size=60))
def test_groups_that_come_and_go_never_share_an_id_or_a_name(steps: list[str]) -> None:
    made: g.Groups = ()
    for step in steps:
        if step == "new":
            made = g.with_new(made)
        elif made:
            made = g.removed(made, made[0 if step == "first" else -1].id)
        assert len({group.id for group in made}) == len({group.name for group in made}) == len(made)
    assert len(made) <= g.MOST_GROUPS


def test_groups_change_in_a_running_session_and_can_be_taken_back() -> None:
    log = started()
    made = g.mixed(log.session.participants, 1)
    arranged = accept(log, GroupsArranged(made))
    assert arranged.state.context(arranged.session.agenda[0]).groups == made
    late = Participant(ParticipantId("late"), "Sen Gäst", Role.CASE_OFFICER)
    joined = accept(arranged, ParticipantJoined(late))
    assert g.ungrouped(joined.session.groups, joined.session.participants) == (late,)
    placed = accept(joined, GroupsArranged(g.placed(made, late, joined.session.participants)))
    assert g.ungrouped(placed.session.groups, placed.session.participants) == ()
    back = accept(placed, placed.undo_event())
    assert back.session.groups == made
    with pytest.raises(ActivityRefused):
        log.check(GroupsArranged(placed.session.groups))
