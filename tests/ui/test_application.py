import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLoggingCategory, QTimer, qInstallMessageHandler, qWarning
from PySide6.QtWidgets import QApplication, QMessageBox  # noqa: TID251 - what the boundary shows is looked at
from pytestqt.qtbot import QtBot

from justice_desk.foundations.clock import system_clock
from tests.backups.at_hand import back_up, restoring
from tests.desks import DeskInUse
from ui import application, i18n, logs, theme
from ui.appearance import Appearance
from ui.application import entrance_to, every_page, run, started
from ui.first_run.guide import FoundingGuide
from ui.main_window import MainWindow
from ui.theme import USUAL, Look, PaletteName
from ui.unlock.page import UnlockPage


@pytest.fixture(autouse=True)
def put_back(qapp: QApplication, spanish: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(i18n, "catalogue", lambda _language: spanish)
    former = sys.excepthook
    yield
    sys.excepthook = former
    for appearance in qapp.findChildren(Appearance):
        appearance.speak(i18n.SOURCE)
        appearance.deleteLater()
    theme.wear(qapp, Look(PaletteName.LIGHT, USUAL))


def test_the_window_is_dressed_and_speaks_spanish(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    window = started(qapp, entrance_to(tmp_path / "store", system_clock), tmp_path / "screen.json", every_page)
    qtbot.addWidget(window)
    assert window.windowTitle() == "Justice Desk"
    assert qapp.applicationDisplayName() == "Justice Desk"
    guide = window.centralWidget()
    assert isinstance(guide, FoundingGuide)
    assert guide.panel.steps[0].title.text() == "Idioma y letra"
    assert len(guide._profiles) == 2
    window.close()


def test_a_laptop_with_a_desk_begins_locked(
    qapp: QApplication, qtbot: QtBot, bolivia: DeskInUse, tmp_path: Path
) -> None:
    bolivia.vault.close()
    window = started(qapp, entrance_to(bolivia.folder, bolivia.clock), tmp_path / "screen.json", every_page)
    qtbot.addWidget(window)
    assert isinstance(window.centralWidget(), UnlockPage)
    window.close()


def test_without_the_texts_the_program_says_what_is_missing(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(i18n, "catalogue", lambda _language: tmp_path / "justice_desk_es.qm")
    window = started(qapp, entrance_to(tmp_path / "store", system_clock), tmp_path / "screen.json", every_page)
    qtbot.addWidget(window)
    (box,) = window.findChildren(QMessageBox)
    assert "make translations" in box.text()
    window.close()


def test_the_program_runs_until_its_window_is_closed(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "QApplication", lambda _arguments: qapp)
    monkeypatch.setattr(logs, "write_to", lambda _path: None)
    monkeypatch.setattr(application, "qInstallMessageHandler", lambda _handler: None)

    def close_it() -> None:
        for window in qapp.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                # The last window that closes ends the loop; a second "quit" would end the loops of later tests.
                window.close()

    QTimer.singleShot(0, qapp, close_it)
    assert run(tmp_path / "store", system_clock) == 0


def test_what_qt_warns_of_goes_to_the_log(qapp: QApplication, caplog: pytest.LogCaptureFixture) -> None:
    former = qInstallMessageHandler(application._log_qt)
    try:
        assert QLoggingCategory.defaultCategory() is not None
        with caplog.at_level(logging.WARNING):
            qWarning("something odd")
    finally:
        qInstallMessageHandler(former)
    assert "something odd" in caplog.text
    caplog.clear()


def test_a_restored_desk_that_waits_takes_its_place_first(bolivia: DeskInUse, tmp_path: Path) -> None:
    drive = tmp_path / "drive"
    drive.mkdir()
    backup = back_up(bolivia, drive).folder
    bolivia.vault.close()
    ready = restoring(backup, bolivia.folder, bolivia.clock)
    ready._act({}, "")
    vault = ready._persons.vault
    vault.move_to(bolivia.folder.with_name(f"{bolivia.folder.name}.restored"))
    founded = entrance_to(bolivia.folder, bolivia.clock).founded
    assert founded(bolivia.folder), "it is still open elsewhere: it waits"
    assert list(bolivia.folder.parent.glob("*-anterior-*")) == []
    vault.close()
    assert founded(bolivia.folder)
    assert len(list(bolivia.folder.parent.glob("*-anterior-*"))) == 1
    assert founded(bolivia.folder)
