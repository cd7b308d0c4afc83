import errno
import hashlib
import os
from pathlib import Path

import pytest

from justice_desk.packets.readback import PIECE, read_back
from justice_desk.packets.rules import ReadBack

DIRECT = getattr(os, "O_DIRECT", 0)


def written(place: Path, size: int) -> tuple[Path, str]:
    content = os.urandom(size)
    place.write_bytes(content)
    with place.open("rb") as file:
        os.fsync(file.fileno())
    return place, hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("size", [0, 1, 4095, 4096, 4097, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 513])
def test_a_file_of_any_size_is_read_whole(tmp_path: Path, size: int) -> None:
    place, digest = written(tmp_path / "file", size)
    counted: list[int] = []
    found = read_back(place, counted.append)
    assert (found.sha256, found.size) == (digest, size)
    assert sum(counted) == size
    assert all(counted)


def test_it_is_read_past_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, _ = written(tmp_path / "file", 5000)
    asked: list[int] = []
    honest = os.open

    def watched(path: Path, flags: int) -> int:
        asked.append(flags)
        return honest(path, flags)

    monkeypatch.setattr("os.open", watched)
    assert read_back(place, lambda _: None).how is ReadBack.DIRECT
    assert asked[0] & DIRECT


def test_where_that_is_not_offered_the_cache_is_dropped_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, digest = written(tmp_path / "file", PIECE + 9)
    honest = os.open
    dropped: list[tuple[int, int, int]] = []

    def refuse(path: Path, flags: int) -> int:
        if flags & DIRECT:
            raise OSError(errno.EINVAL, "Invalid argument")
        return honest(path, flags)

    honest_advice = os.posix_fadvise

    def advise(descriptor: int, start: int, length: int, advice: int) -> None:
        dropped.append((start, length, advice))
        honest_advice(descriptor, start, length, advice)

    monkeypatch.setattr("os.open", refuse)
    monkeypatch.setattr("os.posix_fadvise", advise)
    found = read_back(place, lambda _: None)
    assert (found.how, found.sha256) == (ReadBack.DROPPED, digest)
    assert dropped == [(0, 0, os.POSIX_FADV_DONTNEED)]


def test_a_system_that_offers_neither_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place, digest = written(tmp_path / "file", 5000)
    monkeypatch.delattr("os.O_DIRECT")
    monkeypatch.delattr("os.posix_fadvise")
    found = read_back(place, lambda _: None)
    assert (found.how, found.sha256) == (ReadBack.CACHED, digest)


@pytest.mark.parametrize("number", [errno.EIO, errno.ENODEV])
def test_a_drive_that_does_not_answer_is_not_read_another_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def gone(*_: object) -> int:
        raise OSError(number, "")

    monkeypatch.setattr("os.open", gone)
    with pytest.raises(OSError, match=str(number)):
        read_back(tmp_path / "file", lambda _: None)
