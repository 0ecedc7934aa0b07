"""Framsteg: one person's levels in every competence area, what lies behind them, and a group as a whole.

Start in `page.py`. What is shown is worked out in `view_state.py`, without a window. Nothing here ranks people.
"""
