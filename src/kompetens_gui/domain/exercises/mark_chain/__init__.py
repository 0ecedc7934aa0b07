"""Mark D-F-A alone, with the rules of the room and feedback that is taken away step by step.

`events.py` holds what can happen and what is seen, `rules.py` the rules.
"""

from kompetens_gui.domain.exercises.mark_chain.rules import MarkChainExercise

KIND = MarkChainExercise()
