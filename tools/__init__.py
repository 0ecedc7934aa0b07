"""What `start.py` and `check.py` share: find a Python, make the environment, and hand over to the program.

Only the standard library, and only syntax that Python 3.7 reads: these modules run before anything is installed.
Start reading in `starting.py`. Nothing in `src/` knows that this package exists.
"""
