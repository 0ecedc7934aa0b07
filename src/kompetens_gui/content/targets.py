"""The level each profession aims at in each competence area, from its file."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from kompetens_gui.content.case_model import CompetenceArea, Model
from kompetens_gui.content.loading import checked_model
from kompetens_gui.content.yaml_reader import YamlDocument, read_yaml
from kompetens_gui.domain.errors import ContentInvalid
from kompetens_gui.domain.learning.levels import Level
from kompetens_gui.domain.workshop.plan import Role

Targets = Mapping[Role, Mapping[str, Level]]


class TargetRowModel(Model):
    """Some professions and their levels by area."""

    roles: tuple[Role, ...] = Field(min_length=1)
    levels: dict[CompetenceArea, Level]


class TargetsModel(Model):
    """The whole file."""

    schema_version: Literal[1] = Field(alias="schema")
    targets: tuple[TargetRowModel, ...] = Field(min_length=1)


def load_targets(path: Path) -> Targets:
    """Read the targets; a profession that is not named has none."""
    return targets_from(read_yaml(path))


def targets_from(document: YamlDocument) -> Targets:
    """Return the targets that a document describes."""
    model = checked_model(document, TargetsModel)
    found: dict[Role, Mapping[str, Level]] = {}
    problems = []
    for i, row in enumerate(model.targets):
        for role in row.roles:
            if role in found:
                what = f"Yrkesgruppen ”{role.value}” står två gånger."
                problems.append(document.problem(("targets", i, "roles"), what, "Ta bort den ena."))
            found[role] = MappingProxyType(row.levels)
    if problems:
        raise ContentInvalid(tuple(problems))
    return MappingProxyType(found)
