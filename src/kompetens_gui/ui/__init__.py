"""Everything that is drawn: windows, pages and the small parts they are built from.

Here and in the composition root alone may Qt be imported. The rooms of this package do not know each other; they
share `style`, `widgets` and `background`. Start reading in `shell/window.py`.
"""
