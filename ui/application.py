"""Starting the windows: letters, look, language, log, the boundary of errors, and the one window."""

import logging
import sys
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from justice_desk import bootstrap
from justice_desk.foundations.clock import Clock
from justice_desk.jurisdictions.loading import countries, load_profile
from justice_desk.jurisdictions.rules import Profile
from justice_desk.vault.open_vault import DATABASE
from ui import icons, logs, preferences
from ui.appearance import Appearance
from ui.entrance import Entrance
from ui.errors import Boundary, tell
from ui.main_window import MainWindow
from ui.page import Page
from ui.pages import PAGES
from ui.theme import prepare
from ui.widgets.dialogs import PROGRAM

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
    logs.write_to(logs.default_path())
    qInstallMessageHandler(_log_qt)
    app = QApplication(sys.argv[:1])
    window = started(app, entrance_to(folder, clock), preferences.default_path(), PAGES)
    window.show()
    code = app.exec()
    window.deleteLater()
    return code


def started(app: QApplication, entrance: Entrance, preferences_at: Path, pages: tuple[Page, ...]) -> MainWindow:
    """Return the window, dressed and speaking, not yet shown."""
    app.setApplicationName("justice-desk")
    app.setApplicationDisplayName(PROGRAM)
    app.setDesktopFileName("justice-desk")
    prepare(app)
    appearance = Appearance(app, preferences_at)
    missing = appearance.begin()
    app.setWindowIcon(icons.icon("seal", "#0b5f63", 64))
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
        open_desk=bootstrap.open_desk,
        found=bootstrap.found,
        danger_card=bootstrap.danger_card,
        profiles=_profiles,
        founded=_founded,
    )


def _profiles() -> tuple[Profile, ...]:
    return tuple(load_profile(country) for country in countries())


def _founded(folder: Path) -> bool:
    return (folder / DATABASE).exists()


def _log_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    LOG.log(SEVERITIES.get(kind, logging.WARNING), "qt %s: %s", context.category, text)
