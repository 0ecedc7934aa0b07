"""Words that the two windows of a role play have in common, and how its clock is read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from kompetens_gui.domain.activities.role_play.room import rating_words
from kompetens_gui.domain.material.role_play import MeetingMode, PhaseKind

translate = QCoreApplication.translate


def phase_purpose(kind: PhaseKind) -> str:
    """Say to the room what a phase is for."""
    return {
        PhaseKind.READ: translate("RolePlay", "Läs ditt kort tyst. Visa det inte för någon."),
        PhaseKind.PLAY: translate("RolePlay", "Rollerna talar. Alla andra tittar och antecknar."),
        PhaseKind.PAUSE: translate("RolePlay", "Rollerna vilar. Säg en sak du lade märke till."),
        PhaseKind.REPLAY: translate("RolePlay", "Samma läge en gång till. Pröva något annat."),
        PhaseKind.OBSERVERS: translate("RolePlay", "Observatörerna berättar vad de såg och hörde. Rollerna lyssnar."),
        PhaseKind.DEBRIEF: translate("RolePlay", "Alla lämnar sina roller. Nu talar ni som er själva."),
    }[kind]


def mode_words(mode: MeetingMode) -> str:
    """Say how those who play sit."""
    return {
        MeetingMode.PHYSICAL: translate("RolePlay", "I samma rum"),
        MeetingMode.DIGITAL: translate("RolePlay", "Digitalt möte"),
        MeetingMode.PHONE: translate("RolePlay", "Rygg mot rygg, bara rösten"),
    }[mode]


def mode_icon(mode: MeetingMode) -> str:
    return {MeetingMode.PHYSICAL: "users", MeetingMode.DIGITAL: "monitor", MeetingMode.PHONE: "phone"}[mode]


def minutes_words(minutes: int) -> str:
    return translate("RolePlay", "{n} min").format(n=minutes)


def seconds_left(minutes: int, used: float, since: datetime | None) -> int:
    """Return how many seconds of a phase are left, below zero when it is over its time."""
    passed = used
    if since is not None:
        now = datetime.now(UTC) if since.tzinfo else datetime.now()  # compared with its like
        passed += max(0.0, (now - since).total_seconds())
    return round(minutes * 60 - passed)


def clock_words(left: int) -> str:
    """Write what is left: "06:20", and "+01:10" when the time is over."""
    sign = "+" if left < 0 else ""
    return f"{sign}{abs(left) // 60:02}:{abs(left) % 60:02}"


def played_words(seconds: float) -> str:
    """Write how long into its phase something was: "04:35"."""
    return f"{int(seconds) // 60:02}:{int(seconds) % 60:02}"


def clock_said(left: int) -> str:
    """Say what is left, for who does not see it."""
    if left < 0:
        return translate("RolePlay", "{time} över tiden").format(time=clock_words(left).lstrip("+"))
    return translate("RolePlay", "{time} kvar").format(time=clock_words(left))


def ratings_said(observers: Sequence[int], own: Sequence[int]) -> str:
    """Say ratings in words: "Observatörer: tydligt, delvis. Själv: tydligt."."""
    nothing = translate("RolePlay", "inget än")
    seen = ", ".join(map(rating_words, observers)) or nothing
    self_rated = ", ".join(map(rating_words, own)) or nothing
    return translate("RolePlay", "Observatörer: {seen}. Själv: {own}.").format(seen=seen, own=self_rated)


def numbers_said(observers: Sequence[int], own: Sequence[int]) -> str:
    """Say counts or scales: "Observatörer: 4, 6. Själv: 8."."""
    nothing = translate("RolePlay", "inget än")
    seen = ", ".join(map(str, observers)) or nothing
    return translate("RolePlay", "Observatörer: {seen}. Själv: {own}.").format(
        seen=seen, own=", ".join(map(str, own)) or nothing
    )
