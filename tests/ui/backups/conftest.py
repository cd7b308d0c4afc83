from pathlib import Path

import pytest

from ui.backups import place


@pytest.fixture
def drive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that stands for a drive, which nobody plugged in."""
    monkeypatch.setattr(place, "plugged_in", lambda: ())
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder
