"""Search in a bank of 10,000 cases as one types, against the same questions put to SQLite by its bare driver.

Run as `python tests/benchmarks/search_bench.py [cases] [rounds]`. The texts are made up: Swedish-looking words, drawn
as unevenly as words are. Each key press is answered by both, taking turns; the ratios are medians over the
rounds. Exit code 1 when the limit is passed at p99.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from kompetens_gui.content.bank_reader import CaseFolders
from kompetens_gui.services.case_source import CaseFile, ChainState, IndexedCase
from kompetens_gui.services.ports import CaseFilter
from kompetens_gui.storage.case_index import SqlCaseIndex
from kompetens_gui.storage.case_search import HIT_COUNTS, TITLE_ROWS, UNFILTERED_RANKED_ROWS
from kompetens_gui.storage.search_words import search_words

LIMIT = 1.2
LIMIT_ROWS = 200
CASES = Path(__file__).resolve().parents[2] / "cases"
TEXT_OF_WORDS = """
och att det som en på är av för med till den har inte om ett han men var hon sig från kan när under
smärta rygg axel hjärta trötthet sömn ångest oro stress utmattning arbete lyft gående koncentration minne kropp
rehabilitering behandling läkare sjukskrivning journal undersökning rörlighet styrka feber infektion öga åldrande
ärende överansträngning ätande övning handled knä höft nacke yrsel balans kraft
"""
LITTLE_WORDS, STEMS = TEXT_OF_WORDS.split()[:25], TEXT_OF_WORDS.split()[25:]
ENDINGS = (
    "",
    "en",
    "et",
    "ar",
    "er",
    "arna",
    "s",
    "ad",
    "ande",
    "het",
    "heten",
    "lig",
    "ligt",
    "liga",
    "ning",
    "ningen",
)
Answer = Callable[[str], object]


class MadeUpBank:
    """A CaseSource of made-up texts around one real case."""

    def __init__(self, cases: int, seed: int = 7) -> None:
        self._chance = random.Random(seed)
        heads = [a + b for a in STEMS for b in ENDINGS]
        joined = [a + b + c for a in STEMS for b in STEMS[:25] for c in ("", "en", "ar")]
        rare = list(dict.fromkeys(heads + joined))
        self._chance.shuffle(rare)
        self.vocabulary = LITTLE_WORDS + rare
        self._weights = [1 / (place + 2) ** 1.02 for place in range(len(self.vocabulary))]
        source = CaseFolders([CASES])
        self._model = source.read(next(iter(source.scan())))
        self._files = [CaseFile(Path(f"case-{n:05d}.yaml"), n, n) for n in range(cases)]

    def scan(self) -> Iterator[CaseFile]:
        return iter(self._files)

    def read(self, file: CaseFile) -> IndexedCase:
        chance = self._chance
        return replace(
            self._model,
            file=file,
            id=file.path.stem,
            title=self._text(40)[:60],
            difficulty=chance.randint(1, 3),
            diagnosis_group=chance.choice(("mental", "musculoskeletal", "circulatory", "cancer", "infection")),
            chain_state=chance.choice(list(ChainState)),
            words=self._text(2000),
        )

    def key_presses(self, queries: int = 48) -> list[str]:
        """Return what stands in the search field after each key of typing a word or two."""
        typed: list[str] = []
        for number in range(queries):
            chosen = self._chance.sample(self.vocabulary[len(LITTLE_WORDS) :], 1 + (number + 1) % 2)
            text = " ".join(word[: self._chance.randint(4, 10)] for word in chosen)
            typed += [text[:end] for end in range(1, len(text) + 1) if text[end - 1] != " "]
        return typed

    def _text(self, size: int) -> str:
        parts, length = list[str](), 0
        while length < size:
            sentence = " ".join(self._chance.choices(self.vocabulary, self._weights, k=12)).capitalize() + ". "
            parts.append(sentence)
            length += len(sentence.encode())
        return "".join(parts)


def raw_search(file: Path) -> Answer:
    """The same questions, nothing but the driver: rows and counts are fetched and left as they are."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA cache_size=-65536")
    connection.execute("PRAGMA mmap_size=268435456")
    ranked, titles = UNFILTERED_RANKED_ROWS, TITLE_ROWS.format(filter="")

    def ask(text: str) -> object:
        words = search_words(text)
        if words.are_short:
            counts = connection.execute(HIT_COUNTS, (words.match_head(),)).fetchall()
            if counts:
                return counts, connection.execute(titles, (words.match_head(), LIMIT_ROWS)).fetchall()
        counts = connection.execute(HIT_COUNTS, (words.match(),)).fetchall()
        return counts, connection.execute(ranked, (words.match(), LIMIT_ROWS)).fetchall()

    return ask


def percentile(times: list[float], percent: int) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] * 1e3


def one_round(ways: dict[str, Answer], typed: list[str], turn: int) -> dict[str, tuple[float, float]]:
    times: dict[str, list[float]] = {name: [] for name in ways}
    order = list(ways.items())[:: 1 if turn % 2 else -1]  # whoever comes second finds warm pages
    for text in typed:
        for name, ask in order:
            began = time.perf_counter()
            ask(text)
            times[name].append(time.perf_counter() - began)
    return {name: (percentile(taken, 50), percentile(taken, 99)) for name, taken in times.items()}


def main() -> int:
    given = [int(argument) for argument in sys.argv[1:]]
    cases, rounds = (*given, *(10_000, 7)[len(given) :])[:2]
    with tempfile.TemporaryDirectory() as folder:
        bank, file = MadeUpBank(cases), Path(folder, "index.sqlite3")
        index = SqlCaseIndex(file, bank)
        began = time.perf_counter()
        index.refresh()
        built = time.perf_counter() - began
        began = time.perf_counter()
        index.refresh()
        print(f"{cases} cases, {file.stat().st_size / 2**20:.0f} MB, built {built:.1f} s", end=", ")
        print(f"nothing new {1000 * (time.perf_counter() - began):.0f} ms")
        ways: dict[str, Answer] = {
            "bare SQLite": raw_search(file),
            "CaseIndex.search": lambda text: index.search(text, CaseFilter(), LIMIT_ROWS),
        }
        typed = bank.key_presses()
        taken = [one_round(ways, typed, turn) for turn in range(rounds + 1)][1:]
        index.close()
    return report(taken)


def report(taken: list[dict[str, tuple[float, float]]]) -> int:
    print("| way | p50 ms | p99 ms | ratio p50 | ratio p99 |\n| --- | --- | --- | --- | --- |")
    worst = 0.0
    for name in taken[0]:
        middles = [statistics.median(row[name][at] for row in taken) for at in (0, 1)]
        ratios = [statistics.median(row[name][at] / row["bare SQLite"][at] for row in taken) for at in (0, 1)]
        print(f"| {name} | {middles[0]:.2f} | {middles[1]:.2f} | {ratios[0]:.2f} | {ratios[1]:.2f} |")
        worst = ratios[1]
    print(f"limit {LIMIT} at p99, found {worst:.2f}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
