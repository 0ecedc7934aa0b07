"""FSRS as the review scheduler: by the day, without steps of minutes and without chance, so that a queue is calm.

Chance would spread cards over days; here it would only make the same answers give another day on another machine.
"""

from datetime import datetime

from fsrs import Card, Rating, Scheduler, State

from kompetens_gui.domain.learning.repetition import Memory, Recall

WANTED_RETENTION = 0.9
LONGEST_INTERVAL_DAYS = 365


class FsrsScheduler:
    """Fits ReviewScheduler. Has no state of its own; may be used from any thread."""

    def __init__(self) -> None:
        self._scheduler = Scheduler(
            desired_retention=WANTED_RETENTION,
            learning_steps=(),
            relearning_steps=(),
            maximum_interval=LONGEST_INTERVAL_DAYS,
            enable_fuzzing=False,
        )

    def first(self) -> Memory:
        return Memory(State.Learning.value, 0)

    def after(
        self, memory: Memory, last_review: datetime | None, recall: Recall, at: datetime
    ) -> tuple[Memory, datetime]:
        # Named, or the library would ask the clock and wait for it.
        card = Card(
            card_id=1,
            state=State(memory.state),
            step=memory.step,
            stability=memory.stability,
            difficulty=memory.difficulty,
            due=at,
            last_review=last_review,
        )
        card, _ = self._scheduler.review_card(card, Rating(int(recall)), at)
        return Memory(card.state.value, card.step, card.stability, card.difficulty), card.due
