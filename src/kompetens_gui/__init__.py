"""Kompetens: education in insurance medicine, for the room and for the desk.

Start reading in `app.py`, the only place where real parts are chosen and joined. The rules live in `domain`, what a
person can ask for in `services`; the outer rooms (`ui`, `storage`, `content`, `documents`, `environment`) lean on them.
"""

__version__ = "0.3.0"
