"""Settings: one page, one file per section. A section shows preferences (`load`) and gives them back (`save`).

Everything is saved at once; what takes something away says so with "Ångra". Start with `page.py`.
"""
