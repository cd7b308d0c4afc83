"""The guide that brings a desk back: from a backup, or from what a damaged store still holds."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from justice_desk.backups.views import BackupView, ReadyDesk, RestoredView
from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.progress import Progress
from justice_desk.vault.errors import RecoveryCodeWrong, SharesTooFew, ShareWrong, SignInDelayed, SignInRefused
from ui.background import Job, Jobs
from ui.backups.steps import BackupStep, NumbersStep, PlaceStep, RestoredStep, WayStep
from ui.entrance import Entrance, OpenedDesk, looked_over
from ui.first_run.panel import GuidePanel
from ui.first_run.steps import GuideStep
from ui.i18n import translate
from ui.moments import zone_here
from ui.sentences import sentence

if TYPE_CHECKING:
    from justice_desk.bootstrap import WaitingDesk


class RestoreGuide(QWidget):
    """The guide as a face of the window. With `salvage` it takes what the store here still holds, else a backup.

    Signals:
        restored: The `OpenedDesk`, in its place.
        left: Back to where one came from, or to the lock page once the desk is in its place.
    """

    restored = Signal(object)
    left = Signal()

    def __init__(self, entrance: Entrance, jobs: Jobs, *, salvage: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entrance, self._jobs, self._salvage = entrance, jobs, salvage
        self._waiting: WaitingDesk | None = None
        self._opened: OpenedDesk | None = None
        self.place, self.backup, self.way = PlaceStep(jobs), BackupStep(zone_here()), WayStep()
        self.numbers, self.result = NumbersStep(), RestoredStep()
        steps: tuple[GuideStep, ...] = (self.way, self.numbers, self.result)
        if not salvage:
            steps = (self.place, self.backup, *steps)
        title = translate("Restore", "Saving what can be read") if salvage else translate("Restore", "Restoring a desk")
        self.panel = GuidePanel(steps, title, translate("Restore", "Go to the desk"), stoppable=True)
        self.panel.back_requested.connect(self._go_back)
        self.panel.forward_requested.connect(self._go_on)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.panel)
        self._show(self.panel.steps[0])

    def leave(self) -> None:
        """Forget what was brought back and did not take its place; close what did."""
        waiting, self._waiting = self._waiting, None
        opened, self._opened = self._opened, None
        if waiting is not None:
            waiting.abandon()
        if opened is not None:
            opened.desk.close()

    @property
    def _step(self) -> GuideStep:
        return self.panel.steps[self.panel.place]

    def _show(self, step: GuideStep) -> None:
        self.panel.show_step(list(self.panel.steps).index(step))
        self.panel.back.setEnabled(step is not self.result)

    @Slot()
    def _go_back(self) -> None:
        if self.panel.place == 0:
            self.left.emit()
            return
        if self._step is self.numbers:
            self.leave()
        self._show(self.panel.steps[self.panel.place - 1])

    @Slot()
    def _go_on(self) -> None:
        step = self._step
        if not step.check():
            return
        if step is self.place:
            self._look_for_backups()
        elif step is self.backup:
            self._show(self.way)
        elif step is self.way:
            self._bring()
        elif step is self.numbers:
            self._finish()
        else:
            self._go_to_desk()

    def _look_for_backups(self) -> None:
        place = self.place.place.value()
        if place is not None:
            job = self._jobs.run_read(partial(self._entrance.rescue.backups, place), self._choose, self._refuse)
            self._watch(job, translate("Restore", "Looking for backups…"))

    @Slot(object)
    def _choose(self, views: tuple[BackupView, ...]) -> None:
        self.backup.show_backups(views)
        self._show(self.backup)

    def _bring(self) -> None:
        entrance, way = self._entrance, self.way.way()
        if self._salvage:
            words = translate("Restore", "Reading everything that can be read…")

            def work(progress: Progress) -> tuple["WaitingDesk", ReadyDesk]:
                return _ready(entrance.rescue.salvage(entrance.folder, way, entrance.clock, progress))
        else:
            words = translate("Restore", "Bringing the backup back, and comparing it…")
            backup = self.backup.chosen()

            def work(progress: Progress) -> tuple["WaitingDesk", ReadyDesk]:
                return _ready(entrance.rescue.restore(backup, entrance.folder, way, entrance.clock, progress))

        self._watch(self._jobs.run_long(work, self._brought, self._refuse_way), words)

    @Slot(object)
    def _brought(self, brought: tuple["WaitingDesk", ReadyDesk]) -> None:
        self._waiting, ready = brought
        self.way.forget()
        self.numbers.show_ready(ready)
        self._show(self.numbers)

    def _finish(self) -> None:
        if self._waiting is None:
            raise RuntimeError("numbers were told of a desk that was not brought back")
        work = partial(_finished, self._waiting, self.numbers.numbers(), self.numbers.footer())
        job = self._jobs.run(work, self._finished, self._refuse)
        self._watch(job, translate("Restore", "Writing it down, and giving the desk its place…"))

    @Slot(object)
    def _finished(self, came: tuple[RestoredView, OpenedDesk | None]) -> None:
        view, self._opened = came
        self._waiting = None
        self.result.show_result(view)
        self._show(self.result)

    def _go_to_desk(self) -> None:
        opened, self._opened = self._opened, None
        if opened is None:
            self.left.emit()
        else:
            self.restored.emit(opened)

    def _watch(self, job: Job, words: str) -> None:
        self.panel.banner.say("")
        self.panel.watch(job, words)
        job.ended.connect(self._rest)

    @Slot()
    def _rest(self) -> None:
        self.panel.back.setEnabled(self._step is not self.result)

    @Slot(object)
    def _refuse_way(self, error: DeskError) -> None:
        if isinstance(error, SignInRefused | SignInDelayed):
            self.way.form.point_out({"passphrase": sentence(error)})
        elif isinstance(error, RecoveryCodeWrong | ShareWrong | SharesTooFew):
            self.way.refuse_paper(sentence(error))
        else:
            self._refuse(error)

    @Slot(object)
    def _refuse(self, error: DeskError) -> None:
        if self._step is self.numbers and self.numbers.refuse(error):
            return
        self.panel.banner.say(sentence(error))
        self.panel.banner.setFocus(Qt.FocusReason.OtherFocusReason)


def _ready(waiting: "WaitingDesk") -> tuple["WaitingDesk", ReadyDesk]:
    try:
        return waiting, waiting.ready()
    except BaseException:
        waiting.abandon()
        raise


def _finished(waiting: "WaitingDesk", numbers: dict[str, str], footer: str) -> tuple[RestoredView, OpenedDesk | None]:
    view, desk = waiting.finish(numbers, footer)
    return view, None if desk is None else looked_over(desk)
