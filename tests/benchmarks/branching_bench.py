"""Ten thousand random walks through each published branching case: none may get stuck or come to an illegal state.

Run as `python tests/benchmarks/branching_bench.py [walks] [seed]`. Every walk chooses at random among what is offered,
winds back a random way now and then, and goes on to an end. At each state the rules are held against it; the life that
came out is folded anew from its choices. The table shows how the ends are shared and how long the lives are. Exit code
1 when anything was wrong, or an end or a choice was not met by any walk.
"""

import random
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from kompetens_gui.content.study.loading import load_study_content
from kompetens_gui.domain.branching import BranchingState, choose, fold, is_end, offered, rewind, start
from kompetens_gui.domain.errors import KompetensError
from kompetens_gui.domain.study.branching_case import BranchingCase, Track

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "exercises" / "branching"
REWINDS = 0.05  # the chance, at each step, of winding back first
FEWEST_OFFERED = 2


@dataclass
class Seen:
    """What the walks through one case came to."""

    ends: Counter[str] = field(default_factory=Counter)
    choices: set[tuple[str, str]] = field(default_factory=set)
    lengths: list[int] = field(default_factory=list)
    late: int = 0
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0


def fault_in(case: BranchingCase, state: BranchingState) -> str:
    """Return what is wrong with a state, or nothing."""
    if any(not 0 <= state.tracks.of(track) <= 10 for track in Track):
        return f"tracks out of bounds at {state.node}"
    if any(p.due <= state.day for p in state.pending):
        return f"something due is not told at {state.node}"
    if any(t.pending.due > state.day for t in state.told):
        return f"something is told too early at {state.node}"
    if len(state.steps) > len(case.nodes):
        return f"the walk goes round at {state.node}"
    if not is_end(case, state) and len(offered(case, state)) < FEWEST_OFFERED:
        return f"fewer than {FEWEST_OFFERED} choices at {state.node}"
    return ""


def walk(case: BranchingCase, chance: random.Random, seen: Seen) -> BranchingState:
    state = start(case)
    while not is_end(case, state):
        if state.steps and chance.random() < REWINDS:
            state = rewind(case, state, chance.randrange(len(state.steps)))
        choice = chance.choice(offered(case, state)).id
        seen.choices.add((state.node, choice))
        state = choose(case, state, choice)
        fault = fault_in(case, state)
        if fault:
            raise ValueError(fault)
    if fold(case, state.choices) != state:
        raise ValueError("the choices folded anew give another life")
    return state


def walks_through(case: BranchingCase, walks: int, seed: int) -> Seen:
    chance, seen, began = random.Random(seed), Seen(), time.perf_counter()
    for number in range(walks):
        try:
            end = walk(case, chance, seen)
        except (KompetensError, ValueError, IndexError) as error:  # IndexError: nothing to choose among
            seen.faults.append(f"walk {number}: {error!r}")
            continue
        seen.ends[end.node] += 1
        seen.lengths.append(len(end.steps))
        seen.late += sum(len(step.told) for step in end.steps)
    seen.seconds = time.perf_counter() - began
    every_choice = {(n.id, c.id) for n in case.nodes for c in n.choices}
    seen.faults += [f"no walk made the choice {n}.{c}" for n, c in sorted(every_choice - seen.choices)]
    seen.faults += [f"no walk came to the end {n.id}" for n in case.nodes if n.is_end and n.id not in seen.ends]
    return seen


def row(case_id: str, case: BranchingCase, seen: Seen) -> str:
    walks = sum(seen.ends.values()) or 1
    shares = ", ".join(f"{n.id} {seen.ends[n.id] / walks:.0%}" for n in case.nodes if n.is_end)
    lengths = f"{min(seen.lengths, default=0)}–{max(seen.lengths, default=0)}"
    late = seen.late / walks
    return f"| {case_id} | {walks} | {lengths} | {late:.1f} | {shares} | {len(seen.faults)} | {seen.seconds:.1f} |"


def main() -> int:
    given = [int(argument) for argument in sys.argv[1:]]
    walks, seed = (*given, *(10_000, 1)[len(given) :])[:2]
    files = sorted(FOLDER.glob("*.yaml"))
    faults: list[str] = [] if files else ["there are no branching cases"]
    print("| case | walks | steps | told late per life | ends | faults | s |")
    print("| --- | --- | --- | --- | --- | --- | --- |")
    for file in files:
        case: BranchingCase = load_study_content(file)
        seen = walks_through(case, walks, seed)
        print(row(file.stem, case, seen))
        faults += [f"{file.stem}: {fault}" for fault in seen.faults]
    print("\n".join(faults[:20]) or f"no walk of {walks * len(files)} got stuck or came to an illegal state")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
