"""The plans that Ctrl+Z goes back through."""

from kompetens_gui.domain.workshop.plan import WorkshopSession

MOST_STEPS = 200


class PlanHistory:
    """Holds the current plan and those before it. Plans are values, so a step back is only an older value."""

    def __init__(self, plan: WorkshopSession) -> None:
        self._current = plan
        self._before: list[WorkshopSession] = []
        self._key = ""

    @property
    def current(self) -> WorkshopSession:
        return self._current

    @property
    def can_undo(self) -> bool:
        return bool(self._before)

    def change(self, plan: WorkshopSession, key: str = "") -> bool:
        """Take a new plan; tells whether it differs. Changes with the same `key` in a row become one step."""
        if plan == self._current:
            return False
        if not key or key != self._key:
            self._before = [*self._before[-(MOST_STEPS - 1) :], self._current]
        self._key, self._current = key, plan
        return True

    def seal(self) -> None:
        """Let the next change be a step of its own, as after a pause in typing."""
        self._key = ""

    def undo(self) -> bool:
        """Go one step back; tells whether there was one."""
        if not self._before:
            return False
        self._current = self._before.pop()
        self._key = ""
        return True
