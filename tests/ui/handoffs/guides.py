"""Guides for tests: the tab of a case over its real services, taken to any stage."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.exceptions import TimeoutError  # noqa: A004 - its name
from pytestqt.qtbot import QtBot

from justice_desk.foundations.ids import CaseId
from ui.handoffs.content import Place
from ui.handoffs.guide import Guide
from ui.handoffs.notice_step import NoticeStep
from ui.handoffs.papers_step import PapersStep
from ui.handoffs.plan_step import PlanStep
from ui.handoffs.receipt_step import ReceiptStep
from ui.handoffs.review_step import ReviewStep
from ui.handoffs.road_step import RoadStep
from ui.handoffs.seal_step import SealStep
from ui.handoffs.step import StepPanel
from ui.handoffs.tab import HandoffTab
from ui.workplace import Workplace

Step = TypeVar("Step", bound=StepPanel)


class GuideAtHand:
    """The guide of a case on the screen, and its steps by their names."""

    def __init__(self, workplace: Workplace, case: CaseId, qtbot: QtBot) -> None:
        self.workplace, self._qtbot = workplace, qtbot
        self.tab = self._put_up(case)
        qtbot.waitUntil(lambda: self.tab.guide is not None)
        assert self.tab.guide is not None
        self.guide: Guide = self.tab.guide
        self.settle()
        self.notice = self._step(NoticeStep)
        self.plan = self._step(PlanStep)
        self.papers = self._step(PapersStep)
        self.review = self._step(ReviewStep)
        self.seal = self._step(SealStep)
        self.road = self._step(RoadStep)
        self.receipt = self._step(ReceiptStep)

    def place(self) -> Place:
        """Return the step in front."""
        return Place(self.guide.frame.place)

    @property
    def refused(self) -> str:
        """What the guide says over the step."""
        banner = self.guide.frame.banner
        return banner.text.text() if banner.isVisible() else ""

    def settle(self) -> None:
        """Wait until everything that was asked of the workers is done and shown."""
        self._qtbot.waitUntil(lambda: not self.workplace.jobs.busy)
        self.come_back()

    def come_back(self) -> None:
        """Go back to the window of the guide after a dialog has closed.

        A window manager does it by itself; there is none offscreen. It is asked for until it is so: a dialog that is
        on its way out may take the keys back once.
        """

        def in_front() -> bool:
            if any(dialog.isVisible() for dialog in self.tab.findChildren(QDialog)):
                return True
            if QApplication.activeWindow() is self.tab:
                return True
            self.tab.activateWindow()
            front = (QGuiApplication.focusWindow(), QApplication.activeWindow(), QApplication.activePopupWidget())
            seen.append(str(front))
            return False

        seen: list[str] = []
        try:
            self._qtbot.waitUntil(in_front)
        except TimeoutError as fault:
            raise AssertionError(f"the guide does not come back to the front; in front: {seen[-1]}") from fault

    def wait_until(self, met: Callable[[], bool]) -> None:
        """Wait until something is on the screen."""
        self._qtbot.waitUntil(met)

    def forward(self) -> None:
        """Press the button that leads on, and wait for what comes of it."""
        self.come_back()
        assert self.guide.frame.forward.isEnabled()
        self.guide.frame.forward.click()
        self.settle()

    def go_to(self, place: Place) -> None:
        """Go to a step."""
        self.guide.go_to(place)
        self.settle()

    def dialog(self) -> QDialog:
        """Return the dialog that is open, once keys go to it."""
        found = next(one for one in self.tab.findChildren(QDialog) if one.isVisible())
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is found)
        return found

    def error_of(self, name: str) -> str:
        """Return what is said beside a field of the step in front, or of the dialog over it."""
        forms = [self.notice.form, self.plan.form, self.review.form, self.seal.form, self.road.form, self.receipt.form]
        found = [form.fields[name].error for form in forms if name in form.fields]
        return next((error.text() for error in found if error.isVisible()), "")

    def _put_up(self, case: CaseId) -> HandoffTab:
        tab = HandoffTab(self.workplace, case)
        tab.resize(1150, 700)
        with self._qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        return tab

    def _step(self, kind: type[Step]) -> Step:
        return next(step for step in self.guide.frame.steps if isinstance(step, kind))


Guides = Callable[[CaseId], GuideAtHand]
"""Opens the guide of a case."""
