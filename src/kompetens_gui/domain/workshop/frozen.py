"""What a session works with, as it read when it started: nothing that is changed in a file later changes a session."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from kompetens_gui.domain.case import Case, CaseId
from kompetens_gui.domain.workshop.series import SeriesMemory


@dataclass(frozen=True)
class FrozenContent:
    """Cases by id, materials by the text of their reference, and what the last session of the series left."""

    cases: Mapping[CaseId, Case] = field(default_factory=dict)
    materials: Mapping[str, object] = field(default_factory=dict)
    previous: SeriesMemory | None = None
