"""What a schema found wrong, in Swedish, at its line, with what to do about it."""

import difflib
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kompetens_gui.content.yaml_reader import Data, Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem

_MAX_REPORTED = 200
Words = tuple[str, str]

# What the patterns in the models ask for, in words.
_PATTERN_ADVICE: Mapping[str, str] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Använd a–z (små), siffror och bindestreck, till exempel ”depression-lager”.",
    r"^[a-z][a-z0-9_-]*$": "Börja med en liten bokstav a–z; sedan a–z, siffror, - eller _, till exempel ”f1”.",
    r"^[A-Z]\d{2}(\.?[0-9A-Z]{1,3})?$": "Skriv koden som i ICD-10-SE, till exempel F32.1 eller F43.8A.",
    r"^K(0[1-9]|1[0-4])$": "Skriv områdets id, K01 till K14.",
}


def without_extensions(data: Data) -> Data:
    """Return the data without fields that start with "x-" and without fields left empty.

    A name with spaces in it stays: it is the end of a sentence that a comma cut in two, `{text: Ja, men inte nu}`.
    """
    if isinstance(data, dict):
        return {
            k: without_extensions(v)
            for k, v in data.items()
            if not k.startswith("x-") and (v is not None or " " in k.strip())
        }
    return [without_extensions(item) for item in data] if isinstance(data, list) else data


def explain(error: ValidationError, document: YamlDocument, model: type[BaseModel]) -> tuple[ContentProblem, ...]:
    """Return one problem for each thing the model refused, in the order of the file."""
    items = _without_consequences(error.errors(include_url=False))
    problems = [_problem(item, document, model) for item in items[:_MAX_REPORTED]]
    return tuple(sorted(problems, key=lambda p: (p.line, p.column)))


def _without_consequences(items: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a list is too short when that only follows from faults within its own parts."""
    around = {item["loc"][:length] for item in items for length in range(len(item["loc"]))}
    return [i for i in items if i["type"] != "too_short" or i["loc"] not in around]


def _problem(item: ErrorDetails, document: YamlDocument, model: type[BaseModel]) -> ContentProblem:
    loc = tuple(part for part in item["loc"] if part != "[key]")
    what, advice = _words(item, loc, document, model)
    return document.problem(loc, what, advice)


def _words(item: ErrorDetails, loc: Where, document: YamlDocument, model: type[BaseModel]) -> Words:
    kind = item["type"]
    name = field_name(loc)
    if kind == "missing":
        return _missing(loc, name, document, model)
    if kind == "extra_forbidden":
        return _unknown(loc, model)
    if kind == "literal_error":
        return _choice(item, loc, name, model)
    if kind in ("string_type", "string_sub_type"):
        return _not_text(item["input"], name)
    explain_kind = _PLAIN.get(kind)
    if explain_kind is not None:
        return explain_kind(name, item.get("ctx", {}))
    return (
        f"Värdet i {name} går inte att använda.",
        "Jämför med beskrivningen av fältet (docs/case-format.md, docs/study-format.md, docs/material-format.md).",
    )


def field_name(loc: Sequence[str | int]) -> str:
    """Return how people are told which part is meant: its field, and its number when it is in a list."""
    field = next((p for p in reversed(loc) if isinstance(p, str)), "")
    if not field:
        return "filen"
    if isinstance(loc[-1], int):
        number = next(p for p in loc[len(loc) - list(reversed(loc)).index(field) :] if isinstance(p, int)) + 1
        return f"”{field}” (punkt {number})"
    return f"”{field}”"


def _missing(loc: Where, name: str, document: YamlDocument, model: type[BaseModel]) -> Words:
    if loc and isinstance(loc[-1], int):
        return f"Listan i {field_name(loc[:-1])} har för få delar.", f"Skriv minst {loc[-1] + 1} värden."
    help_text = _description(loc, model)
    if loc in document.positions:
        return f"Fältet {name} är tomt.", f"Fyll i ett värde. {help_text}".strip()
    within = f" i {field_name(loc[:-1])}" if len(loc) > 1 else ""
    return f"Fältet {name} saknas{within}.", f"Lägg till raden ”{loc[-1]}: …”. {help_text}".strip()


def _unknown(loc: Where, model: type[BaseModel]) -> Words:
    known = sorted(_schema_at(loc[:-1], model).get("properties", {}))
    near = difflib.get_close_matches(str(loc[-1]), known, n=1, cutoff=0.6)
    advice = f"Menade du ”{near[0]}”? " if near else f"Här kan stå: {', '.join(known)}. "
    return f"Okänt fält ”{loc[-1]}”.", advice + "Egna fält får finnas om namnet börjar med x-."


def _choice(item: ErrorDetails, loc: Where, name: str, model: type[BaseModel]) -> Words:
    choices = [str(c) for c in _choices(_schema_at(loc, model))]
    if loc == ("schema",):
        what = f"Formatets version {item['input']} är okänd; det här programmet läser version {', '.join(choices)}."
        return what, "Skriv ”schema: 1”. Är filen skriven för en nyare version behöver programmet uppdateras."
    if not choices:  # a field name in a mapping with fixed names
        expected = str(item.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
        return f"{name} är inget fält här.", f"Välj något av: {expected}."
    near = difflib.get_close_matches(str(item["input"]), choices, n=1, cutoff=0.6)
    hint = f"Menade du ”{near[0]}”? " if near and near[0] != str(item["input"]) else ""
    return f"”{_short(item['input'])}” går inte att välja i {name}.", f"{hint}Välj något av: {', '.join(choices)}."


def _not_text(value: object, name: str) -> Words:
    if value is None:
        return f"{name} är tomt.", "Skriv en text eller ta bort fältet."
    if isinstance(value, list | dict):
        return f"{name} ska vara text men är en lista eller ett block.", (
            "Skriv texten efter kolonet, eller som ett block efter >-. Börjar texten med - eller [ behövs citattecken."
        )
    kinds = ((bool, "ja eller nej (true/false)"), (date, "ett datum"), (int, "ett tal"), (float, "ett tal"))
    kind = next((words for type_, words in kinds if isinstance(value, type_)), "något annat")
    return f"{name} ska vara text men läses som {kind}.", f'Sätt citattecken: "{_short(value)}".'


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


_PLAIN: Mapping[str, Callable[[str, Mapping[str, Any]], Words]] = {
    "string_too_short": lambda n, c: (f"{n} är tomt.", "Skriv en text."),
    "string_too_long": lambda n, c: (
        f"{n} är för långt: gränsen är {c['max_length']} tecken.",
        "Korta texten eller flytta en del av den till ett annat fält.",
    ),
    "string_pattern_mismatch": lambda n, c: (
        f"{n} är inte skrivet på rätt sätt.",
        _PATTERN_ADVICE.get(str(c.get("pattern")), f"Det ska passa mönstret {c.get('pattern')}."),
    ),
    "int_type": lambda n, c: (f"{n} ska vara ett heltal.", "Skriv bara siffror, utan citattecken och decimaler."),
    "float_type": lambda n, c: (f"{n} ska vara ett tal.", "Skriv bara siffror, med punkt före decimaler."),
    "bool_type": lambda n, c: (f"{n} ska vara ja eller nej.", "Skriv true (ja) eller false (nej), utan citattecken."),
    "date_type": lambda n, c: (f"{n} ska vara ett datum.", "Skriv datumet som ÅÅÅÅ-MM-DD, till exempel 2026-03-02."),
    "greater_than_equal": lambda n, c: (f"{n} är för litet.", f"Skriv ett tal som är minst {c['ge']}."),
    "less_than_equal": lambda n, c: (f"{n} är för stort.", f"Skriv ett tal som är högst {c['le']}."),
    "tuple_type": lambda n, c: (
        f"{n} ska vara en lista.",
        "Skriv varje del på en egen rad som börjar med ”- ”, eller inom hakparenteser: [a, b].",
    ),
    "too_short": lambda n, c: (f"{n} har för få punkter.", f"Skriv minst {c['min_length']}."),
    "too_long": lambda n, c: (f"{n} har för många punkter.", f"Skriv högst {c['max_length']}."),
    "model_type": lambda n, c: (
        f"{n} ska vara ett block med fält.",
        "Skriv fälten på egna rader under, indragna två blanksteg: ”namn: värde”.",
    ),
}
_PLAIN = {**_PLAIN, "dict_type": _PLAIN["model_type"], "list_type": _PLAIN["tuple_type"]}


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema(by_alias=True)


def _resolved(schema: dict[str, Any], root: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference, and choose what is not null where a field may be empty."""
    while "$ref" in schema or "anyOf" in schema:
        if "$ref" in schema:
            schema = root["$defs"][schema["$ref"].rsplit("/", 1)[1]]
        else:
            schema = next((s for s in schema["anyOf"] if s.get("type") != "null"), {})
    return schema


def _schema_at(loc: Where, model: type[BaseModel]) -> dict[str, Any]:
    """Return the part of the model's JSON Schema that describes a place; empty when there is none."""
    root = _schema(model)
    schema = root
    for part in loc:
        schema = _resolved(schema, root)
        if isinstance(part, int):
            prefix = schema.get("prefixItems", [])
            schema = prefix[part] if part < len(prefix) else schema.get("items", {})
        else:
            extra = schema.get("additionalProperties")
            schema = schema.get("properties", {}).get(part, extra if isinstance(extra, dict) else {})
    return _resolved(schema, root)


def _description(loc: Where, model: type[BaseModel]) -> str:
    parent = _schema_at(loc[:-1], model)
    described = parent.get("properties", {}).get(loc[-1], {}) if loc else {}
    choices = _choices(_resolved(described, _schema(model)))
    words = str(described.get("description", ""))
    return f"{words} Välj något av: {', '.join(map(str, choices))}.".strip() if choices else words


def _choices(schema: dict[str, Any]) -> list[object]:
    return [schema["const"]] if "const" in schema else list(schema.get("enum", []))
