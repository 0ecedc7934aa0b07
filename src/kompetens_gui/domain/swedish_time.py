"""Wall-clock time in Sweden, wherever the computer stands: dates on papers are Swedish."""

from datetime import datetime
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Stockholm")


def local(moment: datetime) -> datetime:
    """Return Swedish wall-clock time without zone; a moment without zone is that already."""
    return moment if moment.tzinfo is None else moment.astimezone(ZONE).replace(tzinfo=None)
