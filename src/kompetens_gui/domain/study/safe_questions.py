"""Knowledge and a drill of safe questions about violence. No free text anywhere: nothing told here can be kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.study.common import StudyContentHead


@dataclass(frozen=True)
class Helpline:
    """Where to turn, and when the number was checked."""

    name: str
    phone: str
    note: str
    checked: date
    certainty: str


@dataclass(frozen=True)
class SafeOption:
    """Something to say or do, and whether it is safe."""

    id: str
    text: str
    safe: bool
    feedback: str


@dataclass(frozen=True)
class SafeStep:
    """A choice in the drill; `must_be_safe` means that it has to be answered safely to go on."""

    id: str
    text: str
    options: tuple[SafeOption, ...]
    must_be_safe: bool = True

    def option(self, option_id: str) -> SafeOption | None:
        return next((o for o in self.options if o.id == option_id), None)


@dataclass(frozen=True)
class SafeQuestionsDrill:
    """A whole drill. `skip` says what skipping means; it gives the same progress."""

    head: StudyContentHead
    skip: str
    helplines: tuple[Helpline, ...]
    steps: tuple[SafeStep, ...]


def unsafe_steps(drill: SafeQuestionsDrill, chosen: Mapping[str, str]) -> tuple[SafeStep, ...]:
    """Return the steps that must be safe and were not: another choice, or none. `chosen`: step id to option id."""
    return tuple(s for s in drill.steps if s.must_be_safe and not _is_safe(s, chosen.get(s.id, "")))


def _is_safe(step: SafeStep, option_id: str) -> bool:
    option = step.option(option_id)
    return option is not None and option.safe
