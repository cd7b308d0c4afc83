from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from justice_desk.vault.records import Moment

MOMENT = Moment()
DIALECT = sqlite.dialect()
moments = st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1), timezones=st.timezones())  # noqa: DTZ001 - the zones come with them


def stored(moment: datetime) -> str:
    text = MOMENT.process_bind_param(moment, DIALECT)
    assert text is not None
    return text


@given(moments)
def test_a_moment_is_read_back_in_utc(moment: datetime) -> None:
    assert len(stored(moment)) == 27
    back = MOMENT.process_result_value(stored(moment), DIALECT)
    assert back == moment.astimezone(UTC)
    assert back is not None
    assert back.utcoffset() == timedelta()


@given(moments, moments)
def test_moments_sort_as_text(one: datetime, other: datetime) -> None:
    assert (stored(one) < stored(other)) == (one.astimezone(UTC) < other.astimezone(UTC))


def test_a_moment_without_its_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="offset"):
        MOMENT.process_bind_param(datetime(2026, 3, 2, 14, 30), DIALECT)  # noqa: DTZ001 - that is what is refused


def test_no_moment_stays_none() -> None:
    assert MOMENT.process_bind_param(None, DIALECT) is None
    assert MOMENT.process_result_value(None, DIALECT) is None


def test_a_moment_in_la_paz_is_stored_in_utc() -> None:
    assert stored(datetime(2026, 3, 2, 10, 30, tzinfo=timezone(timedelta(hours=-4)))) == "2026-03-02T14:30:00.000000Z"
