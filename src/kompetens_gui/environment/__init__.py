"""The computer around us: folders, clock, preferences file, log file, and writing files so that they are whole.

Only here is asked where things lie on this machine; everybody else is given a path. `paths.py`, `snapshot.py` and
`preferences_file.py` are read before the first window is painted and stay light: no pydantic, no database.
"""
