"""The competence framework: what training is about."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CompetenceArea:
    """An area of the framework, K01 to K14; `short` is for narrow places."""

    id: str
    title: str
    short: str
