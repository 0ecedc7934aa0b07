"""The computer's clock."""

from datetime import UTC, datetime


class SystemClock:
    """Fits Clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def local_now(self) -> datetime:
        return datetime.now()
