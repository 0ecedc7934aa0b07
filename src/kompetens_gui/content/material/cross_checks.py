"""References from workshop material to cases, and what only shows when all of it is looked at together."""

from collections.abc import Iterator, Sequence

from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.study.cross_checks import nothing
from kompetens_gui.content.study.surroundings import CheckedContent, Surroundings
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.material.role_play import RolePlay

# With fewer cases than this it says nothing that all of them have something to discover.
_FEWEST_CASES = 6


def material_cross_findings(
    checked: Sequence[CheckedContent], around: Surroundings
) -> Iterator[tuple[CheckedContent, Finding]]:
    """Yield every reference that leads nowhere, with the file it stands in."""
    for one in checked:
        play = one.content
        if isinstance(play, RolePlay) and play.case and not around.has_case(play.case):
            what = f"Rollspelet bygger på fallet ”{play.case}”, som inte finns."
            yield one, nothing(what, play.case, around.case_ids(), ("case",), one.document, Weight.BLOCKS_READY)
    cases = [c for c in checked if isinstance(c.content, CoordinationCase)]
    if len(cases) >= _FEWEST_CASES and all(c.content.impulses for c in cases):
        what = f"Alla {len(cases)} samordningsfall har impulser."
        advice = "Skriv ett där det inte finns något att upptäcka: klara ärenden ska lämnas i fred."
        yield cases[-1], Finding(Weight.WARNING, cases[-1].document.problem(("impulses",), what, advice))
