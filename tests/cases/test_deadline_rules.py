from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from justice_desk.cases.deadline_rules import Deadline, Standing, standing

MINUTES = st.integers(-60 * 24 * 12, 60 * 24 * 12)
HOURS = st.integers(0, 24 * 40)
OFFSETS = st.integers(-12 * 60, 14 * 60)
MONDAY = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
LA_PAZ = ZoneInfo("America/La_Paz")


def running(hours: float, starts_at: datetime = MONDAY, met_after: float | None = None) -> Deadline:
    met_at = None if met_after is None else starts_at + timedelta(hours=met_after)
    return Deadline("REMISION_ESCRITA", "", starts_at, starts_at + timedelta(hours=hours), met_at, "")


def by_counting(minutes_of_term: int, minutes_since_start: int, start_in_zone: int) -> Standing:
    """Say the same by whole minutes alone: the term, the time since it began, the minute of the day it began."""
    left = minutes_of_term - minutes_since_start
    day_due, day_now = (start_in_zone + minutes_of_term) // 1440, (start_in_zone + minutes_since_start) // 1440
    if minutes_of_term == 0:
        return Standing.OVERDUE if minutes_since_start > 60 else Standing.TODAY
    if left < 0:
        return Standing.OVERDUE
    if day_due == day_now:
        return Standing.TODAY
    if left <= 3 * 1440:
        return Standing.SOON
    return Standing.WEEK if left <= 7 * 1440 else Standing.LATER


@given(hours=HOURS, since=MINUTES, offset=OFFSETS)
@example(hours=24, since=24 * 60, offset=-4 * 60)
@example(hours=24, since=24 * 60 + 1, offset=-4 * 60)
@example(hours=0, since=60, offset=-4 * 60)
@example(hours=0, since=61, offset=-6 * 60)
@example(hours=72, since=0, offset=0)
@example(hours=168, since=0, offset=0)
def test_where_a_deadline_stands_agrees_with_counting_minutes(hours: int, since: int, offset: int) -> None:
    zone = timezone(timedelta(minutes=offset))
    in_zone = MONDAY.hour * 60 + MONDAY.minute + offset
    found = standing(running(hours), MONDAY + timedelta(minutes=since), zone)
    assert found is by_counting(hours * 60, since, in_zone)


@given(hours=HOURS, met=MINUTES)
def test_what_was_met_is_met_for_good_in_time_or_late(hours: int, met: int) -> None:
    found = Deadline("x", "", MONDAY, MONDAY + timedelta(hours=hours), MONDAY + timedelta(minutes=met), "")
    in_time = met <= (hours * 60 or 60)
    for now in (MONDAY - timedelta(days=9), MONDAY, MONDAY + timedelta(days=900)):
        assert standing(found, now, UTC) is (Standing.MET if in_time else Standing.MET_LATE)


def test_today_is_the_day_of_the_country_not_of_greenwich() -> None:
    due = datetime(2026, 3, 3, 3, 30, tzinfo=UTC)
    deadline = Deadline("x", "", due - timedelta(hours=10), due, None, "")
    evening = datetime(2026, 3, 3, 1, 0, tzinfo=UTC)
    assert standing(deadline, evening, LA_PAZ) is Standing.TODAY
    assert standing(deadline, evening - timedelta(hours=22), LA_PAZ) is Standing.SOON
    after_midnight = Deadline("x", "", due, due + timedelta(hours=1), None, "")
    assert standing(after_midnight, evening, LA_PAZ) is Standing.SOON
    assert standing(after_midnight, evening, UTC) is Standing.TODAY


@pytest.mark.parametrize(("after", "expected"), [(0.4, Standing.MET), (1, Standing.MET), (1.1, Standing.MET_LATE)])
def test_at_once_is_never_late_in_the_first_hour(after: float, expected: Standing) -> None:
    assert standing(running(0, met_after=after), MONDAY + timedelta(days=9), LA_PAZ) is expected


def test_a_sunday_counts_like_any_day() -> None:
    saturday_night = datetime(2026, 3, 8, 3, 0, tzinfo=UTC)
    deadline = running(24, saturday_night)
    assert standing(deadline, saturday_night + timedelta(hours=24), LA_PAZ) is Standing.TODAY
    assert standing(deadline, saturday_night + timedelta(hours=24, seconds=1), LA_PAZ) is Standing.OVERDUE
