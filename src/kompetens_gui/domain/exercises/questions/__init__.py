"""A round of knowledge questions, drawn anew each time: `drawing.py` picks them, `rules.py` asks them one by one."""

from kompetens_gui.domain.exercises.questions.rules import QuestionsExercise

KIND = QuestionsExercise()
