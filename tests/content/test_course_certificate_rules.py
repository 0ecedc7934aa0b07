"""The rules of course certificates as a file: strict, and never below the floor."""

from pathlib import Path

import pytest

from kompetens_gui.content.course_certificate_rules import course_certificate_rules_from, load_course_certificate_rules
from kompetens_gui.content.validate import validate
from kompetens_gui.content.yaml_reader import parse_yaml
from kompetens_gui.domain.course_certificate import CourseCertificateKind
from kompetens_gui.domain.course_certificate_rules import FLOOR, CourseCertificateRules
from kompetens_gui.domain.errors import ContentInvalid

PUBLISHED = Path(__file__).parents[2] / "resources" / "rules" / "course_certificates.yaml"
ATTENDANCE = """
  - kind: attendance
    title: Deltagarintyg
    conditions: [named, present, time_certified, only_one]
"""
COMPLETION = """\
  - kind: completion
    title: Intyg om genomförd utbildning
    conditions: [named, issuer_named, path_completed, modules_passed, only_one]
"""


def rules(text: str) -> CourseCertificateRules:
    return course_certificate_rules_from(parse_yaml(f"schema: 1\ncourse_certificates:{text}".encode(), "regler.yaml"))


def problem(text: str) -> str:
    with pytest.raises(ContentInvalid) as told:
        rules(text)
    return "\n".join(str(p) for p in told.value.problems)


def test_the_published_rules_have_the_floor_of_each_kind() -> None:
    published = load_course_certificate_rules()
    for kind in CourseCertificateKind:
        assert FLOOR[kind] <= published.of(kind).conditions
    assert validate([PUBLISHED]).is_fine


def test_the_smallest_file_that_may_be() -> None:
    least = rules(ATTENDANCE + COMPLETION)
    assert least.of(CourseCertificateKind.COMPLETION).conditions == FLOOR[CourseCertificateKind.COMPLETION]
    assert least.of(CourseCertificateKind.ATTENDANCE).least_minutes == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (ATTENDANCE, 2, "”completion” ska stå en gång"),
        (ATTENDANCE + ATTENDANCE + COMPLETION, 2, "står 2 gånger"),
        (ATTENDANCE.replace("present, ", "") + COMPLETION, 5, "saknar present"),
        (ATTENDANCE + COMPLETION.replace("path_completed, ", ""), 8, "saknar path_completed"),
        (ATTENDANCE + COMPLETION.replace("only_one", "only_one, signed_off"), 8, "signers är 0"),
        (ATTENDANCE + COMPLETION.replace("named,", "nämnd,", 1), 8, "nämnd"),
        (ATTENDANCE.replace("attendance", "närvaro") + COMPLETION, 3, "närvaro"),
        (ATTENDANCE + COMPLETION + "    signers: två\n", 9, "signers"),
        (ATTENDANCE + COMPLETION + "    hittepå: 1\n", 9, "hittepå"),
        (ATTENDANCE + COMPLETION + "    least_minutes: 0\n", 9, "least_minutes"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, line: int, words: str) -> None:
    told = problem(text)
    assert words in told
    assert f"regler.yaml:{line}:" in told


def test_validate_knows_the_file_by_its_content(tmp_path: Path) -> None:
    file = tmp_path / "egna-regler.yaml"
    file.write_text(f"schema: 1\ncourse_certificates:{ATTENDANCE}", encoding="utf-8")
    (found,) = validate([file]).errors
    assert "completion" in found.what
