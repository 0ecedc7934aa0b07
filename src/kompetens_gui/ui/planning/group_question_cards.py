"""Which block of a plan holds the questions for the group, and which of them are there. No widgets here."""

from collections.abc import Sequence

from kompetens_gui.domain.group_question import GroupQuestion
from kompetens_gui.domain.workshop.plan import AgendaItem, WorkshopSession
from kompetens_gui.ui.planning.words import translate

CARDS, DISCUSSION = "cards", "discussion"


def block_title() -> str:
    """Name the block that the questions are put in."""
    return translate("Planning", "Att ta upp i gruppen")


def block_for_questions(plan: WorkshopSession) -> AgendaItem | None:
    """Return the block that has been made for such questions, None when there is none."""
    return next((i for i in plan.agenda if i.kind == DISCUSSION and i.title == block_title()), None)


def cards_of(item: AgendaItem) -> Sequence[str]:
    """Return the cards that are written in a block."""
    cards = item.settings.get(CARDS, ())
    return [str(card) for card in cards] if isinstance(cards, (list, tuple)) else []


def is_in_plan(question: GroupQuestion, plan: WorkshopSession) -> bool:
    """Whether a question stands on a card of the plan."""
    return any(question.card in cards_of(item) for item in plan.agenda if item.kind == DISCUSSION)
