"""The two questions behind every key press in the case bank: which rows come first, and how many there are of what.

Lesson from measuring: ranking all hits of one or two letters is what costs. So little text searches titles only, in
order of title; from three letters on the first hits are ranked among themselves.
"""

import sqlite3
from collections.abc import Iterable, Sequence

from kompetens_gui.domain.case import CaseId
from kompetens_gui.services.ports import CaseFilter, CaseRow, CaseSearchResult
from kompetens_gui.storage.search_words import SearchWords, excerpt

RANKED_AMONG = 500
EXCERPTS = 40
FACETS = ("diagnosis_group", "chain_state", "difficulty", "situation")
_COLUMNS = """c.id, c.case_id, c.title, c.occupation, c.diagnosis, c.diagnosis_group, c.difficulty, c.sex, c.situation,
 c.chain_state, c.day, c.broken OR c.same_id_as <> ''"""
_HITS = "FROM case_text JOIN case_row c ON c.id = case_text.rowid WHERE case_text MATCH ?"
_ALL = "FROM case_row c WHERE NOT c.archived"

ALL_ROWS = f"SELECT {_COLUMNS} {_ALL}{{filter}} ORDER BY c.broken, c.sort_key LIMIT ?"
TITLE_ROWS = f"SELECT {_COLUMNS} {_HITS}{{filter}} ORDER BY c.sort_key LIMIT ?"
RANKED_ROWS = f"""SELECT {_COLUMNS} FROM case_row c JOIN (
  SELECT case_text.rowid AS hit, bm25(case_text, 10.0, 1.0) AS score {_HITS}{{filter}} LIMIT {RANKED_AMONG}
) ON hit = c.id ORDER BY score, c.sort_key LIMIT ?"""
UNFILTERED_RANKED_ROWS = f"""SELECT {_COLUMNS} FROM case_row c JOIN (
  SELECT rowid AS hit, bm25(case_text, 10.0, 1.0) AS score FROM case_text WHERE case_text MATCH ? LIMIT {RANKED_AMONG}
) ON hit = c.id ORDER BY score, c.sort_key LIMIT ?"""
_GROUPS = "SELECT c.diagnosis_group, c.chain_state, c.difficulty, c.situation, count(*)"
ALL_COUNTS = f"{_GROUPS} {_ALL} GROUP BY 1, 2, 3, 4"
HIT_COUNTS = f"{_GROUPS} {_HITS} GROUP BY 1, 2, 3, 4"

Found = tuple[int, str, str, str, str, str, int, str, str, str, int, int]
Group = tuple[str, str, int, str, int]


def search(connection: sqlite3.Connection, words: SearchWords, chosen: CaseFilter, limit: int) -> CaseSearchResult:
    """Answer both questions."""
    if not words:
        return _answer(connection, words, chosen, limit, ALL_ROWS, ALL_COUNTS, "")
    if words.are_short:
        found = _answer(connection, words, chosen, limit, TITLE_ROWS, HIT_COUNTS, words.match_head())
        if found.total:
            return found
    rows = RANKED_ROWS if _is_choosy(chosen) else UNFILTERED_RANKED_ROWS
    return _answer(connection, words, chosen, limit, rows, HIT_COUNTS, words.match())


def _answer(
    connection: sqlite3.Connection,
    words: SearchWords,
    chosen: CaseFilter,
    limit: int,
    rows: str,
    counts: str,
    match: str,
) -> CaseSearchResult:
    condition, values = _condition(chosen)
    asked = (match,) if match else ()
    groups: list[Group] = connection.execute(counts, asked).fetchall()
    found: list[Found] = connection.execute(rows.format(filter=condition), (*asked, *values, limit)).fetchall()
    total = sum(group[-1] for group in _passing(groups, chosen))
    return CaseSearchResult(_case_rows(connection, words, found), total, _facet_counts(groups, chosen))


def _is_choosy(chosen: CaseFilter) -> bool:
    return any(_choices(chosen))


def _choices(chosen: CaseFilter) -> tuple[frozenset[str] | frozenset[int], ...]:
    """Return what is chosen, in the order of FACETS."""
    return (chosen.diagnosis_groups, chosen.chain_states, chosen.difficulties, chosen.situations)


def _condition(chosen: CaseFilter) -> tuple[str, Sequence[str | int]]:
    parts, values = [""], list[str | int]()
    for column, wanted in zip(FACETS, _choices(chosen), strict=True):
        if wanted:
            parts.append(f"c.{column} IN ({', '.join('?' * len(wanted))})")
            values.extend(wanted)
    return " AND ".join(parts), values


def _passing(groups: Iterable[Group], chosen: CaseFilter, but: int = -1) -> Iterable[Group]:
    """Yield the groups that every choice lets through, one facet left out of account."""
    choices = [(at, wanted) for at, wanted in enumerate(_choices(chosen)) if wanted and at != but]
    return (group for group in groups if all(group[at] in wanted for at, wanted in choices))


def _facet_counts(groups: Sequence[Group], chosen: CaseFilter) -> dict[str, dict[str, int]]:
    """Count, for each value, how many rows it would show together with the other facets' choices."""
    counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    for at, facet in enumerate(FACETS):
        for group in _passing(groups, chosen, but=at):
            value = str(group[at])
            if group[at]:  # a broken case has no values
                counts[facet][value] = counts[facet].get(value, 0) + group[-1]
    return counts


def _case_rows(connection: sqlite3.Connection, words: SearchWords, found: Sequence[Found]) -> tuple[CaseRow, ...]:
    texts = _texts(connection, words, found[:EXCERPTS]) if words and not words.are_short else {}
    return tuple(_case_row(row, words, texts.get(row[0])) for row in found)


def _case_row(row: Found, words: SearchWords, text: str | None) -> CaseRow:
    _, case_id, title, occupation, diagnosis, group, difficulty, sex, situation, chain_state, day, broken = row
    found_at = excerpt(words, text) if text else ""
    return CaseRow(
        CaseId(case_id),
        title,
        occupation,
        diagnosis,
        group,
        difficulty,
        sex,
        situation,
        chain_state,
        day,
        bool(broken),
        found_at,
    )


def _texts(connection: sqlite3.Connection, words: SearchWords, found: Sequence[Found]) -> dict[int, str]:
    """Return the texts of those rows that do not already show what was searched for; the dear part of a search."""
    keys = [
        key for key, _, title, occupation, diagnosis, *_ in found if not words.shown_in(title, occupation, diagnosis)
    ]
    marks = ", ".join("?" * len(keys))
    return dict(connection.execute(f"SELECT rowid, words FROM case_text WHERE rowid IN ({marks})", keys).fetchall())
