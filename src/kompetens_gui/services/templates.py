"""Session templates: those that came with the program, and the user's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from kompetens_gui.domain.errors import KompetensError, NotFound, TemplateRefused
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.domain.workshop.template import SessionTemplate, template_id, template_of, without_own_files


@dataclass(frozen=True)
class BrokenTemplate:
    """A file among the user's own templates that cannot be used, and why."""

    file: str
    error: KompetensError


class TemplateShelf(Protocol):
    """Where the user's own templates are kept."""

    def all(self) -> Sequence[SessionTemplate]:
        """Return those that can be used."""

    def broken(self) -> Sequence[BrokenTemplate]:
        """Return the files that cannot."""

    def ids(self) -> Sequence[str]:
        """Return all ids that are taken, also by files that cannot be used."""

    def keep(self, template: SessionTemplate) -> None:
        """Write a template, in the place of one with the same id."""

    def remove(self, template_id: str) -> None:
        """Take a template away; one that is not there is fine."""

    def read(self, path: Path) -> SessionTemplate:
        """Read a file that somebody has sent. Raises ContentInvalid or TemplateRefused."""

    def write(self, template: SessionTemplate, path: Path) -> None:
        """Write a template to a file of its own."""


class TemplateService:
    """A template is a value: plans made from it are not touched when it is changed or removed."""

    def __init__(self, shipped: Callable[[], Sequence[SessionTemplate]], shelf: TemplateShelf) -> None:
        self._shipped = shipped
        self._shelf = shelf

    def all(self) -> Sequence[SessionTemplate]:
        """Return the shipped ones and then the user's own."""
        own = sorted(self._shelf.all(), key=lambda t: t.title.casefold())
        return (*self._shipped(), *own)

    def broken(self) -> Sequence[BrokenTemplate]:
        return self._shelf.broken()

    def own_title_taken(self, title: str, other_than: str = "") -> bool:
        """Tell whether another template of the user's own is called so."""
        wanted = _folded(title)
        return any(_folded(t.title) == wanted and t.id != other_than for t in self._shelf.all())

    def save_plan(
        self, plan: WorkshopSession, title: str, description: str, kind_title: Callable[[str], str] = str
    ) -> SessionTemplate:
        """Keep a new template like a plan. Another one of the same name is never written over."""
        title = self._free(title)
        template = template_of(plan, self._new_id(title), title, description.strip() or title, kind_title)
        self._shelf.keep(template)
        return template

    def rename(self, which: str, title: str) -> SessionTemplate:
        """Give a template of one's own another name."""
        template = self._own(which)
        renamed = replace(template, title=self._free(title, which))
        self._shelf.keep(renamed)
        return renamed

    def remove(self, which: str) -> SessionTemplate:
        """Take away a template of one's own and return it, so that `put_back` can undo it."""
        template = self._own(which)
        self._shelf.remove(which)
        return template

    def put_back(self, template: SessionTemplate) -> None:
        """Undo a removal; when something else has taken its place meanwhile, it comes back under another id."""
        taken = template.id in self._taken()
        self._shelf.keep(replace(template, id=self._new_id(template.title)) if taken else template)

    def export(self, which: str, path: Path) -> None:
        """Write a template to a file that can be sent, without paths on this machine."""
        template = next((t for t in self.all() if t.id == which), None)
        if template is None:
            raise NotFound("template", which)
        self._shelf.write(without_own_files(template), path)

    def take_in(self, path: Path) -> SessionTemplate:
        """Read a file and keep it as a template of one's own; one that is already there is not written over.

        The very same template again changes nothing. A name that is taken gets a number.
        """
        read = without_own_files(self._shelf.read(path))
        same = next((t for t in self._shelf.all() if replace(t, id=read.id) == read), None)
        if same is not None:
            return same
        title, number = read.title, 1
        while self.own_title_taken(title):
            number += 1
            title = f"{read.title} ({number})"
        kept = replace(read, id=self._new_id(title), title=title)
        self._shelf.keep(kept)
        return kept

    def _own(self, which: str) -> SessionTemplate:
        found = next((t for t in self._shelf.all() if t.id == which), None)
        if found is None:
            shipped = any(t.id == which for t in self._shipped())
            raise TemplateRefused("not_own", which) if shipped else NotFound("template", which)
        return found

    def _free(self, title: str, other_than: str = "") -> str:
        title = " ".join(title.split())
        if not title:
            raise TemplateRefused("name_empty")
        if self.own_title_taken(title, other_than):
            raise TemplateRefused("name_taken", title)
        return title

    def _taken(self) -> set[str]:
        return {*self._shelf.ids(), *(t.id for t in self._shipped())}

    def _new_id(self, title: str) -> str:
        return template_id(title, self._taken())


def _folded(title: str) -> str:
    return " ".join(title.split()).casefold()
