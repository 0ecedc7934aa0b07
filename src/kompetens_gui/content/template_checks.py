"""References from session templates to material and cases."""

from collections.abc import Iterator, Sequence

from kompetens_gui.content.material.formats import MATERIAL
from kompetens_gui.content.material.library import FileMaterialLibrary
from kompetens_gui.content.rule_lists import rules_folder
from kompetens_gui.content.study.cross_checks import nothing
from kompetens_gui.content.study.surroundings import CheckedContent, Surroundings
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.activities.base import material_refs
from kompetens_gui.domain.errors import ContentProblem
from kompetens_gui.domain.material.common import MaterialKind, MaterialRef
from kompetens_gui.domain.workshop.template import SessionTemplate


def template_reference_problems(
    templates: Sequence[tuple[SessionTemplate, YamlDocument]],
    checked: Sequence[CheckedContent],
    around: Surroundings,
) -> Iterator[ContentProblem]:
    """Yield every piece of material or suggested case that a template names and that is not there."""
    bundled = FileMaterialLibrary((rules_folder().parent,))

    def known(kind: MaterialKind) -> set[str]:
        beside = {c.content.head.id for c in checked if c.format is MATERIAL[kind]}
        return beside | set(bundled.ids(kind))

    for template, document in templates:
        for position, item in enumerate(template.agenda):
            at: Where = ("agenda", position, "settings")
            for text in material_refs(item.settings):
                ref = MaterialRef.read(text)
                ids = known(ref.kind) if ref else set()
                if ref is None or ref.id not in ids:
                    what = f"Momentet ”{item.title}” använder materialet ”{text}”, som inte finns."
                    yield nothing(what, ref.id if ref else text, ids, at, document).problem
        for position, case_id in enumerate(template.suggested_cases):
            if case_id and not around.has_case(case_id):
                what = f"Mallen föreslår fallet ”{case_id}”, som inte finns."
                yield nothing(what, case_id, around.case_ids(), ("suggested_cases", position), document).problem
