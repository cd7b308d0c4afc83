"""What this laptop remembers of its screen: language, palette, text size, when it locks by itself. Nothing of a case.

It lies outside the store, because the unlock page needs it before anybody has signed in.
"""

import contextlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from justice_desk.foundations.files import CannotWrite, DiskFull, write_whole
from ui.i18n import DEFAULT, LANGUAGES
from ui.theme import LARGEST, SMALLEST, USUAL, PaletteName

IDLE_CHOICES = (5, 10, 20)
"""After how many minutes without a key or a movement the desk may lock itself."""


@dataclass(frozen=True)
class Preferences:
    """The choices, each with what a new laptop starts with."""

    language: str = DEFAULT
    palette: PaletteName = PaletteName.LIGHT
    percent: int = USUAL
    idle_minutes: int = IDLE_CHOICES[0]


def read(path: Path) -> Preferences:
    """Return the choices; what is missing or unreadable is as on a new laptop."""
    try:
        raw = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(raw, dict):
        return Preferences()
    usual = Preferences()
    language, name = str(raw.get("language")), str(raw.get("palette"))
    percent, idle = raw.get("percent"), raw.get("idle_minutes")
    return Preferences(
        language if language in LANGUAGES else usual.language,
        PaletteName(name) if name in set(PaletteName) else usual.palette,
        percent if isinstance(percent, int) and SMALLEST <= percent <= LARGEST else usual.percent,
        idle if idle in IDLE_CHOICES else usual.idle_minutes,
    )


def keep(path: Path, preferences: Preferences) -> None:
    """Write the choices down. A laptop that cannot (a full disk) simply starts with the old ones next time."""
    with contextlib.suppress(OSError, DiskFull, CannotWrite):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(asdict(preferences)).encode())
