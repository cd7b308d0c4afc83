"""From what was typed to an exit code: the window, or one command.

A window must be on the screen at once, so its way loads nothing that a command needs.
"""

import gc
from collections.abc import Sequence
from pathlib import Path

from justice_desk.vault.hygiene import keep_memory_private


def main(typed: Sequence[str]) -> int:
    """Do what was asked, and return the exit code."""
    keep_memory_private()
    if not typed:
        return open_window(None)
    from ui.commands.answering import answer  # noqa: PLC0415 - see above

    return answer(typed, open_window)


def open_window(store: Path | None) -> int:
    """Open the window over a store, the usual one where none is named."""
    # What the window loads lives as long as it does: `ui.collecting` looks for the dead once it is shown.
    gc.disable()
    from justice_desk.foundations.clock import system_clock  # noqa: PLC0415 - see above
    from ui.application import run  # noqa: PLC0415 - see above
    from ui.places import usual_store  # noqa: PLC0415 - see above

    return run(store or usual_store(), system_clock)
