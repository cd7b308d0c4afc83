"""The ways into the desk: what the window needs before anybody has signed in. `bootstrap` provides them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from justice_desk.accounts.rules import Role
    from justice_desk.accounts.views import StoreStanding
    from justice_desk.backups.rules import WayIn
    from justice_desk.backups.views import BackupView
    from justice_desk.bootstrap import Desk, FoundingDesk, RecoveringDesk, WaitingDesk
    from justice_desk.communities.card import DangerCard
    from justice_desk.communities.rules import Founding
    from justice_desk.foundations.clock import Clock
    from justice_desk.foundations.progress import Progress
    from justice_desk.jurisdictions.rules import Profile
    from justice_desk.vault.rules import Paper


@dataclass(frozen=True)
class OpenedDesk:
    """An open desk, with what the window shows of it: the community's name, the roles of who signed in, the zone."""

    desk: "Desk"
    community: str
    roles: "frozenset[Role]"
    zone: "ZoneInfo"


@dataclass(frozen=True)
class Rescue:
    """What can be done when the desk does not open, or when it is to stand on another laptop."""

    check: "Callable[[Path, str, Clock, str], StoreStanding]"
    look: "Callable[[Path, str, str, Clock], Desk]"
    backups: "Callable[[Path], tuple[BackupView, ...]]"
    restore: "Callable[[Path, Path, WayIn, Clock, Progress], WaitingDesk]"
    salvage: "Callable[[Path, WayIn, Clock, Progress], WaitingDesk]"


@dataclass(frozen=True)
class Entrance:
    """Where the store lies, the clock, and what can be done from outside."""

    folder: Path
    clock: "Clock"
    open_desk: "Callable[[Path, str, str, Clock], Desk]"
    found: "Callable[[Path, Founding, Clock], FoundingDesk]"
    danger_card: "Callable[[Path], DangerCard | None]"
    profiles: "Callable[[], tuple[Profile, ...]]"
    founded: Callable[[Path], bool]
    rescue: Rescue
    paper_of: "Callable[[Path], Paper]"
    paper_of_square: "Callable[[str], Paper]"
    open_with_paper: "Callable[[Path, Sequence[str], Clock, str], RecoveringDesk]"
    keyring_offered: Callable[[Path], bool]
    open_with_keyring: "Callable[[Path, str, Clock], Desk]"

    def unlock(self, name: str, passphrase: str) -> OpenedDesk:
        """Open the desk for one person. In a worker: deriving the key takes a second.

        Raises:
            SignInRefused, SignInDelayed, StoreMissing, StoreDamaged, StoreNewer, StoreInUse: as `open_desk`.
        """
        return looked_over(self.open_desk(self.folder, name, passphrase, self.clock))

    def check(self, name: str, passphrase: str) -> "StoreStanding":
        """Say what is wrong with the store. In a worker.

        Raises:
            SignInRefused, SignInDelayed, StoreMissing, StoreDamaged, StoreNewer, StoreInUse: as `check_store`.
        """
        return self.rescue.check(self.folder, passphrase, self.clock, name)

    def look(self, name: str, passphrase: str) -> OpenedDesk:
        """Open the desk for one person, to look at only. In a worker.

        Raises:
            SignInRefused, SignInDelayed, StoreMissing, StoreDamaged, StoreNewer, StoreOlder, StoreInUse: the store.
        """
        return looked_over(self.rescue.look(self.folder, name, passphrase, self.clock))

    def unlock_with_keyring(self, name: str) -> OpenedDesk:
        """Open the desk for one person with this computer's key store. In a worker: it may ask the person something.

        Raises:
            SignInRefused, StoreMissing, StoreDamaged, StoreNewer, StoreInUse: as `open_with_keyring`.
        """
        return looked_over(self.open_with_keyring(self.folder, name, self.clock))


def looked_over(desk: "Desk") -> OpenedDesk:
    """Return an open desk with what the window shows of it."""
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only an open desk tells the hour of its place

    try:
        community, profile, me = desk.communities.community(), desk.communities.profile(), desk.accounts.me()
    except BaseException:
        desk.close()
        raise
    return OpenedDesk(desk, community.name, me.roles, ZoneInfo(profile.timezone))
