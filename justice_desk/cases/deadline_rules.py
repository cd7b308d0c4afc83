"""How long is left: whether a deadline is met, late, overdue, due today or later. Computed, never stored."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum


class Standing(StrEnum):
    """Where a deadline stands at a moment."""

    OVERDUE = "vencido"
    TODAY = "hoy"
    SOON = "tres_dias"
    WEEK = "semana"
    LATER = "despues"
    MET = "cumplido"
    MET_LATE = "cumplido_tarde"


AT_ONCE = timedelta(hours=1)
"""What we take "at once" for: a deadline without hours asks from its first moment on, and is late after this."""
SOON = timedelta(days=3)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Deadline:
    """A deadline that was started; all moments aware. `met_at` None: it still runs."""

    kind: str
    subject: str
    starts_at: datetime
    due_at: datetime
    met_at: datetime | None
    note: str


def standing(deadline: Deadline, now: datetime, zone: tzinfo) -> Standing:
    """Return where a deadline stands; "today" is the day of the country's zone."""
    at_once = deadline.due_at == deadline.starts_at
    late_after = deadline.due_at + AT_ONCE if at_once else deadline.due_at
    if deadline.met_at is not None:
        return Standing.MET if deadline.met_at <= late_after else Standing.MET_LATE
    if now > late_after:
        return Standing.OVERDUE
    left = deadline.due_at - now
    if at_once or deadline.due_at.astimezone(zone).date() == now.astimezone(zone).date():
        return Standing.TODAY
    if left <= SOON:
        return Standing.SOON
    return Standing.WEEK if left <= WEEK else Standing.LATER
