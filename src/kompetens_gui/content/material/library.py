"""All material of this machine that an agenda item can name: what came with the program, then the user's own."""

from collections.abc import Sequence
from pathlib import Path

from kompetens_gui.content.material.formats import MATERIAL
from kompetens_gui.content.study.files import ContentFiles
from kompetens_gui.content.study.kept import KeptContent
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.study.common import StudyContentHead
from kompetens_gui.services.material_ports import Material, MaterialLibrary


def load_material_library(
    resources_dir: Path, own_dir: Path | None = None, kept_dir: Path | None = None
) -> MaterialLibrary:
    """Return the library. Folders are as those of the study library, and may be shared with it."""
    roots = (resources_dir, own_dir) if own_dir else (resources_dir,)
    return FileMaterialLibrary(roots, KeptContent(kept_dir) if kept_dir else None)


class FileMaterialLibrary:
    """A MaterialLibrary over folders laid out as `resources`."""

    def __init__(self, roots: Sequence[Path], kept: KeptContent | None = None) -> None:
        self._files = ContentFiles(roots, kept)

    def ids(self, kind: MaterialKind) -> Sequence[str]:
        return tuple(self._files.files(MATERIAL[kind]))

    def material(self, ref: MaterialRef) -> Material:
        found: Material = self._files.one(MATERIAL[ref.kind], ref.id)
        return found

    def heads(self, kind: MaterialKind) -> Sequence[StudyContentHead]:
        return self._files.heads(MATERIAL[kind])
