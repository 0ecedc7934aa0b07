"""The part of the chain that a new wording belongs to."""

from __future__ import annotations

from dataclasses import replace

from kompetens_gui.domain.chain import NodeId
from kompetens_gui.domain.chain_layout import lay_out
from kompetens_gui.ui.activities.rewrite.path import path_of
from tests.ui.activities.conftest import project_leader


def test_only_what_explains_and_follows_is_kept_and_stands_close_together() -> None:
    chain = project_leader().keys[0].chain()
    line = chain.node(NodeId("a4"))
    assert line is not None
    path = path_of(lay_out(chain.with_node(replace(line, rewritten="Ny mening"))), "Ny mening")
    assert {str(p.node.id) for p in path.nodes if p.node} == {"d1", "fm1", "a4"}
    assert path.rows == 1
    assert all(link.source < len(path.nodes) and link.target < len(path.nodes) for link in path.links)


def test_the_whole_chain_is_shown_before_anything_is_reworded() -> None:
    layout = lay_out(project_leader().keys[0].chain())
    assert path_of(layout, "") is layout
