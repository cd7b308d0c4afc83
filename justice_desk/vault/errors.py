"""What can go wrong with the store, as facts."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from justice_desk.foundations.errors import DeskError


@dataclass(eq=False)
class SignInRefused(DeskError):
    """The name and the passphrase do not belong together; which of the two was wrong is not told."""


@dataclass(eq=False)
class SignInDelayed(DeskError):
    """Too many wrong passphrases: the next attempt counts from `until` on."""

    until: datetime


@dataclass(eq=False)
class StoreMissing(DeskError):
    """There is no store in this folder."""

    folder: Path


@dataclass(eq=False)
class StoreExists(DeskError):
    """There is a store in this folder already; it is never overwritten."""

    folder: Path


@dataclass(eq=False)
class StoreClosed(DeskError):
    """The desk was locked while something was still asked of it; nothing was changed."""


@dataclass(eq=False)
class StoreInUse(DeskError):
    """Another program holds this store open."""

    folder: Path


@dataclass(eq=False)
class StoreDamaged(DeskError):
    """A part of the store does not verify: `part` names it, `reason` is the technical finding."""

    part: str
    reason: str


@dataclass(eq=False)
class StoreNewer(DeskError):
    """A newer program wrote this store; this one leaves it untouched."""

    found: str


@dataclass(eq=False)
class StoreOlder(DeskError):
    """The store has to be brought up to date before it can be looked at, which needs a place to write."""

    found: str


@dataclass(eq=False)
class StoreOnlyLooked(DeskError):
    """The store was opened to be looked at only: nothing can be done in it."""


@dataclass(eq=False)
class StoreNotEncrypted(DeskError):
    """The file that should hold the encrypted store is readable without a key: refused."""

    path: Path


@dataclass(eq=False)
class UnsafePlace(DeskError):
    """The folder lies on a network or is copied elsewhere by a synchronising program."""

    folder: Path
    kind: str


@dataclass(eq=False)
class CostRefused(DeskError):
    """A slot asks for a key derivation that this desk refuses: too cheap to protect or too dear to run."""

    memory_kib: int


@dataclass(eq=False)
class RecoveryCodeWrong(DeskError):
    """The recovery code, as typed, does not check; `row` (from 1) is the first row that is wrong, 0 if none is."""

    row: int


@dataclass(eq=False)
class ShareWrong(DeskError):
    """A share of the recovery secret, as typed, does not check; `number` (from 1) is which one."""

    number: int


@dataclass(eq=False)
class SharesTooFew(DeskError):
    """What was typed are not two different shares of one secret."""


@dataclass(eq=False)
class SquareWrong(DeskError):
    """What was read from a square is none of a sheet, or not of the store as it is now."""


@dataclass(eq=False)
class KeyringUnusable(DeskError):
    """The system has no key store that keeps a secret, or it does not give back what was put into it."""


@dataclass(eq=False)
class NotAdmitted(DeskError):
    """The keys of the person signed in do not open this matter."""

    owner: str
    scope: str
