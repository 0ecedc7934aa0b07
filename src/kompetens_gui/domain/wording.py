"""The one door through which the domain's few readable texts pass, so that they can be translated like all others.

The domain knows no window toolkit; the composition root installs the real translator. The function is called
`translate` because the extractor of texts looks for that name.
"""

from collections.abc import Callable

_translator: Callable[[str, str], str] | None = None


def install(translator: Callable[[str, str], str] | None) -> None:
    """Use `translator(context, text)` from now on; None goes back to the Swedish source texts."""
    global _translator
    _translator = translator


def translate(context: str, text: str) -> str:
    """Return the text in the reader's language; the source text is Swedish."""
    return _translator(context, text) if _translator else text
