"""The one event that every kind may hear besides its own: a round is done."""

from dataclasses import dataclass


@dataclass(frozen=True)
class RoundFinished:
    """The learner is done with a round and wants to hear how it went; the kind decides what a round is."""
