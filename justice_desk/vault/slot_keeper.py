"""The slots of an open store: who may open it, and with what. What changes waits until the database counts on it."""

import contextlib
from dataclasses import replace
from pathlib import Path

from justice_desk.foundations.errors import DeskError
from justice_desk.vault.header import COPIES, Copy, genuine_header, read_copies, seal_of, write_header
from justice_desk.vault.keys import Cost, PersonKeys, subkey
from justice_desk.vault.paper import NewPaper
from justice_desk.vault.recovery import fresh_sheets
from justice_desk.vault.ring import KeyRing
from justice_desk.vault.rules import Paper
from justice_desk.vault.slot_json import square_of
from justice_desk.vault.slots import DeviceSlot, Header, Newcomer, Standing, next_recovery_slot, person_slot


class SlotKeeper:
    """The header of a store whose key is known."""

    def __init__(self, folder: Path, vault_key: bytes, *, only_look: bool) -> None:
        """Read the header in `folder`; the copy that does not agree is made good, unless it is only looked at.

        Raises:
            StoreMissing, StoreDamaged, StoreNewer, CannotRead: the header.
        """
        self.folder = folder
        self._header = _governing(folder, subkey(vault_key, "header"), only_look=only_look)
        self._key = bytearray(vault_key)

    @property
    def store(self) -> str:
        """The store's identifier."""
        return self._header.store

    @property
    def header(self) -> Header:
        """The slots, as somebody wrote them who held the vault key."""
        return self._header

    def sealed_header(self) -> Copy:
        """Return the header that stands open, as a copy that this vault wrote."""
        return Copy("open", self._header, seal_of(self._header, subkey(self._key, "header")))

    @property
    def recovery_public(self) -> bytes:
        """What everything is sealed to besides the persons admitted."""
        return self._header.recovery.agreement

    def enrol(
        self, newcomer: Newcomer, cost: Cost, keys: PersonKeys | None = None, *, after: int = 0
    ) -> tuple[KeyRing, int]:
        """Give a person their next slot (fresh keys, unless they keep theirs); return their ring and its generation.

        `after` is the generation of the last slot that the database knows of: a header made anew has forgotten it.
        The slot is pending until `settle` is told that the database counts on it: whatever is interrupted in between,
        the slot of somebody without an account does not stay, and of two slots of a person one.

        Raises:
            DiskFull, CannotWrite: there is no such slot.
        """
        keys = keys or PersonKeys.fresh()
        slot = person_slot(self._header, newcomer, keys, bytes(self._key), cost, after)
        self._write_header(self._header.with_person(replace(slot, pending=True)))
        return KeyRing(self.store, newcomer.person, keys), slot.generation

    def fresh_paper(self, kind: Paper) -> NewPaper:
        """Return another way back on paper, to be printed: nothing in the store knows of it yet."""
        sheets = fresh_sheets(kind)
        slot = next_recovery_slot(self._header, sheets, bytes(self._key))
        return NewPaper(sheets, slot, square_of(self.store, slot))

    def renew_recovery(self, paper: NewPaper) -> None:
        """Add the slot of another paper; it is pending until `settle` is told that the database counts on it.

        Raises:
            DiskFull, CannotWrite: there is no such slot.
        """
        self._write_header(self._header.with_renewed(paper.slot, bytes(self._key)))

    def keep_device(self, slot: DeviceSlot) -> None:
        """Add a way in without a passphrase; it goes again at the next `settle` that does not count on it.

        Raises:
            DiskFull, CannotWrite: there is no such slot.
        """
        self._write_header(self._header.with_device(slot))

    def settle(self, standing: Standing) -> None:
        """End what changes of slots left open: what the database counts on stays, the rest goes.

        Raises:
            DiskFull, CannotWrite: it is as open as before.
        """
        settled = self._header.settled(standing)
        if settled is not self._header:
            self._write_header(settled)

    def _write_header(self, header: Header, key: bytearray | None = None) -> None:
        write_header(self.folder, header, subkey(key or self._key, "header"))
        self._header = header


def _governing(folder: Path, mac_key: bytes, *, only_look: bool) -> Header:
    copies = read_copies(folder)
    header = genuine_header(copies, mac_key)
    if only_look:
        return header
    if len(copies) < len(COPIES) or any(copy.header != header or not copy.genuine(mac_key) for copy in copies):
        # One copy is good: the other is made good again, now if there is room, else the next time.
        with contextlib.suppress(DeskError):
            write_header(folder, header, mac_key)
    return header
