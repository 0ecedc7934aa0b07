"""A session template as the text of a file that people can read and change, and that reads back as it was."""

import re
import unicodedata
from collections.abc import Mapping
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import SafeRepresenter

from kompetens_gui.content.text_decoding import FORBIDDEN
from kompetens_gui.content.yaml_scalars import plain_scalar
from kompetens_gui.domain.workshop.template import SessionTemplate

# Never broken: where the emitter breaks a quoted line it may lose a space.
_LINE_WIDTH = 10_000_000
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")


def template_text(template: SessionTemplate) -> str:
    """Return the text of a template's file."""
    out = StringIO()
    yaml = YAML(typ="safe", pure=True)
    yaml.Representer = _Representer
    yaml.default_flow_style = False
    yaml.allow_unicode = True
    yaml.width = _LINE_WIDTH
    yaml.sort_base_mapping_type_on_output = False  # type: ignore[assignment]  # the order is the reader's
    yaml.dump(_data(template), out)
    return out.getvalue()


def _data(template: SessionTemplate) -> dict[str, Any]:
    head: dict[str, Any] = {
        "schema": 1,
        "id": template.id,
        "forum_type": template.forum_type,
        "title": template.title,
        "minutes": template.minutes,
        "description": template.description,
        "target_group": template.target_group,
        "purpose": template.purpose,
        "competence_areas": list(template.competence_areas),
        "cases": template.cases,
    }
    if template.suggested_cases:
        head["suggested_cases"] = list(template.suggested_cases)
    agenda = []
    for item in template.agenda:
        row: dict[str, Any] = {"kind": item.kind, "title": item.title, "minutes": item.minutes}
        if item.case_slot is not None:
            row["case"] = item.case_slot
        if item.settings:
            row["settings"] = dict(item.settings)
        if item.notes.strip():
            row["notes"] = item.notes
        agenda.append(row)
    plain: dict[str, Any] = _plain({**head, "agenda": agenda})
    return plain


def _plain(value: Any) -> Any:  # noqa: ANN401 (settings are any plain data)
    """Return plain data that the reader takes: no tabs, no invisible characters, letters composed."""
    if isinstance(value, Mapping):
        return {clean_text(str(k)): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return clean_text(value) if isinstance(value, str) else value


def clean_text(text: str) -> str:
    """Return a text as it can stand in a content file."""
    lined = _LINE_ENDS.sub("\n", text).replace("\t", "    ")
    cleaned = unicodedata.normalize("NFC", FORBIDDEN.sub("", lined))
    return "\n".join(line.rstrip() for line in cleaned.split("\n")).strip()


class _Representer(SafeRepresenter):
    """Writes text plainly where it reads back as text, long text line by line, and the rest in double quotes."""


def _text_node(representer: SafeRepresenter, text: str) -> ScalarNode:
    style = None
    if "\n" in text and not text.startswith((" ", "\n")):
        style = "|"
    elif not text or not _reads_as_text(text):
        style = '"'
    return representer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _reads_as_text(text: str) -> bool:
    try:
        return isinstance(plain_scalar(text), str)
    except ValueError:  # a date that does not exist
        return False


_Representer.add_representer(str, _text_node)
