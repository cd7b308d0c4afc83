"""What the store and the journal take."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from justice_desk.accounts.rules import Role
from justice_desk.bootstrap import Desk, found, open_desk
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.communities.rules import Founding
from justice_desk.foundations.ids import PersonId
from justice_desk.journal.rules import GENESIS, Entry, chained, first_fault
from justice_desk.vault.keys import FLOOR, derive, fresh_salt
from tests.benchmarks.measuring import Measure

BEGINNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
NAME, PASSPHRASE = "Autoridad Ficticia", "quinua ladera 47 piedras azules"
ENTRIES = 10_000
DERIVE = "store: derive a key at the floor (Argon2id 64 MiB)"


def clock_from(beginning: datetime) -> Callable[[], datetime]:
    """Return a clock that moves one second each time it is looked at."""
    ticks = count()
    return lambda: beginning + timedelta(seconds=next(ticks))


def founded(folder: Path) -> Desk:
    """Found a fictitious desk."""
    founding = Founding(
        country="bo",
        language="es",
        community="Comunidad Ficticia",
        hierarchy="",
        municipality="Municipio Ficticio",
        place_code="000000",
        desk_code="A",
        office="Mallku",
        numbers=(DangerNumber("Centro de salud", "800 000 001"), DangerNumber("Defensoría", "800 000 002")),
        name=NAME,
        roles=frozenset({Role.AUTHORITY}),
        passphrase=PASSPHRASE,
    )
    return found(folder, founding, clock_from(BEGINNING)).take_place()


@contextlib.contextmanager
def deriving(_: Path) -> Iterator[Callable[[], object]]:
    """Time what one guess at a passphrase costs at the floor."""
    salt = fresh_salt()
    yield lambda: derive(PASSPHRASE, salt, FLOOR)


@contextlib.contextmanager
def keeping(folder: Path) -> Iterator[Callable[[], object]]:
    """Time one small commit, flushed to the disk."""
    desk = founded(folder / "store")
    yield lambda: desk.accounts.keep_draft("benchmark", "un texto que se guarda mientras se escribe")
    desk.close()


@contextlib.contextmanager
def unlocking(folder: Path) -> Iterator[Callable[[], object]]:
    """Time opening the desk with a passphrase, its journal checked."""
    founded(folder / "store").close()
    yield lambda: open_desk(folder / "store", NAME, PASSPHRASE, clock_from(BEGINNING)).close()


@contextlib.contextmanager
def verifying(_: Path) -> Iterator[Callable[[], object]]:
    """Time checking every hash of a long journal."""
    chain: list[Entry] = []
    for seq in range(1, ENTRIES + 1):
        entry = Entry(
            seq=seq,
            at=BEGINNING + timedelta(seconds=seq),
            actor=PersonId("benchmark"),
            second=None,
            action="sign_in",
            case=None,
            about="",
            facts={},
            formal=False,
            previous=chain[-1].digest if chain else GENESIS,
            digest=b"",
            signature=None,
        )
        chain.append(replace(entry, digest=chained(entry.previous, entry.body())))
    yield lambda: first_fault(chain, lambda *_: True)


MEASURES = (
    Measure(DERIVE, deriving, times=5),
    Measure("store: keep a draft (one commit, flushed)", keeping, times=200, bound=50.0),
    Measure("store: unlock with a passphrase", unlocking, times=5, bound=1500.0, peer=DERIVE),
    Measure(f"journal: check {ENTRIES} entries", verifying, times=5),
)
