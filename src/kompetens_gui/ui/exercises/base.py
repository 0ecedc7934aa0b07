"""What a panel of an exercise kind is, and how the panel of a kind is found.

A kind's module or package has `exercise_panel(parent) -> ExercisePanel`. It is imported when the kind is first met.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.profile import LearnerProfile
from kompetens_gui.domain.learning.sign_off import Signer
from kompetens_gui.domain.workshop.plan import Role

if TYPE_CHECKING:  # only one kind has such a record
    from kompetens_gui.domain.exercises.mark_chain.hits import HitRecord


@dataclass(frozen=True)
class PrimaryAction:
    """What the big button under the exercise does now; Enter does the same where no field takes it."""

    text: str
    run: Callable[[], object]
    enabled: bool = True


@dataclass(frozen=True)
class ObserverNamed:
    """Somebody is there to observe: wants `studying.name_observer`."""

    name: str
    role: Role


@dataclass(frozen=True)
class SignatureGiven:
    """Somebody puts a name to it: wants `sign_offs.sign_module`."""

    signer: Signer


@dataclass(frozen=True)
class GroupQuestionAsked:
    """A question is to be put on the list for the group, without a name: wants `group_questions.ask`."""

    text: str
    about: str
    quote: str


class ExercisePanel(QWidget):
    """What a learner works with. It proposes events and draws the attempt it is given.

    Signals: `proposed(event)` asks for one of the kind's own events to happen; `service_wanted(request)` asks for what
    only a service can do (`ObserverNamed`, `SignatureGiven`, `GroupQuestionAsked`); `round_wanted()` asks for the round
    to be finished ("visa hur det gick"); `primary_changed()` when `primary()` or `progress()` may answer otherwise than
    before.
    """

    proposed = Signal(object)
    service_wanted = Signal(object)
    round_wanted = Signal()
    primary_changed = Signal()

    def show_attempt(self, attempt: Attempt) -> None:
        """Show an attempt as it stands; called after every event: must be quick and keep focus and typed text."""

    def show_people(self, learner: LearnerProfile, supervisors: Sequence[LearnerProfile]) -> None:
        """Show whose attempt it is and who on this machine may sign; called once, before the first `show_attempt`."""

    def show_record(self, record: "HitRecord") -> None:
        """Show how the learner has fared with D, F and A lately; called when it has been counted."""

    def show_refusal(self, words: str) -> bool:
        """Show beside its field why a `service_wanted` was refused; False leaves it to a notice."""
        return False

    def show_reply(self, reply: object) -> None:
        """Show what a service answered to a `service_wanted` that asked for more than an event."""

    def commit_pending(self) -> None:
        """Propose what has been typed and not yet proposed; called before the learner goes on or leaves."""

    def parts_for_later(self) -> Iterator[Callable[[], object]]:
        """Yield what makes parts that are not seen yet, each for a moment when nobody waits.

        Asked for anew after every change: what has been made is passed over. What is held back from the learner is
        made without its words.
        """
        return iter(())

    def primary(self) -> PrimaryAction | None:
        """Return what the big button does; None leaves it to the frame, which then finishes a done attempt."""
        return None

    def progress(self) -> tuple[int, int] | None:
        """Return done and all of what is counted ("Fråga 6 av 10"), None where nothing is counted."""
        return None

    def first_focus(self) -> QWidget | None:
        """Return what takes the keyboard when the exercise opens, None for the first thing that can."""
        return None


def modules_of(kind: str) -> Iterator[str]:
    """Name the modules of a kind's package: imported one at a time while nobody waits, they hold nobody up."""
    package = import_module(f"{__package__}.{kind}")
    for module in iter_modules(getattr(package, "__path__", ())):
        yield f"{package.__name__}.{module.name}"


def exercise_panel(kind: str, parent: QWidget | None = None) -> ExercisePanel:
    """Make the panel of a kind."""
    panel: ExercisePanel = import_module(f"kompetens_gui.ui.exercises.{kind}").exercise_panel(parent)
    return panel
