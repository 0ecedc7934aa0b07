"""Checks content files and folders and tells what is wrong: what `kompetens validate` does."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from kompetens_gui.content.balance import BalanceRow, balance, balance_lines
from kompetens_gui.content.checks import check_case
from kompetens_gui.content.course_certificate_rules import course_certificate_rules_from
from kompetens_gui.content.findings import weighed
from kompetens_gui.content.formats import FORMATS
from kompetens_gui.content.loading import CASE_FILE, case_from, checked_model
from kompetens_gui.content.material.balance import is_workshop, material_balance
from kompetens_gui.content.material.cross_checks import material_cross_findings
from kompetens_gui.content.rehabilitation_rules import rehabilitation_rules_from
from kompetens_gui.content.rule_lists import RuleLists, ScalesModel, WordListModel, load_rule_lists
from kompetens_gui.content.study.balance import question_balance, study_balance
from kompetens_gui.content.study.checks import check_study_content, status_of
from kompetens_gui.content.study.cross_checks import cross_findings, repeated_items
from kompetens_gui.content.study.format import StudyFormat, format_by_fields, format_by_place
from kompetens_gui.content.study.formats import EXERCISES, EXERCISES_FOLDER
from kompetens_gui.content.study.loading import study_content_from
from kompetens_gui.content.study.surroundings import CheckedContent, Surroundings
from kompetens_gui.content.targets import targets_from
from kompetens_gui.content.template_checks import template_reference_problems
from kompetens_gui.content.templates import competence_areas_from, template_from
from kompetens_gui.content.yaml_reader import YamlDocument, read_yaml
from kompetens_gui.domain.case import Case
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem
from kompetens_gui.domain.workshop.template import SessionTemplate

# Folders whose YAML files are content, besides the case folders.
_CONTENT_FOLDERS = {"session_templates", "competence", "rules"} | {f.folder[0] for f in FORMATS if len(f.folder) == 1}
# A remark on more places than this is told once.
_OFTEN = 5
DESIGN_FILE = "design.md"


@dataclass
class Report:
    """What was found in all that was checked. Errors stop a file from being used; warnings are for people to weigh."""

    errors: list[ContentProblem] = field(default_factory=list)
    warnings: list[ContentProblem] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    study: list[CheckedContent] = field(default_factory=list)
    files: int = 0

    @property
    def is_fine(self) -> bool:
        return not self.errors


def default_paths() -> tuple[Path, ...]:
    """Return what is checked when nothing is named: the folders here, else those that came with the program."""
    here = [p for p in (Path("cases"), Path("resources")) if p.is_dir()]
    root = Path(__file__).parents[1] / "_data"
    if not root.is_dir():
        root = Path(__file__).parents[3]
    return tuple(here) or (root / "cases", root / "resources")


def validate(paths: Sequence[Path], today: date | None = None) -> Report:
    """Check files and folders, whatever they hold; nothing that stands in them makes this raise."""
    report = Report()
    checker = _Checker(report, today or date.today())
    for path in paths:
        for file in _content_files(path, report):
            checker.check(file)
    checker.check_references()
    return report


def run(paths: Sequence[Path], out: Callable[[str], None]) -> int:
    """Check and tell, one line for each thing found. Returns the exit code: 0 without errors, else 1."""
    report = validate(paths or default_paths())
    for title, problems in (("Fel", report.errors), ("Påpekanden", report.warnings)):
        if problems:
            out(f"{title} ({len(problems)})")
            for line in _told(problems, shorten=problems is report.warnings):
                out(line)
            out("")
    out(
        f"Kontrollerade {_count(report.files, 'fil', 'filer')}, varav {_whole(report)}: "
        f"{_count(len(report.errors), 'fel', 'fel')} och {_count(len(report.warnings), 'påpekande', 'påpekanden')}."
    )
    for title, rows in _balances(report):
        if rows:
            out("")
            out(title)
            for line in balance_lines(rows):
                out(line)
    return 0 if report.is_fine else 1


def _told(problems: Sequence[ContentProblem], *, shorten: bool) -> Iterator[str]:
    """Word the problems in order; a remark that many files share is told once, so that the others are seen."""
    alike = Counter((p.what, p.advice) for p in problems)
    told: set[tuple[str, str]] = set()
    for problem in problems:
        same = (problem.what, problem.advice)
        if not shorten or alike[same] <= _OFTEN:
            yield str(problem)
        elif same not in told:
            told.add(same)
            yield f"{problem} (Samma påpekande på {alike[same] - 1} ställen till.)"


def _balances(report: Report) -> Iterator[tuple[str, tuple[BalanceRow, ...]]]:
    exercises = sum(c.format in EXERCISES.values() for c in report.study)
    yield f"Bankens balans ({len(report.cases)} fall)", balance(report.cases)
    study = [c for c in report.study if not is_workshop(c)]
    yield f"Studieinnehållets balans ({exercises} filer)", study_balance(study)
    yield "Frågebankens balans", question_balance(report.study)
    workshop = len(report.study) - len(study)
    yield f"Workshopmaterialets balans ({workshop} filer)", material_balance(report.study)


def _whole(report: Report) -> str:
    workshop = sum(is_workshop(c) for c in report.study)
    files = ((len(report.study) - workshop, "studieinnehåll"), (workshop, "workshopmaterial"))
    parts = [f"{len(report.cases)} hela fall"]
    parts += [f"{_count(number, 'fil', 'filer')} med {of}" for number, of in files if number]
    return ", ".join(parts[:-1]) + (" och " if parts[1:] else "") + parts[-1]


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'inga'} {one if number == 1 else many}"


def _content_files(path: Path, report: Report) -> Iterator[Path]:
    """Yield the content files that a path leads to; note what cannot be looked into."""
    try:
        if path.is_dir():
            yield from _folder_files(path, report)
        elif path.exists():
            yield path
        else:
            _note(report, path, "Filen eller mappen finns inte.", "Kontrollera sökvägen.")
    except (OSError, ValueError):
        _note(report, path, "Sökvägen går inte att läsa.", "Kontrollera sökvägen och att du får läsa den.")


def _folder_files(folder: Path, report: Report) -> Iterator[Path]:
    before = report.files + len(report.errors)
    found = 0
    for where, folders, files in os.walk(folder, onerror=lambda error: _note_unreadable(report, error)):
        here = Path(where)
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        is_content = here.name in _CONTENT_FOLDERS or EXERCISES_FOLDER in (here.name, here.parent.name)
        for name in sorted(files):
            if name == CASE_FILE or (is_content and name.endswith(".yaml")):
                found += 1
                yield here / name
            elif name.endswith(".yml"):
                _note(
                    report,
                    here / name,
                    "Filen slutar på .yml och läses inte.",
                    "Döp om den så att den slutar på .yaml.",
                )
        if DESIGN_FILE in files and CASE_FILE not in files:
            _note(report, here, f"Mappen har {DESIGN_FILE} men ingen {CASE_FILE}.", f"Lägg till {CASE_FILE}.")
    if not found and before == report.files + len(report.errors):
        advice = f"Peka ut en mapp med fall: varje fall ligger i en egen mapp, i filen {CASE_FILE}."
        _note(report, folder, "Mappen innehåller inga fall eller mallar.", advice)


def _note_unreadable(report: Report, error: OSError) -> None:
    _note(report, Path(error.filename or ""), "Mappen kan inte läsas.", "Kontrollera att du får läsa den.")


def _note(report: Report, path: Path, what: str, advice: str) -> None:
    report.errors.append(ContentProblem(str(path), 1, what, advice))


class _Checker:
    """Reads each file as what it is and notes what is found."""

    def __init__(self, report: Report, today: date) -> None:
        self._report = report
        self._today = today
        self._lists = self._load_lists()
        self._seen: dict[str, str] = {}
        self._cases: list[Case] = []
        self._templates: list[tuple[SessionTemplate, YamlDocument]] = []

    def check(self, file: Path) -> None:
        self._report.files += 1
        try:
            self._check_as_what_it_is(read_yaml(file), file)
        except ContentInvalid as error:
            self._report.errors.extend(error.problems)

    def _load_lists(self) -> RuleLists:
        try:
            return load_rule_lists()
        except ContentInvalid as error:
            self._report.errors.extend(error.problems)
            return RuleLists()

    def _check_as_what_it_is(self, document: YamlDocument, file: Path) -> None:
        fields = document.data if isinstance(document.data, dict) else {}
        in_place = format_by_place(file, FORMATS)
        if file.name == CASE_FILE:
            self._check_case(document, file)
        elif in_place is not None:
            self._check_study(document, in_place, file)
        elif EXERCISES_FOLDER in (file.parent.name, file.parent.parent.name):
            what = f"Mappen ”{file.parent.name}” är ingen mapp för övningar, så filen läses inte."
            advice = (
                f"Lägg den i någon av: {', '.join(f.folder[-1] for f in FORMATS if f.folder[0] == EXERCISES_FOLDER)}."
            )
            self._report.errors.append(document.problem((), what, advice))
        elif "agenda" in fields or file.parent.name == "session_templates":
            template = template_from(document, file.stem)
            self._templates.append((template, document))
            self._note_id(template.id, "en mall", document)
        elif "targets" in fields:
            targets_from(document)
        elif "areas" in fields or file.parent.name == "competence":
            competence_areas_from(document)
        elif "scales" in fields:
            checked_model(document, ScalesModel)
        elif "versions" in fields and "situations" in fields:
            rehabilitation_rules_from(document)
        elif "course_certificates" in fields:
            course_certificate_rules_from(document)
        elif "guilt" in fields or file.parent.name == "rules":
            checked_model(document, WordListModel)
        elif (format_ := format_by_fields(document.data, FORMATS)) is not None:
            self._check_study(document, format_, file)
        else:
            self._check_case(document, file)

    def check_references(self) -> None:
        """Check what leads from one file to another, when all files have been read."""
        report = self._report
        report.errors.extend(repeated_items(report.study))
        around = Surroundings(report.study, {case.id: case for case in self._cases})
        report.errors.extend(template_reference_problems(self._templates, report.study, around))
        found = chain(cross_findings(report.study, around), material_cross_findings(report.study, around))
        for one, finding in found:
            errors, warnings = weighed([finding], status_of(one.content))
            report.errors.extend(errors)
            report.warnings.extend(warnings)

    def _check_study(self, document: YamlDocument, format_: StudyFormat, file: Path) -> None:
        content = study_content_from(document, format_, file.stem)
        errors, warnings = check_study_content(content, format_, document, self._lists, self._today)
        self._report.errors.extend(errors)
        self._report.warnings.extend(warnings)
        self._note_id(file.stem, format_.what_it_is, document)
        self._report.study.append(CheckedContent(format_, content, document))

    def _check_case(self, document: YamlDocument, file: Path) -> None:
        is_in_place = file.name == CASE_FILE
        case = case_from(document, folder_name=file.resolve().parent.name if is_in_place else None)
        errors, warnings = check_case(case, document, self._lists, self._today)
        self._report.errors.extend(errors)
        self._report.warnings.extend(warnings)
        if is_in_place and not file.with_name(DESIGN_FILE).is_file():
            what = f"Fallet saknar {DESIGN_FILE}."
            advice = "Skriv kort vad fallet är till för, lärandemålen och vad det inte handlar om."
            self._report.warnings.append(document.problem((), what, advice))
        self._note_id(case.id, "ett fall", document)
        self._cases.append(case)
        if not errors:
            self._report.cases.append(case)

    def _note_id(self, id_: str, what_it_is: str, document: YamlDocument) -> None:
        other = self._seen.setdefault(f"{what_it_is} {id_}", document.path)
        if other != document.path:
            what = f"Det finns redan {what_it_is} med id ”{id_}” i {other}."
            self._report.errors.append(document.problem(("id",), what, "Ge den ena ett annat id, eller ta bort den."))
