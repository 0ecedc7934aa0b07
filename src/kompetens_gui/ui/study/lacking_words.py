"""What a module still asks for, and why one is not open yet, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.learning.pass_rules import RuleLack
from kompetens_gui.domain.learning.path_progress import ModuleProgress
from kompetens_gui.domain.study.learning_path import LearningPath, PassRuleKind
from kompetens_gui.ui.study.words import kind_word, listed

translate = QCoreApplication.translate
_PER_CENT = 100


def lacking_line(lack: RuleLack) -> str:
    """Say one thing that is lacking, and how far it has come."""
    kind = kind_word(lack.rule.kind.value) if lack.rule.kind is not None else translate("Study", "Övningar")
    match lack.rule.rule:
        case PassRuleKind.QUESTIONS_SHARE:
            need = translate("Study", "Kunskapsfrågor: minst {need}\N{NO-BREAK SPACE}% rätt i samma omgång.").format(
                need=round(lack.need * _PER_CENT)
            )
            have = translate("Study", " Senast {have}\N{NO-BREAK SPACE}%.").format(have=int(lack.have * _PER_CENT))
            return need + (have if lack.have else "")
        case PassRuleKind.STEPS_DONE:
            return translate("Study", "{kind}: {have} av {need} gjorda.").format(
                kind=kind, have=int(lack.have), need=int(lack.need)
            )
        case PassRuleKind.ROWS_RIGHT:
            return translate("Study", "{kind}: {have} rätt, minst {need} behövs.").format(
                kind=kind, have=int(lack.have), need=int(lack.need)
            )
        case PassRuleKind.ALL_SAFE:
            return translate(
                "Study", "Alla säkerhetsfrågor rätt i samma omgång. Du får göra om så många gånger du vill."
            )
        case PassRuleKind.RATING:
            have = translate("Study", " Hittills {have}.").format(have=f"{lack.have:g}".replace(".", ","))
            need = translate("Study", "{kind}: minst {need} av 5 från den som observerar.").format(
                kind=kind, need=f"{lack.need:g}".replace(".", ",")
            )
            return need + (have if lack.have else "")
        case PassRuleKind.SIGNED_OFF:
            return translate("Study", "En handledare eller kollega som skriver under.")


def locked_line(module: ModuleProgress, path: LearningPath) -> str:
    """Say why a module is not open yet."""
    if module.module.renewal_only:
        return translate("Study", "Öppnas när det är dags att förnya kursintyget.")
    titles = [m.title for before in module.waits_for if (m := path.module(before)) is not None]
    if len(titles) == 1:
        return translate("Study", "Öppnas när {title} är klar.").format(title=titles[0])
    return translate("Study", "Öppnas när {titles} är klara.").format(titles=listed(titles))
