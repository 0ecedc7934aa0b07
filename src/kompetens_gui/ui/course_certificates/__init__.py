"""Kursintyg: the register of everything issued, where a certificate is re-issued or revoked."""
