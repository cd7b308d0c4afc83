"""What every test of a screen stands on: the desk's own look and language, and desks that are really open."""

import gc
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from justice_desk import bootstrap
from justice_desk.accounts.checking import check_store
from justice_desk.foundations.resources import resource
from justice_desk.jurisdictions.loading import countries, load_profile
from justice_desk.vault.opening import keyring_offered, paper_of
from tests.desks import DeskInUse, bolivia, desk_template, desks, guatemala
from ui import i18n, theme
from ui.appearance import Appearance
from ui.background import Jobs
from ui.entrance import Entrance, OpenedDesk, Rescue, looked_over
from ui.theme import USUAL, Look, PaletteName
from ui.workplace import Workplace

__all__ = ["bolivia", "desk_template", "desks", "guatemala"]


class Signposts:
    """A navigator that remembers where it was asked to go."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def open_page(self, key: str) -> None:
        """Remember a page."""
        self.asked.append(("page", key))

    def open_part(self, key: str, part: str) -> None:
        """Remember a part of a page."""
        self.asked.append(("part", key, part))

    def open_case(self, case: str, tab: str = "") -> None:
        """Remember a case."""
        self.asked.append(("case", case, tab))

    def new_case(self) -> None:
        """Remember that a new case was asked for."""
        self.asked.append(("new_case",))


@pytest.fixture(autouse=True)
def search_anywhere() -> Iterator[None]:
    """Let Python look for dead circles by itself again, once the workers of a test are still."""
    yield
    gc.enable()


@pytest.fixture(scope="session")
def spanish(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The catalogues as they stand, compiled; whether they are complete is another test's matter."""
    made = tmp_path_factory.mktemp("i18n") / "justice_desk_es.qm"
    release = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    parts = sorted(str(path) for path in resource("i18n", "es").glob("*.ts"))
    subprocess.run([str(release), "-silent", *parts, "-qm", str(made)], check=True, capture_output=True)
    return made


@pytest.fixture
def appearance(
    qapp: QApplication, spanish: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Appearance]:
    """The desk's look and Spanish, worn by the application for one test."""
    monkeypatch.setattr(i18n, "catalogue", lambda _language: spanish)
    theme.prepare(qapp)
    made = Appearance(qapp, tmp_path / "config" / "screen.json")
    assert made.begin() is None
    yield made
    made.speak(i18n.SOURCE)
    theme.wear(qapp, Look(PaletteName.LIGHT, USUAL))
    made.deleteLater()


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """Workers that are still when the test ends."""
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def opened(bolivia: DeskInUse) -> OpenedDesk:
    """The desk of four people in Bolivia, opened by its authority."""
    return looked_over(bootstrap.wired(bolivia.acting("ana")))


@pytest.fixture
def signposts() -> Signposts:
    """A navigator that remembers."""
    return Signposts()


@pytest.fixture
def workplace(
    appearance: Appearance, opened: OpenedDesk, jobs: Jobs, signposts: Signposts, bolivia: DeskInUse
) -> Workplace:
    """What a page is given, over the open desk of the authority."""
    return Workplace(opened.desk, jobs, signposts, bolivia.clock, opened.roles, opened.zone)


@pytest.fixture
def entrance(bolivia: DeskInUse) -> Entrance:
    """The ways into the desk of Bolivia, which is closed."""
    bolivia.vault.close()
    return entrance_to(bolivia.folder, bolivia)


def entrance_to(folder: Path, desk: DeskInUse) -> Entrance:
    """Return the real ways in, over a folder of the test's."""
    return Entrance(
        folder=folder,
        clock=desk.clock,
        open_desk=bootstrap.open_desk,
        found=bootstrap.found,
        danger_card=bootstrap.danger_card,
        profiles=lambda: tuple(load_profile(country) for country in countries()),
        founded=lambda place: (place / "store.db").exists(),
        paper_of=paper_of,
        paper_of_square=bootstrap.paper_of_square,
        open_with_paper=bootstrap.open_with_paper,
        keyring_offered=keyring_offered,
        open_with_keyring=bootstrap.open_with_keyring,
        rescue=Rescue(
            check=check_store,
            look=bootstrap.look_at_desk,
            backups=bootstrap.backups_at,
            restore=bootstrap.restore,
            salvage=bootstrap.rescue,
        ),
    )
