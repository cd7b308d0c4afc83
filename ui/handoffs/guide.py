"""The guide of a handoff: seven steps from the oral notice to the receipt, over one case.

It reads everything anew after each act, and stands at the step that comes next; whoever wants may walk back.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from justice_desk.foundations.errors import DeskError
from justice_desk.foundations.ids import CaseId, HandoffId
from ui.handoffs.content import GuideContent, Place, read_guide
from ui.handoffs.frame import GuideFrame
from ui.handoffs.notice_step import NoticePresenter, NoticeStep
from ui.handoffs.papers_step import PapersPresenter, PapersStep
from ui.handoffs.plan_step import PlanPresenter, PlanStep
from ui.handoffs.receipt_step import ReceiptPresenter, ReceiptStep
from ui.handoffs.review_step import ReviewPresenter, ReviewStep
from ui.handoffs.road_step import RoadPresenter, RoadStep
from ui.handoffs.seal_step import SealPresenter, SealStep
from ui.handoffs.step import StepPresenter
from ui.sentences import sentence
from ui.workplace import Workplace

Result = TypeVar("Result")


class Guide(QWidget):
    """The seven steps, and where the person stands among them.

    Signals:
        shown: What was read is on the screen.
    """

    shown = Signal()

    def __init__(
        self, workplace: Workplace, case: CaseId, content: GuideContent, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workplace, self.case, self.content = workplace, case, content
        self._place = content.place()
        self._wanted: Place | None = None
        self._ready = False
        panels = self._panels()
        self.frame = GuideFrame(panels)
        notice, plan, papers, review, seal, road, receipt = panels
        self._parts: tuple[StepPresenter, ...] = (
            NoticePresenter(notice, self),
            PlanPresenter(plan, self),
            PapersPresenter(papers, self),
            ReviewPresenter(review, self),
            SealPresenter(seal, self),
            RoadPresenter(road, self),
            ReceiptPresenter(receipt, self),
        )
        self.frame.back_requested.connect(self._go_back)
        self.frame.forward_requested.connect(self._forward)
        self.frame.save_requested.connect(self._save)
        self.frame.current_requested.connect(self._look_at_current)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.frame)
        self._ready = True
        workplace.act_done.connect(self.refresh)
        self.show_content(content)

    @property
    def presenter(self) -> StepPresenter:
        """The presenter of the step in front."""
        return self._parts[self._place]

    @Slot()
    def refresh(self) -> None:
        """Read everything anew."""
        work = partial(read_guide, self.workplace.desk, self.case, self.workplace.roles)
        self.workplace.jobs.run_read(work, self.show_content)

    @Slot(object)
    def show_content(self, content: GuideContent) -> None:
        """Show what was read; after an act, at the step that comes next."""
        newer = len(content.handoffs) > len(self.content.handoffs)
        self.content = replace(content, looked_at=self.content.looked_at, anew=self.content.anew and not newer)
        content = self.content
        moves = self._wanted is not None and self._wanted != self._place
        here = self._holds_focus()
        self._place = self._within(self._place if self._wanted is None else self._wanted)
        self._wanted = None
        for presenter in self._parts:
            presenter.show_content()
        self._show_step()
        if moves:
            self.presenter.begin()
        elif here and not self._holds_focus():
            # What had the focus was built anew; the next key must not go astray.
            self.frame.forward.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shown.emit()

    def look_at(self, handoff: HandoffId | None) -> None:
        """Look at an earlier handoff; at None: back to the one that goes on."""
        self.content = replace(self.content, looked_at=handoff, anew=False)
        self._wanted = self.content.place()
        self.show_content(self.content)

    def begin_anew(self) -> None:
        """Begin another handoff after one that got its receipt: what is sent later is a complement."""
        self.content = replace(self.content, looked_at=None, anew=True)
        self._wanted = Place.PLAN
        self.show_content(self.content)

    def acted(self, then: Place | None = None) -> None:
        """Take note that an act was done, after which the guide stands at `then` (where nothing is given: here)."""
        self._wanted = then
        self.workplace.act_done.emit()

    def go_on(self) -> None:
        """Go to the next step."""
        self.go_to(Place(min(self._place + 1, Place.RECEIPT)))

    def go_to(self, place: Place) -> None:
        """Go to a step, as far as it can be reached."""
        self._place = self._within(place)
        self.frame.banner.say("")
        self._show_step()
        self.presenter.begin()

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Call a service; nothing is pressed twice while it works."""
        self.frame.busy(busy=True)
        self.frame.banner.say("")
        job = self.workplace.jobs.run(work, done, failed or self.refuse)
        job.ended.connect(self.offer)

    @Slot(object)
    def refuse(self, error: DeskError) -> None:
        """Say over the step why something was not done."""
        self.frame.refuse(sentence(error))

    @Slot()
    def offer(self) -> None:
        """Say on the buttons what can be done now."""
        if not self._ready:
            return
        self.frame.busy(busy=False)
        possible = self.presenter.possible()
        self.frame.offer(self.presenter.next_words(), "" if possible else self.presenter.why_not(), possible=possible)

    def _within(self, place: Place) -> Place:
        return max(self.content.nearest(), min(place, self.content.furthest()))

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _show_step(self) -> None:
        self.frame.show_step(self._place, self.content.place())
        self.frame.show_earlier(earlier=self.content.looked_at is not None)
        self.offer()

    @Slot()
    def _go_back(self) -> None:
        self.go_to(Place(max(self._place - 1, 0)))

    @Slot()
    def _look_at_current(self) -> None:
        self.look_at(None)

    @Slot()
    def _forward(self) -> None:
        self.presenter.forward()

    @Slot()
    def _save(self) -> None:
        self.presenter.save()

    def _panels(self) -> tuple[NoticeStep, PlanStep, PapersStep, ReviewStep, SealStep, RoadStep, ReceiptStep]:
        return (
            NoticeStep(self.workplace),
            PlanStep(self.workplace),
            PapersStep(),
            ReviewStep(),
            SealStep(),
            RoadStep(self.workplace),
            ReceiptStep(self.workplace),
        )
