"""Qt's own texts in Swedish, from the translation that comes with Qt."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator


def install_swedish(application: QCoreApplication) -> bool:
    """Make Qt's buttons, menus and dialogs speak Swedish; tells whether the translation was found."""
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return translator.load("qtbase_sv", folder) and application.installTranslator(translator)
