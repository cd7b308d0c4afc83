"""The card of the lock page: what is shown to somebody in danger without opening anything. No name of a person."""

import json
from dataclasses import dataclass
from pathlib import Path

from justice_desk.communities.danger_rules import DangerNumber
from justice_desk.foundations.files import write_whole

CARD = "card.json"


@dataclass(frozen=True)
class DangerCard:
    """What the lock page shows without opening anything: two telephone numbers, the country, the language."""

    country: str
    language: str
    numbers: tuple[DangerNumber, ...]


def write_card(folder: Path, card: DangerCard) -> None:
    """Write the lock page's card beside the store. It is readable without a key and holds no name of a person."""
    numbers = [{"label": number.label, "number": number.number} for number in card.numbers]
    content = {"country": card.country, "language": card.language, "numbers": numbers}
    write_whole(folder / CARD, json.dumps(content, ensure_ascii=False, indent=1).encode())


def put_back(folder: Path, former: DangerCard | None) -> None:
    """Undo a change of the card: the former one, or none, stands there again."""
    if former is None:
        (folder / CARD).unlink()
    else:
        write_card(folder, former)


def read_card(folder: Path) -> DangerCard | None:
    """Return the lock page's card, None if it is missing or unreadable: unlocking never hangs on it."""
    try:
        raw = json.loads((folder / CARD).read_bytes())
        numbers = tuple(DangerNumber(str(entry["label"]), str(entry["number"])) for entry in raw["numbers"])
        return DangerCard(str(raw["country"]), str(raw["language"]), numbers)
    except (OSError, ValueError, KeyError, TypeError):
        return None
