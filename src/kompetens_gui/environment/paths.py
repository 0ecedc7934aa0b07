"""Where everything lies on this machine. The only place that asks platformdirs."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

DATA_DIR_VARIABLE = "KOMPETENS_DATA_DIR"
_APP = "kompetens"
_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]


class Paths(NamedTuple):
    """The folders. None is made here; whoever writes first makes its own.

    `one_folder` tells that everything of the user's was put in a single folder, preferences too.
    """

    data_dir: Path
    config_dir: Path
    cache_dir: Path
    log_dir: Path
    cases_dir: Path
    resources_dir: Path
    one_folder: bool = False

    @property
    def preferences_file(self) -> Path:
        return self.config_dir / "preferences.json"

    @property
    def snapshot_file(self) -> Path:
        """The overview as it last was, for the first paint."""
        return self.data_dir / "overview.json"

    @property
    def case_index_file(self) -> Path:
        return self.data_dir / "case-index.sqlite3"

    @property
    def own_cases_dir(self) -> Path:
        """Cases of the user's own."""
        return self.data_dir / "cases"

    @property
    def own_study_dir(self) -> Path:
        """Self-study content of the user's own, laid out as `resources_dir`."""
        return self.data_dir / "study"

    @property
    def own_templates_dir(self) -> Path:
        """Session templates of the user's own."""
        return self.data_dir / "templates"

    @property
    def kept_content_dir(self) -> Path:
        """Content that was checked already, kept so that it need not be read anew."""
        return self.cache_dir / "study-index"

    @property
    def case_dirs(self) -> tuple[Path, Path]:
        """Where cases are looked for: those that came with the program, then the user's own."""
        return (self.cases_dir, self.own_cases_dir)

    def with_data_folder(self, chosen: str) -> "Paths":
        """Return the paths with the data where the preferences say; what the command line said goes before."""
        if not chosen or self.one_folder:
            return self
        return self._replace(data_dir=Path(chosen).expanduser())


def find_paths(data_dir: Path | None = None, environ: Mapping[str, str] = os.environ) -> Paths:
    """Return the folders for this user; a data folder named when starting holds them all."""
    cases, resources = _bundled("cases"), _bundled("resources")
    chosen = data_dir or (Path(environ[DATA_DIR_VARIABLE]) if environ.get(DATA_DIR_VARIABLE) else None)
    if chosen is not None:
        folder = Path(os.path.abspath(chosen.expanduser()))  # noqa: PTH100 (resolve() would follow links)
        return Paths(folder, folder, folder / "cache", folder / "logs", cases, resources, one_folder=True)
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(_APP, appauthor=False, roaming=False)
    return Paths(dirs.user_data_path, dirs.user_config_path, dirs.user_cache_path, dirs.user_log_path, cases, resources)


def _bundled(name: str) -> Path:
    """Return a folder that comes with the program: inside the installed package, else in the checkout."""
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _CHECKOUT / name
