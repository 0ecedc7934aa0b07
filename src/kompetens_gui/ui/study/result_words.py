"""What a finished exercise counted toward, in a few plain lines."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.path_progress import ModuleProgress, ModuleStatus
from kompetens_gui.services.lack_words import rule_lack_words
from kompetens_gui.ui.study.words import listed, long_time

translate = QCoreApplication.translate


def result_lines(attempt: Attempt, module: ModuleProgress | None, area_titles: Mapping[str, str]) -> list[str]:
    """Return the lines of the result card: how it went, what it counts for, what the module still asks for."""
    outcome = attempt.outcome
    lines: list[str] = []
    if outcome.of:
        lines.append(
            translate("Study", "{right} av {of} rätt.").format(
                right=f"{outcome.right:g}".replace(".", ","), of=outcome.of
            )
        )
    if not outcome.whole:
        lines.append(
            translate("Study", "Gör den en gång till en annan dag. Då ser du om du svarade likadant båda gångerna.")
        )
    if outcome.safety_of and outcome.safety_right < outcome.safety_of:
        lines.append(
            translate("Study", "Säkerhetsfrågor: {right} av {of} rätt. Alla behöver sitta, gör om när du vill.").format(
                right=outcome.safety_right, of=outcome.safety_of
            )
        )
    missed = sum(not answered.right for answered in outcome.answered)
    if missed:
        lines.append(
            translate("Study", "En fråga kommer tillbaka i repetitionen.")
            if missed == 1
            else translate("Study", "{count} frågor kommer tillbaka i repetitionen.").format(count=missed)
        )
    lines += _counts_for(attempt, area_titles)
    lines += _of_module(module)
    return lines


def _counts_for(attempt: Attempt, area_titles: Mapping[str, str]) -> list[str]:
    names = [f"{area} {area_titles.get(area, '')}".strip() for area in attempt.started.areas]
    found = [translate("Study", "Räknas för {areas}.").format(areas=listed(names))] if names else []
    if attempt.reflection:
        found.append(translate("Study", "Din reflektion är sparad. Bara du ser den."))
    if attempt.minutes:
        found.append(translate("Study", "Du övade i {time}.").format(time=long_time(attempt.minutes)))
    return found


def _of_module(module: ModuleProgress | None) -> list[str]:
    if module is None:
        return []
    title = module.module.title
    if module.status == ModuleStatus.PASSED:
        return [translate("Study", "Modulen {title} är klar.").format(title=title)]
    left = [f"{rule_lack_words(lack)}." for lack in module.lacking]
    if not left:
        return []
    return [translate("Study", "Modulen {title} blir klar när:").format(title=title), *(f"– {line}" for line in left)]
