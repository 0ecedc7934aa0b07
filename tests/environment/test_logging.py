from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import UTC
from pathlib import Path

import pytest

from kompetens_gui.domain.errors import CourseCertificateRefused
from kompetens_gui.environment.clock import SystemClock
from kompetens_gui.environment.logging_setup import KEPT, LARGEST, set_up_logging

log = logging.getLogger("kompetens_gui.tests")


@pytest.fixture(autouse=True)
def untouched_afterwards() -> Iterator[None]:
    ours = logging.getLogger("kompetens_gui")
    before = (ours.level, ours.propagate)
    yield
    for handler in list(ours.handlers):
        ours.removeHandler(handler)
        handler.close()
    ours.setLevel(before[0])
    ours.propagate = before[1]


HOLDER = "Örjan Ål"


def issue() -> None:
    raise CourseCertificateRefused("already_issued", HOLDER)


def issue_badly() -> None:
    try:
        issue()
    except CourseCertificateRefused as error:
        raise ValueError(HOLDER) from error


def test_an_error_is_logged_with_its_kind_and_place_and_never_its_words(tmp_path: Path) -> None:
    file = set_up_logging(tmp_path / "logs")
    assert file is not None
    try:
        issue_badly()
    except ValueError:
        log.exception("session %s", "session-1")
    text = file.read_text("utf-8")
    assert "session-1" in text
    assert "ValueError" in text
    assert "CourseCertificateRefused" in text
    assert "in issue" in text
    assert HOLDER not in text


def test_the_log_turns_over_and_old_ones_go(tmp_path: Path) -> None:
    file = set_up_logging(tmp_path)
    assert file is not None
    for _ in range((KEPT + 3) * LARGEST // 100_000):
        log.info("x" * 100_000)
    files = list(tmp_path.iterdir())
    assert len(files) == KEPT + 1
    assert all(f.stat().st_size <= LARGEST for f in files)


def test_setting_up_twice_logs_once(tmp_path: Path) -> None:
    set_up_logging(tmp_path)
    file = set_up_logging(tmp_path)
    assert file is not None
    log.info("once")
    assert file.read_text("utf-8").count("once") == 1


def test_a_folder_that_cannot_be_written_is_no_reason_not_to_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "logs").write_text("in the way")
    assert set_up_logging(tmp_path / "logs") is None
    log.warning("told")
    log.info("not told")
    told = capsys.readouterr().err
    assert "told" in told
    assert "not told" not in told


def test_the_clock_knows_utc_and_the_wall() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.local_now().tzinfo is None
    assert abs((clock.now().astimezone().replace(tzinfo=None) - clock.local_now()).total_seconds()) < 5
