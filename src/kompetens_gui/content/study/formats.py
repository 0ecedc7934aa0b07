"""The formats of self-study content. A new one is a module of its own and an entry here."""

from pathlib import Path

from kompetens_gui.content.study import (
    branching,
    employer_plan,
    impulses,
    leaflet,
    letter,
    panels,
    path_rules,
    paths,
    questions,
    reading,
    safe_questions,
    timeline,
    twin,
)
from kompetens_gui.content.study.format import StudyFormat, no_problems, no_wholes
from kompetens_gui.content.yaml_reader import Data
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.study.common import StudyContentKind
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.panel import Panel
from kompetens_gui.domain.study.questions import QuestionFile
from kompetens_gui.domain.study.reading import Reading
from kompetens_gui.domain.study.safe_questions import SafeQuestionsDrill
from kompetens_gui.domain.study.timeline import TimelineCase
from kompetens_gui.domain.study.twin import TwinCase

EXERCISES_FOLDER = "exercises"

QUESTIONS = StudyFormat(
    name="questions",
    what_it_is="en frågefil",
    folder=("questions",),
    domain_type=QuestionFile,
    model=questions.QuestionsModel,
    to_domain=questions.to_question_file,
    problems=questions.problems,
    findings=questions.findings,
    wholes=no_wholes,
    schema_file="questions.schema.json",
    schema_title="Kunskapsfrågor i Kompetens",
    marks=("items",),
)
PANELS = StudyFormat(
    name="panel",
    what_it_is="en panel",
    folder=("panels",),
    domain_type=Panel,
    model=panels.PanelModel,
    to_domain=panels.to_panel,
    problems=panels.problems,
    findings=panels.findings,
    wholes=no_wholes,
    schema_file="panel.schema.json",
    schema_title="Panel om ett fall i Kompetens",
    marks=("certificates",),
    id_field="case",
)
PATHS = StudyFormat(
    name="learning_path",
    what_it_is="en lärandeväg",
    folder=("learning_paths",),
    domain_type=LearningPath,
    model=paths.LearningPathModel,
    to_domain=paths.to_learning_path,
    problems=path_rules.problems,
    findings=path_rules.findings,
    wholes=no_wholes,
    schema_file="learning-path.schema.json",
    schema_title="Lärandeväg i Kompetens",
    marks=("course_code", "modules"),
)
EXERCISES: dict[StudyContentKind, StudyFormat] = {
    StudyContentKind.BRANCHING: StudyFormat(
        name="branching",
        what_it_is="ett förgreningsfall",
        folder=(EXERCISES_FOLDER, "branching"),
        domain_type=BranchingCase,
        model=branching.BranchingModel,
        to_domain=branching.to_branching_case,
        problems=branching.problems,
        findings=branching.findings,
        wholes=branching.wholes,
        schema_file="branching.schema.json",
        schema_title="Förgreningsfall i Kompetens",
        marks=("nodes", "tracks"),
        wants_person=True,
    ),
    StudyContentKind.TIMELINE: StudyFormat(
        name="timeline",
        what_it_is="en tidslinje",
        folder=(EXERCISES_FOLDER, "timeline"),
        domain_type=TimelineCase,
        model=timeline.TimelineModel,
        to_domain=timeline.to_timeline_case,
        problems=timeline.problems,
        findings=timeline.findings,
        wholes=timeline.wholes,
        schema_file="timeline.schema.json",
        schema_title="Tidslinje i Kompetens",
        marks=("exam", "expected"),
        wants_person=True,
    ),
    StudyContentKind.IMPULSES: StudyFormat(
        name="impulses",
        what_it_is="ett impulsfall",
        folder=(EXERCISES_FOLDER, "impulses"),
        domain_type=ImpulseCase,
        model=impulses.ImpulsesModel,
        to_domain=impulses.to_impulse_case,
        problems=impulses.problems,
        findings=impulses.findings,
        wholes=impulses.wholes,
        schema_file="impulses.schema.json",
        schema_title="Impulsfall i Kompetens",
        marks=("portions",),
        wants_person=True,
    ),
    StudyContentKind.LETTER: StudyFormat(
        name="letter",
        what_it_is="ett brev",
        folder=(EXERCISES_FOLDER, "letter"),
        domain_type=PlainLetter,
        model=letter.LetterModel,
        to_domain=letter.to_letter,
        problems=letter.problems,
        findings=letter.findings,
        wholes=letter.wholes,
        schema_file="letter.schema.json",
        schema_title="Brev till klarspråk i Kompetens",
        marks=("original", "must_keep"),
    ),
    StudyContentKind.EMPLOYER_PLAN: StudyFormat(
        name="employer_plan",
        what_it_is="en arbetsgivares plan",
        folder=(EXERCISES_FOLDER, "employer_plan"),
        domain_type=EmployerPlan,
        model=employer_plan.EmployerPlanModel,
        to_domain=employer_plan.to_employer_plan,
        problems=employer_plan.problems,
        findings=employer_plan.findings,
        wholes=employer_plan.wholes,
        schema_file="employer-plan.schema.json",
        schema_title="Arbetsgivarens plan i Kompetens",
        marks=("checkpoints",),
        wants_person=True,
    ),
    StudyContentKind.TWIN: StudyFormat(
        name="twin",
        what_it_is="ett tvillingfall",
        folder=(EXERCISES_FOLDER, "twin"),
        domain_type=TwinCase,
        model=twin.TwinModel,
        to_domain=twin.to_twin_case,
        problems=twin.problems,
        findings=twin.findings,
        wholes=twin.wholes,
        schema_file="twin.schema.json",
        schema_title="Tvillingfall i Kompetens",
        marks=("versions", "reflection"),
    ),
    StudyContentKind.LEAFLET: StudyFormat(
        name="leaflet",
        what_it_is="en bipacksedel",
        folder=(EXERCISES_FOLDER, "leaflet"),
        domain_type=Leaflet,
        model=leaflet.LeafletModel,
        to_domain=leaflet.to_leaflet,
        problems=leaflet.problems,
        findings=leaflet.findings,
        wholes=leaflet.wholes,
        schema_file="leaflet.schema.json",
        schema_title="Bipacksedel i Kompetens",
        marks=("sections", "degree"),
        wants_person=True,
    ),
    StudyContentKind.SAFE_QUESTIONS: StudyFormat(
        name="safe_questions",
        what_it_is="en övning i säkra frågor",
        folder=(EXERCISES_FOLDER, "safe_questions"),
        domain_type=SafeQuestionsDrill,
        model=safe_questions.SafeQuestionsModel,
        to_domain=safe_questions.to_safe_questions,
        problems=safe_questions.problems,
        findings=safe_questions.findings,
        wholes=safe_questions.wholes,
        schema_file="safe-questions.schema.json",
        schema_title="Säkra frågor i Kompetens",
        marks=("helplines", "steps"),
    ),
    StudyContentKind.READING: StudyFormat(
        name="reading",
        what_it_is="en läsning",
        folder=(EXERCISES_FOLDER, "reading"),
        domain_type=Reading,
        model=reading.ReadingModel,
        to_domain=reading.to_reading,
        problems=no_problems,
        findings=reading.findings,
        wholes=reading.wholes,
        schema_file="reading.schema.json",
        schema_title="Läsning i Kompetens",
        marks=("pages",),
    ),
}
FORMATS: tuple[StudyFormat, ...] = (QUESTIONS, *EXERCISES.values(), PANELS, PATHS)


def format_by_place(file: Path) -> StudyFormat | None:
    """Return the format that a file's folder says it has."""
    folders = file.absolute().parts[:-1]
    return next((f for f in FORMATS if folders[-len(f.folder) :] == f.folder), None)


def format_by_fields(data: Data) -> StudyFormat | None:
    """Return the format that a file's own fields say it has, for files that lie somewhere else."""
    fields = data if isinstance(data, dict) else {}
    return next((f for f in FORMATS if all(mark in fields for mark in f.marks)), None)
