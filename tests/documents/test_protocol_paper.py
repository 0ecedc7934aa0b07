from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from kompetens_gui.documents.chain_drawing import ChainDrawing, lower_part, upper_part
from kompetens_gui.documents.flow import COLUMN
from kompetens_gui.documents.protocol import render_protocol
from kompetens_gui.documents.protocol_docx import render_protocol_docx
from kompetens_gui.domain.activities.base import (
    BeforeAfterBlock,
    Block,
    ChainBlock,
    ListBlock,
    TableBlock,
    TextBlock,
)
from kompetens_gui.domain.chain import Chain, ChainLink, ChainNode, NodeId, Span, SpanKind
from kompetens_gui.domain.chain_layout import lay_out
from kompetens_gui.domain.medical_certificate import ACTIVITY, DIAGNOSIS, FUNCTION
from kompetens_gui.domain.workshop.events import QuestionCategory
from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.services.protocol import protocol_data
from kompetens_gui.services.protocol_data import ProtocolActivity, ProtocolData, QuestionGroup, RoleCount
from tests.documents.reading import docx_text, outside, overlapping, page_texts, squeezed, text_of
from tests.documents.samples import HOSTILE, fonts, session, session_log


@pytest.fixture(scope="module")
def data() -> ProtocolData:
    return protocol_data(session_log(), "Region Norrälven")


@pytest.fixture(scope="module")
def pdf(data: ProtocolData) -> bytes:
    return render_protocol(data, fonts())


@pytest.fixture(scope="module")
def word_file(data: ProtocolData) -> bytes:
    return render_protocol_docx(data)


SAID = (
    "Protokoll från en träff i försäkringsmedicin",
    "12 november 2026, 13.02–14.",
    "Karin Wallmark, försäkringsmedicinsk rådgivare; Per Dalmark, handläggare",
    "3: 2 läkare, 1 rehabkoordinator",
    "Det här tar vi med oss",
    "Hanns inte med",
    "Frågor att ta vidare",
    "Samarbete",
    "Vem ringer vem efter dag 90?",
    "Överstruket är borttaget",
    "Namn som hade skrivits in är utbytta mot yrkesroller (3).",
    "Nummer som hade skrivits in är borttagna (2).",
    "Alla fall, personer och arbetsplatser är påhittade.",
    "Saknas",
)


@pytest.mark.parametrize("said", SAID)
def test_both_papers_say_it(pdf: bytes, word_file: bytes, said: str) -> None:
    assert squeezed(said) in squeezed(text_of(pdf))
    assert squeezed(said) in squeezed(docx_text(word_file))


def test_both_papers_hold_every_text_of_the_data(data: ProtocolData, pdf: bytes, word_file: bytes) -> None:
    on_pdf, in_word = squeezed(text_of(pdf)), squeezed(docx_text(word_file))
    for activity in data.activities:
        for block in activity.blocks:
            match block:
                case TextBlock(text):
                    assert squeezed(text) in in_word
                    assert squeezed(text)[:40] in on_pdf
                case ListBlock(items):
                    for item in items:
                        assert squeezed(item) in in_word
                        assert squeezed(item)[:40] in on_pdf
                case ChainBlock(chain):
                    for node in chain.nodes:
                        assert squeezed(node.text)[:20] in on_pdf
                        assert squeezed(node.text) in in_word


def test_no_participant_is_named(pdf: bytes, word_file: bytes) -> None:
    for text in (text_of(pdf), docx_text(word_file)):
        for person in session().participants:
            assert person.name.lower() not in text.lower()


def test_pages_are_numbered_and_nothing_is_outside_or_on_top_of_something(pdf: bytes) -> None:
    pages = page_texts(pdf)
    for number, page in enumerate(pages, 1):
        assert f"Sida {number} av {len(pages)}" in page
    assert outside(pdf) == []
    assert overlapping(pdf) == []


def test_the_file_has_a_title_a_language_and_headings_to_jump_to(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata.title == "Protokoll: Gruppdialog: att läsa ett läkarintyg"
    assert reader.metadata.author == "Region Norrälven"
    assert str(reader.root_object["/Lang"]) == "sv-SE"
    titles = [entry["/Title"] for entry in reader.outline if not isinstance(entry, list)]
    assert {"Dagordning", "Markera D-F-A", "Räcker underlaget?", "Skriv om"} <= set(titles)


def test_a_summer_evening_is_told_in_swedish_time(data: ProtocolData) -> None:
    summer = replace(
        data, starts_at=datetime(2026, 6, 4, 14, 5, tzinfo=UTC), ends_at=datetime(2026, 6, 4, 15, 30, tzinfo=UTC)
    )
    assert "4 juni 2026, 16.05–17.30" in text_of(render_protocol(summer, fonts()))


def test_the_same_data_gives_the_same_bytes(data: ProtocolData, pdf: bytes, word_file: bytes) -> None:
    time.sleep(2.1)  # two seconds are the smallest step of the clock in a packed file
    assert render_protocol(data, fonts()) == pdf
    assert render_protocol_docx(data) == word_file


def test_the_word_file_has_headings_a_language_and_repeated_table_heads(word_file: bytes) -> None:
    document = Document(BytesIO(word_file))
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert "Dagordning" in headings
    assert document.core_properties.language == "sv-SE"
    assert document.core_properties.author == "Region Norrälven"
    agenda = next(t for t in document.tables if t.cell(0, 0).text == "Moment")
    assert "tblHeader" in agenda.rows[0]._tr.xml
    assert 'w:lang w:val="sv-SE"' in document.styles.element.xml


def test_changes_in_the_word_file_show_without_colour(word_file: bytes) -> None:
    document = Document(BytesIO(word_file))
    table = next(t for t in document.tables if t.cell(0, 0).text == "Före")
    before, after = (table.cell(1, column).paragraphs[0].runs for column in (0, 1))
    assert not any(run.underline for run in before)
    assert any(run.underline and run.bold for run in after)
    both = render_protocol_docx(with_blocks(BeforeAfterBlock("Kan inte arbeta.", "Kan arbeta.")))
    table = next(t for t in Document(BytesIO(both)).tables if t.cell(0, 0).text == "Före")
    struck = "".join(run.text for run in table.cell(1, 0).paragraphs[0].runs if run.font.strike)
    assert struck.split() == ["inte"]


def test_the_chain_in_the_word_file_has_arrows_and_broken_links(data: ProtocolData, word_file: bytes) -> None:
    tables = [t for t in Document(BytesIO(word_file)).tables if t.cell(0, 0).text == "D  Diagnos"]
    assert len(tables) == sum(isinstance(b, ChainBlock) for a in data.activities for b in a.blocks)
    signs = {cell.text for table in tables for row in table.rows[1:] for cell in (row.cells[1], row.cells[3])}
    assert "→" in signs
    assert "→✗" in signs


def with_blocks(*blocks: Block, title: str = "Moment") -> ProtocolData:
    return ProtocolData("Träff", activities=(ProtocolActivity(title, 5, 5, "", blocks),))


def long_chain(functions: int, quote: str = "Tappar tråden") -> Chain:
    nodes = [ChainNode(NodeId("d"), SpanKind.DIAGNOSIS, Span(DIAGNOSIS, "Utmattningssyndrom"))]
    links = []
    for i in range(functions):
        nodes.append(ChainNode(NodeId(f"f{i}"), SpanKind.FUNCTION, Span(FUNCTION, f"{quote} {i}")))
        links.append(ChainLink(NodeId("d"), NodeId(f"f{i}")))
        for j in range(2):
            nodes.append(ChainNode(NodeId(f"a{i}{j}"), SpanKind.ACTIVITY, Span(ACTIVITY, f"Klarar {i}.{j}")))
            links.append(ChainLink(NodeId(f"f{i}"), NodeId(f"a{i}{j}")))
    return Chain(tuple(nodes), tuple(links))


def test_a_long_chain_breaks_between_rows_and_repeats_where_it_comes_from() -> None:
    pdf = render_protocol(with_blocks(ChainBlock(long_chain(30), "Kedjan")), fonts())
    pages = page_texts(pdf)
    assert len(pages) > 2
    assert outside(pdf) == []
    assert overlapping(pdf) == []
    chain_pages = [page for page in pages if "Klarar" in page]
    assert all("Utmattningssyndrom" in page for page in chain_pages)
    for i in range(30):
        assert squeezed(f"Tappar tråden {i}") in squeezed("".join(pages))


def test_the_parts_of_a_divided_chain_hold_every_node_and_every_link() -> None:
    layout = lay_out(long_chain(6))
    for rows in range(1, layout.rows):
        upper, lower = upper_part(layout, rows), lower_part(layout, rows)
        assert upper.rows + lower.rows == layout.rows
        assert len(upper.links) + len(lower.links) == len(layout.links)
        drawn = {n.node.id for n in (*upper.nodes, *lower.nodes) if n.node}
        assert drawn == {n.node.id for n in layout.nodes if n.node}
        assert all(0 <= n.row < lower.rows for n in lower.nodes)


def test_a_chain_asks_for_the_whole_next_page_when_not_one_row_fits() -> None:
    drawing = ChainDrawing(fonts(), lay_out(long_chain(3)), COLUMN)
    assert drawing.split(COLUMN, 20) == []


def test_an_empty_chain_and_empty_blocks_are_survived() -> None:
    blocks = (ChainBlock(Chain(), "Kedja"), TableBlock((), ()), TextBlock(""), ListBlock(()), BeforeAfterBlock("", ""))
    assert "Kedjan är tom" in text_of(render_protocol(with_blocks(*blocks), fonts()))
    assert "Kedjan är tom" in docx_text(render_protocol_docx(with_blocks(*blocks)))


def test_very_long_texts_flow_over_pages() -> None:
    long = "Ett ord till om sömn & arbete. " * 150
    blocks = (
        TextBlock(long, "L" * 300),
        ListBlock((long, "Ä" * 3000), long[:500], True),
        TableBlock(("Fråga", "Ja"), ((long, "2"),) * 2),
        BeforeAfterBlock(long, "W" * 2000),
        ChainBlock(long_chain(3, "Ord " * 300)),
    )
    pdf = render_protocol(with_blocks(*blocks, title="T" * 200), fonts())
    assert len(page_texts(pdf)) > 6
    assert outside(pdf) == []
    assert render_protocol_docx(with_blocks(*blocks))


def everywhere(text: str) -> ProtocolData:
    node = ChainNode(NodeId("n"), SpanKind.FUNCTION, Span(FUNCTION, text), text)
    empty = ChainNode(NodeId("m"), SpanKind.ACTIVITY, None, text)
    blocks: tuple[Block, ...] = (
        TextBlock(text, text),
        ListBlock((text,), text),
        TableBlock((text, text), ((text, text),), text),
        BeforeAfterBlock(text, text[::-1], text),
        ChainBlock(Chain((node, empty)), text),
    )
    return ProtocolData(
        text,
        text,
        unit=text,
        place=text,
        purpose=text,
        target_group=text,
        leaders=(Facilitator(text, Role.OTHER),),
        people=(RoleCount(Role.MANAGER, 2),),
        activities=(ProtocolActivity(text, 5, None, text, blocks),),
        questions=(QuestionGroup(QuestionCategory.OTHER, (text,)),),
        takeaways=(text,),
    )


def test_hostile_letters_never_become_markup() -> None:
    pdf = render_protocol(everywhere(HOSTILE), fonts())
    assert squeezed("<b>&amp;") in squeezed(text_of(pdf))
    assert squeezed("<b>&amp;") in squeezed(docx_text(render_protocol_docx(everywhere(HOSTILE))))


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=400))
def test_any_text_anywhere_gives_both_papers(text: str) -> None:
    pdf = render_protocol(everywhere(text), fonts())
    assert outside(pdf) == []
    assert Document(BytesIO(render_protocol_docx(everywhere(text))))
