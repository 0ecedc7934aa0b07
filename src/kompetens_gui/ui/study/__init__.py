"""The rooms for studying alone: who studies, the path and its next step, the frame around an exercise, repetition.

The exercises themselves are in `ui/exercises`. Start reading in `page.py`, which holds the pages, and `controller.py`,
which asks the services. What a page shows is plain Python in `view_state.py`.
"""
