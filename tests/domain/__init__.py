"""Tests of the rules, without windows, files or a database."""
