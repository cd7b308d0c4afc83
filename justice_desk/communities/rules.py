"""What a community is to the desk, who holds which office when, and what founding a desk needs."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from justice_desk.accounts.rules import Role, scopes_of
from justice_desk.communities.danger_rules import DangerNumber, checked_number
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import FieldMissing, FieldUnreadable, tidy_line
from justice_desk.foundations.ids import CommunityId, PersonId, TermId
from justice_desk.vault.rules import Paper, Scope

DESK_CODE = re.compile(r"[A-Z][0-9]{0,2}")
PLACE_CODE = re.compile(r"[0-9]{2,8}")


@dataclass(eq=False)
class TermUnordered(DeskError):
    """A term of office ends before it begins."""


@dataclass(eq=False)
class TermAbsent(DeskError):
    """Nobody without account holds this office, or it has ended already."""


@dataclass(eq=False)
class HandoverAbsent(DeskError):
    """No handover of the desk was begun."""


@dataclass(eq=False)
class RolesTooFew(DeskError):
    """With these roles alone nobody at the desk could read what is sealed there, nor let anybody in who can."""


@dataclass(frozen=True)
class Community:
    """A community: its name, the organisation above it, its municipality with the statistics office's code.

    `desk_code` (one letter, and a number from 2 on after each restore) is part of every number, so that two desks
    never collide.
    """

    id: CommunityId
    name: str
    hierarchy: str
    municipality: str
    place_code: str
    desk_code: str
    country: str


@dataclass(frozen=True)
class Term:
    """That somebody holds an office from one day to another (`ends` None: still). Two may hold one post."""

    id: TermId
    office: str
    holder: str
    person: PersonId | None
    starts: date
    ends: date | None


@dataclass(frozen=True)
class NewTerm:
    """A term of office to be written down; `person` is the holder's account, where there is one."""

    office: str
    holder: str
    starts: date
    ends: date | None = None
    person: PersonId | None = None


class Absence(StrEnum):
    """Whether those who hand the desk over are there, and if not, how it was opened without them."""

    NOBODY = "presentes"
    BY_ANOTHER = "por_otra_autoridad"
    BY_RECOVERY = "por_hoja_de_recuperacion"


@dataclass(frozen=True)
class Inventory:
    """What is handed over, counted: what whoever writes it down can see of it."""

    open_cases: int
    running_deadlines: int
    handoffs_without_receipt: int
    people: int


@dataclass(frozen=True)
class Handover:
    """A handover that is finished: what was there, and who was not."""

    inventory: Inventory
    absence: Absence


@dataclass(frozen=True)
class HandoverParts:
    """What was done since a handover was begun: identifiers of people and terms, and whether the sheet is a new one."""

    came: tuple[str, ...]
    left: tuple[str, ...]
    begun: tuple[str, ...]
    ended: tuple[str, ...]
    new_sheet: bool


@dataclass(frozen=True)
class Founding:
    """What the first run asks: country, community, authority, two telephone numbers, the first person.

    `office_since` is the day from which the founder holds the office, None for the day of founding; `paper` how the way
    back should stand on paper.
    """

    country: str
    language: str
    community: str
    hierarchy: str
    municipality: str
    place_code: str
    desk_code: str
    office: str
    numbers: tuple[DangerNumber, DangerNumber]
    name: str
    roles: frozenset[Role]
    passphrase: str
    office_since: date | None = None
    paper: Paper = Paper.CODE


def checked_founding(founding: Founding) -> Founding:
    """Return a founding as it is kept.

    Raises:
        FieldMissing, FieldUnreadable, FieldTooLong, CharacterRefused: names the field.
        RolesTooFew: the founder could not read what is sealed at the desk.
    """
    check_roles(founding.roles)
    if PLACE_CODE.fullmatch(founding.place_code) is None:
        raise FieldUnreadable("place_code", "051204")
    if DESK_CODE.fullmatch(founding.desk_code) is None:
        raise FieldUnreadable("desk_code", "A")
    return replace(
        founding,
        community=tidy_line(founding.community, "community", needed=True),
        hierarchy=tidy_line(founding.hierarchy, "hierarchy"),
        municipality=tidy_line(founding.municipality, "municipality", needed=True),
        office=tidy_line(founding.office, "office", needed=True),
        numbers=checked_numbers(founding.numbers),
        name=tidy_line(founding.name, "name", needed=True),
    )


def check_roles(roles: frozenset[Role]) -> None:
    """Refuse a founder who could write and not read: the desk has nobody else yet.

    Raises:
        FieldMissing: there is no role.
        RolesTooFew: a clerk alone.
    """
    if not roles:
        raise FieldMissing("roles")
    if Scope.IDENTITY not in scopes_of(roles, own=True):
        raise RolesTooFew


def checked_numbers(numbers: tuple[DangerNumber, DangerNumber]) -> tuple[DangerNumber, DangerNumber]:
    """Return the two telephones of the lock page's card as they are kept.

    Raises:
        FieldMissing, FieldUnreadable, FieldTooLong, CharacterRefused: names the field.
    """
    first, second = numbers
    return checked_number(first), checked_number(second)


def in_office(terms: tuple[Term, ...], on: date) -> tuple[Term, ...]:
    """Return who held which office on a day."""
    return tuple(term for term in terms if term.starts <= on and (term.ends is None or on <= term.ends))


def check_term(starts: date, ends: date | None) -> None:
    """Refuse a term that ends before it begins.

    Raises:
        TermUnordered: it does.
    """
    if ends is not None and ends < starts:
        raise TermUnordered
