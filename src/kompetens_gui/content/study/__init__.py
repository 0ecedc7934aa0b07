"""Self-study content from its files: one module for each format, with its model, its conversion and its own rules.

`formats` lists them; a new format is one module and one line there.
"""
