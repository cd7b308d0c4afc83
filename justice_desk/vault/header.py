"""The header's two copies: JSON beside the database, authenticated by a key that only the vault key gives.

A slot that was added or altered from outside is found at the next unlocking. Copies are written one after the other,
each whole or not at all, so that after any interruption one of them is good.
"""

import contextlib
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from justice_desk.foundations.canonical import canonical
from justice_desk.foundations.files import CannotRead, name_of, write_whole
from justice_desk.vault.errors import StoreDamaged, StoreMissing, StoreNewer
from justice_desk.vault.slot_json import FORMAT, VERSION, from_json, to_json
from justice_desk.vault.slots import Header

COPIES = ("header-a.json", "header-b.json")
MAX_HEADER = 1 << 20


@dataclass(frozen=True)
class Copy:
    """One copy of the header as it was found: its file, what it says, and its seal."""

    name: str
    header: Header
    seal: str

    def genuine(self, mac_key: bytes) -> bool:
        """Say whether somebody who held the vault key wrote this."""
        return hmac.compare_digest(self.seal.encode("utf-8", "surrogatepass"), seal_of(self.header, mac_key).encode())


def seal_of(header: Header, mac_key: bytes) -> str:
    """Return the seal of a header: HMAC-SHA256 of its canonical form, in hexadecimal."""
    return hmac.new(mac_key, canonical(to_json(header)), hashlib.sha256).hexdigest()


def write_header(folder: Path, header: Header, mac_key: bytes) -> None:
    """Write both copies, one after the other, each whole or not at all.

    Raises:
        DiskFull, CannotWrite: one copy at least is as it was.
    """
    sealed = {**to_json(header), "mac": seal_of(header, mac_key)}
    content = json.dumps(sealed, indent=1, ensure_ascii=False).encode()
    for name in COPIES:
        write_whole(folder / name, content)


def read_copies(folder: Path) -> list[Copy]:
    """Return the copies that can be read, the newest first. What they say is believed once a seal is checked.

    Raises:
        StoreMissing: neither copy is there.
        StoreDamaged: copies are there, none can be read.
        StoreNewer: a newer program wrote them.
        CannotRead: this account of the computer may not read them.
    """
    found = {name: raw for name in COPIES if (raw := _content(folder / name)) is not None}
    if not found:
        raise StoreMissing(folder)
    copies = [copy for name, raw in found.items() if (copy := parse_copy(name, raw)) is not None]
    if not copies:
        raise StoreDamaged("header", "no readable copy")
    return sorted(copies, key=lambda copy: copy.header.sequence, reverse=True)


def genuine_header(copies: Sequence[Copy], mac_key: bytes) -> Header:
    """Return the newest header, of copies sorted so, that somebody wrote who held the vault key.

    Raises:
        StoreDamaged: no copy carries a right seal.
    """
    for copy in copies:
        if copy.genuine(mac_key):
            return copy.header
    raise StoreDamaged("header", "seal does not match")


def parse_copy(name: str, raw: bytes) -> Copy | None:
    """Return what a file says, None if it is no header.

    Raises:
        StoreNewer: a newer program wrote it.
    """
    content = _object(raw)
    version = content.get("version")
    if content.get("format") != FORMAT or type(version) is not int:
        return None
    if version > VERSION:
        raise StoreNewer(str(version))
    with contextlib.suppress(KeyError, TypeError, ValueError):
        return Copy(name, from_json(content), str(content["mac"]))
    return None


def _content(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(MAX_HEADER + 1)
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise CannotRead(path, name_of(fault)) from fault


def _object(raw: bytes) -> Mapping[str, Any]:
    try:
        content = json.loads(raw) if len(raw) <= MAX_HEADER else None
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
