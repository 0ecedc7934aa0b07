from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from kompetens_gui.documents.maker import Documents
from kompetens_gui.domain.errors import FileUnreadable
from kompetens_gui.services.ports import CertificateAppearance, DocumentMaker
from kompetens_gui.services.protocol import protocol_data
from tests.documents.samples import AREAS, COURSE_CERTIFICATE, FONT_FOLDER, ROOT, sample_case, session, session_log
from tests.documents.workshops import papers as workshop_papers
from tests.documents.workshops import with_case, workshop

STAMPED = datetime(2026, 10, 1, 8, tzinfo=UTC)


def maker() -> DocumentMaker:
    return Documents(FONT_FOLDER, AREAS)


def papers(documents: DocumentMaker) -> dict[str, bytes]:
    data = protocol_data(session_log(), "Region Norrälven")
    return {
        "course certificate": documents.course_certificates([COURSE_CERTIFICATE], CertificateAppearance("R")),
        "protocol": documents.protocol_pdf(data),
        "word file": documents.protocol_docx(data),
        "hand-out": documents.case_handout(sample_case(), "R"),
        "marking sheet": documents.marking_sheet(sample_case(), "R"),
        "attendance list": documents.attendance_list(session(), "R"),
        "workshop": documents.workshop_prints(workshop_papers(with_case(workshop(6, 2))), "R"),
        "invitation": documents.invitation(session(), STAMPED, "R"),
    }


def digests() -> dict[str, str]:
    return {name: hashlib.sha256(data).hexdigest() for name, data in papers(maker()).items()}


def test_every_paper_begins_as_its_kind_of_file_does() -> None:
    starts = {name: data[:4] for name, data in papers(maker()).items()}
    assert starts.pop("word file") == b"PK\x03\x04"
    assert starts.pop("invitation") == b"BEGI"
    assert set(starts.values()) == {b"%PDF"}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_makes_the_same_bytes(seed: str) -> None:
    code = "from tests.documents.test_maker import digests; print(digests())"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "TZ": "Pacific/Auckland"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(digests())


def test_papers_made_side_by_side_are_the_same_as_one_by_one() -> None:
    expected = digests()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: digests(), range(4)))
    assert found == [expected] * 4


def test_nothing_heavy_is_loaded_before_a_paper_is_asked_for() -> None:
    code = (
        "import sys; from pathlib import Path; from kompetens_gui.documents.maker import Documents\n"
        "Documents(Path('.'), {})\n"
        "print(sorted({'reportlab', 'docx', 'icalendar', 'segno', 'PIL', 'PySide6'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_missing_fonts_are_told_when_the_first_paper_is_asked_for() -> None:
    with pytest.raises(FileUnreadable):
        Documents(ROOT / "ingenstans", {}).attendance_list(session())
