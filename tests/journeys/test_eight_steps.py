import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from justice_desk.foundations.resources import resource
from tests.journeys.canaries import bolivian, files_in, in_the_clear, text_of
from tests.journeys.steps import (
    by_button,
    by_going_away,
    by_key,
    enter_the_receipt,
    found_the_desk,
    hold_the_session_and_hear_the_own_matter,
    issue_look_and_print,
    lock_and_come_back,
    look_round,
    register_the_case,
    seal_and_verify,
    see_that_it_must_be_handed_over,
)
from tests.journeys.walking import Walk
from tests.stores import HandClock
from tests.ui.documents.stand_in import put_lp
from tests.ui.windows import WindowAtHand
from ui import logs
from ui.appearance import Appearance
from ui.application import entrance_to, every_page
from ui.commands.story import Story
from ui.documents import print_dialog
from ui.errors import Boundary
from ui.handoffs import seal_step
from ui.handoffs.drives import Drive
from ui.main_window import MainWindow

UNSAVED = ("Canario ficticio por el botón 8151.", "Canario ficticio por la tecla 8152.", "Canario ficticio solo 8153.")


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "state/justice-desk.log"
    before = logging.getLogger().level
    handler = logs.write_to(path)
    assert handler is not None
    yield path
    logging.getLogger().removeHandler(handler)
    logging.getLogger().setLevel(before)
    handler.close()


@pytest.fixture(params=["bo", "gt"])
def walk(
    request: pytest.FixtureRequest,
    qtbot: QtBot,
    appearance: Appearance,
    log: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Walk]:
    for name in ("data", "drive", "printer", "temporary"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    put_lp(tmp_path / "printer", monkeypatch)
    monkeypatch.setattr(print_dialog, "printers", lambda: ("impresora",))
    drive = Drive(tmp_path / "drive", "Memoria ficticia", 1 << 30)
    monkeypatch.setattr(seal_step, "plugged_in", lambda: (drive,))
    clock, store = HandClock(), tmp_path / "data/store"
    window = MainWindow(entrance_to(store, clock), appearance, Boundary(), every_page)
    qtbot.addWidget(window)
    yield Walk(WindowAtHand(window, qtbot), qtbot, Story(request.param), clock, store)
    window.close()


def test_the_whole_way_through_once(walk: Walk, log: Path, tmp_path: Path) -> None:
    found_the_desk(walk)
    register_the_case(walk)
    see_that_it_must_be_handed_over(walk)
    hold_the_session_and_hear_the_own_matter(walk)
    issue_look_and_print(walk, tmp_path / "printer/paper")
    seal_and_verify(walk, tmp_path / "drive")
    enter_the_receipt(walk, tmp_path / "drive")
    look_round(walk)
    for way, text in zip((by_button, by_key, by_going_away), UNSAVED, strict=True):
        lock_and_come_back(walk, way, text)

    papers = [text_of(walk.desk.documents.pdf(one.case, one.id)) for one in walk.desk.documents.register()]
    walk.hand.window.close()
    looked_at = [path for place in ("data", "drive", "temporary", "state") for path in files_in(tmp_path / place)]
    assert {"store.db", "paquete.age", log.name} <= {path.name for path in looked_at}
    assert in_the_clear(looked_at, (*walk.story.canaries(), *UNSAVED)) == []
    assert in_the_clear([resource("demo", f"{walk.story.country}.toml")], walk.story.canaries()), "they can be found"
    found = bolivian((*walk.hand.said, *papers))
    assert found == [] if walk.story.country == "gt" else found
