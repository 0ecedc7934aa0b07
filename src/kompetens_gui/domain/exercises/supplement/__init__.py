"""Write one precise question to the physician, tied to a field, then hold it against the points and the models."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import CertificatePicture
from kompetens_gui.domain.activities.write_supplement import LONGEST_TEXT, SupplementFieldChosen
from kompetens_gui.domain.case import ModelSupplement
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.exercises.base import ExerciseContext, ExerciseWords, Outcome, refuse_unknown
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.own_text import TEXT_EVENTS, GuideShown, OwnText, OwnTexts, earlier_versions
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.medical_certificate import FIELDS, FieldId
from kompetens_gui.domain.study.learning_path import StepSettings
from kompetens_gui.domain.wording import translate


@dataclass(frozen=True)
class AskingState:
    """The field the question is about, and the question."""

    about: FieldId | None = None
    texts: OwnTexts = field(default_factory=OwnTexts)


@dataclass(frozen=True)
class AskingView:
    """What the learner sees; points and models are empty until the guide is shown."""

    picture: CertificatePicture
    about: FieldId | None
    field_title: str
    own: OwnText
    earlier: tuple[str, ...]
    points: tuple[str, ...]
    models: tuple[ModelSupplement, ...]
    longest: int = LONGEST_TEXT


class SupplementExercise:
    """Rules of the kind."""

    id = "supplement"
    content = CaseContent
    events = (SupplementFieldChosen, *TEXT_EVENTS)
    keeps_answers = True
    looks_back = True

    def words(self) -> ExerciseWords:
        return ExerciseWords(
            name=translate("Exercise", "Fråga läkaren"),
            one=translate("PassRule", "en fråga till läkaren skriven"),
            many=translate("PassRule", "frågor till läkaren skrivna"),
            icon="chat-text",
        )

    def check_settings(self, settings: StepSettings) -> None:
        """Nothing but the certificate to set."""

    def start(self, context: ExerciseContext[CaseContent]) -> AskingState:
        return AskingState()

    def check(self, state: AskingState, event: object, context: ExerciseContext[CaseContent]) -> None:
        match event:
            case SupplementFieldChosen(field_id):
                if field_id not in FIELDS:
                    raise ActivityRefused("no_such_field")
            case RoundFinished():
                state.texts.check_new_version()
            case _ if isinstance(event, TEXT_EVENTS):
                if isinstance(event, GuideShown) and state.about is None:
                    raise ActivityRefused("no_such_field")
                state.texts.check(event, {"": len(question_points())}, LONGEST_TEXT)
            case _:
                refuse_unknown(event)

    def fold(
        self, state: AskingState, event: object, at: datetime, context: ExerciseContext[CaseContent]
    ) -> AskingState:
        match event:
            case SupplementFieldChosen(field_id):
                return replace(state, about=field_id)
            case RoundFinished():
                return replace(state, texts=state.texts.with_versions_kept())
        return replace(state, texts=state.texts.fold(event))

    def is_done(self, state: AskingState, context: ExerciseContext[CaseContent]) -> bool:
        return state.texts.part().is_done(len(question_points()))

    def view(self, state: AskingState, context: ExerciseContext[CaseContent]) -> AskingView:
        own = state.texts.part()
        return AskingView(
            context.content.picture(),
            state.about,
            FIELDS[state.about].title if state.about else "",
            own,
            earlier_versions([e.state.texts for e in context.earlier]),
            question_points() if own.guide else (),
            models_of(context.content) if own.guide else (),
        )

    def outcome(self, state: AskingState, context: ExerciseContext[CaseContent]) -> Outcome:
        done = self.is_done(state, context)
        return Outcome(approved=done, reflected=done)


def models_of(content: CaseContent) -> tuple[ModelSupplement, ...]:
    """Return the well-put questions that the case holds for the certificate at hand."""
    return tuple(s for s in content.case.supplements if s.medical_certificate_id == content.medical_certificate.id)


def question_points() -> tuple[str, ...]:
    """Return the observable points any question to a physician can be held against."""
    return (
        translate("Supplement", "Ställer en enda fråga"),
        translate("Supplement", "Gäller det fält du har valt"),
        translate("Supplement", "Går att besvara på tre rader"),
        translate("Supplement", "Säger vad svaret ska användas till"),
        translate("Supplement", "Låter som en kollega som vill förstå"),
    )


KIND = SupplementExercise()
