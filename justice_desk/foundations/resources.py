"""Where the files that travel with the program are: fonts, profiles, templates, icons, translations."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "resources"
"""The frozen program keeps the same tree, so one rule finds it everywhere."""


def resource(*parts: str) -> Path:
    """Return the path of a bundled file or folder, named by its parts below `resources/`."""
    return ROOT.joinpath(*parts)
