"""Whole days with the program, as a person lives them: real windows, real storage, the cases and templates we ship."""
