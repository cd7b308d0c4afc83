"""What screens see of backups."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from justice_desk.backups.rules import AtClose, Flaw, Freshness, Loss, Register, due_at_close, freshness


@dataclass(frozen=True)
class BackupView:
    """A backup that lies in a place: its folder, whose it says it is, when it was made, its bytes."""

    folder: Path
    backup: str
    store: str
    made_at: datetime
    bytes: int


@dataclass(frozen=True)
class BackupStanding:
    """How the desk stands with its backups: where they go, when the last was made, what the last rehearsal found.

    `unsafe_since` is the moment since which nothing is backed up: the last backup, or the founding of the desk.
    """

    place: Path | None
    at_close: AtClose
    last: datetime | None
    freshness: Freshness
    unsafe_since: datetime
    rehearsed: datetime | None
    rehearsal_sound: bool

    def pressing(self, now: datetime) -> bool:
        """Say whether a backup belongs to what has to be done today."""
        return freshness(self.unsafe_since, now) is not Freshness.FRESH

    def due(self, now: datetime) -> bool:
        """Say whether something should be done about a backup when the window is closed."""
        return self.place is not None and due_at_close(self.at_close, self.last, now)


@dataclass(frozen=True)
class Troubles:
    """What should be told when a desk is opened.

    `older`: its journal is behind what was noted beside it. `clock_behind`: the computer's clock is behind the last
    act. `disk_full`: there is no room for the ballast. `only_look`: nothing can be done.
    """

    older: bool = False
    clock_behind: bool = False
    disk_full: bool = False
    only_look: bool = False


@dataclass(frozen=True)
class MadeView:
    """A backup that was just made: its folder and bytes, and whether the journal in it holds."""

    folder: Path
    bytes: int
    journal_holds: bool


@dataclass(frozen=True)
class Rehearsal:
    """What came of a rehearsal: which backup, and what was wrong with it (None: nothing), in which part."""

    backup: str
    made_at: datetime
    flaw: Flaw | None
    part: str


@dataclass(frozen=True)
class ReadyDesk:
    """A desk that was brought back and has not taken its place: its registers, and what could not be saved.

    `acts` is how long its journal is, `behind` how many acts the store that is here (and will be put aside) has more.
    """

    registers: tuple[Register, ...]
    desk_code: str
    acts: int
    journal_holds: bool
    behind: int
    stands_here: bool
    loss: Loss | None


@dataclass(frozen=True)
class Missing:
    """That a register has numbers on paper which the restored desk does not know: at least so many."""

    register: Register
    number: int


@dataclass(frozen=True)
class RestoredView:
    """What came of a restore: the desk's new code, what is missing of what was printed, where the former store lies."""

    desk_code: str
    missing: tuple[Missing, ...]
    behind: int
    aside: Path | None
