"""While a session runs, its leader prints the role cards by the keyboard: the groups as they are now, in one file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kompetens_gui.domain.workshop.groups import in_order
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId
from tests.journeys.alone import planned_today
from tests.journeys.conftest import Begin

pytestmark = pytest.mark.qt_log_ignore("^This plugin does not support", extend=True)
MEETING = {"material": "role_play/avstamningsmote-fyra-roller"}


def test_the_papers_of_a_running_session_are_saved_by_keyboard(begin: Begin, tmp_path: Path) -> None:
    leader = begin()
    plan = planned_today(leader.program)
    meeting = AgendaItem(AgendaItemId("meeting"), "role_play", "Avstämningsmöte", 35, None, MEETING)
    groups = in_order(plan.participants, 2)
    leader.program.planning.save(replace(plan, agenda=(*plan.agenda, meeting), groups=groups))
    leader.windows.start_session(plan.id)
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    leader.settled()

    leader.press("Ctrl+P")
    leader.dialog("Utskrifter")
    leader.sees("papper i allt")
    leader.activate("Spara som PDF")
    target = tmp_path / "workshop.pdf"
    # The file dialog stands over another one, so the path is typed here.
    leader.dialog("Spara utskrifter")
    leader.replace(str(target))
    leader.press("Return")
    leader.wait(lambda: target.exists() and target.stat().st_size > 0, "the file is written")
    texts = [page.extract_text() for page in PdfReader(BytesIO(target.read_bytes())).pages]
    assert plan.title in texts[0]
    for group in groups:
        assert any("Så låter du först" in text and group.name in text for text in texts)
        assert any("Observera:" in text and group.name in text for text in texts)
    leader.settled()
    leader.press("Escape")
    leader.dialog_gone()
    assert leader.state.session.groups == groups
