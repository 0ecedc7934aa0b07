"""A text in a content file, where it stands and who reads it: what the checks of language and privacy look at."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from kompetens_gui.content.yaml_reader import Data, Where


class Reader(Enum):
    """Who meets a text, and how."""

    ROOM = "room"
    MATERIAL = "material"
    LEADER = "leader"
    RECORD = "record"
    CHOICE = "choice"


@dataclass(frozen=True)
class ContentText:
    """One text.

    MATERIAL is papers as they are written out there, RECORD is data about the content, CHOICE is what may be answered,
    also what is unwise to answer. `explains` marks texts that tell what holds: rule words are minded in those.
    """

    where: Where
    text: str
    reader: Reader
    explains: bool = False


def strings(value: Data, where: Where, leave_out: Collection[str]) -> Iterator[tuple[Where, str]]:
    """Yield every text under a part in the order of the file, but not in fields named in `leave_out` or x-fields."""
    if isinstance(value, dict):
        for name, part in value.items():
            if name not in leave_out and not name.startswith("x-"):
                yield from strings(part, (*where, name), leave_out)
    elif isinstance(value, list):
        for i, part in enumerate(value):
            yield from strings(part, (*where, i), leave_out)
    elif isinstance(value, str):
        yield where, value
