"""The clock is given, never asked for: whoever needs the time takes a `Clock`."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present moment: aware, in UTC."""


def system_clock() -> datetime:
    """Return what this machine believes to be the present moment, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the one place that asks the machine; every other takes a Clock
