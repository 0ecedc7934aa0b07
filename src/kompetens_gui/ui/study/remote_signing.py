"""Does in the background what a sign-off at a distance asks of services."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kompetens_gui.services.issuer_trust import KeyOffer
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.services.sign_off_codes import LARGEST
from kompetens_gui.ui.exercises.remote_requests import (
    AnswerHandedIn,
    FileWanted,
    KeyCompared,
    RemoteRequest,
    RequestWanted,
)
from kompetens_gui.ui.study.parts import StudyServices
from kompetens_gui.ui.widgets.handed_in_file import read_at_most

WriteFile = Callable[[Path, bytes], object]


def remote_work(
    request: RemoteRequest, services: StudyServices, opened: OpenAttempt, write_file: WriteFile
) -> Callable[[], object]:
    """Return what is to be done; what it returns is the reply that the panel is shown."""
    match request:
        case RequestWanted(with_work):
            return lambda: services.remote_sign_offs.ask(opened, with_work=with_work).result()
        case AnswerHandedIn(data):
            return lambda: services.remote_sign_offs.take(opened, _read(data))
        case KeyCompared(offer, data):
            return partial(_trust_and_take, services, opened, offer, data)
        case FileWanted(path, content):
            return partial(_written, write_file, path, content)


def _trust_and_take(services: StudyServices, opened: OpenAttempt, offer: KeyOffer, data: str | Path) -> object:
    services.remote_sign_offs.trust(offer)
    return services.remote_sign_offs.take(opened, _read(data))


def _read(data: str | Path) -> str | bytes:
    return read_at_most(data, LARGEST) if isinstance(data, Path) else data


def _written(write_file: WriteFile, path: Path, content: bytes) -> Path:
    write_file(path, content)
    return path
