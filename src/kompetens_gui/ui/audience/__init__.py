"""Åhörarvyn: what the room sees, on the projector, in a window, or black. It gets room pictures and nothing else.

`room_view.py` draws a picture, `window.py` is the window around it, `screens.py` decides where it stands, and
`controller.py` joins them to the news of the running session.
"""
