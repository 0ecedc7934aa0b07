"""A supervisor or colleague signs a module off. Who it was stands in the register of sign-offs, not in the attempt.

At a distance a request goes out and an answer comes back, see `remote.py`. The request is part of the attempt.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, check_text, refuse_unknown
from kompetens_gui.domain.exercises.sign_off.remote import SignOffRequest, work_hash
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.domain.wording import translate


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
class RequestMade:
    """The learner asks somebody elsewhere. `salt` stays here unless the text goes along (`with_work`)."""

    request: str
    nonce: str
    salt: str
    learner: str
    path: str
    module: str
    title: str
    with_work: bool = False


@dataclass(frozen=True)
class NotYetAnswered:
    """Whoever was asked says "not yet", and why."""

    request: str
    comment: str


@dataclass(frozen=True)
class SignedOff:
    """It is signed; `sign_off` is the entry in the register that says by whom."""

    sign_off: str


@dataclass(frozen=True)
class SigningState:
    """The description, the latest request and what came of it, and the signature. `earlier` are requests before it."""

    text: str = ""
    sign_off: str = ""
    request: SignOffRequest | None = None
    salt: str = ""
    not_yet: str | None = None
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True)
class SigningView:
    """What is seen by both. `request_is_current` is False when the description has changed since it was made."""

    text: str
    points: tuple[str, ...]
    description: str
    is_signed: bool
    request: SignOffRequest | None = None
    request_is_current: bool = True
    not_yet: str | None = None


class SignOffExercise:
    """Rules of the kind."""

    id = "sign_off"
    content = SignOffTask
    events = (WorkDescribed, SignedOff, RequestMade, NotYetAnswered)
    keeps_answers = True
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Godkännande"),
            one=translate("PassRule", "ett godkännande"),
            many=translate("PassRule", "godkännanden"),
            icon="check-circle",
        )

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
            case RequestMade(request, nonce, salt, with_work=with_work):
                if not (request and nonce and salt) or request in _requests(state):
                    raise ActivityRefused("no_such_answer")
                if with_work and not state.text:
                    raise ActivityRefused("nothing_written")
            case NotYetAnswered(request, comment):
                check_text(comment)
                if state.request is None or request != state.request.id:
                    raise ActivityRefused("no_such_answer")
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
            case RequestMade():
                request = _request(event, state.text, at, context.content)
                return replace(state, request=request, salt=event.salt, not_yet=None, earlier=_requests(state))
            case NotYetAnswered(_, comment):
                return replace(state, not_yet=comment)
            case SignedOff(sign_off):
                return replace(state, sign_off=sign_off)
        return state

    def is_done(self, state: SigningState, context: ExerciseContext[SignOffTask]) -> bool:
        return bool(state.sign_off)

    def view(self, state: SigningState, context: ExerciseContext[SignOffTask]) -> SigningView:
        return SigningView(
            context.content.text,
            context.content.points,
            state.text,
            bool(state.sign_off),
            state.request,
            is_current(state, context.content),
            state.not_yet,
        )

    def outcome(self, state: SigningState, context: ExerciseContext[SignOffTask]) -> Outcome:
        signed = bool(state.sign_off)
        return Outcome(approved=signed, with_other=signed, signed=signed)


def is_current(state: SigningState, content: SignOffTask) -> bool:
    """Whether the latest request is about the work as it is described now."""
    request = state.request
    return request is None or request.work_hash == work_hash(content.text, content.points, state.text, state.salt)


def _request(made: RequestMade, text: str, at: datetime, content: SignOffTask) -> SignOffRequest:
    return SignOffRequest(
        id=made.request,
        nonce=made.nonce,
        made_on=local(at).date(),
        learner=made.learner,
        path=made.path,
        module=made.module,
        title=made.title,
        task=content.text,
        points=content.points,
        work_hash=work_hash(content.text, content.points, text, made.salt),
        work=text if made.with_work else None,
        salt=made.salt if made.with_work else "",
    )


def _requests(state: SigningState) -> tuple[str, ...]:
    return (*state.earlier, state.request.id) if state.request is not None else state.earlier


KIND = SignOffExercise()
