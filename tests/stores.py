"""Stores for tests: one is made a session, each test gets a copy that opens without paying for a passphrase again.

Four fictitious people use it: `ana` decides (authority), `berta` writes (clerk), `carla` carries (liaison) and `delia`
defends (defender). Their passphrases are PASSPHRASES[word]. Whoever tests signing in itself pays 0.2 s for each try.
"""

import contextlib
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from justice_desk.accounts.admission import open_case_keys, roles_of
from justice_desk.accounts.office import create_office_scope, make_office_keys
from justice_desk.accounts.records import PersonRecord
from justice_desk.accounts.rules import Role, UseCase
from justice_desk.accounts.service import AccountService, enter_person
from justice_desk.accounts.work import Persons, SignedIn, begin
from justice_desk.foundations.ids import CaseId, PersonId, new_id
from justice_desk.journal.rules import Act
from justice_desk.vault import slots
from justice_desk.vault.header import read_copies
from justice_desk.vault.keys import FLOOR, Cost, PersonKeys, subkey
from justice_desk.vault.open_vault import OpenVault
from justice_desk.vault.opening import create_store
from justice_desk.vault.ring import KeyRing
from justice_desk.vault.slots import Newcomer

START = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
NAMES = {"ana": "Ana Ejemplo", "berta": "Berta Muestra", "carla": "Carla Modelo", "delia": "Delia Ficticia"}
ROLES = {
    "ana": frozenset({Role.AUTHORITY}),
    "berta": frozenset({Role.CLERK}),
    "carla": frozenset({Role.LIAISON}),
    "delia": frozenset({Role.DEFENDER}),
}
PASSPHRASES = {
    "ana": "lamina corteza nube 41",
    "berta": "telar ventana rocio 52",
    "carla": "camino piedra sauce 63",
    "delia": "fogata puente trigo 74",
}


class HandClock:
    """A clock that stands where it was put and moves when it is turned."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def turn(self, **by: float) -> datetime:
        """Move the clock by hours, minutes, seconds (negative: backwards), and return where it stands now."""
        self.at += timedelta(**by)
        return self.at


@dataclass(frozen=True)
class Template:
    """The store that is copied: where it lies, and the keys that passphrases and paper open."""

    folder: Path
    vault_key: bytes
    recovery_code: str
    persons: dict[str, PersonId]
    keys: dict[str, PersonKeys]


class DeskAtHand:
    """A copy of the store, open for a test."""

    def __init__(self, template: Template, folder: Path) -> None:
        shutil.copytree(template.folder, folder)
        self.template = template
        self.folder = folder
        self.clock = HandClock()
        self.vault = self.opened()

    def opened(self) -> OpenVault:
        """Open the store; the caller closes it."""
        return OpenVault(self.folder, self.template.vault_key, self.clock)

    def reopen(self) -> None:
        """Close the store and open it again, as after a restart."""
        self.vault.close()
        self.vault = self.opened()

    def id_of(self, who: str) -> PersonId:
        """Return the identifier of a person."""
        return self.template.persons[who]

    def ring_of(self, who: str) -> KeyRing:
        """Return a fresh ring of a person."""
        return KeyRing(self.vault.store, self.id_of(who), self.template.keys[who])

    def signed_in(self, who: str) -> SignedIn:
        """Return a person as signing in would."""
        with self.vault.session(reading=True) as session:
            record = session.get_one(PersonRecord, self.id_of(who))
            return SignedIn(self.id_of(who), record.name, roles_of(record), self.ring_of(who))

    def acting(self, first: str, second: str | None = None) -> Persons:
        """Return one person at the open desk, or two."""
        return Persons(self.vault, self.signed_in(first), None if second is None else self.signed_in(second))

    def accounts(self, who: str) -> AccountService:
        """Return the account service as one person uses it."""
        return AccountService(self.acting(who))

    def open_case(self, who: str, excluded: Collection[str] = ()) -> CaseId:
        """Register a case that has nothing but its keys, and return its identifier."""
        with begin(self.acting(who), UseCase.REGISTER_CASE) as work:
            case = CaseId(new_id(work.now))
            open_case_keys(work, case, [self.id_of(person) for person in excluded])
            work.on_case(case)
            work.commit(Act("case", formal=True))
        return case


def swift_derive(passphrase: str, salt: bytes, _cost: Cost) -> bytes:
    """Stand in for Argon2id where a test signs in hundreds of times: right passphrases open, wrong ones do not."""
    return subkey(salt + passphrase.encode(), "swift")


@contextlib.contextmanager
def swift_derivation() -> Iterator[None]:
    """Let passphrases cost nothing for as long as the block runs."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(slots, "derive", swift_derive)
        yield


def make_template(folder: Path) -> Template:
    """Make the store that is copied."""
    clock = HandClock()
    founder = PersonId(new_id(clock()))
    vault, ring, sheets = create_store(folder, Newcomer(founder, NAMES["ana"], PASSPHRASES["ana"]), FLOOR, clock)
    persons = Persons(vault, SignedIn(founder, NAMES["ana"], ROLES["ana"], ring))
    with begin(persons, UseCase.FOUND_DESK) as work:
        enter_person(work, founder, NAMES["ana"], ROLES["ana"], ring.public, ring.verifying)
        create_office_scope(work, {founder: ring.public})
        make_office_keys(work)
        work.commit(Act(vault.store, formal=True))
    service = AccountService(persons)
    ids = {"ana": founder}
    for who in ("berta", "carla", "delia"):
        ids[who] = service.add_person(NAMES[who], ROLES[who], PASSPHRASES[who]).id
    vault.close()
    header = read_copies(folder)[0].header
    held = {slot.person: slot for slot in header.persons}
    opened = {who: slots.open_person_slot(header.store, held[ids[who]], PASSPHRASES[who]) for who in ids}
    return Template(folder, opened["ana"][1], sheets.texts[0], ids, {who: keys for who, (keys, _) in opened.items()})


@pytest.fixture(scope="session")
def store_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The store of one session of tests. Never open it: take `desk`."""
    return make_template(tmp_path_factory.mktemp("template") / "store")


@pytest.fixture(scope="session")
def swift_template(tmp_path_factory: pytest.TempPathFactory) -> Template:
    """The same store, whose passphrases are derived by `swift_derive`. Never open it: take `swift_desk`."""
    with swift_derivation():
        return make_template(tmp_path_factory.mktemp("swift") / "store")


@pytest.fixture
def desk(store_template: Template, tmp_path: Path) -> Iterator[DeskAtHand]:
    """A desk with four people and no case, open; it is closed after the test."""
    at_hand = DeskAtHand(store_template, tmp_path / "store")
    yield at_hand
    at_hand.vault.close()


@pytest.fixture
def swift_desk(swift_template: Template, tmp_path: Path) -> Iterator[DeskAtHand]:
    """A desk like `desk`, where signing in costs nothing: for tests that do so hundreds of times."""
    with swift_derivation():
        at_hand = DeskAtHand(swift_template, tmp_path / "store")
        yield at_hand
        at_hand.vault.close()
