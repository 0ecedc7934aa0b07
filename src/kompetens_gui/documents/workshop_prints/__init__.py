"""All papers of a workshop, drawn page by page. Start with `rendering.py`; `pages.py` is what everything is drawn on.

These papers are many pages made at once, while somebody waits. Their text is set here and not by Platypus, which
spends most of its time on what these papers have no use for.
"""
