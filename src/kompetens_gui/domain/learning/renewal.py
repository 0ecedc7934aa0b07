"""How long a completed path is valid, and when and how it is renewed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kompetens_gui.domain.learning.months import months_after, months_before
from kompetens_gui.domain.learning.pass_rules import Dated, passed_on
from kompetens_gui.domain.study.learning_path import LearningPath


@dataclass(frozen=True)
class Validity:
    """A completed path over time. `until` is the last day it holds, None without end.

    `renewal_opens` is when the renewal can be begun, None when there is none. `can_renew`: it can, today.
    """

    completed_on: date
    until: date | None
    renewed_on: tuple[date, ...]
    renewal_opens: date | None
    can_renew: bool
    is_valid: bool


def validity(path: LearningPath, completed_on: date, attempts: Sequence[Dated], today: date) -> Validity:
    """Return the validity today; `attempts` are those at the renewal module, in order.

    A renewal counts from the window before the end. Done in time it adds to the end; done late it counts from its day.
    """
    if path.valid_months is None:
        return Validity(completed_on, None, (), None, False, True)
    until = months_after(completed_on, path.valid_months)
    module = path.module(path.renewal.module) if path.renewal else None
    if path.renewal is None or module is None:
        return Validity(completed_on, until, (), None, False, today <= until)
    opens = months_before(until, path.renewal.window_months)
    renewed: list[date] = []
    while (day := passed_on(module, [a for a in attempts if a.on >= opens and a.on > _last(renewed)])) is not None:
        renewed.append(day)
        until = months_after(max(until, day), path.valid_months)
        opens = months_before(until, path.renewal.window_months)
    return Validity(completed_on, until, tuple(renewed), opens, today >= opens, today <= until)


def _last(renewed: Sequence[date]) -> date:
    return renewed[-1] if renewed else date.min
