"""What keys guard, and what can be found wrong with a store.

Every sealed thing belongs to one scope, and to be admitted to it is to hold its key.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Scope(StrEnum):
    """What a key guards."""

    SUMMARY = "summary"
    TESTIMONY = "testimony"
    IDENTITY = "identity"
    OFFICE = "office"


CASE_SCOPES = (Scope.SUMMARY, Scope.TESTIMONY, Scope.IDENTITY)
"""The three that every case has, in the order of growing secrecy."""


class Paper(StrEnum):
    """How the way back stands on paper: as one code, or as three shares of which any two open."""

    CODE = "code"
    SHARES = "shares"


class Damage(StrEnum):
    """What can be wrong with a store."""

    HEADER_MISSING = "header_missing"
    HEADER_UNREADABLE = "header_unreadable"
    HEADER_SEAL = "header_seal"
    HEADER_OLDER = "header_older"
    DATABASE_MISSING = "database_missing"
    PAGE = "page"
    STRUCTURE = "structure"
    REFERENCE = "reference"
    SCHEMA_OLDER = "schema_older"
    SCHEMA_NEWER = "schema_newer"
    SCHEMA_CHANGED = "schema_changed"
    JOURNAL_GAP = "journal_gap"
    JOURNAL_UNREADABLE = "journal_unreadable"
    JOURNAL_HASH = "journal_hash"
    JOURNAL_SIGNATURE = "journal_signature"
    JOURNAL_OLDER = "journal_older"
    WITNESS_UNREADABLE = "witness_unreadable"
    KEY_WITHOUT_RECOVERY = "key_without_recovery"
    KEY_WITHOUT_ADMISSION = "key_without_admission"
    KEY_UNREADABLE = "key_unreadable"
    ADMISSION_WITHOUT_KEY = "admission_without_key"
    SLOT_WITHOUT_ACCOUNT = "slot_without_account"
    ACCOUNT_WITHOUT_SLOT = "account_without_slot"
    ACCOUNT_KEYS = "account_keys"
    ROLE_UNKNOWN = "role_unknown"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong with a store, and where: a file, a page, a table, an entry, a key, an account."""

    damage: Damage
    where: str


@dataclass(frozen=True)
class Draft:
    """Unfinished text: the place (a screen, and a case where there is one), what was typed, and when."""

    place: str
    text: str
    saved_at: datetime
