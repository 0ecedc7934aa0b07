"""A learner who gets through any exercise, as the demo's does."""

from kompetens_gui.services.study_rehearsal import OWN_WORDS, events, play

__all__ = ["OWN_WORDS", "events", "play"]
