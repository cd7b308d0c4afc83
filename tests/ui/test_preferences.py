from pathlib import Path

import pytest

from ui.preferences import Preferences, keep, read
from ui.theme import PaletteName


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[]",
        '{"language": "xx", "palette": "pink", "percent": "big", "idle_minutes": 7}',
        '{"language": ["es"], "palette": {}, "percent": 900, "idle_minutes": null}',
    ],
)
def test_what_cannot_be_read_is_as_on_a_new_laptop(tmp_path: Path, content: str) -> None:
    path = tmp_path / "screen.json"
    path.write_text(content, encoding="utf-8")
    assert read(path) == Preferences()


def test_a_new_laptop_speaks_spanish() -> None:
    assert read(Path("/nowhere/at/all")).language == "es"


def test_what_is_kept_is_read_again(tmp_path: Path) -> None:
    chosen = Preferences("en", PaletteName.DARK, 140, 10)
    keep(tmp_path / "a" / "screen.json", chosen)
    assert read(tmp_path / "a" / "screen.json") == chosen


def test_a_laptop_that_cannot_write_goes_on(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    keep(blocked / "screen.json", Preferences())
    assert read(blocked / "screen.json") == Preferences()
