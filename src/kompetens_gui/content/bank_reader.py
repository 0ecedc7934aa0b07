"""Case folders on disk as a source for the index: a quick look at what is there, and a full reading of one file."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kompetens_gui.content.key_rules import gaps_asked_for
from kompetens_gui.content.loading import CASE_FILE, case_from
from kompetens_gui.content.yaml_reader import parse_yaml, read_bytes
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.chain import GapKind, SpanKind
from kompetens_gui.domain.errors import ContentInvalid
from kompetens_gui.domain.rehabilitation_chain import chain_day
from kompetens_gui.services.case_source import CaseFile, ChainState, IndexedCase

_NO_FUNCTION = (GapKind.NO_FUNCTION, GapKind.ACTIVITY_WITHOUT_FUNCTION)
_NO_ACTIVITY = (GapKind.NO_ACTIVITY, GapKind.FUNCTION_WITHOUT_ACTIVITY)


class CaseFolders:
    """The case folders of this machine as a CaseSource."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folders)

    def scan(self) -> Iterator[CaseFile]:
        return scan(self._folders)

    def read(self, file: CaseFile) -> IndexedCase:
        return read(file)


def scan(folders: Iterable[Path]) -> Iterator[CaseFile]:
    """Yield the case file of every folder in `folders`, and of a folder that is itself a case. Nothing is opened."""
    for folder in folders:
        if (folder / CASE_FILE).is_file():
            yield from _case_file(str(folder))
            continue
        try:
            with os.scandir(folder) as entries:
                names = sorted(e.name for e in entries if not e.name.startswith(".") and e.is_dir())
        except OSError:  # a folder that is gone or closed holds no cases; `kompetens validate` is where it is told
            continue
        for name in names:
            yield from _case_file(os.path.join(folder, name))  # noqa: PTH118 (ten thousand Path objects are slow)


def _case_file(folder: str) -> Iterator[CaseFile]:
    path = f"{folder}{os.sep}{CASE_FILE}"
    try:
        status = os.stat(path)  # noqa: PTH116 (as above)
    except OSError:
        return
    yield CaseFile(Path(path), status.st_mtime_ns, status.st_size)


def read(file: CaseFile) -> IndexedCase:
    """Read and check one case file; a broken one comes back with its problems."""
    name = file.path.parent.name
    sha256 = ""
    try:
        data = read_bytes(file.path)
        sha256 = hashlib.sha256(data).hexdigest()
        case = case_from(parse_yaml(data, str(file.path)), folder_name=name)
    except ContentInvalid as error:
        return IndexedCase(file, sha256, name, name, problems=error.problems)
    return indexed(file, sha256, case)


def indexed(file: CaseFile, sha256: str, case: Case) -> IndexedCase:
    """Return what the index keeps of a case."""
    first = case.medical_certificates[0]
    leave = case.sick_leave
    return IndexedCase(
        file=file,
        sha256=sha256,
        id=case.id,
        title=case.title,
        status=case.status.value,
        occupation=case.work.title,
        diagnosis=first.diagnoses[0].text if first.diagnoses else "",
        diagnosis_codes=tuple(dict.fromkeys(d.code for c in case.medical_certificates for d in c.diagnoses)),
        diagnosis_group=case.diagnosis_group.value,
        difficulty=case.difficulty,
        sex=case.person.sex.value,
        age=case.person.age,
        situation=leave.situation.value,
        day=chain_day(leave.start, first.issued_on, leave.earlier_days),
        chain_state=chain_state(case),
        audience=case.audience,
        competence_areas=case.competence_areas,
        words=search_words(case),
        case=case,
    )


def chain_state(case: Case) -> ChainState:
    """Return how the first key sees the chain of the first certificate."""
    certificate = case.medical_certificates[0]
    if not certificate.asks_for_chain:
        return ChainState.NOT_ASKED_FOR
    keys = case.keys_for(certificate.id)
    if not keys:
        return ChainState.UNKNOWN
    key = keys[0]
    gaps = {g.kind for g in gaps_asked_for(key, certificate)}
    missing = {m.kind for m in key.missing}
    if not gaps:
        return ChainState.WHOLE
    if SpanKind.FUNCTION in missing or gaps.intersection(_NO_FUNCTION):
        return ChainState.NO_FUNCTION
    if SpanKind.ACTIVITY in missing or gaps.intersection(_NO_ACTIVITY):
        return ChainState.NO_ACTIVITY
    return ChainState.NO_LINK


def search_words(case: Case) -> str:
    """Return all text of a case that people search by: never the keys, which would give the answer away."""
    parts = [case.title, case.person.name, case.work.title, case.work.description, case.story, *case.learning_goals]
    for certificate in case.medical_certificates:
        parts.append(certificate.title)
        parts += [text for _, text in certificate.filled()]
    for document in case.documents:
        parts += [document.title, document.text]
    return "\n".join(part for part in parts if part)
