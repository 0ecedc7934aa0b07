"""Keys and signatures: the only room that knows the libraries cryptography and PyJWT.

It signs bytes and checks signatures, and keeps private keys as files. What is signed, and what a signature is worth, is
decided further in. Start in `keyring.py`; its ports are in `services/credential_ports.py`.
"""
