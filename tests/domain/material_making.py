"""Materials for activities that need one: the first shipped one of each kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kompetens_gui.content.material.library import load_material_library
from kompetens_gui.domain.activities.registry import activity_kind
from kompetens_gui.domain.material.common import MaterialRef

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@cache
def material_ref(kind: str) -> str:
    """Return the reference of the first shipped material for an activity kind, empty when it needs none."""
    rules = activity_kind(kind)
    if not rules.needs_material:
        return ""
    wanted = rules.material_kinds[0]
    return str(MaterialRef(wanted, load_material_library(RESOURCES).ids(wanted)[0]))


@cache
def material_of(ref: str) -> object:
    """Return shipped material."""
    known = MaterialRef.read(ref)
    assert known is not None, ref
    return load_material_library(RESOURCES).material(known)


def materials_for(*kinds: str) -> dict[str, object]:
    """Return what a session with these kinds has frozen."""
    return {ref: material_of(ref) for ref in map(material_ref, kinds) if ref}
