"""The pages of the help that are made as they are opened: the keys, the telephones, the diagnosis."""

import platform
import re
from collections.abc import Sequence
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion

import justice_desk
from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.jurisdictions.rules import Profile
from ui.country import spoken_language
from ui.i18n import translate
from ui.shortcuts import RAIL, SEQUENCES, meaning, rail_sequence, shown
from ui.theme import look

NUMBERS = "{numbers}"
"""Where the telephones of this desk stand in the text of a page."""
_SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|])")


def shortcuts_text() -> str:
    """Return the sheet of keys, in Markdown."""
    title, remark = translate("Help", "Keyboard"), translate("Help", "Everything can be done without a mouse.")
    rows = [
        (meaning(key), " · ".join(shown(sequence) for sequence in sequences)) for key, sequences in SEQUENCES.items()
    ]
    rows.insert(0, (translate("Help", "Page of the rail"), _span(rail_sequence(1), rail_sequence(RAIL))))
    rows.append((translate("Help", "Open what is marked in a list"), shown("Return")))
    rows.append((translate("Help", "Next field, field before"), f"{shown('Tab')} · {shown('Shift+Tab')}"))
    rows.append((translate("Help", "Close a sheet without doing anything"), shown("Esc")))
    head = (translate("Help", "What it does"), translate("Help", "Key"))
    table = [f"| {head[0]} | {head[1]} |", "|---|---|"]
    table += [f"| {escaped(what)} | {escaped(keys)} |" for what, keys in rows]
    return "\n".join([f"# {title}", "", remark, "", *table, ""])


def numbers_text(numbers: Sequence[DangerNumber]) -> str:
    """Return the telephones of the danger card, in Markdown."""
    if not numbers:
        return translate("Help", "This desk has no telephones for danger.")
    return "\n".join(f"- **{escaped(number.number)}** · {escaped(number.label)}" for number in numbers)


def diagnosis(folder: Path, profile: Profile) -> str:
    """Return what whoever looks after the program needs to know. It holds nothing of a case and no person's name."""
    chosen = look()
    country, screen = translate("Help", "Country"), translate("Help", "Screen")
    place = translate("Help", "Folder of the desk")
    lines = (
        f"Justice Desk {justice_desk.__version__}",
        f"Python {platform.python_version()} · PySide6 {PySide6.__version__} · Qt {qVersion()}",
        f"{platform.system()} {platform.release()} · {platform.machine()}",
        f"{country}: {profile.name} {profile.version} · {profile.timezone}",
        f"{screen}: {spoken_language()} · {chosen.name} · {chosen.percent} %",
        f"{place}: {folder}",
    )
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Return a text whose signs mean nothing in Markdown."""
    return _SIGNS.sub(r"\\\1", text)


def _span(first: str, last: str) -> str:
    return f"{shown(first)} … {shown(last)}"
