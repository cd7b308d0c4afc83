"""Days and hours as people here write them: day before month, 24 hours, in the zone of the country profile.

The names of months are ours: Qt has none for several languages of the field and would show English ones.
"""

import re
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QTimeZone

from ui.i18n import translate

DAY = re.compile(r"(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})")
HOUR = re.compile(r"(\d{1,2})(?:\s*[:.hH]\s*(\d{2}))?")


def month(number: int) -> str:
    """Return the short name of a month, 1 to 12."""
    names = (
        translate("Moments", "Jan"),
        translate("Moments", "Feb"),
        translate("Moments", "Mar"),
        translate("Moments", "Apr"),
        translate("Moments", "May"),
        translate("Moments", "Jun"),
        translate("Moments", "Jul"),
        translate("Moments", "Aug"),
        translate("Moments", "Sep"),
        translate("Moments", "Oct"),
        translate("Moments", "Nov"),
        translate("Moments", "Dec"),
    )
    return names[number - 1]


def month_name(number: int) -> str:
    """Return the full name of a month, 1 to 12."""
    names = (
        translate("Moments", "January"),
        translate("Moments", "February"),
        translate("Moments", "March"),
        translate("Moments", "April"),
        translate("Moments", "May"),
        translate("Moments", "June"),
        translate("Moments", "July"),
        translate("Moments", "August"),
        translate("Moments", "September"),
        translate("Moments", "October"),
        translate("Moments", "November"),
        translate("Moments", "December"),
    )
    return names[number - 1]


def weekdays() -> tuple[str, ...]:
    """Return the days of the week in two letters, Monday first."""
    return (
        translate("Moments", "Mo"),
        translate("Moments", "Tu"),
        translate("Moments", "We"),
        translate("Moments", "Th"),
        translate("Moments", "Fr"),
        translate("Moments", "Sa"),
        translate("Moments", "Su"),
    )


def day_text(day: date) -> str:
    """Return a day as it is read: 4 Nov 2026."""
    return f"{day.day} {month(day.month)} {day.year}"


def hour_text(at: datetime, zone: ZoneInfo) -> str:
    """Return the hour of a moment in a zone: 15:42."""
    return at.astimezone(zone).strftime("%H:%M")


def moment_text(at: datetime, zone: ZoneInfo) -> str:
    """Return a moment as it is read in a zone: 4 Nov 2026, 15:42."""
    return f"{day_text(at.astimezone(zone).date())}, {hour_text(at, zone)}"


def written_day(day: date) -> str:
    """Return a day as it is typed: 04/11/2026."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def read_day(text: str) -> date | None:
    """Return the day that was typed (day, month, year of four figures), None if it is none."""
    if (found := DAY.fullmatch(text.strip())) is None:
        return None
    day, month_number, year = (int(part) for part in found.groups())
    try:
        return date(year, month_number, day)
    except ValueError:
        return None


def read_hour(text: str) -> time | None:
    """Return the hour that was typed (15:42, 15.42, 15h42 or 15), None if it is none."""
    if (found := HOUR.fullmatch(text.strip())) is None:
        return None
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


def moment_of(day: date, hour: time, zone: ZoneInfo) -> datetime:
    """Return the moment, in UTC, at which clocks in a zone show this day and hour."""
    return datetime.combine(day, hour, zone).astimezone(UTC)


def zone_here() -> ZoneInfo:
    """Return the zone that this computer is set to, for what is shown before a desk says its own."""
    try:
        return ZoneInfo(QTimeZone.systemTimeZoneId().toStdString())
    except (ValueError, ZoneInfoNotFoundError):
        return ZoneInfo("UTC")
