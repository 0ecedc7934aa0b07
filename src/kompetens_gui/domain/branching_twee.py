"""A branching case as Twee 3, so that its author can look at the map in a Twine editor.

Only the map is promised: passages laid out by day, tags for day, who and end, and a link for every way a choice can go.
Conditions stand in the links as the case file writes them; Twine does not play them.
"""

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping

from kompetens_gui.domain.study.branching_case import BranchingCase, Choice, Condition, Effects, Node, Track

# Names the cases of this program; an id made from it stays the same in every export.
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "tag:kompetens,2026:branching-case")
_COLUMN, _ROW, _MARGIN, _SIZE = 200, 150, 50, 100
_COLOURS = {
    "physician": "blue",
    "other_care": "blue",
    "coordinator": "green",
    "employer": "orange",
    "case_officer": "purple",
    "person": "yellow",
    "end": "gray",
}


def to_twee(case: BranchingCase) -> str:
    """Return the whole case as one Twee 3 text."""
    names, places = passage_names(case), _places(case)
    passages = [
        f":: StoryTitle\n{_body(case.head.title)}",
        f":: StoryData\n{json.dumps(_story_data(case, names), ensure_ascii=False, indent=2)}",
    ]
    for node in case.nodes:
        spot = {"position": f"{places[node.id][0]},{places[node.id][1]}", "size": f"{_SIZE},{_SIZE}"}
        header = f":: {_escaped(names[node.id])} [{' '.join(tags(node))}] {json.dumps(spot)}"
        passages.append(f"{header}\n{_body(_text(node, names))}")
    return "\n\n".join(passages) + "\n"


def ifid(case: BranchingCase) -> str:
    """Return the story's id, the same in every export of a case."""
    return str(uuid.uuid5(_NAMESPACE, case.head.id)).upper()


def passage_names(case: BranchingCase) -> dict[str, str]:
    """Return what each node is called on the map: its id, and its place or title without what a link cannot hold."""
    return {n.id: f"{_in_a_link(n.id)} {_in_a_link(n.title or n.place)}".strip() for n in case.nodes}


def tags(node: Node) -> tuple[str, ...]:
    ends = ("end", node.end.value) if node.end is not None else ()
    return (f"day-{node.day}", *((node.who.value,) if node.who is not None else ()), *ends)


def _story_data(case: BranchingCase, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "ifid": ifid(case),
        "format": "Harlowe",
        "format-version": "3.3.9",
        "start": names.get(case.start, case.start),
        "tag-colors": _COLOURS,
        "zoom": 0.6,
    }


def _places(case: BranchingCase) -> dict[str, tuple[int, int]]:
    """Give every node its spot: a column for each day, and in it a row for each node."""
    days = sorted({n.day for n in case.nodes})
    taken = dict.fromkeys(days, 0)
    found: dict[str, tuple[int, int]] = {}
    for node in case.nodes:
        found[node.id] = (_MARGIN + days.index(node.day) * _COLUMN, _MARGIN + taken[node.day] * _ROW)
        taken[node.day] += 1
    return found


def _text(node: Node, names: Mapping[str, str]) -> str:
    rule = node.rule_box.text if node.rule_box is not None else ""
    voice = f"”{node.voice}”" if node.voice else ""
    parts = [_prose(part) for part in (node.text, voice, rule, node.question)]
    parts += ["\n".join(_links(choice, names)) for choice in node.choices]
    return "\n\n".join(part for part in (*parts, _prose(node.looking_back)) if part)


def _links(choice: Choice, names: Mapping[str, str]) -> Iterator[str]:
    """Yield a link for each way the choice may lead, the conditional ones first as they are tried."""
    asked = f" (when: {condition_words(choice.when)})" if choice.when is not None else ""
    ways = [(f" (goto_if: {condition_words(c.when)})", c.goto) for c in choice.goto_if]
    for why, goto in (*ways, ("", choice.goto)):
        label = _in_a_link(f"{choice.id}: {choice.text}{asked}{why}")
        yield f"[[{label}->{names.get(goto, _in_a_link(goto))}]]"
    yield _effects(choice.effects)
    for late in choice.later:
        yield f"+{late.days}: {_effects(late.effects)} {_prose(late.text)}".rstrip()


def _effects(effects: Effects) -> str:
    return ", ".join(f"{t.value} {effects.of(t):+d}" for t in Track if effects.of(t)) or "±0"


def condition_words(condition: Condition) -> str:
    """Write a condition on one line, in the words of the case file."""
    parts = []
    if condition.track is not None:
        parts.append(f"track: {condition.track.value}")
    limits = (("at_least", condition.at_least), ("at_most", condition.at_most))
    parts += [f"{name}: {value}" for name, value in limits if value is not None]
    choices = (("chose", condition.chose), ("not_chose", condition.not_chose))
    parts += [f"{name}: {value}" for name, value in choices if value is not None]
    for name, inner in (("all", condition.all), ("any", condition.any)):
        if inner:
            parts.append(f"{name}: {_several(inner)}")
    return ", ".join(parts)


def _several(conditions: Iterable[Condition]) -> str:
    return "(" + "; ".join(condition_words(c) for c in conditions) + ")"


def _in_a_link(text: str) -> str:
    """Leave out what would end a link or turn it, and line breaks: the text stands in one link on one line."""
    flat = " ".join(text.split())
    for mark, instead in (("[", "("), ("]", ")"), ("|", "/"), ("->", "→"), ("<-", "←")):
        flat = flat.replace(mark, instead)
    return flat


def _prose(text: str) -> str:
    """Keep running text from holding links of its own."""
    return text.replace("[[", "[ [")


def _escaped(name: str) -> str:
    for mark in ("\\", "[", "]", "{", "}"):
        name = name.replace(mark, f"\\{mark}")
    return name


def _body(text: str) -> str:
    """Keep a line that begins like a header from becoming one."""
    return "\n".join(f"\\{line}" if line.startswith("::") else line for line in text.strip().splitlines())
