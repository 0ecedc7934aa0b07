"""Self-study joined for tests: real storage and repetition, content in memory, a clock we set."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import count
from pathlib import Path

from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
from kompetens_gui.content.targets import load_targets
from kompetens_gui.domain.errors import ContentProblem, NotFound
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.study.common import StudyContentHead, StudyContentKind
from kompetens_gui.domain.study.learning_path import LearningPath
from kompetens_gui.domain.study.panel import Panel
from kompetens_gui.domain.study.questions import KnowledgeItem
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.repetition.fsrs_scheduler import FsrsScheduler
from kompetens_gui.services.exercise_content import ContentSources
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.services.ports import UnitOfWorkFactory
from kompetens_gui.services.profiles import ProfilesParts, ProfilesService
from kompetens_gui.services.progress import ProgressParts, ProgressService
from kompetens_gui.services.repetition import RepetitionParts, RepetitionService
from kompetens_gui.services.retention import RetentionParts, RetentionService
from kompetens_gui.services.sign_offs import SignOffParts, SignOffService
from kompetens_gui.services.studying import StudyingParts, StudyingService
from kompetens_gui.storage.attempt_writer import attempt_writer_factory
from kompetens_gui.storage.erasure_journal import FileErasureJournal
from kompetens_gui.storage.personal_data_store import rewrite_file
from tests.domain.study_making import (
    a_branching_case,
    a_drill,
    a_leaflet,
    a_letter,
    a_panel,
    a_path,
    a_reading,
    a_timeline_case,
    a_twin,
    an_employer_plan,
    an_impulse_case,
    an_item,
)
from tests.services.player import play
from tests.services.surroundings import Program

RESOURCES = Path(__file__).parents[2] / "resources"
AREAS = tuple(f"K{n:02}" for n in range(1, 15))


@dataclass
class Library:
    """A StudyLibrary in memory; changing it is what an author does while somebody studies."""

    contents: dict[tuple[StudyContentKind, str], object] = field(
        default_factory=lambda: {
            (StudyContentKind.READING, "roller"): a_reading(),
            (StudyContentKind.LETTER, "brev"): a_letter(),
            (StudyContentKind.TWIN, "tvilling"): a_twin(),
            (StudyContentKind.IMPULSES, "impuls"): an_impulse_case(),
            (StudyContentKind.EMPLOYER_PLAN, "plan"): an_employer_plan(),
            (StudyContentKind.BRANCHING, "gren"): a_branching_case(),
            (StudyContentKind.LEAFLET, "bipacksedel"): a_leaflet(),
            (StudyContentKind.SAFE_QUESTIONS, "fraga-om-vald"): a_drill(),
            (StudyContentKind.TIMELINE, "rad-1"): a_timeline_case(),
        }
    )
    bank: list[KnowledgeItem] = field(
        default_factory=lambda: [an_item(f"i{n}", family=f"f{n % 8}") for n in range(1, 25)]
    )
    all_paths: list[LearningPath] = field(default_factory=lambda: [a_path()])

    def ids(self, kind: StudyContentKind) -> Sequence[str]:
        return [i for k, i in self.contents if k == kind]

    def content(self, kind: StudyContentKind, content_id: str) -> object:
        if (kind, content_id) not in self.contents:
            raise NotFound("study_content", content_id)
        return self.contents[kind, content_id]

    def get(self, of: type, content_id: str) -> object:
        return next(c for (_, i), c in self.contents.items() if i == content_id and isinstance(c, of))

    def heads(self, kind: StudyContentKind) -> Sequence[StudyContentHead]:
        return []

    def items(self) -> Sequence[KnowledgeItem]:
        return self.bank

    def item(self, item_id: str) -> KnowledgeItem:
        found = next((i for i in self.bank if i.id == item_id), None)
        if found is None:
            raise NotFound("knowledge_item", item_id)
        return found

    def items_of_module(self, module_id: str) -> Sequence[KnowledgeItem]:
        return [i for i in self.bank if module_id in i.modules]

    def panel(self, case_id: str) -> Panel | None:
        return a_panel() if case_id == "utmattning" else None

    def paths(self) -> Sequence[LearningPath]:
        return self.all_paths

    def path(self, path_id: str) -> LearningPath:
        found = next((p for p in self.all_paths if p.id == path_id), None)
        if found is None:
            raise NotFound("learning_path", path_id)
        return found

    def problems(self) -> Sequence[ContentProblem]:
        return ()


class Studies:
    """Self-study over a program on a data folder."""

    def __init__(self, program: Program, library: Library | None = None, seed: int = 3) -> None:
        self.program = program
        self.library = library or Library()
        self._ids = count(1)
        self._seed = seed
        self.opened = 0

    @property
    def work(self) -> UnitOfWorkFactory:
        return self.program.work

    def new_id(self) -> str:
        return f"{id(self.program):x}-{next(self._ids)}"

    @cached_property
    def journal(self) -> FileErasureJournal:
        return FileErasureJournal(self.program.folder)

    @cached_property
    def leave_no_trace(self) -> Callable[[], None]:
        return partial(rewrite_file, self.program.database)

    @cached_property
    def profiles(self) -> ProfilesService:
        p = self.program
        salt = count(1)
        return ProfilesService(
            ProfilesParts(
                p.work,
                p.clock,
                p.bus,
                self.new_id,
                lambda size: next(salt).to_bytes(size, "big"),
                self.journal,
                self.leave_no_trace,
            )
        )

    @cached_property
    def studying(self) -> StudyingService:
        p = self.program
        sources = ContentSources(self.library, p.bank, load_rehabilitation_rules)  # type: ignore[arg-type]
        return StudyingService(
            StudyingParts(
                p.work,
                attempt_writer_factory(p.database),
                sources,
                FsrsScheduler(),
                p.clock,
                p.bus,
                self.new_id,
                lambda: self._seed,
            )
        )

    @cached_property
    def progress(self) -> ProgressService:
        p = self.program
        targets = load_targets(RESOURCES / "competence" / "targets.yaml")
        return ProgressService(ProgressParts(p.work, p.clock, p.bus, AREAS, lambda: targets, lambda: "RV4"))

    @cached_property
    def repetition(self) -> RepetitionService:
        p = self.program
        return RepetitionService(RepetitionParts(p.work, self.library, FsrsScheduler(), p.clock, p.bus))  # type: ignore[arg-type]

    @cached_property
    def sign_offs(self) -> SignOffService:
        p = self.program
        return SignOffService(SignOffParts(p.work, self.profiles, p.clock, p.bus, self.new_id))

    @cached_property
    def retention(self) -> RetentionService:
        p = self.program
        return RetentionService(RetentionParts(p.work, p.clock, p.bus, self.journal, self.leave_no_trace))

    def learner(self, name: str = "Ylva Öst", role: Role = Role.REHAB_COORDINATOR, **more: str) -> LearnerProfile:
        return self.profiles.create(name, role, more.get("unit", "Ängen"), pin=more.get("pin", ""), path="korkort")

    def step(self, learner: LearnerId, step: str = "u2", module: str = "uppdraget") -> OpenAttempt:
        return self.studying.open_step(learner, "korkort", module, step)

    def done(self, learner: LearnerId, step: str, module: str = "uppdraget") -> Attempt:
        """Do a step with right answers."""
        return play(self.step(learner, step, module), self.studying, self.sign_offs)

    def all_done(self, learner: LearnerId) -> None:
        for step, module in (("u1", "uppdraget"), ("u2", "uppdraget"), ("v1", "avslut"), ("v2", "avslut")):
            self.done(learner, step, module)

    def crash(self) -> "Studies":
        """End without closing anything properly, and start anew on the same files."""
        self.close()
        return Studies(Program(self.program.folder, self.program.clock, self.program.bank), self.library, self._seed)

    def close(self) -> None:
        self.studying.release()
        self.program.close()
