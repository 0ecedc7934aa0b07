"""News of what changed, from whoever changed it to whoever shows it. Heard on the thread that published."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import WorkshopSessionId

if TYPE_CHECKING:  # the first page reads this module, and has no use for self-study
    from kompetens_gui.domain.learning.attempt import Attempt
    from kompetens_gui.domain.learning.profile import LearnerId


@dataclass(frozen=True)
class SessionsChanged:
    """Plans were saved, made or removed."""

    session_id: WorkshopSessionId | None = None


@dataclass(frozen=True)
class LogGrew:
    """A running session accepted an event; `log` holds it as its last."""

    log: SessionLog


@dataclass(frozen=True)
class CourseCertificatesChanged:
    """Course certificates were issued, re-issued or revoked."""


@dataclass(frozen=True)
class CredentialsChanged:
    """Own signing keys, trusted issuers or lists of revocations changed."""


@dataclass(frozen=True)
class GroupQuestionsChanged:
    """A question was put on the list for a group, or taken off."""


@dataclass(frozen=True)
class CaseBankChanged:
    """The index of the case bank was brought up to date."""


@dataclass(frozen=True)
class PreferencesChanged:
    """Preferences were saved."""


@dataclass(frozen=True)
class ProfilesChanged:
    """A learner's profile was made, changed or removed."""

    learner: "LearnerId"


@dataclass(frozen=True)
class AttemptGrew:
    """An open attempt accepted an event, or was finished; `attempt` holds it as its last."""

    attempt: "Attempt"


@dataclass(frozen=True)
class ProgressChanged:
    """A learner's evidence, results or sign-offs changed; None means that anybody's may have."""

    learner: "LearnerId | None"


@dataclass(frozen=True)
class RepetitionChanged:
    """A learner has more, or less, to repeat."""

    learner: "LearnerId"


log = logging.getLogger(__name__)

News = (
    SessionsChanged
    | LogGrew
    | CourseCertificatesChanged
    | CredentialsChanged
    | GroupQuestionsChanged
    | CaseBankChanged
    | PreferencesChanged
    | ProfilesChanged
    | AttemptGrew
    | ProgressChanged
    | RepetitionChanged
)


class EventBus:
    """Hands each piece of news to everyone who listens. Safe to publish from any thread."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[News], None]] = []
        self._lock = Lock()

    def subscribe(self, listener: Callable[[News], None]) -> Callable[[], None]:
        """Call `listener` for each piece of news from now on; the returned function ends it."""
        with self._lock:
            self._listeners.append(listener)

        def unsubscribe() -> None:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

        return unsubscribe

    def publish(self, news: News) -> None:
        with self._lock:
            listeners = tuple(self._listeners)
        for listener in listeners:
            try:
                listener(news)
            except Exception:
                # What happened has happened, and the others have a right to hear of it.
                log.exception("a listener failed at %s", type(news).__name__)
