"""What can be wrong with what was typed on the command line, as facts."""

from dataclasses import dataclass

from justice_desk.foundations.errors import DeskError


@dataclass(eq=False)
class CommandUnreadable(DeskError):
    """What was typed after the program's name is no command of it; `words` is what was not understood."""

    words: str


@dataclass(eq=False)
class IdentityMissing(DeskError):
    """The file that should hold an age identity cannot be read."""


@dataclass(eq=False)
class TerminalMissing(DeskError):
    """There is no terminal to ask for a passphrase at."""
