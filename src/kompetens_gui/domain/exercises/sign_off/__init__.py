"""A supervisor or colleague signs a module off. Who it was stands in the register of sign-offs, not in the attempt."""

from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, Outcome, check_text, refuse_unknown
from kompetens_gui.domain.study.learning_path import StepSettings


@dataclass(frozen=True)
class SignOffTask:
    """What is talked through before it is signed."""

    text: str
    points: tuple[str, ...] = ()


@dataclass(frozen=True)
class WorkDescribed:
    """What the learner has tried or changed, in own words without personal data; read by the one who signs."""

    text: str


@dataclass(frozen=True)
class SignedOff:
    """It is signed; `sign_off` is the entry in the register that says by whom."""

    sign_off: str


@dataclass(frozen=True)
class SigningState:
    """The description and the signature."""

    text: str = ""
    sign_off: str = ""


@dataclass(frozen=True)
class SigningView:
    """What is seen by both."""

    text: str
    points: tuple[str, ...]
    description: str
    is_signed: bool


class SignOffExercise:
    """Rules of the kind."""

    id = "sign_off"
    content = SignOffTask
    events = (WorkDescribed, SignedOff)
    keeps_answers = True
    looks_back = False

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing that can be wrong."""

    def start(self, context: ExerciseContext[SignOffTask]) -> SigningState:
        return SigningState()

    def check(self, state: SigningState, event: object, context: ExerciseContext[SignOffTask]) -> None:
        if state.sign_off:
            raise ActivityRefused("already_answered")
        match event:
            case WorkDescribed(text):
                check_text(text)
            case SignedOff(sign_off):
                if not sign_off:
                    raise ActivityRefused("no_such_answer")
            case _:
                refuse_unknown(event)

    def fold(
        self, state: SigningState, event: object, at: datetime, context: ExerciseContext[SignOffTask]
    ) -> SigningState:
        match event:
            case WorkDescribed(text):
                return replace(state, text=text.strip())
            case SignedOff(sign_off):
                return replace(state, sign_off=sign_off)
        return state

    def is_done(self, state: SigningState, context: ExerciseContext[SignOffTask]) -> bool:
        return bool(state.sign_off)

    def view(self, state: SigningState, context: ExerciseContext[SignOffTask]) -> SigningView:
        return SigningView(context.content.text, context.content.points, state.text, bool(state.sign_off))

    def outcome(self, state: SigningState, context: ExerciseContext[SignOffTask]) -> Outcome:
        signed = bool(state.sign_off)
        return Outcome(approved=signed, with_other=signed, signed=signed)


KIND = SignOffExercise()
