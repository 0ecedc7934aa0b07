"""Who plays and who watches in a group of a certain size."""

from dataclasses import dataclass

from kompetens_gui.domain.material.role_play import RolePlay

WATCHING = 2
"""So many watch before a role that can be left out is added."""


@dataclass(frozen=True)
class Casting:
    """The roles by id in the order of the role play, how many observe, and the advice for so few people."""

    roles: tuple[str, ...]
    observers: int
    advice: str = ""


def cast_for(play: RolePlay, people: int) -> Casting:
    """Return who plays in a group of so many people; 0 means that nobody knows yet, and all roles are printed.

    The role play's own advice for exactly so many comes first. With fewer than all needed roles it is the advice for
    the nearest smaller number; with more, roles that can be left out are added while two are left to observe.
    """
    needed = [r.id for r in play.roles if not r.optional]
    optional = [r.id for r in play.roles if r.optional]
    if people <= 0:
        return Casting(tuple(r.id for r in play.roles), WATCHING)
    exact = next((f for f in play.fewer if f.people == people), None)
    fits = [f for f in play.fewer if f.people < people]
    if exact is None and people < len(needed) and fits:
        exact = max(fits, key=lambda f: f.people)
    if exact is not None and exact.roles:
        left = max(0, people - len(exact.roles))
        return Casting(_in_order(play, exact.roles), max(exact.observers, left), exact.text)
    roles = list(needed)
    while optional and people - len(roles) > WATCHING:
        roles.append(optional.pop(0))
    return Casting(_in_order(play, roles), max(0, people - len(roles)))


def _in_order(play: RolePlay, roles: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return tuple(r.id for r in play.roles if r.id in roles)
