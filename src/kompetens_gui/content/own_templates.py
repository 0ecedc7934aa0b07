"""The user's own session templates: one file each in a folder, and files that are sent and received."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kompetens_gui.content.template_writing import template_text
from kompetens_gui.content.templates import template_from
from kompetens_gui.content.yaml_reader import YamlDocument, parse_yaml, read_yaml
from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS
from kompetens_gui.domain.errors import ContentInvalid, FileNotWritten, FolderNotWritable, TemplateRefused
from kompetens_gui.domain.workshop.template import SessionTemplate
from kompetens_gui.services.templates import BrokenTemplate

SUFFIX = ".yaml"
NEWEST_SCHEMA = 1


class OwnTemplates:
    """Fits `services.templates.TemplateShelf`. What stands in a file is read anew when the file has changed."""

    def __init__(self, folder: Path, write_file: Callable[[Path, bytes], None]) -> None:
        self._folder = folder
        self._write_file = write_file
        self._read: dict[Path, tuple[tuple[int, int], SessionTemplate | ContentInvalid | TemplateRefused]] = {}

    def all(self) -> Sequence[SessionTemplate]:
        return tuple(t for t in self._whole().values() if isinstance(t, SessionTemplate))

    def broken(self) -> Sequence[BrokenTemplate]:
        return tuple(
            BrokenTemplate(path.name, error) for path, error in self._whole().items() if isinstance(error, Exception)
        )

    def ids(self) -> Sequence[str]:
        """Return the ids that are taken: also those of files that cannot be read, which are never written over."""
        return tuple(path.stem for path in self._files())

    def keep(self, template: SessionTemplate) -> None:
        data = _checked(template)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise FolderNotWritable(str(self._folder)) from error
        self._write_file(self._folder / f"{template.id}{SUFFIX}", data)

    def remove(self, template_id: str) -> None:
        path = self._folder / f"{template_id}{SUFFIX}"
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise FileNotWritten(str(path), "denied") from error

    def read(self, path: Path) -> SessionTemplate:
        return replace(_received(read_yaml(path)), own=True)

    def write(self, template: SessionTemplate, path: Path) -> None:
        self._write_file(path, _checked(template))

    def _files(self) -> Sequence[Path]:
        try:
            return sorted(p for p in self._folder.iterdir() if p.suffix == SUFFIX and not p.name.startswith("."))
        except OSError:  # nobody has saved a template yet
            return ()

    def _whole(self) -> Mapping[Path, SessionTemplate | ContentInvalid | TemplateRefused]:
        found = {}
        for path in self._files():
            with contextlib.suppress(OSError):  # gone since it was listed
                status = path.stat()
                stamp = (status.st_mtime_ns, status.st_size)
                known = self._read.get(path)
                if known is None or known[0] != stamp:
                    known = self._read[path] = (stamp, self._one(path))
                found[path] = known[1]
        return found

    def _one(self, path: Path) -> SessionTemplate | ContentInvalid | TemplateRefused:
        try:
            # The file's name is what the template is known by here, whatever it was called where it came from.
            return replace(_received(read_yaml(path)), id=path.stem, own=True)
        except (ContentInvalid, TemplateRefused) as error:
            return error


def _received(document: YamlDocument) -> SessionTemplate:
    """Return the template of a document that anybody may have written."""
    name = Path(document.path).name
    data = document.data
    if not isinstance(data, dict) or "agenda" not in data or "schema" not in data:
        raise TemplateRefused("not_a_template", name)
    schema = data["schema"]
    if isinstance(schema, int) and not isinstance(schema, bool) and schema > NEWEST_SCHEMA:
        raise TemplateRefused("too_new", name)
    agenda = data["agenda"]
    named = [item.get("kind") for item in agenda if isinstance(item, dict)] if isinstance(agenda, list) else []
    strangers = sorted({kind for kind in named if isinstance(kind, str) and kind not in ACTIVITY_KINDS})
    if strangers:
        raise TemplateRefused("unknown_kind", ", ".join(strangers))
    return template_from(document)


def _checked(template: SessionTemplate) -> bytes:
    """Return the bytes of a template's file. Raises ContentInvalid when it could not be read again."""
    data = template_text(template).encode()
    template_from(parse_yaml(data, f"{template.id}{SUFFIX}"), template.id)
    return data
