import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from justice_desk.accounts.checking import check_store
from justice_desk.accounts.office import SIGNING, office_key
from justice_desk.accounts.rules import UseCase
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.sign_in import sign_in, sign_out
from justice_desk.accounts.work import begin, look
from justice_desk.foundations.errors import DeskError
from justice_desk.journal.rules import Act
from justice_desk.vault.places import DATABASE
from tests.stores import NAMES, PASSPHRASES, DeskAtHand

SEVERAL = 60
HUNDREDS = 600
LOG = f"{DATABASE}-wal"


@dataclass(frozen=True)
class Matter:
    """What somebody who signs in reads in the store."""

    people: tuple[str, ...]
    draft: tuple[str, ...]
    setting: object
    acts: tuple[str, ...]
    fault: int | None
    older: bool
    office: bytes


def matter(folder: Path, desk: DeskAtHand) -> Matter:
    persons = sign_in(folder, NAMES["ana"], PASSPHRASES["ana"], desk.clock)
    try:
        service = AccountService(persons)
        standing = service.verify_journal()
        with look(persons, UseCase.READ_JOURNAL) as work:
            office = office_key(work, SIGNING)
        return Matter(
            tuple(person.name for person in service.persons()),
            tuple(draft.text for draft in service.drafts()),
            service.setting("scale"),
            tuple(f"{line.action} {line.about}" for line in reversed(service.newest_acts())),
            standing.fault_at,
            service.older_than_noted(),
            office,
        )
    finally:
        sign_out(persons)


@pytest.fixture
def used(swift_desk: DeskAtHand) -> DeskAtHand:
    swift_desk.open_case("ana")
    service = swift_desk.accounts("ana")
    service.keep_draft("intake", "lo que se escribía")
    service.keep_setting("scale", 120)
    return swift_desk


@contextmanager
def flipped(source: Path, target: Path, name: str, chance: random.Random) -> Iterator[int]:
    """A copy of the store in which one bit of one file is another."""
    shutil.copytree(source, target)
    content = bytearray((target / name).read_bytes())
    bit = chance.randrange(len(content) * 8)
    content[bit // 8] ^= 1 << bit % 8
    (target / name).write_bytes(content)
    yield bit
    shutil.rmtree(target)


def is_found(folder: Path, desk: DeskAtHand) -> bool:
    try:
        return bool(check_store(folder, PASSPHRASES["ana"], desk.clock, NAMES["ana"]).findings)
    except DeskError:
        return True


def every_flip_is_found_or_harmless(desk: DeskAtHand, tmp_path: Path, name: str, tries: int) -> int:
    desk.vault.close()
    shutil.copytree(desk.folder, tmp_path / "sound")
    expected = matter(tmp_path / "sound", desk)
    found = 0
    for seed in range(tries):
        chance = random.Random(f"{name} {seed}")  # noqa: S311 - where to flip, no secret
        with flipped(desk.folder, tmp_path / "flipped", name, chance) as bit:
            told = is_found(tmp_path / "flipped", desk)
            found += told
            try:
                read = matter(tmp_path / "flipped", desk)
            except DeskError:
                assert told, f"bit {bit} of {name}"
            else:
                assert told or read == expected, f"bit {bit} of {name}"
                assert read.people == expected.people
    return found


FILES = (DATABASE, "header-a.json", "header-b.json", "witness.json")


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_bit_is_found_or_harmless(name: str, used: DeskAtHand, tmp_path: Path) -> None:
    assert every_flip_is_found_or_harmless(used, tmp_path, name, SEVERAL // len(FILES)) > 0


@pytest.mark.torture
@pytest.mark.parametrize("name", FILES)
def test_any_flipped_bit_is_found_or_harmless(name: str, used: DeskAtHand, tmp_path: Path) -> None:
    assert every_flip_is_found_or_harmless(used, tmp_path, name, HUNDREDS // len(FILES)) > 0


def log_loses_only_its_end(desk: DeskAtHand, tmp_path: Path, tries: int) -> None:
    for number in range(10):
        with begin(desk.acting("ana"), UseCase.ENTER_TERM) as work:
            work.commit(Act(f"act {number}"))
    crashed = tmp_path / "crashed"
    shutil.copytree(desk.folder, crashed)
    assert (crashed / LOG).stat().st_size > 0
    shutil.copytree(crashed, tmp_path / "sound")
    whole = matter(tmp_path / "sound", desk).acts
    assert whole[-2:] == ("enter_term act 9", "sign_in ")
    kept = set()
    for seed in range(tries):
        with flipped(crashed, tmp_path / "flipped", LOG, random.Random(seed)):  # noqa: S311 - where to flip, no secret
            read = matter(tmp_path / "flipped", desk)
            assert read.acts[:-1] == whole[: len(read.acts) - 1]
            assert read.fault is None
            kept.add(len(read.acts))
    assert len(kept) > 1


def test_a_damaged_log_loses_its_end_and_what_stands_before_holds(used: DeskAtHand, tmp_path: Path) -> None:
    log_loses_only_its_end(used, tmp_path, SEVERAL // 4)


@pytest.mark.torture
def test_a_log_damaged_anywhere_loses_its_end_and_what_stands_before_holds(used: DeskAtHand, tmp_path: Path) -> None:
    log_loses_only_its_end(used, tmp_path, HUNDREDS // 4)
