import re
import uuid
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.ids import new_id

MOMENT = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)


def test_an_identifier_is_a_version_7_uuid() -> None:
    made = uuid.UUID(new_id(MOMENT))
    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", new_id(MOMENT))


@given(st.datetimes(datetime(1970, 1, 1), datetime(5000, 1, 1)), st.timedeltas(timedelta(milliseconds=2), timedelta(9)))  # noqa: DTZ001 - made aware below
def test_identifiers_sort_by_their_time(moment: datetime, later: timedelta) -> None:
    moment = moment.replace(tzinfo=UTC)
    assert new_id(moment) < new_id(moment + later)


def test_no_two_are_the_same() -> None:
    assert len({new_id(MOMENT) for _ in range(1000)}) == 1000


def test_the_time_can_be_read_back() -> None:
    milliseconds = uuid.UUID(new_id(MOMENT)).int >> 80
    assert datetime.fromtimestamp(milliseconds / 1000, UTC) == MOMENT
