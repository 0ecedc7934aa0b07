"""Is the material enough? A verdict, why, and the cheapest way on; then a panel that disagrees, and the keys' readings.

Script concordance: an answer is worth as much as the part of the panel that shares it. "Depends" is a full answer.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import CertificatePicture
from kompetens_gui.domain.case import Case, Key, Sufficiency
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, check_text, refuse_unknown
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.study.panel import Panel, PanelOnCertificate
from kompetens_gui.domain.wording import translate

ENOUGH = 0.5
LONGEST_MOTIVATION = 1000


@dataclass(frozen=True)
class SufficiencyContent:
    """A case with a certificate to judge, and the panel on it when there is one."""

    case: Case
    medical_certificate_id: str = ""
    panel: Panel | None = None

    @property
    def of_case(self) -> CaseContent:
        return CaseContent(self.case, self.medical_certificate_id)

    @property
    def votes(self) -> PanelOnCertificate | None:
        """The panel on the certificate at hand."""
        return self.panel.on(self.of_case.medical_certificate.id) if self.panel else None


@dataclass(frozen=True)
class VerdictGiven:
    """The learner's verdict and why."""

    verdict: Sufficiency
    motivation: str


@dataclass(frozen=True)
class WayChosen:
    """The cheapest way on: the id of one of the panel's ways, or own words where there is no panel."""

    way: str = ""
    words: str = ""


@dataclass(frozen=True)
class SufficiencyState:
    """The answer so far; `revealed` closes it."""

    verdict: Sufficiency | None = None
    motivation: str = ""
    way: str = ""
    words: str = ""
    revealed: bool = False


@dataclass(frozen=True)
class WayShown:
    """A way on, without what the panel thinks of it."""

    id: str
    text: str


@dataclass(frozen=True)
class PanelShown:
    """The panel and the keys, after the learner's own answer. Shares are of the panel's most common answer."""

    fictional: bool
    votes: PanelOnCertificate | None
    verdict_share: float
    way_share: float
    keys: tuple[Key, ...]


@dataclass(frozen=True)
class SufficiencyView:
    """What the learner sees; `panel` is None until the own answer is closed."""

    picture: CertificatePicture
    verdict: Sufficiency | None
    motivation: str
    way: str
    words: str
    ways: tuple[WayShown, ...]
    can_reveal: bool
    panel: PanelShown | None


class SufficiencyExercise:
    """Rules of the kind."""

    id = "sufficiency"
    content = SufficiencyContent
    events = (VerdictGiven, WayChosen)
    keeps_answers = True
    looks_back = False

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Räcker underlaget?"),
            one=translate("PassRule", "ett underlag bedömt"),
            many=translate("PassRule", "underlag bedömda"),
            icon="scales",
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing but the certificate to set."""

    def start(self, context: ExerciseContext[SufficiencyContent]) -> SufficiencyState:
        return SufficiencyState()

    def check(self, state: SufficiencyState, event: object, context: ExerciseContext[SufficiencyContent]) -> None:
        if state.revealed:
            raise ActivityRefused("guide_shown")
        match event:
            case VerdictGiven(_, motivation):
                check_text(motivation, LONGEST_MOTIVATION)
            case WayChosen(way, words):
                check_text(words, LONGEST_MOTIVATION)
                if way and way not in {w.id for w in _ways(context)}:
                    raise ActivityRefused("no_choice_here")
            case RoundFinished():
                if not self._is_answered(state, context):
                    raise ActivityRefused("not_done")
            case _:
                refuse_unknown(event)

    def fold(
        self, state: SufficiencyState, event: object, at: datetime, context: ExerciseContext[SufficiencyContent]
    ) -> SufficiencyState:
        match event:
            case VerdictGiven(verdict, motivation):
                return replace(state, verdict=verdict, motivation=motivation.strip())
            case WayChosen(way, words):
                return replace(state, way=way, words=words.strip())
            case RoundFinished():
                return replace(state, revealed=True)
        return state

    def is_done(self, state: SufficiencyState, context: ExerciseContext[SufficiencyContent]) -> bool:
        return state.revealed

    def view(self, state: SufficiencyState, context: ExerciseContext[SufficiencyContent]) -> SufficiencyView:
        panel = None
        if state.revealed:
            verdict, way = self._shares(state, context)
            fictional = context.content.panel is None or context.content.panel.fictional
            panel = PanelShown(fictional, context.content.votes, verdict, way, context.content.of_case.keys)
        return SufficiencyView(
            context.content.of_case.picture(),
            state.verdict,
            state.motivation,
            state.way,
            state.words,
            _ways(context),
            not state.revealed and self._is_answered(state, context),
            panel,
        )

    def outcome(self, state: SufficiencyState, context: ExerciseContext[SufficiencyContent]) -> Outcome:
        verdict, way = self._shares(state, context)
        parts = [verdict, way] if _ways(context) else [verdict]
        return Outcome(approved=sum(parts) / len(parts) >= ENOUGH, right=round(sum(parts), 4), of=len(parts))

    def _is_answered(self, state: SufficiencyState, context: ExerciseContext[SufficiencyContent]) -> bool:
        has_way = bool(state.way) if _ways(context) else bool(state.words)
        return state.verdict is not None and bool(state.motivation) and has_way

    def _shares(self, state: SufficiencyState, context: ExerciseContext[SufficiencyContent]) -> tuple[float, float]:
        """Return how far the panel shares the verdict and the way; without a panel the keys are asked."""
        if state.verdict is None:
            return 0.0, 0.0
        votes = context.content.votes
        if votes is None:
            agrees = any(k.sufficiency == state.verdict for k in context.content.of_case.keys)
            return float(agrees), 0.0
        return votes.concordance(state.verdict), votes.way_concordance(state.way)


def _ways(context: ExerciseContext[SufficiencyContent]) -> tuple[WayShown, ...]:
    votes = context.content.votes
    return tuple(WayShown(w.id, w.text) for w in votes.ways) if votes else ()


KIND = SufficiencyExercise()
