from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.activities.base import BeforeAfterBlock, ChainBlock, ListBlock, TableBlock, TextBlock
from kompetens_gui.domain.chain import Chain, ChainNode, NodeId, Span, SpanKind
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, Role
from kompetens_gui.services.protocol import names_left, protocol_data
from kompetens_gui.services.protocol_data import ProtocolData, RoleCount, block_texts
from kompetens_gui.services.protocol_scrub import Scrubber
from tests.documents.samples import CASE_FOLDERS, case_at, sample_case, session, session_log


def person(name: str, role: Role = Role.PHYSICIAN) -> Participant:
    return Participant(ParticipantId(name), name, role)


def scrubbed(text: str, *names: str, persons: tuple[str, ...] = ()) -> str:
    return Scrubber([person(n) for n in names], persons).text(text)


@pytest.fixture(scope="module")
def data() -> ProtocolData:
    return protocol_data(session_log(), "Region Norrälven")


def test_the_protocol_has_the_facts_of_the_session(data: ProtocolData) -> None:
    assert (data.title, data.organisation) == ("Gruppdialog: att läsa ett läkarintyg", "Region Norrälven")
    assert [leader.name for leader in data.leaders] == ["Karin Wallmark", "Per Dalmark"]
    assert data.starts_at is not None
    assert data.ends_at is not None
    assert data.ends_at > data.starts_at


def test_people_are_counted_by_profession_and_the_absent_left_out(data: ProtocolData) -> None:
    assert data.people == (RoleCount(Role.PHYSICIAN, 2), RoleCount(Role.REHAB_COORDINATOR, 1))
    assert data.participants == 3


def test_every_item_has_planned_and_actual_minutes(data: ProtocolData) -> None:
    assert [a.planned_minutes for a in data.activities] == [i.minutes for i in session().agenda]
    assert data.activities[0].used_minutes == 6
    assert data.activities[-1].used_minutes is None
    assert data.activities[-1].blocks == ()
    assert all((a.used_minutes or 1) >= 1 for a in data.activities)


def test_every_kind_of_block_is_there(data: ProtocolData) -> None:
    kinds = {type(block) for activity in data.activities for block in activity.blocks}
    assert kinds == {TextBlock, ListBlock, TableBlock, BeforeAfterBlock, ChainBlock}


def test_takeaways_and_questions_stand_in_their_own_places(data: ProtocolData) -> None:
    assert len(data.takeaways) == 2
    assert [g.category for g in data.questions] == [QuestionCategory.RULE, QuestionCategory.COLLABORATION]
    assert all(a.blocks == () for a in data.activities if a.title == "Tre saker vi tar med oss")


def test_no_name_and_no_number_is_left_and_what_went_is_counted(data: ProtocolData) -> None:
    text = "\n".join(data.texts())
    for name in ("Åsa", "Öbergsson", "Ylva", "Norrby", "dag ek", sample_case().person.name, "19121212", "12345"):
        assert name not in text
    assert "En läkare frågade om dag 180. Dag 180 är inte en gräns" in text
    assert "En rehabkoordinators förslag: skriv vad personen gör" in text
    assert names_left(data, session()) == ()
    assert data.names_replaced == 3
    assert data.numbers_removed == 2


def test_a_protocol_can_be_made_before_anything_has_happened() -> None:
    planned = SessionLog.replay(session(), FrozenContent(), ())
    data = protocol_data(planned)
    assert data.starts_at == session().starts_at
    assert data.used_minutes == 0
    assert all(a.used_minutes is None for a in data.activities)


@pytest.mark.parametrize("folder", CASE_FOLDERS, ids=lambda f: f.name)
def test_every_real_case_gives_a_protocol_without_the_person_in_it(folder: Path) -> None:
    case = case_at(folder)
    data = protocol_data(session_log(case))
    words = set("\n".join(data.texts()).replace(".", " ").replace(",", " ").split())
    assert not words & {case.person.name, f"{case.person.name}s"}
    assert names_left(data, session()) == ()


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("Åsa Öberg frågade.", "En läkare frågade."),
        ("Vi hörde åsa  öbergs råd", "Vi hörde en läkares råd"),
        ("Åsas tanke, och Öbergs", "En läkares tanke, och en läkares"),
        ("Då sa Åsa: pröva.", "Då sa en läkare: pröva."),
        ("Fråsåsa och Åsalund", "Fråsåsa och Åsalund"),
        ("på åsa vårdcentral", "på åsa vårdcentral"),
    ],
)
def test_names_are_found_as_names(said: str, written: str) -> None:
    assert scrubbed(said, "Åsa Öberg") == written


@pytest.mark.parametrize(
    "said", ["Dag 180 är en gräns.", "Dag för dag.", "Bo hemma går.", "Efter dag 90.", "Vid dag 91"]
)
def test_names_that_are_words_are_left_where_they_are_words(said: str) -> None:
    assert scrubbed(said, "Dag Lund", "Bo Ek") == said


def test_names_that_are_words_go_in_the_middle_of_a_sentence() -> None:
    assert scrubbed("Sedan sa Dag, som vanligt, nej.", "Dag Lund") == "Sedan sa en läkare, som vanligt, nej."


def test_a_name_shared_by_two_professions_says_no_profession() -> None:
    scrubber = Scrubber([person("Anna Ek"), person("Anna Al", Role.CASE_OFFICER)])
    assert scrubber.text("Så sa Anna.") == "Så sa en deltagare."


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Ringde 19121212-1212.", "Ringde [nummer borttaget]."),
        ("121212+1212 och 201212121212", "[nummer borttaget] och [nummer borttaget]"),
        ("Dnr: 2026/012345 gäller", "Dnr: [nummer borttaget] gäller"),
        ("ärende nr 445566-2026", "ärende nr [nummer borttaget]"),
        ("ärende 3 av 4, 100 %, 2026-11-12, dag 172", "ärende 3 av 4, 100 %, 2026-11-12, dag 172"),
    ],
)
def test_identity_and_case_numbers_go(said: str, kept: str) -> None:
    assert scrubbed(said) == kept


def test_places_keep_their_names_but_not_a_whole_persons() -> None:
    scrubber = Scrubber([person("Åsa Öberg")])
    assert scrubber.fact("Åsa vårdcentral") == "Åsa vårdcentral"
    assert scrubber.fact("Avtackning av Åsa Öberg") == "Avtackning av en läkare"


def test_every_part_of_every_block_is_scrubbed() -> None:
    name = "Åsa Öberg"
    node = ChainNode(NodeId("n"), SpanKind.FUNCTION, Span(FUNCTION, name, 2), name, name)
    scrubber = Scrubber([person(name)])
    for block in (
        TextBlock(name, name),
        ListBlock((name,), name, True),
        TableBlock((name,), ((name,),), name),
        BeforeAfterBlock(name, name, name),
        ChainBlock(Chain((node,)), name),
    ):
        done = scrubber.block(block)
        assert type(done) is type(block)
        assert name not in repr(done)
        assert list(block_texts(done))


def test_the_guard_sees_a_name_that_was_left() -> None:
    data = replace(protocol_data(session_log()), takeaways=("Tack ÅSA Öbergssons!",))
    assert names_left(data, session()) == ("Åsa Öbergsson",)


@settings(max_examples=150, deadline=None)
@given(text=st.text(max_size=200), names=st.lists(st.text(max_size=30), max_size=5))
def test_any_text_and_any_names_are_survived(text: str, names: list[str]) -> None:
    people = [person(n) for n in names]
    scrubber = Scrubber(people, names[:1])
    scrubber.block(TextBlock(text, text))
    assert scrubber.names_replaced >= 0


given_names = st.sampled_from(["Åsa", "Dag", "Bo", "Märta", "Per-Olof", "My"])
surnames = st.sampled_from(["Ek", "Öbergsson", "Lång", "Risviken", "von Alm"])


@settings(max_examples=100, deadline=None)
@given(
    given_names,
    surnames,
    st.text(alphabet="abcåäö ,.!\n", max_size=40),
    st.sampled_from(["", "s", ",", ".", "s!", "\n", ")"]),
)
def test_a_whole_name_never_remains(given_name: str, surname: str, before: str, after: str) -> None:
    name = f"{given_name} {surname}"
    written = scrubbed(f"{before} {name}{after} slut", name)
    assert name not in written
