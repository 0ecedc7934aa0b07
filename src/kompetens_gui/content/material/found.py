"""Small helpers for what the checks of workshop material find, worded alike."""

import difflib
from collections.abc import Collection, Iterator

from kompetens_gui.content.findings import Finding, Weight
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem


def blocks(document: YamlDocument, where: Where, what: str, advice: str, words: str = "") -> Finding:
    """Return what stops content from being marked ready."""
    return Finding(Weight.BLOCKS_READY, document.problem(where, what, advice, words))


def warns(document: YamlDocument, where: Where, what: str, advice: str, words: str = "") -> Finding:
    """Return what is for people to weigh."""
    return Finding(Weight.WARNING, document.problem(where, what, advice, words))


def number_findings(
    count: int, fewest: int, most: int | None, named: str, where: Where, document: YamlDocument
) -> Iterator[Finding]:
    """Yield what blocks publication when there are too few or too many of something. `named` is it in the plural."""
    wanted = f"minst {fewest}" if most is None else f"{fewest}–{most}"
    if count < fewest:
        yield blocks(document, where, f"Antalet {named} är {count}; det ska vara {wanted}.", "Skriv fler.")
    elif most is not None and count > most:
        yield blocks(document, where, f"Antalet {named} är {count}; det ska vara {wanted}.", "Ta bort de svagaste.")


def unknown(
    wanted: str, known: Collection[str], what_it_is: str, where: Where, document: YamlDocument
) -> Iterator[ContentProblem]:
    """Yield a problem when a name leads nowhere in its own file. `what_it_is` is it with its article: "ingen roll"."""
    if wanted in known:
        return
    near = difflib.get_close_matches(wanted, list(known), n=1, cutoff=0.6)
    advice = f"Menade du ”{near[0]}”?" if near else f"Här finns: {', '.join(sorted(known)) or 'inget'}."
    yield document.problem(where, f"Det finns {what_it_is} som heter ”{wanted}”.", advice)
