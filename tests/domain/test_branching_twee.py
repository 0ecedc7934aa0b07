"""The map as Twee 3, read back by the rules of the format."""

import json
import re
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.content.study.loading import load_study_content
from kompetens_gui.domain.branching_map import gotos
from kompetens_gui.domain.branching_twee import passage_names, to_twee
from kompetens_gui.domain.study.branching_case import BranchingCase
from tests.domain.branching_making import a_whole_case, with_choice, with_node

PUBLISHED = sorted((Path(__file__).parents[2] / "resources" / "exercises" / "branching").glob("*.yaml"))
HEADER = re.compile(r"^:: ?((?:\\.|[^\\\[\]{}])+?) *(?:\[((?:\\.|[^\\\[\]])*)\])? *(\{.*\})?$")
LINK = re.compile(r"\[\[(.+?)->(.+?)\]\]")


@dataclass
class Passage:
    tags: list[str]
    spot: dict[str, str]
    text: str

    @property
    def links(self) -> list[tuple[str, str]]:
        return LINK.findall(self.text)


def read_twee(text: str) -> dict[str, Passage]:
    """Read Twee 3: a header is a line that begins with "::"; a backslash frees the character after it."""
    found: dict[str, Passage] = {}
    name = ""
    for line in text.split("\n"):
        if line.startswith("::"):
            header = HEADER.match(line)
            assert header, line
            name = re.sub(r"\\(.)", r"\1", header[1]).strip()
            assert name not in found, "two passages of one name"
            found[name] = Passage((header[2] or "").split(), json.loads(header[3] or "{}"), "")
        else:
            found[name].text += re.sub(r"^\\::", "::", line) + "\n"
    return found


def parts(case: BranchingCase) -> tuple[dict[str, Passage], dict[str, object]]:
    passages = read_twee(to_twee(case))
    assert passages.pop("StoryTitle").text.strip() == case.head.title
    return passages, json.loads(passages.pop("StoryData").text)


@pytest.mark.parametrize("case", [a_whole_case(), *map(load_study_content, PUBLISHED)], ids=lambda c: str(c.head.id))
def test_every_node_and_way_is_there_when_it_is_read_back(case: BranchingCase) -> None:
    passages, _ = parts(case)
    names = passage_names(case)
    assert list(passages) == [names[n.id] for n in case.nodes]
    for node in case.nodes:
        passage = passages[names[node.id]]
        ways = [target for choice in node.choices for target in gotos(choice)]
        assert sorted(target for _, target in passage.links) == sorted(names[w] for w in ways)
        assert f"day-{node.day}" in passage.tags
        assert ("end" in passage.tags) == node.is_end
        assert (node.who.value if node.who else "end") in passage.tags
        assert passage.text.startswith(node.text.strip())


def test_the_story_data_names_the_start_and_an_id_that_stays() -> None:
    case = a_whole_case()
    _, data = parts(case)
    assert data["start"] == "d1 Plats d1"
    story_id = str(data["ifid"])
    assert story_id == story_id.upper()
    assert uuid.UUID(story_id).version == 5
    edited = with_node(replace(case, head=replace(case.head, title="Nytt namn")), "d2", text="Ny text.")
    assert parts(edited)[1]["ifid"] == story_id
    other = replace(case, head=replace(case.head, id="ett-annat"))  # type: ignore[arg-type]
    assert parts(other)[1]["ifid"] != story_id


def test_the_map_goes_from_left_to_right_by_day_and_nothing_lies_on_anything() -> None:
    case = load_study_content(PUBLISHED[0])
    passages, _ = parts(case)
    names = passage_names(case)
    spots = {n.id: tuple(int(part) for part in passages[names[n.id]].spot["position"].split(",")) for n in case.nodes}
    assert len(set(spots.values())) == len(case.nodes)
    for one in case.nodes:
        for other in case.nodes:
            assert (one.day < other.day) == (spots[one.id][0] < spots[other.id][0])


def test_conditions_stand_in_the_links_as_the_file_writes_them() -> None:
    passages, _ = parts(a_whole_case())
    assert ("d: Val d (when: chose: d1.b)", "e2 Slut e2") in passages["d6 Plats d6"].links
    assert passages["d7 Plats d7"].links[-2:] == [
        ("c: Val c (goto_if: track: medical, at_most: 3)", "e5 Slut e5"),
        ("c: Val c", "e1 Slut e1"),
    ]
    assert "+59: social -1 sent efter 59" in passages["d1 Plats d1"].text


def test_a_way_to_nowhere_stays_a_link_so_that_the_author_sees_it() -> None:
    passages, _ = parts(with_choice(a_whole_case(), "d1.a", goto="borta"))
    assert ("a: Val a", "borta") in passages["d1 Plats d1"].links
    assert "borta" not in passages


LINE = "".join(["[[x->y]] ", "{z} ", "\\ ", "| ", ":: ", "Åse"])
texts = st.text(st.sampled_from("[]{}\\|<>-:aå \n\t\u2028"), max_size=25)


@settings(max_examples=100, deadline=None)
@given(texts, texts, texts)
def test_no_text_breaks_out_of_its_passage(body: str, place: str, choice: str) -> None:
    case = with_node(a_whole_case(), "d2", text=f"{LINE}\n:: {body}", place=f"{place}{LINE}", voice=body)
    case = with_choice(case, "d2.a", text=f"{choice}{LINE}")
    passages, _ = parts(replace(case, head=replace(case.head, title="Titel")))
    names = passage_names(case)
    assert set(passages) == set(names.values())
    node = case.node("d2")
    assert node is not None
    assert [t for _, t in passages[names["d2"]].links] == [names[c.goto] for c in node.choices]
