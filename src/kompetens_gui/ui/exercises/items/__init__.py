"""Knowledge items as they are asked and answered on screen, shared by all that ask such items.

Start in `card.py`: it asks one item and shows it answered. Each way of answering is a widget of its own.
"""
