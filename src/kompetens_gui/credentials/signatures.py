"""Checking signatures, behind one door. Loading the libraries waits until a check is asked for."""

from kompetens_gui.services.credential_ports import OpenedToken


class LibrarySignatures:
    """Fits Signatures. Has no state; may be used from any thread."""

    def holds(self, public_key: bytes, message: bytes, signature: bytes) -> bool:
        from kompetens_gui.credentials.ed25519 import holds

        return holds(public_key, message, signature)

    def open_token(self, text: str) -> OpenedToken | None:
        from kompetens_gui.credentials.tokens import opened

        return opened(text)

    def token_holds(self, token: OpenedToken, public_key: bytes) -> bool:
        from kompetens_gui.credentials.tokens import token_holds

        return token_holds(token, public_key)
