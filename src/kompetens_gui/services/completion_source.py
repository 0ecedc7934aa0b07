"""What the certificates of completion need of self-study, read through its services."""

from kompetens_gui.domain.completion_certificate import CompletionBasis
from kompetens_gui.domain.errors import ContentInvalid, NotFound
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.learning.sign_off import SignOffPurpose
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.swedish_time import local
from kompetens_gui.domain.workshop.plan import Facilitator
from kompetens_gui.services.profiles import ProfilesService
from kompetens_gui.services.sign_offs import SignOffService
from kompetens_gui.services.studying import StudyingService


class StudiedPaths:
    """Fits CompletionSource."""

    def __init__(self, profiles: ProfilesService, studying: StudyingService, sign_offs: SignOffService) -> None:
        self._profiles = profiles
        self._studying = studying
        self._sign_offs = sign_offs

    def basis(self, learner: LearnerId, path_id: str) -> CompletionBasis:
        finished = self._studying.finished(learner, path_id)
        first = min((local(a.finished_at).date() for a in finished), default=None)
        return CompletionBasis(
            profile=self._profiles.get(learner),
            outcome=self._studying.completion(learner, path_id),
            started_on=first,
            signers=self._signers(learner, {a.id for a in finished}),
        )

    def path(self, path_id: str) -> LearningPath | None:
        try:
            return self._studying.path(path_id)
        except (NotFound, ContentInvalid):
            return None

    def _signers(self, learner: LearnerId, attempts: set[str]) -> tuple[Facilitator, ...]:
        """Return those who signed a module of the path, the first one first; withdrawn sign-offs are gone."""
        signed = [
            s for s in self._sign_offs.of(learner) if s.purpose == SignOffPurpose.MODULE and s.attempt in attempts
        ]
        return tuple(Facilitator(s.by_name, s.by_role) for s in sorted(signed, key=lambda s: s.at))
