"""What a signed course certificate says, whose key it is signed with, and what a check of it comes to.

Pure rules: no key is used here and nothing is read. Start in `verification.py`.
"""
