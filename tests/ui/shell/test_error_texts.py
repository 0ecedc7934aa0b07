"""Every error that can be expected has words, and so has every stable reason that the code gives."""

from __future__ import annotations

import ast
import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest

from kompetens_gui.domain import errors
from kompetens_gui.ui.shell import reason_texts
from kompetens_gui.ui.shell.error_texts import ErrorText, explain, is_expected, is_silent

SOURCE = Path(errors.__file__).parents[1]


def _all_errors() -> list[type[errors.KompetensError]]:
    found, waiting = [], [errors.KompetensError]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            if kind.__module__.startswith("kompetens_gui"):
                found.append(kind)
                waiting.append(kind)
    return found


def _example(kind: type[errors.KompetensError]) -> errors.KompetensError:
    values = {"str": "exempel", "int": 7, "tuple[str, ...]": ("agenda",), "tuple[ContentProblem, ...]": ()}
    given = {
        field.name: values[field.type if isinstance(field.type, str) else getattr(field.type, "__name__", "str")]
        if isinstance(field.type, str)
        else ()
        if "tuple" in str(field.type)
        else 7
        if field.type is int
        else "exempel"
        for field in dataclasses.fields(kind)  # type: ignore[arg-type]  # every subclass is a dataclass
    }
    return kind(**given)


@pytest.mark.parametrize("kind", _all_errors(), ids=lambda kind: kind.__name__)
def test_every_expected_error_has_words_of_its_own(kind: type[errors.KompetensError]) -> None:
    words = explain(_example(kind))
    assert isinstance(words, ErrorText)
    assert words != explain(RuntimeError())
    assert words.title
    assert words.what_to_do.endswith((".", "?"))
    assert not words.title.endswith(".")
    assert "!" not in words.title + words.what_to_do
    assert "{" not in words.title + words.what_to_do


def _reasons(error: str, place: int = 0) -> set[str]:
    """Collect the literal argument at `place` of every `error(...)` in the program."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and ast.unparse(node.func).rpartition(".")[2] == error
                and len(node.args) > place
            ):
                first = node.args[place]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def test_every_reason_an_activity_gives_has_its_sentence() -> None:
    general = reason_texts.activity("no such reason")
    assert {reason for reason in _reasons("ActivityRefused") if reason_texts.activity(reason) == general} == set()


def test_every_reason_an_attempt_takes_no_answers_has_its_sentence() -> None:
    general = reason_texts.attempt("no such reason")
    assert {reason for reason in _reasons("AttemptNotOpen", 1) if reason_texts.attempt(reason) == general} == set()


def test_every_reason_a_sign_off_is_refused_has_its_sentence() -> None:
    general = reason_texts.sign_off("no such reason")
    assert {reason for reason in _reasons("SignOffRefused") if reason_texts.sign_off(reason) == general} == set()


def test_every_reason_a_value_of_self_study_cannot_be_used_has_its_sentence() -> None:
    general = reason_texts.value("no such field", "no such reason")
    for field, reason in (("pin", "length"), ("name", "too_long"), ("rating", "range"), ("retention", "range")):
        assert reason_texts.value(field, reason) != general


def test_every_reason_for_refusing_a_course_certificate_has_its_sentence() -> None:
    general = reason_texts.course_certificate("no such reason", "Åsa")
    unworded = {
        reason
        for reason in _reasons("CourseCertificateRefused")
        if reason_texts.course_certificate(reason, "Åsa") == general
    }
    assert unworded == set()


@pytest.mark.parametrize(
    ("error", "word"),
    [
        ("FileUnreadable", reason_texts.file),
        ("FileNotWritten", reason_texts.not_written),
        ("BackupInvalid", reason_texts.backup),
    ],
)
def test_every_reason_about_a_file_has_its_sentence(error: str, word: Callable[[str], str]) -> None:
    assert {reason for reason in _reasons(error, 1) if word(reason) == word("no such reason")} == set()


def test_every_reason_about_a_participant_list_has_its_sentence() -> None:
    general = reason_texts.participant_list("no such reason")
    unworded = {r for r in _reasons("ParticipantListInvalid") if reason_texts.participant_list(r) == general}
    assert unworded == set()


def test_everything_that_can_be_missing_has_a_name() -> None:
    general = reason_texts.not_found("no such thing")
    assert {what for what in _reasons("NotFound") if reason_texts.not_found(what) == general} == set()


def test_the_line_of_a_bad_list_and_the_title_of_the_other_session_are_told() -> None:
    assert "rad 3" in explain(errors.ParticipantListInvalid("no_name", 3)).title
    assert "”Axel”" in explain(errors.SessionAlreadyRunning("T1", "Axel")).what_to_do
    assert "moment i dagordningen" in explain(errors.SessionNotReady(("agenda",))).what_to_do
    problem = errors.ContentProblem("cases/rygg/case.yaml", 12, "Fältet saknas", "Lägg till titel.")
    assert explain(errors.ContentInvalid((problem,))) == ErrorText(
        "case.yaml har fel på rad 12", "Fältet saknas. Lägg till titel."
    )


def test_only_our_own_errors_are_expected_and_only_cancelling_is_silent() -> None:
    assert is_expected(errors.DiskFull("x"))
    assert not is_expected(ValueError())
    assert is_silent(errors.Cancelled())
    assert not is_silent(errors.DiskFull("x"))
