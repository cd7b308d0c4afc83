"""The whole window, in somebody's hands: what is in front, what can be read, and when it has come to rest."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from justice_desk.bootstrap import Desk
from tests.ui.keyboard import hotkey, press, reach
from tests.ui.walker import readable
from ui.cases.case_page import CasePage
from ui.cases.page import CasesPage
from ui.cases.tab_keys import TabKey
from ui.main_window import MainWindow
from ui.shell import Shell
from ui.shortcuts import rail_sequence
from ui.widgets.buttons import Button
from ui.workplace import Workplace

Part = TypeVar("Part", bound=QWidget)
LONG = 20_000
"""Milliseconds in which a slow laptop has done anything."""


class WindowAtHand:
    """The window, shown and in front. `said` gathers every text that anybody could read on it."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot
        self.said: set[str] = set()
        window.resize(1366, 768)
        window.show()
        self.come_back()

    @property
    def shell(self) -> Shell:
        """What is on the screen while the desk is open."""
        assert self.window.sitting is not None, "the desk is locked"
        return self.window.sitting.shell

    @property
    def workplace(self) -> Workplace:
        """What the pages are given."""
        return self.shell.workplace

    @property
    def desk(self) -> Desk:
        """The open desk."""
        return self.workplace.desk

    def wait_until(self, met: Callable[[], bool]) -> None:
        """Wait until something is on the screen."""
        self._qtbot.waitUntil(met, timeout=LONG)

    def settle(self) -> None:
        """Wait until all work is done and what came of it is shown, and read it."""
        self.wait_until(lambda: not self.workplace.jobs.busy)
        # A widget put into a layout is shown by Qt in its own time.
        QApplication.processEvents()
        self.come_back()
        self.look()

    def look(self) -> None:
        """Read everything that stands on the screen."""
        for top in QApplication.topLevelWidgets():
            self.said.update(readable(top))

    def come_back(self) -> None:
        """Give the keys to the window, or to the dialog over it: there is no window manager to do it."""
        self.wait_until(self._has_keys)

    def open_page(self, key: str, kind: type[Part]) -> Part:
        """Open a page of the rail by its key, and return it."""
        hotkey(rail_sequence(list(self.shell._pages).index(key) + 1))
        assert self.shell.front == key
        self.settle()
        page = self.shell.findChild(kind)
        assert isinstance(page, kind)
        return page

    def front(self, kind: type[Part]) -> Part:
        """Return the face of the page of cases: its list, a new case, or one case."""
        (page,) = self.shell.findChildren(CasesPage)
        found = page.currentWidget()
        assert isinstance(found, kind), f"{found} is in front, not {kind}"
        return found

    def in_front(self, kind: type[QWidget]) -> bool:
        """Say whether this is the face of the page of cases."""
        (page,) = self.shell.findChildren(CasesPage)
        return isinstance(page.currentWidget(), kind)

    def open_tab(self, key: TabKey, kind: type[Part]) -> Part:
        """Go to a tab of the case in front, by the arrows of its row."""
        page = self.front(CasePage)
        reach(page.row.tab(page.front))
        while page.front != key:
            press(Qt.Key.Key_Right)
        self.settle()
        tab = page.tab(key)
        assert isinstance(tab, kind)
        return tab

    def dialog(self, kind: type[Part]) -> Part:
        """Return the dialog that is open, once keys go to it."""
        self.wait_until(lambda: any(isinstance(one, kind) for one in self._dialogs()))
        self.come_back()
        self.look()
        return next(one for one in self._dialogs() if isinstance(one, kind))

    def button(self, word: str, about: str = "") -> Button:
        """Return the button of this word on the page in front; `about`: what it is a button of."""
        found = [one for one in self.window.findChildren(Button) if one.isVisible() and one.word == word]
        return next(one for one in found if about in one.accessibleName())

    def _dialogs(self) -> list[QDialog]:
        return [one for one in self.window.findChildren(QDialog) if one.isVisible()]

    def _has_keys(self) -> bool:
        wanted = self._dialogs()[-1] if self._dialogs() else self.window
        if QApplication.activeWindow() is wanted:
            return True
        wanted.activateWindow()
        return False
