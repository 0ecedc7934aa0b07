"""Whose turn it is to use PDFium, which reads and draws PDF files: it must not be used by two threads at once.

Here because the rooms that use it do not know each other.
"""

from threading import RLock

pdfium_turn = RLock()
