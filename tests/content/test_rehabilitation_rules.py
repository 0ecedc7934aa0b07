"""The file of the chain's rules: what comes with the program, a version added as data, faults told at their line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules, rehabilitation_rules_from
from kompetens_gui.content.rule_lists import rules_folder
from kompetens_gui.content.validate import validate
from kompetens_gui.content.yaml_reader import parse_yaml
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem
from kompetens_gui.domain.rehabilitation_chain import Situation
from kompetens_gui.domain.rehabilitation_rule_set import Certainty, Ground, RuleSet
from kompetens_gui.domain.rehabilitation_rules import AssessmentQuestion, assess

FILE = rules_folder() / "rehabilitation_chain.yaml"
TEXT = FILE.read_text("utf-8")


def read(text: str) -> RuleSet:
    return rehabilitation_rules_from(parse_yaml(text.encode(), "regler.yaml"))


def problems(text: str) -> tuple[ContentProblem, ...]:
    with pytest.raises(ContentInvalid) as refused:
        read(text)
    return refused.value.problems


def changed(old: str, new: str) -> str:
    assert TEXT.count(old) == 1, old
    return TEXT.replace(old, new)


def line_of(text: str, words: str) -> int:
    return next(i for i, line in enumerate(text.split("\n"), start=1) if words in line)


def test_the_rules_that_come_with_the_program_are_whole() -> None:
    rules = load_rehabilitation_rules()
    assert [version.id for version in rules.versions] == ["RV1", "RV2", "RV3", "RV4"]
    assert [v.validity.first for v in rules.versions[1:]] == [date(2021, 3, 15), date(2022, 2, 1), date(2022, 9, 1)]
    assert set(rules.rows) == set(Situation)
    assert all(source.title for version in rules.versions for source in version.sources)
    assert validate([FILE]).errors == []


NEW_VERSION = """  - id: RV5
    from: 2028-01-01
    summary: En påhittad version, för att visa att den får plats.
    occupational_group: false
    carried_over: probable
    sources: [sfb-27]

situations:
"""
NEW_ROWS = """      - {first: 1, last: 90, to: RV4, ground: OWN, certainty: certain, sources: [sfb-27]}
      - {first: 91, last: 180, to: RV4, ground: EMPLOYER, certainty: certain, sources: [sfb-27]}
      - {first: 181, to: RV4, ground: MARKET, certainty: certain, sources: [sfb-27]}
      - {first: 1, last: 120, from: RV5, ground: OWN, certainty: certain, sources: [sfb-27]}
      - {first: 121, from: RV5, ground: MARKET, certainty: certain, sources: [sfb-27]}
  - situation: unemployed
"""
NEW_EXCEPTION = """exceptions:
  - id: training_under_way
    title: Pågående utbildning
    requirement: Påhittad, för att visa att den får plats.
    windows: [{first: 121, last: 400, from: RV5, certainty: certain}]
    before: certain
    after: certain
    elsewhere: certain
    effects: [{situation: employed, ground: EMPLOYER, certainty: certain}]
    sources: [sfb-27]
"""


def with_new_version() -> str:
    text = changed("\nsituations:\n", "\n" + NEW_VERSION)
    begin, end = text.index("      - {first: 1, last: 90, ground: OWN"), text.index("  - situation: unemployed\n")
    text = text[:begin] + NEW_ROWS + text[end + len("  - situation: unemployed\n") :]
    return text.replace("exceptions:\n", NEW_EXCEPTION, 1)


def test_a_new_version_is_added_as_data_alone() -> None:
    rules = read(with_new_version())

    def ask(exam: date, exception: str | None = None) -> tuple[Ground | None, str, str | None, Certainty, bool]:
        found = assess(rules, AssessmentQuestion(date(2027, 8, 2), exam, Situation.EMPLOYED, exception))
        parts = (found.ground, found.rule_version, found.exception, found.certainty)
        return (*parts, found.occupational_group_stated)

    certain, probable = Certainty.CERTAIN, Certainty.PROBABLE
    assert ask(date(2027, 12, 31)) == (Ground.EMPLOYER, "RV4", None, certain, False)  # day 152
    assert ask(date(2028, 1, 1)) == (Ground.MARKET, "RV5", None, probable, False)  # it had passed day 121 before
    assert ask(date(2028, 2, 1), "training_under_way") == (
        Ground.EMPLOYER,
        "RV5",
        "training_under_way",
        probable,
        False,
    )
    assert ask(date(2027, 12, 31), "training_under_way")[2] is None


@pytest.mark.parametrize(
    ("old", "new", "at", "words"),
    [
        ("    from: 2022-02-01\n    summary", "    summary", "- id: RV3", "RV3 saknar en första dag"),
        (
            "    from: 2022-02-01\n    summary",
            "    from: 2021-01-01\n    summary",
            "from: 2021-01-01",
            "RV3 börjar gälla",
        ),
        ("id: RV3", "id: RV2", "", "”RV2” står två gånger"),
        ("[prop-2020-78]\n  - id: RV3", "[prop-2020-79]\n  - id: RV3", "prop-2020-79", "”prop-2020-79” finns inte"),
        ("last: 549, from: RV3", "last: 549, from: RV7", "RV7", "RV7 finns inte"),
        ("last: 549, from: RV3", "last: 149, from: RV3", "last: 149", "är före den första"),
        ("{first: 1, to: RV2,", "{first: 1, from: RV3, to: RV2,", "from: RV3, to: RV2", "RV2 är äldre än RV3"),
        (
            "{first: 91, last: 180, ground: EMPLOYER",
            "{first: 92, last: 180, ground: EMPLOYER",
            "",
            "Ingen rad gäller dag 91",
        ),
        (
            "{first: 91, last: 180, ground: EMPLOYER",
            "{first: 90, last: 180, ground: EMPLOYER",
            "",
            "Två rader gäller dag 90",
        ),
        ("  - situation: on_leave", "  - situation: employed", "", "on_leave saknas"),
        (
            "{first: 91, certainty: check, possible: [CHILDCARE, MARKET]}",
            "{first: 91, certainty: check}",
            "{first: 91, certainty: check}",
            "ingetdera",
        ),
        ("{age: 63, applies: true, certainty: certain}", "{age: 61, applies: true, certainty: certain}", "", "stiga"),
        ("to: 2024-12-31", "to: 2025-06-30", "", "går in i varandra"),
        ("ready_by_day: 30", "ready_by_day: trettio", "trettio", "heltal"),
        ("  days_between: 90\n", "  days_between: 90\n  dagar: 90\n", "dagar: 90", "Okänt fält"),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, at: str, words: str) -> None:
    text = changed(old, new)
    found = problems(text)
    told = [p for p in found if words in p.what]
    assert told, [str(p) for p in found]
    assert all(p.advice for p in found)
    if at:
        assert told[0].line == line_of(text, at)


@pytest.mark.parametrize(
    "spoil", [lambda t: t[:900], lambda t: "schema: 1\n", lambda t: t.replace("certain", "maybe"), lambda t: "- 1\n"]
)
def test_a_broken_file_is_refused_and_never_half_used(spoil: Callable[[str], str]) -> None:
    assert problems(spoil(TEXT))


def test_validate_reads_the_rules_as_what_they_are(tmp_path: Path) -> None:
    file = tmp_path / "egna-regler.yaml"
    file.write_text(changed("last: 549", "last: 49"), encoding="utf-8")
    assert any("före den första" in problem.what for problem in validate([file]).errors)
