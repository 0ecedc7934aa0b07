"""Everything that is drawn: windows, pages and the small parts they are built from.

Here and in the composition root alone may Qt be imported. The rooms of this package do not know each other; they
share `style`, `widgets` and `background`. Start reading in `shell/window.py`.
"""

from importlib import import_module

from kompetens_gui.ui.kept_bytecode import beside, kept_bytecode

# Whoever comes here wants Qt; taken in here, its first import is the quick one for all.
with kept_bytecode(beside(__file__)):
    import_module("PySide6.QtWidgets")
