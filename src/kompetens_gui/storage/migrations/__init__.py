"""The steps from the first table to those of today. `runner.py` walks them; Alembic reads `env.py` and `versions/`."""
