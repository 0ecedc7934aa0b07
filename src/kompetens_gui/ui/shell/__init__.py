"""The window around the pages: navigation, menus, keys, messages, and what happens when something goes wrong.

What the first paint needs may import Qt and the standard library alone; everything heavier waits until it is seen.
Start reading in `window.py`.
"""
