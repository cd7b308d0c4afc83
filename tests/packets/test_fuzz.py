import random
from collections.abc import Callable
from pathlib import Path

import pytest
from pyrage import x25519

from justice_desk.foundations.progress import Unwatched
from justice_desk.packets import bag
from justice_desk.packets.opening import verify_packet
from justice_desk.packets.remission import CONTEXT_FILE
from justice_desk.packets.rules import PacketRefused
from tests.packets.making import Offices, archive_of, encrypted, laid_down, relisted

Change = Callable[[random.Random, bytearray], None]


def flip(dice: random.Random, content: bytearray) -> None:
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def overwrite(dice: random.Random, content: bytearray) -> None:
    at = dice.randrange(len(content))
    content[at : at + dice.randrange(1, 9)] = dice.randbytes(dice.randrange(1, 9))


def remove(dice: random.Random, content: bytearray) -> None:
    at = dice.randrange(len(content))
    del content[at : at + dice.randrange(1, 200)]


def repeat(dice: random.Random, content: bytearray) -> None:
    at = dice.randrange(len(content))
    content[at:at] = content[at : at + dice.randrange(1, 200)] or b"\0"


def move(dice: random.Random, content: bytearray) -> None:
    at = dice.randrange(len(content))
    piece = content[at : at + dice.randrange(1, 100)]
    del content[at : at + len(piece)]
    there = dice.randrange(len(content) + 1)
    content[there:there] = piece


def extremes(dice: random.Random, content: bytearray) -> None:
    at = dice.randrange(max(1, len(content) - 4))
    content[at : at + 4] = dice.choice([b"\0\0\0\0", b"\xff\xff\xff\xff", b"\xff\xff\xff\x7f", b"\1\0\0\0"])


CHANGES: tuple[Change, ...] = (flip, overwrite, remove, repeat, move, extremes)


def changed(seed: int, honest: bytes) -> bytes:
    dice = random.Random(seed)  # noqa: S311 - a seed must repeat
    content = bytearray(honest)
    for _ in range(dice.choice([1, 1, 1, 2, 5])):
        if content:
            dice.choice(CHANGES)(dice, content)
    return bytes(content)


def is_refused(offices: Offices, place: Path) -> bool:
    try:
        verify_packet(place, offices.identity, offices.directory, Unwatched())
    except PacketRefused:
        return True
    return False


def fuzz_the_age_file(offices: Offices, folder: Path, archive: bytes, seeds: range) -> list[int]:
    honest = encrypted(archive, offices.receiver)
    tried = {seed: changed(seed, honest) for seed in seeds}
    return [seed for seed, age in tried.items() if age != honest and not is_refused(offices, laid_down(folder, age))]


def fuzz_the_archive(offices: Offices, folder: Path, archive: bytes, seeds: range) -> list[int]:
    tried = {seed: changed(seed, archive) for seed in seeds}
    return [
        seed
        for seed, other in tried.items()
        if other != archive and not is_refused(offices, laid_down(folder, encrypted(other, offices.receiver)))
    ]


def fuzz_the_files(offices: Offices, folder: Path, files: dict[str, bytes], seeds: range) -> float:
    """Change one file, list and seal anew; return the share that is refused.

    Whoever holds a verified key may write another title or another nonce: that is a packet of theirs. Anything else
    that ends otherwise than in a fact makes the test fail by its own error.
    """
    paths = sorted(files.keys() - {bag.TAG_MANIFEST, bag.SEAL, bag.MANIFEST, bag.READ_ME, CONTEXT_FILE})
    refused = 0
    for seed in seeds:
        path = random.Random(seed).choice(paths)  # noqa: S311 - as above
        other = relisted({**files, path: changed(seed, files[path])}, offices.signing)
        refused += is_refused(offices, laid_down(folder, encrypted(archive_of(other), offices.receiver)))
    return refused / len(seeds)


def test_a_changed_age_file_is_refused(offices: Offices, tmp_path: Path, honest_archive: bytes) -> None:
    assert fuzz_the_age_file(offices, tmp_path, honest_archive, range(400)) == []


def test_a_changed_archive_is_refused(offices: Offices, tmp_path: Path, honest_archive: bytes) -> None:
    assert fuzz_the_archive(offices, tmp_path, honest_archive, range(400)) == []


def test_files_changed_by_whoever_holds_a_key_end_in_a_fact(
    offices: Offices, tmp_path: Path, honest_files: dict[str, bytes]
) -> None:
    assert fuzz_the_files(offices, tmp_path, honest_files, range(300)) > 0.95


def test_noise_is_refused(offices: Offices, tmp_path: Path) -> None:
    for seed in range(100):
        noise = random.Random(seed).randbytes(seed * 37)  # noqa: S311 - as above
        assert is_refused(offices, laid_down(tmp_path, noise))
        assert is_refused(offices, laid_down(tmp_path, encrypted(noise, offices.receiver)))


def test_the_fuzz_finds_what_is_not_refused(offices: Offices, tmp_path: Path, honest_archive: bytes) -> None:
    other = x25519.Identity.generate()
    assert not is_refused(offices, laid_down(tmp_path, encrypted(honest_archive, offices.receiver, other)))


@pytest.mark.torture
@pytest.mark.parametrize("start", range(1_000, 7_000, 2_000))
def test_thousands_of_changed_packets_are_refused(
    offices: Offices, tmp_path: Path, honest_archive: bytes, honest_files: dict[str, bytes], start: int
) -> None:
    seeds = range(start, start + 2_000)
    assert fuzz_the_age_file(offices, tmp_path, honest_archive, seeds) == []
    assert fuzz_the_archive(offices, tmp_path, honest_archive, seeds) == []
    assert fuzz_the_files(offices, tmp_path, honest_files, seeds) > 0.95
