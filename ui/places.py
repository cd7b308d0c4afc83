"""Where this system keeps the files of a person's programs: the store, the log, what the screen remembers."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

NAME = "justice-desk"


def usual_store() -> Path:
    """Return where the store of the person who uses this laptop's account lies."""
    return _own(QStandardPaths.StandardLocation.GenericDataLocation) / "store"


def screen_choices() -> Path:
    """Return where the language, the palette and the text size are remembered."""
    return _own(QStandardPaths.StandardLocation.GenericConfigLocation) / "screen.json"


def log_file() -> Path:
    """Return where faults are written down."""
    return _own(QStandardPaths.StandardLocation.GenericStateLocation) / "justice-desk.log"


def _own(place: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(place)) / NAME
