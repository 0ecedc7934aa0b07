"""One learner: the profile, attempts at exercises, the evidence they leave, and the levels and progress it gives.

Begin with `attempt.py` (what happened in one exercise), then `evidence.py` and `levels.py` (what it says), and
`path_progress.py` (where somebody stands on a learning path). The exercises themselves lie in `domain/exercises`.
"""
