"""What can be practised alone: one room per exercise kind, side by side, and one line each in `registry.py`.

An exercise gets frozen content and a list of small events; the same pure rules check an event before it is written and
fold it afterwards. `base.py` says what a kind brings. The rules of the room (`domain/activities`) are reused where
they fit.
"""
