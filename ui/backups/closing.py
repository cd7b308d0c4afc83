"""Closing the window when a backup is due: asked, or made by itself, and never in the way of closing."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from justice_desk.backups.rules import AtClose
from justice_desk.backups.views import BackupStanding, MadeView
from justice_desk.foundations.errors import DeskError
from ui.background import Jobs
from ui.backups.words import age_words
from ui.i18n import translate
from ui.sentences import sentence
from ui.widgets.badge import Tone
from ui.widgets.buttons import Button, Kind
from ui.widgets.dialogs import Dialog
from ui.widgets.notices import Banner
from ui.widgets.text import Text
from ui.widgets.work import WorkProgress

if TYPE_CHECKING:
    from justice_desk.bootstrap import Desk


class CloseBackup(Dialog):
    """Asks whether a backup should be made before the window goes, and makes it.

    Signals:
        finished_well: The window may go: the backup is made, or nobody wants one now.
    """

    finished_well = Signal()

    def __init__(self, desk: "Desk", jobs: Jobs, standing: BackupStanding, place: Path, parent: QWidget) -> None:
        super().__init__(translate("CloseBackup", "A backup before closing?"), parent)
        self._desk, self._jobs, self._place = desk, jobs, place
        words = translate("CloseBackup", "{age}. A new one goes to: {place}")
        self.words = Text(words.format(age=age_words(standing, desk.persons.vault.clock()), place=place))
        self.column.addWidget(self.words)
        self.refusal = Banner("", Tone.DANGER)
        self.refusal.hide()
        self.column.addWidget(self.refusal)
        self.progress = WorkProgress(translate("CloseBackup", "Making a backup, and reading it back…"))
        self.column.addWidget(self.progress)
        self.stay = self.answer(Button(translate("CloseBackup", "Do not close"), Kind.QUIET))
        self.without = self.answer(Button(translate("CloseBackup", "Close without one"), Kind.SECONDARY))
        self.make = self.answer(Button(translate("CloseBackup", "Make a backup and close"), Kind.PRIMARY, "save"))
        self.stay.clicked.connect(self.reject)
        self.without.clicked.connect(self._go)
        self.make.clicked.connect(self.begin)
        self.make.setFocus()
        if standing.at_close is AtClose.ALWAYS:
            self.begin()

    @Slot()
    def begin(self) -> None:
        """Make the backup."""
        self.refusal.say("")
        self._free(free=False)
        job = self._jobs.run_long(partial(self._desk.backups.make, self._place), self._made, self._refuse)
        job.ended.connect(self._rest)
        self.progress.watch(job)
        self.progress.stop.setFocus()

    @Slot(object)
    def _made(self, _made: MadeView) -> None:
        self._go()

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        self.refusal.say(sentence(error))

    @Slot()
    def _rest(self) -> None:
        self._free(free=True)

    @Slot()
    def _go(self) -> None:
        self.finished_well.emit()
        self.accept()

    def _free(self, *, free: bool) -> None:
        for button in (self.stay, self.without, self.make):
            button.setEnabled(free)
