"""What a page of the rail is to the shell: its key, title and icon, who sees it, and how it is built."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtWidgets import QWidget

from justice_desk.accounts.rules import Role
from ui.workplace import Workplace

EVERYONE = frozenset(Role)


@dataclass(frozen=True)
class Page:
    """One page: its key, its title in the reader's language, its icon, who sees it, and how it is built.

    The factory is called when the page is first opened. `title` is a function, because languages change while the
    desk runs.
    """

    key: str
    title: Callable[[], str]
    icon: str
    factory: Callable[[Workplace], QWidget]
    roles: frozenset[Role] = EVERYONE


Pages: TypeAlias = Callable[[], tuple[Page, ...]]
"""Returns the pages; asked when a desk opens, because they are not loaded before."""


def pages_for(roles: frozenset[Role], pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages that somebody with these roles sees, in their order."""
    return tuple(page for page in pages if page.roles & roles)
