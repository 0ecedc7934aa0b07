"""Strict and safe reading of YAML 1.2: plain data, and the line of every part of it.

The file is judged before anything is built from it: size, encoding, invisible characters. The parser's events are then
read one by one: aliases, tags, deep nesting and floods of nodes are refused where they stand and never expanded.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from kompetens_gui.content.text_decoding import FORBIDDEN, decode
from kompetens_gui.content.yaml_faults import explain_fault
from kompetens_gui.content.yaml_scalars import Scalar, plain_scalar
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem

Where = tuple[str | int, ...]
Data = Scalar | list["Data"] | dict[str, "Data"]
# What the pure parser can raise on hostile text besides its own errors (a character number out of range, for example).
_PARSER_FAULTS = (YAMLError, ValueError, LookupError, AttributeError, TypeError, ArithmeticError, AssertionError)


@dataclass(frozen=True)
class Limits:
    """How much a content file may hold."""

    bytes: int = 1_000_000
    depth: int = 20
    nodes: int = 20_000


DEFAULT_LIMITS = Limits()


@dataclass(frozen=True)
class Position:
    """Line and column (from 1) where something starts, and its last line."""

    line: int
    column: int
    last_line: int


@dataclass(frozen=True)
class YamlDocument:
    """Plain data with the position of every part. A part is named by its path: keys and indices from the root."""

    path: str
    data: Data
    positions: Mapping[Where, Position]
    lines: tuple[str, ...]

    def position(self, path: Where) -> Position:
        """Return where a part stands, or where the nearest part around it does."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, Position(1, 1, 1))

    def line_of(self, path: Where, words: str = "") -> int:
        """Return the line of a part, or of the given words within its text when they can be found on one line."""
        position = self.position(path)
        pieces = words.split()
        for count in (len(pieces), 4, 2, 1):
            piece = " ".join(pieces[:count])
            if not piece or count > len(pieces):
                continue
            for number in range(position.line, position.last_line + 1):
                if piece in self.lines[number - 1]:
                    return number
        return position.line

    def problem(self, path: Where, what: str, advice: str, words: str = "") -> ContentProblem:
        """Return a problem at that part of the file."""
        line = self.line_of(path, words)
        position = self.position(path)
        return ContentProblem(self.path, line, what, advice, position.column if line == position.line else 1)


def read_yaml(path: Path, limits: Limits = DEFAULT_LIMITS) -> YamlDocument:
    """Read a file from disk; ContentInvalid says what is wrong with it."""
    return parse_yaml(read_bytes(path, limits), str(path), limits)


def read_bytes(path: Path, limits: Limits = DEFAULT_LIMITS) -> bytes:
    """Return what a file holds, or raise ContentInvalid. A file beyond the limit is never read whole."""
    try:
        if not path.is_file():
            what = "Filen finns inte." if not path.exists() else "Det är inte en vanlig fil."
            raise _invalid(str(path), 1, what, "Kontrollera sökvägen och filens namn.")
        size, data = path.stat().st_size, b""
        if size <= limits.bytes:
            with path.open("rb") as file:
                data = file.read(limits.bytes + 1)
    except OSError as error:
        what = f"Filen kan inte läsas ({error.strerror or type(error).__name__})."
        raise _invalid(str(path), 1, what, "Kontrollera att filen inte är låst och att du får läsa den.") from None
    except ValueError:
        raise _invalid(repr(str(path)), 1, "Sökvägen är inte giltig.", "Skriv sökvägen på nytt.") from None
    size = max(size, len(data))
    if size > limits.bytes:
        what = f"Filen är för stor: {_size_words(size)}. Gränsen är {_size_words(limits.bytes)}."
        raise _invalid(str(path), 1, what, "Flytta bilder och långa texter till filer av sina egna i mappen media.")
    return data


def parse_yaml(data: bytes, path: str, limits: Limits = DEFAULT_LIMITS) -> YamlDocument:
    """Return the document that the bytes hold, or raise ContentInvalid. `path` is only what problems are told of."""
    text = decode(data, path)
    lines = tuple(text.split("\n"))
    builder = _Builder(path, limits)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except MarkedYAMLError as error:
        raise ContentInvalid((explain_fault(error, path, lines),)) from None
    except _PARSER_FAULTS:
        what = "Filen går inte att tolka som YAML."
        raise _invalid(path, builder.line, what, "Se över raden och raderna närmast före.") from None
    if builder.problems:
        raise ContentInvalid(tuple(builder.problems))
    return YamlDocument(path, builder.root, builder.positions, lines)


@dataclass
class _Frame:
    """A list or mapping under construction."""

    container: list[Data] | dict[str, Data]
    path: Where
    key: str | None = None
    key_lines: dict[str, int] = field(default_factory=dict)


class _Builder:
    """Turns the parser's events into plain data, and refuses what a content file may not hold."""

    def __init__(self, path: str, limits: Limits) -> None:
        self.root: Data = None
        self.positions: dict[Where, Position] = {}
        self.problems: list[ContentProblem] = []
        self.line = 1
        self._path = path
        self._limits = limits
        self._stack: list[_Frame] = []
        self._nodes = 0
        self._documents = 0

    def take(self, event: Event) -> None:
        self.line = event.start_mark.line + 1
        if isinstance(event, DocumentStartEvent):
            self._start_document(event)
        elif isinstance(event, AliasEvent):
            self._refuse("Filen använder ett alias (*namn).", "Skriv ut innehållet på båda ställena i stället.")
        elif isinstance(event, NodeEvent):
            self._take_node(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._end_container(event)

    def _start_document(self, event: DocumentStartEvent) -> None:
        self._documents += 1
        if self._documents > 1:
            self._refuse("Filen innehåller flera dokument (---).", "Dela den på flera filer, en för varje dokument.")
        if event.version is not None or event.tags:
            self._refuse("Filen börjar med ett YAML-direktiv (%).", "Ta bort raden som börjar med procenttecken.")

    def _take_node(self, event: NodeEvent) -> None:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            what = f"Filen har fler än {self._limits.nodes} delar."
            self._refuse(what, "Dela upp innehållet på flera filer.")
        if event.anchor is not None:
            self._refuse(
                "Filen använder ett ankare (&namn).", "Ta bort ankaret och skriv ut innehållet där det behövs."
            )
        if isinstance(event, ScalarEvent | CollectionStartEvent) and event.tag is not None:
            self._refuse(
                "Filen använder en typmärkning (!).", "Ta bort märkningen, eller sätt texten inom citattecken."
            )
        if isinstance(event, ScalarEvent):
            self._take_scalar(event)
        else:
            self._start_container(event)

    def _take_scalar(self, event: ScalarEvent) -> None:
        if FORBIDDEN.search(event.value):
            self._refuse(
                "Texten innehåller ett styrtecken, skrivet som \\-kod.", "Ta bort koden eller skriv tecknet rakt av."
            )
        if self._expects_key():
            self._take_key(event)
            return
        value: Data = event.value
        if event.style is None and event.implicit[0]:
            try:
                value = plain_scalar(event.value)
            except ValueError:
                self._note(
                    f"Datumet {event.value} finns inte.",
                    "Rätta datumet (ÅÅÅÅ-MM-DD), eller sätt citattecken om det är text.",
                    event,
                )
        path = self._place(event)
        last_line = event.end_mark.line + (1 if event.end_mark.column else 0)
        position = self.positions[path]
        self.positions[path] = Position(position.line, position.column, max(position.line, last_line))
        self._put(value)

    def _take_key(self, event: ScalarEvent) -> None:
        frame = self._stack[-1]
        key = event.value
        if not key.strip():
            self._refuse(
                "Ett fält saknar namn före kolonet.", "Skriv fältets namn, eller sätt texten inom citattecken."
            )
        if key in frame.key_lines:
            what = f"Fältet ”{key}” står två gånger; första gången på rad {frame.key_lines[key]}."
            self._note(what, "Ta bort det ena eller slå ihop dem.", event)
        frame.key_lines[key] = self.line
        frame.key = key
        self._mark((*frame.path, key), event)

    def _start_container(self, event: NodeEvent) -> None:
        if self._expects_key():
            self._refuse("Ett fältnamn är en lista eller ett block.", "Fältnamn är enkla ord följda av kolon.")
        if len(self._stack) >= self._limits.depth:
            what = f"Innehållet är inskjutet i fler än {self._limits.depth} nivåer."
            self._refuse(what, "Kontrollera indragen: något har hamnat för långt in.")
        path = self._place(event)
        container: list[Data] | dict[str, Data] = [] if isinstance(event, SequenceStartEvent) else {}
        self._put(container)
        self._stack.append(_Frame(container, path))

    def _end_container(self, event: Event) -> None:
        frame = self._stack.pop()
        position = self.positions[frame.path]
        last_line = event.end_mark.line + (1 if event.end_mark.column else 0)
        self.positions[frame.path] = Position(position.line, position.column, max(position.line, last_line))

    def _expects_key(self) -> bool:
        return bool(self._stack) and isinstance(self._stack[-1].container, dict) and self._stack[-1].key is None

    def _place(self, event: Event) -> Where:
        """Return the path of the value that starts here, and note where it stands (a field's value: at its name)."""
        if not self._stack:
            self._mark((), event)
            return ()
        frame = self._stack[-1]
        if isinstance(frame.container, list):
            path = (*frame.path, len(frame.container))
            self._mark(path, event)
            return path
        return (*frame.path, frame.key or "")

    def _mark(self, path: Where, event: Event) -> None:
        line = event.start_mark.line + 1
        self.positions[path] = Position(line, event.start_mark.column + 1, line)

    def _put(self, value: Data) -> None:
        if not self._stack:
            self.root = value
            return
        frame = self._stack[-1]
        if isinstance(frame.container, list):
            frame.container.append(value)
        elif frame.key is not None:
            frame.container[frame.key] = value
            frame.key = None

    def _note(self, what: str, advice: str, event: Event) -> None:
        self.problems.append(ContentProblem(self._path, self.line, what, advice, event.start_mark.column + 1))

    def _refuse(self, what: str, advice: str) -> None:
        self.problems.append(ContentProblem(self._path, self.line, what, advice))
        raise ContentInvalid(tuple(self.problems))


def _invalid(path: str, line: int, what: str, advice: str) -> ContentInvalid:
    return ContentInvalid((ContentProblem(path, line, what, advice),))


def _size_words(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 100_000 else f"{size} byte"
