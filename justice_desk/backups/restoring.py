"""Restoring: from a backup, or from what a damaged store still holds, to a desk that stands in its place.

The desk is made ready beside its place. When the last numbers on paper were told, the restore is written into its
journal as an act, and only then it takes its place, in two steps that can be interrupted anywhere: it gets a name that
says that it is ready, then whatever was in its place is put aside. `settle` finishes what an interruption left.
"""

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from justice_desk.accounts.checking import verifying_keys
from justice_desk.accounts.rules import Role, UseCase
from justice_desk.accounts.settling import put_in_order
from justice_desk.accounts.sign_in import signed_in
from justice_desk.accounts.work import Persons, SignedIn, Work, begin, look
from justice_desk.backups.bringing import clear, make_folder
from justice_desk.backups.reading import registers_of
from justice_desk.backups.rules import (
    FOOTER,
    Loss,
    OnPaper,
    Register,
    missing_of,
    next_desk_code,
    read_last_number,
)
from justice_desk.backups.views import Missing, ReadyDesk, RestoredView
from justice_desk.communities.reading import own_community, today
from justice_desk.foundations.canonical import Json
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.fields import FieldUnreadable
from justice_desk.journal.chain import checkpoint, checkpoint_at, verify
from justice_desk.journal.rules import Act, Checkpoint, is_on_paper, size_on_paper
from justice_desk.journal.witness import Witness
from justice_desk.vault.admitting import Admitted
from justice_desk.vault.errors import StoreExists
from justice_desk.vault.header import COPIES
from justice_desk.vault.open_vault import OpenVault, take_place
from justice_desk.vault.places import DATABASE, READY, SCRATCH, StoreLock, put_aside
from justice_desk.vault.ring import RECOVERY


@dataclass(frozen=True)
class Origin:
    """Where a restored desk comes from: the act that is written, what it is about, and its facts."""

    use_case: UseCase
    about: str
    facts: Mapping[str, Json]
    codes_seen: frozenset[str] = frozenset()
    loss: Loss | None = None


class RestoringDesk:
    """A desk that was brought back, open beside its place, until the last numbers on paper were told."""

    def __init__(self, persons: Persons, folder: Path, origin: Origin) -> None:
        self._persons, self._folder, self._origin = persons, folder, origin
        self._written: RestoredView | None = None

    def ready(self) -> ReadyDesk:
        """Return what is known of it: what the papers are to be compared with."""
        with look(self._persons, self._origin.use_case) as work:
            here = checkpoint(work.session, self._persons.vault.store)
            return ReadyDesk(
                registers=registers_of(work),
                desk_code=own_community(work).desk_code,
                acts=here.size,
                journal_holds=_journal_holds(work),
                behind=self._behind(here),
                stands_here=_stands(self._folder),
                loss=self._origin.loss,
            )

    def finish(self, numbers: Mapping[str, str], footer: str = "") -> tuple[RestoredView, Persons | None]:
        """Write the restore down, give the desk its new code and its place; the former store is put aside.

        `numbers` are the last ones on paper, as typed, by the key of their register; `footer` is what the newest paper
        says at its foot. Returns who is signed in, nobody after a restore with the code on paper.

        Raises:
            FieldUnreadable: a number, or the foot, is not written so; nothing was changed.
            DeskCodesSpent: there is no code left.
            StoreInUse: another program holds the former store open.
            DiskFull, CannotWrite: the place does not take it; it can be tried again, and is not written down twice.
        """
        if _stands(self._folder):
            StoreLock(self._folder).release()
        if self._written is None:
            self._written = self._act(numbers, footer)
        vault, ready = self._persons.vault, _beside(self._folder, READY)
        if vault.folder != ready:
            vault.move_to(ready)
        aside = make_place(self._folder, vault.clock())
        vault.move_to(self._folder)
        view = replace(self._written, aside=aside)
        if self._persons.first.person == RECOVERY:
            self.abandon()
            return view, None
        return view, self._persons

    def abandon(self) -> None:
        """Close it and forget the keys; what was brought back and did not take its place is removed."""
        self._persons.vault.close()
        self._persons.first.ring.wipe()
        with contextlib.suppress(DeskError):
            clear(_beside(self._folder, SCRATCH))

    def _act(self, numbers: Mapping[str, str], footer: str) -> RestoredView:
        with begin(self._persons, self._origin.use_case) as work:
            here = checkpoint(work.session, self._persons.vault.store)
            community = own_community(work)
            papers = _papers(work, numbers, today(work, community).year)
            missing = tuple(
                Missing(register, number) for register, paper in papers if (number := missing_of(register, paper))
            )
            behind = max(self._behind(here), _behind_paper(work, here, footer))
            former = community.desk_code
            community.desk_code = next_desk_code(
                former, {*self._origin.codes_seen, *(paper.desk for _, paper in papers)}
            )
            told: Json = {one.register.key: one.number for one in missing}
            facts: Mapping[str, Json] = {
                **self._origin.facts,
                "checkpoint": here.short(),
                "code_before": former,
                "code": community.desk_code,
                "missing": told,
                "behind": behind,
            }
            work.commit(Act(self._origin.about, facts, formal=True))
            return RestoredView(community.desk_code, missing, behind, None)

    def _behind(self, here: Checkpoint) -> int:
        """Return how many acts the store in the desk's place had more, by what was noted beside it."""
        vault = self._persons.vault
        noted = Witness(self._folder, vault.journal_key).last()
        return 0 if noted is None or noted.store != vault.store else max(0, noted.size - here.size)


def _journal_holds(work: Work) -> bool:
    return verify(work.session, verifying_keys(work.session, work.persons.vault.header)).fault is None


def attempts_beside(folder: Path) -> Path:
    """Return where failed attempts at a backup are noted: in the store that stands in the place, or beside it.

    Raises:
        DiskFull, CannotWrite: there is no such place.
    """
    if _stands(folder):
        return folder
    scratch = _beside(folder, SCRATCH)
    make_folder(scratch)
    return scratch


def prepare(folder: Path) -> Path:
    """Return an empty folder beside the place of a desk, to bring one back into.

    Raises:
        DiskFull, CannotWrite: it cannot be made.
    """
    scratch = _beside(folder, SCRATCH)
    clear(scratch)
    make_folder(scratch)
    return scratch


def acting(vault: OpenVault, admitted: Admitted) -> Persons:
    """Return who restores: the person whose passphrase opened the desk, or whoever holds the code on paper.

    Raises:
        SignInRefused, StoreDamaged: the account of the passphrase is not in this store, or names other keys.
    """
    put_in_order(vault)
    if admitted.person == RECOVERY:
        return Persons(vault, SignedIn(RECOVERY, "", frozenset(Role), admitted.ring()))
    return Persons(vault, signed_in(vault, admitted))


def make_place(folder: Path, now: datetime) -> Path | None:
    """Put aside what stands in the place of a desk; return where it lies now, None if nothing stood there.

    Raises:
        StoreInUse: another program holds it open.
        StoreExists: something else than a store is there.
        CannotWrite: it cannot be renamed.
    """
    if not folder.exists():
        return None
    if _stands(folder):
        return put_aside(folder, now)
    try:
        folder.rmdir()
    except OSError as fault:
        raise StoreExists(folder) from fault
    return None


def settle(folder: Path, now: datetime) -> None:
    """Finish what an interrupted restore left: a desk that was ready takes its place, one that was not is removed.

    Raises:
        StoreInUse: another program is restoring now.
        StoreExists, CannotWrite: the place does not take it.
    """
    scratch, ready = _beside(folder, SCRATCH), _beside(folder, READY)
    if scratch.is_dir():
        StoreLock(scratch).release()
        clear(scratch)
    if ready.is_dir():
        StoreLock(ready).release()
        make_place(folder, now)
        take_place(ready, folder)


def waits(folder: Path) -> bool:
    """Say whether a restored desk waits to take its place."""
    return _beside(folder, READY).is_dir()


def _papers(work: Work, numbers: Mapping[str, str], year: int) -> list[tuple[Register, OnPaper]]:
    read: Iterable[tuple[Register, OnPaper | None]] = (
        (register, read_last_number(numbers.get(register.key, ""), register, year)) for register in registers_of(work)
    )
    return [(register, paper) for register, paper in read if paper is not None]


def _behind_paper(work: Work, here: Checkpoint, footer: str) -> int:
    """Return how many acts the newest paper has more than the restored journal.

    Raises:
        FieldUnreadable: it is not written so, or is no paper of this desk.
    """
    if not footer.strip():
        return 0
    size = size_on_paper(footer)
    if size is None:
        raise FieldUnreadable(FOOTER, here.short())
    if size <= here.size:
        then = checkpoint_at(work.session, here.store, size)
        if then is None or not is_on_paper(then, footer):
            raise FieldUnreadable(FOOTER, here.short())
    return max(0, size - here.size)


def _stands(folder: Path) -> bool:
    return (folder / DATABASE).exists() or any((folder / name).exists() for name in COPIES)


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(folder.name + ending)
