"""The learning paths that come with the program can be walked from the first step to the certificate."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.learning.path_progress import Completion, ModuleStatus
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import Program, make_preferences, open_program
from kompetens_gui.services.news import EventBus
from tests.services.player import play

PATHS = Path(__file__).parents[2] / "resources" / "learning_paths"
MOST_STEPS = 150


class MovingClock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 2, 7, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at

    def local_now(self) -> datetime:
        return self.at.replace(tzinfo=None) + timedelta(hours=1)


@pytest.fixture
def clock() -> MovingClock:
    return MovingClock()


@pytest.fixture
def program(tmp_path: Path, clock: MovingClock) -> Iterator[Program]:
    paths, bus = find_paths(tmp_path), EventBus()
    opened = open_program(paths, make_preferences(paths, bus), bus, clock)
    opened.refresh_bank()
    yield opened
    opened.close()


@pytest.mark.parametrize("path", sorted(p.stem for p in PATHS.glob("*.yaml")))
def test_a_published_path_leads_to_its_certificate(program: Program, clock: MovingClock, path: str) -> None:
    me = program.profiles.create("Ylva Öst", Role.REHAB_COORDINATOR, "Ängen", path=path).id
    steps = 0
    while (following := program.studying.next_step(me)) is not None:
        assert steps < MOST_STEPS, f"{following.step.id} is asked for again and again"
        steps += 1
        clock.at += timedelta(minutes=following.step.minutes)
        play(
            program.studying.open_step(me, path, following.module.id, following.step.id),
            program.studying,
            program.sign_offs,
        )
    found = program.studying.completion(me, path)
    assert isinstance(found, Completion)
    progress = program.studying.progress(me, path)
    assert all(m.status == ModuleStatus.PASSED for m in progress.first_time)
    assert progress.minutes_left == 0
    assert max(a.level for a in program.progress.matrix(me).areas) <= Level.FOUNDATION, "studying alone is not applying"
    clock.at += timedelta(days=5)
    assert program.repetition.today(me).questions
