from pathlib import Path

import pytest

from tests.desks import bolivia, desk_template, desks, guatemala

__all__ = ["bolivia", "desk_template", "desks", "guatemala"]


@pytest.fixture
def drive(tmp_path: Path) -> Path:
    """A folder that stands for a drive."""
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder
