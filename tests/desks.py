"""Founded desks for tests: with a community, its authorities and a country, copied from one that is made a session.

The people are those of `tests.stores`: `ana` founds the desk and decides (authority), `berta` writes (clerk), `carla`
carries (liaison), `delia` defends (defender). A desk of one has `ana` alone, who is authority, clerk and liaison.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from justice_desk.accounts.rules import Role, UseCase
from justice_desk.accounts.service import AccountService
from justice_desk.accounts.work import Persons, look
from justice_desk.cases.party_service import PartyService
from justice_desk.cases.reader_service import ReaderService
from justice_desk.cases.service import CaseService
from justice_desk.cases.views import CaseView
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.communities.founding import found_desk
from justice_desk.communities.rules import Founding
from justice_desk.communities.service import CommunityService
from justice_desk.foundations.ids import CaseId, PersonId, SessionId
from justice_desk.hearings.reading import session_of
from justice_desk.hearings.service import HearingService
from justice_desk.hearings.views import SessionView
from justice_desk.jurisdictions.loading import load_profile
from justice_desk.jurisdictions.rules import Profile
from justice_desk.protection.service import ProtectionService
from justice_desk.vault.header import read_copies
from justice_desk.vault.keys import FLOOR
from justice_desk.vault.slots import open_person_slot
from tests.intakes import intake
from tests.jurisdictions.third import THIRD, third_country
from tests.jurisdictions.written import put_profile
from tests.stores import NAMES, PASSPHRASES, ROLES, DeskAtHand, HandClock, Template

ALL_ROLES = frozenset({Role.AUTHORITY, Role.CLERK, Role.LIAISON})
OFFICE = "Mama T'alla"


def founding(country: str = "bo", roles: frozenset[Role] = ROLES["ana"]) -> Founding:
    """Return what a fictitious founder answers at the first run."""
    return Founding(
        country=country,
        language="es",
        community="Ayllu Ejemplo (ficticio)",
        hierarchy="Nación Ejemplo",
        municipality="Municipio Ficticio",
        place_code="051299",
        desk_code="A",
        office=OFFICE,
        numbers=(DangerNumber("Defensora (ficticia)", "700 00 001"), DangerNumber("Fiscalía (ficticia)", "110")),
        name=NAMES["ana"],
        roles=roles,
        passphrase=PASSPHRASES["ana"],
    )


class DeskInUse(DeskAtHand):
    """A founded desk, open for a test, with the services as each of its people has them."""

    def cases(self, who: str = "ana") -> CaseService:
        """Return the cases as one person has them."""
        return CaseService(self.acting(who))

    def parties(self, who: str = "ana") -> PartyService:
        """Return the people in cases as one person has them."""
        return PartyService(self.acting(who))

    def readers(self, who: str = "ana") -> ReaderService:
        """Return who reads cases as one person has it."""
        return ReaderService(self.acting(who))

    def hearings(self, who: str = "ana") -> HearingService:
        """Return sessions and hearings as one person has them."""
        return HearingService(self.acting(who))

    def protection(self, who: str = "ana") -> ProtectionService:
        """Return protective measures as one person has them."""
        return ProtectionService(self.acting(who))

    def community(self, who: str = "ana") -> CommunityService:
        """Return the community as one person has it."""
        return CommunityService(self.acting(who))

    def posing(self, who: str, role_of: str) -> PartyService:
        """Return the people in cases as somebody would have them who gave themselves the role of another."""
        with_own_keys = replace(self.signed_in(who), roles=ROLES[role_of])
        return PartyService(Persons(self.vault, with_own_keys))

    def posing_reader(self, who: str, role_of: str) -> ReaderService:
        """Return who reads cases as somebody would have it who gave themselves the role of another."""
        return ReaderService(Persons(self.vault, replace(self.signed_in(who), roles=ROLES[role_of])))

    def session_of(self, case: CaseId, session: SessionId) -> SessionView:
        """Return one session of a case as rooms above read it."""
        with look(self.acting("ana"), UseCase.READ_CASES, case) as work:
            return session_of(work, case, session)

    def suspected(self, who: str = "ana") -> CaseView:
        """Register a case in which trafficking is suspected."""
        return self.cases(who).register(intake(self.clock(), suspicion=True))

    def unclear(self, who: str = "ana") -> CaseView:
        """Register a case that nobody has assessed yet."""
        return self.cases(who).register(intake(self.clock()))


Desks = Callable[..., DeskInUse]
"""Makes a desk: `desks(country="bo", alone=False)`."""


def template_of(folder: Path, profile: Profile, *, alone: bool) -> Template:
    """Found a desk in `folder`, give its people their accounts, and close it."""
    clock = HandClock()
    made = found_desk(folder, founding(profile.id, ALL_ROLES if alone else ROLES["ana"]), profile, FLOOR, clock)
    persons = made.take_place()
    ids: dict[str, PersonId] = {"ana": persons.first.person}
    if not alone:
        service = AccountService(persons)
        for who in ("berta", "carla", "delia"):
            ids[who] = service.add_person(NAMES[who], ROLES[who], PASSPHRASES[who]).id
    persons.vault.close()
    header = read_copies(folder)[0].header
    slots = {slot.person: slot for slot in header.persons}
    opened = {who: open_person_slot(header.store, slots[ids[who]], PASSPHRASES[who]) for who in ids}
    keys = {who: found for who, (found, _) in opened.items()}
    return Template(folder, opened["ana"][1], made.paper.sheets.texts[0], ids, keys)


@pytest.fixture(scope="session")
def desk_template(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bool], Template]:
    """What founds a desk the first time that a test of the session asks for one of its kind."""
    made: dict[tuple[str, bool], Template] = {}

    def template(country: str, alone: bool) -> Template:
        if (country, alone) not in made:
            folder = tmp_path_factory.mktemp("founded")
            root = put_profile(folder / "profiles", THIRD, third_country()) if country == THIRD else None
            made[country, alone] = template_of(folder / "store", load_profile(country, root), alone=alone)
        return made[country, alone]

    return template


@pytest.fixture
def desks(desk_template: Callable[[str, bool], Template], tmp_path: Path) -> Iterator[Desks]:
    """What makes desks for one test; they are closed after it."""
    opened: list[DeskInUse] = []

    def make(country: str = "bo", *, alone: bool = False) -> DeskInUse:
        opened.append(DeskInUse(desk_template(country, alone), tmp_path / f"desk-{len(opened)}"))
        return opened[-1]

    yield make
    for desk in opened:
        desk.vault.close()


@pytest.fixture
def bolivia(desks: Desks) -> DeskInUse:
    """A desk of four people in Bolivia."""
    return desks("bo")


@pytest.fixture
def guatemala(desks: Desks) -> DeskInUse:
    """A desk of four people in Guatemala."""
    return desks("gt")
