"""The words and rules of the field: certificates, the D-F-A chain, cases, sessions, activities, course certificates.

Pure Python: no window, no database, no files, no clock of its own. Start with `medical_certificate.py` and `chain.py`,
then `workshop/` for what a running session is.
"""
