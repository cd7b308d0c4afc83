from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.appearance import Appearance
from ui.moments import (
    day_text,
    hour_text,
    moment_of,
    moment_text,
    month_name,
    read_day,
    read_hour,
    weekdays,
    written_day,
)

LA_PAZ = ZoneInfo("America/La_Paz")


def test_moments_are_shown_in_the_zone_of_the_country(appearance: Appearance) -> None:
    at = datetime(2026, 3, 2, 2, 30, tzinfo=UTC)
    assert moment_text(at, LA_PAZ) == "1 mar 2026, 22:30"
    assert hour_text(at, LA_PAZ) == "22:30"
    assert moment_of(date(2026, 3, 1), time(22, 30), LA_PAZ) == at


def test_months_and_weekdays_have_names(appearance: Appearance) -> None:
    assert [day_text(date(2026, number, 1)).split()[1] for number in (1, 8, 12)] == ["ene", "ago", "dic"]
    assert len({month_name(number) for number in range(1, 13)}) == 12
    assert weekdays()[0] == "lu"
    assert len(weekdays()) == 7


@given(st.dates())
def test_a_day_that_was_written_is_read_again(day: date) -> None:
    assert read_day(written_day(day)) == day


@pytest.mark.parametrize("text", ["4/11/2026", " 04-11-2026 ", "4.11.2026", "4 11 2026"])
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_day(text) == date(2026, 11, 4)


@pytest.mark.parametrize("text", ["", "31/02/2026", "2026-11-04", "4/11/26", "tomorrow"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("text", "hour"), [("15:42", time(15, 42)), ("7.05", time(7, 5)), ("9h30", time(9, 30)), ("6", time(6))]
)
def test_an_hour_is_read_as_people_write_it(text: str, hour: time) -> None:
    assert read_hour(text) == hour


@pytest.mark.parametrize("text", ["", "25:00", "12:60", "noon"])
def test_what_is_no_hour_is_not_guessed(text: str) -> None:
    assert read_hour(text) is None
