"""When a question comes back: the FSRS scheduler, behind the port `ReviewScheduler` of the domain.

Nothing else in the program knows the library; `fsrs_scheduler.py` is all there is.
"""
