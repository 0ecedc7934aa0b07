"""The published JSON Schemas: what an editor uses to help people who write cases, templates, rules and material."""

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from kompetens_gui.content.case_model import CaseModel
from kompetens_gui.content.formats import FORMATS
from kompetens_gui.content.rehabilitation_rules_model import RehabilitationRulesModel
from kompetens_gui.content.template_model import TemplateModel

SCHEMA_FILES: dict[str, tuple[type[BaseModel], str]] = {
    "case.schema.json": (CaseModel, "Fall i Kompetens"),
    "session-template.schema.json": (TemplateModel, "Mall för ett tillfälle i Kompetens"),
    "rehabilitation-chain.schema.json": (RehabilitationRulesModel, "Rehabiliteringskedjans regler i Kompetens"),
    **{f.schema_file: (f.model, f.schema_title) for f in FORMATS},
}


def schema_text(name: str) -> str:
    """Return the content of a published schema file."""
    model, title = SCHEMA_FILES[name]
    schema: dict[str, Any] = model.model_json_schema(by_alias=True)
    published = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": title}
    return json.dumps(_without_titles(published), ensure_ascii=False, indent=2) + "\n"


def _without_titles(part: Any, *, is_properties: bool = False) -> Any:  # noqa: ANN401 (JSON is any)
    """Leave out the titles that only repeat a field's name, but keep a field that is called title."""
    if isinstance(part, list):
        return [_without_titles(item) for item in part]
    if not isinstance(part, dict):
        return part
    keep_all = is_properties or "$schema" in part
    return {
        key: _without_titles(value, is_properties=key in ("properties", "$defs") and not is_properties)
        for key, value in part.items()
        if keep_all or key != "title"
    }


def write_schemas(folder: Path) -> None:
    """Write the schema files anew; run `python -m kompetens_gui.content.schema FOLDER` after a change of the models."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in SCHEMA_FILES:
        (folder / name).write_text(schema_text(name), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    import sys

    write_schemas(Path(sys.argv[1] if len(sys.argv) > 1 else "resources/schema"))
