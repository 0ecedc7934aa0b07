"""The overview: what waits, what was left running, what happened last.

`page.py` paints from a plain dict and needs nothing but Qt, style and widgets, so that it is on screen before anything
heavier is loaded; `snapshot.py` makes that dict from what the services know, and `controller.py` keeps it fresh.
"""
