"""Kursintyg: the register of everything issued, issuing what a completed path gives, and checking what others show.

Start in `page.py` (the register), `completion_page.py` (issuing) and `checking_page.py` (checking).
"""
