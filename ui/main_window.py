"""The one window. It shows one face at a time: the founding guide, the lock page, or the open desk.

Locking destroys the open desk, it does not hide it: text on a hidden page can still be read by whoever asks the
accessibility interface, and keys in memory by whoever dumps it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QToolTip, QWidget

from justice_desk.foundations.errors import DeskError
from ui.appearance import Appearance
from ui.background import Jobs
from ui.backups.faces import RescueFaces, asks_for_backup
from ui.entrance import Entrance, OpenedDesk
from ui.errors import Boundary, tell
from ui.shortcuts import RAIL, Key, bind
from ui.unlock.page import UnlockPage
from ui.widgets.dialogs import PROGRAM
from ui.widgets.drafts import DraftKeeper
from ui.widgets.keys import KeySheet

if TYPE_CHECKING:
    from ui.first_run.guide import FoundingGuide
    from ui.page import Pages
    from ui.session_bus import SessionWatch
    from ui.sitting import Sitting

SMALLEST = (800, 560)
USUAL = (1280, 720)
ROOMY = (1500, 850)
"""The least screen, in pixels, on which the window leaves room for others."""
PAINTED = 150
"""Milliseconds after which the first page is surely on the screen."""


class MainWindow(QMainWindow):
    """The window of the desk.

    Signals:
        unlocked: A desk was opened.
        locked: The open desk was closed and forgotten.
    """

    unlocked = Signal()
    locked = Signal()

    def __init__(self, entrance: Entrance, appearance: Appearance, boundary: Boundary, pages: "Pages") -> None:
        super().__init__()
        self._entrance, self._appearance, self._boundary, self._pages = entrance, appearance, boundary, pages
        self._doorway = Jobs(self)
        self._doorway.troubled.connect(boundary.receive)
        self._doorway.crashed.connect(boundary.receive)
        self.rescue = RescueFaces(entrance, self._doorway, self)
        self.rescue.shown.connect(self._show)
        self.rescue.opened.connect(self.enter)
        self.rescue.left.connect(self._return)
        self.sitting: Sitting | None = None
        self._guide: FoundingGuide | None = None
        self._may_go = False
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self._session: SessionWatch | None = None
        appearance.language_missing.connect(self._tell)
        appearance.changed.connect(self._allow)
        self._bind_keys()
        self._show_way_in()

    def appear(self) -> None:
        """Show the window; on a screen that is hardly larger than it is, take the whole screen."""
        room = self.screen().availableSize()
        if room.width() < ROOMY[0] or room.height() < ROOMY[1]:
            self.showMaximized()
        else:
            self.show()

    def load_beside(self, load: Callable[[], object]) -> None:
        """Load what the open desk needs in a worker, once the first page is painted, while it is read and typed in."""
        QTimer.singleShot(PAINTED, self, lambda: self._doorway.run_read(load))

    def enter(self, opened: OpenedDesk) -> None:
        """Show a desk that was just opened."""
        # The open desk's own parts are loaded beside the first page, like its rooms.
        from ui.session_bus import SessionWatch  # noqa: PLC0415
        from ui.sitting import Sitting  # noqa: PLC0415

        if self._session is None:
            self._session = SessionWatch(self)
            self._session.leaving.connect(self.lock)
        minutes = self._appearance.chosen.idle_minutes
        self.sitting = Sitting(opened, self._entrance.clock, minutes, self._boundary, self._pages())
        self.sitting.lock_asked.connect(self.lock_soon)
        self.sitting.hide_asked.connect(self.hide_soon)
        self._show(self.sitting.shell)
        self.unlocked.emit()

    @Slot()
    def lock_soon(self) -> None:
        """Lock once the button or the key that asked for it has done its own work: it dies with its page."""
        QTimer.singleShot(0, self, self.lock)

    @Slot()
    def hide_soon(self) -> None:
        """Take everything off the screen and lock."""
        QTimer.singleShot(0, self, self.hide_all)

    @Slot()
    def hide_all(self) -> None:
        """Lock and put the window away; the lock page is what comes back."""
        self.lock()
        self.showMinimized()

    @Slot()
    def lock(self) -> None:
        """Keep the drafts, destroy everything that shows a case, forget the keys, show the lock page."""
        if self.sitting is None:
            return
        sitting, self.sitting = self.sitting, None
        sitting.shell.keep_drafts()
        self._close_dialogs()
        # The lock page covers everything before anything slow is waited for.
        self.takeCentralWidget()
        self._show_way_in()
        self.repaint()
        sitting.end()
        self.setWindowTitle(PROGRAM)
        self.locked.emit()

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        KeySheet(self, 0 if self.sitting is None else min(self.sitting.shell.page_count, RAIL)).open()

    def changeEvent(self, event: QEvent) -> None:
        """Speak anew when the language has changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            QTimer.singleShot(0, self, self._speak_anew)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask for a backup if one is due, then lock before going: nothing typed is lost, nothing stays open."""
        if self._backup_first():
            event.ignore()
            return
        self.lock()
        if self._guide is not None and self.centralWidget() is self._guide:
            self._guide.leave()
        self._doorway.close()
        self.rescue.close()
        super().closeEvent(event)

    def _backup_first(self) -> bool:
        """Ask for a backup, if one is due and nobody answered yet; say whether the question is open."""
        if self._may_go or self.sitting is None:
            return False
        return asks_for_backup(self, self.sitting.shell, self._entrance.clock, self._go)

    @Slot()
    def _go(self) -> None:
        self._may_go = True
        QTimer.singleShot(0, self, self.close)

    def _bind_keys(self) -> None:
        bind(self, Key.LOCK, self.lock_soon)
        bind(self, Key.HIDE, self.hide_soon)
        bind(self, Key.LARGER, self._appearance.larger)
        bind(self, Key.SMALLER, self._appearance.smaller)
        bind(self, Key.USUAL_SIZE, self._appearance.usual)
        bind(self, Key.SHEET, self.show_keys)

    def _show_way_in(self, name: str = "") -> None:
        if self._entrance.founded(self._entrance.folder):
            page = UnlockPage(self._entrance, self._doorway, self._appearance, name)
            page.unlocked.connect(self.enter)
            page.trouble_requested.connect(self.show_trouble)
            self._show(page)
            page.begin()
            return
        # Only a new laptop needs the guide, and what it knows of passphrases takes long to load.
        from ui.first_run.guide import FoundingGuide  # noqa: PLC0415

        self._guide = FoundingGuide(self._entrance, self._doorway, self._appearance)
        self._guide.founded.connect(self.enter)
        self._guide.restore_requested.connect(self.rescue.restore)
        self._show(self._guide)

    @Slot()
    def show_trouble(self) -> None:
        """Show what can be done when the desk does not open."""
        face = self.centralWidget()
        self.rescue.trouble(face.typed_name if isinstance(face, UnlockPage) else "")

    @Slot()
    def _return(self) -> None:
        self._show_way_in()

    @Slot(object)
    def _show(self, face: QWidget) -> None:
        face.setProperty("ground", "canvas")
        face.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setCentralWidget(face)

    def _close_dialogs(self) -> None:
        QToolTip.hideText()
        for dialog in self.findChildren(QDialog):
            for keeper in dialog.findChildren(DraftKeeper):
                keeper.keep_now()
        for dialog in self.findChildren(QDialog):
            if shiboken6.isValid(dialog):
                shiboken6.delete(dialog)

    @Slot()
    def _speak_anew(self) -> None:
        face = self.centralWidget()
        if self.sitting is not None:
            self._show(self.sitting.speak_anew())
        elif isinstance(face, UnlockPage):
            self._show_way_in(face.typed_name)
        elif self._guide is not None and face is self._guide:
            self._guide.speak_anew()

    @Slot()
    def _allow(self) -> None:
        if self.sitting is not None:
            self.sitting.watch.allow(self._appearance.chosen.idle_minutes)

    @Slot(object)
    def _tell(self, error: DeskError) -> None:
        tell(self, error)
