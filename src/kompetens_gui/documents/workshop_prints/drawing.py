"""The door that all papers are drawn through: each kind of content registers how it is drawn."""

from functools import singledispatch

from kompetens_gui.documents.workshop_prints.pages import Head, Pages


@singledispatch
def draw(content: object, pages: Pages, head: Head) -> None:
    """Draw one paper, beginning on a page of its own."""
    raise TypeError(content)
