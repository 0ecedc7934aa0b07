"""Quotes in study content: each must stand in the text it is taken from. Line breaks may fall elsewhere."""

from kompetens_gui.content.quotes import loose_pattern, nearest_passage
from kompetens_gui.content.yaml_reader import Where, YamlDocument
from kompetens_gui.domain.errors import ContentProblem


def exact_quote(quote: str, text: str) -> str | None:
    """Return the quote with the white space of the text, or None when the words do not stand there."""
    if not quote.split():
        return None
    found = loose_pattern(quote).search(text)
    return found[0] if found else None


def quote_problem(quote: str, text: str, where: Where, document: YamlDocument) -> ContentProblem:
    """Return what to say of a quote that does not stand in its text."""
    near = nearest_passage(text, quote)
    advice = f"Närmast är ”{near}”. " if near else ""
    short = quote if len(quote) <= 80 else quote[:77] + "…"
    return document.problem(where, f"Citatet ”{short}” finns inte i texten.", advice + "Skriv det ordagrant som där.")
