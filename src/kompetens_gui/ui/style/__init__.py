"""How the program looks: colours, type, spacing, icons, and the Qt style that draws them.

No text and no behaviour lives here. `tokens.py` holds every value and `theme.py` puts them to use; read them in that
order.
"""
