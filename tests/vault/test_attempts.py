import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from justice_desk.foundations.files import CannotWrite
from justice_desk.vault import attempts
from justice_desk.vault.attempts import FREE_ATTEMPTS, LONGEST_DELAY, MOST_KEPT, NAME, Attempts, delay_after
from tests.stores import START

FOLDER_GONE = Path("gone")


def fail_often(folder: Path, times: int, at: datetime = START) -> Attempts:
    kept = Attempts(folder)
    for _ in range(times):
        kept.failed(at)
    return kept


def test_the_first_failures_cost_nothing(tmp_path: Path) -> None:
    kept = Attempts(tmp_path)
    for _ in range(FREE_ATTEMPTS - 1):
        kept.failed(START)
        assert kept.wait_until(START) is None


@given(st.integers(0, 10_000))
def test_each_failure_makes_the_wait_longer_up_to_the_longest(failures: int) -> None:
    assert timedelta() <= delay_after(failures) <= delay_after(failures + 1) <= LONGEST_DELAY


def test_the_wait_survives_a_restart_and_ends(tmp_path: Path) -> None:
    fail_often(tmp_path, 6)
    until = Attempts(tmp_path).wait_until(START)
    assert until == START + timedelta(seconds=16)
    assert Attempts(tmp_path).wait_until(until - timedelta(seconds=1)) == until
    assert Attempts(tmp_path).wait_until(until) is None


def test_a_good_sign_in_starts_again(tmp_path: Path) -> None:
    kept = fail_often(tmp_path, 6)
    kept.forget()
    kept.forget()
    assert kept.moments() == []
    assert kept.wait_until(START) is None


def test_nobody_waits_longer_because_the_clock_went_back(tmp_path: Path) -> None:
    kept = fail_often(tmp_path, 20, START)
    at_boot = datetime(2000, 1, 1, tzinfo=UTC)
    assert kept.wait_until(at_boot) == at_boot + LONGEST_DELAY
    assert kept.wait_until(at_boot + timedelta(minutes=1)) == at_boot + LONGEST_DELAY
    assert kept.wait_until(at_boot + LONGEST_DELAY) is None
    assert len(kept.moments()) == 20


@pytest.mark.parametrize("moment", ["", "garbage", "2026-03-02T14:30:00", "9999-99-99T00:00:00+00:00"])
def test_a_moment_that_cannot_be_read_counts_from_now_once(moment: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(json.dumps([moment] * 4))
    kept = Attempts(tmp_path)
    until = kept.wait_until(START)
    assert until == START + delay_after(4)
    assert kept.wait_until(until) is None


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"null",
        b'{"a": 1}',
        b"[1, null, {}, []]",
        b"\xff\xfe",
        b"[" * 100_000,
        b'"' + b"x" * 2_000_000 + b'"',
    ],
)
def test_a_file_of_a_stranger_stops_nobody(content: bytes, tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(content)
    kept = Attempts(tmp_path)
    assert kept.moments() == []
    assert kept.wait_until(START) is None
    kept.failed(START)
    assert len(kept.moments()) == 1


def test_a_flood_of_failures_is_kept_within_bounds(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(json.dumps([START.isoformat()] * (2 * MOST_KEPT)))
    kept = Attempts(tmp_path)
    kept.failed(START)
    assert len(kept.moments()) == MOST_KEPT
    assert kept.wait_until(START) == START + LONGEST_DELAY


def test_where_nothing_can_be_written_signing_in_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = fail_often(tmp_path, 20, START + timedelta(days=1))

    def refused(path: Path, _content: bytes) -> None:
        raise CannotWrite(path, "EROFS")

    monkeypatch.setattr(attempts, "write_whole", refused)
    kept.failed(START)
    assert len(kept.moments()) == 20
    assert kept.wait_until(START) is None


def test_a_file_that_cannot_be_removed_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / NAME).mkdir()
    Attempts(tmp_path).forget()
    assert Attempts(tmp_path).moments() == []
