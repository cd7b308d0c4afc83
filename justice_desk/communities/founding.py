"""Founding a desk: the store, the first person, the community, its authority, in one act.

The store is made beside its place and moved there only when part of the recovery code was typed back, so that nobody
ends up with a store whose paper they never wrote down.
"""

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from justice_desk.accounts.office import create_office_scope, make_office_keys
from justice_desk.accounts.passphrases import require_strong
from justice_desk.accounts.rules import UseCase, tidy_name
from justice_desk.accounts.service import enter_person, write_setting
from justice_desk.accounts.work import Persons, SignedIn, Work, begin
from justice_desk.communities.card import CARD, DangerCard, write_card
from justice_desk.communities.profiles import adopt
from justice_desk.communities.records import CommunityRecord, TermRecord
from justice_desk.communities.rules import Founding, checked_founding
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.ids import PersonId, new_id
from justice_desk.journal.rules import Act
from justice_desk.jurisdictions.rules import Profile
from justice_desk.vault.errors import StoreExists
from justice_desk.vault.keys import Cost
from justice_desk.vault.opening import create_store, discard
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.places import DATABASE
from justice_desk.vault.slot_json import square_of
from justice_desk.vault.slots import Newcomer

LANGUAGE = "language"


class FoundedDesk:
    """A desk that is made but not yet in its place: it waits until part of the recovery code was typed back."""

    def __init__(self, persons: Persons, folder: Path, paper: NewPaper) -> None:
        self.persons = persons
        self.paper = paper
        self._folder = folder
        self._making = persons.vault.folder

    def take_place(self) -> Persons:
        """Put the store in its place and return the founder, signed in."""
        self.persons.vault.move_to(self._folder)
        return self.persons

    def abandon(self) -> None:
        """Forget the store, if it did not take its place: nothing was recorded in it."""
        self.persons.vault.close()
        self.persons.first.ring.wipe()
        discard(self._making, (CARD,))


def found_desk(folder: Path, founding: Founding, profile: Profile, cost: Cost, clock: Clock) -> FoundedDesk:
    """Make the store of a new desk.

    Raises:
        FieldMissing, FieldUnreadable, FieldTooLong, CharacterRefused: names the field.
        RolesTooFew, PassphraseWeak: what was given does not do.
        StoreExists, UnsafePlace, DiskFull, CannotWrite: the place does not do.
    """
    founding = checked_founding(founding)
    name = tidy_name(founding.name)
    require_strong(founding.passphrase, [name, founding.community])
    if (folder / DATABASE).exists():
        raise StoreExists(folder)
    making = folder.with_name(f"{folder.name}.new")
    discard(making, (CARD,))
    person = PersonId(new_id(clock()))
    vault, ring, sheets = create_store(making, Newcomer(person, name, founding.passphrase), cost, clock, founding.paper)
    try:
        persons = Persons(vault, SignedIn(person, name, founding.roles, ring))
        with begin(persons, UseCase.FOUND_DESK) as work:
            enter_person(work, person, name, founding.roles, ring.public, ring.verifying)
            create_office_scope(work, {person: ring.public})
            make_office_keys(work)
            _enter_community(work, founding, profile, person, name)
            write_setting(work, LANGUAGE, founding.language)
            work.commit(Act(vault.store, {"country": founding.country}, formal=True))
        write_card(making, DangerCard(founding.country, founding.language, founding.numbers))
    except BaseException:
        vault.close()
        discard(making, (CARD,))
        raise
    recovery = vault.header.recovery
    return FoundedDesk(persons, folder, NewPaper(sheets, recovery, square_of(vault.store, recovery)))


def _enter_community(work: Work, founding: Founding, profile: Profile, person: PersonId, name: str) -> None:
    community = CommunityRecord(
        id=new_id(work.now),
        name=founding.community,
        hierarchy=founding.hierarchy,
        municipality=founding.municipality,
        place_code=founding.place_code,
        desk_code=founding.desk_code,
        country=founding.country,
        profile=adopt(work, profile),
    )
    work.session.add(community)
    work.session.flush()
    work.session.add(
        TermRecord(
            id=new_id(work.now),
            community_id=community.id,
            office=founding.office,
            holder=name,
            person_id=person,
            starts=(founding.office_since or _local_day(work.now, profile)).isoformat(),
            ends=None,
        )
    )


def _local_day(now: datetime, profile: Profile) -> date:
    return now.astimezone(ZoneInfo(profile.timezone)).date()
