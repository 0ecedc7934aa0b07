"""Papers: frozen data in, the bytes of a file out. Same input, same bytes: dates, ids and fonts are passed in.

Only this room knows ReportLab, python-docx, icalendar and segno. Start with `maker.py`, which the rest of the program
sees; `course_certificate.py` and `protocol.py` are the papers people keep. No windows, no database, no clock.
"""
