"""The handbook tells how much there is to study of each kind, and which paths there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kompetens_gui.content.study.library import load_study_library
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.services.study_ports import StudyLibrary

ROOT = Path(__file__).resolve().parents[2]
HANDBOOK = ROOT / "docs" / "handbok"
RESOURCES = ROOT / "resources"
WORDS = {
    "Läsningar": StudyContentKind.READING,
    "Tidslinjer": StudyContentKind.TIMELINE,
    "Impulsfall": StudyContentKind.IMPULSES,
    "Förgreningsfall": StudyContentKind.BRANCHING,
    "Brev": StudyContentKind.LETTER,
    "Arbetsgivarens plan": StudyContentKind.EMPLOYER_PLAN,
    "Tvillingfall": StudyContentKind.TWIN,
    "Bipacksedlar": StudyContentKind.LEAFLET,
    "Trygga frågor": StudyContentKind.SAFE_QUESTIONS,
}


@pytest.fixture(scope="module")
def library() -> StudyLibrary:
    return load_study_library(RESOURCES)


def rows(page: str, columns: int) -> list[list[str]]:
    lines = (HANDBOOK / page).read_text("utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| ")]
    return [row for row in cells if len(row) == columns]


def test_the_counts_are_those_of_the_files(library: StudyLibrary) -> None:
    told = {row[0]: int(row[1]) for row in rows("innehall.md", 3) if row[1].isdigit()}
    found = {word: len(library.ids(kind)) for word, kind in WORDS.items()}
    found["Kunskapsfrågor"] = len(library.items())
    found["Paneler"] = len(list((RESOURCES / "panels").glob("*.yaml")))
    found["Vägar"] = len(library.paths())
    assert {word: told.get(word) for word in found} == found


def test_every_path_is_told_of_with_its_hours(library: StudyLibrary) -> None:
    told = {row[0]: row[2] for row in rows("plugga-sjalv.md", 3)}
    for path in library.paths():
        assert re.match(rf"{path.hours} timmar\b", told.get(path.title, "")), path.title


def test_every_area_is_told_of_with_its_title() -> None:
    areas = (RESOURCES / "competence" / "areas.yaml").read_text("utf-8")
    wanted = dict(re.findall(r"- id: (K\d\d)\n\s+title: (.+)", areas))
    assert len(wanted) == 14
    told = {row[0]: row[1] for row in rows("nivaer.md", 2)}
    assert {area: told.get(area) for area in wanted} == wanted
