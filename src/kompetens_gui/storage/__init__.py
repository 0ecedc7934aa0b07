"""The database on disk: tables, migrations, the unit of work, the log writer, backups and the search index of cases.

Nothing outside knows SQL or SQLAlchemy; what goes in and out are the domain's frozen values, and faults of the disk
leave as the facts of `domain/errors.py`. Start reading in `database.py`, then `unit_of_work.py` and `log_writer.py`.
"""
