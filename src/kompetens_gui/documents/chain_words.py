"""What the kinds of the chain are called on paper."""

from collections.abc import Mapping

from kompetens_gui.documents.fonts import Fonts
from kompetens_gui.domain.chain import SpanKind
from kompetens_gui.domain.chain_layout import PlacedNode
from kompetens_gui.domain.wording import translate


def kind_titles() -> Mapping[SpanKind, str]:
    """Return the title of each kind."""
    return {
        SpanKind.DIAGNOSIS: translate("Chain", "Diagnos"),
        SpanKind.FUNCTION: translate("Chain", "Funktionsnedsättning"),
        SpanKind.ACTIVITY: translate("Chain", "Aktivitetsbegränsning"),
        SpanKind.WORK_TASK: translate("Chain", "Arbetsuppgift"),
        SpanKind.BASIS: translate("Chain", "Grund"),
    }


def missing_word() -> str:
    """Return the word that marks an empty slot, never colour alone."""
    return translate("Chain", "Saknas")


def node_words(fonts: Fonts, placed: PlacedNode) -> tuple[str, str]:
    """Return the first and the second text of a node: what it says, and what it is tied to or asks."""
    if placed.is_gap:
        return missing_word(), fonts.one_line(placed.node.question) if placed.node else ""
    ties = [translate("Chain", "Grund: {text}").format(text=text) for text in placed.basis]
    ties += [translate("Chain", "Mot: {text}").format(text=text) for text in placed.work_tasks]
    return fonts.one_line(placed.node.text if placed.node else ""), fonts.one_line("; ".join(ties))
