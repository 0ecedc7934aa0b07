"""Whole files, the preferences and the overview's snapshot: whatever happens, what stood there still stands."""

from __future__ import annotations

import errno
import json
import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.errors import DiskFull, FileNotWritten
from kompetens_gui.domain.workshop.plan import Facilitator, Role
from kompetens_gui.environment.atomic_file import write_whole
from kompetens_gui.environment.preferences_file import PreferencesFile
from kompetens_gui.environment.snapshot import LARGEST, read_snapshot, write_snapshot
from kompetens_gui.services.preferences import Preferences, ThemeMode

ANY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)


def failing(code: int) -> Callable[..., None]:
    def fail(*_args: object) -> None:
        raise OSError(code, os.strerror(code))

    return fail


# ------------------------------------------------------------ whole files
def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "Protokoll å.pdf"
    write_whole(file, b"old")
    file.chmod(0o640)
    write_whole(file, b"new")
    assert file.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [file]
    assert os.name != "posix" or file.stat().st_mode & 0o777 == 0o640


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "f"
    write_whole(file, b"old")
    monkeypatch.setattr(os, "fsync", failing(errno.ENOSPC))
    with pytest.raises(DiskFull):
        write_whole(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize(
    ("code", "reason"),
    [(errno.EACCES, "denied"), (errno.EROFS, "denied"), (errno.EIO, "failed"), (errno.ENAMETOOLONG, "name_too_long")],
)
def test_the_reason_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, reason: str) -> None:
    monkeypatch.setattr(Path, "replace", failing(code))
    with pytest.raises(FileNotWritten) as refused:
        write_whole(tmp_path / "f", b"new")
    assert refused.value.reason == reason
    assert list(tmp_path.iterdir()) == []


def test_places_where_no_file_can_be_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for place, reason in (
        (tmp_path / "missing" / "f", "folder_missing"),
        (tmp_path / "file" / "f", "folder_missing"),
        (tmp_path, "is_a_folder"),
        (tmp_path / ("x" * 300), "name_too_long"),
        (tmp_path / "a\x00b", "name_not_allowed"),
    ):
        with pytest.raises(FileNotWritten) as refused:
            write_whole(place, b"new")
        assert refused.value.reason == reason, place


# ------------------------------------------------------------ preferences
preferences = st.builds(
    Preferences,
    organisation=texts,
    logotype=texts,
    user_name=texts,
    issue_place=texts,
    default_facilitators=st.lists(st.builds(Facilitator, texts, st.sampled_from(Role)), max_size=3).map(tuple),
    theme=st.sampled_from(ThemeMode),
    room_dark=st.booleans(),
    text_scale=st.integers(90, 200).map(lambda percent: percent / 100),
    room_screen=texts,
    room_windowed=st.booleans(),
    single_key_shortcuts=st.booleans(),
    data_folder=texts,
    first_start_done=st.booleans(),
)


@ANY
@given(chosen=preferences)
def test_any_preferences_come_back(tmp_path: Path, chosen: Preferences) -> None:
    file = PreferencesFile(tmp_path / "config" / "preferences.json")
    file.save(chosen)
    assert file.load() == chosen


@ANY
@given(content=st.binary(max_size=100) | st.dictionaries(texts, json_values).map(lambda d: json.dumps(d).encode()))
def test_any_file_gives_preferences(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)
    assert isinstance(PreferencesFile(path).load(), Preferences)


@ANY
@given(values=st.fixed_dictionaries(dict.fromkeys(Preferences.__dataclass_fields__, json_values)))
def test_any_value_of_any_preference_can_be_met(tmp_path: Path, values: dict[str, object]) -> None:
    path = tmp_path / "preferences.json"
    path.write_text(json.dumps(values), "utf-8")
    assert 0.9 <= PreferencesFile(path).load().text_scale <= 2


def test_a_bad_value_falls_back_alone_and_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"theme": "plaid", "user_name": "Åsa", "text_scale": 9, "room_dark": 1}', "utf-8")
    with caplog.at_level(logging.WARNING):
        loaded = PreferencesFile(path).load()
    assert loaded == Preferences(user_name="Åsa", text_scale=2.0)
    assert ["theme" in r.getMessage() or "room_dark" in r.getMessage() for r in caplog.records] == [True, True]
    assert "plaid" not in caplog.text


def test_what_another_version_wrote_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"later": {"x": [1]}, "user_name": "Bo"}', "utf-8")
    PreferencesFile(path).save(Preferences(user_name="Åsa"))
    assert json.loads(path.read_text("utf-8"))["later"] == {"x": [1]}
    assert PreferencesFile(path).load().user_name == "Åsa"


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    assert PreferencesFile(tmp_path / "none.json").load() == Preferences()


def test_preferences_that_cannot_be_saved_are_told(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("in the way")
    with pytest.raises(FileNotWritten):
        PreferencesFile(tmp_path / "config" / "preferences.json").save(Preferences())


# ------------------------------------------------------------ the overview's snapshot
@ANY
@given(overview=st.dictionaries(texts, json_values, max_size=4))
def test_an_overview_comes_back(tmp_path: Path, overview: dict[str, object]) -> None:
    write_snapshot(tmp_path / "overview.json", overview)
    assert read_snapshot(tmp_path / "overview.json") == overview


@ANY
@given(content=st.binary(max_size=60))
def test_any_snapshot_file_gives_an_overview(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "overview.json").write_bytes(content)
    assert isinstance(read_snapshot(tmp_path / "overview.json"), dict)


def test_a_hostile_snapshot_is_an_empty_overview(tmp_path: Path) -> None:
    file = tmp_path / "overview.json"
    for content in (b"[" * 200_000, b" " * (LARGEST + 1), b"[1]"):
        file.write_bytes(content)
        assert read_snapshot(file) == {}
    assert read_snapshot(tmp_path / "none.json") == {}
