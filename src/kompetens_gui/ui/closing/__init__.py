"""Avslut: attendance, protocol and course certificates of a session that has ended.

`page.py` lays out, `attendance_table.py` is the list of participants, `controller.py` asks the services.
"""
