"""How a verdict looks."""

from __future__ import annotations

from kompetens_gui.domain.study.employer_plan import PlanVerdict
from kompetens_gui.ui.widgets.tags import Status

VERDICT_STATUS: dict[PlanVerdict, Status] = {
    PlanVerdict.GOOD: "ok",
    PlanVerdict.WARNING: "warn",
    PlanVerdict.MISSING: "info",
}
