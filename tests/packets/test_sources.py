import hashlib
import io
import zlib
from pathlib import Path
from typing import BinaryIO

import pytest

from justice_desk.packets.rules import EnclosureUnreadable, Part
from justice_desk.packets.sources import CHUNK, Supply, Tally, measure, measure_bytes, pieces, rough_size
from tests.packets.making import Heard

CONTENT = bytes(range(256)) * 5000


def as_path(folder: Path) -> Path:
    place = folder / "file"
    place.write_bytes(CONTENT)
    return place


def test_bytes_files_and_openers_are_measured_alike(tmp_path: Path) -> None:
    counted: list[int] = []
    measures = [
        measure(source, "file", counted.append) for source in (CONTENT, as_path(tmp_path), lambda: io.BytesIO(CONTENT))
    ]
    assert measures == [measure_bytes(CONTENT)] * 3
    assert measures[0].sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert measures[0].crc == zlib.crc32(CONTENT)
    assert sum(counted) == 3 * len(CONTENT)


def test_a_piece_is_never_larger_than_memory_should_hold(tmp_path: Path) -> None:
    assert max(map(len, pieces(as_path(tmp_path), "file"))) <= CHUNK


def test_a_missing_file_is_a_fact(tmp_path: Path) -> None:
    for act in (
        lambda: list(pieces(tmp_path / "none", "docs/01.pdf")),
        lambda: rough_size(tmp_path / "none", "docs/01.pdf"),
    ):
        with pytest.raises(EnclosureUnreadable) as unreadable:
            act()
        assert unreadable.value.path == "docs/01.pdf"


def test_an_opener_that_fails_is_a_fact() -> None:
    def gone() -> BinaryIO:
        raise OSError(5, "Input/output error")

    with pytest.raises(EnclosureUnreadable):
        list(pieces(gone, "docs/01.pdf"))


def test_the_size_for_a_progress_bar_is_known_where_it_is_cheap(tmp_path: Path) -> None:
    assert rough_size(CONTENT, "file") == len(CONTENT)
    assert rough_size(as_path(tmp_path), "file") == len(CONTENT)
    assert rough_size(lambda: io.BytesIO(CONTENT), "file") == 0


@pytest.mark.parametrize("size", [1, 7, 8192, 1 << 21])
def test_a_supply_gives_all_in_the_sizes_that_are_asked_for(size: int) -> None:
    supply = Supply(iter([b"abc", b"", b"defghij", b"k"]))
    taken = list(iter(lambda: supply.read(size), b""))
    assert b"".join(taken) == b"abcdefghijk"
    assert max(map(len, taken)) <= size


def test_a_bar_never_passes_its_end() -> None:
    heard = Heard()
    tally = Tally(heard, Part.MEASURING, 10)
    for _ in range(4):
        tally.add(4)
    assert heard.steps[Part.MEASURING] == [(0, 10), (4, 10), (8, 10), (10, 10), (10, 10)]
