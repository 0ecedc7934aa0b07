"""Small parts that every page is built from: buttons, cards, fields, tags, tables, notices.

They know the look and nothing of gruppdialoger. `python -m kompetens_gui.ui.widgets.gallery OUT.png` shows them all.
"""
