"""Where `PendingText` stood before it became a widget for all rooms."""

from kompetens_gui.ui.widgets.pending_text import PendingText

__all__ = ["PendingText"]
