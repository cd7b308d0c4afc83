"""What a page is given: the open desk, the workers, the way to other pages, and where to say that a draft was kept.

And what it may offer in return: to be told when it comes to the front and when it is left.
"""

from typing import TYPE_CHECKING, Protocol, runtime_checkable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from justice_desk.accounts.rules import Role
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.ids import CaseId
from ui.background import Jobs

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk


class Navigator(Protocol):
    """Opens pages. Pages know nothing of each other."""

    def open_page(self, key: str) -> None:
        """Open the page of this key."""

    def open_part(self, key: str, part: str) -> None:
        """Open the page of this key, at one of its parts."""

    def open_case(self, case: CaseId, tab: str = "") -> None:
        """Open a case, at one of its tabs."""

    def new_case(self) -> None:
        """Open the questions for a new case."""


@runtime_checkable
class Leaving(Protocol):
    """A page that wants to know when it is left (for another page, or for the lock page)."""

    def leaving(self) -> None:
        """Put away what is under way; drafts kept by a `DraftKeeper` are kept without it."""


@runtime_checkable
class Entering(Protocol):
    """A page that wants to know when it comes to the front, to read anew what it shows."""

    def entering(self) -> None:
        """Come to the front."""


@runtime_checkable
class OpensCases(Protocol):
    """The page that shows cases; `Navigator.open_case` and `new_case` bring it to the front."""

    def open_case(self, case: CaseId, tab: str) -> None:
        """Show a case, at one of its tabs (empty: the first)."""

    def new_case(self) -> None:
        """Show the questions for a new case."""

    def search_cases(self) -> None:
        """Put the cursor where a case is searched for."""


@runtime_checkable
class HasParts(Protocol):
    """A page of several parts, one of which is in front."""

    def open_section(self, key: str) -> None:
        """Bring a part to the front."""


@runtime_checkable
class HasTopic(Protocol):
    """A page of several faces, which knows by what key the help knows the one in front."""

    def help_topic(self) -> str:
        """Return the key of what is in front: a page's, or a tab's."""


@runtime_checkable
class ShowsTopics(Protocol):
    """The page of the help; F1 brings it to the front."""

    def show_topic(self, screen: str) -> None:
        """Show what belongs to a screen, by the key of its page or tab."""


class Workplace(QObject):
    """One person's open desk, from unlocking to locking. Every page is built with it and dies with it.

    Signals:
        draft_kept: When a draft was kept (an aware moment): the status line shows it.
        drafts_changed: How many drafts wait.
        waiting_changed: The key of a page, and how many things wait there: the rail shows it.
        act_done: The store, or who acts, has changed: pages that show lists read them anew.
        desk_taken: Who acts has changed: the desk, and what the status line says of the second person.
        standing_known: The `BackupStanding`, read anew.
    """

    draft_kept = Signal(object)
    drafts_changed = Signal(int)
    waiting_changed = Signal(str, int)
    act_done = Signal()
    standing_known = Signal(object)
    desk_taken = Signal(object, str)

    def __init__(
        self, desk: "Desk", jobs: Jobs, navigator: Navigator, clock: Clock, roles: frozenset[Role], zone: ZoneInfo
    ) -> None:
        super().__init__()
        self.desk = desk
        self.jobs = jobs
        self.navigator = navigator
        self.clock = clock
        self.roles = roles
        self.zone = zone

    def take_desk(self, desk: "Desk", second: str) -> None:
        """Go on with the desk of others: a second person came or went. What can be done may be another thing now."""
        self.desk = desk
        self.desk_taken.emit(desk, second)
        self.act_done.emit()
