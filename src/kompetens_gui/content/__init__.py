"""Content files in, checked and frozen domain objects out: cases, session templates, competence areas.

`yaml_reader.py` reads safely, `case_model.py` says what a case file may hold, `cases.py` turns it into domain objects
and checks what a schema cannot. Nothing here knows of windows or the database.
"""
