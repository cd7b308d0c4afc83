"""One sitting: a person's time at the open desk, from unlocking to locking. Its end destroys all it showed."""

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from justice_desk.foundations.clock import Clock
from ui.background import Jobs
from ui.entrance import OpenedDesk
from ui.errors import Boundary
from ui.i18n import translate
from ui.idle import Watch
from ui.page import Page
from ui.shell import Shell

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk


class Sitting(QObject):
    """An open desk on the screen: the shell that shows it, its workers, and the watch that ends it.

    Signals:
        lock_asked: It should end: the person said so, or nobody is there.
        hide_asked: It should end and the window should go.
    """

    lock_asked = Signal()
    hide_asked = Signal()

    def __init__(
        self,
        opened: OpenedDesk,
        clock: Clock,
        minutes: int,
        boundary: Boundary,
        pages: tuple[Page, ...],
    ) -> None:
        super().__init__()
        self._opened = opened
        self._clock = clock
        self._pages = pages
        self._second = ""
        self.jobs = Jobs(self)
        self.jobs.troubled.connect(boundary.receive)
        self.jobs.crashed.connect(boundary.receive)
        self.watch = Watch(minutes, self)
        self.watch.warned.connect(self._warn)
        self.watch.revived.connect(self._calm)
        self.watch.expired.connect(self._expire)
        self.watch.remaining.connect(self._remind)
        self.watch.lock_asked.connect(self.lock_asked)
        self.watch.hide_asked.connect(self.hide_asked)
        QApplication.instance().installEventFilter(self.watch)  # type: ignore[union-attr]  # it is there by now
        self.shell = self._fresh_shell()
        self.shell.open_first()

    def speak_anew(self) -> Shell:
        """Show the desk in the language that is spoken now; the page in front stays in front, drafts are kept."""
        former, self.shell = self.shell, self._fresh_shell()
        former.keep_drafts()
        self.shell.workplace.take_desk(self._opened.desk, self._second)
        self.shell.open_page(former.front)
        former.deleteLater()
        return self.shell

    def end(self) -> None:
        """Destroy what was shown, finish what writes to the store, forget the keys, clear the clipboard."""
        self.watch.stop()
        self.watch.deleteLater()
        shiboken6.delete(self.shell)
        try:
            self.jobs.close()
        finally:
            self._opened.desk.close()
            clear_clipboard()
            self.deleteLater()
            # What pages held in circles is gone now, not some time later.
            gc.collect()

    def _fresh_shell(self) -> Shell:
        shell = Shell(self._opened, self.jobs, self._clock, self._pages)
        shell.lock_asked.connect(self.lock_asked)
        shell.hide_asked.connect(self.hide_asked)
        shell.workplace.desk_taken.connect(self._take)
        return shell

    @Slot(object, str)
    def _take(self, desk: "Desk", second: str) -> None:
        self._opened = replace(self._opened, desk=desk)
        self._second = second

    @Slot()
    def _expire(self) -> None:
        # An export that runs is finished first; the watch asks again every second.
        if not self.jobs.long_work:
            self.lock_asked.emit()

    @Slot()
    def _warn(self) -> None:
        words = translate(
            "Sitting", "Nobody has touched the desk for a while. It locks within a minute. Any key stops it."
        )
        self.shell.banner.say(words)

    @Slot()
    def _calm(self) -> None:
        self.shell.banner.say("")

    @Slot(int)
    def _remind(self, seconds: int) -> None:
        self.shell.remaining(seconds)


def clear_clipboard() -> None:
    """Empty the clipboard, and on X11 the selection too."""
    clipboard = QGuiApplication.clipboard()
    clipboard.clear(QClipboard.Mode.Clipboard)
    if clipboard.supportsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
