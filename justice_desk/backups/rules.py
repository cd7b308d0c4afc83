"""What a backup is, how old it may get, which ones are kept, and what a restored desk may be called.

A restore is an act: the restored desk gets a new code (A becomes A2), so that a number that stands on paper and not in
the backup is never given a second time.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import FieldUnreadable

STAMP = "%Y%m%dT%H%M%SZ"
BACKUP_ID = re.compile(r"[0-9]{8}T[0-9]{6}Z-[0-9a-f]{8}")
FRESH_FOR = timedelta(days=7)
OLD_FROM = timedelta(days=30)
DUE_AFTER = timedelta(hours=12)
"""A day of work is backed up once: closing the desk for lunch asks nothing."""
NEWEST, WEEKS, MONTHS = 7, 5, 12
"""Kept: so many of the newest, and the last of so many weeks and months."""
HIGHEST_CODE = 99
FOOTER = "footer"
"""The field in which the foot of the newest paper is typed."""
_NUMBER = re.compile(r"(?:[A-Z ]+ )?(?P<desk>[A-Z][0-9]{0,2})-(?P<serial>[0-9]{1,7})/(?P<year>[0-9]{4})")
_CASE_NUMBER = re.compile(r"(?:[0-9A-Z]+-)*(?P<desk>[A-Z][0-9]{0,2})-(?P<year>[0-9]{4})-(?P<serial>[0-9]{1,7})")


class AtClose(StrEnum):
    """What happens about a backup when the window is closed and one is due."""

    ASK = "ask"
    ALWAYS = "always"
    NEVER = "never"


class Freshness(StrEnum):
    """How old the last backup is."""

    NONE = "none"
    FRESH = "fresh"
    OLD = "old"
    VERY_OLD = "very_old"


class PlaceFault(StrEnum):
    """Why a folder is no place for backups."""

    MISSING = "missing"
    OWN = "own"
    NETWORK = "network"
    SYNCHRONISED = "synchronised"


@dataclass(eq=False)
class BackupPlaceRefused(DeskError):
    """Backups cannot lie in this folder; says why."""

    folder: Path
    fault: PlaceFault


@dataclass(eq=False)
class NoBackupHere(DeskError):
    """There is no backup of a desk in this folder."""

    folder: Path


@dataclass(eq=False)
class BackupDamaged(DeskError):
    """A backup is not as it was made: `part` names the file that is missing, or is another."""

    part: str


@dataclass(eq=False)
class BackupNotOurs(DeskError):
    """A backup was made by another desk, or with keys that were changed since."""


@dataclass(eq=False)
class DeskCodesSpent(DeskError):
    """A desk was restored so often that there is no code left for it."""


class Flaw(StrEnum):
    """What a rehearsal can find wrong with a backup."""

    FILE = "file"
    KEYS = "keys"
    PAGES = "pages"
    JOURNAL = "journal"
    CONTENTS = "contents"
    OPENING = "opening"


class LostKind(StrEnum):
    """What can be lost with a damaged store, by what people call it."""

    CASE = "case"
    PERSON = "person"
    SESSION = "session"
    MEASURE = "measure"
    PAPER = "paper"
    HANDOFF = "handoff"
    DEADLINE = "deadline"
    CUSTODY = "custody"
    ACT = "act"
    KEY = "key"
    ACCOUNT = "account"
    DRAFT = "draft"
    OTHER = "other"


KINDS: Mapping[str, LostKind] = {
    "cases": LostKind.CASE,
    "parties": LostKind.PERSON,
    "identities": LostKind.PERSON,
    "sessions": LostKind.SESSION,
    "citations": LostKind.SESSION,
    "measures": LostKind.MEASURE,
    "documents": LostKind.PAPER,
    "prints": LostKind.PAPER,
    "handoffs": LostKind.HANDOFF,
    "oral_notices": LostKind.HANDOFF,
    "receipts": LostKind.HANDOFF,
    "deadlines": LostKind.DEADLINE,
    "custody_events": LostKind.CUSTODY,
    "journal_entries": LostKind.ACT,
    "scoped_keys": LostKind.KEY,
    "wraps": LostKind.KEY,
    "office_keys": LostKind.KEY,
    "persons": LostKind.ACCOUNT,
    "admissions": LostKind.ACCOUNT,
    "drafts": LostKind.DRAFT,
}
"""What the rows of a table are to people; those of any other table are `OTHER`."""


@dataclass(frozen=True)
class Loss:
    """What a salvage did not bring over: how many of each kind, cases and papers by their numbers.

    `uncertain` are the kinds of which more may be missing than could be counted.
    """

    counts: Mapping[LostKind, int]
    cases: tuple[str, ...]
    papers: tuple[str, ...]
    uncertain: tuple[LostKind, ...]

    @property
    def nothing(self) -> bool:
        """Whether everything came over."""
        return not self.counts and not self.uncertain


@dataclass(frozen=True)
class WayIn:
    """What somebody opens a backup or a damaged store with: name and passphrase, or what one sheet or two say."""

    name: str = ""
    passphrase: str = field(default="", repr=False)
    sheets: Sequence[str] = field(default=(), repr=False)


@dataclass(frozen=True)
class Sum:
    """A file of a backup: its name, its bytes, its SHA-256 in hexadecimal."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Contents:
    """What the database of a backup holds: the desk's code, its schema, rows of each table, the journal's end."""

    desk: str
    schema: str
    rows: Mapping[str, int]
    size: int
    head: str


@dataclass(frozen=True)
class Manifest:
    """What belongs to a backup. `sealed` holds the `Contents`, which whoever finds the drive does not read."""

    store: str
    backup: str
    made_at: datetime
    files: tuple[Sum, ...]
    attachments: tuple[Sum, ...]
    sealed: bytes

    @property
    def bytes(self) -> int:
        """How large it is, with its attachments."""
        return sum(one.size for one in (*self.files, *self.attachments))


@dataclass(frozen=True)
class Register:
    """A register and the last number that the backup knows in it: `serial` 0 where it knows none."""

    key: str
    word: str
    desk: str
    year: int
    serial: int
    last: str


@dataclass(frozen=True)
class OnPaper:
    """The last number of a register as a paper shows it."""

    desk: str
    year: int
    serial: int


def freshness(last: datetime | None, now: datetime) -> Freshness:
    """Say how old the last backup is. One from a clock that was ahead is fresh."""
    if last is None:
        return Freshness.NONE
    age = now - last
    if age <= FRESH_FOR:
        return Freshness.FRESH
    return Freshness.OLD if age < OLD_FROM else Freshness.VERY_OLD


def due_at_close(choice: AtClose, last: datetime | None, now: datetime) -> bool:
    """Say whether a backup is due when the window is closed."""
    return choice is not AtClose.NEVER and (last is None or now - last >= DUE_AFTER)


def to_remove(made: Mapping[str, datetime]) -> frozenset[str]:
    """Return which backups make room, of those that were made (id → when).

    Kept are the newest, the last one of each of the newest weeks, and the last one of each of the newest months
    (weeks by ISO 8601, in UTC).
    """
    ordered = sorted(made, key=lambda one: (made[one], one), reverse=True)
    kept = set(ordered[:NEWEST])
    kept |= _last_of_each(ordered, [made[one].astimezone(UTC).isocalendar()[:2] for one in ordered], WEEKS)
    kept |= _last_of_each(ordered, [_month(made[one]) for one in ordered], MONTHS)
    return frozenset(ordered) - kept


def read_last_number(text: str, register: Register, year: int) -> OnPaper | None:
    """Return the number that was read from a paper: `ACTA A-012/2026`, `A-012/2026`, or just `12` of this year.

    Raises:
        FieldUnreadable: it is none; the field is the register's key.
    """
    written = " ".join(text.upper().split())
    if not written:
        return None
    if written.isdecimal() and len(written) <= len("0000000"):
        return OnPaper(register.desk, year, int(written))
    found = _NUMBER.fullmatch(written) or _CASE_NUMBER.fullmatch(written)
    if found is None:
        raise FieldUnreadable(register.key, register.last or f"{register.desk}-012/{year}")
    return OnPaper(found["desk"], int(found["year"]), int(found["serial"]))


def missing_of(register: Register, paper: OnPaper) -> int:
    """Return how many numbers, at least, stand on paper and not in the backup."""
    if paper.desk != register.desk or paper.year > register.year:
        return paper.serial
    return max(0, paper.serial - register.serial) if paper.year == register.year else 0


def next_desk_code(own: str, seen: Iterable[str]) -> str:
    """Return the code of a restored desk: its letter, with the number after the highest that was seen anywhere.

    Raises:
        DeskCodesSpent: there is none left.
    """
    highest = max(_place(code) for code in (own, *seen) if code[:1] == own[:1])
    if highest >= HIGHEST_CODE:
        raise DeskCodesSpent
    return f"{own[0]}{highest + 1}"


def _place(code: str) -> int:
    return int(code[1:] or 1)


def _month(at: datetime) -> tuple[int, int]:
    moment = at.astimezone(UTC)
    return moment.year, moment.month


def _last_of_each(ordered: Sequence[str], spans: Sequence[tuple[int, int]], most: int) -> set[str]:
    """Return the newest of each span of time, for so many spans; `ordered` has the newest first."""
    last: dict[tuple[int, int], str] = {}
    for one, span in zip(ordered, spans, strict=True):
        last.setdefault(span, one)
    return set(list(last.values())[:most])
