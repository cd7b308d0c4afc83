"""The whole main job done once a session and country, for the tests that look at what it leaves behind."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from justice_desk.foundations.clock import system_clock
from ui.commands.demo import write_demo


@dataclass(frozen=True)
class Demonstration:
    """A folder that the demonstration wrote, and its list."""

    country: str
    folder: Path
    listed: dict[str, Any]

    def path(self, name: str) -> Path:
        """Return the path that the list gives under `name`."""
        place: str = self.listed[name]
        return self.folder / place

    def documents(self) -> list[Path]:
        """Return the issued papers."""
        return [self.folder / document["pdf"] for document in self.listed["documents"]]


@pytest.fixture(scope="session", params=["bo", "gt"])
def demonstration(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Demonstration:
    """The main job on the fictitious case of each country."""
    folder = tmp_path_factory.mktemp("demo") / request.param
    write_demo(folder, request.param, system_clock)
    return Demonstration(request.param, folder, json.loads((folder / "demo.json").read_bytes()))
