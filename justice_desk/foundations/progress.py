"""How long work reports how far it is, and how it learns that it should stop."""

from dataclasses import dataclass
from typing import Protocol

from justice_desk.foundations.errors import DeskError


@dataclass(eq=False)
class Cancelled(DeskError):
    """The person asked long work to stop; what it had begun is undone."""


class Progress(Protocol):
    """Told by long work how far it is; asks it to stop by raising `Cancelled`."""

    def step(self, done: int, total: int, part: str = "") -> None:
        """Note that `done` of `total` units of the named part are finished.

        Raises:
            Cancelled: the work should stop and undo what it began.
        """


class Unwatched:
    """A progress that nobody watches: never cancels."""

    def step(self, done: int, total: int, part: str = "") -> None:
        """Do nothing."""
