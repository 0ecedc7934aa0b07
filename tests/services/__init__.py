"""Services on real files: SQLite in a folder of the test's own, a clock that stands still, a bank in memory."""
