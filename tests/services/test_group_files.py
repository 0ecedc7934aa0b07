"""A group's file: out, filled in as people do it, and back; and everything that can have happened to it on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.group_work import KIND
from kompetens_gui.domain.activities.group_work.rules import LONGEST_ANSWER
from kompetens_gui.domain.activities.group_work.state import GroupWorkState
from kompetens_gui.domain.activities.group_work.tasks import WorkGroup, questions, work_groups
from kompetens_gui.domain.errors import GroupFileRefused
from kompetens_gui.domain.workshop.plan import (
    AgendaItem,
    AgendaItemId,
    GroupId,
    Participant,
    ParticipantId,
    SmallGroup,
)
from kompetens_gui.services.group_files import (
    LARGEST_FILE,
    compared,
    group_file,
    group_file_name,
    read_group_file,
)

PEOPLE = tuple(Participant(ParticipantId(f"p{n}"), name) for n, name in enumerate(["Åsa Öberg", "Bo Alm", "Cem Kaya"]))
GROUPS = (
    SmallGroup(GroupId("g1"), "Grupp 1", (PEOPLE[0].id, PEOPLE[1].id)),
    SmallGroup(GroupId("g2"), "Bord: fönster/å", (PEOPLE[2].id,)),
)
ITEM = AgendaItem(
    AgendaItemId("i-77"),
    "group_work",
    "Nästa steg",
    20,
    settings={"variants": ("Arbetar natt",), "task": "Läs.\nSvara."},
)
CONTEXT = ActivityContext(
    ITEM, groups=GROUPS, participants=PEOPLE, session_id="s-4711", session_title="Samordning i Ekby"
)
ALL = work_groups(KIND.start(CONTEXT), CONTEXT)
ONE, TWO = ALL


def read(data: bytes, group: WorkGroup = ONE, context: ActivityContext = CONTEXT) -> dict[int, str]:
    return dict(read_group_file(data, group, ALL, context))


def filled(text: str = "Han klarar kontor.\r\nÅ ä ö") -> str:
    """The file of the first group as a person leaves it, with one answer."""
    plain = group_file(ONE, CONTEXT, {}).decode("utf-8-sig")
    question = questions(CONTEXT)[0]
    return plain.replace(f"## 1. {question}\r\n", f"## 1. {question}\r\n{text}\r\n")


def test_the_file_tells_what_to_do_whose_it_is_and_holds_no_names() -> None:
    data = group_file(ONE, CONTEXT, {})
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert all(line.endswith("\r") for line in text.split("\n")[:-1])
    assert "Grupp 1, Samordning i Ekby" in text
    assert "Uppgift: Läs. Svara." in text
    assert "Ändrat i fallet: Arbetar natt" in text
    assert "s-4711" in text
    assert not [p.name for p in PEOPLE if p.name in text]


def test_names_of_files_can_be_used_on_every_system() -> None:
    assert group_file_name(ONE, CONTEXT) == "Grupp 1 Nästa steg.txt"
    assert group_file_name(TWO, CONTEXT) == "Bord fönster å Nästa steg.txt"


def test_what_a_group_has_written_comes_back() -> None:
    assert read(filled().encode("utf-8-sig")) == {0: "Han klarar kontor.\nÅ ä ö"}


@pytest.mark.parametrize(
    "saved",
    [
        lambda text: text.encode("utf-8"),
        lambda text: text.encode("cp1252"),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("\r\n", "\n").encode(),
        lambda text: text.replace("\r\n", "\r").encode(),
        lambda text: text.rstrip().encode(),
    ],
)
def test_it_does_not_matter_how_the_editor_saves(saved: Callable[[str], bytes]) -> None:
    assert read(saved(filled())) == {0: "Han klarar kontor.\nÅ ä ö"}


def test_an_answer_written_beside_the_question_is_not_lost() -> None:
    question = questions(CONTEXT)[1]
    text = filled().replace(f"## 2. {question}", f"##  2.  {question}  Två av dem.")
    assert read(text.encode())[1] == "Två av dem."


def test_own_headings_in_an_answer_are_left_alone() -> None:
    assert read(filled("## Vi tror\r\n- ett\r\n- två").encode()) == {0: "## Vi tror\n- ett\n- två"}


def changed(before: str, after: str) -> bytes:
    text = filled()
    assert before in text
    return text.replace(before, after).encode("utf-8-sig")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not_a_group_file"),
        (b"En helt annan text", "not_a_group_file"),
        (b"%PDF-1.7\x00\x01\x02", "not_text"),
        (b"PK\x03\x04\x14\x00", "not_text"),
        (b"\x81\x8d\xff", "not_text"),
        (b"a" * (LARGEST_FILE + 1), "too_large"),
        (changed("## KOMPETENS 1", "## KOMPETENS 2"), "newer_format"),
        (changed("s-4711", "s-4712"), "other_session"),
        (changed("i-77", "i-78"), "other_item"),
        (changed("| g1 |", "| g9 |"), "gone_group"),
        (group_file(TWO, CONTEXT, {0: "x"}), "other_group"),
        (changed("## SLUT", ""), "incomplete"),
        (filled().encode()[:-200], "incomplete"),
        (changed("## SLUT", "## SLUT\r\nOch en sak till"), "after_end"),
        (changed("## 3. ", "3 "), "heading_missing"),
        (changed("## 3. ", f"## 2. {questions(CONTEXT)[1]}\r\n## 3. "), "heading_twice"),
        (changed("## SLUT", "## 5. En egen fråga\r\nsvar\r\n## SLUT"), "other_questions"),
        (changed("## 4. Vem ringer", "## 4. Vilka ringer"), "other_questions"),
        (group_file(ONE, CONTEXT, {}), "nothing_written"),
        (filled("x" * (LONGEST_ANSWER + 1)).encode(), "answer_too_long"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(GroupFileRefused) as refused:
        read(data)
    assert refused.value.reason == reason


def test_the_refusal_names_the_group_and_the_question() -> None:
    with pytest.raises(GroupFileRefused) as other:
        read(group_file(TWO, CONTEXT, {0: "x"}))
    assert other.value.group == TWO.name
    with pytest.raises(GroupFileRefused) as missing:
        read(changed("## 3. ", "3 "))
    assert missing.value.number == 3


def test_questions_that_have_been_changed_since_are_noticed() -> None:
    other = replace(CONTEXT, item=replace(ITEM, settings={"questions": ("En enda fråga?",)}))
    with pytest.raises(GroupFileRefused, match="other_questions"):
        read(filled().encode(), context=other)


def test_only_what_differs_is_asked_about() -> None:
    stand = {0: "Samma  svar", 1: "Skrivet här", 2: "Bara här"}
    found = compared({0: "Samma\nsvar", 1: "Skrivet i filen", 3: "Nytt"}, stand)
    assert dict(found.new) == {3: "Nytt"}
    assert [(c.question, c.stands, c.in_file) for c in found.conflicts] == [(1, "Skrivet här", "Skrivet i filen")]
    assert compared({0: "Samma svar"}, stand).is_empty


letters = st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])
answers = st.dictionaries(
    st.integers(0, 3),
    st.lists(
        st.text(letters, max_size=30) | st.sampled_from(["## 1. Vad vet vi?", "## SLUT", "##", "a | b |"]), max_size=5
    ),
    max_size=4,
)


@settings(max_examples=200)
@given(answers)
def test_any_answers_survive_the_way_out_and_back(written: dict[int, list[str]]) -> None:
    state = GroupWorkState()
    group = state.of("g1").with_answers({n: "\n".join(lines) for n, lines in written.items()})
    kept = {n: "\n".join(line.strip() for line in a.split("\n")).strip() for n, a in group.answers.items()}
    data = group_file(ONE, CONTEXT, group.answers)
    if not any(kept.values()):
        with pytest.raises(GroupFileRefused, match="nothing_written"):
            read(data)
        return
    back = {n: "\n".join(line.strip() for line in a.split("\n")).strip() for n, a in read(data).items()}
    assert back == {n: a for n, a in kept.items() if a}


@settings(max_examples=300)
@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_whatever_is_handed_in_it_is_only_ever_refused(data: bytes) -> None:
    with pytest.raises(GroupFileRefused):
        read(data)


@settings(max_examples=200)
@given(st.integers(0, 2000), st.integers(0, 2000), st.binary(max_size=20))
def test_a_damaged_file_gives_answers_or_a_reason_and_never_anything_else(cut: int, to: int, put: bytes) -> None:
    data = filled().encode()
    start, end = sorted((cut % len(data), to % len(data)))
    try:
        found = read(data[:start] + put + data[end:])
    except GroupFileRefused:
        return
    assert all(0 <= n < 4 and text for n, text in found.items())
