"""Every reason that keys, files from other issuers and the rules of course certificates give has a sentence."""

from __future__ import annotations

import ast
import inspect

from kompetens_gui.domain import course_certificate_rules
from kompetens_gui.domain.errors import SharedFileRefused, SigningKeyRefused
from kompetens_gui.services.credential_ports import KeyState
from kompetens_gui.ui.shell import reason_texts
from kompetens_gui.ui.shell.error_texts import explain
from tests.ui.shell.test_error_texts import _reasons


def test_every_reason_about_a_key_has_its_sentence() -> None:
    reasons = _reasons("SigningKeyRefused") | {s.value for s in KeyState if s != KeyState.READY}
    assert len(reasons) >= 8
    general = reason_texts.signing_key("no such reason", "Region Norr")
    assert {r for r in reasons if reason_texts.signing_key(r, "Region Norr") == general} == set()


def test_every_reason_about_a_file_from_another_issuer_has_its_sentence() -> None:
    reasons = _reasons("SharedFileRefused") | {"not_a_key_list", "not_a_revocation_list"}
    assert len(reasons) >= 8
    general = reason_texts.shared_file("no such reason", "")
    assert {r for r in reasons if reason_texts.shared_file(r, "") == general} == set()


def test_every_reason_of_the_rules_has_its_sentence() -> None:
    given = set()
    for function in (course_certificate_rules._why_not, course_certificate_rules._why_not_signed_or_dated):
        for node in ast.walk(ast.parse(inspect.getsource(function))):
            if isinstance(node, ast.Return) and node.value is not None:
                given |= {c.value for c in ast.walk(node.value) if isinstance(c, ast.Constant) and c.value}
    assert len(given) >= 11
    general = reason_texts.course_certificate("no such reason", "Åsa")
    assert {r for r in given if reason_texts.course_certificate(str(r), "Åsa") == general} == set()


def test_the_issuer_is_named_where_it_is_known() -> None:
    assert "Region Norr" in explain(SigningKeyRefused("locked", "Region Norr")).what_to_do
    assert "utfärdaren" in explain(SharedFileRefused("altered")).what_to_do
