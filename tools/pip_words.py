"""What pip's English means for the person at the machine."""

from __future__ import annotations

NETWORK = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "getaddrinfo failed",
    "nodename nor servname",
    "Network is unreachable",
    "No route to host",
    "Failed to establish a new connection",
    "Connection refused",
    "ConnectTimeout",
    "Read timed out",
    "ReadTimeoutError",
    "ProxyError",
    "Cannot connect to proxy",
    "CERTIFICATE_VERIFY_FAILED",
    "(from versions: none)",
)
DISK_FULL = ("No space left on device", "Errno 28", "WinError 112", "Disk quota exceeded")
NOT_WRITABLE = ("Read-only file system", "Permission denied", "Errno 13", "Errno 30", "WinError 5]", "Access is denied")
IN_USE = ("WinError 32",)
LONG_PATHS = ("Long Path support",)
HASHES = ("DO NOT MATCH THE HASHES",)


def explain_pip(output: str) -> str:
    """Return the likely cause and the remedy in Swedish for what pip wrote before it gave up."""
    for signs, words in _EXPLANATIONS:
        if any(sign in output for sign in signs):
            return words
    return "Pip kunde inte installera programmets delar."


NO_NETWORK = (
    "Det gick inte att hämta programmets delar från nätet.\n"
    "Kontrollera att datorn har internetåtkomst (och rätt proxyinställning, HTTPS_PROXY) och kör kommandot igen.\n"
    "Nätet behövs bara för installationen; programmet självt använder det inte."
)
NO_SPACE = "Disken är full. Installationen behöver ungefär 1 GB. Frigör plats och kör kommandot igen."
NO_WRITING = (
    "Det går inte att skriva i projektmappen. Flytta mappen till ett ställe där du får skriva, "
    "till exempel hemkatalogen, och kör kommandot igen."
)
FILES_IN_USE = "Filer i mappen .venv används av ett annat program. Stäng Kompetens och kör kommandot igen."
PATH_TOO_LONG = (
    "Sökvägen till projektmappen är för lång för Windows. Flytta mappen till ett kortare ställe, "
    "till exempel C:\\Kompetens, och kör kommandot igen."
)
WRONG_HASH = (
    "En hämtad del stämmer inte med den kontrollsumma som låsfilen anger, och installeras därför inte.\n"
    "Kör kommandot igen; händer det på nytt har någon ändrat filen på vägen: tala med IT-avdelningen."
)

_EXPLANATIONS = (
    (DISK_FULL, NO_SPACE),
    (HASHES, WRONG_HASH),
    (LONG_PATHS, PATH_TOO_LONG),
    (IN_USE, FILES_IN_USE),
    (NOT_WRITABLE, NO_WRITING),
    (NETWORK, NO_NETWORK),
)
