"""Ledarvyn: what the leader sees while a session runs. Agenda, clock, the activity's own panel, notes, questions.

`view_state.py` works out what to show, `page.py` lays it out, `controller.py` asks the running session.
"""
