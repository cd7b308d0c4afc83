"""What an entry of the journal is, how entries are chained, and how a broken chain is found.

Entry hash: SHA-256 of "JDLOG1", the previous hash and the canonical body. A checkpoint (size and head) that stands on
paper outside this machine lets anyone find a journal that was cut short or exchanged: the holder of the keys could
rewrite every hash, but not what is printed. That an act is formal is part of its body: whoever takes a signature away
breaks the hash.
"""

import hashlib
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from justice_desk.foundations.canonical import Json, canonical
from justice_desk.foundations.codes import encode, tidy
from justice_desk.foundations.ids import PersonId

DOMAIN = b"JDLOG1"
_ON_PAPER = re.compile(r"(?P<size>[0-9]{1,12})[^0-9A-Za-z]+(?P<code>[0-9A-Za-z]{4}(?:[^0-9A-Za-z]*[0-9A-Za-z]{4}){2})")
GENESIS = bytes(32)


@dataclass(frozen=True)
class Act:
    """What was done, in facts without personal data: `about` names the thing, `formal` acts are signed."""

    about: str = ""
    facts: Mapping[str, Json] = field(default_factory=dict)
    formal: bool = False


@dataclass(frozen=True)
class Entry:
    """One act in the journal. `seq` counts from 1 without gaps; `at` is in UTC; a formal act carries a signature."""

    seq: int
    at: datetime
    actor: PersonId
    second: PersonId | None
    action: str
    case: str | None
    about: str
    facts: Mapping[str, Json]
    formal: bool
    previous: bytes
    digest: bytes
    signature: bytes | None

    def body(self) -> dict[str, Json]:
        """Return what the hash covers besides the previous hash."""
        return {
            "seq": self.seq,
            "at": self.at.isoformat(),
            "actor": self.actor,
            "second": self.second,
            "action": self.action,
            "case": self.case,
            "about": self.about,
            "facts": self.facts,
            "formal": self.formal,
        }


@dataclass(frozen=True)
class Checkpoint:
    """How long the journal is and what its last hash is, at one moment."""

    store: str
    size: int
    head: bytes

    def note(self) -> str:
        """Return the text of a C2SP tlog checkpoint: origin, size, head in base 64."""
        return f"justice-desk/{self.store}\n{self.size}\n{b64encode(self.head).decode()}\n"

    def short(self) -> str:
        """Return what stands in the footer of a paper: the size and 60 bits of the head, easy to compare by eye."""
        code = encode(self.head)[:12]
        return f"{self.size} · {code[:4]}-{code[4:8]}-{code[8:]}"


def size_on_paper(written: str) -> int | None:
    """Return how long the journal was by what a paper says of it (`21 · ABCD-EFGH-JKMN`), None if it says nothing."""
    found = _ON_PAPER.fullmatch(written.strip())
    return None if found is None else int(found["size"])


def is_on_paper(checkpoint: Checkpoint, written: str) -> bool:
    """Say whether a paper says this checkpoint; what a hand may confuse (O and 0, small letters) does not count."""
    found = _ON_PAPER.fullmatch(written.strip())
    return found is not None and tidy(checkpoint.short()) == tidy(f"{int(found['size'])} · {found['code']}")


class Flaw(StrEnum):
    """Why a journal is not believed."""

    GAP = "gap"
    UNREADABLE = "unreadable"
    HASH = "hash"
    SIGNATURE = "signature"
    OLDER = "older"


@dataclass(frozen=True)
class Fault:
    """Where the chain stops being believable (`seq` of the first bad entry) and why."""

    seq: int
    flaw: Flaw


@dataclass(frozen=True)
class Unreadable:
    """A row of the journal that is no entry: somebody wrote into it."""

    seq: int


Checks = Callable[[PersonId, bytes, bytes], bool]
"""Says whether the signature (third) of a digest (second) is this person's."""


def chained(previous: bytes, body: Mapping[str, Json]) -> bytes:
    """Return the hash of an entry."""
    return hashlib.sha256(DOMAIN + previous + canonical(body)).digest()


def first_fault(
    entries: Iterable[Entry | Unreadable], signed_by: Checks, witnessed: Checkpoint | None = None
) -> Fault | None:
    """Return the first place where the journal is not what was written, None if all of it holds.

    A journal that is shorter than `witnessed`, or whose hash differs there, was cut, exchanged or put back from an
    older copy: the chain alone cannot tell.
    """
    previous, size = GENESIS, 0
    for size, entry in enumerate(entries, start=1):
        if entry.seq != size:
            return Fault(size, Flaw.GAP)
        if isinstance(entry, Unreadable):
            return Fault(size, Flaw.UNREADABLE)
        if (flaw := _flaw(entry, previous, signed_by)) is not None:
            return Fault(size, flaw)
        previous = entry.digest
        if witnessed is not None and size == witnessed.size and previous != witnessed.head:
            return Fault(size, Flaw.OLDER)
    return Fault(size + 1, Flaw.OLDER) if witnessed is not None and size < witnessed.size else None


def _flaw(entry: Entry, previous: bytes, signed_by: Checks) -> Flaw | None:
    try:
        holds = entry.previous == previous and entry.digest == chained(previous, entry.body())
    except (TypeError, ValueError):
        return Flaw.UNREADABLE
    if not holds:
        return Flaw.HASH
    if entry.formal and (entry.signature is None or not signed_by(entry.actor, entry.digest, entry.signature)):
        return Flaw.SIGNATURE
    return None
