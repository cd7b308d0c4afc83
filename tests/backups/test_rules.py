import importlib
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.backups.rules import (
    DUE_AFTER,
    FRESH_FOR,
    KINDS,
    MONTHS,
    NEWEST,
    OLD_FROM,
    WEEKS,
    AtClose,
    DeskCodesSpent,
    Freshness,
    Loss,
    LostKind,
    Manifest,
    OnPaper,
    Register,
    Sum,
    due_at_close,
    freshness,
    missing_of,
    next_desk_code,
    read_last_number,
    to_remove,
)
from justice_desk.foundations.fields import FieldUnreadable
from justice_desk.vault.records import Base
from tests.stores import START

ACTA = Register("acta", "ACTA", "A", 2026, 12, "ACTA A-012/2026")
EMPTY = Register("oficio", "OFICIO", "A", 2026, 0, "")
MADE = st.lists(
    st.integers(0, 4 * 365 * 24).map(lambda hours: START + timedelta(hours=hours)), unique=True, max_size=80
)


def named(moments: list[datetime]) -> dict[str, datetime]:
    return {at.isoformat(): at for at in moments}


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (None, Freshness.NONE),
        (timedelta(days=-3), Freshness.FRESH),
        (FRESH_FOR, Freshness.FRESH),
        (FRESH_FOR + timedelta(seconds=1), Freshness.OLD),
        (OLD_FROM - timedelta(seconds=1), Freshness.OLD),
        (OLD_FROM, Freshness.VERY_OLD),
    ],
)
def test_the_age_of_a_backup_is_said_in_four_words(age: timedelta | None, expected: Freshness) -> None:
    assert freshness(None if age is None else START - age, START) is expected


def test_a_backup_is_due_once_a_day_unless_nobody_wants_it() -> None:
    assert due_at_close(AtClose.ASK, None, START)
    assert due_at_close(AtClose.ALWAYS, START - DUE_AFTER, START)
    assert not due_at_close(AtClose.ASK, START - DUE_AFTER + timedelta(minutes=1), START)
    assert not due_at_close(AtClose.NEVER, None, START)


@given(MADE)
def test_rotation_keeps_the_newest_and_removes_nothing_a_second_time(moments: list[datetime]) -> None:
    made = named(moments)
    gone = to_remove(made)
    newest = sorted(made, key=lambda one: made[one], reverse=True)[:NEWEST]
    assert gone.isdisjoint(newest)
    assert gone <= made.keys()
    assert to_remove({one: at for one, at in made.items() if one not in gone}) == frozenset()
    assert len(made) - len(gone) <= NEWEST + WEEKS + MONTHS


@given(MADE)
def test_rotation_keeps_the_last_one_of_each_month_of_a_year(moments: list[datetime]) -> None:
    made = named(moments)
    kept = made.keys() - to_remove(made)
    months = sorted({(at.year, at.month) for at in made.values()}, reverse=True)[:MONTHS]
    for month in months:
        last = max((at, one) for one, at in made.items() if (at.year, at.month) == month)
        assert last[1] in kept


def test_a_backup_a_day_for_a_year_leaves_a_week_five_weeks_and_twelve_months() -> None:
    made = {f"{day:03}": datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=day) for day in range(365)}
    kept = sorted(made.keys() - to_remove(made))
    assert kept[-7:] == [f"{day:03}" for day in range(358, 365)]
    assert len(kept) == 21
    assert {made[one].month for one in kept} == set(range(1, 13))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", None),
        ("  ", None),
        ("ACTA A-015/2026", OnPaper("A", 2026, 15)),
        ("acta  a-15/2026 ", OnPaper("A", 2026, 15)),
        ("A2-003/2027", OnPaper("A2", 2027, 3)),
        ("HOJA RESERVADA A-001/2026", OnPaper("A", 2026, 1)),
        ("JIOC-BO-051299-A-2026-0003", OnPaper("A", 2026, 3)),
        ("17", OnPaper("A", 2026, 17)),
    ],
)
def test_a_number_is_read_from_paper_as_people_write_it(typed: str, expected: OnPaper | None) -> None:
    assert read_last_number(typed, ACTA, 2026) == expected


@pytest.mark.parametrize("typed", ["no sé", "A-/2026", "12/2026", "A-12", "12345678", "A-1/26"])
def test_what_is_no_number_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(FieldUnreadable) as caught:
        read_last_number(typed, ACTA, 2026)
    assert (caught.value.field, caught.value.example) == ("acta", "ACTA A-012/2026")
    with pytest.raises(FieldUnreadable) as caught:
        read_last_number(typed, EMPTY, 2026)
    assert caught.value.example == "A-012/2026"


@pytest.mark.parametrize(
    ("paper", "expected"),
    [
        (OnPaper("A", 2026, 15), 3),
        (OnPaper("A", 2026, 12), 0),
        (OnPaper("A", 2026, 4), 0),
        (OnPaper("A", 2027, 2), 2),
        (OnPaper("A", 2025, 90), 0),
        (OnPaper("A2", 2026, 5), 5),
    ],
)
def test_what_stands_on_paper_only_is_counted(paper: OnPaper, expected: int) -> None:
    assert missing_of(ACTA, paper) == expected


@pytest.mark.parametrize(
    ("own", "seen", "expected"),
    [
        ("A", (), "A2"),
        ("A", ("A",), "A2"),
        ("A2", (), "A3"),
        ("A", ("A3", "A2"), "A4"),
        ("A9", (), "A10"),
        ("B", ("A7",), "B2"),
    ],
)
def test_a_restored_desk_gets_a_code_that_nobody_saw(own: str, seen: tuple[str, ...], expected: str) -> None:
    assert next_desk_code(own, seen) == expected


def test_a_desk_is_not_restored_for_ever() -> None:
    with pytest.raises(DeskCodesSpent):
        next_desk_code("A99", ())
    with pytest.raises(DeskCodesSpent):
        next_desk_code("A", ("A99",))


def test_every_table_of_people_is_called_by_what_people_call_it() -> None:
    for room in ("custody", "documents", "handoffs", "hearings", "protection"):
        importlib.import_module(f"justice_desk.{room}.records")
    tables = set(Base.metadata.tables)
    assert set(KINDS) <= tables
    assert {"cases", "documents", "journal_entries", "persons"} <= set(KINDS)


def test_a_loss_is_nothing_only_where_nothing_may_be_missing() -> None:
    assert Loss({}, (), (), ()).nothing
    assert not Loss({LostKind.CASE: 1}, ("x",), (), ()).nothing
    assert not Loss({}, (), (), (LostKind.DRAFT,)).nothing


def test_a_manifest_tells_how_large_a_backup_is() -> None:
    one, two = Sum("a", 3, "0" * 64), Sum("b", 4, "0" * 64)
    assert Manifest("s", "b", START, (one,), (two,), b"").bytes == 7
