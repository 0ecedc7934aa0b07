"""The material of workshops is joined when it is first asked for, once, and reaches the sessions."""

import subprocess
import sys
from pathlib import Path

from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import make_preferences, open_program
from kompetens_gui.services.news import EventBus
from tests.content.study.test_library import write

CODE = """
import sys
from pathlib import Path
from kompetens_gui.environment.paths import find_paths
from kompetens_gui.joining import make_preferences, open_program
from kompetens_gui.services.news import EventBus

paths, bus = find_paths(Path(sys.argv[1])), EventBus()
program = open_program(paths, make_preferences(paths, bus), bus)
print(*(m for m in sys.modules if m.startswith(("kompetens_gui.content.material", "kompetens_gui.content.study"))))
program.materials
print(*(m for m in sys.modules if m.startswith(("kompetens_gui.content.material", "kompetens_gui.joining_learning"))))
program.close()
"""


def test_opening_the_program_reads_no_format_of_material(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    before, after = done.stdout.splitlines()
    assert before == ""
    assert "kompetens_gui.content.material.library" in after.split()
    assert "kompetens_gui.joining_learning" not in after.split(), "who leads a group never waits for self-study"


def test_the_program_has_one_library_with_ones_own_material_in_it(tmp_path: Path) -> None:
    paths, bus = find_paths(tmp_path), EventBus()
    write(paths.own_study_dir, "role_play", "eget-spel")
    program = open_program(paths, make_preferences(paths, bus), bus)
    try:
        library = program.materials
        assert program.materials is library
        assert "eget-spel" in library.ids(MaterialKind.ROLE_PLAY)
        assert library.material(MaterialRef(MaterialKind.ROLE_PLAY, "eget-spel")).head.title == "Ett prov"
        assert list(paths.kept_content_dir.glob("eget-spel-*.json"))
    finally:
        program.close()
