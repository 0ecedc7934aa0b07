"""Place cases on the rehabilitation chain: which ground of assessment holds on the examined day?

Published cases come from files, `generated.py` makes any number of new ones from the rules themselves.
"""

from kompetens_gui.domain.exercises.timeline.rules import TimelineExercise

KIND = TimelineExercise()
