"""The chain in columns: walked, linked, broken and opened with keys and mouse; and any chain can be drawn."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from kompetens_gui.domain.chain import ALLOWED_LINKS, Chain, ChainLink, ChainNode, NodeId, Span, SpanKind
from kompetens_gui.domain.chain_layout import lay_out
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.ui.style.theme import theme
from kompetens_gui.ui.style.tokens import PROJECTOR
from kompetens_gui.ui.widgets.chain_column import ChainColumn, steps_of
from kompetens_gui.ui.widgets.chain_items import directed, loose_nodes
from kompetens_gui.ui.widgets.chain_text import wrapped_lines
from kompetens_gui.ui.widgets.chain_view import ChainView

D, F, A, W, B = SpanKind


def node(name: str, kind: SpanKind, text: str = "Text") -> ChainNode:
    return ChainNode(NodeId(name), kind, Span(FUNCTION, text))


def link(source: str, target: str) -> ChainLink:
    return ChainLink(NodeId(source), NodeId(target))


CHAIN = Chain(
    (
        node("d", D, "Utmattningssyndrom (F43.8A)"),
        node("f", F),
        node("f2", F),
        node("a", A),
        node("w", W),
        node("b", B),
    ),
    (link("d", "f"), link("f", "a")),
)


@pytest.fixture
def view(qtbot: QtBot) -> ChainView:
    made = ChainView()
    made.resize(900, 600)
    qtbot.addWidget(made)
    made.set_chain(CHAIN)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def _middle(view: ChainView, name: str) -> QPoint:
    index = next(i for i, item in enumerate(view._items) if item.node == name)
    return (view._boxes()[index].center() - view._offset()).toPoint()


def test_arrows_walk_along_the_chain(view: ChainView, qtbot: QtBot) -> None:
    view.go_to("d")
    visited = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
        visited.append(view.current_node())
    assert visited == ["f", "a", "f", "f2"]


def test_l_and_enter_link_two_cards_in_the_right_direction(view: ChainView, qtbot: QtBot) -> None:
    view.go_to("f2")
    qtbot.keyClick(view, Qt.Key.Key_L)
    view.go_to("d")
    with qtbot.waitSignal(view.link_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == ["d", "f2"]


def test_linking_what_is_linked_breaks_it_and_escape_leaves_it(view: ChainView, qtbot: QtBot) -> None:
    view.go_to("f")
    qtbot.keyClick(view, Qt.Key.Key_L)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.keyClick(view, Qt.Key.Key_L)
    view.go_to("a")
    with qtbot.waitSignal(view.unlink_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == ["f", "a"]


def test_delete_breaks_the_link_and_then_takes_the_card_away(view: ChainView, qtbot: QtBot) -> None:
    view.go_to("a")
    with qtbot.waitSignal(view.unlink_requested) as broken:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert broken.args == ["f", "a"]
    view.set_chain(CHAIN.without_link(link("f", "a")))
    view.go_to("a")
    with qtbot.waitSignal(view.remove_requested) as removed:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert removed.args == ["a"]


def test_enter_opens_a_card_and_asks_about_a_gap(view: ChainView, qtbot: QtBot) -> None:
    view.go_to("f")
    with qtbot.waitSignal(view.node_activated) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == ["f"]
    view.go_to("f2")
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.current_node() == ""
    with qtbot.waitSignal(view.missing_requested) as asked:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert asked.args == ["A", "Vad leder nedsättningen till?"]
    assert view.accessibleDescription().startswith("A, aktivitetsbegränsning: Saknas")


def test_dragging_from_a_card_to_another_links_them(view: ChainView, qtbot: QtBot) -> None:
    start, end = _middle(view, "w"), _middle(view, "a")
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, (start + end) / 2)
    qtbot.mouseMove(port, end)
    with qtbot.waitSignal(view.link_requested) as asked:
        qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    assert asked.args == ["a", "w"]


def test_a_double_click_opens_a_card(view: ChainView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.node_activated) as opened:
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_middle(view, "f"))
    assert opened.args == ["f"]


def test_the_whole_text_is_in_the_tooltip(view: ChainView, qtbot: QtBot) -> None:
    qtbot.mouseMove(view.viewport(), _middle(view, "d"))
    assert view.viewport().toolTip() == "D, diagnos: Utmattningssyndrom (F43.8A)"


def test_the_current_card_stays_when_the_chain_changes(view: ChainView) -> None:
    view.go_to("a")
    view.set_chain(CHAIN.without_node(NodeId("f2")))
    assert view.current_node() == "a"


def test_work_tasks_and_bases_wait_under_the_chain_until_they_are_tied() -> None:
    assert [n.id for n in loose_nodes(CHAIN)] == ["w", "b"]
    assert [n.id for n in loose_nodes(CHAIN.with_link(link("b", "f")))] == ["w"]


def test_the_room_gets_smaller_cards_before_it_scrolls(qtbot: QtBot) -> None:
    view = ChainView(room=True)
    qtbot.addWidget(view)
    theme.give_tokens(view, PROJECTOR, 1.0)
    view.resize(1920, 900)
    view.set_chain(CHAIN)
    view.grab()
    assert view._placed().size.height() <= 900
    assert view.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_the_column_says_how_many_cards_there_is_no_room_for(qtbot: QtBot) -> None:
    column = ChainColumn()
    qtbot.addWidget(column)
    theme.give_tokens(column, PROJECTOR, 1.0)
    column.resize(480, 420)
    column.set_layout(lay_out(CHAIN))
    column.grab()
    assert column._cards is not None
    assert 0 < column._cards[2] < len(lay_out(CHAIN).nodes)
    assert [s.joined for s in steps_of(lay_out(CHAIN))][:3] == [None, True, True]


def test_nodes_are_put_in_the_direction_the_chain_knows() -> None:
    assert directed(CHAIN, "a", "f") == ("f", "a")
    assert directed(CHAIN, "f", "a") == ("f", "a")
    assert directed(CHAIN, "w", "a") == ("a", "w")


@pytest.mark.parametrize("scale", [0.9, 1.5, 2.0])
def test_it_paints_at_every_text_size(view: ChainView, scale: float) -> None:
    theme.set_text_scale(scale)
    assert not view.grab().isNull()
    assert view.horizontalScrollBar().maximum() >= 0


@st.composite
def chains(draw: st.DrawFn) -> Chain:
    kinds = draw(st.lists(st.sampled_from(list(SpanKind)), max_size=12))
    texts = st.text(max_size=60)
    nodes = tuple(
        ChainNode(NodeId(str(i)), kind, None, draw(texts)) if draw(st.booleans()) else node(str(i), kind, draw(texts))
        for i, kind in enumerate(kinds)
    )
    pairs = [(a, b) for a in nodes for b in nodes if (a.kind, b.kind) in ALLOWED_LINKS]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=14, unique=True)) if pairs else []
    return Chain(nodes, tuple(ChainLink(a.id, b.id) for a, b in chosen))


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(chain=chains(), width=st.integers(280, 1500))
def test_any_chain_can_be_drawn_and_walked(qtbot: QtBot, chain: Chain, width: int) -> None:
    view = ChainView()
    qtbot.addWidget(view)
    view.resize(width, 400)
    view.set_chain(chain)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_L, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert not view.grab().isNull()


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(text=st.text(max_size=200), width=st.integers(1, 400), most=st.integers(1, 4))
def test_text_is_never_more_than_so_many_lines(qapp: object, text: str, width: int, most: int) -> None:
    assert len(wrapped_lines(text, theme.font("small"), width, most)) <= most


def test_every_signal_is_silent_while_only_walking(view: ChainView, qtbot: QtBot) -> None:
    heard: list[str] = []
    for name in ("node_activated", "link_requested", "unlink_requested", "remove_requested", "missing_requested"):
        getattr(view, name).connect(partial(heard.append, name))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    assert heard == []
