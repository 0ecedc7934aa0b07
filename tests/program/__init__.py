"""Tests of the joined program: start, console, demo."""
