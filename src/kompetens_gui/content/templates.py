"""Session templates and competence areas from their files."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from kompetens_gui.content.loading import checked_model
from kompetens_gui.content.template_model import CompetenceAreasModel, TemplateItemModel, TemplateModel
from kompetens_gui.content.yaml_reader import Where, YamlDocument, read_yaml
from kompetens_gui.domain.activities.registry import ACTIVITY_KINDS, activity_kind
from kompetens_gui.domain.competence import CompetenceArea
from kompetens_gui.domain.errors import ContentInvalid, ContentProblem, InvalidSettings
from kompetens_gui.domain.workshop.template import SessionTemplate, TemplateItem


def load_template(path: Path) -> SessionTemplate:
    """Read a session template; ContentInvalid holds every fault found, each with its line."""
    return template_from(read_yaml(path), path.stem)


def load_templates(folder: Path) -> tuple[SessionTemplate, ...]:
    """Read all templates of a folder in order of file name."""
    return tuple(load_template(path) for path in sorted(folder.glob("*.yaml")))


def template_from(document: YamlDocument, file_stem: str | None = None) -> SessionTemplate:
    """Return the template that a document describes; its id must be `file_stem` when that is given."""
    model = checked_model(document, TemplateModel)
    problems = list(_problems(model, document, file_stem))
    if problems:
        raise ContentInvalid(tuple(sorted(problems, key=lambda p: (p.line, p.column))))
    return SessionTemplate(
        id=model.id,
        forum_type=model.forum_type,
        title=model.title,
        minutes=model.minutes,
        description=model.description,
        target_group=model.target_group,
        purpose=model.purpose,
        competence_areas=model.competence_areas,
        cases=model.cases,
        agenda=tuple(
            TemplateItem(i.kind, i.title, i.minutes, i.case, MappingProxyType(_frozen(i.settings)), i.notes)
            for i in model.agenda
        ),
        suggested_cases=model.suggested_cases,
    )


def _frozen(settings: Mapping[str, object]) -> dict[str, object]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in settings.items()}


def _problems(model: TemplateModel, document: YamlDocument, file_stem: str | None) -> Iterator[ContentProblem]:
    if file_stem is not None and model.id != file_stem:
        what = f"Mallens id är ”{model.id}” men filen heter ”{file_stem}.yaml”."
        yield document.problem(("id",), what, "Låt id och filnamn vara lika.")
    total = sum(i.minutes for i in model.agenda)
    if total != model.minutes:
        what = f"Momenten tar tillsammans {total} minuter men mallen säger {model.minutes}."
        yield document.problem(("minutes",), what, f"Ändra minutes till {total}, eller momentens tider.")
    if len(model.suggested_cases) > model.cases:
        what = f"Mallen föreslår {len(model.suggested_cases)} fall men har bara {model.cases}."
        yield document.problem(("suggested_cases",), what, "Ta bort förslag, eller öka cases.")
    used = {i.case for i in model.agenda if i.case is not None}
    unused = sorted(set(range(1, model.cases + 1)) - used)
    if unused:
        what = f"Mallen har {model.cases} fall, men fall {', '.join(map(str, unused))} används inte i något moment."
        yield document.problem(("cases",), what, "Minska cases, eller sätt case på ett moment.")
    for i, item in enumerate(model.agenda):
        yield from _item_problems(item, model, document, ("agenda", i))


def _item_problems(
    item: TemplateItemModel, model: TemplateModel, document: YamlDocument, at: Where
) -> Iterator[ContentProblem]:
    if item.case is not None and item.case > model.cases:
        what = f"Momentet ”{item.title}” använder fall {item.case}, men mallen har bara {model.cases}."
        yield document.problem((*at, "case"), what, "Ändra case, eller öka cases högre upp.")
    if item.kind not in ACTIVITY_KINDS:
        what = f"Det finns inget moment av slaget ”{item.kind}”."
        yield document.problem((*at, "kind"), what, f"Välj något av: {', '.join(ACTIVITY_KINDS)}.")
        return
    kind = activity_kind(item.kind)
    if kind.needs_case and item.case is None:
        what = f"Momentet ”{item.title}” behöver ett fall."
        yield document.problem(at, what, "Lägg till case: 1 (eller numret på det fall som ska användas).")
    try:
        kind.check_settings(_frozen(item.settings))
    except InvalidSettings as error:
        what = f"Inställningen ”{error.setting}” går inte att använda i momentet ”{item.title}”."
        yield document.problem((*at, "settings", error.setting), what, f"Se beskrivningen av {item.kind}.")


def load_competence_areas(path: Path) -> tuple[CompetenceArea, ...]:
    """Read the competence areas in the order of the file."""
    return competence_areas_from(read_yaml(path))


def competence_areas_from(document: YamlDocument) -> tuple[CompetenceArea, ...]:
    """Return the areas that a document describes."""
    model = checked_model(document, CompetenceAreasModel)
    seen: set[str] = set()
    problems = []
    for i, area in enumerate(model.areas):
        if area.id in seen:
            what = f"Området {area.id} står två gånger."
            problems.append(document.problem(("areas", i, "id"), what, "Ta bort det ena."))
        seen.add(area.id)
    if problems:
        raise ContentInvalid(tuple(problems))
    return tuple(CompetenceArea(a.id, a.title, a.short) for a in model.areas)
