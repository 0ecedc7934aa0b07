"""The searchable index of the case bank: a file of its own beside the database, rebuilt whenever it has to be."""

import json
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from threading import Lock
from typing import TypeVar

from kompetens_gui.domain.case import Case, CaseId, CaseStatus
from kompetens_gui.domain.errors import CaseMissing, ContentInvalid, ContentProblem, DatabaseDamaged
from kompetens_gui.domain.wording import translate
from kompetens_gui.services.case_source import CaseFile, CaseSource, IndexedCase
from kompetens_gui.services.codec import case_from_json, case_to_json
from kompetens_gui.services.ports import CaseFilter, CaseSearchResult
from kompetens_gui.storage.case_search import search
from kompetens_gui.storage.copying import remove_database
from kompetens_gui.storage.faults import sqlite_faults
from kompetens_gui.storage.index_file import is_damaged, open_index, writing
from kompetens_gui.storage.search_words import search_words, sort_key

READ_AT_ONCE = 50
WORTH_OPTIMIZING = 500
Answer = TypeVar("Answer")
Progress = Callable[[int, int], None]


class SqlCaseIndex:
    """Fits CaseIndex. May be used from any thread: refreshing has a connection of its own and holds no search up."""

    def __init__(self, file: Path, source: CaseSource) -> None:
        """`file` is opened at the first use, so that making an index costs nothing."""
        self._file = file
        self._source = source
        self._reader: sqlite3.Connection | None = None
        self._reading = Lock()
        self._refreshing = Lock()

    def refresh(self, progress: Progress | None = None) -> bool:
        with self._refreshing, sqlite_faults(self._file):
            try:
                return self._bring_up_to_date(progress)
            except sqlite3.DatabaseError as error:
                if not is_damaged(error):
                    raise
            self._throw_away()
            return self._bring_up_to_date(progress)

    def search(self, text: str, chosen: CaseFilter, limit: int = 200) -> CaseSearchResult:
        words = search_words(text)
        return self._ask(lambda connection: search(connection, words, chosen, limit))

    def case(self, case_id: CaseId) -> Case:
        found = self._ask(lambda connection: _document(connection, case_id))
        if found is None:
            raise CaseMissing(case_id)
        file, document, problems = found
        if document is None:
            raise ContentInvalid(problems)
        try:
            return case_from_json(document)
        except ValueError:  # kept by a copy with other ideas of a case; the file itself decides
            indexed = self._source.read(file)
            if indexed.case is None:
                raise ContentInvalid(indexed.problems) from None
            return indexed.case

    def problems(self) -> tuple[ContentProblem, ...]:
        """Return everything that is wrong in the bank, in order of file."""
        return self._ask(_all_problems)

    def close(self) -> None:
        with self._reading:
            self._drop_reader()

    def _bring_up_to_date(self, progress: Progress | None) -> bool:
        with closing(open_index(self._file)) as connection:
            known = _known_files(connection)
            there = {str(file.path): file for file in self._source.scan()}
            changed = [f for path, f in there.items() if known.get(path) != (f.mtime_ns, f.size)]
            gone = [path for path in known if path not in there]
            if not changed and not gone:
                return False
            _remove(connection, gone)
            for start in range(0, len(changed), READ_AT_ONCE):
                _put(connection, [self._source.read(file) for file in changed[start : start + READ_AT_ONCE]])
                if progress is not None:
                    progress(min(start + READ_AT_ONCE, len(changed)), len(changed))
            _finish(connection, len(changed) > WORTH_OPTIMIZING)
            return True

    def _ask(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        """Put a question to the index; one that turns out to be damaged is made anew first."""
        try:
            return self._ask_once(question)
        except DatabaseDamaged:
            self._throw_away()
        self.refresh()
        return self._ask_once(question)

    def _ask_once(self, question: Callable[[sqlite3.Connection], Answer]) -> Answer:
        with self._reading, sqlite_faults(self._file):
            if self._reader is None:
                self._reader = open_index(self._file, renew_damaged=False)
            return question(self._reader)

    def _throw_away(self) -> None:
        with self._reading:
            self._drop_reader()
            remove_database(self._file)

    def _drop_reader(self) -> None:
        if self._reader is not None:
            self._reader.close()
            self._reader = None


def _known_files(connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    rows = connection.execute("SELECT path, mtime_ns, size FROM case_row").fetchall()
    return {path: (mtime_ns, size) for path, mtime_ns, size in rows}


def _remove(connection: sqlite3.Connection, paths: Iterable[str]) -> None:
    with writing(connection):
        for path in paths:
            _remove_one(connection, path)


def _remove_one(connection: sqlite3.Connection, path: str) -> None:
    row = connection.execute("DELETE FROM case_row WHERE path = ? RETURNING id", (path,)).fetchall()
    for table, key in (("case_document", "id"), ("case_text", "rowid")):
        connection.executemany(f"DELETE FROM {table} WHERE {key} = ?", row)


def _put(connection: sqlite3.Connection, batch: Iterable[IndexedCase]) -> None:
    with writing(connection):
        for indexed in batch:
            _remove_one(connection, str(indexed.file.path))
            _put_one(connection, indexed)


def _put_one(connection: sqlite3.Connection, indexed: IndexedCase) -> None:
    archived = indexed.status == CaseStatus.ARCHIVED
    row = {
        "path": str(indexed.file.path),
        "mtime_ns": indexed.file.mtime_ns,
        "size": indexed.file.size,
        "sha256": indexed.sha256,
        "case_id": indexed.id,
        "title": indexed.title,
        "sort_key": sort_key(indexed.title),
        "occupation": indexed.occupation,
        "diagnosis": indexed.diagnosis,
        "diagnosis_group": indexed.diagnosis_group,
        "difficulty": indexed.difficulty,
        "sex": indexed.sex,
        "situation": indexed.situation,
        "chain_state": indexed.chain_state.value,
        "day": indexed.day,
        "archived": archived,
        "broken": indexed.is_broken,
    }
    put = f"INSERT INTO case_row ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    key = connection.execute(put, tuple(row.values())).lastrowid
    document = case_to_json(indexed.case) if indexed.case else None
    problems = json.dumps([asdict(problem) for problem in indexed.problems], ensure_ascii=False)
    connection.execute("INSERT INTO case_document VALUES (?, ?, ?)", (key, document, problems))
    if not archived:  # an archived case opens where it is used, but is no longer found
        head = " ".join((indexed.title, indexed.occupation, indexed.diagnosis, *indexed.diagnosis_codes))
        text = [unicodedata.normalize("NFC", part) for part in (head, indexed.words)]
        connection.execute("INSERT INTO case_text (rowid, head, words) VALUES (?, ?, ?)", (key, *text))


def _finish(connection: sqlite3.Connection, optimize: bool) -> None:
    """Point out ids that two files claim: the first by path has it, the others count as broken."""
    with writing(connection):
        connection.execute("UPDATE case_row SET same_id_as = '' WHERE same_id_as <> ''")
        connection.execute(
            """UPDATE case_row SET same_id_as = (
                 SELECT min(o.path) FROM case_row o WHERE o.case_id = case_row.case_id AND NOT o.broken)
               WHERE NOT broken AND path > (
                 SELECT min(o.path) FROM case_row o WHERE o.case_id = case_row.case_id AND NOT o.broken)"""
        )
        if optimize:
            connection.execute("INSERT INTO case_text (case_text) VALUES ('optimize')")


def _document(
    connection: sqlite3.Connection, case_id: CaseId
) -> tuple[CaseFile, str | None, tuple[ContentProblem, ...]] | None:
    row = connection.execute(
        """SELECT path, mtime_ns, size, document, problems FROM case_row JOIN case_document USING (id)
           WHERE case_id = ? ORDER BY broken, path LIMIT 1""",
        (case_id,),
    ).fetchone()
    if row is None:
        return None
    path, mtime_ns, size, document, problems = row
    return CaseFile(Path(path), mtime_ns, size), document, _problems_from(problems)


def _all_problems(connection: sqlite3.Connection) -> tuple[ContentProblem, ...]:
    rows = connection.execute(
        """SELECT path, case_id, same_id_as, problems FROM case_row JOIN case_document USING (id)
           WHERE broken OR same_id_as <> '' ORDER BY path"""
    ).fetchall()
    found: list[ContentProblem] = []
    for path, case_id, same_id_as, problems in rows:
        found += _problems_from(problems)
        if same_id_as:
            what = translate("CaseIndex", "Id:t ”{id}” används redan i {other}.").format(id=case_id, other=same_id_as)
            found.append(ContentProblem(path, 1, what, translate("CaseIndex", "Ge fallet ett eget id.")))
    return tuple(found)


def _problems_from(text: str) -> tuple[ContentProblem, ...]:
    return tuple(ContentProblem(**problem) for problem in json.loads(text))
