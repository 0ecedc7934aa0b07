"""The demo leaves papers and pictures; without a screen the start command says so and runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtGui import QImage

from kompetens_gui.demo import LEADERS, PEOPLE
from kompetens_gui.demo_workshop import PEOPLE as WORKSHOP_PEOPLE

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def test_the_demo_leaves_a_protocol_the_course_certificates_and_pictures(tmp_path: Path) -> None:
    out = tmp_path / "ut"
    done = subprocess.run(
        [sys.executable, "-c", f"from kompetens_gui.cli import main; raise SystemExit(main(['demo', {str(out)!r}]))"],
        env={**os.environ, "KOMPETENS_DATA_DIR": str(tmp_path / "own")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=150,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "own").exists(), "nothing of the user's own is touched"

    pages = [" ".join(page.extract_text().split()) for page in PdfReader(out / "kursintyg.pdf").pages]
    assert len(pages) == len(PEOPLE) == 10
    for (name, _role), page in zip(PEOPLE, pages, strict=True):
        assert name in page
        assert LEADERS[0].name in page
    protocol = " ".join(page.extract_text() for page in PdfReader(out / "protocol.pdf").pages)
    assert "Det här tar vi med oss" in protocol
    assert not [name for name, _role in PEOPLE if name in protocol]
    assert (out / "protocol.docx").read_bytes()[:2] == b"PK"

    workshop = " ".join(page.extract_text() for page in PdfReader(out / "workshop-protokoll.pdf").pages)
    assert "Det här prövar jag" in workshop
    assert not [name for name, _role in WORKSHOP_PEOPLE if name in workshop]

    for name in (
        "sjalvstudier",
        "ovning",
        "forgreningsfall",
        "framsteg",
        "kontrollera",
        "workshop-avslut",
        "workshop-uppfoljning",
    ):
        image = QImage(str(out / f"{name}.png"))
        assert (image.width(), image.height()) == (1440, 900), name

    pictures = sorted(out.glob("*.png"))
    assert len(pictures) >= 30
    for picture in pictures:
        image = QImage(str(picture))
        assert image.width() >= 1000, picture.name
        assert len({image.pixel(x, y) for x in range(0, image.width(), 40) for y in range(0, image.height(), 40)}) > 5


def test_without_a_screen_the_start_command_says_so_and_runs_the_demo(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "kompetens_gui"],
        cwd=tmp_path,
        env={**{k: v for k, v in os.environ.items() if k not in SCREENS}, "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        said = process.stdout.readline()
        assert "ingen skärm" in said
        assert "mappen demo" in said
        assert "…" in process.stdout.readline(), "the demo goes through its first item"
        assert list((tmp_path / "demo").glob("*.png"))
    finally:
        process.kill()
        process.communicate()
