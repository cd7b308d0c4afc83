"""Drafts: what is typed is kept, sealed, at most three seconds after the first key, and offered after a lock."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from justice_desk.vault.rules import Draft
    from ui.workplace import Workplace

PAUSE = 3000
"""While somebody types, a draft is kept this often, in milliseconds."""


class DraftKeeper(QObject):
    """Keeps the draft of one place: a screen, and the case on it where there is one ("hearing:…"). Child of its panel.

    Connect what is typed to `touch`. `read` returns the whole of it as one text (JSON, for a form), empty when there
    is nothing worth keeping.

    Signals:
        offered: The `Draft` that was found when `seek` was called.
    """

    offered = Signal(object)

    def __init__(self, workplace: "Workplace", place: str, read: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._accounts = workplace.desk.accounts
        self._place = place
        self._read = read
        self._kept = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.keep_now)

    @Slot()
    def touch(self) -> None:
        """Note that something was typed: it is kept within three seconds."""
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def keep_now(self) -> None:
        """Keep what stands there now; the desk does so for every keeper when it locks or a page is left."""
        self._timer.stop()
        text = self._read()
        if text == self._kept or self._workplace.desk.only_look:
            return
        self._kept = text
        if text:
            work = partial(self._accounts.keep_draft, self._place, text)
            self._workplace.jobs.run(work, self._tell, first=True)
        else:
            self._workplace.jobs.run(partial(self._accounts.drop_draft, self._place), self._tell, first=True)

    def drop(self) -> None:
        """Forget the draft: its text became an act, or its writer threw it away."""
        self._timer.stop()
        self._kept = self._read()
        self._workplace.jobs.run(partial(self._accounts.drop_draft, self._place), self._tell, first=True)

    def seek(self) -> None:
        """Look for a draft that was left here; `offered` tells if there is one."""
        self._workplace.jobs.run_read(self._accounts.drafts, self._offer)

    @Slot(object)
    def _offer(self, drafts: "list[Draft]") -> None:
        found = next((draft for draft in drafts if draft.place == self._place), None)
        if found is not None and found.text != self._read():
            self._kept = found.text
            self.offered.emit(found)

    @Slot(object)
    def _tell(self, _nothing: object) -> None:
        self._workplace.draft_kept.emit(self._workplace.clock())
