"""Starting the windows: letters, look, language, log, the boundary of errors, and the one window.

The rooms with tables and papers take longer to load than the first page takes to show. They are loaded beside it, in a
worker, while somebody reads or types; whoever needs one sooner waits for it.
"""

import importlib
import logging
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from justice_desk.communities.card import read_card
from justice_desk.foundations.clock import Clock
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.resources import resource
from justice_desk.vault.places import DATABASE, READY, SCRATCH
from ui import logs
from ui.appearance import Appearance
from ui.entrance import Entrance, Rescue
from ui.errors import Boundary, tell
from ui.main_window import MainWindow
from ui.places import log_file, screen_choices
from ui.theme import prepare
from ui.widgets.dialogs import PROGRAM

if TYPE_CHECKING:
    from justice_desk.accounts.views import StoreStanding
    from justice_desk.backups.rules import WayIn
    from justice_desk.backups.views import BackupView
    from justice_desk.bootstrap import Desk, FoundingDesk, RecoveringDesk, WaitingDesk
    from justice_desk.communities.rules import Founding
    from justice_desk.foundations.progress import Progress
    from justice_desk.jurisdictions.rules import Profile
    from justice_desk.vault.rules import Paper
    from ui.page import Page, Pages

LOG = logging.getLogger(__name__)
SEVERITIES = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def run(folder: Path, clock: Clock) -> int:
    """Open the window over the store in `folder` and return when it is closed, with the exit code."""
    logs.write_to(log_file())
    qInstallMessageHandler(_log_qt)
    app = QApplication(sys.argv[:1])
    window = started(app, entrance_to(folder, clock), screen_choices(), every_page)
    window.appear()
    window.load_beside(_load)
    code = app.exec()
    window.deleteLater()
    return code


def started(app: QApplication, entrance: Entrance, preferences_at: Path, pages: "Pages") -> MainWindow:
    """Return the window, dressed and speaking, not yet shown."""
    app.setApplicationName("justice-desk")
    app.setApplicationDisplayName(PROGRAM)
    app.setDesktopFileName("justice-desk")
    prepare(app)
    appearance = Appearance(app, preferences_at)
    missing = appearance.begin()
    app.setWindowIcon(QIcon(str(resource("program", "justice-desk.svg"))))
    boundary = Boundary(app)
    boundary.install()
    window = MainWindow(entrance, appearance, boundary, pages)
    if missing is not None:
        tell(window, missing)
    return window


def entrance_to(folder: Path, clock: Clock) -> Entrance:
    """Return the ways into the desk in `folder`."""
    return Entrance(
        folder=folder,
        clock=clock,
        open_desk=_open_desk,
        found=_found,
        danger_card=read_card,
        profiles=_profiles,
        paper_of=_paper_of,
        paper_of_square=_paper_of_square,
        open_with_paper=_open_with_paper,
        keyring_offered=_keyring_offered,
        open_with_keyring=_open_with_keyring,
        founded=partial(_founded, clock=clock),
        rescue=Rescue(check=_check, look=_look, backups=_backups, restore=_restore, salvage=_salvage),
    )


def every_page() -> "tuple[Page, ...]":
    """Return the pages of the rail, which know every room."""
    from ui.pages import PAGES  # noqa: PLC0415 - see above

    return PAGES


def _load() -> None:
    importlib.import_module("justice_desk.bootstrap")
    importlib.import_module("ui.sitting")
    every_page()


def _open_desk(folder: Path, name: str, passphrase: str, clock: Clock) -> "Desk":
    from justice_desk.bootstrap import open_desk  # noqa: PLC0415 - see above

    return open_desk(folder, name, passphrase, clock)


def _found(folder: Path, founding: "Founding", clock: Clock) -> "FoundingDesk":
    from justice_desk.bootstrap import found  # noqa: PLC0415 - see above

    return found(folder, founding, clock)


def _paper_of(folder: Path) -> "Paper":
    from justice_desk.bootstrap import paper_of  # noqa: PLC0415 - see above

    return paper_of(folder)


def _paper_of_square(square: str) -> "Paper":
    from justice_desk.bootstrap import paper_of_square  # noqa: PLC0415 - see above

    return paper_of_square(square)


def _open_with_paper(folder: Path, texts: Sequence[str], clock: "Clock", square: str) -> "RecoveringDesk":
    from justice_desk.bootstrap import open_with_paper  # noqa: PLC0415 - see above

    return open_with_paper(folder, texts, clock, square)


def _keyring_offered(folder: Path) -> bool:
    from justice_desk.bootstrap import keyring_offered  # noqa: PLC0415 - see above

    return keyring_offered(folder)


def _open_with_keyring(folder: Path, name: str, clock: Clock) -> "Desk":
    from justice_desk.bootstrap import open_with_keyring  # noqa: PLC0415 - see above

    return open_with_keyring(folder, name, clock)


def _profiles() -> "tuple[Profile, ...]":
    from justice_desk.jurisdictions.loading import countries, load_profile  # noqa: PLC0415 - see above

    return tuple(load_profile(country) for country in countries())


def _founded(folder: Path, clock: Clock) -> bool:
    """Say whether a desk stands in the folder; one that was restored when the program ended takes its place first."""
    if folder.with_name(folder.name + READY).exists() or folder.with_name(folder.name + SCRATCH).exists():
        from justice_desk.backups.restoring import settle, waits  # noqa: PLC0415 - see above

        try:
            settle(folder, clock())
        except DeskError:
            LOG.info("a restored desk waits for its place")
            return waits(folder) or (folder / DATABASE).exists()
    return (folder / DATABASE).exists()


def _check(folder: Path, passphrase: str, clock: Clock, name: str) -> "StoreStanding":
    from justice_desk.accounts.checking import check_store  # noqa: PLC0415 - see above

    return check_store(folder, passphrase, clock, name)


def _look(folder: Path, name: str, passphrase: str, clock: Clock) -> "Desk":
    from justice_desk.bootstrap import look_at_desk  # noqa: PLC0415 - see above

    return look_at_desk(folder, name, passphrase, clock)


def _backups(folder: Path) -> "tuple[BackupView, ...]":
    from justice_desk.bootstrap import backups_at  # noqa: PLC0415 - see above

    return backups_at(folder)


def _restore(backup: Path, folder: Path, way: "WayIn", clock: Clock, progress: "Progress") -> "WaitingDesk":
    from justice_desk.bootstrap import restore  # noqa: PLC0415 - see above

    return restore(backup, folder, way, clock, progress)


def _salvage(folder: Path, way: "WayIn", clock: Clock, progress: "Progress") -> "WaitingDesk":
    from justice_desk.bootstrap import rescue  # noqa: PLC0415 - see above

    return rescue(folder, way, clock, progress)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    LOG.log(SEVERITIES.get(kind, logging.WARNING), "qt %s: %s", context.category, text)
